"""The verb that adds sources by their identifiers."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Root, output_format
from claimbook.cli.putting import exchange, place
from claimbook.cli.steps import look, plainly
from claimbook.cli.writing import tell_waiting
from claimbook.findings import Level, render
from claimbook.model import Catalogue
from claimbook.progress import progress

if TYPE_CHECKING:
    from claimbook.drafts.typed import ByHand
    from claimbook.watch import Identifier, Manners, Sources, Web, Work

_NOT_LOOKED_UP: tuple[str, ...] = ("nothing was looked up, since title and author were given",)
LIBRARY = "references/library.bib"

_BY_HAND = '--title … --author "Family, Given" --year … --container …'

Items = Annotated[list[str], typer.Argument(metavar="DOI|PMID|PMCID|URL…", help="What to add; several are possible.")]


@app.command()
def cite(  # noqa: PLR0913 -- one option for each thing that can be said
    root: Root,
    items: Items,
    *,
    title: Annotated[str | None, typer.Option(help="Title; with --author nothing is looked up.")] = None,
    author: Annotated[
        list[str] | None, typer.Option(help='Author as "Family, Given", or a body; may be repeated.')
    ] = None,
    year: Annotated[str | None, typer.Option(help="Year of publication.")] = None,
    container: Annotated[str | None, typer.Option(help="Journal, or who issued it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Add it although another title is nearly the same.")] = False,
    mailto: Annotated[
        str, typer.Option(envvar="CLAIMBOOK_MAILTO", help="Your e-mail address, for those whose servers are asked.")
    ] = "",
    timeout: Annotated[float, typer.Option(min=0.1, max=600, help="Seconds that an answer may take.")] = 20,
    crossref: Annotated[
        str | None,
        typer.Option(
            envvar="CLAIMBOOK_CROSSREF", metavar="URL", help="Another address of Crossref; /works/DOI is added."
        ),
    ] = None,
    europepmc: Annotated[
        str | None,
        typer.Option(
            envvar="CLAIMBOOK_EUROPEPMC", metavar="URL", help="Another address of Europe PMC; /search is added."
        ),
    ] = None,
) -> None:
    """Add sources to the library, each with the beginning of its study's record; asks Crossref and Europe PMC."""
    from claimbook.drafts.typed import ByHand
    from claimbook.watch import Manners, Sources

    by_hand = ByHand(title, author or (), year, container)
    wanted = _identified(items, by_hand)
    usual = Sources()
    sources = Sources(crossref or usual.crossref, europepmc or usual.europepmc)
    with plainly():
        desk = _Desk(root, _library(root), sources, by_hand, force=force)
        failed = desk.add_all(wanted, Manners(_agent(desk.catalogue, mailto), timeout))
    if desk.written:
        tell_waiting(root, desk.written, "read the sources and fill in what they say")
    raise typer.Exit(int(failed))


def _identified(items: list[str], by_hand: "ByHand") -> "list[Identifier]":
    """Understand all that was typed, or say what cannot be understood.

    Raises:
        typer.BadParameter: Something is no identifier, or details were given for several.

    """
    from claimbook.watch import UnknownIdentifierError, identify

    known, wrong = [], []
    for item in items:
        try:
            known.append(identify(item))
        except UnknownIdentifierError as error:
            wrong.append(str(error))
    if wrong:
        raise typer.BadParameter("; ".join(wrong))
    if len(known) > 1 and any(by_hand):
        raise typer.BadParameter("--title, --author, --year and --container describe one source: cite the others apart")
    return known


def _library(root: Path) -> Catalogue:
    """Read the book; its library must be whole, or duplicates could not be seen.

    Raises:
        typer.Exit: It is not; the findings have been printed.

    """
    examined = look(root)
    wrong = tuple(one for one in examined.findings if one.file == LIBRARY and one.level is Level.ERROR)
    known = tuple(one for one in wrong if one.rule != "entry-without-study")
    if examined.catalogue is None or known:
        typer.echo(render(known or examined.findings, output_format(), examined.files), nl=False)
        raise typer.Exit(1)
    return examined.catalogue


