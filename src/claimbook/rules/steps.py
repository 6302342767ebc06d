"""Rules about steps up and down: those the records suggest are taken, or refused with a reason."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim, Down, Method
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.verdicts import Net, may_go_up

_NAMES_STUDIES = 20
"""Characters of a reason for a step; fewer cannot name what the step rests on."""


def _typed(claim: Claim, reason: Down) -> int:
    step = claim.grading.down.get(reason)
    return step.by if step else 0


@rule(Level.ERROR, "claims")
def unexplained_step(context: Context, claim: Claim) -> Iterator[Problem]:
    """Every step down that the records suggest is taken, or refused with a reason.

    The build reads the number of people, the controls and the follow-up from the study records and suggests how many
    steps to go down. Judging otherwise is a person's right, silence is not. Write the step under `grading: down`, with
    0 where you refuse it, and a reason that names the studies (20 characters or more).

    Bad:

        grading:
          down:  # <-
            imprecision:

    Good:

        grading:
          down:
            imprecision: {by: 2, reason: "Twelve people in the only trial, zed2020."}
    """
    weighed = context.weighed(claim)
    downs = weighed[1].downs if weighed else {}
    for reason, suggested in downs.items():
        if suggested.by and reason not in claim.grading.down:
            why = suggested.reason.removesuffix(".")
            message = f"nothing is said about {reason}, where the records suggest {suggested.by}: {why}"
            hint = f'add {reason}: {{by: {suggested.by}, reason: "…"}}, or by: 0 with a reason'
            yield Problem(("grading", "down", reason), message, hint)
    for reason, step in claim.grading.down.items():
        differs = step.by or reason in downs
        if differs and len(step.reason.strip()) < _NAMES_STUDIES:
            hint = "say what in which studies makes the difference"
            yield Problem(("grading", "down", reason, "reason"), f"the reason for {reason} is too short", hint)


@rule(Level.ERROR, "claims")
def too_many_steps(_context: Context, claim: Claim) -> Iterator[Problem]:
    """No reason moves the certainty further than the published rule lets it.

    Most reasons weigh up to two steps; `publication-bias`, `dose-response` and `opposing-confounding` one at most.
    Write by: 1.

    Bad:

        grading:
          down:
            publication-bias: {by: 2, reason: "All trials come from one group, that of zed2020."}  # <-

    Good:

        grading:
          down:
            publication-bias: {by: 1, reason: "All trials come from one group, that of zed2020."}
        rating:
          why_not_rule: One group published every trial, which the fields cannot show.
    """
    for way, steps in (("down", claim.grading.down), ("up", claim.grading.up)):
        for reason, step in steps.items():
            if step.by > reason.most:
                message = f"{reason} moves the certainty by {reason.most} at most"
                yield Problem(("grading", way, reason, "by"), message, f"write by: {reason.most}")


@rule(Level.ERROR, "claims")
def upgrade_not_allowed(context: Context, claim: Claim) -> Iterator[Problem]:
    """Certainty goes up only for effects and harms that start low, with nothing taken off.

    What is already doubted cannot at the same time be surer than its design. Take the step up out.

    Bad:

        grading:
          up:
            large-effect: {by: 1, reason: "Nearly everybody in zed2020 improved."}  # <-

    Good:

        grading:
          up: {}
    """
    weighed = context.weighed(claim)
    if weighed is None or may_go_up(claim, weighed[1].start):
        return
    for reason, step in claim.grading.up.items():
        if step.by:
            message = "certainty goes up only for effects and harms that start low, with nothing taken off"
            yield Problem(("grading", "up", reason), message, f"take {reason} out")


@rule(Level.ERROR, "claims")
def split_without_inconsistency(context: Context, claim: Claim) -> Iterator[Problem]:
    """Where studies disagree, certainty goes down for it.

    A quarter or more of what counts stands on the other side. Nobody can be as sure as if they agreed. Write
    inconsistency: by 1 or 2, with a reason that names the studies on both sides.

    Bad:

        evidence:
          - {study: abe2010, finding: worries-scale, bearing: supports}
          - {study: zed2020, finding: worries-scale, bearing: contradicts}
        grading:
          down:  # <-
            risk-of-bias: {by: 1, reason: "Saline controls in both trials."}

    Good:

        evidence:
          - {study: abe2010, finding: worries-scale, bearing: supports}
          - {study: zed2020, finding: worries-scale, bearing: contradicts}
        grading:
          down:
            inconsistency: {by: 2, reason: "abe2010 and zed2020 point different ways."}
    """
    weighed = context.weighed(claim)
    if weighed is None or weighed[1].net is not Net.SPLIT or claim.method is Method.FACT:
        return
    if not _typed(claim, Down.INCONSISTENCY):
        hint = "add inconsistency: by 1 or 2, with a reason that names the studies"
        yield Problem(("grading", "down", Down.INCONSISTENCY), "the studies are split, and nothing is taken off", hint)


@rule(Level.ERROR, "claims")
def borrowed_without_indirectness(context: Context, claim: Claim) -> Iterator[Problem]:
    """Borrowed evidence costs certainty.

    Nothing direct counts on the side that decides: the answer is borrowed from other people, means, outcomes or
    times. Write indirectness: by 1 or 2, with a reason that names what differs.

    Bad:

        evidence:
          - {directness: indirect, indirect_in: [population]}
        grading:
          down:  # <-
            risk-of-bias: {by: 1, reason: "Saline control in zed2020."}

    Good:

        evidence:
          - {directness: indirect, indirect_in: [population]}
        grading:
          down:
            indirectness: {by: 1, reason: "The people of zed2020 were younger than meant."}
    """
    weighed = context.weighed(claim)
    if weighed is not None and weighed[1].borrowed and not _typed(claim, Down.INDIRECTNESS):
        hint = "add indirectness: by 1 or 2, with a reason that names what differs"
        yield Problem(("grading", "down", Down.INDIRECTNESS), "nothing direct decides, and nothing is taken off", hint)
