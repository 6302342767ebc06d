"""The published rule, held against its own test vectors and worked examples."""

from dataclasses import replace

import pytest

from claimbook.model import Blinding, Control, Force, Grading, Masking, NotCheckable, RatedBy
from claimbook.verdicts import Outcome, Suggestion, weigh, weigh_all, wording
from verdict_notation import APPEARANCE, bench, rated, worded

VECTORS = """
 1 | efficacy · qualified | rct-crossover ~; rct-crossover ~; open-label-trial + | risk-of-bias 1, imprecision 2 | for-part | partly-supported · very-low | overstated
 2 | epidemiology · tentative | cross-sectional + | whole, risk-of-bias 2 | for-whole | supported · low | in-line
 3 | efficacy · definite | cohort +; cohort + alone | whole | for-whole | partly-supported · low | overstated
 4 | efficacy · absolute | meta-analysis(rct-parallel) + of 18; rct-parallel 0 | whole, risk-of-bias 1, indirectness 1 | for-whole | unsupported · low | strongly-overstated
 5 | efficacy · qualified | 2 rct-parallel +; rct-parallel - | inconsistency 1 | split | mixed · moderate | slightly-overstated
 6 | efficacy · definite | 3 rct-parallel +; 3 rct-parallel 0 | risk-of-bias 1, inconsistency 2 | split | unsupported · very-low | strongly-overstated
 7 | efficacy · tentative | 10 case-report +; 2 rct-parallel 0; 2 rct-parallel -; 2 rct-parallel + critical | imprecision 2, stretch 1 | no-effect | unsupported · low | overstated
 8 | comparative · definite | systematic-review(rct-parallel) - of 3 off population; 2 rct-parallel + off population,time; 4 rct-parallel + off comparator | indirectness 1 | against | unsupported · moderate | strongly-overstated
 9 | durability · tentative | meta-analysis(rct-parallel) + as A retracted; rct-parallel - in A | imprecision 2 | against | contradicted · low | overstated
10 | efficacy · qualified | cohort ~ alone; meta-analysis(rct-parallel, open-label-trial) ~ of 44 | whole | for-part | unsupported · very-low | overstated
11 | harm-asserted · tentative | cohort +; case-series + | whole, large-effect 2 | for-whole | supported · high | in-line
12 | harm-asserted · definite | case-series +; regulatory +; rct-parallel 0 | imprecision 2 | for-part | partly-supported · very-low | overstated
13 | safety-assurance · definite | meta-analysis(rct-parallel) - of 6; open-label-trial ~ | risk-of-bias 1, stretch 2 | against | contradicted · moderate | strongly-overstated
14 | safety-assurance · definite | 2 rct-parallel +; registry +; 2 guideline - | whole, long-term no, risk-of-bias 1 | for-whole | partly-supported · moderate | slightly-overstated
15 | safety-assurance · qualified | open-label-trial +; registry + | whole, long-term yes, risk-of-bias 1 | for-whole | unsupported · very-low | overstated
16 | safety-assurance · absolute | 5 rct-parallel +; case-series - | whole, long-term yes, risk-of-bias 2 | for-whole | contradicted · moderate | strongly-overstated
17 | mechanism · definite | 3 animal +; in-vitro - | whole | for-whole | unsupported · low | strongly-overstated
18 | mechanism · definite | 2 animal -; in-vitro ~; open-label-trial + off outcome | | against | unsupported · low | strongly-overstated
19 | dosing-practice · qualified | regulatory - off intervention | basis label-or-guideline | none | unsupported · not-rated | overstated
20 | knowledge-gap · definite | systematic-review(rct-parallel) + of 8 | basis textbook-or-review | none | partly-supported · not-rated | slightly-overstated
21 | efficacy · definite | | searched | none | no-evidence-found · not-rated | strongly-overstated
22 | anecdote · definite | case-report + | | none | not-checkable · not-rated | not-rated
"""  # noqa: E501 - a table is easier to compare with the published one line by line
"""The published vectors, column by column; 21 and 22 are those that stand below the table as sentences."""


@pytest.mark.parametrize("line", VECTORS.strip().splitlines())
def test_published_vector(line: str) -> None:
    _, kind, evidence, settings, net, rating, level = (cell.strip() for cell in line.split("|"))
    made = bench(evidence)
    claim = made.claim(kind, settings)

    suggestion = weigh(claim, made.catalogue(claim))

    assert suggestion.net == net
    assert f"{suggestion.verdict} · {suggestion.certainty}" == rating
    assert worded(claim, suggestion) == level


def summary(suggestion: Suggestion) -> str:
    return f"{suggestion.verdict} · {suggestion.certainty}"


def test_nothing_is_suggested_without_items_or_a_search() -> None:
    suggestion = bench().weigh("efficacy · definite")
    assert (suggestion.verdict, suggestion.certainty) == (None, None)
    assert suggestion.steps[-1].result == "none"


def test_background_alone_is_no_evidence() -> None:
    assert summary(bench("rct-parallel context").weigh("efficacy · definite", "searched")) == (
        "no-evidence-found · not-rated"
    )


