"""What a claim's page shows."""

from dataclasses import dataclass
from datetime import date

from claimbook.model import (
    UNSPECIFIED,
    Certainty,
    Claim,
    HistoryEntry,
    Judgement,
    Method,
    ReviewState,
    Scope,
    Search,
    SecondRating,
    Term,
)
from claimbook.verdicts import RULE_SET
from claimbook.views.base import Badge, ClaimRow, Link, Prose, Source, capital, first_sentence, prose, stood_by
from claimbook.views.cite import CiteView, view_cite
from claimbook.views.directions import DirectionView, view_direction
from claimbook.views.evidence import (
    DoubtView,
    EvidenceGroup,
    NumbersView,
    view_counting,
    view_doubts,
    view_evidence,
    view_numbers,
)
from claimbook.views.forests import ForestsView, view_forests
from claimbook.views.grading import GradingView, view_grading
from claimbook.views.harms import HarmRow, view_harms
from claimbook.views.lookup import Lookup, view_lookup
from claimbook.views.paths import condition_path
from claimbook.views.said import SaidGroup, SaidTotals, view_all_said, view_totals
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class SearchNote:
    """When and what was searched."""

    path: str
    question: str
    date: date


@dataclass(frozen=True, slots=True)
class SecondView:
    """A second rating, and how it compares with the first."""

    date: date
    raters: tuple[str, ...]
    agreed: bool
    first: str
    """Both halves of the first badge, in words."""
    second: str
    differed_on: tuple[Term, ...]
    resolved: Prose


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything on a claim's page."""

    row: ClaimRow
    record: str
    """File of the record, from the top of the book."""
    method: Method
    stage: Term | None
    """For mechanism claims, how near to people the evidence comes."""
    force: Term
    conditions: tuple[Link, ...]
    scope: tuple[tuple[str, str], ...]
    left_open: tuple[str, ...]
    """Parts of the scope on which the articles say nothing."""
    raters: tuple[str, ...]
    second: SecondView | None
    search: SearchNote | None
    withdrawn: str
    doubts: tuple[DoubtView, ...]
    """What has become of sources that count."""
    quiet_doubts: tuple[DoubtView, ...]
    """What has become of listed sources that carry no weight."""
    why_label: str
    why: Prose
    totals: SaidTotals
    said: tuple[SaidGroup, ...]
    numbers: tuple[NumbersView, ...]
    holds_for: tuple[str, ...]
    not_shown_for: tuple[str, ...]
    detail: tuple[Prose, ...]
    """Paragraphs."""
    counting: tuple[Source, ...]
    """The sources that count."""
    harms: tuple[HarmRow, ...]
    """What is known of every kind of harm; empty where the claim is on none."""
    evidence: tuple[EvidenceGroup, ...]
    sources: tuple[Source, ...]
    """All listed sources, each once; on paper they are named with the ends of their addresses."""
    direction_plot: DirectionView | None
    """None where fewer than three studies test the statement."""
    forests: ForestsView | None
    """None where no two studies share a measure."""
    grading: GradingView
    what_would_change: Prose
    history: tuple[HistoryEntry, ...]
    """Newest first."""
    opposites: tuple[ClaimRow, ...]
    """Claims that say the opposite."""
    related: tuple[ClaimRow, ...]
    cite: CiteView
    lookup: Lookup
    """How the search finds it."""
    book: str
    rule_set: str
    reviewed: str
    """Who has reviewed the ratings, in one sentence."""

    @property
    def one_rater(self) -> bool:
        """Whether a single person rated it, once."""
        return len(self.raters) == 1 and self.second is None

    @property
    def published(self) -> date | None:
        """Day on which the rating was first published; none while unrated."""
        return min(self._days, default=None)

    @property
    def modified(self) -> date | None:
        """Day on which the rating was last touched; none while unrated."""
        return max(self._days, default=None)

    @property
    def _days(self) -> list[date]:
        return [entry.date for entry in self.history] + ([self.row.rated] if self.row.rated else [])

    @property
    def not_counted(self) -> int:
        """Findings that are listed without weight."""
        return sum(len(group.others) for group in self.evidence)


_SCOPE = ("population", "drug", "route", "dose", "comparator", "outcome", "timeframe")


