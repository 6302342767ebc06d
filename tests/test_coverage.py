"""Texts cut into paragraphs, and which of them are covered."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from books import NOT_AT_HAND, REPOSITORY, TEXTS
from claimbook.cli import app
from claimbook.coverage import cut
from claimbook.model import Article
from claimbook.reading import read, read_texts

TOY = Path(__file__).parent / "toy"
CALM = "references/articles/a-cup-of-calm.yml"
SKIPPED = '  - {heading: "Is It Safe?", paragraphs: [2], reason: What we said of it was withdrawn.}\n'

BLOG = """
A GREEN CUP

A Green Cup
The Blog

It is green.\x20\x20It is warm.

 Why Green?

\t1. It is calm.

   2. It is cheap.
Why Warm?
Nobody knows.

Comments
Popular posts
  Why Green?
  Is tea blue?
A Green Cup
"""


def blog(*headings: str) -> Article:
    article = read(TOY).catalogue.articles["a-cup-of-calm"]
    return replace(article, title="A green cup", headings=headings)


def test_every_line_that_is_no_heading_is_a_block_counted_from_one_under_its_heading() -> None:
    headings = ("(title)", "The Blog", "(introduction)", "Why Green?", "Why Warm?", "Comments", "Popular posts")
    assert [(*block.spot, block.line, block.text) for block in cut(blog(*headings), BLOG)] == [
        ("(title)", 1, 2, "A GREEN CUP"),
        ("(title)", 2, 4, "A Green Cup"),
        ("(introduction)", 1, 7, "It is green. It is warm."),
        ("Why Green?", 1, 11, "1. It is calm."),
        ("Why Green?", 2, 13, "2. It is cheap."),
        ("Why Warm?", 1, 15, "Nobody knows."),
        ("Why Green?", 3, 20, "Is tea blue?"),
        ("Why Green?", 4, 21, "A Green Cup"),
    ]


def test_what_stands_above_the_first_heading_and_is_no_title_is_the_introduction() -> None:
    assert [block.spot for block in cut(blog("Why Green?"), "Hello.\nA green cup\nWhy Green?\nIt is calm.")] == [
        ("(introduction)", 1),
        ("(introduction)", 2),
        ("Why Green?", 1),
    ]


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the toy book that a test may break."""
    shutil.copytree(TOY, tmp_path / "toy")
    return tmp_path / "toy"


def coverage(book: Path, *more: str, texts: str = "texts") -> Result:
    command = ["coverage", "--root", str(book), "--texts", str(book / texts), *more]
    result = CliRunner().invoke(app, command, env={"GITHUB_ACTIONS": None, "CLAIMBOOK_TEXTS": None})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_block_stands_with_its_claims_or_the_reason_why_it_has_none(toy: Path) -> None:
    result = coverage(toy)

    assert result.exit_code == 0
    assert (
        result.output
        == """\
a-cup-of-calm
  (introduction)
     1  A Cup of Calm
        skipped: The name of the tea | and <no> sentence.
  Why Mint Tea?
     1  Mint tea helps you fall asleep within the …
        wakes-the-neighbours, asleep-within-an-hour, better-than-milk
     2  It works because it raises the sleep signal …
        signal-rises
  Is It Safe?
     1  Mint tea never gives bad dreams. It may …
        green-lips, no-bad-dreams
     2  "I slept like a log," says Grandmother.
        skipped: What we said of it was withdrawn.
  5 of 5 blocks with a claim or a reason (100.0 %), 2 on a reason alone (40.0 %)

the-travellers-cup
  (title)
     1  The Traveller's Cup
        skipped: It names the cup.
  After the Flight
     1  Mint tea can ease jet lag, says Alder …
        asleep-within-an-hour, eases-jet-lag, keeps-working
     2  It has been on the register since 1900. …
        helps-children, on-the-register
     3  The best cup in the world.
        best-cup
  4 of 4 blocks with a claim or a reason (100.0 %), 1 on a reason alone (25.0 %)

no findings in 34 files

all texts at hand: 9 of 9 blocks with a claim or a reason (100.0 %), 3 on a reason alone (33.3 %)
"""
    )


