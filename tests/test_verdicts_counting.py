"""What counts, why the rest does not, and what reviews weigh."""

import pytest

from claimbook.model import Bearing, Design
from claimbook.verdicts import Suggestion
from verdict_notation import bench

REASONS = """
efficacy · qualified         | rct-parallel context                                        | context
efficacy · qualified         | rct-parallel + critical                                     | critical
efficacy · qualified         | rct-parallel + retracted                                    | retracted
efficacy · qualified         | rct-parallel + concern                                      | counts
efficacy · qualified         | guideline +                                                 | no-start
efficacy · qualified         | animal +                                                    | no-start
efficacy · qualified         | regulatory +                                                | no-start
efficacy · qualified         | meta-analysis(rct-parallel, animal) +                       | no-start
efficacy · qualified         | meta-analysis() +                                           | no-start
efficacy · qualified         | meta-analysis(systematic-review) +                          | no-start
efficacy · qualified         | rct-parallel + off population                               | counts
efficacy · qualified         | rct-parallel + off population,time                          | not-direct
efficacy · qualified         | rct-parallel + off model                                    | not-direct
durability · qualified       | rct-parallel + off time                                     | not-direct
durability · qualified       | rct-parallel + off comparator                               | counts
comparative · qualified      | rct-parallel + off comparator                               | not-direct
dosing-effect · qualified    | rct-parallel + off intervention                             | not-direct
dosing-effect · qualified    | rct-parallel + off time                                     | counts
efficacy · qualified         | rct-parallel + off time; rct-parallel +                     | nearer-exists counts
safety-assurance · qualified | rct-parallel + off time; rct-parallel +                     | counts counts
harm-asserted · qualified    | rct-parallel + off time; rct-parallel +                     | counts counts
benefit-limit · qualified    | rct-parallel + off population; case-series +                | counts counts
epidemiology · qualified     | cohort + off time; cohort +                                 | counts counts
efficacy · qualified         | case-report +; cohort +                                     | weaker-design counts
harm-asserted · qualified    | case-report +; cohort +                                     | counts counts
mechanism · qualified        | animal +; in-vitro -                                        | counts weaker-design
mechanism · qualified        | animal +; cohort - alone                                    | weaker-design counts
mechanism · qualified        | cohort - alone; cohort +                                    | weaker-design counts
mechanism · qualified        | animal + off outcome                                        | not-direct
mechanism · qualified        | review +                                                    | no-start
safety-assurance · qualified | rct-parallel 0; case-report +; case-report -                | no-side no-start counts
safety-assurance · qualified | report-database +; report-database -                        | no-start counts
harm-asserted · qualified    | report-database +; regulatory +                             | counts counts
epidemiology · qualified     | case-control +; case-control + alone; regulatory +          | no-start no-start no-start
history · qualified          | review +; guideline 0; review + off outcome                 | counts no-side not-direct
efficacy · qualified         | cohort + same x; rct-parallel - same x                      | same-people counts
efficacy · qualified         | rct-parallel + off time same x; cohort - same x             | same-people counts
efficacy · qualified         | rct-parallel + same x; rct-parallel - same x                | counts same-people
efficacy · qualified         | rct-parallel + in r; meta-analysis(rct-parallel) + as r     | covered counts
efficacy · qualified         | rct-parallel + in r; meta-analysis(rct-parallel) + as r critical  | counts critical
efficacy · qualified         | rct-parallel + in r; meta-analysis(rct-parallel) + as r retracted | counts retracted
efficacy · qualified         | rct-parallel + in r; meta-analysis(rct-parallel) + as r off time  | counts nearer-exists
efficacy · qualified         | rct-parallel + in r; meta-analysis(cohort) + as r           | counts weaker-design
harm-asserted · qualified    | rct-parallel + in r; meta-analysis(cohort) + as r           | counts counts
harm-asserted · qualified    | case-report + in r; meta-analysis(cohort) + as r            | covered counts
efficacy · qualified         | rct-parallel + in s; meta-analysis(rct-parallel) + as s in r; meta-analysis(rct-parallel) + as r | covered covered counts
efficacy · qualified         | rct-parallel + in s; meta-analysis(rct-parallel) + as s critical in r; meta-analysis(rct-parallel) + as r | covered critical counts
efficacy · qualified         | rct-parallel + in nowhere                                   | counts
"""  # noqa: E501 - a table


@pytest.mark.parametrize("line", REASONS.strip().splitlines())
def test_what_becomes_of_each_item(line: str) -> None:
    kind, evidence, outcomes = (cell.strip() for cell in line.split("|"))
    suggestion = bench(evidence).weigh(kind, "basis textbook-or-review")
    assert [item.outcome.value for item in suggestion.items] == outcomes.split()


