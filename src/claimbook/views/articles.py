"""What an article's scorecard shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model import Article, CheckAnswer, Wording
from claimbook.views.base import ClaimRow, Tally, tally
from claimbook.views.hubs import verdicts
from claimbook.views.said import SaidView, view_said
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Sentence:
    """What an article says in one place, and the claim that it makes there."""

    row: ClaimRow
    said: SaidView


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything on an article's page."""

    article: Article
    path: str
    record: str
    claims: int
    verdicts: tuple[Tally, ...]
    wordings: tuple[Tally, ...]
    checks: tuple[tuple[str, CheckAnswer], ...]
    """Question and answer, in the book's order."""
    satisfied: int
    """Questions answered with yes."""
    asked: int
    """Questions that apply."""
    sentences: tuple[Sentence, ...]
    """In reading order."""
    cited: tuple[Sentence, ...]
    """Those where the article names a source."""


def view_article_pages(shelf: Shelf) -> Iterator[ArticleView]:
    """Cut the pages of all articles from the book."""
    for article in shelf.catalogue.articles.values():
        yield _article(article, shelf)


def _article(article: Article, shelf: Shelf) -> ArticleView:
    live = {row.id for row in shelf.live}
    said = [one for one in shelf.said.get(article.id, ()) if one[0].id in live]
    rows = list({row.id: row for row, _, _ in said}.values())
    sentences = tuple(Sentence(row, view_said(row.type, appearance, level, shelf)) for row, appearance, level in said)
    checks = _checks(article, shelf)
    return ArticleView(
        article=article,
        path=f"articles/{article.id}/",
        record=f"references/articles/{article.id}.yml",
        claims=len(rows),
        verdicts=verdicts(rows),
        wordings=tally(Wording, [level for _, _, level in said]),
        checks=checks,
        satisfied=sum(answer.result == "satisfied" for _, answer in checks),
        asked=sum(answer.result != "not-applicable" for _, answer in checks),
        sentences=sentences,
        cited=tuple(one for one in sentences if one.said.cites),
    )


def _checks(article: Article, shelf: Shelf) -> tuple[tuple[str, CheckAnswer], ...]:
    questions = shelf.catalogue.book.checks
    return tuple((one.question, article.checks[one.id]) for one in questions if one.id in article.checks)
