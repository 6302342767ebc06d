"""All claims with their ratings, as JSON.

Codes are those of the vocabularies, dates are ISO, addresses are below the top of the site. Anything that would make
an existing reader of the file fail raises `SCHEMA_VERSION`.
"""

import json
from collections import Counter
from typing import Any

from claimbook.verdicts import RULE_SET
from claimbook.views import ClaimRow, Shelf

SCHEMA_VERSION = 1
"""Version of the form of this file."""


def render(shelf: Shelf) -> str:
    """Write the file, one claim a line, so that changes of a rating read well in a diff."""
    book = shelf.catalogue.book
    head = {
        "schema_version": SCHEMA_VERSION,
        "rule_set": RULE_SET,
        "title": book.title,
        "licence": book.notices.licence,
        "notices": [book.notices.advice, book.notices.reviewed],
        "total": len(shelf.rows),
    }
    claims = ",\n".join(_json(_claim(row, shelf)) for row in shelf.rows.values())
    return f'{_json(head).removesuffix("}")}, "claims": [\n{claims}\n]}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _claim(row: ClaimRow, shelf: Shelf) -> dict[str, Any]:
    badge = row.badge
    return {
        "id": row.id,
        "address": row.path,
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
        "rated_twice": shelf.catalogue.claims[row.id].review.second is not None,
        "opposite": [other.id for other in shelf.opposites.get(row.id, ())],
        "rated": row.rated and row.rated.isoformat(),
        "due": row.due and row.due.isoformat(),
        "articles": row.articles,
        "wordings": Counter(shelf.wordings[row.id]),
        "studies": row.studies,
        "doubted_source": row.doubt is not None,
    }
