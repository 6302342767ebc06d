"""A claim in linked data: the review of a claim, and the page it stands on."""

from datetime import date

from claimbook.linked.nodes import LANGUAGE, LinkedPage, Node, known, project, thing
from claimbook.linked.sources import reviewed_text
from claimbook.model import ReviewState, Verdict
from claimbook.views import ClaimView, Shelf

_BEST, _WORST = 5, 1
"""Ends of the scale of `Verdict.review_rating`; schema.org wants them said."""


def link_claim(view: ClaimView, shelf: Shelf) -> LinkedPage:
    """Say what a claim's page is; a review goes with it only while its rating is published and upheld."""
    row = view.row
    withdrawn = row.badge.state is ReviewState.WITHDRAWN
    review = _review(view, shelf) if row.badge.verdict and row.badge.state is ReviewState.PUBLISHED else None
    fields = known(
        creativeWorkStatus=row.badge.state.label,
        lastReviewed=None if withdrawn else _iso(row.rated),
        about=_about(view, shelf),
        mainEntity=review and {"@id": review["@id"]},
        **_dates(view),
    )
    kind = "MedicalWebPage" if shelf.catalogue.book.medical else "WebPage"
    return LinkedPage(kind, fields, (review,) if review else ())


def _review(view: ClaimView, shelf: Shelf) -> Node:
    book = shelf.catalogue.book
    row = view.row
    address = book.top + row.path
    return {"@id": f"{address}#review"} | thing(
        "ClaimReview",
        url=address,
        name=row.title,
        claimReviewed=row.statement,
        reviewBody=f"{row.badge.text}. {row.finding}".strip(),
        reviewRating=_rating(row.badge.verdict, row.badge.text),
        itemReviewed=_claim(view, shelf),
        author=project(book),
        inLanguage=LANGUAGE,
        **_dates(view),
    )


def _rating(verdict: Verdict | None, words: str) -> Node | None:
    """Give the rating in words with its certainty; none where nothing was rated, such as a slogan."""
    if verdict is None or verdict.review_rating is None:
        return None
    return thing("Rating", ratingValue=verdict.review_rating, bestRating=_BEST, worstRating=_WORST, alternateName=words)


def _claim(view: ClaimView, shelf: Shelf) -> Node:
    articles = shelf.catalogue.articles
    claim = shelf.catalogue.claims[view.row.id]
    said_in = dict.fromkeys(said.article for said in claim.appearances)
    texts = [reviewed_text(articles[id_]) for id_ in said_in if id_ in articles]
    return thing("Claim", name=view.row.statement, appearance=texts)


def _about(view: ClaimView, shelf: Shelf) -> list[Node]:
    """Name the conditions, and what is tried where the claim is on something that the book itself names."""
    book = shelf.catalogue.book
    condition, tried = ("MedicalCondition", "Drug") if book.medical else ("Thing", "Thing")
    conditions = [thing(condition, name=one.text) for one in view.conditions]
    drug = shelf.catalogue.claims[view.row.id].scope.drug
    return [*conditions, thing(tried, name=drug)] if drug in book.psychoactive else conditions


def _dates(view: ClaimView) -> Node:
    return known(datePublished=_iso(view.published), dateModified=_iso(view.modified))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
