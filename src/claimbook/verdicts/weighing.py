"""Weighs claims by the published rule and says why, step by step."""

from collections.abc import Mapping

from claimbook.model import Bearing, Catalogue, Certainty, Claim, Method, Stage, Verdict
from claimbook.verdicts.counting import Count, count
from claimbook.verdicts.explaining import counting_lines, grading_lines, limit_line, suggestion_line, table_line
from claimbook.verdicts.facts import fact_verdict
from claimbook.verdicts.rule import LIMITS, Case, at_least_moderate, bounded, case_of, cell, documented_case
from claimbook.verdicts.suggesting import suggested_downs
from claimbook.verdicts.terms import Line, Outcome, Suggestion, Weighed


def weigh_all(catalogue: Catalogue) -> Mapping[str, Suggestion]:
    """Weigh every claim; suggestions by id of the claim."""
    return {id_: weigh(claim, catalogue) for id_, claim in catalogue.claims.items()}


def weigh(claim: Claim, catalogue: Catalogue) -> Suggestion:
    """Suggest verdict and certainty for one claim, from its evidence and the steps that people typed.

    Records that are missing from the catalogue do not count; nothing is raised for them.
    """
    if claim.method is Method.NONE or claim.grading.not_checkable is not None:
        return _not_checkable(claim)
    counted = count(claim, catalogue)
    if all(item.bearing is Bearing.CONTEXT for item in claim.evidence):
        return _nothing_found(claim, counted)
    if not counted.items:
        return _nothing_counts(claim, counted)
    if claim.method is Method.FACT:
        return _checked(claim, counted)
    return _graded(case_of(claim, counted), counted, catalogue)


def _not_checkable(claim: Claim) -> Suggestion:
    reason = claim.grading.not_checkable
    why = reason.plain if reason else claim.type.plain
    verdict, certainty = Verdict.NOT_CHECKABLE, Certainty.NOT_RATED
    return Suggestion(
        verdict=verdict,
        certainty=certainty,
        items=tuple(Weighed(place, item.study, Outcome.NOT_WEIGHED) for place, item in enumerate(claim.evidence)),
        steps=(suggestion_line(verdict, certainty, why),),
    )


def _nothing_found(claim: Claim, counted: Count) -> Suggestion:
    """Nothing tests the statement: that can be said only after a search."""
    searched = claim.search is not None
    verdict = Verdict.NO_EVIDENCE_FOUND if searched else None
    why = verdict.plain if verdict else "No study tests it and no search is linked, so nothing is suggested."
    return _ungraded(claim, counted, verdict, Certainty.NOT_RATED if searched else None, why)


def _nothing_counts(claim: Claim, counted: Count) -> Suggestion:
    certainty = Certainty.VERY_LOW if claim.method is Method.CLINICAL else Certainty.NOT_RATED
    return _ungraded(claim, counted, Verdict.UNSUPPORTED, certainty, "There is evidence, but none of it counts.")


def _checked(claim: Claim, counted: Count) -> Suggestion:
    basis = claim.grading.fact_basis
    if basis is None:
        why = "Name the strongest kind of source found (fact_basis): what a fact needs depends on it."
        return _ungraded(claim, counted, None, None, why)
    verdict = fact_verdict(basis, counted)
    why = f"{basis.label}: {basis.need} independent {'source' if basis.need == 1 else 'sources'} needed."
    return _ungraded(claim, counted, verdict, Certainty.NOT_RATED, why)


def _ungraded(
    claim: Claim, counted: Count, verdict: Verdict | None, certainty: Certainty | None, why: str
) -> Suggestion:
    return Suggestion(
        verdict=verdict,
        certainty=certainty,
        stage=Stage.HYPOTHESIS if claim.method is Method.MECHANISM and not _measured(counted) else None,
        weights=counted.weights,
        items=counted.outcomes,
        steps=(*counting_lines(counted), suggestion_line(verdict, certainty, why)),
    )


def _measured(counted: Count) -> bool:
    """Whether somebody measured something near the statement, if too far from it or too flawed to count."""
    near = {Outcome.NOT_DIRECT, Outcome.CRITICAL, Outcome.RETRACTED}
    return any(item.outcome in near for item in counted.outcomes)


def _graded(case: Case, counted: Count, catalogue: Catalogue) -> Suggestion:
    verdict, lines = _verdict(case)
    certainty = at_least_moderate(case.certainty) if documented_case(case) else case.certainty
    downs = suggested_downs(case, catalogue)
    return Suggestion(
        verdict=verdict,
        certainty=certainty,
        net=case.net,
        start=case.start,
        stage=case.stage,
        weights=case.weights,
        borrowed=case.borrowed,
        items=counted.outcomes,
        downs=downs,
        steps=(
            *counting_lines(counted),
            *grading_lines(case, downs),
            *lines,
            suggestion_line(verdict, certainty),
        ),
    )


def _verdict(case: Case) -> tuple[Verdict, list[Line]]:
    """Read the table, then apply the limits one after the other."""
    verdict = cell(case)
    lines = [table_line(case, verdict)]
    for limit in LIMITS:
        within = bounded(verdict, limit) if limit.holds(case) else verdict
        if within is not verdict:
            lines.append(limit_line(limit, within))
        verdict = within
    return verdict, lines
