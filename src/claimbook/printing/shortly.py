"""Before and after in few words: what both have in common is cut down to what shows the place."""

from itertools import takewhile

LONGEST = 400
"""Letters of one value; what is longer is cut, since the records hold the whole."""
LONGEST_NOTE = 4000
"""Letters of a note. It names the claims that a source bears on, of which none may be lost."""

_SHORT = 80
_AROUND = 4
"""Words that are kept beside what differs."""


def clip(text: str, longest: int = LONGEST) -> str:
    """Cut a long text at the end."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def shortly(before: str, after: str) -> tuple[str, str]:
    """Cut two values down to where they differ."""
    if not (before and after) or max(len(before), len(after)) <= _SHORT:
        return clip(before), clip(after)
    old, new = before.split(), after.split()
    same = min(len(old), len(new))
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), same - start)
    return tuple(clip(_middle(words, start - _AROUND, len(words) - end + _AROUND)) for words in (old, new))  # type: ignore[return-value]


def _alike(old: list[str], new: list[str]) -> int:
    """Count the words at the beginning that are the same."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))


def _middle(words: list[str], start: int, end: int) -> str:
    first = ["…"] if start > 0 else []
    last = ["…"] if end < len(words) else []
    return " ".join([*first, *words[max(start, 0) : end], *last])
