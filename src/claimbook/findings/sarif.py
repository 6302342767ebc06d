"""Findings for tools that speak SARIF 2.1.0: viewers of editors, and pages of GitHub on what was scanned."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from claimbook.findings.finding import Finding, Level

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP = "BOOK"
"""Name of the folder below which all paths lie: the top of the book, wherever it lies."""


class Manual(NamedTuple):
    """What is said of a rule besides what it finds."""

    id: str
    level: Level
    title: str
    """The rule in one sentence."""
    doc: str
    """Why it matters and what to write instead."""
    address: str
    """Its manual page; empty where the book has no address."""


def as_sarif(findings: Sequence[Finding], manuals: Sequence[Manual]) -> str:
    """Print findings, sorted by place, as SARIF; text that ends in a line break.

    Args:
        findings: What was found.
        manuals: All rules that were held; findings of another rule are told without its manual.

    """
    places = {manual.id: number for number, manual in enumerate(manuals)}
    run = {
        "tool": {"driver": {"name": "claimbook", "rules": [_rule(manual) for manual in manuals]}},
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top of the book, where book.yml lies."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(manual: Manual) -> dict[str, Any]:
    told = {
        "id": manual.id,
        "shortDescription": {"text": manual.title},
        "fullDescription": {"text": manual.doc},
        "defaultConfiguration": {"level": manual.level.value},
    }
    return {**told, "helpUri": manual.address} if manual.address else told


def _result(finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    told = f"{finding.message}: {finding.hint}" if finding.hint else finding.message
    artifact = {"uri": quote(finding.file), "uriBaseId": _TOP}
    region = {"startLine": finding.line, "startColumn": finding.column}
    result = {
        "ruleId": finding.rule,
        "level": finding.level.value,
        "message": {"text": told},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    return {**result, "ruleIndex": places[finding.rule]} if finding.rule in places else result
