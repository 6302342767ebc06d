"""Starts, net, the rule table, each limit, plain facts and wording, one by one."""

from dataclasses import replace

import pytest

from claimbook.model import Certainty, ClaimType, Design, FactBasis, Force, Stretch
from claimbook.verdicts import Side, allowed_force, start_of_design, wording
from verdict_notation import APPEARANCE, bench, rated

STARTS = """
design            | effect   | harm     | epidemiology | assurance | against one
rct-parallel      | high     | high     | high         | high      | high
rct-crossover     | high     | high     | high         | high      | high
cohort            | low      | low      | high         | low       | low
case-control      | low      | low      | none         | low       | low
cohort alone      | very-low | very-low | high         | low       | low
case-control alone| very-low | very-low | none         | low       | low
open-label-trial  | very-low | very-low | high         | low       | low
cross-sectional   | very-low | very-low | high         | low       | low
registry          | very-low | very-low | high         | low       | low
case-series       | very-low | very-low | very-low     | none      | very-low
case-report       | very-low | very-low | very-low     | none      | very-low
qualitative       | very-low | very-low | very-low     | none      | very-low
report-database   | none     | very-low | none         | none      | very-low
regulatory        | none     | very-low | none         | none      | very-low
guideline         | none     | none     | none         | none      | none
review            | none     | none     | none         | none      | none
trial-record      | none     | none     | none         | none      | none
animal            | none     | none     | none         | none      | none
in-vitro          | none     | none     | none         | none      | none
"""
COLUMNS = [
    ("efficacy", "+"),
    ("harm-asserted", "+"),
    ("epidemiology", "+"),
    ("safety-assurance", "+"),
    ("safety-assurance", "-"),
]


@pytest.mark.parametrize("line", STARTS.strip().splitlines()[1:])
def test_start_by_design_and_kind_of_claim(line: str) -> None:
    name, *starts = (cell.strip() for cell in line.split("|"))
    design, _, alone = name.partition(" ")
    for (kind, sign), start in zip(COLUMNS, starts, strict=True):
        suggestion = bench(f"{design} {sign} {alone}").weigh(f"{kind} · qualified")
        assert str(suggestion.start or "none") == start
        side = Side.FOR if sign == "+" else Side.AGAINST
        asked = start_of_design(ClaimType(kind), Design(design), side, compared=not alone)
        assert str(asked or "none") == start


STAGES = """
rct-crossover +          | human-controlled   | high
cohort +                 | human-controlled   | high
open-label-trial +       | human-controlled   | high
open-label-trial + alone | human-uncontrolled | low
case-series +            | human-uncontrolled | low
animal +                 | animal             | low
in-vitro +               | lab                | very-low
systematic-review(rct-parallel, animal) + | animal | low
review +                 | hypothesis         | none
open-label-trial + off outcome | none | none
"""


@pytest.mark.parametrize("line", STAGES.strip().splitlines())
def test_stage_of_a_mechanism(line: str) -> None:
    evidence, stage, start = (cell.strip() for cell in line.split("|"))
    suggestion = bench(evidence).weigh("mechanism · tentative")
    assert (str(suggestion.stage or "none"), str(suggestion.start or "none")) == (stage, start)


NETS = """
3 rct-parallel +; rct-parallel -                    | split
4 rct-parallel +; rct-parallel -                    | for-part
rct-parallel +; rct-parallel 0                      | split
2 rct-parallel +; rct-parallel 0                    | for-part
rct-parallel +; 3 rct-parallel 0                    | split
rct-parallel +; 4 rct-parallel 0                    | no-effect
rct-parallel +; 2 rct-parallel 0; 2 rct-parallel -  | no-effect
rct-parallel +; 2 rct-parallel 0; 3 rct-parallel -  | against
"""


@pytest.mark.parametrize("line", NETS.strip().splitlines())
def test_which_way_most_of_it_points(line: str) -> None:
    evidence, net = (cell.strip() for cell in line.split("|"))
    assert bench(evidence).weigh("efficacy · qualified").net == net


@pytest.mark.parametrize(
    ("sign", "settings", "net"), [("+", "whole", "for-whole"), ("~", "whole", "for-part"), ("+", "", "for-part")]
)
def test_the_whole_takes_a_covered_scope_and_a_full_item(sign: str, settings: str, net: str) -> None:
    assert bench(f"rct-parallel {sign}").weigh("efficacy · qualified", settings).net == net


