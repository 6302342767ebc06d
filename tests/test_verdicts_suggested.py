"""The steps down that the fields of the records suggest."""

import pytest

from claimbook.model import Asked, Blinding, Control, Down, Effect, Grading, Important, Masking, Measure, RatedBy
from claimbook.verdicts import Suggestion
from verdict_notation import Bench, bench


def by(suggestion: Suggestion, reason: Down) -> int:
    step = suggestion.downs.get(reason)
    return step.by if step else 0


RISKS = """
efficacy | rct-parallel + high people 60; rct-parallel + people 40                         | 1
efficacy | rct-parallel + high people 50; rct-parallel + people 50                         | 0
efficacy | rct-parallel + high people 90; rct-parallel + people 10                         | 2
efficacy | rct-parallel + high people 89; rct-parallel + people 11                         | 1
efficacy | rct-parallel + concern people 90; rct-parallel + people 10                      | 2
efficacy | rct-parallel + high; 2 rct-parallel + people 10                                 | 0
efficacy | 2 rct-parallel + high; rct-parallel + people 1000                               | 1
efficacy | meta-analysis(rct-parallel) + of 9 high; rct-parallel +                         | 2
efficacy | rct-parallel + unclear                                                          | 0
efficacy | rct-parallel + high people 0; rct-parallel + people 0; rct-parallel + people 0  | 0
"""


@pytest.mark.parametrize("line", RISKS.strip().splitlines())
def test_risk_of_bias_by_share_of_people_or_of_studies(line: str) -> None:
    kind, evidence, steps = (cell.strip() for cell in line.split("|"))
    assert by(bench(evidence).weigh(f"{kind} · qualified"), Down.RISK_OF_BIAS) == int(steps)


def told(rated_by: RatedBy | None, control: Control | None, masking: Masking | None) -> Bench:
    blinding = Blinding(participants=masking) if masking else None
    return (
        bench("rct-parallel +").study("study1", control=control, blinding=blinding).finding("study1", rated_by=rated_by)
    )


@pytest.mark.parametrize(
    ("rated_by", "control", "masking", "steps"),
    [
        (RatedBy.SELF, Control.INERT, Masking.MASKED_BUT_GUESSABLE, 1),
        (RatedBy.INTERVIEW, Control.INERT, Masking.OPEN, 1),
        (RatedBy.TEST, Control.INERT, Masking.OPEN, 0),
        (None, Control.INERT, Masking.OPEN, 0),
        (RatedBy.SELF, Control.ACTIVE, Masking.MASKED_BUT_GUESSABLE, 0),
        (RatedBy.SELF, None, Masking.MASKED_BUT_GUESSABLE, 0),
        (RatedBy.SELF, Control.INERT, Masking.MASKED, 0),
        (RatedBy.SELF, Control.INERT, None, 0),
    ],
)
def test_what_people_say_when_they_can_tell(
    rated_by: RatedBy | None, control: Control | None, masking: Masking | None, steps: int
) -> None:
    suggestion = told(rated_by, control, masking).weigh("efficacy · qualified")
    assert by(suggestion, Down.RISK_OF_BIAS) == steps


@pytest.mark.parametrize(
    ("kind", "asked", "steps"),
    [
        ("safety-assurance", Asked.SPONTANEOUSLY, 1),
        ("safety-assurance", Asked.UNCLEAR, 1),
        ("safety-assurance", Asked.ACTIVELY, 0),
        ("safety-assurance", None, 0),
        ("harm-asserted", Asked.SPONTANEOUSLY, 0),
    ],
)
def test_an_assurance_where_nobody_asked(kind: str, asked: Asked | None, steps: int) -> None:
    suggestion = bench("rct-parallel +").finding("study1", asked=asked).weigh(f"{kind} · qualified")
    assert by(suggestion, Down.RISK_OF_BIAS) == steps


