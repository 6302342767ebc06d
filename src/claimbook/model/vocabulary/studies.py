"""How a study was done, what it measured, how much of it was read, and what has become of it."""

from claimbook.model.vocabulary.term import Term


class Design(Term):
    """How a study was done."""

    RCT_PARALLEL = (
        "rct-parallel",
        "Randomised trial",
        "People were allotted by chance to groups that were compared.",
        "material/scale-balance",
    )
    RCT_CROSSOVER = (
        "rct-crossover",
        "Randomised crossover trial",
        "Each person got everything that was compared, in an order set by chance.",
        "material/swap-horizontal-bold",
    )
    OPEN_LABEL_TRIAL = (
        "open-label-trial",
        "Open-label trial",
        "Everybody knew what was given; no random comparison.",
        "material/eye-outline",
    )
    COHORT = "cohort", "Cohort study", "A group of people was followed over time.", "material/account-group-outline"
    CASE_CONTROL = (
        "case-control",
        "Case-control study",
        "People with and without an outcome were compared looking back.",
        "material/account-switch-outline",
    )
    CROSS_SECTIONAL = (
        "cross-sectional",
        "Cross-sectional study",
        "People were looked at once, at one time.",
        "material/camera-outline",
    )
    CASE_SERIES = (
        "case-series",
        "Case series",
        "Several people are described, without a comparison.",
        "material/account-multiple-outline",
    )
    CASE_REPORT = "case-report", "Case report", "One person, or a few, are described.", "material/account-outline"
    REGISTRY = "registry", "Register", "Records of a register whose size is known.", "material/database-outline"
    QUALITATIVE = (
        "qualitative",
        "Interview study",
        "People told in their own words what they went through.",
        "material/message-text-outline",
    )
    SYSTEMATIC_REVIEW = (
        "systematic-review",
        "Systematic review",
        "All studies on a question were looked for and judged.",
        "material/book-search-outline",
    )
    META_ANALYSIS = "meta-analysis", "Meta-analysis", "Results of several studies were added up.", "material/sigma"
    GUIDELINE = "guideline", "Guideline", "What a professional body recommends.", "material/clipboard-text-outline"
    REVIEW = (
        "review",
        "Narrative review",
        "Experts tell what they know, without a fixed search.",
        "material/book-open-variant-outline",
    )
    REGULATORY = "regulatory", "Official document", "An official label, warning, approval or law.", "material/gavel"
    REPORT_DATABASE = (
        "report-database",
        "Reports of suspected harm",
        "Reports sent in by anyone; nobody knows how many people it could have happened to.",
        "material/inbox-outline",
    )
    TRIAL_RECORD = "trial-record", "Trial registration", "What a study planned to do.", "material/file-document-outline"
    ANIMAL = "animal", "Animal study", "Done in living animals.", "material/paw-outline"
    IN_VITRO = "in-vitro", "Laboratory study", "Done in cells or tissue.", "material/flask-outline"

    def __init__(self, _code: str, _label: str, _plain: str, icon: str) -> None:
        """Add the icon, which never stands without the label."""
        self.icon = icon

    @property
    def pools(self) -> bool:
        """Whether this design adds up or collects other studies."""
        return self in (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)

    @property
    def randomised(self) -> bool:
        """Whether chance decided who got what, so that something was compared."""
        return self in (Design.RCT_PARALLEL, Design.RCT_CROSSOVER)


class Control(Term):
    """What something was held against."""

    INERT = "inert", "Inactive control", "Something that does nothing, such as salt water."
    ACTIVE = "active", "Active control", "Something else that works, or that people can feel."
    USUAL_CARE = "usual-care", "Usual care", "The care that people would have had anyway."
    OTHER_GROUP = (
        "other-group",
        "Another group",
        "People who were not randomised, such as volunteers, or users of something else.",
    )
    BEFORE_AFTER = "before-after", "Before and after", "The same people beforehand; no comparison group."
    NONE = "none", "No comparison", "Nothing was compared."

    @property
    def compares(self) -> bool:
        """Whether there was a comparison group."""
        return self not in (Control.BEFORE_AFTER, Control.NONE)


