"""Texts kept beside the tests. A difference fails; UPDATE_SNAPSHOTS=1 writes them anew, to be read before a commit."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def check(name: str, text: str) -> None:
    """Hold a text against the kept one."""
    file = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    assert file.exists(), f"no snapshot {name}: run with UPDATE_SNAPSHOTS=1 and read what is written"
    assert text == file.read_bytes().decode()
