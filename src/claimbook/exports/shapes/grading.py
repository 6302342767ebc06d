"""The shape of how a claim was rated."""

from typing import Annotated, TypedDict

from claimbook.exports.shapes.base import Day, Number
from claimbook.model import (
    Certainty,
    Down,
    FactBasis,
    Measure,
    Method,
    NotCheckable,
    Point,
    Stage,
    Up,
    Verdict,
)


class StepDown(TypedDict):
    """A reason to be less sure."""

    reason: Annotated[Down, "Which reason."]
    by: Annotated[int, "Steps down that people took."]
    suggested: Annotated[int, "Steps down that the fields suggest."]
    why: Annotated[str, "Why, in the raters' words."]


class StepUp(TypedDict):
    """A reason to be surer."""

    reason: Annotated[Up, "Which reason."]
    by: Annotated[int, "Steps up."]
    why: Annotated[str, "Why, in the raters' words."]


class Judgement(TypedDict):
    """A verdict and its certainty."""

    verdict: Annotated[Verdict | None, "Does research back the statement?"]
    certainty: Annotated[Certainty | None, "How sure can anyone be?"]


class RuleStep(TypedDict):
    """One step of the rule's way to its suggestion."""

    what: Annotated[str, "What was decided."]
    result: Annotated[str, "How."]
    reason: Annotated[str, "Why."]


class Important(TypedDict):
    """The smallest effect that matters to people."""

    measure: Annotated[Measure, "Unit of the value."]
    value: Annotated[Number, "The value, as a positive number."]
    source: Annotated[str, "Where it comes from."]


class Grading(TypedDict):
    """How it was rated: what the rule was given, what it suggests, where people differ."""

    method: Annotated[Method, "How this kind of claim is judged."]
    start: Annotated[Certainty | None, "Certainty before any step."]
    stage: Annotated[Stage | None, "Mechanisms: how near to people the evidence comes."]
    scope_covered: Annotated[bool, "Whether the studies that count cover the whole scope."]
    long_term_covered: Annotated[bool | str | None, "Assurances: whether anyone was watched for six months or more."]
    important: Annotated[Important | None, "The smallest effect that matters; null where house values hold."]
    fact_basis: Annotated[FactBasis | None, "Plain facts: the strongest kind of source found."]
    not_checkable: Annotated[NotCheckable | None, "Why research cannot test it."]
    down: list[StepDown]
    up: list[StepUp]
    blinding: Annotated[str, "Whether people could tell what they were given."]
    suggested: Annotated[Judgement | None, "What the rule suggests; null where it suggests nothing."]
    steps: Annotated[list[RuleStep], "The rule's way there."]
    differs: Annotated[bool, "Whether people confirmed something else."]
    why_not_rule: Annotated[str, "Why they did."]


class Second(TypedDict):
    """A second, independent rating."""

    date: Annotated[Day, "Day of the comparison."]
    by: Annotated[list[str], "The second raters."]
    first: Judgement
    second: Judgement
    differed_on: Annotated[list[Point], "What the two judged differently."]
    resolved: Annotated[str, "How the differences were resolved."]
