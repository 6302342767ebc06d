"""The published rule, held against its own test vectors and worked examples."""

import pytest
from verdict_notation import bench, rated, worded

from claimbook.model import Control, Design, Masking, NotCheckable, RatedBy, Stage
from claimbook.model.sources import Blinding
from claimbook.verdicts import RULE_SET, Net, Outcome, weigh, weigh_all, wording

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
11 | harm-asserted · tentative | cohort +; case-series + | whole, large-effect 2 | for-whole | supported · high | understated
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
"""
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
