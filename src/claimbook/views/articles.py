"""What an article's scorecard shows, and the list that compares the articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from claimbook.coverage import UNPRINTED, Places, places
from claimbook.model import Article, CheckAnswer, CheckResult, Importance
from claimbook.plots import WordingGrid, lay_grid
from claimbook.views.base import OVERSTATED, ClaimRow, Fold, fold
from claimbook.views.harms import HarmRow, view_unsaid_harms
from claimbook.views.said import SaidView, passage_id, view_said
from claimbook.views.shelf import Shelf
from claimbook.views.spread import Spread, view_spread


class Checks(NamedTuple):
    """How an article does on the book's questions."""

    answers: tuple[tuple[str, CheckAnswer], ...]
    """Question and answer, in the book's order."""
    satisfied: int
    """Questions answered with yes."""
    asked: int
    """Questions that apply."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as lists show it."""

    path: str
    title: str
    publisher: str
    spread: Spread
    checks: Checks
    omissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What an article says in one place, and the claim that it makes there."""

    row: ClaimRow
    said: SaidView
    id: str
    """Its place on the page."""


class Bold(NamedTuple):
    """A claim, and where the article makes it with words that go furthest beyond research."""

    row: ClaimRow
    passages: tuple[Passage, ...]
    """In reading order."""


class Section(NamedTuple):
    """What an article says under one of its headings."""

    id: str
    """Its place on the page."""
    heading: str
    """In words, also where the article prints none."""
    passages: tuple[Passage, ...]
    """In reading order."""
    overstated: int
    """Passages worded more strongly than research allows, by however little."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything on an article's page."""

    article: Article
    path: str
    record: str
    spread: Spread
    grid: WordingGrid
    """Its wording against the certainty of its claims."""
    worst: Fold[Bold]
    """The claims whose wording goes furthest beyond research, those that matter most first."""
    worst_passages: tuple[Passage, ...]
    """Where it does so, in reading order."""
    boldest: Section | None
    """The heading with most passages that go beyond research; none where all are in line or there is no other."""
    checks: Checks
    sections: tuple[Section, ...]
    """In reading order."""
    cited: tuple[Passage, ...]
    """Passages for which the article names a source."""
    with_claim: int
    """Paragraphs and list items with a claim."""
    skipped: int
    """Those in which there is nothing to rate."""
    unsaid: tuple[HarmRow, ...]
    """Kinds of harm on which it makes no claim."""


_WORST_SHOWN = 5


def view_articles(shelf: Shelf) -> tuple[ArticleRow, ...]:
    """List the articles by title, each with how its claims fare."""
    articles = sorted(shelf.catalogue.articles.values(), key=lambda article: article.title)
    return tuple(_row(article, shelf) for article in articles)


def _row(article: Article, shelf: Shelf) -> ArticleRow:
    return ArticleRow(
        path=_path(article),
        title=article.title,
        publisher=article.publisher,
        spread=view_spread(shelf.said.get(article.id, ())),
        checks=_checks(article, shelf),
        omissions=article.omissions,
    )


def _path(article: Article) -> str:
    return f"articles/{article.id}/"


def _checks(article: Article, shelf: Shelf) -> Checks:
    questions = shelf.catalogue.book.checks
    answers = tuple((one.question, article.checks[one.id]) for one in questions if one.id in article.checks)
    return Checks(
        answers=answers,
        satisfied=sum(answer.result is CheckResult.SATISFIED for _, answer in answers),
        asked=sum(answer.result is not CheckResult.NOT_APPLICABLE for _, answer in answers),
    )


def view_article_pages(shelf: Shelf) -> Iterator[ArticleView]:
    """Cut the pages of all articles from the book."""
    known = places(shelf.catalogue)
    for article in shelf.catalogue.articles.values():
        yield _article(article, shelf, known[article.id])


def _article(article: Article, shelf: Shelf, known: Places) -> ArticleView:
    said = shelf.said.get(article.id, ())
    passages = tuple(
        Passage(row, view_said(row.type, appearance, level, shelf), passage_id(number))
        for number, (row, appearance, level) in enumerate(said, start=1)
    )
    sections = _sections(passages)
    worst = _worst(passages)
    return ArticleView(
        article=article,
        path=_path(article),
        record=f"references/articles/{article.id}.yml",
        spread=view_spread(said),
        grid=lay_grid([(level, row.certainty) for row, _, level in said]),
        worst=fold(_by_claim(worst), _WORST_SHOWN),
        worst_passages=worst,
        boldest=_boldest(sections),
        checks=_checks(article, shelf),
        sections=sections,
        cited=tuple(one for one in passages if one.said.cites),
        with_claim=len(known.claims),
        skipped=len(known.reasons),
        unsaid=view_unsaid_harms(article.id, shelf),
    )


def _worst(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    furthest = max((one.said.wording.level or 0 for one in passages), default=0)
    return tuple(one for one in passages if furthest > 0 and one.said.wording.level == furthest)


def _by_claim(passages: tuple[Passage, ...]) -> list[Bold]:
    rows = {one.row.id: one.row for one in passages}
    found = [Bold(row, tuple(one for one in passages if one.row is row)) for row in rows.values()]
    return sorted(found, key=lambda one: tuple(Importance).index(one.row.importance))


def _sections(passages: tuple[Passage, ...]) -> tuple[Section, ...]:
    groups = groupby(passages, key=lambda one: one.said.heading)
    return tuple(_section(number, heading, tuple(group)) for number, (heading, group) in enumerate(groups, start=1))


def _section(number: int, heading: str, passages: tuple[Passage, ...]) -> Section:
    return Section(
        id=f"under-{number}",
        heading=heading.strip("()").capitalize() if heading in UNPRINTED else heading.removesuffix(":"),
        passages=passages,
        overstated=sum(one.said.wording in OVERSTATED for one in passages),
    )


def _boldest(sections: tuple[Section, ...]) -> Section | None:
    boldest = max(sections, key=lambda one: one.overstated, default=None)
    return boldest if boldest and boldest.overstated and len(sections) > 1 else None
