"""The text of a record: the line that binds its schema, a few words on top, the form."""

import textwrap
from collections.abc import Iterable, Iterator

from claimbook.drafts.values import WIDTH


def record_text(kind: str, depth: int, head: Iterable[str], lines: Iterable[str]) -> str:
    """Put the text of a file together.

    Args:
        kind: Kind of record, after which its schema is named.
        depth: Folders between the file and the top of the book.
        head: What to say on top, a paragraph each.
        lines: The record.

    """
    return "\n".join(
        [f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.schema.json", *_head(head), *lines, ""]
    )


def _head(paragraphs: Iterable[str]) -> Iterator[str]:
    for text in paragraphs:
        yield "#"
        yield from textwrap.wrap(
            text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False, break_on_hyphens=False
        )