TABLE = """
evidence                         | certainty | tentative        qualified        definite         absolute
rct-parallel +                   | high      | supported        supported        supported        partly-supported
rct-parallel +                   | moderate  | supported        supported        supported        partly-supported
rct-parallel +                   | low       | supported        partly-supported partly-supported unsupported
rct-parallel +                   | very-low  | partly-supported partly-supported unsupported      unsupported
rct-parallel ~                   | high      | partly-supported partly-supported partly-supported partly-supported
rct-parallel ~                   | moderate  | partly-supported partly-supported partly-supported partly-supported
rct-parallel ~                   | low       | partly-supported partly-supported partly-supported unsupported
rct-parallel ~                   | very-low  | partly-supported partly-supported unsupported      unsupported
rct-parallel +; rct-parallel -   | high      | mixed            mixed            mixed            mixed
rct-parallel +; rct-parallel -   | moderate  | mixed            mixed            mixed            mixed
rct-parallel +; rct-parallel -   | low       | mixed            mixed            mixed            unsupported
rct-parallel +; rct-parallel -   | very-low  | mixed            mixed            unsupported      unsupported
rct-parallel 0                   | high      | contradicted     contradicted     contradicted     contradicted
rct-parallel 0                   | moderate  | contradicted     contradicted     contradicted     contradicted
rct-parallel 0                   | low       | unsupported      unsupported      unsupported      unsupported
rct-parallel 0                   | very-low  | unsupported      unsupported      unsupported      unsupported
rct-parallel -                   | high      | contradicted     contradicted     contradicted     contradicted
rct-parallel -                   | moderate  | contradicted     contradicted     contradicted     contradicted
rct-parallel -                   | low       | contradicted     contradicted     contradicted     contradicted
rct-parallel -                   | very-low  | unsupported      unsupported      unsupported      unsupported
"""
DOWNS = {
    "high": "",
    "moderate": "imprecision 1",
    "low": "imprecision 2",
    "very-low": "imprecision 2, inconsistency 1",
}


@pytest.mark.parametrize("line", TABLE.strip().splitlines()[1:])
def test_every_cell_of_the_rule_table(line: str) -> None:
    evidence, certainty, verdicts = (cell.strip() for cell in line.split("|"))
    for force, verdict in zip(list(Force)[1:], verdicts.split(), strict=True):
        suggestion = bench(evidence).weigh(f"comparative · {force}", f"whole, {DOWNS[certainty]}")
        assert (suggestion.verdict, suggestion.certainty) == (verdict, certainty)


FAINT = """
harm-asserted    | case-report +           |  | partly-supported partly-supported partly-supported unsupported
benefit-limit    | case-series +           |  | partly-supported partly-supported partly-supported unsupported
epidemiology     | case-series +           |  | partly-supported partly-supported unsupported      unsupported
efficacy         | case-series +           |  | unsupported      unsupported      unsupported      unsupported
mechanism        | rct-parallel +          | imprecision 2, risk-of-bias 1 | partly-supported partly-supported unsupported unsupported
mechanism        | open-label-trial + alone| imprecision 1 | unsupported unsupported unsupported unsupported
mechanism        | animal +                | imprecision 1 | unsupported unsupported unsupported unsupported
safety-assurance | rct-parallel +          | imprecision 2, risk-of-bias 1, long-term yes | unsupported unsupported unsupported unsupported
"""  # noqa: E501 - a table


@pytest.mark.parametrize("line", FAINT.strip().splitlines())
def test_very_low_certainty_for_a_statement(line: str) -> None:
    kind, evidence, settings, verdicts = (cell.strip() for cell in line.split("|"))
    for force, verdict in zip(list(Force)[1:], verdicts.split(), strict=True):
        suggestion = bench(evidence).weigh(f"{kind} · {force}", f"whole, {settings}")
        assert (suggestion.verdict, suggestion.certainty) == (verdict, "very-low")


