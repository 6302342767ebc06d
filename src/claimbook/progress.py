"""Tells a person at a terminal that long work goes on; says nothing to files and pipes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def progress(message: str) -> Iterator[None]:
    """Show that work goes on, for as long as it does."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield
