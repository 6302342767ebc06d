"""Everything a book must meet: one tuple of rules, and one function that runs them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claimbook.findings import Finding
from claimbook.reading import Reading
from claimbook.rules.base import Located, Problem, Rule
from claimbook.rules.context import Context, Needs
from claimbook.verdicts import Suggestion

__all__ = ["RULES", "Context", "Located", "Needs", "Problem", "Rule", "run"]

RULES: tuple[Rule, ...] = ()
"""All rules, in the order of the manual."""


def run(
    reading: Reading,
    suggestions: Mapping[str, Suggestion],
    today: date | None = None,
    texts: Mapping[str, str] | None = None,
    rules: Sequence[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Hold a book against the rules.

    Args:
        reading: What was read; its own findings are handed on as far as `rules` has them.
        suggestions: What the grading rule suggests for each claim, by id.
        today: The day for rules about age; without it they are passed over.
        texts: Article texts by article id; without them rules about quotes are passed over.
        rules: The rules to hold it against.

    Returns:
        All findings, sorted by file and line.

    """
    findings = list(_of_reader(reading, rules))
    if reading.catalogue is not None:
        context = Context(reading.catalogue, suggestions, today, texts or {}, frozenset(rule.id for rule in RULES))
        for rule in rules:
            findings += _of_rule(rule, context, reading)
    return tuple(sorted(findings))


def _of_reader(reading: Reading, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Pass on what the reader found; ids that no rule of ours knows are never dropped."""
    held = {rule.id for rule in rules}
    known = {rule.id for rule in RULES}
    return (finding for finding in reading.findings if finding.rule in held or finding.rule not in known)


def _of_rule(rule: Rule, context: Context, reading: Reading) -> Iterator[Finding]:
    if not context.has(rule.needs):
        return
    for kind, name, problem in rule.look(context):
        if context.exempt(kind, name, rule.id):
            continue
        place = reading.origins.place(kind, name, problem.path)
        yield Finding(place.file, place.line, place.column, rule.level, rule.id, problem.message, problem.hint)