WEIGHTS = """
meta-analysis(rct-parallel) + of 7                                                  | 7 0 0
meta-analysis(rct-parallel) +                                                       | 1 0 0
meta-analysis(rct-parallel) + of 0                                                  | 1 0 0
rct-parallel + of 7                                                                 | 1 0 0
meta-analysis(rct-parallel) + as r of 2; 4 rct-parallel + in r                      | 4 0 0
meta-analysis(rct-parallel) + as r of 9; 4 rct-parallel + in r                      | 9 0 0
meta-analysis(rct-parallel) + as r; rct-parallel + in r; 4 rct-parallel - in r      | 1 0 4
meta-analysis(rct-parallel) + as r of 3; rct-parallel + in r; 2 rct-parallel 0 in r | 3 2 0
meta-analysis(rct-parallel) - as r; rct-parallel + in r; 4 rct-parallel 0 in r      | 0 4 1
meta-analysis(rct-parallel) 0 as r; 2 rct-parallel 0 in r; 4 rct-parallel - in r    | 0 2 4
meta-analysis(rct-parallel) 0 as r of 5; 2 rct-parallel + in r; rct-parallel 0 in r | 0 5 0
meta-analysis(cohort) - as r; meta-analysis(cohort) - as s of 5 in r; cohort - in s; cohort - in r | 0 0 6
2 rct-parallel ~; rct-parallel 0; 3 rct-parallel -                                  | 2 1 3
"""


@pytest.mark.parametrize("line", WEIGHTS.strip().splitlines())
def test_what_the_sides_weigh(line: str) -> None:
    evidence, weights = (cell.strip() for cell in line.split("|"))
    suggestion = bench(evidence).weigh("efficacy · qualified")
    assert suggestion.weights == tuple(int(number) for number in weights.split())


def test_a_review_weighs_one_where_its_finding_does_not_say_how_many_studies_it_rests_on() -> None:
    made = bench("meta-analysis(rct-parallel) +").study("study1", n_studies=11)
    assert made.weigh("efficacy · qualified").weights.for_it == 1


def test_people_of_a_study_that_speaks_beside_its_review_are_counted_once() -> None:
    made = bench("meta-analysis(rct-parallel) + as r of 6 people 300; rct-parallel 0 people 150 in r")
    assert made.weigh("efficacy · qualified").downs["imprecision"].reason.startswith("300 people in all")


def test_designs_of_a_finding_go_before_those_of_its_review() -> None:
    made = bench("meta-analysis(rct-parallel, case-series) +").finding("study1", designs=(Design.RCT_PARALLEL,))
    assert made.weigh("efficacy · qualified").start == "high"


def covered(suggestion: Suggestion) -> list[str]:
    return [item.study for item in suggestion.items if item.outcome == "covered"]


def test_the_record_of_a_review_says_what_it_covers() -> None:
    made = bench("rct-parallel +; rct-parallel +; meta-analysis(rct-parallel) + as r").study("r", covers=("study2",))
    suggestion = made.weigh("efficacy · qualified")
    assert covered(suggestion) == ["study2"]
    assert suggestion.left_out == {1: "r counts here and already stands for it."}


def test_another_paper_on_the_same_people_is_covered_too() -> None:
    made = bench("rct-parallel + same x; rct-parallel + same x; meta-analysis(rct-parallel) + as r")
    made.study("r", covers=("study2", "elsewhere"))
    assert covered(made.weigh("efficacy · qualified")) == ["study1"]


def test_a_circle_of_reviews_counts_nowhere_and_breaks_nothing() -> None:
    made = bench("meta-analysis(rct-parallel) + as a in b; meta-analysis(rct-parallel) + as b in a")
    suggestion = made.weigh("efficacy · qualified", "searched")
    assert covered(suggestion) == ["a", "b"]
    assert suggestion.verdict == "unsupported"


@pytest.mark.parametrize("gone", ["study", "finding"])
def test_records_that_are_missing_do_not_count(gone: str) -> None:
    made = bench("2 rct-parallel +")
    if gone == "study":
        made.studies.pop("study1")
    else:
        made.finding("study1", id="renamed")
    outcomes = [item.outcome.value for item in made.weigh("efficacy · qualified").items]
    assert outcomes == ["unknown", "counts"]


def test_every_item_says_in_words_what_became_of_it() -> None:
    made = bench(
        "rct-parallel + same x; cohort + same x; meta-analysis(rct-parallel) + of 5; guideline +; review context"
    )
    suggestion = made.weigh("efficacy · qualified")
    assert [item.words for item in suggestion.items] == [
        "It is weighed.",
        "study1 counts here and reports on the same people.",
        "It is weighed as 5 studies.",
        "This kind of study does not count for this kind of statement.",
        "It does not test the statement.",
    ]
    assert suggestion.counted == (0, 2)
    assert sorted(suggestion.left_out) == [1, 3]


def test_every_bearing_but_background_takes_a_side() -> None:
    for bearing in set(Bearing) - {Bearing.CONTEXT}:
        made = bench("rct-parallel +")
        made.evidence[0] = type(made.evidence[0])(study="study1", finding="main", bearing=bearing)
        assert made.weigh("efficacy · qualified").weights.total == 1
