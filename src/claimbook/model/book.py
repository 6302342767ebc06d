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

    advice: Text = Field(description="That this is information, and what it cannot do for readers.")
    advice_short: Text = Field(
        default="Information, not advice",
        description="The same in a few words, for the top of every page and for its picture: Not medical advice.",
    )
    approval: str = Field(
        default="", description="Whether what the book is about is approved, with the date; empty: no such notice."
    )
    approval_short: str = Field(
        default="", description="The same in a few words with the date, for the top of every page."
    )
    crisis: str = Field(default="", description="What to do in a crisis; empty: no such notice.")
    reviewed: Text = Field(description="Who has reviewed the ratings, and what was read.")
    licence: Text = Field(description="Under which licence the texts and data are offered.")


@record
class Words:
    """What this book calls what every book has: one word or a few, in small letters. Left out, those of medicine."""

    treatment: Text = Field(
        default="treatment", description='What is tried, as it follows "with" and "the": treatment, teaching method.'
    )
    condition: Text = Field(default="condition", description="One of the conditions: condition, group of pupils.")
    conditions: Text = Field(default="conditions", description="Several of them: conditions, groups of pupils.")
    drug: Text = Field(default="drug", description="Name of the scope's field drug: drug, method.")
    route: Text = Field(default="route", description="Name of the scope's field route: route, setting.")
    dose: Text = Field(default="dose", description="Name of the scope's field dose: dose, amount.")


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
    medical: Flag = Field(
        default=False,
        description="true: linked data name pages, conditions and drugs as those of medicine, and who rates is told to "
        "be a clinician or none.",
    )
    words: Words = Field(default=Words(), description="What this book calls what every book has.")
    featured: tuple[Id, ...] = Field(default=(), description="Claims shown first on the home page.")
    doors: tuple[Door, ...] = Field(
        default=(), description="Questions that open the home page, each leading to its answer."
    )
    psychoactive: tuple[Text, ...] = Field(
        default=(),
        description="What people can feel that they were given; claims on it must answer the blinding question.",
    )
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = Field(description="Groups of claims, in order.")
    conditions: tuple[Condition, ...] = Field(
        default=(), description="What people in studies have or are, by which claims are told apart."
    )
    outcomes: tuple[OutcomeGroup, ...] = Field(
        default=(),
        description="Groups of outcomes of what is under review, in the order of columns.",
    )
    routes: tuple[Label, ...] = Field(default=(), description="Ways of giving what is under review.")
    checks: tuple[Question, ...] = Field(default=(), description="Questions put to every article.")
    glossary: tuple[GlossaryTerm, ...] = Field(default=(), description="Words explained, besides the vocabularies.")
    synonyms: tuple[Synonym, ...] = Field(
        default=(), description="Words of readers; the search finds with them the claims that say it otherwise."
    )

    @property
    def top(self) -> str:
        """Public address of the site, with one slash at the end; empty where the book has none."""
        return f"{self.address.rstrip('/')}/" if self.address else ""
