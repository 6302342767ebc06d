"""How lists of claims can be ordered."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from claimbook.model import Importance
from claimbook.views.base import ClaimRow


class Order(NamedTuple):
    """A way to order a list."""

    code: str
    label: str


ORDERS = {
    "subject": "Subject, then importance",
    "importance": "Importance, then number of articles",
    "question": "Question, A to Z",
    "certainty": "Certainty, highest first",
    "articles": "Number of articles, most first",
    "studies": "Number of studies, most first",
    "rated": "Last rated, newest first",
}
"""Every order by its code. Claims that were withdrawn come last, except by subject, where they end their subject."""

_IMPORTANCE = [*Importance]
_KEYS: Mapping[str, Callable[[ClaimRow], tuple[int | str, ...]]] = {
    "importance": lambda row: (_IMPORTANCE.index(row.importance), -row.articles, -_points(row), row.title.casefold()),
    "question": lambda row: (row.title.casefold(),),
    "certainty": lambda row: (-_points(row),),
    "articles": lambda row: (-row.articles,),
    "studies": lambda row: (-row.studies,),
    "rated": lambda row: (-row.rated.toordinal() if row.rated else 0,),
}


def _points(row: ClaimRow) -> int:
    return row.certainty.points if row.certainty else 0


def in_order(code: str, rows: list[ClaimRow]) -> list[ClaimRow]:
    """Order rows that stand in the order of lists; those that are alike keep it."""
    key = _KEYS.get(code)
    return sorted(rows, key=lambda row: (row.withdrawn, key(row))) if key else rows
