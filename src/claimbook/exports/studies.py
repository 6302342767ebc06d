"""Studies and their findings, as the JSON files tell them."""

from claimbook.exports.shapes import Blinding, Effect, Finding, Intervention, Study
from claimbook.model import Blinding as BlindingRecord
from claimbook.model import Effect as EffectRecord
from claimbook.model import Intervention as InterventionRecord
from claimbook.model import Study as StudyRecord
from claimbook.model import StudyFinding


def study_of(study: StudyRecord) -> Study:
    """Tell what a study did and found."""
    return {
        "study_id": study.study_id,
        "design": study.design,
        "included_designs": [*study.included_designs],
        "covers": [*study.covers],
        "population": study.population,
        "n": study.n,
        "n_studies": study.n_studies,
        "conditions": [*study.conditions],
        "intervention": _intervention(study.intervention),
        "comparator": study.comparator,
        "control": study.control,
        "blinding": _blinding(study.blinding) if study.blinding else None,
        "findings": [finding_of(finding) for finding in study.findings],
        "limitations": [*study.limitations],
        "funding": study.funding,
        "registration": study.registration,
        "seen": study.seen,
        "seen_at": [*study.seen_at],
    }


def finding_of(finding: StudyFinding) -> Finding:
    """Tell one result of a study."""
    return {
        "id": finding.id,
        "outcome": finding.outcome,
        "timepoint": finding.timepoint,
        "follow_up_days": finding.follow_up_days,
        "people": finding.people,
        "events": finding.events,
        "studies": finding.studies,
        "designs": [*finding.designs],
        "rated_by": finding.rated_by,
        "asked": finding.asked,
        "result": finding.result,
        "where": finding.where,
        "direction": finding.direction,
        "precise": finding.precise,
        "effect": _effect(finding.effect) if finding.effect else None,
    }


def _effect(effect: EffectRecord) -> Effect:
    return {
        "measure": effect.measure,
        "value": effect.value,
        "ci_low": effect.ci_low,
        "ci_high": effect.ci_high,
        "p": effect.p,
        "favours": effect.favours,
        "scale": effect.scale,
    }


def _intervention(given: InterventionRecord) -> Intervention:
    return {"drug": given.drug, "route": given.route, "dose": given.dose, "schedule": given.schedule}


def _blinding(blinding: BlindingRecord) -> Blinding:
    return {"participants": blinding.participants, "raters": blinding.raters, "checked": blinding.checked}
