"""The verbs that write new records, and never over old ones."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.options import Root, Today
from claimbook.cli.putting import place
from claimbook.cli.steps import look, plainly, print_findings, readable
from claimbook.findings import Format, suggest
from claimbook.model import Catalogue

if TYPE_CHECKING:
    from claimbook.drafts import Bench
    from claimbook.files import OutFile

new = typer.Typer(no_args_is_help=True, help="Write a new record with comments in it; what is not given is asked for.")
app.add_typer(new, name="new")


@new.command("claim")
def new_claim(  # noqa: PLR0913 -- one option for each thing that a claim needs
    root: Root,
    today: Today,
    *,
    title: Annotated[str | None, typer.Option(help="A plain question.")] = None,
    statement: Annotated[str | None, typer.Option(help="The claim as a sentence of our own.")] = None,
    category: Annotated[str | None, typer.Option(help="Category, by its folder.")] = None,
    id: Annotated[str | None, typer.Option(help="Id; left out, it is made of the title.")] = None,  # noqa: A002 -- the word users type
    type: Annotated[str | None, typer.Option(help="Kind of statement.")] = None,  # noqa: A002 -- the word users type
    force: Annotated[str | None, typer.Option(help="How strongly the statement says it.")] = None,
    importance: Annotated[str | None, typer.Option(help="How much it matters to a person deciding.")] = None,
    condition: Annotated[list[str] | None, typer.Option(help="Condition, by its code; may be repeated.")] = None,
    outcome: Annotated[list[str] | None, typer.Option(help="Group of outcomes, by its code; may be repeated.")] = None,
    article: Annotated[str | None, typer.Option(help="Id of an article that says it.")] = None,
    heading: Annotated[str | None, typer.Option(help="The heading it stands under there.")] = None,
    paragraph: Annotated[str | None, typer.Option(help="Paragraph under that heading, from 1.")] = None,
    quote: Annotated[str | None, typer.Option(help="A fragment of it, at most 12 words.")] = None,
    said_force: Annotated[
        str | None, typer.Option(help="How strongly the article says it; left out, like the statement.")
    ] = None,
    search: Annotated[str | None, typer.Option(help="Id of the search; left out, the newest, if there is one.")] = None,
) -> None:
    """Write a draft of a claim."""
    from claimbook.cli.asking import ask
    from claimbook.drafts import claims

    given = {
        "title": title,
        "statement": statement,
        "category": category,
        "id": id,
        "type": type,
        "force": force,
        "importance": importance,
        "condition": condition,
        "outcome": outcome,
        "article": article,
        "heading": heading,
        "paragraph": paragraph,
        "quote": quote,
        "said-force": said_force,
        "search": search,
    }
    bench = _bench(root, today)
    answers = ask(claims.QUESTIONS, bench, given)
    _put(root, claims.draft(answers, bench), "add evidence and what readers should know")


@new.command("study")
def new_study(
    root: Root,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Key of the study's entry in the library.")],
) -> None:
    """Begin the record of a study that the library knows."""
    from claimbook.drafts.sources import study_of
    from claimbook.watch import Work

    catalogue = readable(root)
    if key not in catalogue.references:
        hint = suggest(key, catalogue.references)
        message = f'references/library.bib has no entry "{key}". {hint}'.strip()
        raise typer.BadParameter(f"{message} `cite` writes the entry and the record: cite DOI, PMID or web address")
    reference = catalogue.references[key]
    told = Work(title=reference.title, authors=reference.authors, year=reference.year, container=reference.container)
    _put(root, study_of(reference, told, catalogue), "read the study and fill them in")


@new.command("article")
def new_article(  # noqa: PLR0913 -- one option for each thing that an article needs
    root: Root,
    today: Today,
    *,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher, as far as the text names it.")] = None,
    kind: Annotated[str | None, typer.Option(help="Kind of text.")] = None,
    interest: Annotated[str | None, typer.Option(help="What the publisher gains.")] = None,
    id: Annotated[str | None, typer.Option(help="Id; left out, it is made of the title.")] = None,  # noqa: A002 -- the word users type
    author: Annotated[str | None, typer.Option(help="Author, as printed.")] = None,
    published: Annotated[str | None, typer.Option(help="Date, as printed.")] = None,
    url: Annotated[str | None, typer.Option(help="Address, where the text shows one.")] = None,
    captured: Annotated[str | None, typer.Option(help="Day on which it was read; left out, today.")] = None,
    text: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            metavar="FILE",
            help="Its text; words and headings are counted, nothing is kept.",
        ),
    ] = None,
) -> None:
    """Write the record of an article; its text stays out of the book."""
    from claimbook.cli.asking import ask
    from claimbook.drafts import articles

    given = {
        "title": title,
        "publisher": publisher,
        "kind": kind,
        "interest": interest,
        "id": id,
        "author": author,
        "published": published,
        "url": url,
        "captured": captured,
    }
    bench = _bench(root, today)
    answers = ask(articles.QUESTIONS, bench, given)
    with plainly():
        data = text.read_bytes() if text else None
    try:
        read = articles.read_text(data, str(answers["title"])) if data is not None else None
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{text} is not written in UTF-8; save it so") from error
    name = f"keep its text as {answers['id']}.txt in a folder that git does not keep; name it with --texts"
    _put(root, articles.draft(answers, read, bench), f"answer the questions; {name}")


@new.command("search")
def new_search(  # noqa: PLR0913 -- one option for each thing that a search needs
    root: Root,
    today: Today,
    *,
    question: Annotated[str | None, typer.Option(help="What was asked.")] = None,
    id: Annotated[str | None, typer.Option(help="Id; left out, it is made of the question and the month.")] = None,  # noqa: A002 -- the word users type
    by: Annotated[list[str] | None, typer.Option(help="Who searched, by id in people.yml; may be repeated.")] = None,
    date: Annotated[str | None, typer.Option(help="Last day of the search; left out, today.")] = None,
    source: Annotated[str | None, typer.Option(help="The first place that was searched.")] = None,
    result: Annotated[str | None, typer.Option(help="What came of it.")] = None,
) -> None:
    """Write the record of a search."""
    from claimbook.cli.asking import ask
    from claimbook.drafts import searches

    given = {"question": question, "id": id, "by": by, "date": date, "source": source, "result": result}
    bench = _bench(root, today)
    answers = ask(searches.QUESTIONS, bench, given)
    _put(root, searches.draft(answers, bench), "name the other places that were searched, and the words")


def _bench(root: Path, today: datetime) -> "Bench":
    from claimbook.drafts import Bench, taken_ids, unfinished_ids

    catalogue = readable(root)
    taken, unfinished = taken_ids(catalogue, root), unfinished_ids(catalogue, root)
    return Bench(catalogue, today.date(), _author(root, catalogue), taken, unfinished)


def _author(root: Path, catalogue: Catalogue) -> str | None:
    """Find out who is writing, where git knows the name of somebody in people.yml."""
    try:
        command = ["git", "config", "user.name"]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=5)  # noqa: S603 -- nothing in it comes from outside
    except (OSError, subprocess.SubprocessError):
        return None
    name = run.stdout.strip()
    return next((one.id for one in catalogue.people.values() if name in (one.id, one.name)), None)


def _put(root: Path, file: "OutFile", advice: str) -> None:
    """Write a new file, and say what is to be done with it.

    Raises:
        typer.Exit: Something lies there already.

    """
    with plainly():
        place(root / file.path, file.content)
    typer.echo(f"{file.path} is written")
    tell_waiting(root, (file.path,), advice)


def tell_waiting(root: Path, files: Iterable[str], advice: str) -> None:
    """Print what `check` says of new files, which is what waits to be filled in, and what to do next."""
    examined = look(root)
    wanted = frozenset(files)
    waiting = tuple(one for one in examined.findings if one.file in wanted)
    if waiting:
        typer.echo("This waits to be filled in:")
        print_findings(replace(examined, findings=waiting), Format.TEXT)
    typer.echo(f"Next: {advice}. Then: {_program()} check")


def _program() -> str:
    """Name this program as it was called."""
    called = Path(sys.argv[0]).name
    return f"python {called}" if called.endswith(".py") else "claimbook"
