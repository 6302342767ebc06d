"""What a finding says about a claim, and what makes anyone more or less sure of it."""

from claimbook.model.vocabulary.term import Term


class Bearing(Term):
    """What a finding says about this statement, by direction and size, never by significance."""

    SUPPORTS = "supports", "Backs it", "Agrees with the statement by more than a trivial amount."
    SUPPORTS_PART = "supports-part", "Backs it in part", "Agrees for some people, outcomes, amounts or times only."
    NO_EFFECT = "no-effect", "Shows no such effect", "Trivial either way, or reported only as no difference."
    CONTRADICTS = "contradicts", "Goes against it", "Points the other way, or makes the sentence false."
    CONTEXT = "context", "Background", "Useful to know, but does not test the statement."


class Directness(Term):
    """Whether a study looked at what the statement is about."""

    DIRECT = (
        "direct",
        "Direct",
        "It looked at the people, comparison, outcome and time of the statement, and tried the same.",
    )
    INDIRECT = "indirect", "Indirect", "It differs from the statement in a way that matters."


class Mismatch(Term):
    """A respect in which a study differs from the statement."""

    POPULATION = "population", "Other people", "Other people than the statement is about."
    INTERVENTION = "intervention", "Something else tried", "Something else was tried, or in another amount or way."
    COMPARATOR = "comparator", "Other comparison", "Held against something else."
    OUTCOME = "outcome", "Other outcome", "Something else was measured."
    TIME = "time", "Other time", "Measured earlier or later."
    MODEL = "model", "Animals or cells", "Done in another species or in cells."


class RiskOfBias(Term):
    """How far a study's way of working could have bent this result."""

    LOW = "low", "Low risk of bias", "Little reason to doubt how it was done."
    SOME = "some", "Some concerns", "Some reason to doubt how it was done."
    HIGH = "high", "High risk of bias", "Good reason to doubt how it was done."
    CRITICAL = "critical", "Critical risk of bias", "So flawed that it does not count."
    UNCLEAR = "unclear", "Risk of bias unclear", "Too little was read to tell; weighs as some concerns."


class Down(Term):
    """A reason to be less sure (GRADE's five)."""

    RISK_OF_BIAS = "risk-of-bias", "Risk of bias", "How the studies were done leaves room for error.", 2
    INCONSISTENCY = "inconsistency", "Inconsistency", "The studies disagree, and nobody can say why.", 2
    INDIRECTNESS = "indirectness", "Indirectness", "The studies looked at something a little different.", 2
    IMPRECISION = "imprecision", "Imprecision", "Too few people, or too wide a range of possible results.", 2
    PUBLICATION_BIAS = "publication-bias", "Publication bias", "Results that did not please may be missing.", 1

    def __init__(self, _code: str, _label: str, _plain: str, most: int) -> None:
        """Add the most steps this reason can take off."""
        self.most = most


class Up(Term):
    """A reason to be surer (GRADE's three), only for effects and harms that start low."""

    LARGE_EFFECT = "large-effect", "Large effect", "The effect is so large that bias is unlikely to explain it.", 2
    DOSE_RESPONSE = "dose-response", "More gives more", "More of it gave more of the effect.", 1
    OPPOSING_CONFOUNDING = (
        "opposing-confounding",
        "Opposing confounding",
        "What could have bent the result would have hidden it.",
        1,
    )

    def __init__(self, _code: str, _label: str, _plain: str, most: int) -> None:
        """Add the most steps this reason can add."""
        self.most = most


class Stage(Term):
    """How near to people the furthest evidence for a mechanism comes; read off the designs."""

    HUMAN_CONTROLLED = (
        "human-controlled",
        "Seen in people, with a comparison",
        "Measured in people and held against a comparison.",
        4,
    )
    HUMAN_UNCONTROLLED = (
        "human-uncontrolled",
        "Seen in people, no comparison",
        "Measured in people without a comparison.",
        2,
    )
    ANIMAL = "animal", "Seen in animals", "Measured in living animals, not in people.", 2
    LAB = "lab", "Seen in the laboratory", "Measured in cells or tissue only.", 1
    HYPOTHESIS = "hypothesis", "Not measured", "An idea that nobody has measured.", 0

    def __init__(self, _code: str, _label: str, _plain: str, cap: int) -> None:
        """Add the highest certainty points this stage allows (0: not rated)."""
        self.cap = cap


class FactBasis(Term):
    """The strongest kind of source on which a plain fact was checked."""

    OFFICIAL_RECORD = "official-record", "Official record", "A register or a law; for a citation the paper itself.", 1
    LABEL_OR_GUIDELINE = (
        "label-or-guideline",
        "Label or guideline",
        "An official label or a guideline of a professional body.",
        1,
    )
    TEXTBOOK_OR_REVIEW = "textbook-or-review", "Textbooks or reviews", "Two independent textbooks or reviews.", 2
    SURVEY_OR_TRIALS = (
        "survey-or-trials",
        "Surveys or trials",
        "Two surveys or trials that agree: what places report, what trials used.",
        2,
    )
    SINGLE_SECONDARY = "single-secondary", "One secondary source", "One source that reports what others found.", 2

    def __init__(self, _code: str, _label: str, _plain: str, need: int) -> None:
        """Add how many independent sources of this kind a supported fact needs."""
        self.need = need
