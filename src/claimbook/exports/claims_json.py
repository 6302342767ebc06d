"""All claims with their ratings, as JSON.

Codes are those of the vocabularies, dates are ISO, addresses are below the top of the site. Anything that would make
an existing reader of the file fail raises `SCHEMA_VERSION`.
"""

import json
from typing import Any

from claimbook.verdicts import RULE_SET
from claimbook.views import Badge, ClaimView, Prose, Shelf, view_claim

SCHEMA_VERSION = 1
"""Version of the form of this file."""


def render(shelf: Shelf) -> str:
    """Write the file."""
    book = shelf.catalogue.book
    whole = {
        "schema_version": SCHEMA_VERSION,
        "rule_set": RULE_SET,
        "title": book.title,
        "licence": book.notices.licence,
        "notices": [book.notices.advice, book.notices.reviewed],
        "total": len(shelf.rows),
        "claims": [_claim(view_claim(shelf.catalogue.claims[id_], shelf)) for id_ in shelf.rows],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _claim(view: ClaimView) -> dict[str, Any]:
    row = view.row
    return {
        "id": row.id,
        "address": row.path,
        "title": row.title,
        "statement": row.statement,
        "category": row.category.path.split("/")[1],
        "type": row.type,
        "force": view.force,
        "importance": row.importance,
        **_rating(view.badge, view),
        "state": view.badge.state,
        "finding": view.finding,
        "why": _text(view.why),
        "holds_for": view.holds_for,
        "not_shown_for": view.not_shown_for,
        "appearances": _appearances(view),
        "evidence": _evidence(view),
        "related": [one.id for one in view.related],
    }


def _rating(badge: Badge, view: ClaimView) -> dict[str, Any]:
    """Write the rating as the badge shows it: a withdrawn claim has none."""
    return {
        "verdict": badge.verdict,
        "certainty": view.certainty if badge.verdict else None,
        "badge": badge.text,
        "rated": view.rated.isoformat() if view.rated else None,
        "raters": view.raters,
        "due": view.due.isoformat() if view.due else None,
    }


def _appearances(view: ClaimView) -> list[dict[str, Any]]:
    return [
        {
            "article": group.article.path,
            "quote": one.quote,
            "force": one.force,
            "wording": one.wording,
            "stretch": one.stretch,
        }
        for group in view.said
        for one in group.items
    ]


def _evidence(view: ClaimView) -> list[dict[str, Any]]:
    return [
        {
            "study": one.source.key,
            "outcome": one.outcome,
            "bearing": one.bearing,
            "risk_of_bias": one.risk_of_bias,
            "counts": not one.not_counted and group.id != "background",
            "standing": one.source.standing,
        }
        for group in view.evidence
        for one in group.items
    ]


def _text(prose: Prose) -> str:
    return "".join(piece.text for piece in prose)
