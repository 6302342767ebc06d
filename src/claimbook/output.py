"""Makes a folder equal to a stream of files, and touches nothing in it that it did not make itself.

Everything is staged before anything is moved into place, so a failure while the files are still
being made leaves the last good output alone. A hidden list in the folder says which files are ours.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from claimbook.files import OutFile

MANIFEST = ".generated"
"""Name of the list of files that are ours, one path a line."""

Stage = Callable[[Path, bytes], None]


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
        return _compare(folder, files, owned, lambda _target, _content: None)[0]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=".claimbook-") as name:
        staged: list[tuple[Path, Path]] = []

        def stage(target: Path, content: bytes) -> None:
            staged.append((Path(name, str(len(staged))), target))
            staged[-1][0].write_bytes(content)

        changes, made = _compare(folder, files, owned, stage)
        _apply(folder, staged, owned, made)
    return changes


def _compare(
    folder: Path, files: Iterable[OutFile], owned: frozenset[str], stage: Stage
) -> tuple[Changes, frozenset[str]]:
    """Hand every file that differs to `stage`; also return the paths of all files."""
    made: set[str] = set()
    written: list[str] = []
    foreign: list[Path] = []
    for file in files:
        path = file.path
        if path in made or not _is_inside(path):
            raise ValueError(f"generated path {path!r} is doubled or leads out of the folder")
        made.add(path)
        target, content = folder / path, file.content
        if _holds(target, content):
            continue
        if path not in owned and (obstacle := _obstacle(target)):
            foreign.append(obstacle)
        written.append(path)
        stage(target, content)
    if foreign:
        raise ForeignFileError(foreign)
    removed = sorted(path for path in owned - made if (folder / path).is_file())
    return Changes(tuple(written), tuple(removed), len(made) - len(written)), frozenset(made)


def _apply(folder: Path, staged: list[tuple[Path, Path]], owned: frozenset[str], made: frozenset[str]) -> None:
    """Move staged files into place and remove stale ones.

    The list names old and new files while they are moved: if the machine stops half-way, the next
    run still knows all of them as ours.
    """
    _write_manifest(folder, owned | made)
    for parent in {target.parent for _, target in staged}:
        parent.mkdir(parents=True, exist_ok=True)
    for source, target in staged:
        source.replace(target)
    for path in owned - made:
        (folder / path).unlink(missing_ok=True)
        _remove_empty(folder, path)
    _write_manifest(folder, made)


def _read_manifest(folder: Path) -> frozenset[str]:
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if _is_inside(line))


def _write_manifest(folder: Path, paths: Iterable[str]) -> None:
    text = "".join(f"{path}\n" for path in sorted(paths))
    if not _holds(folder / MANIFEST, text.encode()):
        (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not {"..", "/"} & {*parts} and not {"\\", ":"} & {*path}


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False


def _obstacle(target: Path) -> Path | None:
    """Find what stands in the way: the file itself, or a file where one of its folders should be."""
    if os.path.lexists(target):
        return target
    if target.parent.is_dir():
        return None
    return next((place for place in target.parents if place.is_file()), None)


def _remove_empty(folder: Path, path: str) -> None:
    for parent in PurePosixPath(path).parents[:-1]:
        if any((folder / parent).iterdir()):
            return
        (folder / parent).rmdir()
