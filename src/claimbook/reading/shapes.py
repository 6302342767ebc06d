"""Plain values in, typed record out; what does not fit is told in plain words at its place."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claimbook.findings import suggest
from claimbook.reading.faults import Fault
from claimbook.reading.fields import Field, Path, field_at, keys_at
from claimbook.reading.yamltext import Value, locate

T = TypeVar("T")

_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")

_MANY = 12
"""A longer list of words is not repeated whole where something near was found."""
QUOTE_IT = "put quotes around it"
"""What is said of a number or truth value where a text belongs."""
_SHOWN = 40
"""Characters of a wrong text that a message repeats."""


class _Misfit(NamedTuple):
    """A fault that does not know its place yet."""

    path: Path
    rule: str
    message: str
    hint: str
    at_key: bool = False
    """Whether the key is wrong rather than the value."""


_adapter: Callable[[type], TypeAdapter[Any]] = cache(TypeAdapter)


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


def _misfits(record_class: type, value: Value, error: ValidationError) -> list[_Misfit]:
    """Tell one misfit a value: pydantic reports one error for each type that a value could have had."""
    details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
    values = groupby(details, key=lambda detail: _path(detail, value))
    misfits = [_explain(record_class, path, next(same)) for path, same in values]
    mistyped = [misfit for misfit in misfits if misfit.rule == "unknown-key"]
    return [misfit for misfit in misfits if not any(_is_meant(misfit, other) for other in mistyped)]


def _is_meant(missing: _Misfit, mistyped: _Misfit) -> bool:
    """Whether a field is missing only because its key was mistyped."""
    beside = missing.rule == "missing-field" and missing.path[:-1] == mistyped.path[:-1]
    return beside and suggest(str(missing.path[-1]), [str(mistyped.path[-1])]) != ""


def _follows(error: ErrorDetails) -> bool:
    """Whether it only follows from others: a list is called too short as well where all its items are wrong."""
    return error["type"] == "too_short" and len(error["input"]) > 0


def _path(error: ErrorDetails, value: Value) -> Path:
    """Keep the steps that lead through the value; pydantic adds names of types and "[key]"."""
    kept: list[str | int] = []
    here: Value = value
    for part in error["loc"]:
        match here, part:
            case dict(), str() if part in here:
                here = here[part]
            case list(), int():
                here = here[part]
            case _ if error["type"] != "missing":
                break
        kept.append(part)
    return tuple(kept)


def _explain(record_class: type, path: Path, error: ErrorDetails) -> _Misfit:
    if error["loc"][-1:] == ("[key]",):
        return _unknown_code(path, str(path[-1]), keys_at(record_class, path[:-1]))._replace(at_key=True)
    if error["type"] == "unexpected_keyword_argument":
        hint = _choices(str(path[-1]), field_at(record_class, path[:-1]).names)
        return _Misfit(path, "unknown-key", f'there is no field "{path[-1]}" here', hint, at_key=True)
    field = field_at(record_class, path)
    if error["type"] in ("enum", "literal_error") and isinstance(error["input"], str):
        return _unknown_code(path, error["input"], field)
    name = f'"{path[-1]}"' if path and isinstance(path[-1], str) else "this item" if path else "the record"
    return _Misfit(path, *_say(error, field, name))


def _unknown_code(path: Path, word: str, field: Field) -> _Misfit:
    return _Misfit(path, "unknown-code", f'"{word}" is no word for this field', _choices(word, field.codes))


def _choices(word: str, words: Sequence[str]) -> str:
    near = suggest(word, words)
    listed = f"one of: {', '.join(words)}"
    return f"{near} ({listed})" if near and len(words) <= _MANY else near or listed


def _say(error: ErrorDetails, field: Field, name: str) -> tuple[str, str, str]:
    """Turn an error of pydantic into rule, message and hint."""
    given = error["input"]
    match error["type"]:
        case "missing":
            said = "missing-field", f"{name} is missing or empty", _add(name.strip('"'), field)
        case "string_too_long":
            most = field.schema["maxLength"]
            said = "too-long", f"{name} has {len(given)} characters", f"at most {most} are allowed"
        case "string_too_short" | "too_short":
            said = "empty-value", f"{name} holds nothing", field.description
        case "string_pattern_mismatch":
            said = _bad_pattern(given, field)
        case "greater_than_equal" | "less_than_equal":
            said = "out-of-range", f"{name} is {given}", field.bounds
        case "value_error":
            rule = "bad-date" if field.is_day else "bad-value"
            said = rule, f"{name} is {_told(given)}", str(error["ctx"]["error"])
        case _:
            said = "wrong-type", f"{name} must be {field.expected}, not {_told(given)}", _mend(field, given)
    return said


def _add(name: str, field: Field) -> str:
    """Tell what to add where something is missing."""
    words = f" (one of: {', '.join(field.codes)})" if field.codes else ""
    return f"add {name}: {field.description}{words}"


def _bad_pattern(given: str, field: Field) -> tuple[str, str, str]:
    pattern = field.schema["pattern"]
    if pattern.startswith("^http"):
        return (
            "bad-address",
            f'"{given}" is no web address',
            "it begins with https:// and holds no spaces or brackets (write %5B and %5D)",
        )
    if "#" in pattern:
        told = "write it as it stands below the top of the site, such as articles/ or #conditions"
        return "bad-address", f'"{given}" is no address below the top of the site', told
    has_hyphens = "-[" in pattern
    hint = "lower-case letters and digits" + (", in words joined by hyphens" if has_hyphens else " only")
    slug = re.sub(r"[^a-z0-9]+", "-" if has_hyphens else "", given.lower()).strip("-")
    return "bad-id", f'"{given}" cannot be an id or key', f"write {slug}: {hint}" if slug else hint


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


def _mend(field: Field, given: object) -> str:
    expected = field.expected
    if expected == "text" and isinstance(given, bool | int | float):
        return QUOTE_IT
    if expected == "a list" and isinstance(given, str | int | float):
        return f"put brackets around it: [{given}]"
    if "true or false" in expected and isinstance(given, str):
        words = expected.replace('"', "")
        return f"write {words}, without quotes"
    if "number" in expected and isinstance(given, str):
        with_point = given.replace(",", ".")
        if "a number" in expected and with_point != given and _DECIMAL.fullmatch(with_point):
            return f"write {with_point}, with a point"
        return "write digits alone, without quotes; leave the field empty where the number is not known"
    return field.description
