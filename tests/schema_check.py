"""A small validator for the part of JSON Schema that our published schemas use."""

from datetime import date

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}


def problems(value, schema, top, at="$"):
    """Everything in which a value departs from a schema; fields that the schema does not name are departures too."""
    if "$ref" in schema:
        schema = top["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        if all([*problems(value, one, top, at)] for one in schema["anyOf"]):
            yield f"{at}: {value!r} is none of what it may be"
        return
    if not _is(value, schema["type"]):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if value not in schema.get("enum", [value]):
        yield f"{at}: {value!r} is no code of its vocabulary"
    if schema.get("format") == "date":
        date.fromisoformat(value)
    if schema["type"] == "array":
        for place, item in enumerate(value):
            yield from problems(item, schema["items"], top, f"{at}[{place}]")
    if schema["type"] == "object":
        yield from _object_problems(value, schema, top, at)


def _object_problems(value, schema, top, at):
    known = schema.get("properties", {})
    yield from (f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, item in value.items():
        if name in known:
            yield from problems(item, known[name], top, f"{at}.{name}")
        elif known:
            yield f"{at}.{name} is not in the schema"
        else:
            yield from problems(item, schema["additionalProperties"], top, f"{at}.{name}")


def _is(value, kind):
    if kind in ("integer", "number"):
        return isinstance(value, int if kind == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])
