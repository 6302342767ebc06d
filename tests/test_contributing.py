"""The guide for contributors: its examples are those of the records, its answers those of the program."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from books import REPOSITORY
from claimbook.model import Bearing, Directness, Force, Mismatch, RiskOfBias, Stretch
from claimbook.reading import read
from claimbook.verdicts import wording
from verdict_notation import APPEARANCE, bench, rated

GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECORD = REPOSITORY / "claims" / "efficacy" / "relief-within-hours.yml"


def rows(first: str) -> list[list[str]]:
    """The rows of the table whose first head is this, without marks of code."""
    table = re.search(rf"^\| {first} \|.*\n\|[-|]+\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    assert table, first
    return [[cell.strip().strip("`") for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


@pytest.fixture(scope="module")
def claims():
    return read(REPOSITORY).catalogue.claims


def item(claims, claim: str, name: str):
    study, finding = name.split("/")
    found = [one for one in claims[claim].evidence if (one.study, one.finding) == (study, finding)]
    assert found, f"{claim} has no {name} any more: take another example"
    return found[0]


@pytest.mark.parametrize("row", rows("force"), ids=lambda row: f"{row[0]} {row[1]}")
def test_examples_of_force_are_in_the_records(claims, row) -> None:
    said = [one.force for one in claims[row[1]].appearances if one.quote == row[2].strip('"')]
    assert {Force(row[0])} == set(said)


@pytest.mark.parametrize("row", rows("bearing"), ids=lambda row: row[0])
def test_examples_of_bearing_are_in_the_records(claims, row) -> None:
    assert item(claims, row[1], row[2]).bearing is Bearing(row[0])


@pytest.mark.parametrize("row", rows("indirect in"), ids=lambda row: row[0])
def test_examples_of_directness_are_in_the_records(claims, row) -> None:
    found = item(claims, row[1], row[2])
    if row[0] == Directness.DIRECT:
        assert found.directness is Directness.DIRECT
    else:
        assert Mismatch(row[0]) in found.indirect_in


@pytest.mark.parametrize("row", rows("risk"), ids=lambda row: row[0])
def test_examples_of_risk_of_bias_are_in_the_records(claims, row) -> None:
    assert item(claims, row[1], row[2]).risk_of_bias is RiskOfBias(row[0])


@pytest.mark.parametrize(
    ("first", "vocabulary"),
    [("force", Force), ("bearing", Bearing), ("indirect in", Mismatch), ("risk", RiskOfBias)],
)
def test_every_word_has_an_example(first, vocabulary) -> None:
    assert {term.value for term in vocabulary} <= {row[0] for row in rows(first)}


QUESTIONS = {
    number: rating for number, _, rating in re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", GUIDE, re.MULTILINE)
}
ANSWERS = {
    number: answer
    for number, *answer in re.findall(
        r"^\| (\d+) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \| [^|]+ \|$", GUIDE, re.MULTILINE
    )
}


def test_ten_sentences_have_ten_answers() -> None:
    assert [*QUESTIONS] == [*ANSWERS] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("number", ANSWERS)
def test_answers_are_what_the_rule_says(number: str) -> None:
    kind, force, stretch, answer = ANSWERS[number]
    verdict, certainty = QUESTIONS[number].split(", ")
    claim = rated(bench("").claim(f"{kind} · definite"), verdict, certainty)
    ways = () if stretch == "none" else (Stretch(stretch),)
    said = replace(APPEARANCE, force=Force(force), stretch=ways)
    assert wording(claim, said).value == answer


def test_the_annotated_record_is_the_real_one() -> None:
    """What stands between two marks of leaving out stands together in the record, without our explanations."""
    block = re.search(r"## One record, annotated.*?```yaml\n(.*?)```", GUIDE, re.DOTALL)[1]
    held = f"\n{RECORD.read_text(encoding='utf-8')}"
    pieces = re.sub(r"(?<=\S) {2,}# .*", "", block).strip().split("\n...")
    assert len(pieces) > 4
    assert [piece for piece in pieces if f"\n{piece.strip(chr(10))}\n" not in held and piece.strip()] == []


def test_blocks_of_records_are_yaml() -> None:
    for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL):
        for part in block.split("\n...\n"):
            yaml.safe_load(part)


def test_the_way_without_make_installs_what_make_does() -> None:
    makefile = Path(REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for step in ("--require-hashes -r requirements", "--no-deps --no-build-isolation --editable ."):
        assert step in makefile
        assert step in GUIDE
