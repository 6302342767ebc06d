"""What may be mended without a person: only the look of files, never what they say."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from books import REPOSITORY, copy_book
from claimbook.cli import app
from claimbook.cli.putting import exchange
from claimbook.mending import mend
from claimbook.mending.library import mend_library
from claimbook.mending.records import mend_record
from claimbook.reading import read
from claimbook.reading.yamltext import parse

TOY = Path(__file__).parent / "toy"
EVERY = 5
"""One record of so many is mangled and mended: all would take half a minute."""
CLAIM = "claims/comfort/no-bad-dreams.yml"


def mended(text, file=CLAIM, root=TOY):
    after, _ = mend_record(root, file, text)
    assert mend_record(root, file, after) == (after, [])
    return after


def mend_all(root, files):
    for one in [*mend(root, files)]:
        exchange(root / one.file, one.after.encode())


def backwards(text):
    """The same record with its top-level keys from last to first; comments stay above their keys."""
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if re.match(r"\w+:", line)]
    first = starts[0]
    for place in range(1, len(starts)):
        while re.match("#|$", lines[starts[place] - 1]):
            starts[place] -= 1
    groups = [lines[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return "".join([*lines[:first], *(line for group in reversed(groups) for line in group)])


@pytest.mark.parametrize("book", [REPOSITORY, TOY])
def test_books_of_ours_need_no_mending(book):
    assert [one.diff for one in mend(book, read(book).origins.names)] == []


def test_whatever_the_order_spaces_and_line_ends_every_record_comes_back_as_it_was(tmp_path):
    book = copy_book(REPOSITORY, tmp_path)
    reading = read(book)
    files = [file for file in reading.origins.names if file.endswith(".yml")][::-EVERY]
    before = {file: (book / file).read_bytes() for file in files}
    for file in files:
        mangled = backwards(before[file].decode()).replace("\n", "\r\n")
        mangled = re.sub(r"^(id|key|title): (.*)\r$", r"\1: \2\t \r", mangled, flags=re.MULTILINE)
        (book / file).write_bytes(mangled.encode())
    assert read(book).catalogue == reading.catalogue

    mend_all(book, files)

    assert read(book).catalogue == reading.catalogue
    assert "book.yml" in files
    files.remove("book.yml")  # the comment above its last key became one of the file
    assert [file for file in files if (book / file).read_bytes() != before[file]] == []
    assert [*mend(book, files)] == []


LINES = """id: x
title: y\x20\x20
scope:
  drug: tea
  population: |
   # text\x20
# a note
  # deeper

\t
why: >-
  some
  words\x20\x20
history:
  - kind: added
    date: 2026-01-02
- a
type: no
force: 'x'
detail: |+
  end
finding: 12
numbers: [1,
  2]
