"""The verbs that say what is wrong with the records."""

from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.app import app
from claimbook.cli.choosing import chosen_files, explain_rule, known_rules, narrowed
from claimbook.cli.mends import mend_files, show_mends
from claimbook.cli.options import Day, Root, TextsFolder, output_format
from claimbook.cli.steps import look, print_findings
from claimbook.coverage import ReportFormat, cover, print_coverage
from claimbook.findings import Format
from claimbook.pipeline import examine, without_gc
from claimbook.progress import progress

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]…", show_default=False, help="Files or folders to tell of; left out: the whole book."
    ),
]
OnlyRules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule", metavar="RULE", callback=known_rules, help="Tell only what this rule finds; may be repeated."
    ),
]
Explained = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="RULE", callback=explain_rule, is_eager=True, help="Print the manual of a rule, and end."
    ),
]


@app.command()
def check(  # noqa: PLR0913 -- each is a choice of the user
    root: Root,
    format: Annotated[  # noqa: A002 -- the word users type
        Format,
        typer.Option(
            default_factory=output_format,
            show_default="github inside GitHub Actions, else text",
            help="How to print findings.",
        ),
    ],
    today: Day,
    paths: Paths = None,
    *,
    texts: TextsFolder = None,
    rules: OnlyRules = None,
    explain: Explained = None,  # noqa: ARG001 -- answered before anything is read
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend what needs no person: order of keys and entries, spaces, quotes.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what --fix would do; exit with 1 if there is anything.")
    ] = False,
) -> None:
    """List everything that is wrong with the records: file, line, column, and what to write instead."""
    if rules and (fix or diff):
        raise typer.BadParameter("--fix and --diff mend the look of files, whatever the rule: leave --rule out")
    examined = look(root, today=today.date(), texts=texts)
    files = chosen_files(examined, root, paths or ())
    if diff:
        show_mends(root, files & examined.names)
    elif fix and mend_files(root, files & examined.names):
        examined = look(root, today=today.date(), texts=texts)
    examined = narrowed(examined, files, rules or ())
    print_findings(examined, format)
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
