"""What a rating says and what becomes of it: the words on badges and chips."""

from typing import NamedTuple

from claimbook.model.vocabulary.term import Term


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


class ReviewState(Term):
    """Where a claim's rating stands."""

    DRAFT = "draft", "Draft", "Being written; not to be relied on."
    IN_REVIEW = "in-review", "In review", "Written and waiting for a second look."
    PUBLISHED = "published", "Published", "Confirmed by the people named as raters."
    WITHDRAWN = "withdrawn", "Withdrawn", "No longer upheld; kept so that links still work."


class Point(Term):
    """What two raters may judge differently."""

    BEARING = "bearing", "Bearing", "What a study says about the statement."
    DIRECTNESS = "directness", "Directness", "Whether a study looked at what the statement is about."
    RISK_OF_BIAS = "risk-of-bias", "Risk of bias", "How far a study, or all that count, may mislead."
    SCOPE = "scope", "Scope", "Whether the studies cover all that the statement is about."
    INCONSISTENCY = "inconsistency", "Inconsistency", "How far the studies disagree."
    INDIRECTNESS = "indirectness", "Indirectness", "How far all that counts lies from the statement."
    IMPRECISION = "imprecision", "Imprecision", "Whether there are enough people for a clear figure."
    PUBLICATION_BIAS = "publication-bias", "Publication bias", "Whether results may be missing."
    BASIS = "basis", "Basis", "What kind of source a plain fact rests on."
    STUDIES = "studies", "Studies", "Which studies bear on the statement."


class HistoryKind(Term):
    """What happened to a rating."""

    ADDED = "added", "Added", "The claim was rated for the first time."
    EVIDENCE = "evidence", "Evidence", "Studies were added, removed or judged anew."
    RATING = "rating", "Verdict or certainty changed", "The badge says something else than before."
    WORDING = "wording", "Wording", "Texts changed, the rating did not."
    CORRECTION = "correction", "Correction", "A mistake of ours was mended."
    RETRACTION = "retraction", "Retraction", "A study that was used has been retracted."
