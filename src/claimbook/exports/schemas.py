"""JSON Schemas (draft 2020-12) of the JSON files, made from the classes that the builders are checked against."""

import inspect
import json
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from claimbook.exports.shapes import (
    ClaimFile,
    ClaimsFile,
    ComparisonFile,
    Day,
    OverdueFile,
    SourceFile,
    SourcesFile,
    StatsFile,
)
from claimbook.findings import Findings
from claimbook.model import Term

FILES: dict[str, type] = {
    "claims": ClaimsFile,
    "claim": ClaimFile,
    "references": SourcesFile,
    "reference": SourceFile,
}
"""The shape of each JSON file, by the name of its schema."""
PRINTED: dict[str, type] = {
    "check": Findings,
    "diff": ComparisonFile,
    "overdue": OverdueFile,
    "stats": StatsFile,
}
"""The shape of what verbs print as JSON, by verb."""

_Schema = dict[str, Any]
_PLAIN: dict[object, _Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Day: {"type": "string", "format": "date"},
}


def render(name: str) -> str:
    """Write the schema of a JSON file, or of what a verb prints."""
    definitions: dict[str, _Schema] = {}
    top = _object((FILES | PRINTED)[name], definitions)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": definitions}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _object(shape: type, definitions: dict[str, _Schema]) -> _Schema:
    fields = get_type_hints(shape, include_extras=True)
    return {
        "title": shape.__name__,
        "description": inspect.getdoc(shape),
        "type": "object",
        "properties": {name: _schema(hint, definitions) for name, hint in fields.items()},
        "required": [*fields],
        "additionalProperties": True,
    }


def _schema(hint: Any, definitions: dict[str, _Schema]) -> _Schema:
    """Describe what may stand in a field."""
    if get_origin(hint) is Annotated:
        inner, told = get_args(hint)
        return {**_schema(inner, definitions), "description": told}
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is list:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if get_origin(hint) is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], definitions)}
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_schema(one, definitions) for one in get_args(hint)]}
    return _named(hint, definitions)


def _named(shape: type, definitions: dict[str, _Schema]) -> _Schema:
    """Refer to an object or a vocabulary by its name, and describe it once."""
    name = shape.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(shape, definitions) if is_typeddict(shape) else _vocabulary(shape)
    return {"$ref": f"#/$defs/{name}"}


def _vocabulary(words: type) -> _Schema:
    assert issubclass(words, StrEnum)
    made = {"description": inspect.getdoc(words), "type": "string", "enum": [word.value for word in words]}
    if issubclass(words, Term):
        made["enumDescriptions"] = [f"{term.label}: {term.plain}" for term in words]
    return made
