"""Realistic mistakes, put into the real records one at a time, and what a contributor is told about each."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from books import REPOSITORY, copy_book
from claimbook.cli import app

RELIEF = "claims/efficacy/relief-within-hours.yml"
SAFETY = "claims/side-effects/minimal-side-effects.yml"
BLOCKER = "claims/mechanism/nmda-receptor-blocker.yml"
SLOGAN = "claims/background/revolutionary.yml"
TAYLOR = "references/studies/taylor2018ketamine.yml"
LIBRARY = "references/library.bib"
STANDING = "references/standing.yml"


class Mistake(NamedTuple):
    """One slip of a contributor."""

    file: str
    old: str
    """A regular expression; its first match is replaced."""
    new: str
    """What is written instead; » stands before the place that is reported."""
    rule: str
    hint: str
    """Words that the hint holds."""


MISTAKES = [
    # slips of the keyboard
    Mistake(RELIEF, r"\ntitle: ", "\n»titel: ", "unknown-key", 'did you mean "title"'),
    Mistake(RELIEF, r"type: efficacy\n", "type: »eficacy\n", "unknown-code", 'did you mean "efficacy"'),
    Mistake(RELIEF, r"study: taylor2018", "study: »taylor2081", "unknown-study", '"taylor2018ketamine"'),
    Mistake(RELIEF, r"finding: lsas-14d", "finding: »lsas-14", "unknown-finding", '"lsas-14d"'),
    Mistake(
        RELIEF, r"article: how-ketamine-is-\w+", "article: »how-ketamine-ist", "unknown-article", "how-ketamine-is-"
    ),
    Mistake(RELIEF, r"heading: Conclusion", "heading: »Conclusions", "unknown-heading", '"Conclusion"'),
    Mistake(RELIEF, r"\nsearch: \S+", "\nsearch: »anxiety-2026", "unknown-search", '"anxiety-2026-11"'),
    Mistake(RELIEF, r"by: \[project-editors\]", "by: [»projekt-editors]", "unknown-person", '"project-editors"'),
    Mistake(RELIEF, r"related:\n  - \S+", "related:\n  - »relief-last", "unknown-claim", '"relief-lasts"'),
    Mistake(RELIEF, r"conditions: \[gad", "conditions: [»gadd", "unknown-condition", '"gad"'),
    Mistake(
        RELIEF, r"detail: \|-\n", "detail: »|-\n  New [@taylor2018ketamin].\n", "unknown-citation", "taylor2018ketamine"
    ),
    # YAML and its traps
    Mistake(RELIEF, r"title: Does", "title: So»: does", "not-yaml", "quotes"),
    Mistake(RELIEF, r"\n  population: ", "\n»\tpopulation: ", "tab-indentation", "spaces"),
    Mistake(RELIEF, r"\nimportance: \w+", "\nimportance: minor\n»importance: critical", "duplicate-key", "keep one"),
    Mistake(RELIEF, r"scope_covered: false", "scope_covered: »no", "wrong-type", "true or false"),
    Mistake(RELIEF, r"\nsearch: \S+", "\nsearch: »null", "explicit-null", "leave the field empty"),
    Mistake(RELIEF, r"date: 2026-\S+\n", "date: »22.11.2026\n", "bad-date", "2026-11-22"),
    Mistake(RELIEF, r"conditions: \[.*\]", "conditions: »gad", "wrong-type", "[gad]"),
    Mistake(RELIEF, r"id: relief-within-hours", "id: »relief-in-hours", "name-differs-from-id", "relief-in-hours.yml"),
    # weighing
    Mistake(RELIEF, r"verdict: \S+", "verdict: »supported", "unexplained-rating", "write partly-supported"),
    Mistake(RELIEF, r"certainty: very-low", "certainty: »low", "unexplained-rating", "write very-low"),
    Mistake(RELIEF, r"(mills2025effect\n.*\n.*: )context", r"\1»supports", "retracted-weight", "bearing: context"),
    Mistake(
        RELIEF, r"directness: (indirect\n)    indirect_in: .*\n", r"directness: »\1", "unnamed-mismatch", "outcome"
    ),
    Mistake(RELIEF, r"(grading:\n(.*\n)*?)  blinding: >-\n(    .*\n)+", r"»\1", "blinding-unanswered", "add blinding"),
    Mistake(RELIEF, r"(  )(down:\n(.*\n)*?)    imprecision:\n(      .*\n)+", r"\1»\2", "unexplained-step", "by: 2"),
    Mistake(SAFETY, r"long_term_covered: false", "long_term_covered: »maybe", "wrong-type", ""),
    Mistake(SAFETY, r"bearing: contradicts", "bearing: »no-effect", "no-effect-misplaced", "contradicts or context"),
    Mistake(SAFETY, r"(grading:\n(.*\n)*?)  long_term_covered: .*\n", r"»\1", "long-term-unanswered", "not-relevant"),
    Mistake(BLOCKER, r"(grading:\n(.*\n)*?)  fact_basis: .*\n", r"»\1", "fact-without-basis", "add fact_basis"),
    Mistake(
        SLOGAN, r"(  not_checkable: slogan\n.*\n  verdict: )\S+", r"\1»mixed", "unexplained-rating", "not-checkable"
    ),
    # words and numbers
    Mistake(RELIEF, r"quote: Its", "quote: »" + "So on and " * 5 + "its", "long-quote", "keep only the words"),
    Mistake(RELIEF, r"finding: >-\n(  .*\n)+", "finding: »It eases anxiety.\n", "finding-too-strong", "very uncertain"),
    Mistake(RELIEF, r"(why: )(>-\n(  .*\n)*?.*had )30", r"\1»\g<2>390", "unsourced-number", "take it out"),
    Mistake(RELIEF, r"with: 33", "with: »43", "unsourced-number", "lsas-response"),
    Mistake(RELIEF, r"\nwhy: >-\n(  .*\n)+", '\nwhy: »""\n', "unfinished", "write why"),
    # studies and library
    Mistake(TAYLOR, r"key: taylor2018ketamine", "key: »taylor2018", "name-differs-from-id", "taylor2018.yml"),
    Mistake(TAYLOR, r"\nn: 18", "\nn: »eighteen", "wrong-type", "digits"),
    Mistake(TAYLOR, r"design: \S+", "design: »rct-cross-over", "unknown-code", '"rct-crossover"'),
    Mistake(LIBRARY, r"@article\{abbar2022", "»@article{abar2022", "entry-without-study", "abar2022ketamine.yml"),
    Mistake(LIBRARY, r"  doi = \{10\.1136", "  »doi = {https://doi.org/10.1136", "malformed-identifier", "from 10. on"),
    Mistake(LIBRARY, r"  pmid = \{35110300", "  »pmid = {PMID 35110300", "malformed-identifier", "digits"),
    Mistake(LIBRARY, r"(@article\{.*\n.*\n)(  title = .*),", r"\1»\2", "broken-bibtex", "comma"),
    Mistake(STANDING, r"key: mills2025effect", "key: »mils2025effect", "unknown-source", "mills2025effect"),
    Mistake(
        "book.yml", r"- relief-within-hours", "- »relief-in-hours", "unknown-featured-claim", "relief-within-hours"
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_book(REPOSITORY, tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def known(book: Path) -> list[dict[str, object]]:
    """What is found in the book as it is."""
    return check(book)


def check(book: Path) -> list[dict[str, object]]:
    run = CliRunner().invoke(app, ["check", "--root", str(book), "--today", "2026-11-23", "--format", "json"])
    findings: list[dict[str, object]] = json.loads(run.stdout)["findings"]
    assert run.exit_code == any(finding["level"] == "error" for finding in findings)
    return findings


def name(mistake: Mistake) -> str:
    return f"{mistake.rule}-{MISTAKES.index(mistake)}"


@pytest.fixture(params=MISTAKES, ids=name)
def mistake(request: pytest.FixtureRequest, book: Path) -> Iterator[Mistake]:
    """A mistake, while it is in the book."""
    made: Mistake = request.param
    path = book / made.file
    before = path.read_text(encoding="utf-8")
    after, count = re.subn(made.old, made.new, before, count=1)
    assert count == 1, "the record has changed: make the mistake in another way"
    path.write_text(after, encoding="utf-8")
    yield made
    path.write_text(before, encoding="utf-8")


def place_marked(path: Path) -> tuple[int, int]:
    """Line and column of the mark in a file, which is taken out."""
    text = path.read_text(encoding="utf-8")
    place = text.index("»")
    path.write_text(text.replace("»", ""), encoding="utf-8")
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def test_mistake_is_told_at_its_place(mistake: Mistake, book: Path, known: list[dict[str, object]]) -> None:
    line, column = place_marked(book / mistake.file)
    new = [finding for finding in check(book) if finding not in known]
    places = [(finding["rule"], finding["file"], finding["line"], finding["column"]) for finding in new]
    assert (mistake.rule, mistake.file, line, column) in places
    hints = [str(finding["hint"]) for finding in new if finding["rule"] == mistake.rule]
    assert any(mistake.hint in hint for hint in hints), hints


def test_many_different_mistakes_are_tried() -> None:
    assert len({mistake.rule for mistake in MISTAKES}) >= 30
