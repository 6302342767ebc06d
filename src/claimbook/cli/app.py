"""The program that verbs belong to."""

import typer

app = typer.Typer(
    help="Check claim records and build a website from them.",
    epilog="Exit codes: 0 all is well, 1 something has to be mended, 2 the command was used wrongly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
