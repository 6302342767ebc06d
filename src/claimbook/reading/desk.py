"""Reads the files of one book one after another, and collects what is wrong with them."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from claimbook.findings import Finding, Level, suggest
from claimbook.model import Article, Book, Claim, Reference, Search, Study
from claimbook.reading.disk import MAX_LIBRARY_BYTES, MAX_RECORD_BYTES, find_records, read_text
from claimbook.reading.faults import Fault
from claimbook.reading.library import parse_library
from claimbook.reading.origins import FILES, FOLDERS, Origins
from claimbook.reading.record import Name, read_record

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

    def record(self, file: str, record_class: type[T], name: Name | None = None) -> T | None:
        """Read a file that is one record; None where it is not whole."""
        text = self._text(file, MAX_RECORD_BYTES)
        made = None if text is None else self._guarded(file, lambda: read_record(record_class, text, name))
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
            stem = PurePosixPath(file).stem
            is_new = self._is_new(kind, file, name)
            record = self.record(file, record_class, Name(name, stem))
            if record and is_new:
                records[stem] = record
        return records

    def categories(self, book: Book) -> Mapping[str, str]:
        """Return the category of each claim file by its id, and tell files in folders that are none."""
        known = [category.id for category in book.categories]
        folders = {id_: PurePosixPath(file).parent.name for id_, file in self._paths["claims"].items()}
        for id_, folder in folders.items():
            if folder not in known:
                hint = suggest(folder, known) or f"book.yml has: {', '.join(known)}"
                fault = Fault(1, 1, "wrong-folder", f'"{folder}" is no category of this book', hint)
                self.tell(self._paths["claims"][id_], fault)
        return {id_: folder for id_, folder in folders.items() if folder in known}

    def _is_new(self, kind: str, file: str, name: str) -> bool:
        first = self._paths[kind].setdefault(PurePosixPath(file).stem, file)
        if first != file:
            self.tell(file, Fault(1, 1, "duplicate-id", f"{first} has the same {name}", "no two records share a name"))
        return first == file

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
