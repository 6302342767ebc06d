"""What is wrong, as people, GitHub and programs read it."""

import json

import pytest

from claimbook.exports import schemas
from claimbook.findings import Finding, Format, Level, Manual, as_table, render, suggest
from sarif import LOG
from schema_check import problems

BAD_STUDY = Finding(
    "claims/sleep/x.yml",
    14,
    12,
    Level.ERROR,
    "unknown-study",
    'no study "alder2010"',
    'did you mean "alder2001"?',
)
OVERDUE = Finding("claims/sleep/x.yml", 9, 3, Level.WARNING, "review-overdue", "due 2026-01-01")


def test_text_is_sorted_by_place_and_ends_in_a_count():
    assert render([BAD_STUDY, OVERDUE], Format.TEXT, 161) == (
        "claims/sleep/x.yml:9:3: warning review-overdue: due 2026-01-01\n"
        "    explained by: check --explain review-overdue\n"
        'claims/sleep/x.yml:14:12: error unknown-study: no study "alder2010"\n'
        '    hint: did you mean "alder2001"?   explained by: check --explain unknown-study\n'
        "2 findings in 1 of 161 files\n"
    )


def test_one_finding_is_one_finding_and_none_is_none():
    assert render([OVERDUE], Format.TEXT, 2).endswith("\n1 finding in 1 of 2 files\n")
    assert render([], Format.TEXT, 2) == "no findings in 2 files\n"


def many(number, level=Level.ERROR, file="a.yml"):
    return [Finding(file, line, 1, level, "empty-item", f"wrong {line}", "mend it") for line in range(1, number + 1)]


def test_where_several_files_are_wrong_a_table_names_them_worst_first():
    text = render([*many(2, file="b.yml"), OVERDUE, *many(1, file="z.yml")], Format.TEXT, 9)
    assert text.endswith(
        "\n\n  2 errors   b.yml\n  1 warning  claims/sleep/x.yml\n  1 error    z.yml\n\n4 findings in 3 of 9 files\n"
    )


def test_a_long_table_is_cut_and_says_so():
    findings = [Finding(f"{number:02}.yml", 1, 1, Level.ERROR, "empty-item", "wrong") for number in range(15)]
    text = render(findings, Format.TEXT, 15)
    assert "  1 error  11.yml\n  … and 3 more files\n\n15 findings in 15 of 15 files\n" in text


def test_lines_sort_as_numbers():
    later = Finding("a.yml", 10, 1, Level.ERROR, "empty-item", "later")
    earlier = Finding("a.yml", 9, 1, Level.ERROR, "empty-item", "earlier")
    assert sorted([later, earlier]) == [earlier, later]


def test_what_a_bad_file_holds_cannot_steer_a_terminal():
    nasty = Finding("a.yml", 1, 1, Level.ERROR, "unknown-key", "key \x1b[2J\nnext", "\u2028 hint")
    text = render([nasty], Format.TEXT, 1)
    assert "\x1b" not in text
    assert r"key \x1b[2J\nnext" in text
    assert r"hint: \u2028 hint" in text
    assert len(text.splitlines()) == 3


def test_github_annotations_are_escaped():
    odd = Finding("claims/a,b:c.yml", 3, 7, Level.WARNING, "too-long", "50 % more\r\nthan: allowed, so", "cut, it")
    annotation, count = render([odd], Format.GITHUB, 1).splitlines()
    assert annotation == (
        "::warning file=claims/a%2Cb%3Ac.yml,line=3,col=7,title=too-long::50 %25 more%0D%0Athan: allowed, so (cut, it)"
    )
    assert count == "1 finding in 1 of 1 files"


def test_what_github_would_drop_is_in_the_log_and_counted():
    lines = render([*many(12), *many(3, Level.WARNING, "b.yml")], Format.GITHUB, 9).splitlines()
    assert [line.partition(" ")[0] for line in lines[:13]] == ["::error"] * 10 + ["::warning"] * 3
    assert lines[13].startswith("a.yml:11:1: error empty-item: wrong 11")
    assert lines[-2] == "::notice title=More findings::2 more in 1 file: see the log, or the summary"
    assert lines[-1] == "15 findings in 2 of 9 files"


