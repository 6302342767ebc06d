"""What the JSON Schema says of one field, in words for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimbook.model.schema import schema

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a record."""

_NOUNS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record class, references followed; knows nothing where the schema says nothing."""

    schema: Mapping[str, Any]

    @property
    def description(self) -> str:
        """What stands in the field."""
        return str(self.schema.get("description", ""))

    @property
    def codes(self) -> list[str]:
        """The words that it takes, where only some are taken."""
        constant = [self.schema["const"]] if "const" in self.schema else []
        return [*self.schema.get("enum", constant)]

    @property
    def names(self) -> list[str]:
        """The keys that it takes, where it is a group."""
        return sorted(self.schema.get("properties", ()))

    @property
    def is_day(self) -> bool:
        """Whether it takes a calendar day."""
        return self.schema.get("format") == "date"

    @property
    def bounds(self) -> str:
        """The numbers that it takes."""
        least, most = self.schema.get("minimum"), self.schema.get("maximum")
        return f"write a number from {least} to {most}" if most is not None else f"write {least} or more"

    @property
    def expected(self) -> str:
        """What it takes, as a noun with its article."""
        nouns = [Field(one).noun for one in self.schema.get("anyOf", [self.schema])]
        if "a number" in nouns and "a whole number" in nouns:
            nouns.remove("a whole number")
        return " or ".join(nouns)

    @property
    def noun(self) -> str:
        """What it takes, where it takes one type only."""
        if "const" in self.schema:
            return f'"{self.schema["const"]}"'
        if "enum" in self.schema:
            return f"one of the words {', '.join(self.codes)}"
        return "a day such as 2026-11-22" if self.is_day else _NOUNS.get(self.schema.get("type", ""), "something else")


def field_at(record_class: type, path: Path) -> Field:
    """Return the field at a path of a record class."""
    whole = schema(record_class)
    here = _flat(whole, whole["$defs"])
    for part in path:
        inside = here.get("items") if isinstance(part, int) else here.get("properties", {}).get(part)
        free = next(iter(here.get("patternProperties", {}).values()), here.get("additionalProperties"))
        here = _flat(inside or free or {}, whole["$defs"])
    return Field(here)


def keys_at(record_class: type, path: Path) -> Field:
    """Return what the keys of an open group may be."""
    group = field_at(record_class, path).schema
    return Field(_flat(group.get("propertyNames", {}), schema(record_class)["$defs"]))


def _flat(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references, and leave out the nothing that every optional field may be."""
    if "$ref" in field:
        return {**_flat(definitions[field["$ref"].rpartition("/")[2]], definitions), **field}
    variants = [_flat(one, definitions) for one in field.get("anyOf", ()) if one.get("type") != "null"]
    if len(variants) != 1:
        return {**field, "anyOf": variants} if variants else field
    return {**variants[0], **{word: value for word, value in field.items() if word != "anyOf"}}
