"""Findings for people: a line and a hint each, then how many in which files."""

from collections import Counter
from collections.abc import Sequence

from claimbook.findings.finding import Finding, Level, one_line

_MOST = 12
"""Files that the table names; more would push the findings off the screen."""


def as_text(findings: Sequence[Finding], files: int) -> str:
    """Print findings, sorted by place, for people; text that ends in a line break."""
    return "\n".join([*map(text_of, findings), *_table(findings), summary(findings, files), ""])


def text_of(finding: Finding) -> str:
    """Print a finding: place and message in one line, hint and how to read its manual in the next."""
    place = f"{one_line(finding.file)}:{finding.line}:{finding.column}"
    hint = f"hint: {one_line(finding.hint)}   " if finding.hint else ""
    return (
        f"{place}: {finding.level} {finding.rule}: {one_line(finding.message)}\n"
        f"    {hint}explained by: check --explain {finding.rule}"
    )


def summary(findings: Sequence[Finding], files: int) -> str:
    """Count findings and files in a sentence."""
    if not findings:
        return f"no findings in {_counted(files, 'file')}"
    return f"{_counted(len(findings), 'finding')} in {len({finding.file for finding in findings})} of {files} files"


def grouped(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Name every file that has findings, with its errors and warnings counted; the one with most comes first."""
    totals = Counter(finding.file for finding in findings)
    levels = Counter((finding.file, finding.level) for finding in findings)
    return [(file, _levels(file, levels)) for file in sorted(totals, key=lambda file: (-totals[file], file))]


def _levels(file: str, levels: Counter[tuple[str, Level]]) -> str:
    return ", ".join(_counted(levels[file, level], level) for level in Level if levels[file, level])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(findings: Sequence[Finding]) -> list[str]:
    """List files with their counts, where there are several."""
    rows = grouped(findings)
    if len(rows) < 2:
        return []
    width = max(len(counts) for _, counts in rows[:_MOST])
    lines = [f"  {counts:<{width}}  {one_line(file)}" for file, counts in rows[:_MOST]]
    if len(rows) > _MOST:
        lines.append(f"  … and {_counted(len(rows) - _MOST, 'more file')}")
    return ["", *lines, ""]
