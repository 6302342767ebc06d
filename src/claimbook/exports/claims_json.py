"""All claims with their ratings in short, as JSON."""

from collections import Counter

from claimbook.exports.head import head, latest, write, write_list
from claimbook.exports.shapes import Row, day_if_known
from claimbook.views import ClaimRow, Shelf
from claimbook.views.cite import claim_data_file
from claimbook.views.history import last_change


def render(shelf: Shelf) -> str:
    """Write the file, one claim a line."""
    rows = [write(row_of(row, shelf)) for row in shelf.rows.values()]
    return write_list({**head(shelf, latest(shelf)), "total": len(rows)}, "claims", rows)


def row_of(row: ClaimRow, shelf: Shelf) -> Row:
    """Tell of a claim in short."""
    badge, claim = row.badge, shelf.catalogue.claims[row.id]
    return {
        "id": row.id,
        "address": row.path,
        "record": claim_data_file(row.id),
        "title": row.title,
        "statement": row.statement,
        "category": shelf.catalogue.category_of[row.id],
        "category_label": row.category.text,
        "type": row.type,
        "importance": row.importance,
        "state": badge.state,
        "verdict": badge.verdict,
        "certainty": row.certainty,
        "badge": badge.text,
        "finding": row.finding,
        "rated_twice": claim.answered and claim.review.second is not None,
        "opposite": [other.id for other in shelf.opposites.get(row.id, ())],
        "rated": day_if_known(row.rated),
        "due": day_if_known(row.due),
        "last_modified": day_if_known(last_change(claim)),
        "articles": row.articles,
        "wordings": dict(Counter(shelf.wordings[row.id])),
        "studies": row.studies,
        "doubted_source": row.doubt is not None,
    }
