"""Second ratings: what a blank record leaves out, what a comparison finds, how agreement is counted."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from books import copy_book
from claimbook.cli import app
from claimbook.model import Certainty, Judgement, SecondRating, Verdict
from claimbook.reading import read
from claimbook.verdicts import agreement, differences, weigh_all
from claimbook.verdicts.agreement import gwet_ac1
from claimbook.views import shelve, view_claim, view_contradictions, view_methods
from verdict_notation import bench

TOY = Path(__file__).parent / "toy"
CLAIM = "claims/sleep/better-than-milk.yml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copy_book(TOY, tmp_path / "book")


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def blank(book: Path, folder: Path, *claims: str) -> Path:
    result = run("blind", "--root", book, folder, *claims)
    assert result.exit_code == 0, result.output
    return folder


def test_a_blank_record_lists_the_same_studies_and_tells_nothing_of_the_first_rating(
    book: Path, tmp_path: Path
) -> None:
    folder = blank(book, tmp_path / "blank", "asleep-within-an-hour")

    first, second = (read(top).catalogue.claims["asleep-within-an-hour"] for top in (book, folder))
    assert (second.statement, second.scope, second.force) == (first.statement, first.scope, first.force)
    assert {(one.study, one.finding) for one in second.evidence} == {(one.study, one.finding) for one in first.evidence}
    assert [one.study for one in second.evidence] == sorted(one.study for one in first.evidence)
    assert {one.bearing for one in second.evidence} == {"context"}
    assert (second.rating, second.grading.down, second.detail, second.related) == (None, {}, "", ())
    text = (folder / "claims/sleep/asleep-within-an-hour.yml").read_text(encoding="utf-8")
    told = [one.note for one in first.evidence] + [one.reason for one in first.evidence] + [first.finding, first.why]
    assert [words for words in told if words and words in text] == []


def test_blanks_are_written_for_all_claims_that_matter_and_were_rated_once(book: Path, tmp_path: Path) -> None:
    folder = blank(book, tmp_path / "blank")

    written = {path.stem for path in folder.glob("claims/*/*.yml")}
    assert written == {claim.id for claim in read(book).catalogue.claims.values() if claim.wants_second}
    assert "better-than-milk" in written
    assert written.isdisjoint({"asleep-within-an-hour", "grandmother-slept"})


def test_an_unknown_claim_is_named_with_its_like(book: Path, tmp_path: Path) -> None:
    result = run("blind", "--root", book, tmp_path / "blank", "beter-than-milk")

    assert result.exit_code == 2
    assert 'did you mean "better-than-milk"?' in " ".join(re.sub(r"[│╭╰─╮╯]", " ", result.output).split())


def test_a_comparison_gives_the_lines_that_the_record_keeps(book: Path, tmp_path: Path) -> None:
    folder = blank(book, tmp_path / "blank", "better-than-milk")
    (folder / CLAIM).write_text((book / CLAIM).read_text(encoding="utf-8"), encoding="utf-8")

    result = run("compare", "--root", book, folder)

    assert result.exit_code == 0, result.output
    assert result.output.startswith("# better-than-milk: agreed\n  second:\n    date: ")
    assert "    differed_on: []\n" in result.output


def test_a_comparison_names_what_was_judged_differently(book: Path, tmp_path: Path) -> None:
    folder = blank(book, tmp_path / "blank", "better-than-milk")
    rating = "{verdict: unsupported, certainty: very-low, date: 2026-11-06, by: [second-reader]}"
    edit(folder / CLAIM, "rating:\n", f"rating: {rating}\n")
    assert "verdict-without-grounds" in run("compare", "--root", book, folder).output

    edit(folder / CLAIM, "search: \n", "search: mint-tea-2026-11\n")
    edit(
        folder / CLAIM,
        f"rating: {rating}",
        "rating: {verdict: no-evidence-found, certainty: not-rated, date: 2026-11-06, by: [second-reader]}",
    )
    result = run("compare", "--root", book, folder)

    assert result.exit_code == 0, result.output
    assert "# better-than-milk: differed\n" in result.output
    assert "    second: {verdict: no-evidence-found, certainty: not-rated}\n    differed_on: [bearing" in result.output


def test_blanks_that_nobody_rated_are_passed_over(book: Path, tmp_path: Path) -> None:
    result = run("compare", "--root", book, blank(book, tmp_path / "blank", "better-than-milk"))
    assert (result.exit_code, result.output) == (0, "")


def test_a_comparison_names_what_is_wrong_in_the_filled_in_records(book: Path, tmp_path: Path) -> None:
    folder = blank(book, tmp_path / "blank", "better-than-milk")
    edit(folder / CLAIM, "bearing: context", "bearing: helps")

    result = run("compare", "--root", book, folder)

    assert result.exit_code == 1
    assert f"{CLAIM}:" in result.output


SAID = "rct-parallel +; cohort -"


@pytest.mark.parametrize(
    ("other", "settings", "points"),
    [
        (SAID, "", []),
        ("rct-parallel ~; cohort -", "", ["bearing"]),
        ("rct-parallel + high; cohort -", "", ["risk-of-bias"]),
        ("rct-parallel + off time; cohort -", "", ["directness"]),
        (SAID, "whole", ["scope"]),
        (SAID, "imprecision 1", ["imprecision"]),
        (SAID, "risk-of-bias 2, inconsistency 1", ["risk-of-bias", "inconsistency"]),
        (SAID, "basis official-record", ["basis"]),
        ("rct-parallel +", "", ["studies"]),
        ("rct-parallel +; cohort -; animal context", "", []),
    ],
)
def test_what_two_raters_judge_differently_is_named(other: str, settings: str, points: list[str]) -> None:
    kind = "efficacy · qualified"
    assert list(differences(bench(SAID).claim(kind), bench(other).claim(kind, settings))) == points


def second(first: Verdict, other: Verdict) -> SecondRating:
    judged = [Judgement(verdict=verdict, certainty=Certainty.LOW) for verdict in (first, other)]
    return SecondRating(date=date(2026, 1, 2), by=("toy",), first=judged[0], second=judged[1])


def test_agreement_beyond_chance_stays_high_where_one_code_is_common() -> None:
    """By hand: 118 of 125 alike is 0.944; yes is 243 of 250 answers, so chance gives 2 x 0.972 x 0.028 = 0.0544."""
    yes, no = Verdict.SUPPORTED, Verdict.UNSUPPORTED
    pairs = [(yes, yes)] * 118 + [(yes, no)] * 5 + [(no, yes)] * 2
    assert gwet_ac1(pairs, 2) == pytest.approx((0.944 - 0.054432) / (1 - 0.054432))


def test_agreement_beyond_chance_is_none_where_raters_agree_as_if_by_lot() -> None:
    yes, no = Verdict.SUPPORTED, Verdict.UNSUPPORTED
    assert gwet_ac1([(yes, yes), (yes, no), (no, yes), (no, no)], 2) == 0


def test_agreement_counts_verdict_and_certainty_apart() -> None:
    seconds = [second(Verdict.MIXED, Verdict.MIXED), second(Verdict.MIXED, Verdict.SUPPORTED)]
    verdicts, certainties = agreement(seconds)
    assert (verdicts.same, verdicts.claims, verdicts.share) == (1, 2, 50)
    assert (certainties.same, certainties.ac1) == (2, 1)


def test_one_claim_is_too_few_for_chance() -> None:
    assert agreement([second(Verdict.MIXED, Verdict.MIXED)])[0].ac1 is None


def test_pages_tell_of_the_second_rating_and_of_opposite_claims() -> None:
    catalogue = read(TOY).catalogue
    shelf = shelve(catalogue, weigh_all(catalogue))

    view = view_claim(catalogue.claims["asleep-within-an-hour"], shelf)
    assert view.second is not None
    assert (view.second.agreed, view.second.first) == (False, "Partly supported · Low certainty")
    assert [row.id for row in view.opposites] == ["green-lips"]
    assert [row.id for row in view_claim(catalogue.claims["green-lips"], shelf).opposites] == ["asleep-within-an-hour"]
    once = view_claim(catalogue.claims["better-than-milk"], shelf)
    assert (once.second, once.one_rater) == (None, True)

    methods = view_methods(shelf)
    assert [(question, one.same, one.claims) for question, one in methods.twice] == [
        ("Verdict", 3, 3),
        ("Certainty", 2, 3),
    ]
    assert [row.id for row in methods.resolved] == ["asleep-within-an-hour"]


def test_each_contradiction_between_articles_is_listed_once() -> None:
    catalogue = read(TOY).catalogue
    (one,) = view_contradictions(shelve(catalogue, weigh_all(catalogue))).shown
    assert [(row.id, len(articles)) for row, articles in one.sides] == [("asleep-within-an-hour", 2), ("green-lips", 1)]


def test_a_withdrawn_claim_is_nobodys_opposite() -> None:
    catalogue = read(TOY).catalogue
    gone = next(claim for claim in catalogue.claims.values() if claim.review.status == "withdrawn")
    claims = dict(catalogue.claims) | {"keeps-working": replace(catalogue.claims["keeps-working"], opposite=(gone.id,))}
    shelf = shelve(replace(catalogue, claims=claims), weigh_all(catalogue))
    assert view_claim(claims["keeps-working"], shelf).opposites == ()
