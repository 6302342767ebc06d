"""What people typed, in places where nothing in it can act: no link, no mention, no picture, no HTML."""

import re
from collections.abc import Iterable

_TICKS = re.compile(r"`+")


def fenced(text: str) -> str:
    """Print a text as it is, between fences that it cannot close."""
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def listed(lines: Iterable[str]) -> str:
    """Print lines one below the other, each as it is."""
    return fenced("\n".join(" ".join(line.split()) for line in lines))
