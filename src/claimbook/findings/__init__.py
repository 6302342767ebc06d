"""What can be wrong with a record, and how it is printed: as text, for GitHub, as JSON, as SARIF."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from claimbook.findings.finding import Finding, Level, one_line, suggest
from claimbook.findings.github import as_annotations, as_table
from claimbook.findings.report import SCHEMA_VERSION, Findings, as_json, report
from claimbook.findings.sarif import Manual, as_sarif
from claimbook.findings.text import as_text

__all__ = [
    "SCHEMA_VERSION",
    "Finding",
    "Findings",
    "Format",
    "Level",
    "Manual",
    "as_table",
    "one_line",
    "render",
    "report",
    "suggest",
]


class Format(StrEnum):
    """A way of printing findings."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"


def render(
    findings: Iterable[Finding],
    format: Format,  # noqa: A002 -- the word users type
    files: int,
    manuals: Sequence[Manual] = (),
) -> str:
    """Print findings, sorted by place.

    Args:
        findings: What was found, in any order.
        format: Text for people, annotations for GitHub Actions, JSON and SARIF for programs.
        files: Number of files that were looked at.
        manuals: The rules that were held; SARIF tells of all of them.

    Returns:
        Text that ends in a line break.

    """
    ordered = sorted(findings)
    match format:
        case Format.TEXT:
            return as_text(ordered, files)
        case Format.GITHUB:
            return as_annotations(ordered, files)
        case Format.JSON:
            return as_json(ordered, files)
        case Format.SARIF:
            return as_sarif(ordered, manuals)
