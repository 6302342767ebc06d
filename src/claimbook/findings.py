"""What can be wrong with a record, and how it is printed: as text, as GitHub annotations, as JSON."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum

SCHEMA_VERSION = 1
"""Version of the JSON form; raised when a reader of it would have to change."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Level(StrEnum):
    """How grave a finding is: errors stop the build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


class Format(StrEnum):
    """A way of printing findings."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, where it is, and what to write instead."""

    file: str
    """Path below the top of the book, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    level: Level
    rule: str
    """Kebab-case id; also the address of the rule's manual page."""
    message: str
    """What is wrong, in one plain sentence without a full stop."""
    hint: str = ""
    """What to write instead; may be empty."""


def suggest(word: str, candidates: Iterable[str]) -> str:
    """Ask whether the nearest candidate was meant; empty when none is near."""
    near = get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def render(findings: Iterable[Finding], format: Format, files: int) -> str:  # noqa: A002 -- the word users type
    """Print findings, sorted by place.

    Args:
        findings: What was found, in any order.
        format: Text for people, annotations for GitHub Actions, JSON for programs.
        files: Number of files that were read.

    Returns:
        Text that ends in a line break.

    """
    ordered = sorted(findings)
    if format is Format.JSON:
        return json.dumps(as_json(ordered, files), ensure_ascii=False, indent=2) + "\n"
    line = _annotation if format is Format.GITHUB else _text
    return "\n".join([*map(line, ordered), _summary(ordered, files), ""])


def _text(finding: Finding) -> str:
    place = f"{_one_line(finding.file)}:{finding.line}:{finding.column}"
    hint = f"hint: {_one_line(finding.hint)}   " if finding.hint else ""
    return (
        f"{place}: {finding.level} {finding.rule}: {_one_line(finding.message)}\n"
        f"    {hint}explained at rules/{finding.rule}/"
    )


def _one_line(text: str) -> str:
    """Show control characters as escapes: what a bad file holds must not steer the reader's terminal."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def _annotation(finding: Finding) -> str:
    """Write a GitHub Actions workflow command, with the escapes of GitHub's own toolkit."""
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    return (
        f"::{finding.level} file={_property(finding.file)},line={finding.line},col={finding.column},"
        f"title={_property(finding.rule)}::{_data(message)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(findings: list[Finding], files: int) -> str:
    if not findings:
        return f"no findings in {files} files"
    noun = "finding" if len(findings) == 1 else "findings"
    return f"{len(findings)} {noun} in {len({finding.file for finding in findings})} of {files} files"


def as_json(findings: Iterable[Finding], files: int) -> dict[str, object]:
    """Put findings, sorted by place, into the form that programs read."""
    findings = sorted(findings)
    counts = {f"{level}s": sum(finding.level is level for finding in findings) for level in Level}
    return {
        "schema_version": SCHEMA_VERSION,
        "counts": {**counts, "files": files},
        "findings": [asdict(finding) for finding in findings],
    }
