"""What every code of a closed vocabulary carries."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A code of a closed vocabulary; subclasses may carry more than label and plain line."""

    label: str
    """What readers see."""
    plain: str
    """One plain sentence that says what the code means."""

    def __new__(cls, code: str, label: str, plain: str, *_more: object) -> Self:
        """Make the member equal to its code and hang the words on it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.plain = plain
        return member
