"""The verbs people type.

Exit codes: 0 all is well (warnings may have been printed), 1 something has to be mended,
2 the command was used wrongly.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claimbook.coverage import ReportFormat, cover, print_coverage
from claimbook.files import OutFile
from claimbook.findings import Format, Level, render, suggest
from claimbook.model import Catalogue, Claim
from claimbook.output import Changes, ForeignFileError, write
from claimbook.pipeline import (
    BOOK,
    Examined,
    TemplateProblemError,
    examine,
    find_root,
    generate,
    published_at,
    without_gc,
)
from claimbook.progress import progress
from claimbook.site import DOCS, SiteError

SCHEMA = "schema"
MENDABLE = (ForeignFileError, SiteError, TemplateProblemError, OSError)
"""What can go wrong outside the records; the message says all, a traceback would not help."""

app = typer.Typer(
    help="Check claim records and build a website from them.",
    epilog="Exit codes: 0 all is well, 1 something has to be mended, 2 the command was used wrongly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the verb that was typed."""
    app()


def _find_book() -> Path:
    """Look upwards from here, then from where this program lies.

    Raises:
        typer.BadParameter: There is no book.

    """
    root = find_root(Path.cwd()) or find_root(Path(sys.argv[0]).resolve().parent)
    if root is None:
        raise typer.BadParameter(f"no {BOOK} here or in a folder above: name the top of a book with --root")
    return root


def _format() -> Format:
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT


def _now() -> datetime:
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


def _web_address(text: str | None) -> str | None:
    """Take a web address, with or without the slash at the end.

    Raises:
        typer.BadParameter: It is none.

    """
    if text and not text.startswith(("https://", "http://")):
        raise typer.BadParameter(f'"{text}" is no web address')
    return f"{text.rstrip('/')}/" if text else None


Address = Annotated[
    str | None,
    typer.Option(
        callback=_web_address,
        envvar="CLAIMBOOK_ADDRESS",
        metavar="URL",
        help=f"Where this copy is published, if not at the address in {BOOK}; a trial copy, for instance.",
    ),
]


@app.command()
def check(
    root: Root,
    format: Annotated[  # noqa: A002 -- the word users type
        Format,
        typer.Option(
            default_factory=_format,
            show_default="github inside GitHub Actions, else text",
            help="How to print findings.",
        ),
    ],
    today: Annotated[
        datetime,
        typer.Option(
            default_factory=_now,
            show_default="today",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day against which due dates are held.",
        ),
    ],
    texts: TextsFolder = None,
) -> None:
    """List everything that is wrong with the records: file, line, column, and what to write instead."""
    examined = _examine(root, today=today.date(), texts=texts)
    _print(examined, format)
    raise typer.Exit(int(examined.broken))


@app.command()
def coverage(
    root: Root,
    format: Annotated[ReportFormat, typer.Option(help="How to print it.")] = ReportFormat.TEXT,  # noqa: A002 -- the word users type
    texts: TextsFolder = None,
) -> None:
    """List every paragraph of the articles with its claims, or the reason why it has none; none may be forgotten."""
    with progress("Reading records and texts"), without_gc():
        examined = examine(root, texts=texts, coverage_alone=True)
        articles = cover(examined.catalogue, examined.texts) if examined.catalogue else ()
    typer.echo(print_coverage(articles, examined.findings, examined.files, format), nl=False)
    raise typer.Exit(int(examined.broken))


@app.command()
def build(
    root: Root,
    address: Address = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the pages are not up to date.")
    ] = False,
) -> None:
    """Write the pages and data files that are made from the records into docs/."""
    with _plainly():
        changes = _build(root, address, check=check)
        _tell(DOCS, changes, check=check)


@app.command()
def site(root: Root, address: Address = None) -> None:
    """Build the website: the pages, then MkDocs, where every warning counts."""
    from claimbook.site import build as build_site

    with _plainly():
        _build(root, address)
        with progress("Building the website"):
            folder = build_site(root)
    typer.echo(f"The site lies in {folder}; open {folder / 'index.html'}")


