"""Weighs a claim's evidence by the published rule and says why."""

from claimbook.verdicts.phrasing import allowed_force, wording
from claimbook.verdicts.starts import start_of_design
from claimbook.verdicts.terms import (
    RULE_SET,
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
    "Line",
    "Net",
    "Outcome",
    "Side",
    "SuggestedStep",
    "Suggestion",
    "Weighed",
    "Weights",
    "allowed_force",
    "start_of_design",
    "weigh",
    "weigh_all",
    "wording",
]
