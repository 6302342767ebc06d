"""Which paragraphs of an article have a claim, which were skipped and why, and which were forgotten."""

from claimbook.coverage.blocks import UNPRINTED, Block, Spot, begins, cut
from claimbook.coverage.places import Places, places
from claimbook.coverage.report import ArticleCoverage, Counts, Covered, ReportFormat, cover, print_coverage

__all__ = [
    "UNPRINTED",
    "ArticleCoverage",
    "Block",
    "Counts",
    "Covered",
    "Places",
    "ReportFormat",
    "Spot",
    "begins",
    "cover",
    "cut",
    "places",
    "print_coverage",
]
