"""Puts single files in their places: new ones where nothing lies, changed ones as a whole."""

from pathlib import Path
from shutil import copymode


def place(path: Path, content: bytes) -> None:
    """Write a file where nothing lies.

    Raises:
        OSError: Something lies there, or it cannot be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as out:
            out.write(content)
    except FileExistsError as error:
        raise FileExistsError(f"{path} is there already, and nothing is written over") from error


def exchange(path: Path, content: bytes) -> None:
    """Replace a file as a whole, so that a failure leaves the old one; who may read it stays as it was.

    Raises:
        OSError: It cannot be written.

    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        if path.exists():
            copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def renew(path: Path, content: bytes, *, check: bool) -> bool:
    """Bring a file up to date, unless it is to be checked only, and return whether it was so.

    Raises:
        OSError: It cannot be read or written.

    """
    current = path.is_file() and path.read_bytes() == content
    if not current and not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        exchange(path, content)
    return current
