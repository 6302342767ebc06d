"""What changed in how a claim is rated: by people, and by the published rule."""

from collections.abc import Iterator

from claimbook.model import Certainty, Claim, Down, HistoryKind, ReviewState, Verdict
from claimbook.revisions.fields import pairs, words
from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind, Turn, of_claim
from claimbook.verdicts import Suggestion, Weighed
from claimbook.views.base import Badge, badge
from claimbook.views.grading import differs

_TELLING = frozenset({HistoryKind.RATING, HistoryKind.CORRECTION, HistoryKind.RETRACTION, HistoryKind.ADDED})
"""Entries of a history that tell of a changed rating."""


def rating_changes(before: Claim, after: Claim, new: State) -> Iterator[Change]:
    """Tell of another verdict, certainty or basis; of claims that stand and stood."""
    if ReviewState.WITHDRAWN in (before.review.status, after.review.status):
        return
    old, now = _rated(before), _rated(after)
    if old != now:
        note = " ".join(filter(None, (against_rule(after, new), _told_nowhere(before, after))))
        yield of_claim(after, Kind.RATING, Turn("rating", old, now), note)


def _rated(claim: Claim) -> str:
    """Say verdict and certainty; where the badge shows a basis instead, the certainty too if there is one."""
    shown, rating = badge(claim), claim.rating
    hidden = rating and shown.second is not rating.certainty and rating.certainty is not Certainty.NOT_RATED
    return f"{shown.text} ({rating.certainty.label.lower()})" if rating and hidden else shown.text


def _told_nowhere(before: Claim, after: Claim) -> str:
    was_told = sum(entry.kind in _TELLING for entry in before.history)
    is_told = sum(entry.kind in _TELLING for entry in after.history)
    told = is_told > was_told or after.rating is None
    return "" if told else "The claim's history does not tell of it: add a line of kind rating."


def against_rule(claim: Claim, state: State) -> str:
    """Say how a confirmed rating stands towards what the rule suggests; empty where nothing is confirmed."""
    suggestion = state.shelf.suggestions[claim.id]
    if claim.rating is None or not state.weighs(claim):
        return ""
    reason = claim.rating.why_not_rule.strip()
    if suggestion.verdict is None:
        return "The rule suggests nothing."
    if not differs(claim, suggestion):
        return "The rule suggests the same" + (", so why_not_rule has no use." if reason else ".")
    told = f"The reason given: {reason}" if reason else "No reason is given (why_not_rule)."
    return f"The rule suggests “{_suggested(suggestion)}”. {told}"


def suggestion_changes(before: Claim, after: Claim, old: State, new: State) -> Iterator[Change]:
    """Tell what the rule suggests now, and which of its steps led there."""
    if not (old.weighs(before) and new.weighs(after)):
        return
    was, is_ = old.shelf.suggestions[before.id], new.shelf.suggestions[after.id]
    if (was.verdict, was.certainty) != (is_.verdict, is_.certainty):
        stays = "" if _rated(before) != _rated(after) or not after.rating else f"The rating stays {_rated(after)}. "
        note = f"{stays}{against_rule(after, new)}"
        yield of_claim(after, Kind.SUGGESTION, Turn("suggestion", _suggested(was), _suggested(is_)), note)
    turns = map(Turn, _STEPS, _steps(was), _steps(is_))
    yield from (of_claim(after, Kind.JUDGEMENT, turn) for turn in turns if turn.before != turn.after)
    yield from _downs(after, was, is_)


_STEPS = (
    "where the evidence starts",
    "how near to people it comes",
    "which way most of it points",
    "how the sides weigh",
    "whether only indirect studies decide",
)


def _steps(suggestion: Suggestion) -> tuple[str, ...]:
    """Say in words what the rule came by on its way."""
    for_it, no_effect, against = suggestion.weights
    sides = f"{for_it} for, {no_effect} no effect, {against} against"
    start, stage, net = suggestion.start, suggestion.stage, suggestion.net
    return (words(start), words(stage), net.label, sides, words(suggestion.borrowed))


def _downs(after: Claim, was: Suggestion, is_: Suggestion) -> Iterator[Change]:
    """Tell of steps down that the fields of the records suggest otherwise than before."""
    for word in Down:
        old, new = was.downs.get(word), is_.downs.get(word)
        steps = [str(one.by if one else 0) for one in (old, new)]
        if steps[0] != steps[1]:
            turn = Turn(f"step down that the fields suggest for {word.label.lower()}", *steps)
            yield of_claim(after, Kind.JUDGEMENT, turn, new.reason if new else "")


def _suggested(suggestion: Suggestion) -> str:
    verdict: Verdict | None = suggestion.verdict
    return Badge(verdict, suggestion.certainty, ReviewState.PUBLISHED).text if verdict else "nothing"


def weighing_changes(before: Claim, after: Claim, old: State, new: State) -> Iterator[Change]:
    """Tell which findings came to count, or count no longer, or are left out for another reason."""
    if not (old.weighs(before) and new.weighs(after)):
        return
    was, is_ = _fates(before, old), _fates(after, new)
    for (name, _), earlier, later in pairs(was, is_, lambda one: one[0]):
        fates = [_fate(one[1]) if one else "" for one in (earlier, later)]
        if fates[0] != fates[1]:
            turn = Turn(f"{name}, whether it counts", *fates)
            yield of_claim(after, Kind.EVIDENCE, turn, later[1].words if later else "")


def _fates(claim: Claim, state: State) -> list[tuple[str, Weighed]]:
    items = zip(claim.evidence, state.shelf.suggestions[claim.id].items, strict=True)
    return [(f"{item.study} · {item.finding}", fate) for item, fate in items]


def _fate(one: Weighed) -> str:
    return f"{one.outcome.label} as {one.weight} studies" if one.weight > 1 else one.outcome.label
