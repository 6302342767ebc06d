"""JSON Schemas of the records, for editors and for messages: the classes, said once more in JSON."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from claimbook.model.articles import Article
from claimbook.model.book import Book
from claimbook.model.claims import Claim
from claimbook.model.sources import PeopleList, Search, StandingList, Study
from claimbook.model.vocabulary.term import Term

KINDS: Mapping[str, type] = {
    "article": Article,
    "book": Book,
    "claim": Claim,
    "people": PeopleList,
    "search": Search,
    "standing": StandingList,
    "study": Study,
}
"""The class of each kind of record; schema files are named after the kinds."""


_TERMS = {vocabulary.__name__: vocabulary for vocabulary in Term.__subclasses__()}


@cache
def schema(record_class: type) -> Mapping[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a class of records; not to be changed.

    Codes carry their label and plain line as `enumDescriptions`, which is no part of the standard
    but is what editors with a YAML language server show beside each choice.
    """
    adapter: TypeAdapter[object] = TypeAdapter(record_class)
    made = adapter.json_schema()
    for name, definition in made.get("$defs", {}).items():
        if name in _TERMS:
            definition["enumDescriptions"] = [f"{term.label}: {term.plain}" for term in _TERMS[name]]
    for definition in (made, *made.get("$defs", {}).values()):
        _describe(definition, made.get("$defs", {}))
        _allow_empty(definition)
    return {"$schema": GenerateJsonSchema.schema_dialect, **made}


def _describe(definition: dict[str, Any], definitions: Mapping[str, Any]) -> None:
    """Say of every field what it is called and what stands in it; pydantic leaves out what its class says as well."""
    for name, field in definition.get("properties", {}).items():
        field.setdefault("title", name.replace("_", " ").capitalize())
        if "$ref" in field:
            field.setdefault("description", definitions[field["$ref"].rpartition("/")[2]]["description"])


_WORDS = ("title", "description", "default", "examples")


def _allow_empty(definition: dict[str, Any]) -> None:
    """Let fields that may be left out stand there empty, as the reader does."""
    required = definition.get("required", ())
    for name, field in definition.get("properties", {}).items():
        if name not in required and {"type": "null"} not in field.get("anyOf", ()):
            inside = {word: field.pop(word) for word in [*field] if word not in _WORDS}
            field["anyOf"] = [*inside.get("anyOf", [inside]), {"type": "null"}]


def schema_text(kind: str) -> str:
    """Return the schema of a kind of record as the text of its file, the same for the same model.

    Raises:
        KeyError: There is no such kind.

    """
    return json.dumps(schema(KINDS[kind]), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
