"""What `check` is asked about: some files, some rules, or the manual of one rule."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

import typer

from claimbook.findings import suggest
from claimbook.pipeline import Examined

_WIDEST = 100
"""Longer lines are hard to read."""


def known_rules(names: list[str] | None) -> list[str]:
    """Take names of rules.

    Raises:
        typer.BadParameter: One of them is none.

    """
    for name in names or ():
        _look_up(name)
    return names or []


def explain_rule(name: str | None) -> None:
    """Print the manual of a rule, if one is named, and end.

    Raises:
        typer.BadParameter: There is no such rule.
        typer.Exit: It has been printed.

    """
    if name is not None:
        typer.echo(_look_up(name)(min(get_terminal_size().columns, _WIDEST)))
        raise typer.Exit


def _look_up(name: str) -> Callable[[int], str]:
    """Find a rule, and hand back what writes its manual at some width."""
    from claimbook.rules import RULES

    rules = {rule.id: rule for rule in RULES}
    if name not in rules:
        near = suggest(name, rules) or "every message names its rule, and the book's site lists all"
        raise typer.BadParameter(f'there is no rule "{name}": {near}')
    return rules[name].manual


def narrowed(examined: Examined, files: frozenset[str], rules: Iterable[str]) -> Examined:
    """Keep what was found in these files by these rules; where none is named, by all of them."""
    wanted = {*rules}
    kept = [one for one in examined.findings if one.file in files and (not wanted or one.rule in wanted)]
    files_kept = examined.files if files >= examined.names else len(files)
    return replace(examined, findings=tuple(kept), files=files_kept)


def chosen_files(examined: Examined, root: Path, paths: Sequence[Path]) -> frozenset[str]:
    """Find the files of the book that lie at some paths or below them; without any path, all.

    Raises:
        typer.BadParameter: Nothing that is checked lies at one of them.

    """
    known = examined.names | {finding.file for finding in examined.findings}
    return frozenset().union(*(_below(known, root, path) for path in paths)) if paths else known


def _below(known: frozenset[str], root: Path, path: Path) -> frozenset[str]:
    name = _name(root, path)
    found = frozenset(file for file in known if name in {".", file} or file.startswith(f"{name}/"))
    if not found:
        folders = {parent.as_posix() for file in known for parent in Path(file).parents}
        near = suggest(name, known | folders) or "name a record, or a folder of records"
        raise typer.BadParameter(f'nothing that is checked lies at "{path}": {near}')
    return found


def _name(root: Path, path: Path) -> str:
    """Say where below the top of the book a path leads, seen from here or else from the top.

    Raises:
        typer.BadParameter: It leads out of the book.

    """
    here = Path(os.path.abspath(path))  # noqa: PTH100 -- a link is looked at itself, not what it leads to
    absolute = here if here.exists() or not (root / path).exists() else root / path
    if not absolute.is_relative_to(root):
        raise typer.BadParameter(f'"{path}" lies outside of the book in {root}')
    return absolute.relative_to(root).as_posix()
