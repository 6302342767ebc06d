"""What a rule is: a function that looks at one record, and a docstring that is its manual page and its test."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from textwrap import dedent, fill, indent
from typing import Any, NamedTuple

from claimbook.findings import Level
from claimbook.rules.context import Context, Needs

Path = tuple[str | int, ...]
"""Where in a record: `("evidence", 2, "study")`."""


class Problem(NamedTuple):
    """What a rule found wrong in the record it was shown."""

    path: Path
    """The value that is wrong; where it is missing, where it should stand."""
    message: str
    """What is wrong."""
    hint: str
    """What to write instead."""


class Located(NamedTuple):
    """A problem, and the record it lies in."""

    kind: str
    id: str
    problem: Problem


Check = Callable[[Context, Any], Iterable[Problem]]
"""Looks at one record, with the whole book at hand."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that every record of some kinds must meet."""

    id: str
    """Stands in every finding; the address of its manual page is /rules/<id>/."""
    level: Level
    """Errors stop a build, warnings do not."""
    title: str
    """The rule in one sentence."""
    doc: str
    """Why it matters and what to write instead; paragraphs are separated by empty lines."""
    bad: str
    """A fragment of a record that breaks the rule. Its first line names the file, `# <-` marks the line reported."""
    good: str
    """The same fragment as it should be."""
    kinds: tuple[str, ...]
    """Kinds of records it looks at; none for what the reader finds while it reads."""
    needs: Needs
    """The rule is passed over where this is not at hand."""
    check: Check

    def manual(self, width: int) -> str:
        """Tell the rule in plain text, lines at most so wide but for those of the examples."""
        told = [fill(paragraph, width) for paragraph in (self.title, *self.doc.split("\n\n"))]
        examples = ["Bad:", indent(self.bad, "    "), "Good:", indent(self.good, "    ")]
        return "\n\n".join([f"{self.id} ({self.level})", *told, *examples])

    def look(self, context: Context) -> Iterator[Located]:
        """Look at every record of the rule's kinds; where the rule itself fails, say so and go on."""
        for kind in self.kinds:
            for name, record in context.records(kind):
                try:
                    for problem in self.check(context, record):
                        yield Located(kind, name, problem)
                except Exception as error:  # noqa: BLE001  a mistake in one rule must not hide what the others find
                    yield Located(kind, name, _mistake_of_ours(self.id, name, error))


def rule(level: Level, *kinds: str, needs: Needs = Needs.NOTHING) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name becomes the id, its docstring the manual page."""

    def make(check: Check) -> Rule:
        title, doc, bad, good = _manual(inspect.getdoc(check) or "")
        name = check.__name__.replace("_", "-")
        return Rule(name, level, title, doc, bad, good, kinds, needs, check)

    return make


def explained(name: str, manual: str) -> Rule:
    """Make the rule behind what the reader finds while it reads; there is nothing left to look at."""
    title, doc, bad, good = _manual(dedent(manual).strip("\n"))
    return Rule(name, Level.ERROR, title, doc, bad, good, (), Needs.NOTHING, lambda _context, _record: ())


_MANUAL = re.compile(r"(?P<title>.*?)\n\n(?P<doc>.*?)\n\nBad:\n\n(?P<bad>.*?)\n\nGood:\n\n(?P<good>.*)", re.DOTALL)


def _manual(text: str) -> tuple[str, str, str, str]:
    """Title, reasons, bad and good example of a docstring; all empty where Python was told to drop docstrings."""
    match = _MANUAL.fullmatch(text)
    if match is None:
        return "", "", "", ""
    return match["title"], match["doc"], dedent(match["bad"]), dedent(match["good"])


def _mistake_of_ours(rule_id: str, record: str, error: Exception) -> Problem:
    return Problem(
        (),
        f"rule {rule_id} failed on {record}: {type(error).__name__}: {error}",
        "a mistake in the program, not in the record: please report it with this record",
    )
