"""Where records came from, so that what is wrong with them is found in a file again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claimbook.reading.library import field_column
from claimbook.reading.yamltext import locate

FOLDERS: Mapping[str, str] = {
    "claims": "claims",
    "studies": "references/studies",
    "articles": "references/articles",
    "searches": "references/searches",
}
"""Folder of each kind of record that has a file of its own."""

FILES: Mapping[str, str] = {
    "library": "references/library.bib",
    "standing": "references/standing.yml",
    "people": "references/people.yml",
    "book": "book.yml",
}
"""File of each kind whose records stand together."""


class Place(NamedTuple):
    """A place in a file of the book."""

    file: str
    """Path below the top of the book, with forward slashes."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each record stands. Only files are kept; lines are looked up when they are asked for."""

    root: Path
    """Top of the book."""
    files: int
    """Number of files read."""
    paths: Mapping[str, Mapping[str, str]]
    """For each kind with a file for each record, the file by id; broken records have one too."""
    entries: Mapping[str, int]
    """Line of each library entry, by key."""

    def place(self, kind: str, id: str, path: Sequence[str | int] = ()) -> Place:  # noqa: A002 -- what records call it
        """Find a value of a record, or the nearest group around it that is there.

        Args:
            kind: One of the keys of `FOLDERS` and `FILES`.
            id: Id or key of the record; where records stand together in one YAML file it is not looked at.
            path: Keys and indexes from the top of the file; for the library the name of a field.

        """
        file = self.paths[kind].get(id, FOLDERS[kind]) if kind in FOLDERS else FILES[kind]
        text = self._text(file)
        if kind == "library":
            return Place(file, *_field_spot(text.splitlines(), self.entries.get(id, 1), path))
        return Place(file, *locate(text, path)) if text else Place(file, 1, 1)

    @property
    def names(self) -> Iterator[str]:
        """Every file of the book that holds records, broken ones too, as far as it is there."""
        for paths in self.paths.values():
            yield from paths.values()
        yield from (file for file in FILES.values() if (self.root / file).exists())

    def broken(self, kind: str, id: str) -> bool:  # noqa: A002 -- what records call it
        """Whether a record that is not in the catalogue has a file or entry all the same."""
        return id in (self.entries if kind == "library" else self.paths.get(kind, ()))

    def _text(self, file: str) -> str:
        try:
            return (self.root / file).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""


def _field_spot(lines: Sequence[str], first: int, path: Sequence[str | int]) -> tuple[int, int]:
    for number, line in enumerate(lines[first - 1 :] if path else (), first):
        column = field_column(line, str(path[0]))
        if column is not None:
            return number, column
        if number > first and line.startswith("@"):
            break
    return first, 1
