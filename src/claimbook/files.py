"""What a generator hands on: files that are not yet on the disk."""

from typing import NamedTuple


class OutFile(NamedTuple):
    """A file to be written."""

    path: str
    """Where, relative to the folder of the output, with forward slashes."""
    text: str | bytes
    """What it holds; text is written as UTF-8."""

    @property
    def content(self) -> bytes:
        """What it holds, as it is written."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()
