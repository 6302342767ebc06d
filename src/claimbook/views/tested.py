"""The findings that test a claim, with all that is known of each; background tests nothing."""

from typing import NamedTuple

from claimbook.model import Bearing, Claim, Study, StudyFinding
from claimbook.verdicts import Weighed
from claimbook.views.evidence import EvidenceView, view_item
from claimbook.views.shelf import Shelf


class Tested(NamedTuple):
    """One finding that tests a claim."""

    view: EvidenceView
    study: Study
    finding: StudyFinding
    fate: Weighed

    @property
    def why_not(self) -> str:
        """Why it does not count, in a word or two; empty where it does."""
        return "" if self.fate.counts else self.fate.outcome.label


def tested_by(claim: Claim, shelf: Shelf) -> list[Tested]:
    """List the findings that test a claim, in the order of its record."""
    studies = shelf.catalogue.studies
    return [
        Tested(view_item(item, fate, shelf), studies[item.study], shelf.findings[item.study, item.finding], fate)
        for item, fate in zip(claim.evidence, shelf.suggestions[claim.id].items, strict=True)
        if item.bearing is not Bearing.CONTEXT
    ]
