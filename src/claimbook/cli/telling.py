"""The verbs that tell what is in a book, and what a change does to it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Root
from claimbook.cli.steps import plainly
from claimbook.pipeline import without_gc
from claimbook.progress import progress

if TYPE_CHECKING:
    from claimbook.revisions import Comparison


class Form(StrEnum):
    """A way of printing: for terminals, for summaries of checks and comments, for programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


AsForm = Annotated[Form, typer.Option("--format", help="How to print it.")]


@app.command()
def diff(
    root: Root,
    base: Annotated[
        str | None,
        typer.Argument(metavar="[BASE]", help="Any revision git knows; left out: where this parted from the branch."),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="REVISION", help="Another revision to compare with, not the working tree.")
    ] = None,
    form: AsForm = Form.TEXT,
) -> None:
    """Say what the changes since a revision mean: ratings, claims, evidence, figures, wording, articles."""
    from claimbook.exports import comparison_json
    from claimbook.printing import comparison_markdown, comparison_text

    printers = {Form.TEXT: comparison_text, Form.MARKDOWN: comparison_markdown, Form.JSON: comparison_json}
    with plainly(), progress("Comparing"), without_gc():
        comparison = _compared(root, base, to)
    typer.echo(printers[form].render(comparison), nl=False)
    raise typer.Exit(int(comparison.broken))


def _compared(root: Path, base: str | None, to: str | None) -> "Comparison":
    """Read both states and compare them.

    Raises:
        typer.BadParameter: There is no such revision.
        typer.Exit: A state cannot be read as a whole.

    """
    from claimbook import revisions

    try:
        new = revisions.read_revision(root, revisions.resolve(root, to), earlier=False) if to else None
        new = new or revisions.read_folder(root)
        branch = new.catalogue.book.branch
        start = revisions.resolve(root, base) if base else revisions.where_it_parted(root, branch)
        return revisions.compare(revisions.read_revision(root, start), new)
    except revisions.UnknownRevisionError as error:
        raise typer.BadParameter(str(error)) from error
    except revisions.RevisionError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
