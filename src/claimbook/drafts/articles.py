"""A new article: what to ask for, and its record. The text itself is only looked at; it stays where it is."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.coverage.blocks import INTRODUCTION, TITLE
from claimbook.drafts.form import Form
from claimbook.drafts.names import slug
from claimbook.drafts.questions import Bench, Maker, Question
from claimbook.drafts.text import record_text
from claimbook.drafts.values import Value
from claimbook.files import OutFile
from claimbook.model import Article
from claimbook.reading.fields import Path

_MOST_WORDS = 12
"""A heading has no more words than this."""
_HEADING = re.compile(r"(?:\d+[.)] )?[^\W\d_].*(?<![.,;!])")


class ArticleText(NamedTuple):
    """What a record keeps of a text."""

    sha256: str
    words: int
    headings: tuple[str, ...]
    """Lines that look like headings, and the two that no text prints, where something stands under them."""


def read_text(data: bytes, title: str) -> ArticleText:
    """Take from a text what its record keeps.

    Raises:
        UnicodeDecodeError: It is not written in UTF-8.

    """
    text = data.decode()
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    counts = Counter(lines)
    headings = [line for line in lines if counts[line] == 1 and line.casefold() != title.casefold() and _looks(line)]
    above = lines[: lines.index(headings[0])] if headings else lines
    titles = [line.casefold() == title.casefold() for line in above]
    unprinted = [TITLE] * any(titles) + [INTRODUCTION] * (not all(titles))
    return ArticleText(hashlib.sha256(data).hexdigest(), len(text.split()), (*unprinted, *headings))


def _looks(line: str) -> bool:
    """Whether a line looks like a heading: short, begun with a capital, not ended like a sentence."""
    letter = next((char for char in line if char.isalpha()), "")
    return letter.isupper() and len(line.split()) <= _MOST_WORDS and _HEADING.fullmatch(line) is not None


def _asked(name: str, default: Value = None) -> Maker:
    return lambda _bench, _answers: Question(name, Article, (name,), default=default)


def _id(bench: Bench, answers: Mapping[str, Value]) -> Question:
    made = slug(str(answers.get("title") or ""))
    taken = {
        id_: f"references/articles/{id_}.yml is already there: choose another id" for id_ in bench.catalogue.articles
    }
    return Question("id", Article, ("id",), default=made or None, optional="title" not in answers, refused=taken)


def _url(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("url", Article, ("url",), optional=True)


def _captured(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("captured", Article, ("captured",), default=str(bench.today))


QUESTIONS: tuple[Maker, ...] = (
    _asked("title"),
    _id,
    _asked("publisher"),
    _asked("kind"),
    _asked("interest"),
    _asked("author", "not stated"),
    _asked("published", "not stated"),
    _url,
    _captured,
)
"""In the order in which they are asked."""


def draft(answers: Mapping[str, Value], text: ArticleText | None, bench: Bench) -> OutFile:
    """Write the record of a new article."""
    values: dict[str, Value] = {
        **{name: answers.get(name) for name in ("id", "title", "publisher", "kind", "interest")},
        **{name: answers.get(name) for name in ("author", "published", "url", "captured")},
        "text": {"sha256": text.sha256, "words": text.words} if text else None,
        "checks": {one.id: None for one in bench.catalogue.book.checks},
        "headings": [*text.headings] if text else None,
    }
    lines = Form(Article, _notes(bench, text)).write(values)
    return OutFile(f"references/articles/{answers['id']}.yml", record_text("article", 2, (), lines))


def _notes(bench: Bench, text: ArticleText | None) -> dict[Path, str]:
    guessed = "These lines look like headings: take out what is none, add what is missing."
    asked: dict[Path, str] = {("checks", one.id): one.question for one in bench.catalogue.book.checks}
    return asked | {("headings",): guessed if text else ""}