LIMITS = """
borrowed at best            | efficacy · definite          | rct-parallel + off time   | whole           | partly-supported
borrowed at worst           | efficacy · definite          | rct-parallel - off time   |                 | unsupported
borrowed harm               | harm-asserted · tentative    | cohort + off time | whole, large-effect 2    | partly-supported
a direct item is enough     | harm-asserted · definite     | rct-parallel + off time; rct-parallel + | whole | supported
animals, tentative          | mechanism · tentative        | animal +                  | whole           | partly-supported
animals, qualified          | mechanism · qualified        | animal +                  | whole           | partly-supported
animals, definite           | mechanism · definite         | animal +                  | whole           | unsupported
animals, against            | mechanism · tentative        | animal -                  |                 | unsupported
people, against             | mechanism · tentative        | case-series -             |                 | contradicted
assurance, moderate         | safety-assurance · definite  | rct-parallel +   | whole, long-term yes, imprecision 1 | supported
assurance, low              | safety-assurance · tentative | rct-parallel +   | whole, long-term yes, imprecision 2 | partly-supported
assurance, low, against     | safety-assurance · tentative | registry -       |                          | contradicted
assurance, short            | safety-assurance · definite  | rct-parallel +   | whole, long-term no      | partly-supported
assurance, time not named   | safety-assurance · definite  | rct-parallel +   | whole                    | partly-supported
assurance, time not asked   | safety-assurance · definite  | rct-parallel +   | whole, long-term not-relevant | supported
one case against an absolute| safety-assurance · absolute  | 9 rct-parallel +; case-report - | whole, long-term yes | contradicted
a far case is not enough    | safety-assurance · absolute  | 9 rct-parallel +; cohort - off time | whole, long-term yes | partly-supported
one case, not absolute      | safety-assurance · definite  | 9 rct-parallel +; case-report - | whole, long-term yes | supported
a split assurance           | safety-assurance · definite  | rct-parallel +; rct-parallel - | whole, long-term yes | mixed
a split, very faint         | safety-assurance · tentative | rct-parallel +; rct-parallel - | imprecision 2, inconsistency 1 | unsupported
a split of borrowed items   | efficacy · tentative         | rct-parallel + off time; rct-parallel - off time | whole | mixed
"""  # noqa: E501 - a table


@pytest.mark.parametrize("line", LIMITS.strip().splitlines())
def test_limits(line: str) -> None:
    _, kind, evidence, settings, verdict = (cell.strip() for cell in line.split("|"))
    assert bench(evidence).weigh(kind, settings).verdict == verdict


def test_a_case_against_an_absolute_assurance_is_at_least_moderate() -> None:
    for settings, certainty in (("imprecision 2", "moderate"), ("", "high")):
        suggestion = bench("9 rct-parallel +; case-report -").weigh("safety-assurance · absolute", settings)
        assert (suggestion.verdict, suggestion.certainty) == ("contradicted", certainty)


UPS = """
efficacy         | cohort +        | large-effect 2                  | high
efficacy         | cohort +        | large-effect 2, dose-response 1 | high
harm-asserted    | cohort +        | dose-response 1                 | moderate
efficacy         | cohort +        | large-effect 2, imprecision 1   | very-low
efficacy         | cohort + alone  | large-effect 2                  | very-low
efficacy         | rct-parallel +  | large-effect 2                  | high
safety-assurance | cohort +        | large-effect 2                  | low
mechanism        | animal +        | large-effect 2                  | low
"""


@pytest.mark.parametrize("line", UPS.strip().splitlines())
def test_only_what_starts_low_with_nothing_taken_off_can_rise(line: str) -> None:
    kind, evidence, settings, certainty = (cell.strip() for cell in line.split("|"))
    assert bench(evidence).weigh(f"{kind} · qualified", settings).certainty == certainty


FACTS = """
official-record      | review +                               | supported
label-or-guideline   | guideline ~                            | partly-supported
textbook-or-review   | review +                               | partly-supported
textbook-or-review   | 2 review +                             | supported
textbook-or-review   | review +; review ~                     | partly-supported
textbook-or-review   | review + same x; review + same x       | partly-supported
textbook-or-review   | review + in r; review + as r           | partly-supported
textbook-or-review   | 2 review + in r; review + as r         | supported
textbook-or-review   | 2 review +; review -                   | mixed
textbook-or-review   | review -                               | unsupported
textbook-or-review   | 2 review -                             | contradicted
official-record      | regulatory -                           | contradicted
survey-or-trials     | 2 rct-parallel +; review context       | supported
single-secondary     | 3 review +                             | partly-supported
single-secondary     | 2 review -                             | contradicted
"""


@pytest.mark.parametrize("line", FACTS.strip().splitlines())
def test_plain_facts(line: str) -> None:
    basis, evidence, verdict = (cell.strip() for cell in line.split("|"))
    for force in Force:
        suggestion = bench(evidence).weigh(f"definition · {force}", f"basis {basis}")
        assert (suggestion.verdict, suggestion.certainty, suggestion.net) == (verdict, "not-rated", "none")


def test_a_fact_without_a_basis_is_not_guessed_at() -> None:
    suggestion = bench("2 review +").weigh("definition · definite")
    assert suggestion.verdict is None
    assert "fact_basis" in suggestion.steps[-1].reason


def test_every_basis_says_how_many_sources_it_needs() -> None:
    for basis in FactBasis:
        told = bench("review +").weigh("definition · definite", f"basis {basis}").steps[-1].reason
        assert f"{basis.need} independent" in told


