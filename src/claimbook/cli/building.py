"""The verbs that make pages and the site."""

from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Address, Root
from claimbook.cli.putting import renew
from claimbook.cli.steps import build_pages, plainly, tell
from claimbook.files import OutFile
from claimbook.output import write
from claimbook.progress import progress
from claimbook.site import DOCS

SCHEMA = "schema"


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
    with plainly():
        changes = build_pages(root, address, check=check)
        tell(DOCS, changes, check=check)


@app.command()
def site(root: Root, address: Address = None) -> None:
    """Build the website: the pages, then MkDocs, where every warning counts."""
    from claimbook.site import build as build_site

    with plainly():
        build_pages(root, address)
        with progress("Building the website"):
            folder = build_site(root)
    typer.echo(f"The site lies in {folder}; open {folder / 'index.html'}")


@app.command()
def serve(root: Root, port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000) -> None:
    """Show the website on this computer; every edit of a record, page or template shows within seconds."""
    from claimbook.preview import serve as serve_site

    with plainly():
        serve_site(root, port, lambda: _rebuild(root), typer.echo)


@app.command()
def schema(
    root: Root,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the schemas are not up to date.")
    ] = False,
) -> None:
    """Write what follows from the model: the JSON Schemas that help editors, and the form of a claim."""
    from claimbook.drafts.claims import TEMPLATE, template
    from claimbook.model.schema import KINDS, schema_text

    files = (OutFile(f"{kind}.schema.json", schema_text(kind)) for kind in KINDS)
    with plainly():
        current = renew(root / TEMPLATE, template().encode(), check=check)
        if not current:
            typer.echo(f"{TEMPLATE} is not up to date" if check else f"{TEMPLATE} is written")
        tell(SCHEMA, write(root / SCHEMA, files, check=check), check=check)
    raise typer.Exit(int(check and not current))


def _rebuild(root: Path) -> bool:
    """Bring the generated pages up to date for a preview, which goes on whatever happens."""
    try:
        with plainly():
            build_pages(root)
    except typer.Exit:
        return False
    return True
