"""What may be mended in a record without a person: only its look, never what it says."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from claimbook.mending.lines import lines_of, with_one_last_line_end, without_line_ends_of_others
from claimbook.mending.order import with_keys_in_order
from claimbook.model.schema import KINDS
from claimbook.reading.faults import Fault
from claimbook.reading.layout import layout
from claimbook.reading.origins import FOLDERS
from claimbook.reading.record import read_record
from claimbook.reading.shapes import QUOTE_IT
from claimbook.reading.yamltext import Value, parse

_MARK = "# yaml-language-server: $schema="
_ONLY_LOOK = frozenset({"yaml-trap"})
"""Faults of notation in spite of which a file is mended."""
_OTHER_BREAKS = frozenset("\x85\u2028\u2029")
"""Characters that YAML takes for line breaks and editors do not."""

Step = tuple[str, Callable[[str], str]]


def mend_record(root: Path, file: str, text: str) -> tuple[str, list[str]]:
    """Mend the look of a record.

    Args:
        root: Top of the book.
        file: Path of the record below it.
        text: What it holds.

    Returns:
        The mended text, and what was mended in words; the same text where it cannot be read as it is.

    """
    if not _is_readable(text) or _OTHER_BREAKS & {*text}:
        return text, []
    done = []
    for words, step in _steps(root, file):
        mended = step(text)
        if mended != text and _means_the_same(text, mended):
            text = mended
            done.append(words)
    return text, done


def kind_of(file: str) -> str:
    """Return the kind of record that lies in a file."""
    folders = {FOLDERS["claims"]: "claim", FOLDERS["studies"]: "study"}
    folders |= {FOLDERS["articles"]: "article", FOLDERS["searches"]: "search"}
    return next((kind for folder, kind in folders.items() if file.startswith(f"{folder}/")), PurePosixPath(file).stem)


def _steps(root: Path, file: str) -> Iterator[Step]:
    record_class = KINDS[kind_of(file)]
    yield "line ends", without_line_ends_of_others
    yield "spaces at the ends of lines", _without_trailing_spaces
    yield "end of the file", with_one_last_line_end
    yield "line that names the schema", lambda text: _with_schema(text, root, file)
    yield "quotes", lambda text: _with_quotes(text, record_class)
    yield "order of keys", lambda text: with_keys_in_order(text, record_class)


def _is_readable(text: str) -> bool:
    value, faults = parse(text)
    return isinstance(value, dict) and all(fault.rule in _ONLY_LOOK for fault in faults)


def _means_the_same(before: str, after: str) -> bool:
    """Whether both texts hold the same, with as many faults at most."""
    old, new = parse(before), parse(after)
    return len(new.faults) <= len(old.faults) and _are_same(old.value, new.value)


def _are_same(old: Value, new: Value) -> bool:
    """Whether two values are the same, but for the quotes around a word."""
    match old, new:
        case dict(), dict():
            return old.keys() == new.keys() and all(_are_same(value, new[key]) for key, value in old.items())
        case list(), list():
            return len(old) == len(new) and all(map(_are_same, old, new))
        case ((bool() | int() | float()), str()):
            return True
    return old == new


def _without_trailing_spaces(text: str) -> str:
    """Take out spaces and tabs at the ends of lines, where they are no part of a text."""
    long = layout(text).long
    lines = enumerate(text.split("\n"))
    return "\n".join(line if number in long else line.rstrip(" \t") for number, line in lines)


def _with_schema(text: str, root: Path, file: str) -> str:
    """Let the first line name the schema, unless it names one that can be found."""
    schema = f"schema/{kind_of(file)}.schema.json"
    if not (root / schema).is_file():
        return text
    first, *others = lines_of(text)
    line = f"{_MARK}{'../' * file.count('/')}{schema}\n"
    if not first.startswith(_MARK):
        return line + text
    named = first.removeprefix(_MARK).strip()
    is_found = named.startswith(("https://", "http://")) or (root / file).parent.joinpath(named).is_file()
    return text if is_found else "".join([line, *others])


def _with_quotes(text: str, record_class: type) -> str:
    """Put quotes around words that lack them, where the check says so."""
    faults = read_record(record_class, text)[1]
    wrong = {(fault.line - 1, fault.column - 1) for fault in faults if _lacks_quotes(fault)}
    lines = text.split("\n")
    for word in reversed(layout(text).words):
        if word[:2] in wrong:
            line = lines[word.line]
            lines[word.line] = f'{line[: word.start]}"{line[word.start : word.end]}"{line[word.end :]}'
    return "\n".join(lines)


def _lacks_quotes(fault: Fault) -> bool:
    return fault.rule == "yaml-trap" or (fault.rule == "wrong-type" and fault.hint == QUOTE_IT)
