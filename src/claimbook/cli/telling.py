"""The verbs that tell what is in a book, and what a change does to it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Day, Root, output_format
from claimbook.cli.steps import catalogue_of, look, named, plainly, print_findings
from claimbook.coverage import ReportFormat
from claimbook.pipeline import Examined, without_gc
from claimbook.progress import progress

if TYPE_CHECKING:
    from claimbook.revisions import Comparison
    from claimbook.views import Shelf


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


@app.command()
def explain(
    root: Root,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim.")],
    form: Annotated[ReportFormat, typer.Option("--format", help="How to print it.")] = ReportFormat.TEXT,
) -> None:
    """Show how a claim was rated, step by step: what counts, what was taken off, what the rule suggests."""
    from claimbook.exports import claim_files, head
    from claimbook.printing import explanation
    from claimbook.views import view_claim

    shelf, examined = _shelved(root)
    record = named(shelf.catalogue, claim)
    if shelf.gaps(record):
        print_findings(examined, output_format())
        raise typer.Exit(1)
    if form is ReportFormat.JSON:
        text = claim_files.render_one(shelf.rows[claim], shelf, head.head(shelf, None))
    else:
        text = explanation.render(view_claim(record, shelf))
    typer.echo(text, nl=False)


@app.command()
def stats(
    root: Root, form: Annotated[ReportFormat, typer.Option("--format", help="How to print it.")] = ReportFormat.TEXT
) -> None:
    """Count what is in the book: claims, passages, studies, ratings."""
    from claimbook.exports import desk_json
    from claimbook.printing import desk
    from claimbook.views import view_stats

    view = view_stats(_shelved(root)[0])
    typer.echo(desk_json.render_stats(view) if form is ReportFormat.JSON else desk.render_stats(view), nl=False)


@app.command()
def overdue(
    root: Root,
    today: Day,
    within: Annotated[int, typer.Option(min=0, metavar="DAYS", help="Look this many days ahead.")] = 0,
    form: AsForm = Form.TEXT,
    *,
    fail: Annotated[bool, typer.Option("--fail", help="Exit with 1 if something is overdue.")] = False,
) -> None:
    """List what should be looked at again: claims, facts that age, searches, the standing of sources."""
    from claimbook.exports import desk_json
    from claimbook.printing import desk
    from claimbook.views import view_overdue

    checks = view_overdue(_shelved(root)[0], today.date(), within)
    printed = {
        Form.TEXT: lambda: desk.render_overdue(checks),
        Form.MARKDOWN: lambda: desk.render_overdue_markdown(checks),
        Form.JSON: lambda: desk_json.render_overdue(checks, today.date(), within),
    }
    typer.echo(printed[form](), nl=False)
    raise typer.Exit(int(fail and any(one.overdue for one in checks)))


def _shelved(root: Path) -> "tuple[Shelf, Examined]":
    """Read the book and work out what views need.

    Raises:
        typer.Exit: Its settings cannot be read; the findings have been printed.

    """
    from claimbook.views import shelve

    examined = look(root)
    return shelve(catalogue_of(examined), examined.suggestions), examined
