"""Every rule finds what its manual page says, and nothing else does."""

import dataclasses
import importlib
import pkgutil
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from claimbook import reading, rules, verdicts
from claimbook.findings import Finding, Level
from claimbook.model import Claim
from claimbook.rules import RULES, Context, Needs, Problem, Rule, run
from examples import BAD, LITTLE_BOOK, TODAY, check, lay

UNEXAMPLED = frozenset({"reader-failed"})
"""No file makes the reader itself fail, as far as we know; test_reading.py forces it."""

exampled = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.id not in UNEXAMPLED], ids=lambda rule: rule.id
)


@exampled
def test_bad_example_is_found_where_it_says(rule: Rule, tmp_path: Path) -> None:
    expected = lay(rule.bad, tmp_path / "book", as_text=not rule.kinds)
    found = [finding for finding in check(tmp_path / "book") if finding.rule == rule.id]
    assert found
    assert all(finding.level is rule.level and finding.message for finding in found)
    if expected is not None:
        file, lines = expected
        assert any(finding.file == file and finding.line in lines for finding in found)


@exampled
def test_good_example_is_not_found(rule: Rule, tmp_path: Path) -> None:
    lay(rule.good, tmp_path / "book", as_text=not rule.kinds)
    assert rule.id not in {finding.rule for finding in check(tmp_path / "book")}


@exampled
def test_without_the_rule_nothing_is_found(rule: Rule, tmp_path: Path) -> None:
    lay(rule.bad, tmp_path / "book", as_text=not rule.kinds)
    assert rule.id not in {finding.rule for finding in check(tmp_path / "book", without=rule.id)}


def test_little_book_has_no_findings() -> None:
    assert check(LITTLE_BOOK) == ()


def test_every_rule_has_a_manual_page() -> None:
    for rule in RULES:
        assert rule.title.endswith("."), rule.id
        assert rule.doc, rule.id
        assert rule.bad != rule.good, rule.id


def test_every_rule_that_is_written_is_held() -> None:
    modules = [importlib.import_module(f"claimbook.rules.{info.name}") for info in pkgutil.iter_modules(rules.__path__)]
    written = {one.id for module in modules for one in vars(module).values() if isinstance(one, Rule)}
    assert written == {rule.id for rule in RULES if rule.kinds}


def test_rules_on_exemptions_come_last() -> None:
    assert [rule.id for rule in RULES[-3:]] == ["unknown-exemption", "expired-exemption", "needless-exemption"]


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_hints_say_what_to_write(tmp_path: Path) -> None:
    for rule in RULES:
        if rule.kinds:
            lay(rule.bad, tmp_path / rule.id, as_text=False)
            found = [finding for finding in check(tmp_path / rule.id) if finding.rule == rule.id]
            assert all(finding.hint and not finding.message.endswith(".") for finding in found), rule.id


def test_rules_that_need_the_day_or_the_texts_are_passed_over_without_them(tmp_path: Path) -> None:
    for rule in RULES:
        if rule.needs is not Needs.NOTHING:
            lay(rule.bad, tmp_path / rule.id, as_text=False)
            read = reading.read(tmp_path / rule.id)
            assert read.catalogue is not None
            found = run(read, verdicts.weigh_all(read.catalogue))
            assert rule.id not in {finding.rule for finding in found}


def _crash(_context: Context, claim: Claim) -> list[Problem]:
    if claim.id == "easing-within-hours":
        raise KeyError(claim.id)
    return [Problem(("title",), "seen", "go on")]


def test_a_rule_that_fails_is_a_finding_and_the_others_go_on() -> None:
    read = reading.read(LITTLE_BOOK)
    broken = dataclasses.replace(RULES[-1], id="broken", kinds=("claims",), check=_crash)
    found = run(read, {}, rules=[broken])
    assert [(finding.file, finding.rule) for finding in found] == [
        ("claims/efficacy/easing-within-hours.yml", "broken"),
        ("claims/side-effects/few-side-effects.yml", "broken"),
    ]
    assert found[0].message == "rule broken failed on easing-within-hours: KeyError: 'easing-within-hours'"
    assert "please report" in found[0].hint
    assert found[1].message == "seen"


def test_what_the_reader_finds_is_never_dropped() -> None:
    read = reading.read(LITTLE_BOOK)
    stray = Finding("book.yml", 1, 1, Level.ERROR, "not-known-to-any-rule", "something", "")
    assert run(dataclasses.replace(read, findings=(stray,)), {}, rules=[]) == (stray,)


