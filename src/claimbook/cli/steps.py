"""What verbs do alike: read the book, say what is wrong, write pages, tell what was done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from claimbook.cli.options import output_format
from claimbook.findings import Format, Manual, as_table, render, suggest
from claimbook.model import Catalogue, Claim
from claimbook.output import Changes, ForeignFileError, write
from claimbook.pipeline import Examined, TemplateProblemError, examine, generate, published_at, without_gc
from claimbook.progress import progress
from claimbook.site import DOCS, SiteError

MENDABLE = (ForeignFileError, SiteError, TemplateProblemError, OSError)
"""What can go wrong outside the records; the message says all, a traceback would not help."""


@contextmanager
def plainly() -> Iterator[None]:
    """Say what went wrong in one line and end with 1."""
    try:
        yield
    except MENDABLE as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error


def look(root: Path, *, today: date | None = None, texts: Path | None = None) -> Examined:
    """Read and check the book, for a person who waits."""
    with progress("Reading and checking records"), without_gc():
        return examine(root, today=today, texts=texts)


def print_findings(examined: Examined, format: Format) -> None:  # noqa: A002 -- the word users type
    """Print all that was found; on GitHub also into the summary of the job, since only some annotations are shown."""
    typer.echo(render(examined.findings, format, examined.files, _manuals(examined.catalogue)), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and format is Format.GITHUB:
        with plainly(), Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_table(examined.findings, examined.files))


def _manuals(catalogue: Catalogue | None) -> list[Manual]:
    """List what is said of every rule, with its page where the book is published."""
    from claimbook.rules import RULES

    top = catalogue.book.top if catalogue else ""
    return [Manual(rule.id, rule.level, rule.title, rule.doc, top and f"{top}rules/{rule.id}/") for rule in RULES]


def readable(root: Path) -> Catalogue:
    """Read the book for a verb that does not mind what its rules find.

    Raises:
        typer.Exit: Its settings cannot be read; the findings have been printed.

    """
    return catalogue_of(look(root))


def catalogue_of(examined: Examined) -> Catalogue:
    """Take what was read.

    Raises:
        typer.Exit: The book's settings cannot be read; the findings have been printed.

    """
    if examined.catalogue is None:
        print_findings(examined, output_format())
        raise typer.Exit(1)
    return examined.catalogue


def named(catalogue: Catalogue, name: str) -> Claim:
    """Find a claim by its id.

    Raises:
        typer.BadParameter: There is none.

    """
    if name not in catalogue.claims:
        raise typer.BadParameter(f'there is no claim "{name}". {suggest(name, catalogue.claims)}'.strip())
    return catalogue.claims[name]


def build_pages(root: Path, address: str | None = None, *, check: bool = False) -> Changes:
    """Bring the generated pages up to date.

    Raises:
        typer.Exit: The records must be mended first; the findings have been printed.

    """
    examined = look(root)
    if examined.findings:
        print_findings(examined, output_format())
    if examined.catalogue is None or examined.broken:
        raise typer.Exit(1)
    with progress("Writing pages"), without_gc():
        catalogue = published_at(examined.catalogue, address) if address else examined.catalogue
        return write(root / DOCS, generate(catalogue, examined.suggestions), check=check)


def tell(folder: str, changes: Changes, *, check: bool) -> None:
    """Count what was done; of a mere check, name it.

    Raises:
        typer.Exit: It was a check, and something is not up to date.

    """
    if check and changes:
        for path in (*changes.written, *changes.removed):
            typer.echo(f"{folder}/{path} is not up to date")
        raise typer.Exit(1)
    written, removed = len(changes.written), len(changes.removed)
    typer.echo(f"{folder}/: {written} files written, {removed} removed, {changes.unchanged} unchanged")
