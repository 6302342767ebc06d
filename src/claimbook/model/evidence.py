"""The words about studies: designs, bearing, directness, bias, and what goes up or down."""

from claimbook.model.vocabulary import Term


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
        "Each person got each treatment, in an order set by chance.",
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
        "Several patients are described, without a comparison.",
        "material/account-multiple-outline",
    )
    CASE_REPORT = "case-report", "Case report", "One patient, or a few, are described.", "material/account-outline"
    REGISTRY = "registry", "Patient register", "Records of a register whose size is known.", "material/database-outline"
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
    REGULATORY = "regulatory", "Official document", "A drug label, warning, approval or law.", "material/gavel"
    REPORT_DATABASE = (
        "report-database",
        "Reports of suspected harm",
        "Reports sent in by anyone; nobody knows how many took the drug.",
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


class Control(Term):
    """What the treatment was held against."""

    INERT = "inert", "Inactive control", "A substance that does nothing, such as salt water."
    ACTIVE = "active", "Active control", "Another drug or dose that people can feel or that works."
    USUAL_CARE = "usual-care", "Usual care", "The care that people would have had anyway."
    OTHER_GROUP = (
        "other-group",
        "Another group",
        "People who were not randomised, such as healthy volunteers or users of another drug.",
    )
    BEFORE_AFTER = "before-after", "Before and after", "The same people before treatment; no comparison group."
    NONE = "none", "No comparison", "Nothing was compared."

    @property
    def compares(self) -> bool:
        """Whether there was a comparison group."""
        return self not in (Control.BEFORE_AFTER, Control.NONE)


class Masking(Term):
    """Whether somebody could know which treatment was given."""

    MASKED = "masked", "Masked", "They did not know what was given."
    MASKED_BUT_GUESSABLE = (
        "masked-but-guessable",
        "Masked, but easy to guess",
        "They were not told, but the drug can be felt.",
    )
    OPEN = "open", "Not masked", "They knew what was given."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class GuessCheck(Term):
    """Whether a study asked who guessed their treatment."""

    REPORTED = "reported", "Guesses reported", "The study reports who guessed right."
    NOT_REPORTED = "not-reported", "Guesses not reported", "The study does not report guesses."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class RatedBy(Term):
    """Who or what measured an outcome."""

    SELF = "self", "Self-rated", "People rated themselves."
    INTERVIEW = "interview", "By interview", "A clinician asked and rated."
    OBSERVER = "observer", "By an observer", "Somebody watched and rated."
    TEST = "test", "By a test", "A test, scan or blood sample."
    RECORD = "record", "From records", "Taken from files or registers."


class Asked(Term):
    """How unwanted effects were found."""

    ACTIVELY = "actively", "Asked for", "People were asked about each effect."
    SPONTANEOUSLY = "spontaneously", "Only if mentioned", "Effects were noted only when people brought them up."
    UNCLEAR = "unclear", "Not stated", "The part that was read does not say."


class Direction(Term):
    """Which way the treatment moved an outcome, whatever a claim says about it."""

    FAVOURS = "favours", "Better with treatment", "The point estimate is better with the treatment."
    AGAINST = "against", "Worse with treatment", "The point estimate is worse with the treatment."
    NO_EFFECT = "no-effect", "No difference", "No difference, or a trivial one."
    MIXED = "mixed", "Mixed", "The study's own results disagree."
    HARM = "harm", "Unwanted effect", "An unwanted effect occurred or was more frequent."
    CONTEXT = "context", "Background", "Not about the effect of the treatment."


class Measure(Term):
    """The unit of an effect."""

    SMD = "SMD", "Standardised mean difference", "Difference between groups in standard deviations."
    SMD_WITHIN = (
        "SMD-within",
        "Standardised change in one group",
        "Before-after change in standard deviations; no comparison.",
    )
    MD = "MD", "Mean difference", "Difference in points of the scale."
    OR = "OR", "Odds ratio", "Odds with treatment divided by odds without."
    RR = "RR", "Risk ratio", "Risk with treatment divided by risk without."
    HR = "HR", "Hazard ratio", "Rate over time with treatment divided by the rate without."
    RD = "RD", "Risk difference", "Risk with treatment minus risk without."
    PROPORTION = "proportion", "Share", "The share of people with the outcome, from 0 to 1."
    CORRELATION = "correlation", "Correlation", "How closely two things go together, from -1 to 1."

    @property
    def is_ratio(self) -> bool:
        """Whether no effect means 1 rather than 0."""
        return self in (Measure.OR, Measure.RR, Measure.HR)


class FavoursSide(Term):
    """On which side of no effect "better with treatment" lies."""

    NEGATIVE = "negative", "Below zero", "Smaller values are better with treatment."
    POSITIVE = "positive", "Above zero", "Larger values are better with treatment."
    BELOW_1 = "below-1", "Below one", "Ratios under one are better with treatment."
    ABOVE_1 = "above-1", "Above one", "Ratios over one are better with treatment."


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


class Bearing(Term):
    """What a finding says about this statement, by direction and size, never by significance."""

    SUPPORTS = "supports", "Backs it", "Agrees with the statement by more than a trivial amount."
    SUPPORTS_PART = "supports-part", "Backs it in part", "Agrees for some people, outcomes, doses or times only."
    NO_EFFECT = "no-effect", "Shows no such effect", "Trivial either way, or reported only as no difference."
    CONTRADICTS = "contradicts", "Goes against it", "Points the other way, or makes the sentence false."
    CONTEXT = "context", "Background", "Useful to know, but does not test the statement."


class Directness(Term):
    """Whether a study looked at what the statement is about."""

    DIRECT = "direct", "Direct", "The people, treatment, comparison, outcome and time of the statement."
    INDIRECT = "indirect", "Indirect", "It differs from the statement in a way that matters."


class Mismatch(Term):
    """A respect in which a study differs from the statement."""

    POPULATION = "population", "Other people", "Other people than the statement is about."
    INTERVENTION = "intervention", "Other treatment", "Another drug, dose or route."
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
    DOSE_RESPONSE = "dose-response", "Dose-response", "More of the drug gave more of the effect.", 1
    OPPOSING_CONFOUNDING = (
        "opposing-confounding",
        "Opposing confounding",
        "What could have bent the result would have hidden it.",
        1,
    )

    def __init__(self, _code: str, _label: str, _plain: str, most: int) -> None:
        """Add the most steps this reason can add."""
        self.most = most


class Cites(Term):
    """Whether an article names a source for what it says."""

    NONE = "none", "No source given", "The article gives no source here."
    NAMED = "named", "Source named", "The article names a source without a link."
    LINKED = "linked", "Source linked", "The article links to a source."


class CitesCheck(Term):
    """What became of the source an article names."""

    FOUND = "found", "Found", "The source exists and says this."
    NOT_FOUND = "not-found", "Not found", "We could not find such a source."
    MISREPORTED = "misreported", "Misreported", "The source exists but says something else."


class ArticleKind(Term):
    """What sort of text an article is."""

    CLINIC_PAGE = "clinic-page", "Clinic page", "A page of a clinic's own site."
    CLINIC_BLOG = "clinic-blog", "Clinic blog", "A blog post of a clinic."
    BLOG = "blog", "Blog post", "A blog post; the text does not name whose."
    GUEST_POST = "guest-post", "Guest post", "A text placed on somebody else's site."
    NEWS = "news", "News", "A news report."
    PRESS_RELEASE = "press-release", "Press release", "A text sent to the press."
    SOCIAL = "social", "Social media", "A post on social media."


class Interest(Term):
    """What a publisher gains from the treatment."""

    SELLS_TREATMENT = "sells-treatment", "Sells the treatment", "The publisher sells the treatment."
    PROMOTES_SELLER = (
        "promotes-seller",
        "Promotes a seller",
        "The text sends readers to somebody who sells the treatment.",
    )
    INDEPENDENT = "independent", "Independent", "No tie to a seller is known."
    UNCLEAR = "unclear", "Not stated", "The text does not show who gains."


class CheckResult(Term):
    """How an article does on one question."""

    SATISFIED = "satisfied", "Yes", "The article does this."
    NOT_SATISFIED = "not-satisfied", "No", "The article does not do this."
    NOT_APPLICABLE = "not-applicable", "Does not apply", "The question does not fit this article."