---
? id
: z
a: {b: c}\t"""


@settings(max_examples=300)
@given(st.lists(st.sampled_from(LINES.split("\n")), max_size=14).map("\n".join))
def test_no_text_changes_its_meaning_or_loses_a_comment(text):
    after = mended(text)
    old, new = parse(text), parse(after)
    assert old.value == new.value or "12" in text
    comments = re.compile("#.*?(?= *$)", re.MULTILINE)
    assert Counter(comments.findall(text)) == Counter(comments.findall(after))
    if any(fault.rule != "yaml-trap" for fault in old.faults):
        assert after == text


def test_keys_take_their_comments_along():
    text = (
        "# of the file\nid: x\n# of the type\n\n# and this\ntype: efficacy\ntitle: t\n  # of the title\nforce: none\n"
    )
    assert mended(text) == (
        "# of the file\nid: x\ntitle: t\n  # of the title\n# of the type\n\n# and this\ntype: efficacy\nforce: none\n"
    )


def test_keys_of_items_are_put_in_order_behind_their_dash():
    text = (
        "evidence:\n  # the first\n  - bearing: supports\n    note: >-\n      long\n\n      text\n"
        "    # the study\n    study: alder2001\n"
    )
    assert mended(text) == (
        "evidence:\n  # the first\n    # the study\n  - study: alder2001\n    bearing: supports\n"
        "    note: >-\n      long\n\n      text\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "title: t\nid: x\nnot-a-key: y\n",
        "id: x\nwhy: |\n  ends in spaces  \n  and a tab\t\n",
        "id: x\nwhy: |+\n  text\n\n\n",
        "title: t\nid: x\nwhy: a: b\n",
        "title: t\nid: x\nid: y\n",
        "title: &a t\nid: x\nwhy: *a\n",
        "- a\n- b  \n",
        "title: a\x85b\nid: x\n",
        "title: [t,\n  id: x  \n",
        "",
    ],
)
def test_what_is_no_mere_look_stays(text):
    assert mended(text) == text


def test_words_get_the_quotes_that_the_check_asks_for():
    text = (TOY / CLAIM).read_text(encoding="utf-8")
    wrong = re.sub(r"^why: .*\n", "why: 12:30  # noon\n", text, flags=re.MULTILINE)
    wrong = re.sub(r"^finding: .*\n", "finding: 12\n", wrong, flags=re.MULTILINE)
    after = mended(wrong)
    assert 'why: "12:30"  # noon\n' in after
    assert 'finding: "12"\n' in after


def test_numbers_stay_numbers_where_they_belong():
    assert mended("id: x\nnumbers:\n  - per: 100\n    with: no\n") == "id: x\nnumbers:\n  - per: 100\n    with: no\n"


@pytest.mark.parametrize(
    ("first", "after"),
    [
        ("", "# yaml-language-server: $schema=../../schema/claim.schema.json\n"),
        ("# a note\n", "# yaml-language-server: $schema=../../schema/claim.schema.json\n# a note\n"),
        (
            "# yaml-language-server: $schema=../schema/claim.schema.json\n",
            "# yaml-language-server: $schema=../../schema/claim.schema.json\n",
        ),
        *[
            (line, line)
            for line in (
                "# yaml-language-server: $schema=../../schema/study.schema.json\n",
                "# yaml-language-server: $schema=https://example.org/claim.schema.json\n",
            )
        ],
    ],
)
def test_the_first_line_names_a_schema_that_is_there(first, after):
    file = "claims/efficacy/x.yml"
    assert mended(f"{first}id: x\n", file, REPOSITORY) == f"{after}id: x\n"
    assert mended(f"{first}id: x\n", file, TOY) == f"{first}id: x\n"


ENTRY = "@misc{{{0},\n  author = {{Zed, Zoe}},\n  title = {{T}},\n  year = {{2020}},\n}}\n"


def test_entries_are_sorted_with_the_comments_above_them():
    text = f"% the library\n\n{ENTRY.format('b2020')}\n% on a\n{ENTRY.format('a2020')}{ENTRY.format('c2020')}  \n\n"
    after, done = mend_library(text)
    assert (
        after == f"% the library\n\n% on a\n{ENTRY.format('a2020')}\n{ENTRY.format('b2020')}\n{ENTRY.format('c2020')}"
    )
    assert done == ["spaces at the ends of lines", "end of the file", "order of entries"]
    assert mend_library(after) == (after, [])


@pytest.mark.parametrize("bad", ["@misc{a2020,\n  title = {T}\n", "@string{a = {b}}\n", "no entry\n"])
def test_a_library_that_cannot_be_read_stays(bad):
    text = f"{ENTRY.format('b2020')}\n{bad}"
    assert mend_library(text) == (text, [])


@pytest.fixture
def broken(tmp_path):
    """A copy of the toy book with a few things to mend, and one that needs a person."""
    book = copy_book(TOY, tmp_path / "book")
    claim = book / CLAIM
    text = claim.read_text(encoding="utf-8")
    claim.write_bytes(b"\xef\xbb\xbf" + backwards(text).encode())
    tea = book / "references/people.yml"
    tea.write_text(tea.read_text(encoding="utf-8").replace("clinician:", "clinican:") + "\n\n", encoding="utf-8")
    return book


def run(*arguments):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_diff_writes_nothing_and_is_what_is_then_mended(broken):
    before = everything(broken)
    shown = run("--diff", "--root", broken)
    assert shown.exit_code == 1
    assert everything(broken) == before
    assert shown.stdout.count("\n+++ b/") == 2
    removed = [line[1:] for line in shown.stdout.splitlines() if re.match(r"-(?!--)", line)]
    assert removed[0].startswith("\ufeff")

    fixed = run("--fix", "--root", broken)
    assert f"mended {CLAIM}: invisible first character, order of keys\n" in fixed.stderr
    assert "mended references/people.yml: end of the file\n" in fixed.stderr
    assert "unknown-key" in fixed.stdout
    assert fixed.exit_code == 1
    assert (broken / CLAIM).read_bytes() == (TOY / CLAIM).read_bytes()
    assert {path for path in before if path.read_bytes() != before[path]} == {
        broken / CLAIM,
        broken / "references/people.yml",
    }
    assert (run("--fix", "--root", broken).stderr, run("--diff", "--root", broken).stdout) == ("", "nothing to mend\n")


def test_only_files_that_are_named_are_mended(broken):
    before = (broken / CLAIM).read_bytes()
    fixed = run("--fix", "--root", broken, broken / "references")
    assert "people.yml" in fixed.stderr
    assert (broken / CLAIM).read_bytes() == before
    assert run("--diff", "--root", broken, broken / "book.yml").exit_code == 0


def test_a_link_stays_a_link_and_permissions_stay(broken):
    real = broken / "kept.yml"
    (broken / CLAIM).rename(real)
    real.chmod(0o640)
    (broken / CLAIM).symlink_to(real)
    run("--fix", "--root", broken)
    assert (broken / CLAIM).is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes() == (TOY / CLAIM).read_bytes()
