"""Mends what is safely mechanical in the files of a book: their look, never what they say.

Whole lines are moved and nothing is printed anew: a round trip through ruamel.yaml, which keeps
comments as well, was tried on the first book and broke the lines of 237 of its 787 files anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from claimbook.mending.library import mend_library
from claimbook.mending.lines import lines_of
from claimbook.mending.records import mend_record
from claimbook.reading.disk import MAX_LIBRARY_BYTES, MAX_RECORD_BYTES, read_text
from claimbook.reading.origins import FILES

__all__ = ["Mended", "mend"]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that can be mended."""

    file: str
    """Path below the top of the book."""
    before: str
    after: str
    done: tuple[str, ...]
    """What was mended, in words."""

    @property
    def diff(self) -> str:
        """The lines that differ, as a unified diff that ends in a line break."""
        lines = unified_diff(lines_of(self.before), lines_of(self.after), f"a/{self.file}", f"b/{self.file}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def mend(root: Path, files: Iterable[str]) -> Iterator[Mended]:
    """Mend files of a book, without writing anything; files that cannot be read as they are stay as they are.

    Args:
        root: Top of the book.
        files: Paths below it.

    """
    for file in sorted(files):
        is_library = file == FILES["library"]
        text, faults = read_text(root, file, MAX_LIBRARY_BYTES if is_library else MAX_RECORD_BYTES)
        if text is None or not file.endswith((".yml", ".bib")):
            continue
        after, done = mend_library(text) if is_library else mend_record(root, file, text)
        mark = ["invisible first character"] if faults else []
        if done or mark:
            before = f"\ufeff{text}" if mark else text
            yield Mended(file, before, after, (*mark, *done))
