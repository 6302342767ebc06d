"""The way to a suggestion in plain words: one line a step."""

from collections.abc import Iterator, Mapping

from claimbook.model import Certainty, Claim, Down, Verdict
from claimbook.verdicts.counting import Count
from claimbook.verdicts.rule import Case, Limit, may_go_up
from claimbook.verdicts.terms import Line, Outcome, SuggestedStep


def counting_lines(count: Count) -> Iterator[Line]:
    """Say what counts, what does not and why, and how the sides weigh."""
    counted = [item.study for item in count.outcomes if item.counts]
    background = [item.study for item in count.outcomes if item.outcome is Outcome.CONTEXT]
    out = [f"{item.study}: {item.words}" for item in count.outcomes if item.left_out]
    yield Line("What counts", f"{len(counted)} of {len(count.outcomes)}", ", ".join(counted) or "Nothing counts.")
    if background:
        yield Line("Background", str(len(background)), ", ".join(background))
    if out:
        yield Line("Left out", str(len(out)), " ".join(out))
    if counted:
        for_it, no_effect, against = count.weights
        sides = f"{for_it} for, {no_effect} no effect, {against} against"
        yield Line("Weights", sides, "Counted in studies; a review stands for those on the side of its result.")


def grading_lines(case: Case, downs: Mapping[Down, SuggestedStep]) -> Iterator[Line]:
    """Give net, start, every step that was typed or suggested, and the certainty they come to."""
    where = case.stage.plain if case.stage else "The best kind of study on the side that decides starts here."
    yield Line("Net", case.net.label, case.net.plain)
    yield Line("Start", case.start.label, where)
    yield from _downs(case.claim, downs)
    applied = may_go_up(case.claim, case.start)
    for reason, step in case.claim.grading.up.items():
        note = step.reason if applied else "Not applied: only what starts low, with nothing taken off, can rise."
        yield Line(reason.label, f"+{step.by}" if applied else "0", note)
    yield Line("Certainty", case.certainty.label, case.certainty.plain)


def _downs(claim: Claim, downs: Mapping[Down, SuggestedStep]) -> Iterator[Line]:
    for reason in Down:
        typed = claim.grading.down.get(reason)
        if typed is not None:
            yield Line(reason.label, f"-{typed.by}" if typed.by else "0", typed.reason)
        elif reason in downs:
            suggested = downs[reason]
            yield Line(
                reason.label, "0", f"Nothing was taken off; the fields suggest {suggested.by}: {suggested.reason}"
            )


def table_line(case: Case, verdict: Verdict) -> Line:
    """Tell where the rule table was read."""
    where = f"{case.net.label}, {case.certainty.label.lower()}, worded {case.claim.force.label.lower()}."
    return Line("Rule table", verdict.label, where)


def limit_line(limit: Limit, verdict: Verdict) -> Line:
    """Tell of a limit that moved the verdict."""
    return Line(f"Limit: {limit.name}", verdict.label, limit.words)


def suggestion_line(verdict: Verdict | None, certainty: Certainty | None, reason: str = "") -> Line:
    """Close the way."""
    if verdict is None or certainty is None:
        return Line("Suggestion", "none", reason)
    return Line("Suggestion", f"{verdict.label} · {certainty.label}", reason)
