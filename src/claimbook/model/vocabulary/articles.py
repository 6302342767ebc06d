"""What an article is, who gains from it, and how it says what it says."""

from claimbook.model.vocabulary.term import Term


class ArticleKind(Term):
    """What sort of text an article is."""

    CLINIC_PAGE = "clinic-page", "Clinic page", "A page of a clinic's own site."
    CLINIC_BLOG = "clinic-blog", "Clinic blog", "A blog post of a clinic."
    SITE_PAGE = "site-page", "Web page", "A page of an organisation's own site."
    BLOG = "blog", "Blog post", "A blog post; the text does not name whose."
    GUEST_POST = "guest-post", "Guest post", "A text placed on somebody else's site."
    NEWS = "news", "News", "A news report."
    PRESS_RELEASE = "press-release", "Press release", "A text sent to the press."
    SOCIAL = "social", "Social media", "A post on social media."


class Interest(Term):
    """What a publisher gains if readers follow the article."""

    SELLS_TREATMENT = "sells-treatment", "Sells what it writes about", "The publisher sells what the article is about."
    PROMOTES_SELLER = (
        "promotes-seller",
        "Promotes a seller",
        "The text sends readers to somebody who sells it.",
    )
    INDEPENDENT = "independent", "Independent", "No tie to a seller is known."
    UNCLEAR = "unclear", "Not stated", "The text does not show who gains."


class CheckResult(Term):
    """How an article does on one question."""

    SATISFIED = "satisfied", "Yes", "The article does this.", "material/check"
    NOT_SATISFIED = "not-satisfied", "No", "The article does not do this.", "material/close"
    NOT_APPLICABLE = "not-applicable", "Does not apply", "The question does not fit this article.", "material/minus"

    def __init__(self, _code: str, _label: str, _plain: str, icon: str) -> None:
        """Add the icon, which never stands without the label."""
        self.icon = icon


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