@pytest.mark.parametrize(
    ("kind", "rating"),
    [
        ("efficacy · qualified", "unsupported · very-low"),
        ("mechanism · qualified", "unsupported · not-rated"),
        ("history · qualified", "unsupported · not-rated"),
    ],
)
def test_evidence_of_which_nothing_counts(kind: str, rating: str) -> None:
    suggestion = bench("rct-parallel + retracted").weigh(kind, "searched, basis official-record")
    assert summary(suggestion) == rating
    assert suggestion.net == "none"


def test_a_reason_why_it_cannot_be_checked_settles_it() -> None:
    suggestion = bench("5 rct-parallel +").weigh(
        "efficacy · definite", grading=Grading(not_checkable=NotCheckable.TOO_VAGUE)
    )
    assert summary(suggestion) == "not-checkable · not-rated"
    assert {item.outcome for item in suggestion.items} == {Outcome.NOT_WEIGHED}
    assert NotCheckable.TOO_VAGUE.plain in suggestion.steps[-1].reason


def test_all_claims_of_a_book_are_weighed() -> None:
    made = bench("3 rct-parallel +")
    first = made.claim("efficacy · qualified", "whole")
    second = replace(first, id="second", evidence=())
    verdicts = {id_: one.verdict for id_, one in weigh_all(made.catalogue(first, second)).items()}
    assert verdicts == {"toy": "supported", "second": None}


def test_the_way_is_told_step_by_step() -> None:
    suggestion = bench("cohort +; cohort + in study1; case-report +; review context").weigh(
        "efficacy · absolute", "whole, imprecision 0, large-effect 1"
    )
    told = {line.what: (line.result, line.reason) for line in suggestion.steps}
    assert list(told) == [
        "What counts",
        "Background",
        "Left out",
        "Weights",
        "Net",
        "Start",
        "Imprecision",
        "Large effect",
        "Certainty",
        "Rule table",
        "Suggestion",
    ]
    assert told["What counts"] == ("1 of 4", "study1")
    assert told["Background"] == ("1", "study4")
    assert "study1 counts here and already stands for it" in told["Left out"][1]
    assert told["Left out"][0] == "2"
    assert told["Weights"][0] == "1 for, 0 no effect, 0 against"
    assert told["Imprecision"] == ("0", "Toy.")
    assert told["Large effect"] == ("+1", "Toy.")
    assert told["Rule table"][0] == "Partly supported"
    assert told["Suggestion"][0] == "Partly supported · Moderate certainty"


def test_steps_up_that_do_not_apply_say_so() -> None:
    suggestion = bench("cohort +").weigh("efficacy · qualified", "whole, imprecision 1, large-effect 2")
    (line,) = (line for line in suggestion.steps if line.what == "Large effect")
    assert (suggestion.certainty, line.result) == ("very-low", "0")


def test_a_limit_that_moves_the_verdict_is_told() -> None:
    suggestion = bench("rct-parallel + off population").weigh("efficacy · qualified", "whole, indirectness 1")
    assert suggestion.borrowed
    assert ("Limit: borrowed", "Partly supported") in [(line.what, line.result) for line in suggestion.steps]


def test_worked_example_of_relief_within_hours() -> None:
    made = bench("rct-crossover ~ as trial people 18; rct-crossover ~ as dose people 12")
    for key in made.studies:
        made.study(key, control=Control.INERT, blinding=Blinding(participants=Masking.MASKED_BUT_GUESSABLE))
        made.finding(key, rated_by=RatedBy.INTERVIEW)
    claim = made.claim("efficacy · qualified", "risk-of-bias 1, imprecision 2")

    suggestion = weigh(claim, made.catalogue())

    assert (suggestion.net, summary(suggestion)) == ("for-part", "partly-supported · very-low")
    suggested = {reason.value: step.by for reason, step in suggestion.downs.items()}
    assert suggested == {"risk-of-bias": 1, "imprecision": 2}
    confirmed = rated(claim, "partly-supported", "very-low")
    levels = [wording(confirmed, replace(APPEARANCE, force=force)) for force in list(Force)[1:4]]
    assert levels == ["slightly-overstated", "overstated", "strongly-overstated"]


def test_worked_example_of_minimal_side_effects() -> None:
    made = bench("meta-analysis(rct-parallel) - of 6; systematic-review(rct-parallel) - of 9")
    claim = made.claim("safety-assurance · definite", "risk-of-bias 1, stretch 1")
    never_compared = bench("2 rct-parallel + off comparator").weigh("comparative · definite")

    suggestion = weigh(claim, made.catalogue())

    assert summary(suggestion) == "contradicted · moderate"
    assert worded(claim, suggestion) == "strongly-overstated"
    assert summary(never_compared) == "unsupported · very-low"


def test_worked_example_of_gaba_function() -> None:
    suggestion = bench("2 animal -; in-vitro -; open-label-trial + off outcome").weigh("mechanism · definite")
    assert (summary(suggestion), suggestion.stage, suggestion.net) == ("unsupported · low", "animal", "against")