def test_a_block_with_neither_fails(toy: Path) -> None:
    change(toy / CALM, SKIPPED, "")

    result = coverage(toy)

    assert result.exit_code == 1
    assert "        nothing\n  4 of 5 blocks with a claim or a reason (80.0 %), 1 on a reason" in result.output
    assert f"{CALM}:18:1: error forgotten-paragraph: " in result.output
    assert '"Is It Safe?" has neither a claim nor a reason' in result.output


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("paragraphs: [2]", "paragraphs: [2, 3]", "unknown-paragraph"),
        ("paragraphs: [2]", "paragraphs: [1, 2]", "skipped-but-claimed"),
        ('{heading: "Is It Safe?"', '{heading: "Is It Sage?"', "unknown-heading"),
        ('(introduction), "Why', '(introduction), Wherefore, "Why', "heading-not-in-text"),
        ("sha256: e5a6", "sha256: e5a7", "changed-text"),
        ("kind: clinic-blog", "kind: clinic-bog", "unknown-code"),
    ],
)
def test_records_that_do_not_fit_the_text_fail(toy: Path, old: str, new: str, rule: str) -> None:
    change(toy / CALM, old, new)

    result = coverage(toy)

    assert result.exit_code == 1
    assert f"error {rule}: " in result.output


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("paragraph: 1", "paragraph: 9", "unknown-paragraph"),
        ("paragraph: 1", "paragraph: 2", "quote-not-in-text"),
        ("may turn your lips green", "may turn your ears green", "quote-not-in-text"),
        ("article: a-cup-of-calm", "article: a-cup-of-clam", "unknown-article"),
    ],
)
def test_claims_that_do_not_fit_the_text_fail(toy: Path, old: str, new: str, rule: str) -> None:
    change(toy / "claims/comfort/green-lips.yml", old, new)

    result = coverage(toy)

    assert result.exit_code == 1
    assert "claims/comfort/green-lips.yml:12:" in result.output
    assert f"error {rule}: " in result.output


def test_a_quote_in_another_paragraph_is_told_with_its_place(toy: Path) -> None:
    change(toy / "claims/comfort/green-lips.yml", "paragraph: 1", "paragraph: 2")

    assert 'hint: they stand under "Is It Safe?", paragraph 1' in coverage(toy).output


def test_what_says_nothing_about_places_is_left_to_check(toy: Path) -> None:
    change(
        toy / "claims/comfort/green-lips.yml",
        "may turn your lips green",
        "may turn your lips green & nobody minds. Mint",
    )
    change(toy / "claims/comfort/green-lips.yml", "study: ivy2015cups", "study: ivy2015cup")

    assert "unknown-study" not in coverage(toy).output


def test_without_texts_nothing_is_checked_and_nothing_fails(toy: Path) -> None:
    change(toy / CALM, SKIPPED, "")

    result = coverage(toy, texts="claims")

    assert result.exit_code == 0
    assert result.output.count("not checked") == 2
    assert "%" not in result.output
    report = json.loads(coverage(toy, "--format", "json", texts="claims").output)
    assert [one["checked"] for one in report["coverage"]["articles"]] == [False, False]
    assert report["coverage"]["total"]["covered_percent"] == 0


def test_without_the_settings_of_the_book_that_alone_is_told(toy: Path) -> None:
    (toy / "book.yml").unlink()

    result = coverage(toy)

    assert result.exit_code == 1
    assert result.output.startswith("book.yml:1:1: error missing-file: ")


def test_a_changed_text_is_refused(toy: Path) -> None:
    change(toy / "texts/a-cup-of-calm.txt", "green", "blue")

    result = coverage(toy)

    assert result.exit_code == 1
    assert "error changed-text: the text at hand is not the one that was read: its SHA-256 is " in result.output
    assert "a-cup-of-calm\n  not checked" in result.output


def test_programs_can_read_it(toy: Path) -> None:
    change(toy / CALM, SKIPPED, "")

    report = json.loads(coverage(toy, "--format", "json").output)

    assert [one["rule"] for one in report["findings"]] == ["forgotten-paragraph"]
    assert report["coverage"]["total"] == {
        "blocks": 9,
        "with_claim": 6,
        "reason_alone": 2,
        "open": 1,
        "covered_percent": 88.9,
        "reason_alone_percent": 22.2,
    }
    assert [one["checked"] for one in report["coverage"]["articles"]] == [True, True]
    assert report["coverage"]["articles"][0]["blocks"][2] == {
        "heading": "Why Mint Tea?",
        "paragraph": 2,
        "line": 7,
        "begins": "It works because it raises the sleep signal …",
        "claims": ["signal-rises"],
        "reason": "",
    }


def test_the_texts_may_be_named_once_and_for_all(toy: Path) -> None:
    result = CliRunner().invoke(app, ["coverage", "--root", str(toy)], env={"CLAIMBOOK_TEXTS": str(toy / "texts")})

    assert "all texts at hand: 9 of 9 blocks" in result.output


@pytest.mark.skipif(not (TEXTS / "blocks.yml").is_file(), reason=f"{NOT_AT_HAND}, or not how they were cut")
def test_the_real_texts_are_cut_as_agreed() -> None:
    agreed = yaml.safe_load((TEXTS / "blocks.yml").read_text(encoding="utf-8"))
    articles = read(REPOSITORY).catalogue.articles
    texts = read_texts(TEXTS, articles).known

    for one in agreed:
        blocks = cut(articles[one["article"]], texts[one["article"]])
        found = [(*block.spot, block.line, len(block.text.split())) for block in blocks]
        assert found == [tuple(block.values()) for block in one["blocks"]]
