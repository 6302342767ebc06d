"""How a claim was rated: what the rule was given, what it suggests, and where people differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimbook.model import Certainty, Claim, Down, Method, Stage, Step, Term, Up
from claimbook.verdicts import Line, Outcome, SuggestedStep, Suggestion, Weighed
from claimbook.views.base import Badge, Piece, Prose, prose, reason
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class StepView:
    """One reason to go down or up."""

    reason: Term
    by: int
    suggested: int | None
    """What the fields of the records suggest; none for steps up, which only people can judge."""
    why: Prose
    """In the raters' words."""
    why_suggested: Prose


@dataclass(frozen=True, slots=True)
class LineView:
    """One step of the rule's way to its suggestion."""

    what: str
    result: str
    reason: Prose


@dataclass(frozen=True, slots=True)
class GradingView:
    """How a claim was rated."""

    start: Certainty | None
    stage: Stage | None
    downs: tuple[StepView, ...]
    """All five reasons, or none where nothing is graded."""
    ups: tuple[StepView, ...]
    """All three reasons, or none where nothing is graded."""
    blinding: Prose
    settings: tuple[tuple[str, str], ...]
    """What else the rule was told."""
    suggested: Badge | None
    """What the rule suggests; none where it suggests nothing."""
    lines: tuple[LineView, ...]
    differs: bool
    """Whether the confirmed rating is another than the suggested one."""
    why_not_rule: Prose


GRADED = (Method.CLINICAL, Method.MECHANISM)
_TOLD_ABOVE = frozenset({"Background", "Left out", *(reason.label for reason in (*Down, *Up))})
"""Steps whose reasons the page has given by then, in the list of studies or in the table of reasons."""


def view_grading(claim: Claim, shelf: Shelf) -> GradingView:
    """Show how a claim was rated."""
    suggestion = shelf.suggestions[claim.id]
    graded = claim.method in GRADED
    rating = claim.rating
    return GradingView(
        start=suggestion.start,
        stage=suggestion.stage,
        downs=tuple(_down(word, claim, suggestion, shelf) for word in Down) if graded else (),
        ups=tuple(_up(word, claim.grading.up, shelf) for word in Up) if graded else (),
        blinding=prose(claim.grading.blinding, shelf.sources),
        settings=tuple(_settings(claim)),
        suggested=_suggested(claim, suggestion),
        lines=tuple(_line(line, shelf) for line in suggestion.steps),
        differs=differs(claim, suggestion),
        why_not_rule=prose(rating.why_not_rule if rating else "", shelf.sources),
    )


def differs(claim: Claim, suggestion: Suggestion) -> bool:
    """Whether the confirmed rating is another than the suggested one."""
    rating = claim.rating
    if rating is None or suggestion.verdict is None:
        return False
    return (rating.verdict, rating.certainty) != (suggestion.verdict, suggestion.certainty)


def left_out(item: Weighed, shelf: Shelf) -> Prose:
    """Say why an item of evidence is not weighed; empty where it is, or is only background."""
    if item.outcome in (Outcome.COUNTS, Outcome.CONTEXT):
        return ()
    speaker = shelf.sources.get(item.by)
    by = (Piece(" See ", None), Piece(speaker.short, speaker), Piece(".", None)) if speaker else ()
    return (Piece(f"{item.outcome.label}. {item.outcome.plain}", None), *by)


def _suggested(claim: Claim, suggestion: Suggestion) -> Badge | None:
    if suggestion.verdict is None:
        return None
    return Badge(suggestion.verdict, suggestion.certainty, claim.review.status)


def _down(word: Down, claim: Claim, suggestion: Suggestion, shelf: Shelf) -> StepView:
    typed = claim.grading.down.get(word)
    hint = suggestion.downs.get(word) or SuggestedStep(0, "")
    return StepView(
        word,
        typed.by if typed else 0,
        hint.by,
        reason(typed.reason if typed else "", shelf.sources),
        reason(hint.reason, shelf.sources),
    )


def _up(word: Up, typed: Mapping[Up, Step], shelf: Shelf) -> StepView:
    step = typed.get(word)
    return StepView(word, step.by if step else 0, None, reason(step.reason if step else "", shelf.sources), ())


def _line(line: Line, shelf: Shelf) -> LineView:
    told = line.what in _TOLD_ABOVE
    return LineView(line.what, line.result, () if told else reason(line.reason, shelf.sources))


_ANSWERS = {True: "yes", False: "no", "not-relevant": "not relevant"}


def _settings(claim: Claim) -> Iterator[tuple[str, str]]:
    """Say what else the rule was told, in words."""
    grading = claim.grading
    if claim.method is not Method.NONE:
        yield "Do the studies that count cover the whole scope?", _ANSWERS[grading.scope_covered]
    if grading.long_term_covered is not None:
        yield "Was anyone watched for six months or more?", _ANSWERS[grading.long_term_covered]
    if grading.important:
        important = grading.important
        yield "Smallest effect that matters", f"{important.measure} {important.value:g} ({important.source})"
    if grading.fact_basis:
        yield "Strongest kind of source found", grading.fact_basis.label
    if grading.not_checkable:
        yield "Why it cannot be checked", f"{grading.not_checkable.label}. {grading.not_checkable.plain}"
