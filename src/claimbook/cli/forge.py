"""The verbs behind the forms and workflows on GitHub. They print no word of what somebody typed into a form."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Day, Root
from claimbook.cli.putting import exchange, place, renew
from claimbook.cli.steps import plainly, readable
from claimbook.files import OutFile
from claimbook.findings import Format, render
from claimbook.pipeline import examine

if TYPE_CHECKING:
    from claimbook.drafts import Bench
    from claimbook.intake import Outcome

FORMS = ".github/ISSUE_TEMPLATE"

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", file_okay=False, help="Folder that `intake` writes and `deliver` reads.")
]


@app.command()
def forms(
    root: Root,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the forms are not up to date.")
    ] = False,
) -> None:
    """Write the issue forms and labels into .github/, with the words of this book; after a change to the book."""
    with plainly():
        stale = [one.path for one in form_files(root) if not renew(root / one.path, one.content, check=check)]
    for path in stale:
        typer.echo(f"{path} {'is not up to date' if check else 'is written'}")
    raise typer.Exit(int(check and bool(stale)))


def form_files(root: Path) -> list[OutFile]:
    """Make the issue forms and labels of a book."""
    from claimbook import intake

    bench = _bench(root, None)
    book = bench.catalogue.book
    return [
        *(OutFile(f"{FORMS}/{one.kind}.yml", intake.form_text(one)) for one in intake.forms(bench)),
        OutFile(f"{FORMS}/config.yml", intake.config_text(book.top, book.repository.rstrip("/"))),
        OutFile(".github/labels.yml", intake.labels_text()),
    ]


@app.command()
def intake(
    root: Root,
    event: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, metavar="EVENT", help="The event of an issue, as JSON.")
    ],
    folder: Folder,
    today: Day,
) -> None:
    """Take in one filled-in issue form: write the draft it asks for, and into DIR what is to be said of it."""
    from claimbook import intake as forms_taken
    from claimbook.reading.origins import FILES

    try:
        issue = forms_taken.read_event(event.read_text(encoding="utf-8"))
    except (forms_taken.EventError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{event}: {error}") from error
    with plainly():
        library = (root / FILES["library"]).read_bytes().decode()
        taken = forms_taken.take_in(issue, _bench(root, today), library)
        folder.mkdir(parents=True, exist_ok=True)
        if taken is None:
            typer.echo(f"issue {issue.number} came from none of the forms; nothing is done")
            return
        for file in taken.new:
            place(root / file.path, file.content)
        if taken.library is not None:
            exchange(root / FILES["library"], taken.library.encode())
        (folder / OUTCOME).write_text(_checked(root, taken.outcome).as_json(), encoding="utf-8")
    typer.echo(f"issue {issue.number}: {', '.join(taken.outcome.files) or 'a comment'}")


OUTCOME = "outcome.json"


def _checked(root: Path, outcome: "Outcome") -> "Outcome":
    """Add what the check says of the records that were written."""
    if not outcome.files:
        return outcome
    found = [one for one in examine(root).findings if one.file in outcome.files]
    return outcome.with_check(render(found, Format.TEXT, len(outcome.files)))


@app.command()
def deliver(root: Root, folder: Folder) -> None:
    """Open the pull request or post the comment that `intake` prepared; in a workflow, by git and gh."""
    from claimbook.intake import DeliveryError, Outcome
    from claimbook.intake import deliver as hand_over

    file = folder / OUTCOME
    if not file.exists():
        typer.echo("nothing to deliver")
        return
    try:
        with plainly():
            outcome = Outcome.from_json(file.read_text(encoding="utf-8"))
            done = hand_over(outcome, folder, root, os.environ)
    except ValueError as error:
        raise typer.BadParameter(f"{file} was not written by `intake`") from error
    except DeliveryError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"issue {outcome.number}: {done}")


@app.command()
def labels(root: Root) -> None:
    """Set up the labels that forms and workflows use; in a workflow, by gh."""
    from claimbook.intake import LABELS, DeliveryError
    from claimbook.intake.delivery import set_up

    try:
        set_up(LABELS, root, os.environ)
    except DeliveryError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{len(LABELS)} labels are set up")


def _bench(root: Path, today: datetime | None) -> "Bench":
    from claimbook.cli.options import now
    from claimbook.drafts import Bench, taken_ids

    catalogue = readable(root)
    return Bench(catalogue, (today or now()).date(), None, taken_ids(catalogue, root))
