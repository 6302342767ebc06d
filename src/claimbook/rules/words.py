"""What rules ask of words: which sources a text cites, how it compares with another."""

import re
from collections.abc import Iterator

from claimbook.model import AbsoluteNumbers, Claim, Evidence

OVERLAP = 12
"""Words in a row that two texts do not share by chance."""

_WORDS = re.compile(r"[^\W_]+")
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """The text with one form of quotation mark, dash and space; lines are kept, their outer spaces are not."""
    return "\n".join(" ".join(line.split()) for line in text.translate(_SAME).splitlines())


def runs_of(text: str) -> Iterator[str]:
    """Every run of OVERLAP words of a text, in small letters and without punctuation."""
    words = _WORDS.findall(text.lower())
    return (" ".join(words[index : index + OVERLAP]) for index in range(len(words) - OVERLAP + 1))


_CITATION = re.compile(r"\[@([^\]]*)\]")


def citations(text: str) -> Iterator[str]:
    """Keys that a text cites, as [@key] or [@key; @key]."""
    for group in _CITATION.findall(text) if "[@" in text else ():
        yield from (key.strip().removeprefix("@") for key in group.split(";"))


def cited_items(claim: Claim) -> Iterator[tuple[str, int, Evidence | AbsoluteNumbers]]:
    """Everything in a claim that points to a finding of a study, with its field and position."""
    yield from (("evidence", index, item) for index, item in enumerate(claim.evidence))
    yield from (("numbers", index, row) for index, row in enumerate(claim.numbers))


def named_studies(claim: Claim) -> Iterator[str]:
    """Keys of all sources that a claim names anywhere."""
    yield from (item.study for _, _, item in cited_items(claim))
    yield from (appearance.cites_ref for appearance in claim.appearances if appearance.cites_ref is not None)
    yield from citations(claim.detail)
