"""What can be wrong with a file as such: the one list of rule ids that reading speaks of."""

from collections.abc import Mapping
from typing import NamedTuple

EXPLAINED: Mapping[str, str] = {
    "missing-folder": "A folder that every book has is not there.",
    "missing-file": "A file that every book has is not there.",
    "unreadable-file": "The file cannot be opened, is no ordinary file, or is a link out of the book.",
    "stray-file": "The file is not one that a book knows.",
    "wrong-folder": "The record lies in a folder that is no category, or at the wrong depth.",
    "too-large": "The file is far larger than a record written by people.",
    "not-utf8": "The file is not saved as UTF-8.",
    "byte-order-mark": "The file begins with an invisible byte order mark.",
    "empty-file": "The file holds nothing, or only comments.",
    "not-yaml": "The file is not YAML.",
    "tab-indentation": "A line is indented by a tab, which YAML forbids.",
    "several-documents": "The file holds more than one YAML document.",
    "too-deep": "Lists and groups lie deeper in one another than any record needs.",
    "anchors": "An anchor (&) or alias (*) is used; records repeat what they mean.",
    "explicit-tag": "A YAML tag (!) is used; records hold only text, numbers, true and false.",
    "duplicate-key": "A key stands twice in one group.",
    "explicit-null": "null or ~ is written out; a field that is not known is left empty.",
    "empty-item": "A list has an item with nothing in it.",
    "yaml-trap": "A bare word that other YAML readers take for something else.",
    "wrong-type": "A value of another type than the field takes.",
    "unknown-key": "A key that the record does not have.",
    "missing-field": "A field that the record must have is not there.",
    "unknown-code": "A word that is not in the vocabulary of the field.",
    "bad-date": "A value that is no calendar day.",
    "bad-id": "An id or key with characters that cannot be part of an address.",
    "bad-address": "A value that is no web address.",
    "bad-value": "A value that breaks the form of its field.",
    "out-of-range": "A number below or above what the field takes.",
    "empty-value": "A text or list that must hold something and does not.",
    "too-long": "A text with more characters than the field takes.",
    "name-differs-from-id": "The file is not named after the id or key in it.",
    "duplicate-id": "Two records or items have the same id or key.",
    "broken-bibtex": "An entry of the library cannot be read.",
    "reader-failed": "The reader itself failed on this file, which is a mistake of the program.",
}
"""Every rule id with what it means, in a sentence."""

FAULTS: tuple[str, ...] = tuple(EXPLAINED)
"""The rule ids, from the file inwards."""


class Fault(NamedTuple):
    """One thing that is wrong in a file at hand."""

    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    rule: str
    """One of FAULTS."""
    message: str
    """What is wrong, in words."""
    hint: str
    """What to write instead."""