def test_the_summary_of_a_job_holds_all_and_nothing_that_acts():
    nasty = Finding("a|b.yml", 1, 2, Level.ERROR, "unknown-key", "<img src=x> | [x](javascript:)\n# y", "`write`")
    table = as_table([*many(12), nasty], 9)
    assert table.startswith(
        "## Check\n\n13 findings in 2 of 9 files.\n\n| File | Found |\n| --- | --- |\n| a.yml | 12 errors |"
    )
    assert table.count("| error empty-item |") == 12
    assert r"| a\|b.yml:1:2 | error unknown-key | &lt;img src=x&gt; \| \[x\](javascript:)\\n\# y | \`write\` |" in table
    assert as_table([], 9) == "## Check\n\nno findings in 9 files.\n"


def test_the_table_of_a_summary_stays_below_what_github_takes():
    table = as_table(many(1200), 9)
    assert table.count("| error empty-item |") == 1000
    assert table.endswith("\n200 more findings are in the log.\n")


def test_json_is_what_its_published_schema_says():
    schema = json.loads(schemas.render("check"))
    report = json.loads(render([BAD_STUDY, OVERDUE], Format.JSON, 161))
    assert [*problems(report, schema, schema)] == []
    report["findings"][0]["level"] = "fatal"
    assert [*problems(report, schema, schema)] == ["$.findings[0].level: 'fatal' is no code of its vocabulary"]
    assert all(
        field["description"]
        for one in (schema, *schema["$defs"].values())
        for field in one.get("properties", {}).values()
    )


MANUALS = [
    Manual(
        "unknown-study", Level.ERROR, "A claim rests on studies.", "Why.", "https://example.org/rules/unknown-study/"
    ),
    Manual("review-overdue", Level.WARNING, "Ratings are looked at again.", "Why.", ""),
]


def test_sarif_is_what_the_standard_asks_for():
    other = Finding("claims/a b/é.yml", 3, 7, Level.ERROR, "of-nobody", "wrong")
    log = json.loads(render([BAD_STUDY, OVERDUE, other], Format.SARIF, 161, MANUALS))
    assert [*problems(log, LOG, LOG)] == []
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [
        (rule["id"], rule["defaultConfiguration"]["level"], "helpUri" in rule)
        for rule in run["tool"]["driver"]["rules"]
    ] == [
        ("unknown-study", "error", True),
        ("review-overdue", "warning", False),
    ]
    odd, overdue, study = run["results"]
    assert odd["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "claims/a%20b/%C3%A9.yml", "uriBaseId": "BOOK"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert [one.get("ruleIndex") for one in (odd, overdue, study)] == [None, 1, 0]
    assert (study["level"], study["message"]["text"]) == ("error", 'no study "alder2010": did you mean "alder2001"?')


def test_json_holds_everything():
    report = json.loads(render([BAD_STUDY, OVERDUE], Format.JSON, 161))
    assert report["schema_version"] == 1
    assert report["counts"] == {"errors": 1, "warnings": 1, "files": 161}
    assert [finding["line"] for finding in report["findings"]] == [9, 14]
    assert report["findings"][1] == {
        "file": "claims/sleep/x.yml",
        "line": 14,
        "column": 12,
        "level": "error",
        "rule": "unknown-study",
        "message": 'no study "alder2010"',
        "hint": 'did you mean "alder2001"?',
    }


@pytest.mark.parametrize(
    ("word", "hint"),
    [("taylor2081", 'did you mean "taylor2018"?'), ("efficcy", 'did you mean "efficacy"?'), ("xyz", ""), ("", "")],
)
def test_only_what_is_near_is_suggested(word, hint):
    assert suggest(word, ["taylor2018", "efficacy", "mechanism"]) == hint


def test_nothing_is_suggested_from_nothing():
    assert suggest("word", []) == ""
