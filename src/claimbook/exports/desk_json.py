"""What is in a book in numbers, and what is due, as JSON."""

import json
from collections.abc import Sequence
from datetime import date

from claimbook.exports.head import SCHEMA_VERSION
from claimbook.exports.shapes import Check, OverdueFile, StatsFile, day, day_if_known
from claimbook.views import Due, StatsView


def render_stats(view: StatsView) -> str:
    """Write the numbers; the text ends in a line break."""
    oldest = view.oldest
    file: StatsFile = {
        "schema_version": SCHEMA_VERSION,
        "claims": view.claims,
        "unrated": view.unrated,
        "rated_twice": view.twice,
        "wanting_second": view.wanting,
        "articles": view.articles,
        "studies": view.studies,
        "sources": view.sources,
        "oldest": {"claim": oldest.id, "rated": day_if_known(oldest.rated)} if oldest else None,
        "counts": {counts.name: {row.code: row.number for row in counts.rows} for counts in view.counts},
    }
    return _write(file)


def render_overdue(checks: Sequence[Due], today: date, within: int) -> str:
    """Write what is due; the text ends in a line break."""
    file: OverdueFile = {
        "schema_version": SCHEMA_VERSION,
        "today": day(today),
        "within": within,
        "overdue": sum(one.overdue for one in checks),
        "checks": [_check(one) for one in checks],
    }
    return _write(file)


def _check(one: Due) -> Check:
    return {
        "what": one.what,
        "id": one.id,
        "title": one.title,
        "importance": one.importance,
        "due": day(one.due),
        "days": one.days,
        "address": one.path,
    }


def _write(file: object) -> str:
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"
