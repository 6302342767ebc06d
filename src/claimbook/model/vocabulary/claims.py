"""What kind of statement a claim is, and how strongly it is put."""

from claimbook.model.vocabulary.term import Term


class Method(Term):
    """How a kind of claim is judged."""

    CLINICAL = "clinical", "Claim on effects", "Graded from studies in people by the GRADE-informed rule."
    MECHANISM = "mechanism", "Mechanism claim", "Graded on whether the change happens in people, never on benefit."
    FACT = "fact", "Plain fact", "Checked against records, not graded."
    NONE = "none", "Not graded", "A story or a slogan: recorded, not judged."


class ClaimType(Term):
    """What kind of statement a claim is; it picks the method."""

    EFFICACY = "efficacy", "Does it work", "That something gets better with it.", Method.CLINICAL
    COMPARATIVE = (
        "comparative",
        "Better than another",
        "That one thing does better or worse than another.",
        Method.CLINICAL,
    )
    DURABILITY = "durability", "How long it lasts", "That an effect lasts, or does not.", Method.CLINICAL
    DOSING_EFFECT = (
        "dosing-effect",
        "How much works",
        "That an amount, a way of giving it or a schedule works or is safest.",
        Method.CLINICAL,
    )
    HARM_ASSERTED = "harm-asserted", "A harm happens", "That a harm happens or is common.", Method.CLINICAL
    BENEFIT_LIMIT = (
        "benefit-limit",
        "A benefit has limits",
        "That a benefit fades, needs repeating or does not come to everybody.",
        Method.CLINICAL,
    )
    SAFETY_ASSURANCE = "safety-assurance", "It is safe", "That harm is rare, mild, short or absent.", Method.CLINICAL
    EPIDEMIOLOGY = "epidemiology", "How many", "How many or how often, with nothing compared.", Method.CLINICAL
    MECHANISM = "mechanism", "How it works", "That a change happens that would explain an effect.", Method.MECHANISM
    HISTORY = "history", "History", "What happened when.", Method.FACT
    DEFINITION = "definition", "Definition", "Terms, classes and textbook knowledge.", Method.FACT
    REGULATORY = "regulatory", "Law and approval", "What is approved, licensed or controlled.", Method.FACT
    ACCESS_COST = "access-cost", "Cost and access", "Prices, who pays, and where it is offered.", Method.FACT
    DOSING_PRACTICE = "dosing-practice", "Usual practice", "How much is usually given, how and how often.", Method.FACT
    ADVICE = "advice", "Advice", "What guidelines say should be done.", Method.FACT
    CITATION = "citation", "Cited study", "What a named study found.", Method.FACT
    KNOWLEDGE_GAP = "knowledge-gap", "Not known yet", "That something is not known yet.", Method.FACT
    ANECDOTE = "anecdote", "Personal story", "What one person, or some people, say happened to them.", Method.NONE
    PROMOTIONAL = "promotional", "Promotion", "Praise that no study could test.", Method.NONE

    def __init__(self, _code: str, _label: str, _plain: str, method: Method) -> None:
        """Add the grading method."""
        self.method = method

    @property
    def warns(self) -> bool:
        """Whether it asks readers for caution: less is needed for it than for a promise."""
        return self in (ClaimType.HARM_ASSERTED, ClaimType.BENEFIT_LIMIT)


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


class Importance(Term):
    """How much a claim matters to a person deciding."""

    CRITICAL = "critical", "Critical", "It could by itself decide for or against."
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
