"""The words records are written in: every code with its label and one plain sentence.

This is the only place where a label, an explanation, an icon or a colour of a code stands.
Badges, filters, exports, the glossary and the methods page all read it from here.
"""

from enum import StrEnum
from typing import NamedTuple, Self


class Term(StrEnum):
    """A code of a closed vocabulary; subclasses may carry more than label and plain line."""

    label: str
    """What readers see."""
    plain: str
    """One plain sentence that says what the code means."""

    def __new__(cls, code: str, label: str, plain: str, *_more: object) -> Self:
        """Make the member equal to its code and hang the words on it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.plain = plain
        return member


class Paint(NamedTuple):
    """Three colours of one badge in one colour scheme, as CSS hex values."""

    background: str
    text: str
    border: str


class Verdict(Term):
    """Does research back this sentence?"""

    SUPPORTED = (
        "supported",
        "Supported",
        "Research backs this statement, for the people and time it names.",
        5,
        "material/check-circle",
        Paint("#0b4f8a", "#ffffff", "#0b4f8a"),
        Paint("#8cc8ff", "#08233d", "#8cc8ff"),
    )
    PARTLY_SUPPORTED = (
        "partly-supported",
        "Partly supported",
        "Research backs this only in part, only weakly, or only for some people or a short time.",
        4,
        "material/circle-half-full",
        Paint("#cfe8f7", "#0b3552", "#2a76a8"),
        Paint("#1d4a6b", "#e3f3ff", "#7cc0ee"),
    )
    MIXED = (
        "mixed",
        "Mixed",
        "Good-faith studies point in different directions and we cannot say why.",
        3,
        "material/swap-horizontal",
        Paint("#ffd766", "#3d2b00", "#8a6100"),
        Paint("#e8c05a", "#2a1d00", "#e8c05a"),
    )
    UNSUPPORTED = (
        "unsupported",
        "Not backed up",
        "There is research, but it is too weak or too far from this statement to back it.",
        2,
        "material/minus-circle-outline",
        Paint("#5b616e", "#ffffff", "#5b616e"),
        Paint("#a9b1bf", "#171a21", "#a9b1bf"),
    )
    CONTRADICTED = (
        "contradicted",
        "Contradicted",
        "Research points the other way, or shows no such effect.",
        1,
        "material/close-octagon",
        Paint("#9c2a10", "#ffffff", "#9c2a10"),
        Paint("#ff8f6e", "#2e0b03", "#ff8f6e"),
    )
    NO_EVIDENCE_FOUND = (
        "no-evidence-found",
        "No studies found",
        "We searched and found no study that tests this. It may be true or false.",
        None,
        "material/magnify-close",
        Paint("#ffffff", "#3d434e", "#6b7280"),
        Paint("#1e2129", "#d5dae3", "#9aa3b2"),
    )
    NOT_CHECKABLE = (
        "not-checkable",
        "Cannot be checked",
        "An opinion, slogan, prediction or personal story; research cannot test it.",
        None,
        "material/comment-question-outline",
        Paint("#eef0f3", "#3d434e", "#6b7280"),
        Paint("#2b303b", "#d5dae3", "#9aa3b2"),
    )

    def __init__(
        self,
        _code: str,
        _label: str,
        _plain: str,
        review_rating: int | None,
        icon: str,
        light: Paint,
        dark: Paint,
    ) -> None:
        """Add the schema.org ClaimReview rating (1 to 5, none where there is none), icon, colours."""
        self.review_rating = review_rating
        self.icon = icon
        self.light = light
        self.dark = dark


class Certainty(Term):
    """How sure can anyone be of what research shows, on GRADE's four levels?"""

    HIGH = "high", "High certainty", "We are very sure. New studies are unlikely to change this.", 4
    MODERATE = (
        "moderate",
        "Moderate certainty",
        "This is probably right. New studies could change the size of it.",
        3,
    )
    LOW = "low", "Low certainty", "This may be right. New studies could well change the answer.", 2
    VERY_LOW = (
        "very-low",
        "Very low certainty",
        "The studies so far are too few or too weak to rely on.",
        1,
    )
    NOT_RATED = (
        "not-rated",
        "Not rated",
        "There is nothing to rate, or it is a plain fact that was checked against a record.",
        0,
    )

    def __init__(self, _code: str, _label: str, _plain: str, points: int) -> None:
        """Add the points, which are also the number of filled bars (0 to 4)."""
        self.points = points


