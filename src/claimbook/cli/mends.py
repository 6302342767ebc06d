"""What `check --fix` and `--diff` do: mend the look of files, or show what that would be."""

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from claimbook.cli.putting import exchange
from claimbook.cli.steps import plainly
from claimbook.findings import one_line


def mend_files(root: Path, files: Iterable[str]) -> bool:
    """Mend files and name each, beside what programs read; tell whether there was anything to mend."""
    from claimbook.mending import mend

    mended = [*mend(root, files)]
    with plainly():
        for one in mended:
            exchange(root / one.file, one.after.encode())
            typer.echo(f"mended {one_line(one.file)}: {', '.join(one.done)}", err=True)
    return bool(mended)


def show_mends(root: Path, files: Iterable[str]) -> None:
    """Show what would be mended, and end.

    Raises:
        typer.Exit: Always, with 1 if there was anything.

    """
    from claimbook.mending import mend

    mended = [*mend(root, files)]
    for one in mended:
        typer.echo(_for_terminal(one.diff) if sys.stdout.isatty() else one.diff, nl=False)
    if not mended:
        typer.echo("nothing to mend")
    raise typer.Exit(int(bool(mended)))


def _for_terminal(diff: str) -> str:
    """Show control characters as escapes, but for the ends of lines; a program gets them as they are."""
    return "".join(f"{one_line(line)}\n" for line in diff.removesuffix("\n").split("\n"))