def test_without_settings_the_readers_findings_remain(tmp_path: Path) -> None:
    lay("# book.yml (not there)", tmp_path / "book", as_text=True)
    assert [finding.rule for finding in check(tmp_path / "book")] == ["missing-file"]


LONG_QUOTE = """
appearances:
  - quote: can ease worries and make one feel better than one has in a long time
exceptions:
  - {rule: long-quote, reason: The fragment makes no sense without its end., until: %s}
"""


def _rules_found(example: str, book: Path, today: date | None) -> set[str]:
    lay(example, book, as_text=False)
    read = reading.read(book)
    assert read.catalogue is not None
    return {finding.rule for finding in run(read, verdicts.weigh_all(read.catalogue), today)}


def test_figures_of_a_retracted_study_are_not_shown_to_readers(tmp_path: Path) -> None:
    lay(
        """
numbers:
  - {outcome: fewer worries, per: 100, with: 10, without: 5, study: ret2019, finding: worries-scale}
""",
        tmp_path / "book",
        as_text=False,
    )
    (found,) = [finding for finding in check(tmp_path / "book") if finding.rule == "retracted-weight"]
    assert found.message == "these figures are of ret2019, retracted on 2024-03-01"
    assert "take this row out" in found.hint


def test_exemption_silences_one_rule_for_one_record(tmp_path: Path) -> None:
    assert _rules_found(LONG_QUOTE % "2099-01-01", tmp_path / "book", TODAY) == set()


def test_exemption_ends_on_its_day(tmp_path: Path) -> None:
    found = _rules_found(LONG_QUOTE % TODAY, tmp_path / "book", TODAY)
    assert found == {"long-quote", "expired-exemption"}


def test_exemption_holds_where_the_day_is_not_known(tmp_path: Path) -> None:
    assert _rules_found(LONG_QUOTE % "2020-01-01", tmp_path / "book", None) == set()


def test_exemption_from_a_rule_that_could_not_be_held_is_not_needless(tmp_path: Path) -> None:
    example = """
    exceptions:
      - {rule: review-overdue, reason: The new search is under way., until: 2099-01-01}
      - {rule: quote-not-in-text, reason: The text was changed since., until: 2099-01-01}
    """
    assert _rules_found(dedent(example), tmp_path / "a", None) == set()
    assert _rules_found(dedent(example), tmp_path / "b", TODAY) == {"needless-exemption"}


def test_a_broken_record_is_not_told_as_missing(tmp_path: Path) -> None:
    lay("# references/studies/zed2020.yml\ndesign: magic", tmp_path / "book", as_text=False)
    assert [finding.rule for finding in check(tmp_path / "book")] == ["unknown-code"]


def test_a_missing_file_is_told_once(tmp_path: Path) -> None:
    lay("# references/people.yml (not there)", tmp_path / "a", as_text=True)
    lay("# references/library.bib (not there)", tmp_path / "b", as_text=True)
    assert [finding.rule for finding in check(tmp_path / "a")] == ["missing-file"]
    assert [finding.rule for finding in check(tmp_path / "b")] == ["missing-file"]


@pytest.mark.parametrize("name", ["awful", "unreadable"])
def test_everything_wrong_with_one_record_is_told_at_once(name: str, tmp_path: Path) -> None:
    lay(f"# claims/efficacy/{name}.yml (like ../{name}.yml)", tmp_path / "book", as_text=True)
    found = [f"{one.file}:{one.line}:{one.column} {one.level} {one.rule}" for one in check(tmp_path / "book")]
    assert found == (BAD / f"{name}.expected").read_text(encoding="utf-8").splitlines()


ALIAS_OF_BOTH = """
aliases: [an-old-name]
# claims/side-effects/few-side-effects.yml
aliases: [an-old-name]
"""

CHECKED_WITHOUT_SOURCE = """
appearances:
  - cites: none
    cites_check: found
"""


@pytest.mark.parametrize(
    ("example", "rule", "message"),
    [
        (ALIAS_OF_BOTH, "alias-collision", '"an-old-name" is also a former id of few-side-effects'),
        (CHECKED_WITHOUT_SOURCE, "unchecked-source", "a source was looked up that the article does not name"),
        ("related: [easing-in-hours]", "unknown-claim", 'there is no claim "easing-in-hours"'),
    ],
)
def test_further_mistakes(example: str, rule: str, message: str, tmp_path: Path) -> None:
    lay(example, tmp_path / "book", as_text=False)
    assert (rule, message) in [(finding.rule, finding.message) for finding in check(tmp_path / "book")]


RENAMED = """
aliases: [easing-in-minutes]
# claims/side-effects/few-side-effects.yml
related: [easing-in-minutes]
"""


