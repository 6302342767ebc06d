"""How our texts are held against studies and certainty: what passes, and what does not."""

from pathlib import Path

import pytest
import yaml

from claimbook.rules.ease import reading_grade, syllable_count
from examples import check, lay

FINDING_OF_ZED = """
# references/studies/zed2020.yml
findings:
  - result: fell by 7.46 points (0.333 of the range); 12.5 in all; 9 of 12 people got better by week 6, p<0.001
    follow_up_days: 14
# claims/efficacy/easing-within-hours.yml
"""


def rules_found(fields: dict[str, object], book: Path, before: str = "") -> set[str]:
    lay(before + yaml.safe_dump(fields), book, as_text=False)
    return {finding.rule for finding in check(book)}


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 7.46 points.",
        "It fell by 7.5 points, about 7.",
        "It fell by a third of the range (33 %).",
        "Nine of twelve people, or 75 %, got better.",
        "It was measured for two weeks, or 14 days.",
        "It fell by 7.46 points, and 12.5 rounds to 13 as to 12.",
        "They were given 0.5 mg/kg and watched for 24 hours.",
        "The 2020 trial had 12 people; 75 of 100 would be 9 of 12.",
        "There were fewer than 400 people, and fewer than 100.",
        "DSM-5, 5-HT2A receptors, CYP3A4, NCT04560660 and the 21st century are names.",
        "See https://example.org/2031/99 [@zed2020].",
        "Two sources were searched up to 20 November 2026.",
    ],
)
def test_number_that_is_sourced(text: str, tmp_path: Path) -> None:
    assert "unsourced-number" not in rules_found({"detail": text}, tmp_path / "book", FINDING_OF_ZED)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It fell by 7.4 points.", "7.4"),
        ("It fell by 8 points.", "8"),
        ("It helped 86 of 100 people.", "86"),
        ("It helped 1,250 people.", "1,250"),
        ("It was measured for three weeks.", "three"),
        ("They were given 0.7 mg/kg.", "0.7"),
        ("From 16-17 people, some got better.", "16"),
        ("In 2031 it was tried.", "2031"),
        ("It helped 100 people.", "100"),
    ],
)
@pytest.mark.parametrize("field", ["finding", "why", "detail"])
def test_number_that_nobody_measured(text: str, number: str, field: str, tmp_path: Path) -> None:
    lay(FINDING_OF_ZED + yaml.safe_dump({field: text}), tmp_path / "book", as_text=False)
    messages = [finding.message for finding in check(tmp_path / "book") if finding.rule == "unsourced-number"]
    assert f"{number} stands in no study that this claim cites" in messages


def test_number_of_a_study_that_is_not_cited(tmp_path: Path) -> None:
    assert "unsourced-number" in rules_found({"detail": "In 2021 it was tried."}, tmp_path / "a")
    assert "unsourced-number" not in rules_found({"detail": "In 2021 it was tried [@rev2021]."}, tmp_path / "b")


def test_people_may_be_added_up(tmp_path: Path) -> None:
    both = """
    evidence:
      - {study: zed2020, finding: worries-scale, bearing: supports}
      - {study: abe2010, finding: worries-scale, bearing: supports}
    """
    assert "unsourced-number" not in rules_found(
        yaml.safe_load(both) | {"detail": "They had 24 people in all."}, tmp_path / "book"
    )


@pytest.mark.parametrize(("treated", "sourced"), [(9, True), (75, False), (8, False)])
def test_absolute_numbers_stand_in_the_study(treated: int, sourced: bool, tmp_path: Path) -> None:  # noqa: FBT001
    row = {"outcome": "better", "per": 12, "with": treated, "study": "zed2020", "finding": "worries-scale"}
    found = rules_found({"numbers": [row]}, tmp_path / "book", FINDING_OF_ZED)
    assert ("unsourced-number" not in found) is sourced


