"""Names of authors as the library writes them: "Family, Given", "Family, Jr, Given", or a body as it calls itself."""

import re
from collections.abc import Iterable
from typing import NamedTuple

OTHERS = "others"
"""What ends a list of authors that the library cuts short."""

_SUFFIX = re.compile(r"^(?:[JS]r\.?|I{1,3}|IV)$")


class Name(NamedTuple):
    """A name in its parts."""

    family: str
    """Family name with its particles; all there is of a body."""
    given: str
    suffix: str


def split_name(author: str) -> Name:
    """Take a name apart; what has no comma is one piece."""
    family, *rest = author.split(", ")
    if len(rest) < 2:
        return Name(family.replace("\N{NO-BREAK SPACE}", " "), "".join(rest), "")
    suffix = [part for part in rest if _SUFFIX.match(part)]
    return Name(family, " ".join(part for part in rest if part not in suffix), " ".join(suffix))


def is_person(author: str) -> bool:
    """Tell a person from a body, whose name has no comma that parts it."""
    return ", " in author


def named(authors: Iterable[str]) -> list[str]:
    """Leave out the word that stands for all who are not named."""
    return [author for author in authors if author != OTHERS]
