"""Plain values in, typed record out; what does not fit is told in plain words at its place."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claimbook.findings import suggest
from claimbook.model.schema import schema
from claimbook.reading.faults import Fault
from claimbook.reading.yamltext import Value, locate

Path = tuple[str | int, ...]
T = TypeVar("T")
_Schema = Mapping[str, Any]
_MANY = 12
"""A longer vocabulary is not listed whole where something near was found."""
_SHOWN = 40
"""Characters of a wrong text that a message repeats."""


class _Misfit(NamedTuple):
    """A fault that does not know its place yet."""

    path: Path
    at_key: bool
    rule: str
    message: str
    hint: str


@cache
def _adapter(record_class: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(record_class)


def shape(record_class: type[T], value: Value, text: str) -> tuple[T | None, tuple[Fault, ...]]:
    """Make a record, or tell why that cannot be done.

    Args:
        record_class: The class to make.
        value: What the text holds.
        text: The text, in which places are looked up.

    Returns:
        The record and no faults, or None and at least one fault.

    """
    try:
        return _adapter(record_class).validate_python(value), ()
    except ValidationError as error:
        return None, tuple(_place(misfit, text) for misfit in _misfits(record_class, value, error))


def _place(misfit: _Misfit, text: str) -> Fault:
    spot = locate(text, misfit.path, at_key=misfit.at_key)
    return Fault(spot.line, spot.column, misfit.rule, misfit.message, misfit.hint)


def _misfits(record_class: type, value: Value, error: ValidationError) -> Iterator[_Misfit]:
    """Tell one misfit a value: pydantic reports one error for each type that a value could have had."""
    for path, same in groupby(error.errors(include_url=False), key=lambda detail: _path(detail, value)):
        yield _explain(record_class, path, next(same))


def _path(error: ErrorDetails, value: Value) -> Path:
    """Keep the steps that lead through the value; pydantic adds names of types and "[key]"."""
    kept: list[str | int] = []
    here: Value = value
    for part in error["loc"]:
        if isinstance(here, dict) and isinstance(part, str) and part in here:
            here = here[part]
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
        elif error["type"] != "missing":
            break
        kept.append(part)
    return tuple(kept)


def _explain(record_class: type, path: Path, error: ErrorDetails) -> _Misfit:
    name = f'"{path[-1]}"' if path and isinstance(path[-1], str) else "this item" if path else "the record"
    field, given = _field_schema(record_class, path), error["input"]
    if error["loc"] and error["loc"][-1] == "[key]":
        return _unknown_code(path, True, str(path[-1]), _key_schema(record_class, path[:-1]))
    match error["type"]:
        case "missing":
            return _Misfit(path, True, "missing-field", f"{name} is missing", field.get("description", ""))
        case "unexpected_keyword_argument":
            hint = _choices(str(path[-1]), sorted(_field_schema(record_class, path[:-1]).get("properties", {})))
            return _Misfit(path, True, "unknown-key", f"there is no field {name} here", hint)
        case "enum" | "literal_error" if isinstance(given, str):
            return _unknown_code(path, False, given, field)
        case "string_too_long":
            most = field["maxLength"]
            return _misfit(path, "too-long", f"{name} has {len(given)} characters", f"at most {most} are allowed")
        case "string_too_short" | "too_short":
            return _misfit(path, "empty-value", f"{name} holds nothing", field.get("description", ""))
        case "string_pattern_mismatch":
            return _bad_pattern(path, given, field)
        case "greater_than_equal" | "less_than_equal":
            return _misfit(path, "out-of-range", f"{name} is {given}", _bounds(field))
        case "value_error":
            rule = "bad-date" if field.get("format") == "date" else "bad-value"
            return _misfit(path, rule, f"{name} is {_told(given)}", str(error["ctx"]["error"]))
        case _:
            told = f"{name} must be {_expected(field)}, not {_told(given)}"
            return _misfit(path, "wrong-type", told, _mend(field, given))


def _misfit(path: Path, rule: str, message: str, hint: str) -> _Misfit:
    return _Misfit(path, False, rule, message, hint)


def _unknown_code(path: Path, at_key: bool, word: str, field: _Schema) -> _Misfit:  # noqa: FBT001 -- as in _Misfit
    return _Misfit(path, at_key, "unknown-code", f'"{word}" is no word for this field', _choices(word, _codes(field)))


def _codes(field: _Schema) -> list[str]:
    return [*field.get("enum", []), *([field["const"]] if "const" in field else [])]


def _choices(word: str, words: Sequence[str]) -> str:
    near = suggest(word, words)
    listed = f"one of: {', '.join(words)}"
    return f"{near} ({listed})" if near and len(words) <= _MANY else near or listed


def _bad_pattern(path: Path, given: str, field: _Schema) -> _Misfit:
    if field["pattern"].startswith("^http"):
        return _misfit(
            path, "bad-address", f'"{given}" is no web address', "it begins with https:// and holds no spaces"
        )
    hint = "lower-case letters and digits" + (", in words joined by hyphens" if "-" in field["pattern"] else " only")
    return _misfit(path, "bad-id", f'"{given}" cannot be an id or key', hint)


def _bounds(field: _Schema) -> str:
    least, most = field.get("minimum"), field.get("maximum")
    return f"from {least} to {most}" if most is not None else f"at least {least}"


def _field_schema(record_class: type, path: Path) -> _Schema:
    """Return what the JSON Schema of a class says of a field, its description included; empty where it says nothing."""
    definitions = schema(record_class)["$defs"]
    here: _Schema = schema(record_class)
    for part in path:
        inside = _flat(here, definitions)
        here = (
            inside.get("items", {})
            if isinstance(part, int)
            else inside.get("properties", {}).get(part, inside.get("additionalProperties") or {})
        )
    return _flat(here, definitions)


def _key_schema(record_class: type, path: Path) -> _Schema:
    return _flat(_field_schema(record_class, path).get("propertyNames", {}), schema(record_class)["$defs"])


def _flat(field: _Schema, definitions: _Schema) -> _Schema:
    """Follow references, and leave out the nothing that every optional field may be."""
    if "$ref" in field:
        return {**_flat(definitions[field["$ref"].rpartition("/")[2]], definitions), **field}
    variants = [_flat(one, definitions) for one in field.get("anyOf", []) if one.get("type") != "null"]
    return {**field, **variants[0]} if len(variants) == 1 else {**field, "anyOf": variants} if variants else field


_NOUNS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
}


def _expected(field: _Schema) -> str:
    nouns = [_noun(one) for one in field.get("anyOf", [field])]
    if "a number" in nouns and "a whole number" in nouns:
        nouns.remove("a whole number")
    return " or ".join(nouns)


def _noun(field: _Schema) -> str:
    if "const" in field:
        return f'"{field["const"]}"'
    if "enum" in field:
        return f"one of the words {', '.join(field['enum'])}"
    if field.get("format") == "date":
        return "a day such as 2026-11-22"
    return _NOUNS.get(field.get("type", ""), "something else")


def _told(given: object) -> str:
    match given:
        case bool():
            return str(given).lower()
        case int() | float():
            return f"the number {given}"
        case str():
            return f'the text "{given if len(given) <= _SHOWN else given[:_SHOWN] + "…"}"'
        case list():
            return "a list"
        case dict():
            return "a group of keys"
    return "nothing"


def _mend(field: _Schema, given: object) -> str:
    expected = _expected(field)
    if expected == "text" and isinstance(given, bool | int | float):
        return "put quotes around it"
    if expected == "a list" and isinstance(given, str | int | float):
        return f"put brackets around it: [{given}]"
    if expected == "true or false" and isinstance(given, str):
        return "write true or false, without quotes"
    if "number" in expected and isinstance(given, str):
        return "write digits alone, without quotes; leave the field empty where the number is not known"
    return str(field.get("description", ""))
