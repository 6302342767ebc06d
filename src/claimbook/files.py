"""What a generator hands on: files that are still only text."""

from typing import NamedTuple


class OutFile(NamedTuple):
    """A file to be written."""

    path: str
    """Where, relative to the folder of the output, with forward slashes."""
    text: str
    """What it holds; written as UTF-8."""
