"""The verbs for those who rate claims a second time."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Root, now, output_format
from claimbook.cli.steps import named, plainly, readable, tell
from claimbook.findings import Level, render
from claimbook.output import write
from claimbook.pipeline import BOOK, examine


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

    with plainly():
        catalogue = readable(root)
        wanting = (claim for claim in catalogue.claims.values() if claim.wants_second)
        chosen = [named(catalogue, name) for name in claims] if claims else wanting
        shutil.copytree(root / "references", folder / "references")
        shutil.copy2(root / BOOK, folder / BOOK)
        tell(str(folder), write(folder, blanks(chosen, catalogue)), check=False)


@app.command()
def compare(
    root: Root,
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, metavar="DIR", help="The filled-in records.")],
) -> None:
    """Hold second ratings against the first, and print what to keep under `review` of each claim."""
    from claimbook.second import compare as compare_ratings

    with plainly():
        first, second = readable(root), examine(folder)
    wrong = tuple(one for one in second.findings if one.level is Level.ERROR and one.file.startswith("claims/"))
    if second.catalogue is None or wrong:
        typer.echo(render(wrong or second.findings, output_format(), second.files), nl=False)
        raise typer.Exit(1)
    for one in compare_ratings(first.claims, second.catalogue.claims):
        typer.echo(one.record(now().date()))
