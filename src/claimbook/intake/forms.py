"""What the four forms ask. Their choices come from the book, so a form can only be answered with words the book has."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claimbook.drafts import Bench
from claimbook.drafts import claims as claim_drafts
from claimbook.intake.labels import Kind
from claimbook.model import Certainty, Verdict


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks for."""

    id: str
    """Name in addresses that fill in a form beforehand."""
    label: str
    """Its heading, also in the text of the issue; no two fields of a form have the same."""
    help: str = ""
    required: bool = True
    options: Mapping[str, str] = field(default_factory=dict)
    """The only answers: code and words."""
    several: bool = False
    long: bool = False
    """Whether it takes more than a line."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that opens an issue."""

    kind: Kind
    name: str
    description: str
    welcome: str
    """What stands above the questions, as Markdown."""
    fields: tuple[Field, ...]
    promises: tuple[str, ...]
    """What must be ticked."""


PROMISES = "Before you send this"
"""The heading of what must be ticked."""

_PUBLIC = (
    "Everything you write here is public. Please write nothing about your own health or life, or anybody else's. "
    "Nobody here can advise you on your own case."
)
_NOT_PRIVATE = "Nothing I wrote is private: it tells nothing of anybody's health or life."
_OWN_WORDS = "I wrote this in my own words; only the fragment under Quote is copied."


def forms(bench: Bench) -> tuple[Form, ...]:
    """Make the forms of a book."""
    return (_problem(), _question(), _study(), _claim(bench))


def _problem() -> Form:
    return Form(
        Kind.PROBLEM,
        "Report a problem",
        "Something on a page is wrong, unclear or broken.",
        f"Thank you for telling us. {_PUBLIC}",
        (
            Field("record", "Where", "Address of the page, or the file named at its foot."),
            Field("problem", "What is wrong", long=True),
            Field("instead", "What should stand there", "If you know it, with the source.", required=False, long=True),
        ),
        (_NOT_PRIVATE,),
    )


def _question() -> Form:
    return Form(
        Kind.QUESTION,
        "Question a rating",
        "A verdict or how sure it is looks wrong to you.",
        "A rating follows a published rule from the studies named on the page. It changes when a study was missed or "
        f"misread, or when a step of the rating does not hold. {_PUBLIC}",
        (
            Field("claim", "Claim", "Address of its page, or the last part of that address."),
            Field("step", "What you doubt", options=_STEPS),
            Field("verdict", "Verdict you would give", required=False, options=_words(Verdict)),
            Field("certainty", "Certainty you would give", required=False, options=_words(Certainty)),
            Field(
                "study", "Which study", "DOI, PMID or web address, and the page or table.", required=False, long=True
            ),
            Field("reason", "Why", "What the study found, and what follows from it.", long=True),
        ),
        (_NOT_PRIVATE,),
    )


_STEPS = {
    "missing": "A study is missing",
    "misread": "A study was misread",
    "direct": "A study is about other people, treatments or outcomes than the claim",
    "bias": "How far a study can mislead was judged wrongly",
    "certainty": "The step from the studies to the certainty",
    "wording": "The sentences on the page say more than the rating allows",
    "other": "Something else",
}


def _words(vocabulary: type[Verdict | Certainty]) -> dict[str, str]:
    return {str(term): term.label for term in vocabulary}


def _study() -> Form:
    return Form(
        Kind.STUDY,
        "Missing study",
        "A study should be counted that the book does not have.",
        "The beginning of its record is written for you, as a draft that somebody checks against the study. Studies "
        f"that speak against a claim are as welcome as those that speak for it. {_PUBLIC}",
        (
            Field("identifier", "DOI, PMID or web address"),
            Field("title", "Title", "As it is printed."),
            Field("authors", "Authors", 'One a line, as "Family, Given"; a body as it calls itself.', long=True),
            Field("year", "Year", "Year of publication, in four digits.", required=False),
            Field("container", "Journal or publisher", required=False),
            Field("claims", "Claims it bears on", "Addresses of their pages.", required=False, long=True),
            Field("finding", "What it found", "In your own words, with the page or table.", required=False, long=True),
        ),
        (_NOT_PRIVATE,),
    )


_ASKED = {
    "category": ("Category", "Under which heading of the site readers would look for it."),
    "title": ("Question", "The claim as a plain question, at most 80 characters; it becomes the heading of the page."),
    "statement": (
        "Statement",
        "The claim as one sentence of your own, at most 200 characters, as strong as it is said.",
    ),
    "type": ("Kind of statement", "What it says decides how it is judged."),
    "force": ("How strongly it is said", "The words to look for."),
    "importance": ("Importance", "How much it matters to a person who is deciding."),
    "condition": ("Conditions", "What it is about; choose none if it is about none."),
    "outcome": ("Outcomes", "What it says something about, as few as you can; none if it is about none of them."),
    "article": ("Article", "Where it is said."),
    "heading": ("Heading", "The heading it stands under there, exactly as it is printed."),
    "paragraph": ("Paragraph", "Which paragraph or list item under that heading, counted from 1."),
    "quote": ("Quote", "A fragment of it, copied exactly: at most 12 words, never a whole sentence."),
}
"""What is asked of a new claim, of all that its record can be given: label and help, by the name of the question."""


def _claim(bench: Bench) -> Form:
    questions = (make(bench, {}) for make in claim_drafts.QUESTIONS)
    fields = (
        Field(
            one.name,
            *_ASKED[one.name],
            required=not one.optional,
            options=_distinct(one.options),
            several=one.several,
        )
        for one in questions
        if one.name in _ASKED
    )
    more = Field("studies", "Studies you know of", "For and against it.", required=False, long=True)
    return Form(
        Kind.CLAIM,
        "New claim",
        "An article says something that the book does not rate yet.",
        f"A draft of its record is written for you; evidence and rating are added later, by people. {_PUBLIC}",
        (*fields, more),
        (_NOT_PRIVATE, _OWN_WORDS),
    )


def _distinct(options: Mapping[str, str]) -> dict[str, str]:
    """Give every code words of its own, since only the words come back."""
    counts = Counter(options.values())
    return {
        code: words if words and counts[words] == 1 else f"{words} ({code})".strip() for code, words in options.items()
    }


def form_of(kind: Kind, bench: Bench) -> Form:
    """Pick the form of a kind."""
    makers: dict[Kind, Callable[[], Form]] = {
        Kind.PROBLEM: _problem,
        Kind.QUESTION: _question,
        Kind.STUDY: _study,
        Kind.CLAIM: lambda: _claim(bench),
    }
    return makers[kind]()
