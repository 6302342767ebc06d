"""What is wrong in a file as such; its manual pages stand in rules/files.py, rules/notation.py and rules/fields.py."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that is wrong in a file at hand."""

    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    rule: str
    """Id of the manual page that explains it."""
    message: str
    """What is wrong, in words."""
    hint: str
    """What to write instead."""
