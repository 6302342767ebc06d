"""Weighs a claim's evidence by the published rule and says why."""

from claimbook.verdicts.agreement import Agreement, agreement
from claimbook.verdicts.comparing import differences
from claimbook.verdicts.covering import covered_by_themselves
from claimbook.verdicts.items import barred
from claimbook.verdicts.phrasing import allowed_force, wording
from claimbook.verdicts.rule import may_go_up
from claimbook.verdicts.starts import start_of_design
from claimbook.verdicts.terms import (
    RULE_SET,
    SIDES,
    Line,
    Net,
    Outcome,
    Side,
    SuggestedStep,
    Suggestion,
    Weighed,
    Weights,
)
from claimbook.verdicts.weighing import weigh, weigh_all

__all__ = [
    "RULE_SET",
    "SIDES",
    "Agreement",
    "Line",
    "Net",
    "Outcome",
    "Side",
    "SuggestedStep",
    "Suggestion",
    "Weighed",
    "Weights",
    "agreement",
    "allowed_force",
    "barred",
    "covered_by_themselves",
    "differences",
    "may_go_up",
    "start_of_design",
    "weigh",
    "weigh_all",
    "wording",
]