@pytest.mark.parametrize(
    ("certainty", "text"),
    [
        ("high", "It eases worries."),
        ("high", "It is not always helpful."),
        ("moderate", "It probably eases worries."),
        ("moderate", "It may ease worries."),
        ("moderate", "No trial shows that it eases worries."),
        ("low", "It may ease worries."),
        ("low", "It has not been shown that it eases worries."),
        ("low", "Whether it cures anyone is unknown."),
        ("very-low", "Whether it eases worries is very uncertain."),
        ("very-low", "Nobody knows whether it eases worries."),
        ("very-low", "No study in people has tested it."),
        ("very-low", "Whether it is guaranteed to help has never been tested."),
    ],
)
def test_answer_that_fits_its_certainty(certainty: str, text: str, tmp_path: Path) -> None:
    found = rules_found({"rating": {"certainty": certainty}, "finding": text}, tmp_path / "book")
    assert "finding-too-strong" not in found


@pytest.mark.parametrize(
    ("certainty", "text"),
    [
        ("high", "It is proven to ease worries."),
        ("high", "It always eases worries."),
        ("moderate", "It eases worries."),
        ("low", "It probably eases worries."),
        ("low", "It eases worries in the month of May."),
        ("very-low", "It may ease worries."),
        ("very-low", "It eases worries."),
    ],
)
def test_answer_that_sounds_too_sure(certainty: str, text: str, tmp_path: Path) -> None:
    found = rules_found({"rating": {"certainty": certainty}, "finding": text}, tmp_path / "book")
    assert "finding-too-strong" in found


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("trial", 2),
        ("people", 2),
        ("ketamine", 3),
        ("anxiety", 4),
        ("taste", 1),
        ("treated", 2),
        ("helped", 1),
        ("disease", 2),
        ("studies", 2),
        ("doses", 2),
        ("table", 2),
        ("the", 1),
        ("agree", 2),
        ("studied", 2),
        ("nausea", 3),
        ("being", 2),
        ("see", 1),
        ("rhythm", 1),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert syllable_count(word) == syllables


def test_reading_grade() -> None:
    assert reading_grade("") == 0
    assert reading_grade("The cat sat on the mat. It was fat.") < 2
    assert reading_grade("Methodological heterogeneity necessitates conservative interpretation.") > 20


QUOTES = [
    ("can ease worries", True),
    ("can ease … the alarm", True),
    ("can ease [...] few side effects", True),
    ("the alarm … can ease", False),
    ("can cure worries", False),
]


@pytest.mark.parametrize(("quote", "there"), QUOTES)
def test_quote_stands_in_the_text(quote: str, there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    found = rules_found({"appearances": [{"quote": quote}]}, tmp_path / "book")
    assert ("quote-not-in-text" not in found) is there


def test_quoted_words_are_not_copied_ones(tmp_path: Path) -> None:
    words = "calming the part of the brain that sounds the alarm in times of stress"
    assert "copied-text" in rules_found({"detail": f"By {words}."}, tmp_path / "a")
    assert "copied-text" not in rules_found({"detail": f"By “{words}”."}, tmp_path / "b")
    assert "copied-text" not in rules_found({"detail": "It may calm the part of the brain."}, tmp_path / "c")


HARD = "Methodological heterogeneity and publication bias necessitate extraordinarily conservative interpretation."
"""Far above nine years of school."""


def test_answer_and_reason_are_read_together(tmp_path: Path) -> None:
    plain = (
        "The trial was small. It was short. It was done once. Nobody did it again. We do not know why. We asked them."
    )
    found = "Whether it eases worries in adults with generalised or social worries is very uncertain."
    assert reading_grade(found) > 9.5
    assert "hard-to-read" not in rules_found({"finding": found, "why": plain}, tmp_path / "a")
    assert "hard-to-read" in rules_found({"finding": found, "why": HARD}, tmp_path / "b")
    assert "hard-to-read" in rules_found({"finding": HARD, "why": "It was small."}, tmp_path / "c")


@pytest.mark.parametrize("group", ["categories", "conditions"])
def test_texts_on_categories_and_conditions_are_read_too(group: str, tmp_path: Path) -> None:
    book = f"# book.yml\n{group}: [{{summary: %s}}]"
    lay(book % HARD, tmp_path / "hard", as_text=False)
    lay(book % "The trial was small. It was short.", tmp_path / "easy", as_text=False)
    assert [one.file for one in check(tmp_path / "hard") if one.rule == "hard-to-read"] == ["book.yml"]
    assert check(tmp_path / "easy") == ()