class Force(Term):
    """How strongly a sentence says what it says."""

    NONE = "none", "Says it is not known", "The sentence says that this is not known.", 0
    TENTATIVE = "tentative", "Tentative", "May, might, could, linked to, promising, being studied.", 1
    QUALIFIED = "qualified", "Qualified", "Can, often, usually, generally, has shown.", 2
    DEFINITE = "definite", "Definite", "Does, reduces, works, is effective, provides.", 3
    ABSOLUTE = "absolute", "Absolute", "Always, proven, guaranteed, cures, no side effects.", 4

    def __init__(self, _code: str, _label: str, _plain: str, points: int) -> None:
        """Add the strength, from 0 to 4."""
        self.points = points


class Wording(Term):
    """Did this article say it more strongly than research allows? Computed, never typed."""

    UNDERSTATED = "understated", "Worded too weakly", "Research allows saying this more strongly.", -1
    IN_LINE = "in-line", "Worded about right", "The wording fits what research shows.", 0
    SLIGHTLY_OVERSTATED = (
        "slightly-overstated",
        "Worded a little too strongly",
        "One step stronger than research allows.",
        1,
    )
    OVERSTATED = "overstated", "Worded too strongly", "Clearly stronger than research allows.", 2
    STRONGLY_OVERSTATED = (
        "strongly-overstated",
        "Worded far too strongly",
        "Much stronger than research allows.",
        3,
    )
    NOT_RATED = "not-rated", "Wording not rated", "There is no checkable statement to compare with.", None

    def __init__(self, _code: str, _label: str, _plain: str, level: int | None) -> None:
        """Add the level: steps beyond what is allowed, none where nothing is rated."""
        self.level = level


class Stretch(Term):
    """A way in which a sentence goes beyond the research."""

    WRONG_POPULATION = "wrong-population", "Other people than studied", "It speaks of people who were not studied."
    WRONG_OUTCOME = "wrong-outcome", "Other outcome than measured", "It speaks of something that was not measured."
    LONGER_THAN_STUDIED = "longer-than-studied", "Longer than studied", "It promises longer than studies watched."
    BIGGER_THAN_MEASURED = (
        "bigger-than-measured",
        "Bigger than measured",
        "Words such as dramatic or remarkable, beyond what was measured.",
    )
    NO_COMPARISON = "no-comparison", "Never compared", "It says better than others, though the two were never compared."
    ANIMALS_OR_CELLS_AS_PEOPLE = (
        "animals-or-cells-as-people",
        "Animals or cells, not people",
        "What was seen in animals or cells is told as if seen in people.",
    )
    MECHANISM_AS_PROOF = (
        "mechanism-as-proof",
        "Mechanism told as proof",
        "How it might work is offered as proof that it works.",
    )
    STORY_AS_PROOF = "story-as-proof", "Story told as proof", "A personal story is offered as proof."
    NOVELTY_AS_PROOF = "novelty-as-proof", "Newness told as proof", "Words such as revolutionary stand in for results."
    HARM_PLAYED_DOWN = "harm-played-down", "Harm played down", "A harm is left out or made to sound smaller than it is."
    SINGLE_STUDY_AS_SETTLED = (
        "single-study-as-settled",
        "One study told as settled",
        "One small study is told as if the matter were settled.",
    )
    SOURCE_MISREPORTED = (
        "source-misreported",
        "Source missing or misreported",
        "The study it names cannot be found, or says something else.",
    )


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
    LABEL_OR_GUIDELINE = "label-or-guideline", "Label or guideline", "A drug label or a clinical guideline.", 1
    TEXTBOOK_OR_REVIEW = "textbook-or-review", "Textbooks or reviews", "Two independent textbooks or reviews.", 2
    SURVEY_OR_TRIALS = (
        "survey-or-trials",
        "Surveys or trials",
        "Two surveys or trials that agree: what clinics report, what trials used.",
        2,
    )
    SINGLE_SECONDARY = "single-secondary", "One secondary source", "One source that reports what others found.", 2

    def __init__(self, _code: str, _label: str, _plain: str, need: int) -> None:
        """Add how many independent sources of this kind a supported fact needs."""
        self.need = need


