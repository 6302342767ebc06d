"""From an issue to what is done for it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from claimbook.drafts import Bench
from claimbook.files import OutFile
from claimbook.intake import proposals, replies
from claimbook.intake.forms import Form, form_of
from claimbook.intake.issue import Issue, answers
from claimbook.intake.labels import WAITING, Kind
from claimbook.intake.outcome import Outcome
from claimbook.intake.places import bullet, claims_named
from claimbook.intake.words import fenced
from claimbook.reading.origins import FILES


class Taken(NamedTuple):
    """What a form comes to."""

    outcome: Outcome
    new: tuple[OutFile, ...] = ()
    """Records that nobody has yet."""
    library: str | None = None
    """The library with the entry of a new study."""


def take_in(issue: Issue, bench: Bench, library: str) -> Taken | None:
    """Work out what becomes of an issue; none where it came from no form.

    Args:
        issue: As it was read.
        bench: What drafts are made with.
        library: The text of the book's library.

    """
    if issue.kind is None:
        return None
    form = form_of(issue.kind, bench)
    given, wrong = answers(form, issue.body)
    if wrong:
        return Taken(replies.unfit(issue.number, tuple(wrong)))
    ways: dict[Kind, Callable[[], Taken]] = {
        Kind.PROBLEM: lambda: Taken(replies.problem(issue.number, given, bench.catalogue)),
        Kind.QUESTION: lambda: Taken(replies.question(issue.number, form, given, bench.catalogue)),
        Kind.CLAIM: lambda: _claim(issue.number, form, given, bench),
        Kind.STUDY: lambda: _study(issue.number, form, given, bench, library),
    }
    try:
        return ways[issue.kind]()
    except proposals.UnfitError as error:
        return Taken(replies.unfit(issue.number, error.lines))


def _claim(number: int, form: Form, given: Mapping[str, str], bench: Bench) -> Taken:
    file = proposals.claim(given, _labels(form), bench, number)
    id_ = file.path.rpartition("/")[2].removesuffix(".yml")
    body = _body(
        number,
        file.path,
        "Hold the passage against the article: heading, paragraph, and a quote of a few words.",
        "Look whether another claim says the same already; then add the passage to that one.",
        "Add studies for and against it, the judgements of the rating, and the texts for readers.",
    )
    notes = _notes("Studies that were named, as they were typed", given.get("studies", ""))
    return Taken(_proposal(number, (file.path,), f"Draft of a claim: {id_}", body + notes), (file,))


def _study(number: int, form: Form, given: Mapping[str, str], bench: Bench, library: str) -> Taken:
    added = proposals.study(given, _labels(form), library, bench.catalogue)
    body = _body(
        number,
        added.study.path,
        "Hold the entry in the library against the source: title, authors, year, identifiers. Nothing was looked up.",
        "Read the study and fill in what it found, each figure with the place where it stands.",
        "Add the finding to the evidence of the claims that it bears on, whichever way it points.",
    )
    claims = [bullet(id_, bench.catalogue) for id_ in claims_named(given.get("claims", ""), bench.catalogue)]
    named = "\n".join(["\n### Claims that were named\n", *claims, ""]) if claims else ""
    notes = _notes("What it is said to have found, as it was typed", given.get("finding", ""))
    paths = (FILES["library"], added.study.path)
    outcome = _proposal(number, paths, f"Draft of a study: {added.reference.key}", body + named + notes)
    return Taken(outcome, (added.study,), added.library)


def _labels(form: Form) -> dict[str, str]:
    return {one.id: one.label for one in form.fields}


def _body(number: int, path: str, *steps: str) -> str:
    todo = "\n".join(f"- [ ] {step}" for step in steps)
    return (
        f"Taken in from the form in #{number}; closes #{number} once it is merged. Nobody has checked it yet.\n\n"
        f"The draft is `{path}`. Before it can be merged:\n\n{todo}\n"
        "- [ ] Press “Ready for review”, so that the check runs.\n"
    )


def _notes(heading: str, text: str) -> str:
    return f"\n### {heading}\n\n{fenced(text)}\n" if text else ""


def _proposal(number: int, files: tuple[str, ...], title: str, body: str) -> Outcome:
    comment = (
        "Thank you. A draft of the record has been written; it waits in a pull request, which is linked on this page. "
        "There somebody holds it against the source and adds what is missing. You are welcome to help. Please say "
        "there what should change, since this form is not read again.\n"
    )
    return Outcome(number, comment, files, title, body, remove=(WAITING,))