INCONSISTENT = """
9 rct-parallel +; rct-parallel -                 | 0
3 rct-parallel +; rct-parallel 0                 | 1
4 rct-parallel +; rct-parallel 0; rct-parallel - | 1
3 rct-parallel +; 2 rct-parallel 0               | 2
9 rct-parallel +; 3 rct-parallel -               | 1
3 rct-parallel +; 3 rct-parallel 0               | 2
2 rct-parallel +; 6 rct-parallel 0               | 1
rct-parallel +; 4 rct-parallel -                 | 0
"""


@pytest.mark.parametrize("line", INCONSISTENT.strip().splitlines())
def test_inconsistency_by_the_studies_on_the_other_side(line: str) -> None:
    evidence, steps = (cell.strip() for cell in line.split("|"))
    assert by(bench(evidence).weigh("efficacy · qualified"), Down.INCONSISTENCY) == int(steps)


INDIRECT = """
efficacy      | rct-parallel + off time                                        | 1
efficacy      | rct-parallel +                                                 | 0
harm-asserted | rct-parallel + off time; 2 rct-parallel +                      | 0
harm-asserted | 2 rct-parallel + off time; rct-parallel +                      | 1
harm-asserted | 2 rct-parallel + off time; 3 rct-parallel 0; 3 rct-parallel -  | 1
harm-asserted | 2 rct-parallel + off time; 4 rct-parallel 0; 3 rct-parallel -  | 0
harm-asserted | 3 rct-parallel + off time; 2 rct-parallel 0; rct-parallel -    | 1
"""


@pytest.mark.parametrize("line", INDIRECT.strip().splitlines())
def test_indirectness_where_most_or_the_deciding_side_is_indirect(line: str) -> None:
    kind, evidence, steps = (cell.strip() for cell in line.split("|"))
    suggestion = bench(evidence).weigh(f"{kind} · qualified")
    assert by(suggestion, Down.INDIRECTNESS) == int(steps)


PEOPLE = """
efficacy         | rct-parallel + people 99                             | 2
efficacy         | 2 rct-parallel + people 50                           | 1
efficacy         | rct-parallel + people 399                            | 1
efficacy         | rct-parallel + people 400                            | 0
efficacy         | rct-parallel + people 20; rct-parallel +             | 0
efficacy         | meta-analysis(rct-parallel) + people 99              | 2
mechanism        | rct-parallel + people 20                             | 2
mechanism        | animal + people 20                                   | 0
"""


@pytest.mark.parametrize("line", PEOPLE.strip().splitlines())
def test_imprecision_by_people(line: str) -> None:
    kind, evidence, steps = (cell.strip() for cell in line.split("|"))
    assert by(bench(evidence).weigh(f"{kind} · qualified"), Down.IMPRECISION) == int(steps)


@pytest.mark.parametrize(("design", "steps"), [("rct-parallel", 2), ("meta-analysis(rct-parallel)", 0)])
def test_people_of_a_study_stand_in_but_not_those_of_a_review(design: str, steps: int) -> None:
    suggestion = bench(f"{design} +").study("study1", n=30).weigh("efficacy · qualified")
    assert by(suggestion, Down.IMPRECISION) == steps


@pytest.mark.parametrize(("people", "events", "steps"), [(5000, 299, 1), (5000, 300, 0), (350, 300, 0), (90, 300, 2)])
def test_yes_or_no_outcomes_go_by_events(people: int, events: int, steps: int) -> None:
    suggestion = bench(f"rct-parallel + people {people}").finding("study1", events=events).weigh("efficacy · qualified")
    assert by(suggestion, Down.IMPRECISION) == steps


@pytest.mark.parametrize(
    ("kind", "statement", "people", "steps"),
    [
        ("safety-assurance", "Serious effects are rare.", 2999, 1),
        ("safety-assurance", "It rarely harms.", 2999, 1),
        ("safety-assurance", "Serious effects are rare.", 3000, 0),
        ("safety-assurance", "Effects are mild.", 2999, 0),
        ("harm-asserted", "It may cause a rare harm.", 2999, 0),
    ],
)
def test_calling_a_harm_rare_takes_many_people(kind: str, statement: str, people: int, steps: int) -> None:
    made = bench(f"rct-parallel + people {people}")
    assert by(made.weigh(f"{kind} · qualified", statement=statement), Down.IMPRECISION) == steps


