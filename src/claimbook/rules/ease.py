"""A rule about ease of reading, and the measure that it goes by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from claimbook.findings import Level
from claimbook.model import Book, Category, Claim, Condition
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context

GRADE = 9
"""School grade up to which a text counts as easy to read: the end of lower secondary school (WCAG 2.2, 3.1.5)."""

_CITED = re.compile(r"\s*\[@[^\]]*\]")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_HIATUS = re.compile(r"(?<![cgst])i(?=[aou])|i(?=et)|u(?=[ao][ltu])|e(?=a$)|[aeiouy](?=ing)")
"""A vowel that is spoken apart from the next one, as in "anxiety" and "being"."""
_SILENT = ("e", "es", "ed")
"""Endings with an e that is mostly silent."""
_SPOKEN = ("le", "les", "ied", "ies", "ted", "ded", "ces", "ges", "ses", "xes", "zes", "ches", "shes", "ee", "oe", "ue")
"""Endings in which that e is spoken after all."""


@rule(Level.WARNING, "claims", "book")
def hard_to_read(_context: Context, record: Claim | Book) -> Iterator[Problem]:
    """What everybody reads first can be read after nine years of school.

    Readers come with every kind of schooling. Write shorter sentences and shorter words. The grade is that of Flesch
    and Kincaid (1975). It is taken of `finding` and `why` together, as they are read: of one sentence, such a grade
    says little. Titles are left out. Of the book, the texts on categories and conditions are looked at. Syllables are
    counted by rule of thumb, so the grade may be off by one, and this is a warning only.

    Bad:

        why: >-  # <-
          Methodological heterogeneity, inadequate participant blinding and considerable publication bias necessitate
          extraordinarily conservative interpretation.

    Good:

        why: The trial was small. People could tell what they were given.
    """
    for path, text in _read_first(record):
        grade = reading_grade(_CITED.sub("", text))
        if grade >= GRADE + 0.5:
            hint = "write shorter sentences and shorter words"
            yield Problem(path, f"reads like school grade {grade:.0f}; {GRADE} or below is easy to read", hint)


def _read_first(record: Claim | Book) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Claim):
        yield ("why" if record.why else "finding",), f"{record.finding} {record.why}"
    else:
        groups: Mapping[str, Sequence[Category | Condition]] = {
            "categories": record.categories,
            "conditions": record.conditions,
        }
        for group, texts in groups.items():
            yield from (((group, index, "summary"), one.summary) for index, one in enumerate(texts))


def reading_grade(text: str) -> float:
    """School grade by Flesch and Kincaid (1975); 0 for an empty text."""
    words = _LETTERS.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(map(syllable_count, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def syllable_count(word: str) -> int:
    """Syllables of an English word, counted by groups of vowels and without a silent e."""
    word = word.lower()
    count = len(_VOWELS.findall(word)) + len(_HIATUS.findall(word))
    return max(1, count - (word.endswith(_SILENT) and not word.endswith(_SPOKEN)))
