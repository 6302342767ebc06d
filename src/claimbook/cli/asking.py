"""Asks a person at a terminal for what a record needs; elsewhere takes options, and lists what is missing."""

import sys
from collections.abc import Iterable, Mapping, Sequence

import typer

from claimbook.drafts import Bench, Maker, Question, Value

Given = Mapping[str, str | Sequence[str] | None]
"""What was given as options, by their names."""


def on_terminal() -> bool:
    """Whether somebody is there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(makers: Iterable[Maker], bench: Bench, given: Given) -> dict[str, Value]:
    """Collect the answers.

    Raises:
        typer.Exit: Something is missing or does not fit; all of it has been told.

    """
    answers: dict[str, Value] = {}
    wrong: list[str] = []
    here = on_terminal()
    for make in makers:
        question = make(bench, answers)
        said = given.get(question.name)
        try:
            if said:
                answers[question.name] = _read(question, said)
            elif here:
                answers[question.name] = _prompt(question)
            else:
                answers[question.name] = _preset(question)
        except ValueError as error:
            wrong.append(f"--{question.name}: {error}")
    if wrong:
        typer.echo("error: this is missing or does not fit", err=True)
        for line in wrong:
            typer.echo(f"  {line}", err=True)
        raise typer.Exit(2)
    return answers


def _preset(question: Question) -> Value:
    """Take what goes without saying.

    Raises:
        ValueError: Nothing does.

    """
    if question.default is None and not question.optional:
        choices = f" One of: {', '.join(question.options)}" if question.options else ""
        raise ValueError(f"missing. {question.words}{choices}")
    return _checked(question, question.default)


def _checked(question: Question, value: Value) -> Value:
    """Hold a proposal against what is refused, such as an id that is taken."""
    return question.read(value) if isinstance(value, str) else value


def _read(question: Question, said: str | Sequence[str]) -> Value:
    if question.several:
        return [question.read(one) for one in ([said] if isinstance(said, str) else said)]
    return question.read(said if isinstance(said, str) else " ".join(said))


def _prompt(question: Question) -> Value:
    """Ask until the answer fits; an empty one takes the proposal, or leaves out what may be left out."""
    typer.echo(f"\n{question.words}")
    for code, words in question.options.items():
        typer.echo(f"  {code}{f'  {words}' if words and words != code else ''}")
    if question.several:
        typer.echo("  (several are parted by commas)")
    proposal = question.default
    shown = ", ".join(map(str, proposal)) if isinstance(proposal, list) else proposal
    while True:
        default = "" if shown is None and question.optional else shown
        said = str(typer.prompt(question.name, default=default, show_default=bool(default))).strip()
        if not said:
            return None
        try:
            return _read(
                question, [one.strip() for one in said.split(",") if one.strip()] if question.several else said
            )
        except ValueError as error:
            typer.echo(f"  {error}")
