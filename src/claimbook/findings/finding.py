"""One thing that is wrong, as everything that looks for some tells it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Level(StrEnum):
    """How grave a finding is: errors stop the build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


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


def one_line(text: str) -> str:
    """Show control characters as escapes: what a bad file holds must not steer the reader's terminal."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
