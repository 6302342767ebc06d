"""Realistic mistakes, put into the real records one at a time: what a contributor is told, and that it helps."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from books import REPOSITORY, copy_book
from claimbook.findings import Finding
from claimbook.pipeline import examine, without_gc
from claimbook.reading import desk
from mistakes import CLAIMS, Mistake
from mistakes_elsewhere import ELSEWHERE

MISTAKES = [*CLAIMS, *ELSEWHERE]
KINDS = (
    "claims/",
    "references/studies/",
    "references/articles/",
    "references/searches/",
    "references/library.bib",
    "references/standing.yml",
    "references/people.yml",
    "book.yml",
)
WORD = re.compile(r"[\w@.-]*\w")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the real book, of which a text that was read once is not parsed again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "read_record", cache(desk.read_record))
        patch.setattr(desk, "parse_library", cache(desk.parse_library))
        yield copy_book(REPOSITORY, tmp_path_factory.mktemp("book"))


def check(book: Path) -> tuple[Finding, ...]:
    with without_gc():
        return examine(book, today=date(2026, 11, 23)).findings


def made(mistake: Mistake) -> tuple[str, int, int]:
    """The file with the mistake in it, and the line and column where it should be reported."""
    before = (REPOSITORY / mistake.file).read_text(encoding="utf-8")
    after, count = re.subn(mistake.old, mistake.new, before, count=1)
    assert count == 1, "the record has changed: make the mistake in another way"
    place = after.find("»")
    if place < 0:
        return after, 0, 0
    return after.replace("»", ""), after.count("\n", 0, place) + 1, place - after.rfind("\n", 0, place)


def followed(mistake: Mistake, text: str, finding: Finding) -> str:
    """The file after what message and hint say was done, to the letter."""
    meant = re.search(r'did you mean "(.*?)"', finding.hint)
    if mistake.wrong:
        after, count = re.subn(mistake.wrong, mistake.right, text, count=1)
        assert count == 1
        written = re.sub("‹.*?›", "", mistake.right)
        assert_told(set(WORD.findall(re.sub(r"\\[0-9n]", " ", written))) - set(WORD.findall(text)), finding)
        return re.sub("[‹›]", "", after)
    assert meant, f"nothing to follow: {finding.hint}"
    lines = text.split("\n")
    line, start = lines[finding.line - 1], finding.column - 1
    quoted = line[start] in "'\""
    end = line.index(line[start], start + 1) if quoted else WORD.match(line, start).end()
    lines[finding.line - 1] = line[: start + quoted] + meant[1] + line[end:]
    return "\n".join(lines)


def assert_told(words: set[str], finding: Finding) -> None:
    told = f"{finding.message} {finding.hint}"
    assert [word for word in words if word not in told] == [], told


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.rule}-{MISTAKES.index(one)}")
def test_mistake_is_told_at_its_place_and_following_the_hint_mends_it(mistake: Mistake, book: Path) -> None:
    text, line, column = made(mistake)
    file = book / mistake.file
    before = file.read_bytes()
    try:
        file.write_text(text, encoding="utf-8")
        finding = told(check(book), mistake, line, column)
        mended = followed(mistake, text, finding)
        file.write_text(mended, encoding="utf-8")
        assert mended.encode() == before or check(book) == ()
    finally:
        file.write_bytes(before)


def told(findings: tuple[Finding, ...], mistake: Mistake, line: int, column: int) -> Finding:
    """What is said of the mistake."""
    here = [one for one in findings if one.file == mistake.file and one.rule == mistake.rule]
    assert here, findings
    if line:
        assert (line, column) in [(one.line, one.column) for one in here]
        here = [one for one in here if (one.line, one.column) == (line, column)]
    fitting = [one for one in here if mistake.hint in one.hint]
    assert fitting, here
    return fitting[0]


def test_nothing_is_wrong_before(book: Path) -> None:
    assert check(book) == ()


def test_many_different_mistakes_are_tried_in_every_kind_of_record() -> None:
    assert len(MISTAKES) >= 60
    assert len({mistake.rule for mistake in MISTAKES}) >= 40
    for kind in KINDS:
        assert sum(mistake.file.startswith(kind) for mistake in MISTAKES) >= 3, kind
