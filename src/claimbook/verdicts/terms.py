"""What weighing hands on: its own words, and the suggestion with every step that led to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from claimbook.model import Bearing, Certainty, Down, Stage, Term, Verdict

RULE_SET = "1.1.0"
"""Version of the published rule that this package carries out."""


class Side(Term):
    """Where an item that counts stands towards the statement."""

    FOR = "for", "For it", "Backs the statement, in whole or in part."
    NO_EFFECT = "no-effect", "No such effect", "Shows no difference, or a trivial one."
    AGAINST = "against", "Against it", "Points the other way, or makes the statement false."


SIDES: Mapping[Bearing, Side] = {
    Bearing.SUPPORTS: Side.FOR,
    Bearing.SUPPORTS_PART: Side.FOR,
    Bearing.NO_EFFECT: Side.NO_EFFECT,
    Bearing.CONTRADICTS: Side.AGAINST,
}
"""The side of each bearing; background takes none."""


class Net(Term):
    """Which way most of what counts points."""

    FOR_WHOLE = "for-whole", "For the whole statement", "Most of what counts backs it, over its whole scope."
    FOR_PART = "for-part", "For part of the statement", "Most of what counts backs it, but not over its whole scope."
    SPLIT = "split", "Split", "What counts points in different directions."
    NO_EFFECT = "no-effect", "No effect shown", "Most of what counts shows no such effect."
    AGAINST = "against", "Against the statement", "Most of what counts points the other way."
    NONE = "none", "Nothing weighed", "Nothing counts, or the statement is not weighed but checked."


class Outcome(Term):
    """What became of one item of evidence."""

    COUNTS = "counts", "Counts", "It is weighed."
    UNKNOWN = "unknown", "Not found", "The study, or this finding of it, is not in the records."
    CONTEXT = "context", "Background", "It does not test the statement."
    CRITICAL = "critical", "Critical risk of bias", "It is too flawed to count."
    RETRACTED = "retracted", "Retracted", "Its journal has withdrawn it."
    NO_SIDE = "no-side", "Takes no side", "Showing no effect says nothing on an assurance or a plain fact."
    NO_START = "no-start", "Kind of study not counted", "This kind of study does not count for this kind of statement."
    NOT_DIRECT = "not-direct", "Not direct enough", "It looked at something too far from the statement."
    SAME_PEOPLE = "same-people", "Same people", "Another item here reports on the same people."
    COVERED = "covered", "Already contained", "A review that counts here already stands for it."
    NEARER_EXISTS = "nearer-exists", "Less direct", "Direct studies count here, so less direct ones do not."
    WEAKER_DESIGN = (
        "weaker-design",
        "Weaker kind of study",
        "Stronger kinds of study count here, so weaker ones do not.",
    )
    NOT_WEIGHED = "not-weighed", "Not weighed", "Nothing is weighed for this claim."


class Weighed(NamedTuple):
    """One item of evidence and what became of it."""

    place: int
    """Position in the claim's evidence, from 0."""
    study: str
    """Key of the study."""
    outcome: Outcome
    by: str = ""
    """Key of the study that speaks for it, where the outcome is covered or same-people."""
    side: Side | None = None
    """Where it stands; none unless it counts."""
    weight: int = 0
    """How many studies it weighs; 0 unless it counts."""

    @property
    def counts(self) -> bool:
        """Whether it is weighed."""
        return self.outcome is Outcome.COUNTS

    @property
    def left_out(self) -> bool:
        """Whether it bears on the statement and yet is not weighed."""
        return self.outcome not in (Outcome.COUNTS, Outcome.CONTEXT)

    @property
    def words(self) -> str:
        """Why it counts or does not, in one plain sentence."""
        if self.outcome is Outcome.COVERED:
            return f"{self.by} counts here and already stands for it."
        if self.outcome is Outcome.SAME_PEOPLE:
            return f"{self.by} counts here and reports on the same people."
        if self.counts and self.weight > 1:
            return f"It is weighed as {self.weight} studies."
        return self.outcome.plain


class Weights(NamedTuple):
    """How many studies count on each side: F, N and A of the published rule."""

    for_it: int
    no_effect: int
    against: int

    @property
    def total(self) -> int:
        """All studies that count."""
        return self.for_it + self.no_effect + self.against


_NOTHING = Weights(0, 0, 0)


class SuggestedStep(NamedTuple):
    """A step down that the fields of the records suggest."""

    by: int
    """Steps, 1 or 2."""
    reason: str
    """Why, with the figures and keys it rests on."""


class Line(NamedTuple):
    """One step of the way to a suggestion, in words for a page."""

    what: str
    result: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the published rule makes of a claim, and how it got there.

    `verdict` and `certainty` are none where the rule suggests nothing. The certainty rests on the
    steps down that people typed; `downs` holds those that the fields suggest, for comparison.
    """

    verdict: Verdict | None
    certainty: Certainty | None
    net: Net = Net.NONE
    start: Certainty | None = None
    """Certainty before any step; for mechanisms the cap of the stage."""
    stage: Stage | None = None
    """Mechanism claims only."""
    weights: Weights = _NOTHING
    borrowed: bool = False
    """Whether nothing direct counts on the side that decides."""
    items: tuple[Weighed, ...] = ()
    """Every item of evidence, in the claim's order."""
    downs: Mapping[Down, SuggestedStep] = field(default_factory=dict)
    """Suggested steps down; a reason that is missing here is suggested as 0."""
    steps: tuple[Line, ...] = ()
    """The way there, in words."""

    @property
    def counted(self) -> tuple[int, ...]:
        """Positions of the items that count."""
        return tuple(item.place for item in self.items if item.counts)

    @property
    def left_out(self) -> Mapping[int, str]:
        """Why items that bear on the statement do not count, by position."""
        return {item.place: item.words for item in self.items if item.left_out}
