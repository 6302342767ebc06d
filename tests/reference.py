"""Writes the reference in docs/maintain/ from the program: verbs, records, vocabulary, rules. Run it to renew them.

What it writes is never edited by hand; `test_docs.py` holds it against the program.
"""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import typer

from books import REPOSITORY
from claimbook import model
from claimbook.cli import app
from claimbook.model import Term
from claimbook.model.schema import KINDS, schema
from claimbook.rules import RULES
from claimbook.views import VOCABULARIES

FOLDER = REPOSITORY / "docs" / "maintain"
MADE = "<!-- Made by `make reference` from the program; do not edit. -->"
FILES = {
    "article": "references/articles/ID.yml",
    "book": "book.yml",
    "claim": "claims/CATEGORY/ID.yml",
    "people": "references/people.yml",
    "search": "references/searches/ID.yml",
    "standing": "references/standing.yml",
    "study": "references/studies/KEY.yml",
}
"""Where a record of each kind lies."""

_TYPE = re.compile(r"<(?:list\[)?([^<>\[\]|]*)\]?>")
"""How the help names a type where a parameter names no placeholder."""


@cache
def reference() -> Mapping[str, str]:
    """Return the text of every file of the reference by its name."""
    pages = {"commands.md": _commands(), "records.md": _records(), "rules.md": _rules(), "vocabulary.md": _words()}
    return {name: "\n".join([MADE, "", *lines]) for name, lines in pages.items()}


def verbs(group: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:
    """List every verb with its command; those of a group are named with it, such as "new claim"."""
    for name, command in (group or typer.main.get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from verbs(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _commands() -> Iterator[str]:
    yield "# Every verb and its options"
    yield ""
    yield "`python build_claims.py VERB`, or `claimbook VERB` once it is installed. Exit codes: 0 all is well, though"
    yield "warnings may have been printed; 1 something has to be mended; 2 the command was used wrongly."
    for name, command in sorted(verbs()):
        parameters = [_parameter(one, command) for one in command.params if one.name != "help"]
        wanted = [_name(one, command) for one in command.params if one.param_type_name == "argument"]
        yield from ("", f"## {name}", "", f"`claimbook {' '.join([name, '[OPTIONS]', *wanted])}`", "")
        yield from (" ".join((command.help or "").split()), "")
        yield from _table(("option", "what it does"), parameters)


def _name(parameter: Any, command: Any) -> str:
    """Name a parameter as its help does."""
    name, _ = parameter.get_help_record(typer.Context(command))
    return _TYPE.sub("", name).strip() if parameter.param_type_name == "argument" else name


def _parameter(parameter: Any, command: Any) -> tuple[str, str]:
    name = _name(parameter, command)
    _, text = parameter.get_help_record(typer.Context(command))
    return f"`{_TYPE.sub(lambda match: match[1].split()[0].upper(), name)}`", " ".join(text.split())


def _records() -> Iterator[str]:
    yield "# Every field of every record"
    yield ""
    yield "Fields in bold have to be there; all others may be left out or stand empty. Codes are explained in"
    yield "[vocabulary.md](vocabulary.md); entries of `references/library.bib` are BibTeX."
    for kind in KINDS:
        made = schema(KINDS[kind])
        yield from ("", f"## {kind}: {FILES[kind]}", "", _sentence(made), "")
        yield from _table(("field", "value", "what it says"), _fields(made))
        for name, group in made.get("$defs", {}).items():
            if "properties" in group:
                yield from ("", f"### {kind}: {name}", "", _sentence(group), "")
                yield from _table(("field", "value", "what it says"), _fields(group))


def _sentence(made: Mapping[str, Any]) -> str:
    return " ".join(str(made["description"]).split("\n\n")[0].split())


def _fields(made: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    required = made.get("required", ())
    for name, field in made["properties"].items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        yield shown, _value(field), " ".join(str(field["description"]).split())


def _value(field: Mapping[str, Any]) -> str:
    """Say in a few words what may stand in a field."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "const" in field:
        return f"`{field['const']}`"
    if choices := [*field.get("anyOf", ()), *field.get("allOf", ())]:
        return " or ".join(dict.fromkeys(_value(one) for one in choices if one.get("type") != "null"))
    if field.get("type") == "array":
        return f"list of {_value(field['items'])}"
    if field.get("type") == "object":
        held = next(iter(field.get("patternProperties", {}).values()), field.get("additionalProperties", {}))
        return f"{_value(field.get('propertyNames', {}))}: {_value(held)}"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}[
        field.get("type", "string")
    ]


def _words() -> Iterator[str]:
    yield "# Every word of the vocabularies"
    yield ""
    yield "Codes stand in records, labels on pages. What a book adds of its own stands in its `book.yml`."
    of_records = {one for one in vars(model).values() if isinstance(one, type) and issubclass(one, Term)} - {Term}
    of_pages = {type(vocabulary.terms[0]) for vocabulary in VOCABULARIES}
    for vocabulary in sorted(of_records | of_pages, key=lambda one: one.__name__):
        yield from ("", f"## {vocabulary.__name__}", "", (inspect.getdoc(vocabulary) or "").split("\n\n")[0], "")
        yield from _table(("code", "label", "meaning"), [(f"`{one}`", one.label, one.plain) for one in vocabulary])


def _rules() -> Iterator[str]:
    yield "# Every rule of the check"
    yield ""
    yield "Each has a page on the built site, `rules/ID/`, with its reason, a bad and a good example."
    yield ""
    yield from _table(("rule", "level", "what it asks"), [(f"`{one.id}`", str(one.level), one.title) for one in RULES])


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = [head, *rows]
    for number, row in enumerate(lines):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        if number == 0:
            yield f"|{'---|' * len(head)}"


def write() -> None:
    """Write the reference."""
    for name, text in reference().items():
        (FOLDER / name).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
