"""What a bare word in a record means.

true and false are yes and no; 12, -3, 0.5 and 1e-5 are numbers; nothing is nothing; everything else
is text, days too (the field they stand in makes them days). That is a strict part of YAML 1.2.
Words that YAML 1.1, still spoken by most programs, takes for something else (no, on, 12:30, 0123,
1_000) are refused rather than guessed at, so that a record means the same to every reader.
"""

import re
import sys
from functools import lru_cache

import yaml

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{0,18}\.[0-9]{1,30}|[0-9]{1,18}\.|[0-9]{1,18}(?=[eE]))(?:[eE][-+]?[0-9]{1,2})?")
_OCTAL = re.compile(r"[-+]?0o?[0-9]+")
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_RISKY = frozenset("0123456789+-.~=<nNyYoOfFtT")
_LONGEST = 20
"""Longer words, and words with a space in them, are no numbers or booleans to anybody."""
_SHARED = 60
"""Texts up to this length are kept once: codes, keys and phrases recur over thousands of records."""

Scalar = str | int | float | bool


class Trap(Exception):  # noqa: N818 -- it is no failure of the program
    """A bare word that does not mean the same to every reader of YAML."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint


def share(text: str) -> str:
    """Return the one kept copy of a short text."""
    return sys.intern(text) if len(text) <= _SHARED else text


def resolve(word: str) -> Scalar:
    """Return what a bare, non-empty word means.

    Raises:
        Trap: Other readers of YAML would take it for something else.

    """
    if word[0] not in _RISKY or len(word) > _LONGEST or " " in word:
        return share(word)
    return _resolve_short(word)


@lru_cache(maxsize=4096)
def _resolve_short(word: str) -> Scalar:
    """Look at a word more closely; few words make up most of what is written."""
    if word in ("true", "false"):
        return word == "true"
    if _INT.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word)
    _refuse_traps(word)
    return share(word)


def _refuse_traps(word: str) -> None:
    if word in _NULLS:
        raise Trap("explicit-null", f"{word} is written out", "leave the field empty, or put quotes around a word")
    other = _elsewhere(word)
    if other is not None:
        raise Trap("yaml-trap", f"other readers of YAML take a bare {word} for {other}", f'put quotes: "{word}"')


def _elsewhere(word: str) -> str | None:
    """Say what YAML 1.1 makes of a word that is text to us, or None where it is text there too."""
    if _OCTAL.fullmatch(word):
        return "an octal or decimal number"
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(word[0], ()):
        if pattern.match(word):
            return _TAGS.get(tag.rpartition(":")[2], lambda _: None)(word)
    return None


_TAGS = {
    "bool": lambda word: "true" if yaml.safe_load(word) else "false",
    "int": lambda word: f"the number {yaml.safe_load(word)}",
    "float": lambda word: f"the number {yaml.safe_load(word)}",
    "merge": lambda _: "an order to merge",
    "value": lambda _: "a default value",
}
