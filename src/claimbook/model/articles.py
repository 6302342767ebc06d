"""The texts under review: what they are, how they answer a reader's questions, what they leave out."""

from typing import Annotated

from pydantic import Field

from claimbook.model.base import Count, Day, Exemption, Id, Sha256, Text, Url, record
from claimbook.model.vocabulary.articles import ArticleKind, CheckResult, Interest


@record
class CheckAnswer:
    """The answer to one of the book's questions about an article."""

    result: CheckResult = Field(description="Whether the article does it.")
    note: Text = Field(description="Why, in a sentence.")


@record
class ArticleText:
    """Which text was read; the text itself stays out of the project."""

    sha256: Sha256 = Field(description="SHA-256 of the text file.")
    words: Count = Field(description="Words in it.")


@record
class Reply:
    """What the publisher answered."""

    date: Day = Field(description="Day of the reply.")
    by: Text = Field(alias="from", description="Who replied.")
    text: Text = Field(description="What was said, in our words.")
    url: Url | None = Field(default=None, description="Where it stands.")


@record
class Skipped:
    """Paragraphs of an article that make no statement to rate."""

    heading: Text = Field(description="The heading they stand under, as the article prints it.")
    paragraphs: Annotated[tuple[Annotated[Count, Field(ge=1)], ...], Field(min_length=1)] = Field(
        description="Paragraphs or list items under that heading, from 1."
    )
    reason: Text = Field(description="Why there is nothing to rate in them.")


@record
class Article:
    """A source article under review."""

    id: Id = Field(description="File name and address.")
    title: Text = Field(description="Its title.")
    publisher: Text = Field(description="Publisher, as far as the text names it.")
    kind: ArticleKind = Field(description="Kind of text.")
    interest: Interest = Field(description="What the publisher gains.")
    author: Text = Field(default="not stated", description="Author, as printed.")
    published: str = Field(default="not stated", description="Date, as printed.")
    url: Url | None = Field(default=None, description="Address; empty where the text shows none.")
    captured: Day = Field(description="Day on which it was read.")
    text: ArticleText = Field(description="Which text was read.")
    summary: Text = Field(description="What holds up and what does not, in two sentences.")
    checks: dict[Id, CheckAnswer] = Field(description="Answers to the book's questions.")
    headings: tuple[Text, ...] = Field(
        default=(),
        description=(
            "All its headings, as printed and in its order; (title) and (introduction) stand for what has none. "
            "Paragraphs are counted below them, and pages list sentences in this order."
        ),
    )
    skipped: tuple[Skipped, ...] = Field(default=(), description="Paragraphs without a claim, and why.")
    omissions: tuple[Text, ...] = Field(default=(), description="What it leaves out.")
    reply: Reply | None = Field(default=None, description="The publisher's answer.")
    exceptions: tuple[Exemption, ...] = Field(default=(), description="Rules this record need not meet for now.")
