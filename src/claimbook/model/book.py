"""What makes this book this book: its title, its notices, and the words it adds to the vocabularies."""

import re
from functools import cache
from typing import Annotated

from pydantic import Field

from claimbook.model.base import Count, Flag, Id, SitePath, Text, Url, record


@record
class Category:
    """A group of claims for readers; also a folder of records."""

    id: Id = Field(description="Folder name and address.")
    label: Text = Field(description="Name for readers.")
    summary: Text = Field(description="A few short sentences that open its page.")


@record
class Label:
    """A code that the book adds, with its name."""

    id: Id = Field(description="The code.")
    label: Text = Field(description="Name for readers.")


@record
class Condition:
    """A condition that claims name."""

    id: Id = Field(description="The code.")
    label: Text = Field(description="Name for readers.")
    summary: str = Field(default="", description="What it is and what the claims on it come to, in plain words.")
    general: Flag = Field(
        default=False, description="true: no condition of its own; claims under it bear on all the others."
    )


@record
class OutcomeGroup:
    """A group of outcomes: a benefit at some time, or a kind of harm."""

    id: Id = Field(description="The code.")
    label: Text = Field(description="Name for readers; it stands alone as the head of a column.")
    summary: Text = Field(description="What belongs to it, in a plain sentence.")
    harm: Flag = Field(default=False, description="Whether these outcomes are harms.")
    from_days: Count | None = Field(
        default=None,
        description="How long people must have been followed for a result to say something on it, in days.",
    )


@record
class Question:
    """One of the questions put to every article."""

    id: Id = Field(description="The code.")
    question: Text = Field(description="The question, answered with yes or no.")


@record
class GlossaryTerm:
    """A word that readers may not know."""

    term: Text = Field(description="The word.")
    text: Text = Field(description="What it means, in plain words.")


@record
class Door:
    """A question that readers come with, and where on the site it is answered."""

    question: Text = Field(description="The question, as readers would ask it.")
    path: SitePath = Field(description="Where it is answered, below the top of the site: articles/, #conditions.")


@record
class Synonym:
    """Words that readers type where claims say something else."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Words that readers type.")
    written: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        alias="for", description="Beginnings of words in a claim's question or statement that mean the same."
    )

    def fits(self, text: str) -> bool:
        """Whether a text has a word that begins in one of these ways."""
        return _beginnings(self.written).search(text.casefold()) is not None


@cache
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word.casefold()) for word in words)})")


@record
class Notices:
    """What stands on every page."""

    advice: Text = Field(description="That this is not medical advice.")
    approval: Text = Field(description="Approval status of the treatment, with its date.")
    approval_short: str = Field(
        default="", description="The same in a few words with the date, for the top of every page."
    )
    crisis: Text = Field(description="What to do in a crisis.")
    reviewed: Text = Field(description="Who has reviewed the ratings, and what was read.")
    licence: Text = Field(description="Under which licence the texts and data are offered.")


@record
class DataLicence:
    """The licence under which texts and data are offered, for programs."""

    name: Text = Field(description="Its short name, such as CC BY 4.0.")
    url: Url = Field(description="Where it stands.")


@record
class Book:
    """The settings of one book (book.yml)."""

    title: Text = Field(description="Title of the site.")
    tagline: Text = Field(description="One line on what this is.")
    about: Text = Field(description="Who made it, how it is paid for, and interests.")
    repository: Url = Field(description="Address of the repository; edit and report links lead there.")
    branch: Text = Field(default="main", description="Branch that edit links point to.")
    address: Url | None = Field(
        default=None,
        description="Public address of the site, with a slash at the end; feeds and links to share need it.",
    )
    data_licence: DataLicence | None = Field(
        default=None, description="The licence of texts and data, as data files name it."
    )
    notices: Notices = Field(description="What stands on every page.")
    featured: tuple[Id, ...] = Field(default=(), description="Claims shown first on the home page.")
    doors: tuple[Door, ...] = Field(
        default=(), description="Questions that open the home page, each leading to its answer."
    )
    psychoactive: tuple[Text, ...] = Field(
        default=(), description="Drugs people can feel; claims on them must answer the blinding question."
    )
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = Field(description="Groups of claims, in order.")
    conditions: tuple[Condition, ...] = Field(default=(), description="Conditions.")
    outcomes: tuple[OutcomeGroup, ...] = Field(
        default=(),
        description="Groups of outcomes of the treatment under review, in the order of columns.",
    )
    routes: tuple[Label, ...] = Field(default=(), description="Routes of giving a treatment.")
    checks: tuple[Question, ...] = Field(default=(), description="Questions put to every article.")
    glossary: tuple[GlossaryTerm, ...] = Field(default=(), description="Words explained, besides the vocabularies.")
    synonyms: tuple[Synonym, ...] = Field(
        default=(), description="Words of readers; the search finds with them the claims that say it otherwise."
    )

    @property
    def top(self) -> str:
        """Public address of the site, with one slash at the end; empty where the book has none."""
        return f"{self.address.rstrip('/')}/" if self.address else ""
