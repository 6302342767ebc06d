"""The verbs that tell: how a claim was rated, what is in a book, what should be looked at again."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli import app
from claimbook.exports import schemas
from schema_check import problems

TOY = Path(__file__).parent / "toy"
ASLEEP = "asleep-within-an-hour"


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def run(*arguments, root=TOY):
    result = CliRunner().invoke(app, [*arguments, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def flat(text):
    return " ".join(text.split())


def holds_to_schema(name, text):
    file, schema = json.loads(text), json.loads(schemas.render(name))
    assert [*problems(file, schema, schema)] == []
    return file


def test_explain_goes_from_the_evidence_to_the_rating():
    result = run("explain", ASLEEP)
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80
    assert "\x1b" not in result.output
    said = flat(result.output)
    order = (
        "Confirmed: Partly supported · Very low certainty.",
        "The rule suggests: Partly supported · Very low certainty.",
        "Second rating, 2026-11-06, by A second reader & friend:",
        "alder2001mint Backs it",
        "The evidence starts at high certainty.",
        "Imprecision -2 -2",
        "Suggestion: Partly supported · Very low certainty",
        "Worded far",
    )
    places = [said.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("claim", sorted(path.stem for path in TOY.glob("claims/*/*.yml")))
def test_every_claim_can_be_explained(claim):
    result = run("explain", claim)
    assert result.exit_code == 0
    assert claim in result.output
    assert holds_to_schema("claim", run("explain", claim, "--format", "json").output)["claim"]["id"] == claim


def test_a_claim_that_is_not_there_is_wrong_usage():
    result = run("explain", "asleep-in-an-hour")
    assert result.exit_code == 2
    assert f'did you mean "{ASLEEP}"?' in flat(result.output.replace("│", " "))


def test_a_claim_with_gaps_is_told_by_findings(tmp_path):
    book = shutil.copytree(TOY, tmp_path / "book")
    (book / "references/studies/birch2003night.yml").unlink()
    result = run("explain", ASLEEP, root=book)
    assert result.exit_code == 1
    assert "error unknown-study" in result.output


def test_a_book_without_settings_is_told_by_findings(tmp_path):
    result = run("stats", root=tmp_path)
    assert result.exit_code == 1
    assert "book.yml:1:1: error missing-file" in result.output


def test_stats_count_claims_by_all_their_words():
    said = flat(run("stats").output)
    assert "11 claims in 2 articles, 15 studies, 15 sources" in said
    assert "1 Withdrawn withdrawn" in said
    file = holds_to_schema("stats", run("stats", "--format", "json").output)
    assert (file["claims"], file["unrated"], file["rated_twice"]) == (11, 2, 3)
    assert file["oldest"] == {"claim": ASLEEP, "rated": "2026-11-05"}
    assert sum(file["counts"]["category"].values()) == file["claims"]
    assert sum(file["counts"]["verdict"].values()) == file["claims"] - file["unrated"]
    assert file["counts"]["standing"] == {"corrected": 1, "concern": 1, "retracted": 1}


def test_nothing_is_due_on_a_good_day():
    result = run("overdue", "--today", "2026-11-22", "--fail")
    assert (result.exit_code, result.output) == (0, "Nothing is due.\n")
    assert run("overdue", "--today", "2026-11-22", "--format", "markdown").output == "Nothing is due.\n"


def test_what_is_due_stands_by_importance():
    file = holds_to_schema("overdue", run("overdue", "--today", "2027-12-01", "--format", "json").output)
    ranks = [one["importance"] for one in file["checks"]]
    assert file["checks"][0]["what"] == "standing"
    assert file["checks"][-1]["what"] == "search"
    assert ranks[1:-1] == sorted(ranks[1:-1], key=["critical", "important", "minor"].index)
    assert file["overdue"] == len(file["checks"])
    ids = {one["id"] for one in file["checks"]}
    assert "helps-children" not in ids or ASLEEP in ids


def test_days_ahead_are_told_apart_from_what_is_late():
    early = run("overdue", "--today", "2026-11-30", "--fail")
    assert (early.exit_code, early.output) == (0, "Nothing is due.\n")
    soon = run("overdue", "--today", "2026-11-30", "--within", "1", "--fail")
    assert soon.exit_code == 0
    assert "0 overdue, 1 due soon" in soon.output
    assert "in 1 day" in soon.output
    late = run("overdue", "--today", "2026-12-02")
    assert late.exit_code == 0
    assert "1 day ago" in late.output
    assert run("overdue", "--today", "2026-12-02", "--fail").exit_code == 1


def test_markdown_of_what_is_due_is_a_table():
    lines = run("overdue", "--today", "2027-12-01", "--format", "markdown").output.splitlines()
    rows = [line for line in lines if line.startswith("| 20")]
    assert {line.count("|") for line in rows} == {5}
    assert "<b>" not in "".join(lines)
