"""What articles say, and how their wording compares with research."""

from dataclasses import dataclass

from claimbook.model import Appearance, Cites, Claim, ClaimType, Stretch, Term, Wording
from claimbook.views.base import Link, Source, Tally, tally
from claimbook.views.shelf import Shelf

_BELOW_ALL = -2
"""Less than the level of any wording."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One place where an article says it."""

    heading: str
    paragraph: int
    quote: str
    force: Term
    note: str
    wording: Wording
    wording_label: str
    stretch: tuple[Stretch, ...]
    cites: Term | None
    """How a source is named; none where none is."""
    check: Term | None
    cited: Source | None


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """What one article says."""

    article: Link
    strongest: SaidView
    """The passage whose wording goes furthest beyond research; the first of several."""
    others: tuple[SaidView, ...]
    wordings: tuple[Tally, ...]
    """How the others are worded."""


@dataclass(frozen=True, slots=True)
class SaidTotals:
    """What the articles say, in numbers."""

    passages: int
    articles: int
    wordings: tuple[Tally, ...]
    sourced: int
    """Passages that name a source, of whatever kind."""


def view_totals(claim: Claim, shelf: Shelf) -> SaidTotals:
    """Count the places where articles say it, by their wording."""
    said = claim.appearances
    return SaidTotals(
        passages=len(said),
        articles=len({one.article for one in said}),
        wordings=tally(Wording, shelf.wordings[claim.id]),
        sourced=sum(one.cites is not Cites.NONE for one in said),
    )


def view_all_said(claim: Claim, shelf: Shelf) -> tuple[SaidGroup, ...]:
    """Show what each article says, article by article."""
    groups: dict[str, list[SaidView]] = {}
    for said, level in zip(claim.appearances, shelf.wordings[claim.id], strict=True):
        groups.setdefault(said.article, []).append(view_said(claim.type, said, level, shelf))
    titles = shelf.catalogue.articles
    return tuple(_group(Link(titles[id_].title, f"articles/{id_}/"), items) for id_, items in groups.items())


def _group(article: Link, items: list[SaidView]) -> SaidGroup:
    strongest = max(items, key=lambda one: overstatement(one.wording))
    others = tuple(one for one in items if one is not strongest)
    return SaidGroup(article, strongest, others, tally(Wording, [one.wording for one in others]))


def overstatement(wording: Wording) -> int:
    """Count the steps beyond what research allows; wording that was not rated comes last."""
    return _BELOW_ALL if wording.level is None else wording.level


def passage_id(number: int) -> str:
    """Give the place on an article's page of its passage with this number, from 1, in reading order."""
    return f"said-{number}"


def view_said(type_: ClaimType, said: Appearance, level: Wording, shelf: Shelf) -> SaidView:
    """Show what an article says, and how its wording compares."""
    return SaidView(
        heading=said.heading,
        paragraph=said.paragraph,
        quote=said.quote,
        force=said.force,
        note=said.force_note,
        wording=level,
        wording_label=wording_label(type_, level),
        stretch=said.stretch,
        cites=None if said.cites is Cites.NONE else said.cites,
        check=said.cites_check,
        cited=shelf.sources.get(said.cites_ref or ""),
    )


def wording_label(type_: ClaimType, level: Wording) -> str:
    """Name the level; a warning that is worded too weakly plays a risk down."""
    plays_down = level is Wording.UNDERSTATED and type_ is ClaimType.HARM_ASSERTED
    return "Plays the risk down" if plays_down else level.label
