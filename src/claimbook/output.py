"""Makes a folder equal to a stream of files, and touches nothing in it that it did not make itself.

Everything is staged before anything is moved into place, so a failure while the files are still
being made leaves the last good output alone. A hidden list in the folder says which files are ours.
"""

# ruff: noqa: PTH103, PTH105, PTH112, PTH120, PTH123, PTH208 -- a book is thousands of small files, and with Path
# objects or a look at the disk for each of them writing was measured to take more than twice as long

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from claimbook.files import OutFile

MANIFEST = ".generated"
"""Name of the list of files that are ours, one path a line."""

Stage = Callable[[int, bytes], None]

_INSIDE = re.compile(r"(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\:]+").fullmatch
"""Finds out whether a path with forward slashes stays in its folder."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What was done to a folder, or would have been done."""

    written: tuple[str, ...]
    """New files and files whose bytes changed, in the order they were made."""
    removed: tuple[str, ...]
    """Files of an earlier time that nothing makes any more."""
    unchanged: int
    """How many files were already as they should be."""

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.written or self.removed)


class ForeignFileError(Exception):
    """Something that was not generated stands where a generated file belongs."""

    def __init__(self, paths: list[Path]) -> None:
        names = ", ".join(str(path) for path in paths)
        super().__init__(f"{names} was not generated and would be overwritten: move it away or rename it")


def write(folder: Path, files: Iterable[OutFile], *, check: bool = False) -> Changes:
    """Make the folder hold these files, and of the earlier generated ones only these.

    Args:
        folder: Where the files belong; made when it is missing.
        files: The files, streamed; each path once.
        check: Only tell what would change.

    Raises:
        ForeignFileError: A hand-written file stands where one of the files belongs.
        ValueError: A path is given twice or leads out of the folder.

    """
    owned = _read_manifest(folder)
    if check:
        return _compare(folder, files, owned, lambda _number, _content: None)[0]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=".claimbook-") as stage:

        def put(number: int, content: bytes) -> None:
            with open(f"{stage}/{number}", "xb") as file:
                file.write(content)

        changes, made = _compare(folder, files, owned, put)
        _apply(folder, stage, changes.written, owned, made)
    return changes


def _compare(
    folder: Path, files: Iterable[OutFile], owned: frozenset[str], stage: Stage
) -> tuple[Changes, frozenset[str]]:
    """Hand every file that differs to `stage`, with its place among these; also return the paths of all files."""
    made: set[str] = set()
    written: list[str] = []
    foreign: list[Path] = []
    names, blocked = cache(_names), cache(_blocked)
    for file in files:
        path = file.path
        if path in made or not _INSIDE(path):
            raise ValueError(f"generated path {path!r} is doubled or leads out of the folder")
        made.add(path)
        target, content = f"{folder}/{path}", file.content
        place, _, name = target.rpartition("/")
        there = name in names(place)
        if there and _holds(target, content):
            continue
        if path not in owned and (obstacle := Path(target) if there else blocked(place)):
            foreign.append(obstacle)
        stage(len(written), content)
        written.append(path)
    if foreign:
        raise ForeignFileError(foreign)
    removed = sorted(path for path in owned - made if (folder / path).is_file())
    return Changes(tuple(written), tuple(removed), len(made) - len(written)), frozenset(made)


def _apply(folder: Path, stage: str, written: Sequence[str], owned: frozenset[str], made: frozenset[str]) -> None:
    """Move staged files into place and remove stale ones.

    The list names old and new files while they are moved: if the machine stops half-way, the next
    run still knows all of them as ours.
    """
    _write_manifest(folder, owned | made)
    for parent in {os.path.dirname(path) for path in written}:
        os.makedirs(f"{folder}/{parent}", exist_ok=True)
    for number, path in enumerate(written):
        os.replace(f"{stage}/{number}", f"{folder}/{path}")
    for path in owned - made:
        (folder / path).unlink(missing_ok=True)
        _remove_empty(folder, path)
    _write_manifest(folder, made)


def _read_manifest(folder: Path) -> frozenset[str]:
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if _INSIDE(line))


def _write_manifest(folder: Path, paths: Iterable[str]) -> None:
    text = "".join(f"{path}\n" for path in sorted(paths))
    if not _holds(f"{folder}/{MANIFEST}", text.encode()):
        (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def _holds(file: str, content: bytes) -> bool:
    try:
        with open(file, "rb", buffering=0) as found:
            return found.read() == content
    except OSError:
        return False


def _names(folder: str) -> frozenset[str]:
    """List what lies in a folder, broken links too; nothing where there is no such folder."""
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def _blocked(folder: str) -> Path | None:
    """Find a file that stands where a folder, or one above it, should be."""
    if os.path.isdir(folder):
        return None
    return next((place for place in (Path(folder), *Path(folder).parents) if place.is_file()), None)


def _remove_empty(folder: Path, path: str) -> None:
    for parent in PurePosixPath(path).parents[:-1]:
        if any((folder / parent).iterdir()):
            return
        (folder / parent).rmdir()
