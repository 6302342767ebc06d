"""What changed about claims: which there are, how they are rated, what bears on them, what they say."""

from collections.abc import Iterator, Mapping

from claimbook.model import Claim, ReviewState
from claimbook.revisions.fields import FieldChange, differences
from claimbook.revisions.ratings import against_rule, rating_changes, suggestion_changes, weighing_changes
from claimbook.revisions.said import wording_changes
from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind, Turn, of_claim
from claimbook.views.base import badge

_KINDS: Mapping[str, Kind] = {
    "evidence": Kind.EVIDENCE,
    "grading": Kind.JUDGEMENT,
    "rating": Kind.JUDGEMENT,
    "review": Kind.JUDGEMENT,
}
"""Where the fields of a claim belong; all others are texts."""
_TOLD_ELSEWHERE = ("appearances",)
_FIRST = ("statement", "force", "type", "importance", "finding", "title")
"""Texts that a reviewer reads first."""


def claim_changes(old: State, new: State) -> Iterator[Change]:
    """Find what changed about claims."""
    before, after = old.catalogue.claims, new.catalogue.claims
    successors = _successors(old, new)
    for id_, claim in after.items():
        formerly = next((former for former, successor in successors.items() if successor == id_), id_)
        earlier = before.get(id_) or (before.get(formerly) if id_ not in before else None)
        if earlier:
            yield from _changed(earlier, claim, old, new)
        elif not old.hides("claims", id_):
            yield _added(claim, new)
    for id_, claim in before.items():
        if id_ not in after and not new.hides("claims", id_):
            yield from _gone(claim, successors.get(id_, ""), new, known=successors.get(id_, "") in before)


def _successors(old: State, new: State) -> Mapping[str, str]:
    """Name the claims to which the addresses of former ones lead now."""
    before, after = old.catalogue.claims, new.catalogue.claims
    led = {alias: claim.id for claim in after.values() for alias in claim.aliases}
    return {id_: led[id_] for id_ in before if id_ not in after and id_ in led}


def _added(claim: Claim, state: State) -> Change:
    note = f"{claim.statement} {against_rule(claim, state)}".strip()
    return of_claim(claim, Kind.CLAIM, Turn("added", "", badge(claim).text), note)


def _gone(claim: Claim, successor: str, new: State, *, known: bool) -> Iterator[Change]:
    if not successor:
        note = (
            "Where it was renamed, add this id to aliases of the new record. Else put the record back, set "
            "review.status to withdrawn and say why in review.reason."
        )
        yield of_claim(claim, Kind.REMOVED, Turn("removed", badge(claim).text), note)
    elif known:
        joined = new.catalogue.claims[successor]
        yield of_claim(claim, Kind.CLAIM, Turn(f"now part of {successor}", badge(claim).text, badge(joined).text))


def _changed(before: Claim, after: Claim, old: State, new: State) -> Iterator[Change]:
    yield from _events(before, after, old, new)
    rated = [*rating_changes(before, after, new)]
    yield from rated
    yield from suggestion_changes(before, after, old, new)
    yield from weighing_changes(before, after, old, new)
    yield from wording_changes(before, after, old, new)
    yield from _fields(before, after, told=bool(rated))


def _events(before: Claim, after: Claim, old: State, new: State) -> Iterator[Change]:
    if before.id != after.id:
        yield of_claim(after, Kind.CLAIM, Turn("renamed", before.id, after.id), "The old address leads here.")
    was, is_ = before.review.status, after.review.status
    if was is not is_:
        what = "withdrawn" if is_ is ReviewState.WITHDRAWN else "state"
        note = after.review.reason if is_ is ReviewState.WITHDRAWN else ""
        yield of_claim(after, Kind.CLAIM, Turn(what, _stood(before), _stood(after)), note)
    folders = old.catalogue.category_of[before.id], new.catalogue.category_of[after.id]
    if folders[0] != folders[1]:
        yield of_claim(after, Kind.CLAIM, Turn("category", *folders))


def _stood(claim: Claim) -> str:
    state = claim.review.status
    return state.label if state is ReviewState.WITHDRAWN else f"{state.label}: {badge(claim).text}"


def _fields(before: Claim, after: Claim, *, told: bool) -> Iterator[Change]:
    """Tell all that differs in the record, but for what has been told in better words."""
    found = [one for one in differences(before, after) if not _is_told(one.path, told=told)]
    for one in sorted(found, key=_place):
        kind = _KINDS.get(one.path[0], Kind.TEXT)
        yield of_claim(after, kind, one.told(int(kind is Kind.EVIDENCE)))


def _is_told(path: tuple[str, ...], *, told: bool) -> bool:
    if path == ("id",) or path[:2] == ("review", "status"):
        return True
    return path[0] in _TOLD_ELSEWHERE or (told and path in (("rating", "verdict"), ("rating", "certainty")))


def _place(one: FieldChange) -> int:
    return _FIRST.index(one.path[0]) if one.path[0] in _FIRST else len(_FIRST)
