"""Lays the examples of the rules' manual pages over a little book, so that they are its tests."""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from claimbook import reading, rules, verdicts
from claimbook.findings import Finding
from claimbook.reading.yamltext import locate

BAD = Path(__file__).parent / "bad"
LITTLE_BOOK = BAD / "book"
TODAY = date(2026, 11, 22)
CLAIM = "claims/efficacy/easing-within-hours.yml"
_HEADER = re.compile(r"^[#%] (\S+\.(?:yml|bib|txt)|references/\w+)(?: \((.*)\))?$", re.MULTILINE)
_TOP_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_ENTRY = re.compile(r"^@\w+\{(\w+),.*?(?:^\}\n|\Z)", re.MULTILINE | re.DOTALL)
_TIMES = re.compile(r"^(.*) \((\d+) times\)$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """What an example says about one file."""

    file: str
    note: str
    """How the file comes about: not there, a link to …, like …, saved as …"""
    body: str

    @property
    def marked(self) -> int | None:
        """Line of the body, from 0, on which the finding is expected."""
        return next((number for number, line in enumerate(self.body.split("\n")) if "# <-" in line), None)


def parts_of(example: str) -> list[Part]:
    """Cut an example at the lines that name a file; without one it is about the claim of the little book."""
    pieces = _HEADER.split(example)
    start = [Part(CLAIM, "", pieces[0])] if pieces[0].strip() else []
    return start + [
        Part(file, note or "", body.lstrip("\n")) for file, note, body in zip(*[iter(pieces[1:])] * 3, strict=True)
    ]


def check(book: Path, without: str = "") -> tuple[Finding, ...]:
    """All findings in a book, with all rules but one."""
    read = reading.read(book)
    catalogue = read.catalogue
    if catalogue is None:
        return rules.run(read, {})
    texts = reading.read_texts(book / "texts", catalogue.articles)
    held = tuple(rule for rule in rules.RULES if rule.id != without)
    return rules.run(read, verdicts.weigh_all(catalogue), TODAY, texts, held)


def lay(example: str, book: Path, *, as_text: bool) -> tuple[str, range] | None:
    """Lay an example over a copy of the little book.

    Args:
        example: Fragments of files.
        book: Where to make the copy.
        as_text: Whether fragments are put in letter for letter, since they may be no YAML.

    Returns:
        File and lines that the example marks, if it marks any.

    """
    shutil.copytree(LITTLE_BOOK, book)
    expected = None
    for part in parts_of(example):
        lines = _lay_part(part, book / part.file, as_text=as_text)
        expected = (part.file, lines) if lines else expected
    return expected


def _lay_part(part: Part, path: Path, *, as_text: bool) -> range | None:
    verb, _, what = part.note.partition(" ")
    path.parent.mkdir(parents=True, exist_ok=True)
    if part.note == "not there":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return None
    if part.note.startswith("a link to "):
        path.symlink_to(part.note.removeprefix("a link to "))
        return None
    if verb == "like":
        shutil.copy(LITTLE_BOOK / what, path)
    if path.is_dir() or not part.body.strip():
        return None
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    encoding = what.removeprefix("as ") if verb == "saved" else "utf-8"
    if path.suffix == ".bib":
        new, lines = _lay_entries(old, part.body), None
    elif as_text or path.suffix == ".txt":
        new, lines = _lay_text(old, part)
    else:
        new, lines = _lay_values(old, part)
    path.write_text(new, encoding=encoding)
    return lines


def _lay_entries(old: str, body: str) -> str:
    """Replace the entries of the same key, and put others at the end."""
    for entry in _ENTRY.finditer(body.rstrip("\n") + "\n"):
        same = next((one for one in _ENTRY.finditer(old) if one[1] == entry[1]), None)
        old = old.replace(same[0], entry[0]) if same else f"{old}{entry[0]}"
    return old


def _lay_text(old: str, part: Part) -> tuple[str, range | None]:
    """Put a fragment at the end, in place of the top-level groups that begin with the same words."""
    body = _TIMES.sub(lambda match: f"{match[1]}\n" * int(match[2]), part.body)
    keys = set(_TOP_KEY.findall(body))
    groups = re.split(r"^(?=\S)", old, flags=re.MULTILINE)
    kept = "".join(group for group in groups if keys and group.partition(":")[0] not in keys)
    first = kept.count("\n") + 1
    return kept + body, None if part.marked is None else range(first + part.marked, first + part.marked + 1)


def _lay_values(old: str, part: Part) -> tuple[str, range | None]:
    """Merge a fragment into a record; the marked lines are those where its value ends up."""
    merged = _merge(_load(old) or {}, _load(part.body))
    text = yaml.safe_dump(merged, sort_keys=False, allow_unicode=True, width=1000)
    if part.marked is None:
        return text, None
    path = _path_at(yaml.compose(part.body, Loader=yaml.CSafeLoader), part.marked)
    first = locate(text, path).line
    return text, range(first, max(first, _last_line(yaml.compose(text, Loader=yaml.CSafeLoader), path)) + 1)


def _load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _last_line(node: yaml.Node, path: tuple[str | int, ...]) -> int:
    """Line, from 1, on which a value ends; 0 where there is none."""
    for name in path:
        inside = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
        inside = dict(enumerate(node.value)) if isinstance(node, yaml.SequenceNode) else inside
        if name not in inside:
            return 0
        node = inside[name]
    return node.end_mark.line + (node.end_mark.column > 0)


def _merge(old: Any, new: Any) -> Any:
    """Groups key by key, lists item by item; nothing takes a key out, what is empty empties."""
    if isinstance(new, dict) and new:
        old = old if isinstance(old, dict) else {}
        merged = {**old, **{key: _merge(old.get(key), value) for key, value in new.items()}}
        return {key: value for key, value in merged.items() if value is not None}
    if isinstance(old, list) and isinstance(new, list) and new and isinstance(new[0], dict):
        return [_merge(*pair) for pair in zip(old, new, strict=False)] + new[len(old) :] + old[len(new) :]
    return new


def _path_at(node: yaml.Node, line: int) -> tuple[str | int, ...]:
    """The first and outermost value that begins on a line of a fragment."""
    inside: list[tuple[str | int, yaml.Node, int]] = []
    if isinstance(node, yaml.MappingNode):
        inside = [(key.value, value, key.start_mark.line) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inside = [(index, value, value.start_mark.line) for index, value in enumerate(node.value)]
    reached = [(name, value, start) for name, value, start in inside if start <= line]
    if not reached:
        return ()
    name, value, start = reached[-1]
    block_item = isinstance(node, yaml.SequenceNode) and isinstance(value, yaml.MappingNode) and not value.flow_style
    if start == line and not block_item:
        return (name,)
    return (name, *_path_at(value, line))
