"""The verb that begins another book."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.forge import form_files
from claimbook.cli.options import now, web_address
from claimbook.cli.putting import place
from claimbook.cli.steps import plainly
from claimbook.files import OutFile

_TAGLINE = "What articles say, sentence by sentence, held against published research."
_REPOSITORY = "https://example.org/set-repository-in-book-yml"
_ALLOWED = ".git"
"""What may lie in the folder already: whoever made it with git has begun right."""
_SHOWN = 5


def _line(text: str) -> str:
    """Take a text of one line.

    Raises:
        typer.BadParameter: It is empty, or holds what no line can show.

    """
    words = text.strip()
    if not words:
        raise typer.BadParameter("it must not be empty")
    if not words.isprintable():
        raise typer.BadParameter("it has line breaks or characters that nobody can see: write it in one plain line")
    return words


@app.command("init")
def init(  # noqa: PLR0913 -- each is a choice of the user
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.", resolve_path=True)],
    title: Annotated[str, typer.Option(callback=_line, help="Title of the book.")],
    tagline: Annotated[str, typer.Option(callback=_line, help="One line on what it is.")] = _TAGLINE,
    repository: Annotated[
        str,
        typer.Option(callback=web_address, metavar="URL", help="Where its records will be kept.", show_default=False),
    ] = _REPOSITORY,
    address: Annotated[
        str | None,
        typer.Option(callback=web_address, metavar="URL", help="Where its site will be published, if you know."),
    ] = None,
    *,
    minimal: Annotated[bool, typer.Option("--minimal", help="Leave out what GitHub and make need.")] = False,
) -> None:
    """Begin another book: a small project with invented examples, which checks and builds at once."""
    from claimbook.starter import Setup, project

    setup = Setup(
        title=title,
        tagline=tagline,
        repository=repository.rstrip("/"),
        address=address or "",
        today=now().date(),
        minimal=minimal,
    )
    with plainly():
        _refuse_full(folder)
        count = _put(folder, project(setup), minimal=minimal)
    typer.echo(f"{folder}: {count} files of a new book. Next:\n")
    typer.echo(_next_steps(folder))


def _refuse_full(folder: Path) -> None:
    """Refuse a folder in which something lies.

    Raises:
        FileExistsError: Something does, or it is no folder.

    """
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(f"{folder} is a file: name a new or an empty folder")
    names = sorted(repr(one.name) for one in folder.iterdir() if one.name != _ALLOWED) if folder.exists() else []
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise FileExistsError(
            f"{folder} is not empty: {', '.join(names[:_SHOWN])}{more}. Name a new folder, or move these away"
        )


def _put(folder: Path, files: Iterable[OutFile], *, minimal: bool) -> int:
    """Write files aside, with the issue forms of the book that they make, then move them in; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".claimbook-") as name:
        stage = Path(name)
        for file in files:
            place(stage / file.path, file.content)
        for file in () if minimal else form_files(stage):
            place(stage / file.path, file.content)
        count = sum(path.is_file() for path in stage.rglob("*"))
        for part in sorted(stage.iterdir()):
            part.replace(folder / part.name)
    return count


def _next_steps(folder: Path) -> str:
    return f"""\
  cd {folder}
  claimbook check     lists what is wrong; now nothing is
  claimbook serve     shows the website on this computer
  claimbook site      builds it into site/

Everything in it is an invented example. README.md says what to replace, in which order; begin with book.yml."""
