"""Lines of a text, as people and diffs count them."""

import re

_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def lines_of(text: str) -> list[str]:
    """Cut a text after each line feed and nowhere else."""
    return _LINES.findall(text)


def without_line_ends_of_others(text: str) -> str:
    """Write line ends of Windows and of old Macintoshes as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def with_one_last_line_end(text: str) -> str:
    """End a text in one line feed."""
    return text.rstrip("\n") + "\n"