class Method(Term):
    """How a kind of claim is judged."""

    CLINICAL = "clinical", "Clinical claim", "Graded from studies in people by the GRADE-informed rule."
    MECHANISM = "mechanism", "Mechanism claim", "Graded on whether the change happens in people, never on benefit."
    FACT = "fact", "Plain fact", "Checked against records, not graded."
    NONE = "none", "Not graded", "A story or a slogan: recorded, not judged."


class ClaimType(Term):
    """What kind of statement a claim is; it picks the method."""

    EFFICACY = "efficacy", "Does it work", "That a treatment improves something.", Method.CLINICAL
    COMPARATIVE = (
        "comparative",
        "Better than another",
        "That one treatment does better or worse than another.",
        Method.CLINICAL,
    )
    DURABILITY = "durability", "How long it lasts", "That an effect lasts, or does not.", Method.CLINICAL
    DOSING_EFFECT = (
        "dosing-effect",
        "Which dose works",
        "That a dose, route or schedule works or is safest.",
        Method.CLINICAL,
    )
    HARM_ASSERTED = "harm-asserted", "A harm happens", "That a harm happens or is common.", Method.CLINICAL
    SAFETY_ASSURANCE = "safety-assurance", "It is safe", "That harm is rare, mild, short or absent.", Method.CLINICAL
    EPIDEMIOLOGY = "epidemiology", "How many", "How many or how often, with nothing compared.", Method.CLINICAL
    MECHANISM = "mechanism", "How it works", "That a change in the body happens.", Method.MECHANISM
    HISTORY = "history", "History", "What happened when.", Method.FACT
    DEFINITION = "definition", "Definition", "Terms, classes and textbook knowledge.", Method.FACT
    REGULATORY = "regulatory", "Law and approval", "What is approved, licensed or controlled.", Method.FACT
    ACCESS_COST = "access-cost", "Cost and access", "Prices, insurance cover and where it is offered.", Method.FACT
    DOSING_PRACTICE = "dosing-practice", "Usual dosing", "What is usually given.", Method.FACT
    ADVICE = "advice", "Advice", "What guidelines say should be done.", Method.FACT
    CITATION = "citation", "Cited study", "What a named study found.", Method.FACT
    KNOWLEDGE_GAP = "knowledge-gap", "Not known yet", "That something is not known yet.", Method.FACT
    ANECDOTE = "anecdote", "Personal story", "What one person, or some people, say happened to them.", Method.NONE
    PROMOTIONAL = "promotional", "Promotion", "Praise that no study could test.", Method.NONE

    def __init__(self, _code: str, _label: str, _plain: str, method: Method) -> None:
        """Add the grading method."""
        self.method = method


class Importance(Term):
    """How much a claim matters to a person deciding."""

    CRITICAL = "critical", "Critical", "It could decide for or against the treatment."
    IMPORTANT = "important", "Important", "It matters, but would rarely decide alone."
    MINOR = "minor", "Minor", "Background that would not change a decision."


class NotCheckable(Term):
    """Why research cannot test a sentence."""

    OPINION = "opinion", "Opinion", "A value judgement."
    SLOGAN = "slogan", "Slogan", "Praise without a claim that could be measured."
    PREDICTION = "prediction", "Prediction", "About a future that nobody can check yet."
    ANECDOTE = "anecdote", "Personal story", "One person's account, which cannot be traced."
    TOO_VAGUE = "too-vague", "Too vague", "It does not say what would have to be measured."
    LOCAL_UNVERIFIABLE = (
        "local-unverifiable",
        "Local, no record",
        "About one place or business, without a public record.",
    )


class ReviewState(Term):
    """Where a claim's rating stands."""

    DRAFT = "draft", "Draft", "Being written; not to be relied on."
    IN_REVIEW = "in-review", "In review", "Written and waiting for a second look."
    PUBLISHED = "published", "Published", "Confirmed by the people named as raters."
    WITHDRAWN = "withdrawn", "Withdrawn", "No longer upheld; kept so that links still work."


class HistoryKind(Term):
    """What happened to a rating."""

    ADDED = "added", "Added", "The claim was rated for the first time."
    EVIDENCE = "evidence", "Evidence", "Studies were added, removed or judged anew."
    RATING = "rating", "Rating", "Verdict or certainty changed."
    WORDING = "wording", "Wording", "Texts changed, the rating did not."
    CORRECTION = "correction", "Correction", "A mistake of ours was mended."
    RETRACTION = "retraction", "Retraction", "A study that was used has been retracted."
