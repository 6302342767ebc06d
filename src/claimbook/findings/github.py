"""Findings for GitHub: annotations of lines, and a table for the summary of a job.

GitHub shows ten errors and ten warnings of a step and drops the others without a word. So the rest
goes to the log as text, a notice says how many there are, and the table holds all.
"""

import re
from collections.abc import Sequence
from html import escape

from claimbook.findings.finding import Finding, Level, one_line
from claimbook.findings.text import grouped, summary, text_of

SHOWN = 10
"""Annotations of one level that GitHub shows of a step."""
MOST_ROWS = 1000
"""Rows of the table; GitHub takes no summary of more than 1 MiB."""

_MARKDOWN = re.compile(r"([\\`*_\[\]|~#@])")


def as_annotations(findings: Sequence[Finding], files: int) -> str:
    """Print findings, sorted by place, as commands to GitHub Actions; text that ends in a line break."""
    shown = [finding for level in Level for finding in _of(level, findings)[:SHOWN]]
    rest = [finding for level in Level for finding in _of(level, findings)[SHOWN:]]
    lines = [*map(_annotation, sorted(shown)), *map(text_of, sorted(rest))]
    if rest:
        lines.append(f"::notice title=More findings::{len(rest)} more in {_place(rest)}: see the log, or the summary")
    return "\n".join([*lines, summary(findings, files), ""])


def as_table(findings: Sequence[Finding], files: int) -> str:
    """Print findings, sorted by place, as a Markdown table for the summary of a job."""
    lines = ["## Check", "", f"{summary(findings, files)}."]
    if findings:
        lines += ["", "| File | Found |", "| --- | --- |"]
        lines += [f"| {_cell(file)} | {counts} |" for file, counts in grouped(findings)[:MOST_ROWS]]
        lines += ["", "| Place | Rule | What is wrong | What to write |", "| --- | --- | --- | --- |"]
        lines += map(_row, findings[:MOST_ROWS])
    if len(findings) > MOST_ROWS:
        lines += ["", f"{len(findings) - MOST_ROWS} more findings are in the log."]
    return "\n".join([*lines, ""])


def _of(level: Level, findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level is level]


def _place(findings: Sequence[Finding]) -> str:
    count = len({finding.file for finding in findings})
    return f"{count} file{'s' if count > 1 else ''}"


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


def _row(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    cells = _cell(place), f"{finding.level} {finding.rule}", _cell(finding.message), _cell(finding.hint)
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Take from a text of a record whatever Markdown or HTML would make of it; GitHub's mentions too."""
    return escape(_MARKDOWN.sub(r"\\\1", one_line(text)), quote=False)
