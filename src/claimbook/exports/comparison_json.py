"""A comparison of two states of a book, as JSON."""

import json

from claimbook.exports.head import SCHEMA_VERSION
from claimbook.exports.shapes import ComparisonFile, Difference
from claimbook.revisions import Change, Comparison, summarise


def render(comparison: Comparison) -> str:
    """Write a comparison; the text ends in a line break."""
    file: ComparisonFile = {
        "schema_version": SCHEMA_VERSION,
        "base": comparison.base,
        "head": comparison.head,
        "summary": summarise(comparison.changes),
        "broken": comparison.broken,
        "changes": [_difference(change) for change in comparison.changes],
        "not_compared": [{"earlier": one.earlier, "file": one.file, "why": one.why} for one in comparison.unread],
    }
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _difference(change: Change) -> Difference:
    return {
        "kind": change.kind,
        "error": change.kind.error,
        "record": change.record,
        "id": change.id,
        "title": change.title,
        "what": change.what,
        "before": change.before,
        "after": change.after,
        "note": change.note,
        "claims": [*change.claims],
    }
