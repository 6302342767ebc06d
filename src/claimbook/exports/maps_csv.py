"""The two maps as tables: one row a field, empty fields among them."""

from collections.abc import Iterator

from claimbook.exports.sheets import sheet
from claimbook.views import KINDS, GapField, Shelf, article_lists, view_cells, view_gaps

MATRIX = (
    *("claim", "claim_address", "category", "question", "verdict", "certainty_or_basis"),
    *("article", "article_title", "passages", "wording", "passage_address"),
)
GAPS = (
    *("condition", "condition_label", "outcome", "outcome_label", "harm", "state", "searched"),
    *(kind.id for kind in KINDS),
    *("people_in_trials", "certainty", "certainty_words", "words", "claims", "studies"),
)
NOT_SAID = "not-said"
"""Stands for the wording where an article does not make the claim."""


def render_matrix(shelf: Shelf) -> bytes:
    """Write who says what: one row for each claim that stands and each article."""
    return sheet(MATRIX, _matrix(shelf))


def _matrix(shelf: Shelf) -> Iterator[tuple[object, ...]]:
    articles, cells = article_lists(shelf), view_cells(shelf)
    for row in shelf.live:
        category, badge = shelf.catalogue.category_of[row.id], row.badge
        claim = (row.id, row.path, category, row.title, badge.verdict, badge.second)
        for article, link in articles.items():
            cell = cells[article].get(row.id)
            said = (cell.passages, cell.wording, cell.path) if cell else (0, NOT_SAID, "")
            yield (*claim, article, link.text, *said)


def render_gaps(shelf: Shelf) -> bytes:
    """Write what has been studied: one row for each condition and each group of outcomes."""
    return sheet(GAPS, (_gap(field) for row in view_gaps(shelf).rows for field in row.fields))


def _gap(field: GapField) -> tuple[object, ...]:
    counts = {one.kind.id: one for one in field.found}
    trials = counts.get(KINDS[0].id)
    return (
        *(field.condition.id, field.condition.label, field.group.id, field.group.label),
        *("yes" if field.group.harm else "no", field.state, field.searched),
        *(counts[kind.id].studies if kind.id in counts else 0 for kind in KINDS),
        *(trials.people if trials else None, field.certainty, field.sure, "; ".join((field.head, *field.also))),
        *(" ".join(row.id for row in field.claims), " ".join(source.key for source in field.sources)),
    )