def _agent(catalogue: Catalogue, mailto: str) -> str:
    """Say who asks, as the registries request."""
    contact = f"; mailto:{mailto}" if mailto else ""
    return f"claimbook/{_version()} ({catalogue.book.repository}{contact})".encode("ascii", "replace").decode()


def _version() -> str:
    try:
        return version("claimbook")
    except PackageNotFoundError:
        return "source"


class _Desk:
    """Adds sources one after another; what goes wrong with one does not stop the others."""

    def __init__(self, root: Path, catalogue: Catalogue, sources: "Sources", by_hand: "ByHand", *, force: bool) -> None:
        self.catalogue = catalogue
        self.written: list[str] = []
        """Records of studies that were begun."""
        self._root = root
        self._known = dict(catalogue.references)
        self._sources = sources
        self._by_hand = by_hand
        self._force = force

    def add_all(self, wanted: "list[Identifier]", manners: "Manners") -> bool:
        """Add what can be added, tell what cannot, and return whether anything could not."""
        from claimbook.drafts import UnwritableError
        from claimbook.drafts.adding import RefusedError
        from claimbook.watch import NotFoundError, UnreachableError, Web

        refused = 0
        with Web(manners) as web:
            for one in wanted:
                try:
                    self._add(one, web)
                except UnreachableError as error:
                    refused += _refuse(
                        one, f"{error}; try again later, or write it by hand: cite {one.value} {_BY_HAND}"
                    )
                except (NotFoundError, RefusedError, UnwritableError) as error:
                    refused += _refuse(one, str(error))
        return refused > 0

    def _add(self, identifier: "Identifier", web: "Web") -> None:
        from claimbook.drafts.adding import Holdings, add, refuse_known, remarks_on
        from claimbook.drafts.typed import over, typed_work

        typed = typed_work(identifier, self._by_hand)
        refuse_known(typed, self._known)
        if typed.title and typed.authors:
            found, remarks = typed, _NOT_LOOKED_UP
        else:
            found, remarks = self._look_up(identifier, web)
            found = over(typed, found)
            if not found.told_by:
                found = over(typed_work(identifier, _asked(identifier)), found)
        library = self._root / LIBRARY
        text = library.read_bytes().decode()
        taken = {*self._known, *(file.stem for file in self._root.glob("references/studies/*.yml"))}
        added = add(found, Holdings(self._known, text, taken), self.catalogue, force=self._force)
        place(self._root / added.study.path, added.study.content)
        try:
            exchange(library, added.library.encode())
        except OSError:
            (self._root / added.study.path).unlink()
            raise
        self.written.append(added.study.path)
        for line in remarks_on(added.reference, found, self._known, remarks):
            typer.echo(line)
        self._known[added.reference.key] = added.reference

    def _look_up(self, identifier: "Identifier", web: "Web") -> "tuple[Work, tuple[str, ...]]":
        from claimbook.watch import look_up

        with progress(f"Looking up {identifier.value}"):
            found = look_up(web, identifier, self._sources)
        return found.work, found.remarks


def _refuse(identifier: "Identifier", reason: str) -> int:
    typer.echo(f"{identifier.value}: not added: {reason}", err=True)
    return 1


def _asked(identifier: "Identifier") -> "ByHand":
    """Ask for what a page does not tell, where somebody is there to answer."""
    from claimbook.cli.asking import on_terminal
    from claimbook.drafts.typed import ByHand

    if not on_terminal():
        return ByHand()
    typer.echo(f"{identifier.value} does not say what it is.")
    title, author, year, container = (
        str(typer.prompt(words, default="", show_default=False))
        for words in ("Title", 'Author, as "Family, Given", or a body', "Year", "Journal, or who issued it")
    )
    return ByHand(title, [author] if author else (), year, container)
