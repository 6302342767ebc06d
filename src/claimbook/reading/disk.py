"""From the folders of a book to texts; whatever is wrong with files and folders is told here."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimbook.reading.faults import Fault

MAX_RECORD_BYTES = 256 * 1024
"""A record is written by people; the longest known ones have 20 KB."""
MAX_LIBRARY_BYTES = 32 * 1024 * 1024
"""Some sixty thousand entries."""

_PERMISSIONS = "look at its permissions"


class Content(NamedTuple):
    """The text of a file, None where there is none to speak of, and what is wrong with it."""

    text: str | None
    faults: tuple[Fault, ...]


def read_text(root: Path, name: str, limit: int) -> Content:
    """Read a file of a book. Raises nothing, whatever lies there.

    Args:
        root: Top of the book.
        name: Path below it.
        limit: Most bytes it may have.

    """
    path = root / name
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return _unreadable("is a link that leads out of the book", "put the file itself here")
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return _unreadable("is no ordinary file", "put a file here, or delete it")
        if about.st_size > limit:
            told = f"has {about.st_size // 1024} KB, where {limit // 1024} KB are the most"
            return _without_text("too-large", told, "records hold what people write; shorten or split it")
        return _decoded(path.read_bytes())
    except FileNotFoundError:
        return _without_text("missing-file", "is not there", "add it; every book has one")
    except (OSError, RuntimeError) as error:
        return _unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}", _PERMISSIONS)


def _unreadable(message: str, hint: str) -> Content:
    return _without_text("unreadable-file", message, hint)


def _without_text(rule: str, message: str, hint: str, line: int = 1, column: int = 1) -> Content:
    return Content(None, (Fault(line, column, rule, message, hint),))


def _decoded(data: bytes) -> Content:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        told = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return _without_text("not-utf8", told, "save the file with the encoding UTF-8", line, column)
    if text.startswith("\ufeff"):
        hint = "save the file as UTF-8 without byte order mark (BOM)"
        return Content(text[1:], (Fault(1, 1, "byte-order-mark", "begins with an invisible character", hint),))
    return Content(text, ())


class Found(NamedTuple):
    """A file that may hold a record, or one that is not where it should be."""

    path: str
    """Below the top of the book, with forward slashes."""
    fault: Fault | None
    """Why it holds no record."""


def find_records(root: Path, folder: str, depth: int) -> Iterator[Found]:
    """List the record files below a folder by name, and whatever does not belong there.

    Names that begin with a dot or an underscore are passed over. Links to folders are not followed.

    Args:
        root: Top of the book.
        folder: Path below it.
        depth: Folders between this one and the records.

    """
    try:
        with os.scandir(root / folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except FileNotFoundError:
        yield Found(folder, Fault(1, 1, "missing-folder", "this folder is not there", "make it"))
        return
    except OSError as error:
        told = f"this folder cannot be read: {error.strerror}"
        yield Found(folder, Fault(1, 1, "unreadable-file", told, _PERMISSIONS))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith((".", "_")):
            continue
        if depth and entry.is_dir(follow_symlinks=False):
            yield from find_records(root, path, depth - 1)
        else:
            yield Found(path, _stray(entry, depth))


def _stray(entry: os.DirEntry[str], depth: int) -> Fault | None:
    if entry.is_dir(follow_symlinks=False):
        return Fault(1, 1, "wrong-folder", "no folder belongs here", "move its records one level up")
    if not entry.name.endswith(".yml"):
        hint = "name it .yml" if entry.name.endswith(".yaml") else "records end in .yml; move anything else elsewhere"
        return Fault(1, 1, "stray-file", "this is no record", hint)
    if depth:
        return Fault(1, 1, "wrong-folder", "this record lies outside of every category", "move it into a category")
    return None