class Masking(Term):
    """Whether somebody could know what was given."""

    MASKED = "masked", "Masked", "They did not know what was given."
    MASKED_BUT_GUESSABLE = (
        "masked-but-guessable",
        "Masked, but easy to guess",
        "They were not told, but could feel what they were given.",
    )
    OPEN = "open", "Not masked", "They knew what was given."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class GuessCheck(Term):
    """Whether a study asked people what they thought they were given."""

    REPORTED = "reported", "Guesses reported", "The study reports who guessed right."
    NOT_REPORTED = "not-reported", "Guesses not reported", "The study does not report guesses."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class RatedBy(Term):
    """Who or what measured an outcome."""

    SELF = "self", "Self-rated", "People rated themselves."
    INTERVIEW = "interview", "By interview", "Somebody trained asked and rated."
    OBSERVER = "observer", "By an observer", "Somebody watched and rated."
    TEST = "test", "By a test", "A test, scan or blood sample."
    RECORD = "record", "From records", "Taken from files or registers."


class Asked(Term):
    """How unwanted effects were found."""

    ACTIVELY = "actively", "Asked for", "People were asked about each effect."
    SPONTANEOUSLY = "spontaneously", "Only if mentioned", "Effects were noted only when people brought them up."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class Direction(Term):
    """Which way an outcome moved with what was tried, whatever a claim says about it."""

    FAVOURS = "favours", "Better with it", "The point estimate is better with what was tried."
    AGAINST = "against", "Worse with it", "The point estimate is worse with what was tried."
    NO_EFFECT = "no-effect", "No difference", "No difference, or a trivial one."
    MIXED = "mixed", "Mixed", "The study's own results disagree."
    HARM = "harm", "Unwanted effect", "An unwanted effect occurred or was more frequent."
    CONTEXT = "context", "Background", "Not about the effect of what was tried."

    def said_of(self, tried: str) -> str:
        """Return the label with a name for what was tried: "Better with treatment"."""
        return self.label.replace(" it", f" {tried}")


class Measure(Term):
    """The unit of an effect."""

    SMD = "SMD", "Standardised mean difference", "Difference between groups in standard deviations."
    SMD_WITHIN = (
        "SMD-within",
        "Standardised change in one group",
        "Before-after change in standard deviations; no comparison.",
    )
    MD = "MD", "Mean difference", "Difference in points of the scale."
    OR = "OR", "Odds ratio", "Odds with it divided by odds without."
    RR = "RR", "Risk ratio", "Risk with it divided by risk without."
    HR = "HR", "Hazard ratio", "Rate over time with it divided by the rate without."
    RD = "RD", "Risk difference", "Risk with it minus risk without."
    PROPORTION = "proportion", "Share", "The share of people with the outcome, from 0 to 1."
    CORRELATION = "correlation", "Correlation", "How closely two things go together, from -1 to 1."

    @property
    def is_ratio(self) -> bool:
        """Whether no effect means 1 rather than 0."""
        return self in (Measure.OR, Measure.RR, Measure.HR)


class FavoursSide(Term):
    """On which side of no effect "better" lies."""

    NEGATIVE = "negative", "Below zero", "Smaller values are better."
    POSITIVE = "positive", "Above zero", "Larger values are better."
    BELOW_1 = "below-1", "Below one", "Ratios under one are better."
    ABOVE_1 = "above-1", "Above one", "Ratios over one are better."


class Seen(Term):
    """How much of a source was read."""

    FULL_TEXT = "full-text", "Full text read", "The whole paper was read."
    EXCERPT = "excerpt", "Excerpt read", "Parts of the text were read."
    ABSTRACT = "abstract", "Abstract read", "Only the summary was read."
    RECORD_ONLY = (
        "record-only",
        "Record seen",
        "Only the bibliographic record was seen; no rating may rest on it alone.",
    )


class StandingKind(Term):
    """What has become of a source since it was published."""

    CORRECTED = "corrected", "Corrected", "A correction was published."
    CONCERN = "concern", "Expression of concern", "The journal has voiced doubts; it weighs as high risk of bias."
    RETRACTED = "retracted", "Retracted", "The paper was withdrawn by its journal; it carries no weight."
