"""Holds linked data against schema.org's vocabulary: known types, properties they may bear, values that fit.

The vocabulary is kept as a small extract, schema-org.json, which holds only the terms that pages use and says where it
comes from. When a page begins to use another term, renew it, from a folder without a space in its name:

    npm pack schema-dts@2.1.0 && tar xzf schema-dts-2.1.0.tgz
    PYTHONPATH=tests python tests/schema_org.py package/dist/schema.d.ts
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from books import REPOSITORY
from claimbook.linked.sources import HOLDS, WORKS
from claimbook.pages import render
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import shelve

FILE = Path(__file__).with_name("schema-org.json")
ABOUT = {
    "source": "Types and properties of schema.org, names only, from dist/schema.d.ts of the npm package schema-dts",
    "version": "schema-dts 2.1.0",
    "licence": (
        "schema.org's vocabulary: Creative Commons Attribution-ShareAlike 3.0, https://schema.org/docs/terms.html; "
        "schema-dts: Apache License 2.0"
    ),
    "renew": "see tests/schema_org.py",
}
WRITTEN_AS_TEXT = {
    "Text": r"(?s).+",
    "URL": r"https?://\S+",
    "Date": r"\d{4}(-\d\d(-\d\d)?)?",
}
INPUT = "-input"
"""Ends the name of a property of an action that is still to be filled in; it takes a text or a specification."""

Node = dict[str, Any]


def faults(linked: Node) -> list[str]:
    """Tell what in the linked data of a page the vocabulary does not allow."""
    types = json.loads(FILE.read_text(encoding="utf-8"))["types"]
    ids = {node["@id"] for node in nodes(linked["@graph"]) if "@type" in node and "@id" in node}
    return [fault for node in linked["@graph"] for fault in _faults(node, types, ids)]


def nodes(value: Any) -> Iterator[Node]:
    """Give every thing in linked data, however deep it lies."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(part)


def _faults(node: Node, types: dict[str, Any], ids: set[str]) -> Iterator[str]:
    type_ = node["@type"]
    if type_ not in types:
        yield f"{type_} is no type, or is missing in {FILE.name}"
        return
    allowed = {name: takes for one in _ancestors(type_, types) for name, takes in types[one]["properties"].items()}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        takes = ["Text"] if name.endswith(INPUT) else allowed.get(name.removesuffix(INPUT))
        if takes is None or name.removesuffix(INPUT) not in allowed:
            yield f"{type_} takes no {name}, or it is missing in {FILE.name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not _fits(one, takes, types, ids):
                yield f"{type_}.{name} takes {takes}, not {one!r}"
            if isinstance(one, dict) and "@type" in one:
                yield from _faults(one, types, ids)


def _fits(value: Any, takes: list[str], types: dict[str, Any], ids: set[str]) -> bool:
    if isinstance(value, dict):
        if "@type" not in value:
            return value.keys() == {"@id"} and value["@id"] in ids
        return value["@type"] in types and not {*_ancestors(value["@type"], types)}.isdisjoint(takes)
    if isinstance(value, bool):
        return "Boolean" in takes
    if isinstance(value, int):
        return not {"Number", "Integer"}.isdisjoint(takes)
    return any(name in takes and re.fullmatch(form, value) for name, form in WRITTEN_AS_TEXT.items())


def _ancestors(type_: str, types: dict[str, Any]) -> list[str]:
    """Name a type and all it is a kind of."""
    return [type_, *(above for parent in types[type_]["is"] for above in _ancestors(parent, types))]


def graphs(book: Path) -> dict[str, Node]:
    """Give the linked data of every page of a book, by the page's file."""
    catalogue = read(book).catalogue
    assert catalogue is not None
    found = {}
    for file in render(shelve(catalogue, weigh_all(catalogue))):
        line = re.search(r"^linked: (.*)$", file.text, re.MULTILINE) if isinstance(file.text, str) else None
        if line:
            found[file.path] = json.loads(line[1])
    return found


def extract(declarations: str) -> Node:
    """Cut the terms that pages use from the declarations of the whole vocabulary."""
    block = r"^(?:export )?interface (\w+){} extends ([\w, <>]+) \{{\n(.*?)^\}}"
    bases = {name: (above, body) for name, above, body in _blocks(block.format("Base"), declarations)}
    leaves = {name: above for name, above, _ in _blocks(block.format("Leaf"), declarations)}
    used = [node for book in BOOKS for linked in graphs(book).values() for node in nodes(linked["@graph"])]
    names = {name.removesuffix(INPUT) for node in used for name in node}
    types: dict[str, Any] = {}
    todo = {node["@type"] for node in used if "@type" in node} | {*WORKS.values(), *HOLDS.values()}
    while todo:
        type_ = todo.pop()
        above, body = bases.get(type_, (leaves.get(type_, ""), ""))
        parents = re.findall(r"(\w+)Base", above)
        properties = re.findall(r'^    "(\w+)"\?: SchemaValue<(.*), "\w+">;$', body, re.MULTILINE)
        takes = {name: sorted({*value.split(" | ")} - {"IdReference"}) for name, value in properties if name in names}
        types[type_] = {"is": parents, "properties": takes}
        todo |= {*parents} - types.keys()
    return {"about": ABOUT, "types": dict(sorted(types.items()))}


def _blocks(pattern: str, declarations: str) -> list[tuple[str, str, str]]:
    return re.findall(pattern, declarations, re.MULTILINE | re.DOTALL)


BOOKS = (REPOSITORY, Path(__file__).parent / "toy")

if __name__ == "__main__":
    found = extract(Path(sys.argv[1]).read_text(encoding="utf-8"))
    FILE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
