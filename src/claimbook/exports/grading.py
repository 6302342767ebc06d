"""How a claim was rated, as its JSON file tells it."""

from claimbook.exports.shapes import Grading, Important, Judgement, Second, StepDown, StepUp, day
from claimbook.model import Claim, Down, SecondRating, Up
from claimbook.model import Important as ImportantRecord
from claimbook.model import Judgement as JudgementRecord
from claimbook.verdicts import Suggestion
from claimbook.views import Shelf
from claimbook.views.grading import GRADED, differs


def grading_of(claim: Claim, suggestion: Suggestion) -> Grading:
    """Tell what the rule was given, what it suggests and where people differ."""
    given = claim.grading
    graded = claim.method in GRADED
    return {
        "method": claim.method,
        "start": suggestion.start,
        "stage": suggestion.stage,
        "scope_covered": given.scope_covered,
        "long_term_covered": given.long_term_covered,
        "important": _important(given.important) if given.important else None,
        "fact_basis": given.fact_basis,
        "not_checkable": given.not_checkable,
        "down": [_down(reason, claim, suggestion) for reason in Down] if graded else [],
        "up": [_up(reason, claim) for reason in Up] if graded else [],
        "blinding": given.blinding,
        "suggested": _suggested(suggestion),
        "steps": [{"what": one.what, "result": one.result, "reason": one.reason} for one in suggestion.steps],
        "differs": differs(claim, suggestion),
        "why_not_rule": claim.rating.why_not_rule if claim.rating else "",
    }


def _important(least: ImportantRecord) -> Important:
    return {"measure": least.measure, "value": least.value, "source": least.source}


def second_of(second: SecondRating | None, shelf: Shelf) -> Second | None:
    """Tell of a second rating."""
    if second is None:
        return None
    return {
        "date": day(second.date),
        "by": [*shelf.people(second.by)],
        "first": _judgement(second.first),
        "second": _judgement(second.second),
        "differed_on": [*second.differed_on],
        "resolved": second.resolved,
    }


def _down(reason: Down, claim: Claim, suggestion: Suggestion) -> StepDown:
    typed, hint = claim.grading.down.get(reason), suggestion.downs.get(reason)
    return {
        "reason": reason,
        "by": typed.by if typed else 0,
        "suggested": hint.by if hint else 0,
        "why": typed.reason if typed else "",
    }


def _up(reason: Up, claim: Claim) -> StepUp:
    typed = claim.grading.up.get(reason)
    return {"reason": reason, "by": typed.by if typed else 0, "why": typed.reason if typed else ""}


def _suggested(suggestion: Suggestion) -> Judgement | None:
    if suggestion.verdict is None:
        return None
    return {"verdict": suggestion.verdict, "certainty": suggestion.certainty}


def _judgement(judged: JudgementRecord) -> Judgement:
    return {"verdict": judged.verdict, "certainty": judged.certainty}
