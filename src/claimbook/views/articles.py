"""What an article's scorecard shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.coverage import Places, places
from claimbook.model import Article, CheckAnswer, CheckResult
from claimbook.views.base import ClaimRow
from claimbook.views.said import SaidView, view_said
from claimbook.views.shelf import Shelf
from claimbook.views.spread import Spread, view_spread


@dataclass(frozen=True, slots=True)
class Passage:
    """What an article says in one place, and the claim that it makes there."""

    row: ClaimRow
    said: SaidView
    id: str
    """Its place on the page."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything on an article's page."""

    article: Article
    path: str
    record: str
    spread: Spread
    worst: tuple[Passage, ...]
    """The passages whose wording goes furthest beyond research; none where all are in line."""
    checks: tuple[tuple[str, CheckAnswer], ...]
    """Question and answer, in the book's order."""
    satisfied: int
    """Questions answered with yes."""
    asked: int
    """Questions that apply."""
    passages: tuple[Passage, ...]
    """In reading order."""
    cited: tuple[Passage, ...]
    """Those where the article names a source."""
    with_claim: int
    """Paragraphs and list items with a claim."""
    skipped: int
    """Those in which there is nothing to rate."""


def view_article_pages(shelf: Shelf) -> Iterator[ArticleView]:
    """Cut the pages of all articles from the book."""
    known = places(shelf.catalogue)
    for article in shelf.catalogue.articles.values():
        yield _article(article, shelf, known[article.id])


def _article(article: Article, shelf: Shelf, known: Places) -> ArticleView:
    said = shelf.said.get(article.id, ())
    passages = tuple(
        Passage(row, view_said(row.type, appearance, level, shelf), f"said-{number}")
        for number, (row, appearance, level) in enumerate(said, start=1)
    )
    checks = _checks(article, shelf)
    return ArticleView(
        article=article,
        path=f"articles/{article.id}/",
        record=f"references/articles/{article.id}.yml",
        spread=view_spread(said),
        worst=_worst(passages),
        checks=checks,
        satisfied=sum(answer.result is CheckResult.SATISFIED for _, answer in checks),
        asked=sum(answer.result is not CheckResult.NOT_APPLICABLE for _, answer in checks),
        passages=passages,
        cited=tuple(one for one in passages if one.said.cites),
        with_claim=len(known.claims),
        skipped=len(known.reasons),
    )


def _worst(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    furthest = max((one.said.wording.level or 0 for one in passages), default=0)
    return tuple(one for one in passages if furthest > 0 and one.said.wording.level == furthest)


def _checks(article: Article, shelf: Shelf) -> tuple[tuple[str, CheckAnswer], ...]:
    questions = shelf.catalogue.book.checks
    return tuple((one.question, article.checks[one.id]) for one in questions if one.id in article.checks)