WORDINGS = """
kind             | rating                        | allowed   | none        tentative   qualified           definite            absolute
efficacy         | supported · high              | definite  | understated understated in-line             in-line             slightly-overstated
efficacy         | supported · moderate          | qualified | understated in-line     in-line             slightly-overstated overstated
efficacy         | supported · low               | tentative | in-line     in-line     slightly-overstated overstated          strongly-overstated
efficacy         | partly-supported · high       | qualified | understated in-line     in-line             slightly-overstated overstated
efficacy         | partly-supported · very-low   | none      | in-line slightly-overstated overstated      strongly-overstated strongly-overstated
efficacy         | mixed · high                  | tentative | in-line     in-line     slightly-overstated overstated          strongly-overstated
efficacy         | unsupported · high            | none      | in-line slightly-overstated overstated      strongly-overstated strongly-overstated
efficacy         | contradicted · high           | none      | in-line     overstated  strongly-overstated strongly-overstated strongly-overstated
efficacy         | no-evidence-found · not-rated | none      | in-line slightly-overstated overstated      strongly-overstated strongly-overstated
harm-asserted    | supported · high              | definite  | understated in-line     in-line             in-line             slightly-overstated
harm-asserted    | supported · moderate          | definite  | understated in-line     in-line             in-line             slightly-overstated
benefit-limit    | partly-supported · very-low   | tentative | in-line     in-line     slightly-overstated overstated          strongly-overstated
benefit-limit    | supported · moderate          | definite  | understated in-line     in-line             in-line             slightly-overstated
harm-asserted    | partly-supported · very-low   | tentative | in-line     in-line     slightly-overstated overstated          strongly-overstated
harm-asserted    | mixed · low                   | qualified | understated in-line     in-line             slightly-overstated overstated
harm-asserted    | unsupported · low             | none      | in-line slightly-overstated overstated      strongly-overstated strongly-overstated
history          | supported · not-rated         | definite  | understated understated in-line             in-line             slightly-overstated
history          | partly-supported · not-rated  | qualified | understated in-line     in-line             slightly-overstated overstated
history          | contradicted · not-rated      | none      | in-line     overstated  strongly-overstated strongly-overstated strongly-overstated
"""  # noqa: E501 - a table


@pytest.mark.parametrize("line", WORDINGS.strip().splitlines()[1:])
def test_wording_by_rating_and_force(line: str) -> None:
    kind, rating, allowed, levels = (cell.strip() for cell in line.split("|"))
    claim = rated(bench().claim(f"{kind} · definite"), *rating.split(" · "))
    assert allowed_force(claim) == allowed
    assert [wording(claim, replace(APPEARANCE, force=force)) for force in Force] == levels.split()


def test_words_as_careful_as_the_statement_are_not_too_weak() -> None:
    claim = rated(bench().claim("access-cost · tentative"), "supported", "not-rated")
    levels = [wording(claim, replace(APPEARANCE, force=force)) for force in (Force.NONE, Force.TENTATIVE)]
    assert levels == ["understated", "in-line"]


@pytest.mark.parametrize(
    ("force", "tags", "level"),
    [
        (Force.TENTATIVE, 1, "slightly-overstated"),
        (Force.DEFINITE, 1, "slightly-overstated"),
        (Force.DEFINITE, 2, "overstated"),
        (Force.DEFINITE, 3, "overstated"),
        (Force.ABSOLUTE, 3, "strongly-overstated"),
    ],
)
def test_stretch_adds_to_the_wording(force: Force, tags: int, level: str) -> None:
    claim = rated(bench().claim("efficacy · definite"), "supported", "high")
    assert wording(claim, replace(APPEARANCE, force=force, stretch=tuple(Stretch)[:tags])) == level


def test_the_same_stretch_twice_adds_once() -> None:
    claim = rated(bench().claim("efficacy · definite"), "supported", "high")
    twice = replace(APPEARANCE, stretch=(Stretch.STORY_AS_PROOF,) * 2)
    assert wording(claim, twice) == "slightly-overstated"


def test_wording_waits_for_a_rating() -> None:
    claim = bench("3 rct-parallel +").claim("efficacy · definite")
    opinion = rated(claim, "not-checkable", "not-rated")
    for unrated in (claim, opinion):
        assert wording(unrated, APPEARANCE) == "not-rated"
        assert allowed_force(unrated) is None


def test_wording_follows_what_people_confirmed_not_what_the_rule_suggests() -> None:
    claim = bench("3 rct-parallel +").claim("efficacy · definite", "whole")
    assert bench("3 rct-parallel +").weigh("efficacy · definite", "whole").certainty is Certainty.HIGH
    assert wording(rated(claim, "unsupported", "very-low"), APPEARANCE) == "strongly-overstated"