def view_claim(claim: Claim, shelf: Shelf) -> ClaimView:
    """Cut a claim's page from the book."""
    claim, catalogue = stood_by(claim), shelf.catalogue
    row = shelf.rows[claim.id]
    grading = view_grading(claim, shelf)
    scope = _scope(claim.scope, shelf)
    return ClaimView(
        row=row,
        record=f"claims/{catalogue.category_of[claim.id]}/{claim.id}.yml",
        method=claim.method,
        stage=grading.stage if claim.method is Method.MECHANISM else None,
        force=claim.force,
        conditions=tuple(Link(shelf.conditions.get(code, code), condition_path(code)) for code in claim.conditions),
        scope=tuple((capital(name), text) for name, text in scope if text),
        left_open=tuple(name for name, text in scope if not text),
        raters=shelf.people(claim.rating.by if claim.rating else ()),
        second=_second(claim.review.second, shelf),
        search=_search(catalogue.searches.get(claim.search or "")),
        withdrawn=claim.review.reason,
        doubts=view_doubts(claim, shelf, weighing=True),
        quiet_doubts=view_doubts(claim, shelf, weighing=False),
        why_label=_why_label(claim),
        why=prose(claim.why, shelf.sources),
        totals=view_totals(claim, shelf),
        said=view_all_said(claim, shelf),
        numbers=tuple(view_numbers(row, shelf) for row in claim.numbers),
        holds_for=claim.holds_for,
        not_shown_for=claim.not_shown_for,
        detail=tuple(prose(paragraph, shelf.sources) for paragraph in _paragraphs(claim.detail)),
        counting=view_counting(claim, shelf),
        harms=view_harms(claim, shelf),
        evidence=view_evidence(claim, shelf),
        sources=tuple(shelf.sources[key] for key in dict.fromkeys(item.study for item in claim.evidence)),
        direction_plot=view_direction(claim, shelf),
        forests=view_forests(claim, shelf),
        grading=grading,
        what_would_change=prose(claim.what_would_change, shelf.sources),
        history=claim.history[::-1],
        opposites=shelf.opposites.get(claim.id, ()),
        related=tuple(shelf.rows[id_] for id_ in claim.related if id_ in shelf.rows),
        cite=view_cite(claim),
        lookup=view_lookup(claim, catalogue.book),
        book=catalogue.book.title,
        rule_set=RULE_SET,
        reviewed=first_sentence(catalogue.book.notices.reviewed),
    )


def _second(second: SecondRating | None, shelf: Shelf) -> SecondView | None:
    if second is None:
        return None
    return SecondView(
        date=second.date,
        raters=shelf.people(second.by),
        agreed=second.agreed,
        first=_judged(second.first),
        second=_judged(second.second),
        differed_on=second.differed_on,
        resolved=prose(second.resolved, shelf.sources),
    )


def _judged(judgement: Judgement) -> str:
    return Badge(judgement.verdict, judgement.certainty, ReviewState.PUBLISHED).text


def _why_label(claim: Claim) -> str:
    """Ask for the reason of doubt where certainty was rated and is not high."""
    doubt = claim.rating is not None and 0 < claim.rating.certainty.points < Certainty.HIGH.points
    return "Why not more sure" if doubt else "Why"


def _scope(scope: Scope, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Name every part of the scope; what the articles leave open has no text."""
    texts = {name: getattr(scope, name) for name in _SCOPE if name != "route"}
    words = shelf.catalogue.book.words
    named = {"drug": words.drug, "route": words.route, "dose": words.dose}
    texts["route"] = ", ".join(shelf.routes.get(code, code) for code in scope.route)
    return tuple((named.get(name, name), "" if texts[name] == UNSPECIFIED else texts[name]) for name in _SCOPE)


def _search(search: Search | None) -> SearchNote | None:
    return SearchNote(f"methods/#search-{search.id}", search.question, search.date) if search else None


def _paragraphs(text: str) -> list[str]:
    """Split at empty lines; YAML's folded style (>) has already made one line break of each."""
    parts = text.split("\n\n" if "\n\n" in text.strip() else "\n")
    return [part for part in parts if part.strip()]
