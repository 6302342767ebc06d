"""A comparison of two states of a book, for a terminal."""

from collections.abc import Iterator
from itertools import groupby

from claimbook.pages.markup import one_line
from claimbook.printing.shortly import LONGEST_NOTE, clip, shortly
from claimbook.revisions import Change, Comparison, summarise


def render(comparison: Comparison) -> str:
    """Print a comparison, what a reviewer looks at first standing first; the text ends in a line break."""
    lines = [one_line(line) for line in _lines(comparison)]
    return "\n".join([*lines, ""])


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{comparison.base} → {comparison.head}"
    yield summarise(comparison.changes)
    for kind, changes in groupby(comparison.changes, key=lambda change: change.kind):
        yield from ("", f"{kind.label}{' (error)' if kind.error else ''}")
        yield from _group(changes)
    if comparison.unread:
        yield from ("", "Not compared, since the file cannot be read")
        yield from (f"  {'earlier ' if one.earlier else ''}{one.file}: {one.why}" for one in comparison.unread)


def _group(changes: Iterator[Change]) -> Iterator[str]:
    for (id_, title), found in groupby(changes, key=lambda change: (change.id, change.title)):
        if id_ or title:
            yield f"  {id_}{f': {title}' if id_ and title else title}"
        for change in found:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    before, after = shortly(change.before, change.after)
    if not (before or after):
        yield f"    {change.what}"
    elif not before:
        yield f"    {change.what} (new): {after}"
    elif not after:
        yield f"    {change.what} (was): {before}"
    elif len(before) + len(after) > _ONE_LINE:
        yield from (f"    {change.what}:", f"      - {before}", f"      + {after}")
    else:
        yield f"    {change.what}: {before} → {after}"
    if change.note:
        yield f"      {clip(change.note, LONGEST_NOTE)}"


_ONE_LINE = 100
"""Letters of before and after that stand on one line together."""
