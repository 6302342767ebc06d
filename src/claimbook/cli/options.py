"""The options that several verbs share, and what they are when nobody gives them."""

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from claimbook.findings import Format
from claimbook.pipeline import BOOK, find_root


def _find_book() -> Path:
    """Look upwards from here, then from where this program lies.

    Raises:
        typer.BadParameter: There is no book.

    """
    root = find_root(Path.cwd()) or find_root(Path(sys.argv[0]).resolve().parent)
    if root is None:
        raise typer.BadParameter(f"no {BOOK} here or in a folder above: name the top of a book with --root")
    return root


def output_format() -> Format:
    """Choose annotations inside GitHub Actions, text elsewhere."""
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT


def now() -> datetime:
    """Tell the time, with its zone."""
    return datetime.now(tz=UTC).astimezone()


Root = Annotated[
    Path,
    typer.Option(
        default_factory=_find_book,
        show_default=f"the nearest folder upwards that holds a {BOOK}",
        exists=True,
        file_okay=False,
        resolve_path=True,
        metavar="DIR",
        help="Top of the book.",
    ),
]

TextsFolder = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        envvar="CLAIMBOOK_TEXTS",
        metavar="DIR",
        help="Folder with the articles' texts, which stay out of the book.",
    ),
]


def web_address(text: str | None) -> str | None:
    """Take a web address, with or without the slash at the end.

    Raises:
        typer.BadParameter: It is none.

    """
    from claimbook.model import WEB_ADDRESS

    if text and not re.fullmatch(WEB_ADDRESS, text):
        raise typer.BadParameter(f'"{text}" is no web address')
    return f"{text.rstrip('/')}/" if text else None


Address = Annotated[
    str | None,
    typer.Option(
        callback=web_address,
        envvar="CLAIMBOOK_ADDRESS",
        metavar="URL",
        help=f"Where this copy is published, if not at the address in {BOOK}; a trial copy, for instance.",
    ),
]


def _day(what: str) -> Any:
    """Make the option of a day, today unless another is given."""
    return typer.Option(
        default_factory=now, show_default="today", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help=what
    )


Day = Annotated[datetime, _day("The day against which due dates are held.")]
Today = Annotated[datetime, _day("The day that is written into the record.")]
