"""Every rule finds what its manual page says, and nothing else does."""

from pathlib import Path

import pytest

from claimbook.rules import RULES, Rule
from examples import check, lay

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