def effect(measure: Measure | None, low: float | None, value: float | None, high: float | None) -> Effect:
    return Effect(measure=measure, ci_low=low, value=value, ci_high=high)


SMALL_MD = Important(measure=Measure.MD, value=5, source="Toy.")
ODDS = Important(measure=Measure.OR, value=2, source="Toy.")


@pytest.mark.parametrize(
    ("seen", "precise", "important", "steps"),
    [
        (effect(Measure.SMD, -0.6, -0.2, 0.1), True, None, 1),
        (effect(Measure.SMD, -0.6, -0.1, 0.2), True, None, 2),
        (effect(Measure.SMD, -0.6, -0.4, -0.1), True, None, 0),
        (effect(Measure.SMD, -0.1, 0, 0.1), True, None, 0),
        (effect(Measure.SMD, None, -0.4, None), True, None, 0),
        (effect(Measure.SMD, None, -0.4, None), False, None, 1),
        (effect(Measure.SMD, None, None, None), False, None, 0),
        (effect(None, -0.6, -0.2, 0.1), True, None, 0),
        (effect(Measure.RR, 0.7, 0.9, 1.2), True, None, 1),
        (effect(Measure.RR, 0.7, 0.9, 1.25), True, None, 2),
        (effect(Measure.RR, 0.8, 0.9, 1.2), True, None, 0),
        (effect(Measure.OR, 0.6, 0.9, 1.9), True, ODDS, 0),
        (effect(Measure.OR, 0.5, 0.9, 1.9), True, ODDS, 1),
        (effect(Measure.MD, -9, -2, 3), True, None, 0),
        (effect(Measure.MD, -9, -2, 3), True, SMALL_MD, 1),
        (effect(Measure.MD, -9, -2, 6), True, SMALL_MD, 2),
        (effect(Measure.SMD, -0.6, -0.2, 0.1), True, SMALL_MD, 1),
        (None, False, None, 0),
    ],
)
def test_imprecision_by_the_interval(
    *, seen: Effect | None, precise: bool, important: Important | None, steps: int
) -> None:
    made = bench("rct-parallel +").finding("study1", effect=seen, precise=precise)
    assert by(made.weigh("efficacy · qualified", grading=Grading(important=important)), Down.IMPRECISION) == steps


def test_one_wide_interval_among_many_narrow_ones_is_no_reason() -> None:
    made = bench("3 rct-parallel + people 500").finding("study1", effect=effect(Measure.SMD, -0.6, -0.2, 0.4))
    assert by(made.weigh("efficacy · qualified"), Down.IMPRECISION) == 0


@pytest.mark.parametrize("kind", ["history", "anecdote"])
def test_nothing_is_suggested_for_what_is_not_graded(kind: str) -> None:
    suggestion = bench("rct-parallel + high people 9").weigh(f"{kind} · qualified", "basis official-record")
    assert not suggestion.downs


def test_only_what_counts_is_looked_at() -> None:
    made = bench("rct-parallel + people 500; rct-parallel + critical high people 3; case-report + high people 1")
    assert not made.weigh("efficacy · qualified").downs


REASONED = """
2 rct-parallel + high people 60     | risk-of-bias  | 120 of 120 people
2 rct-parallel + high               | risk-of-bias  | 2 of 2 studies
3 rct-parallel +; rct-parallel 0    | inconsistency | 1 of 4 studies on the other side
rct-parallel + off time people 40   | indirectness  | study1
rct-parallel + people 40            | imprecision   | 40 people in all (study1)
"""


@pytest.mark.parametrize("line", REASONED.strip().splitlines())
def test_suggestions_say_what_they_rest_on_and_move_nothing(line: str) -> None:
    evidence, name, words = (cell.strip() for cell in line.split("|"))
    suggestion = bench(evidence).weigh("efficacy · qualified")
    reason = Down(name)
    assert words in suggestion.downs[reason].reason
    told = {step.what: step for step in suggestion.steps}
    assert told[reason.label].result == "0"
    assert words in told[reason.label].reason
    assert suggestion.certainty == "high"
