"""A comparison of two states of a book, for the summary of a check and for a comment on a change, in Markdown.

What records say comes from people nobody may know. Every mark that Markdown reads is spelled out, so that it can
neither leave its cell nor make links or pictures, and nobody is called by an @ or a #.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimbook.pages.markup import one_line
from claimbook.printing.shortly import LONGEST_NOTE, clip, shortly
from claimbook.revisions import Change, Comparison, Kind, summarise

MOST = 60_000
"""Bytes of a comment; GitHub takes 65,536 letters."""

_MOST_OF_A_KIND = MOST // 4
"""Bytes of one kind of change, so that many of one leave room for the others."""
_ROOM = 400
"""Bytes that are kept for what closes the text."""
_HEAD = "| | What | Before | After |\n|---|---|---|---|"
_FOLDED = frozenset({Kind.JUDGEMENT, Kind.FIGURES, Kind.WORDING, Kind.TEXT, Kind.RECORD})
"""Kinds that a reader opens if they matter."""
_APART = "\u200b"
"""A space without width: behind it no name is called and no number is a link."""
_MARKS = str.maketrans(
    {mark: f"&#{ord(mark)};" for mark in "\\`*_[]<>|~&:$"} | {mark: f"&#{ord(mark)};{_APART}" for mark in "@#"}
)
"""What GitHub would read as more than text; others, such as commas, stay, or nobody could read the source."""


def render(comparison: Comparison) -> str:
    """Write a comparison; where it is too long, it tells how many changes are left out."""
    text = f"### {said(summarise(comparison.changes))}\n\n{said(comparison.base)} → {said(comparison.head)}\n"
    text += "".join(_unread(comparison))
    hidden = 0
    for kind, found in groupby(comparison.changes, key=lambda change: change.kind):
        changes, (opening, closing) = list(found), _around(kind)
        rows = _fitting(changes, min(_MOST_OF_A_KIND, MOST - _ROOM - _size(text + opening + closing)))
        if rows:
            text += "\n".join([opening, *rows, closing]) + _more(len(changes) - len(rows))
        else:
            hidden += len(changes)
    return text + _more(hidden)


def _more(count: int) -> str:
    return f"\n… and {count} more\n" if count else ""


def _around(kind: Kind) -> tuple[str, str]:
    label = f"{kind.label}{' (error)' if kind.error else ''}"
    if kind in _FOLDED:
        return f"\n<details><summary>{label}</summary>\n\n{_HEAD}", "\n</details>\n"
    return f"\n#### {label}\n\n{_HEAD}", ""


def _fitting(changes: Sequence[Change], room: int) -> list[str]:
    """Write the rows that there is room for."""
    rows: list[str] = []
    for change in changes:
        row = _row(change)
        room -= _size(row) + 1
        if room < 0:
            break
        rows.append(row)
    return rows


def _row(change: Change) -> str:
    before, after = shortly(change.before, change.after)
    note = f"<br>{said(clip(change.note, LONGEST_NOTE))}" if change.note else ""
    who = "<br>".join(said(one) for one in (change.title, change.id) if one)
    return f"| {who} | {said(change.what)} | {said(before)} | {said(after)}{note} |"


def said(text: str) -> str:
    """Write text of records so that it is nothing but text."""
    return one_line(text).translate(_MARKS).replace("www.", "www&#46;")


def _unread(comparison: Comparison) -> Iterator[str]:
    files = comparison.unread
    if files:
        yield f"\nNot compared, since {len(files)} {'file' if len(files) == 1 else 'files'} cannot be read:\n\n"
        shown = files[:_SHOWN]
        yield from (f"- {'earlier ' if one.earlier else ''}{said(one.file)}: {said(clip(one.why))}\n" for one in shown)
        if len(files) > _SHOWN:
            yield f"- … and {len(files) - _SHOWN} more\n"


_SHOWN = 10


def _size(text: str) -> int:
    return len(text.encode())
