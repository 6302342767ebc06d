"""Reads the files of one book one after another, and collects what is wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

from claimbook.findings import Finding, Level, suggest
from claimbook.model import Article, Claim, Reference, Search, Study
from claimbook.reading.disk import MAX_LIBRARY_BYTES, MAX_RECORD_BYTES, find_records, read_text
from claimbook.reading.faults import Fault
from claimbook.reading.library import parse_library
from claimbook.reading.origins import FILES, FOLDERS, Origins
from claimbook.reading.record import read_record
from claimbook.reading.yamltext import Spot, locate, parse

T = TypeVar("T")
Named = TypeVar("Named", Claim, Study, Article, Search)


class Desk:
    """Where the files of a book are opened. Nothing here raises, whatever lies in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = 0
        """Number of files read so far."""
        self.findings: list[Finding] = []
        self._paths: dict[str, dict[str, str]] = {kind: {} for kind in FOLDERS}
        self._entries: Mapping[str, int] = {}

    @property
    def origins(self) -> Origins:
        """Where everything that was read so far lies."""
        return Origins(self.root, self.files, self._paths, self._entries)

    def tell(self, file: str, *faults: Fault) -> None:
        """Note what is wrong with a file."""
        self.findings += (Finding(file, fault.line, fault.column, Level.ERROR, *fault[2:]) for fault in faults)

    def library(self) -> Mapping[str, Reference]:
        """Read the references."""
        file = FILES["library"]
        text = self._text(file, MAX_LIBRARY_BYTES)
        library = None if text is None else self._guarded(file, lambda: parse_library(text))
        if library is None:
            return {}
        self._entries = library.lines
        self.tell(file, *library.faults)
        return library.references

    def record(self, file: str, record_class: type[T]) -> T | None:
        """Read a file that is one record; None where it is not whole."""
        text = self._text(file, MAX_RECORD_BYTES)
        made = None if text is None else self._guarded(file, lambda: read_record(record_class, text))
        if made is None:
            return None
        record, faults = made
        self.tell(file, *faults)
        return record

    def folder(self, kind: str, record_class: type[Named], name: str) -> dict[str, Named]:
        """Read all records of a kind, by the names of their files.

        Args:
            kind: One of `FOLDERS`.
            record_class: Their class.
            name: The field after which their files are named.

        """
        records: dict[str, Named] = {}
        for file, fault in find_records(self.root, FOLDERS[kind], depth=int(kind == "claims")):
            if fault:
                self.tell(file, fault)
                continue
            record = self.record(file, record_class)
            if self._is_new(kind, file, name) and record and self._is_named(kind, file, name, getattr(record, name)):
                records[PurePosixPath(file).stem] = record
        return records

    def categories(self, claims: dict[str, Claim], categories: Sequence[str]) -> dict[str, str]:
        """Tell claims by their folders, and take out those whose folder is no category."""
        found = {}
        for id_ in tuple(claims):
            file = self._paths["claims"][id_]
            category = PurePosixPath(file).parent.name
            if category in categories:
                found[id_] = category
                continue
            del claims[id_]
            hint = suggest(category, categories) or f"book.yml has: {', '.join(categories)}"
            self.tell(file, Fault(1, 1, "wrong-folder", f'"{category}" is no category of this book', hint))
        return found

    def _is_new(self, kind: str, file: str, name: str) -> bool:
        first = self._paths[kind].setdefault(PurePosixPath(file).stem, file)
        if first != file:
            self._tell_at(file, name, "duplicate-id", f"{first} has the same {name}", "no two records share a name")
        return first == file

    def _is_named(self, kind: str, file: str, name: str, value: str) -> bool:
        if value == PurePosixPath(file).stem:
            return True
        self._paths[kind].setdefault(value, file)
        told = f'the {name} "{value}" is not the name of the file'
        self._tell_at(file, name, "name-differs-from-id", told, f"name the file {value}.yml, or change the {name}")
        return False

    def _tell_at(self, file: str, name: str, rule: str, message: str, hint: str) -> None:
        text = read_text(self.root, file, MAX_RECORD_BYTES).text
        spot = locate(text, (name,)) if text and not parse(text).faults else Spot(1, 1)
        self.tell(file, Fault(spot.line, spot.column, rule, message, hint))

    def _text(self, file: str, limit: int) -> str | None:
        self.files += 1
        text, faults = read_text(self.root, file, limit)
        self.tell(file, *faults)
        return text

    def _guarded(self, file: str, work: Callable[[], T]) -> T | None:
        """Do some work on a file; a mistake of ours there must not hide what is wrong elsewhere."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001 -- whatever goes wrong, the other files are still read
            told = f"the reader failed: {type(error).__name__}: {error}"
            hint = "a mistake of the program, not of the file: please report it together with the file"
            self.tell(file, Fault(1, 1, "reader-failed", told, hint))
            return None
