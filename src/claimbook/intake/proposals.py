"""Records that a form can begin: of a claim, of a study. Everything in them was held against its field first."""

from collections.abc import Mapping

from claimbook.drafts import Bench, UnwritableError, Value, adding, typed
from claimbook.drafts import claims as claim_drafts
from claimbook.files import OutFile
from claimbook.model import Catalogue
from claimbook.rules.wording import QUOTE_WORDS
from claimbook.watch import UnknownIdentifierError, identify

_LONGEST = 60
"""Characters of an id."""


class UnfitError(Exception):
    """Answers that no record can be made of; what is wrong with them, a line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def claim(given: Mapping[str, str], labels: Mapping[str, str], bench: Bench, number: int) -> OutFile:
    """Begin the record of a claim.

    Args:
        given: The answers, by the names of their questions.
        labels: What the form calls the questions.
        bench: What drafts are made with.
        number: Of the issue; a claim whose title makes no free id has it in its id.

    Raises:
        UnfitError: An answer does not fit.

    """
    answers: dict[str, Value] = {}
    wrong: list[str] = []
    for make in claim_drafts.QUESTIONS:
        question = make(bench, answers)
        said = given.get(question.name, "")
        if question.name == "id":
            answers["id"] = _free_id(str(question.default or "claim"), question.refused, number)
            continue
        try:
            if question.several:
                answers[question.name] = [question.read(one) for one in said.splitlines()]
            else:
                answers[question.name] = question.read(said) if said else question.default
        except ValueError as error:
            wrong.append(f"{labels.get(question.name, question.name)}: {error}")
    words = len(given.get("quote", "").split())
    if words > QUOTE_WORDS:
        wrong.append(f"{labels['quote']}: {words} words are copied; at most {QUOTE_WORDS} are allowed")
    if wrong:
        raise UnfitError(*wrong)
    return claim_drafts.draft(answers, bench)


def _free_id(made: str, taken: Mapping[str, str], number: int) -> str:
    ending = f"-{number}"
    return made if made not in taken and made != "claim" else f"{made[: _LONGEST - len(ending)].rstrip('-')}{ending}"


def study(given: Mapping[str, str], labels: Mapping[str, str], library: str, catalogue: Catalogue) -> adding.Addition:
    """Begin entry and record of a study, without asking anybody outside.

    Raises:
        UnfitError: An answer does not fit, or the book has the study.

    """
    year = given.get("year", "")
    if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise UnfitError(f"{labels['year']}: write four digits")
    names = tuple(name for line in given["authors"].splitlines() if (name := " ".join(line.split())))
    by_hand = typed.ByHand(given["title"], names, year, given.get("container", ""))
    try:
        work = typed.typed_work(identify(given["identifier"]), by_hand)
    except UnknownIdentifierError as error:
        raise UnfitError(f"{labels['identifier']}: {error}") from error
    taken = {*catalogue.references, *catalogue.studies}
    try:
        return adding.add(work, adding.Holdings(catalogue.references, library, taken), catalogue, force=False)
    except (adding.RefusedError, UnwritableError) as error:
        # What follows a colon tells which option to type.
        raise UnfitError(f"{labels['title']}: {str(error).partition(': ')[0]}") from error