def test_a_former_name_is_answered_with_the_name_of_now(tmp_path: Path) -> None:
    """The nearest name would be that of another claim."""
    lay(RENAMED, tmp_path / "book", as_text=False)
    hints = [finding.hint for finding in check(tmp_path / "book") if finding.rule == "unknown-claim"]
    assert hints == ['it was renamed: write "easing-within-hours"']


ASSURANCE = """
# claims/side-effects/few-side-effects.yml
grading: {long_term_covered: %s}
evidence: [{bearing: supports}]
rating: {verdict: unsupported, certainty: very-low, date: 2026-11-22, by: [project-editors]}
# references/studies/abe2010.yml
findings: [{follow_up_days: %s}]
"""


@pytest.mark.parametrize(
    ("covered", "days", "wrong"), [("true", 179, True), ("true", 180, False), ("", 180, True), ("false", 1, False)]
)
def test_long_term_is_half_a_year(covered: str, days: int, wrong: bool, tmp_path: Path) -> None:  # noqa: FBT001
    lay(ASSURANCE % (covered, days), tmp_path / "book", as_text=False)
    assert ("long-term-unanswered" in {finding.rule for finding in check(tmp_path / "book")}) is wrong


WAITING = """
# references/studies/new2024.yml (like references/studies/zed2020.yml)
key: new2024
%s
"""


@pytest.mark.parametrize(("field", "told"), [("", True), ("status: incomplete", False), ("seen: record-only", False)])
def test_studies_that_may_not_carry_a_claim_yet_wait_without_a_warning(
    field: str, tmp_path: Path, *, told: bool
) -> None:
    lay(WAITING % field, tmp_path / "book", as_text=False)
    assert ("unused-studies" in {finding.rule for finding in check(tmp_path / "book")}) is told


STEP_UP = """
grading:
  down: {risk-of-bias: {by: 0}, imprecision: {by: 0}}
  up: {large-effect: {by: 1, reason: Nearly everybody in zed2020 improved.}}
# references/studies/zed2020.yml
design: %s
control: other-group
"""


@pytest.mark.parametrize(("design", "wrong"), [("rct-parallel", True), ("cohort", False), ("case-series", True)])
def test_only_what_starts_low_may_go_up(design: str, wrong: bool, tmp_path: Path) -> None:  # noqa: FBT001
    lay(STEP_UP % design, tmp_path / "book", as_text=False)
    assert ("upgrade-not-allowed" in {finding.rule for finding in check(tmp_path / "book")}) is wrong


BOTH_CITED = """
evidence:
  - {study: zed2020, finding: worries-scale, bearing: supports}
  - {study: rev2021, finding: pooled, bearing: supports}
# references/studies/zed2020.yml
covers: [%s]
study_id: first
# references/studies/rev2021.yml
covers: [zed2020]
study_id: %s
"""


@pytest.mark.parametrize(
    ("covers", "study_id", "circular"),
    [("", "second", False), ("rev2021", "second", True), ("zed2020", "second", True), ("", "first", False)],
)
def test_what_records_of_reviews_contain_need_not_be_said_again_but_must_not_go_in_a_circle(
    covers: str, study_id: str, tmp_path: Path, *, circular: bool
) -> None:
    lay(BOTH_CITED % (covers, study_id), tmp_path / "book", as_text=False)
    about_overlap = {finding.rule for finding in check(tmp_path / "book")} & {"covered-in-a-circle", "counted-twice"}
    assert about_overlap == ({"covered-in-a-circle"} if circular else set())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("People got 0.5 mg of it.", True),
        ("People got 0.5 mg for each kilogram.", False),
        ("People got 0.5 mg for\n  each kilogram.", False),
        ("People got 0.5 mg/kg.", False),
        ("People got 7 mg of it.", False),
    ],
)
def test_a_dose_by_weight_keeps_its_unit(text: str, tmp_path: Path, *, told: bool) -> None:
    lay(f'detail: "{text} [@zed2020]"', tmp_path / "book", as_text=False)
    assert ("amount-without-weight" in {finding.rule for finding in check(tmp_path / "book")}) is told


def test_a_dose_that_a_source_gives_both_ways_may_stand_alone(tmp_path: Path) -> None:
    example = 'detail: "People got 0.5 mg. [@zed2020]"\n# references/studies/zed2020.yml\ncomparator: 0.5 mg of saline'
    lay(example, tmp_path / "book", as_text=False)
    assert "amount-without-weight" not in {finding.rule for finding in check(tmp_path / "book")}