@app.command()
def serve(root: Root, port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000) -> None:
    """Show the website on this computer; every edit of a record, page or template shows within seconds."""
    from claimbook.preview import serve as serve_site

    with _plainly():
        serve_site(root, port, lambda: _rebuild(root), typer.echo)


@app.command()
def schema(
    root: Root,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the schemas are not up to date.")
    ] = False,
) -> None:
    """Write the JSON Schemas that help editors, into schema/."""
    from claimbook.model.schema import KINDS, schema_text

    files = (OutFile(f"{kind}.schema.json", schema_text(kind)) for kind in KINDS)
    with _plainly():
        _tell(SCHEMA, write(root / SCHEMA, files, check=check), check=check)


@app.command()
def blind(
    root: Root,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write; a new folder.")],
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]…", help="Ids of claims; left out: all that matter and were rated once."),
    ] = None,
) -> None:
    """Write blank records, without any rating, for somebody who rates claims a second time."""
    from claimbook.second import blanks

    with _plainly():
        catalogue = _readable(root)
        wanting = (claim for claim in catalogue.claims.values() if claim.wants_second)
        chosen = [_named(catalogue, name) for name in claims] if claims else wanting
        shutil.copytree(root / "references", folder / "references")
        shutil.copy2(root / BOOK, folder / BOOK)
        _tell(str(folder), write(folder, blanks(chosen, catalogue)), check=False)


@app.command()
def compare(
    root: Root,
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, metavar="DIR", help="The filled-in records.")],
) -> None:
    """Hold second ratings against the first, and print what to keep under `review` of each claim."""
    from claimbook.second import compare as compare_ratings

    with _plainly():
        first, second = _readable(root), examine(folder)
    wrong = tuple(one for one in second.findings if one.level is Level.ERROR and one.file.startswith("claims/"))
    if second.catalogue is None or wrong:
        typer.echo(render(wrong or second.findings, _format(), second.files), nl=False)
        raise typer.Exit(1)
    for one in compare_ratings(first.claims, second.catalogue.claims):
        typer.echo(one.record(_now().date()))


def _readable(root: Path) -> Catalogue:
    """Read the book for a verb that does not mind what its rules find.

    Raises:
        typer.Exit: Its settings cannot be read; the findings have been printed.

    """
    examined = _examine(root)
    if examined.catalogue is None:
        _print(examined, _format())
        raise typer.Exit(1)
    return examined.catalogue


def _named(catalogue: Catalogue, name: str) -> Claim:
    """Find a claim by its id.

    Raises:
        typer.BadParameter: There is none.

    """
    if name not in catalogue.claims:
        raise typer.BadParameter(f'there is no claim "{name}". {suggest(name, catalogue.claims)}'.strip())
    return catalogue.claims[name]


@contextmanager
def _plainly() -> Iterator[None]:
    """Say what went wrong in one line and end with 1."""
    try:
        yield
    except MENDABLE as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error


def _examine(root: Path, *, today: date | None = None, texts: Path | None = None) -> Examined:
    with progress("Reading and checking records"), without_gc():
        return examine(root, today=today, texts=texts)


def _print(examined: Examined, format: Format) -> None:  # noqa: A002 -- the word users type
    typer.echo(render(examined.findings, format, examined.files), nl=False)


def _build(root: Path, address: str | None = None, *, check: bool = False) -> Changes:
    """Bring the generated pages up to date.

    Raises:
        typer.Exit: The records must be mended first; the findings have been printed.

    """
    examined = _examine(root)
    if examined.findings:
        _print(examined, _format())
    if examined.catalogue is None or examined.broken:
        raise typer.Exit(1)
    with progress("Writing pages"), without_gc():
        catalogue = published_at(examined.catalogue, address) if address else examined.catalogue
        return write(root / DOCS, generate(catalogue, examined.suggestions), check=check)


def _rebuild(root: Path) -> bool:
    """Bring the generated pages up to date for a preview, which goes on whatever happens."""
    try:
        with _plainly():
            _build(root)
    except typer.Exit:
        return False
    return True


def _tell(folder: str, changes: Changes, *, check: bool) -> None:
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
