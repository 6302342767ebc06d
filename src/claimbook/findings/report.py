"""Findings for programs: JSON whose published schema is made from the classes here."""

import json
from collections.abc import Sequence
from typing import Annotated, TypedDict

from claimbook.findings.finding import Finding, Level

SCHEMA_VERSION = 1
"""Version of the JSON form; raised when a reader of it would have to change."""


class Counts(TypedDict):
    """How much was found and read."""

    errors: Annotated[int, "Findings that stop a build."]
    warnings: Annotated[int, "Findings that do not."]
    files: Annotated[int, "Files that were looked at."]


class Found(TypedDict):
    """One thing that is wrong."""

    file: Annotated[str, "Path below the top of the book, with forward slashes."]
    line: Annotated[int, "From 1."]
    column: Annotated[int, "In characters, from 1."]
    level: Annotated[Level, "Whether it stops a build."]
    rule: Annotated[str, "Id of the rule; its manual page is rules/ID/ of the site."]
    message: Annotated[str, "What is wrong."]
    hint: Annotated[str, "What to write instead; may be empty."]


class Findings(TypedDict):
    """What `check --format json` prints."""

    schema_version: Annotated[int, "Version of the form; goes up when a field changes its meaning, its name or goes."]
    counts: Annotated[Counts, "How much was found and read."]
    findings: Annotated[list[Found], "All that is wrong, sorted by place."]


def report(findings: Sequence[Finding], files: int) -> Findings:
    """Put findings, sorted by place, into the form that programs read."""
    errors = sum(finding.level is Level.ERROR for finding in findings)
    return {
        "schema_version": SCHEMA_VERSION,
        "counts": {"errors": errors, "warnings": len(findings) - errors, "files": files},
        "findings": [_found(finding) for finding in findings],
    }


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Print findings, sorted by place, as JSON; text that ends in a line break."""
    return json.dumps(report(findings, files), ensure_ascii=False, indent=2) + "\n"


def _found(finding: Finding) -> Found:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "level": finding.level,
        "rule": finding.rule,
        "message": finding.message,
        "hint": finding.hint,
    }
