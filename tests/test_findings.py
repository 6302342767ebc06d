"""What is wrong, as people, GitHub and programs read it."""

import json

import pytest

from claimbook.findings import Finding, Format, Level, render, suggest

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
        "    explained at rules/review-overdue/\n"
        'claims/sleep/x.yml:14:12: error unknown-study: no study "alder2010"\n'
        '    hint: did you mean "alder2001"?   explained at rules/unknown-study/\n'
        "2 findings in 1 of 161 files\n"
    )


def test_one_finding_is_one_finding_and_none_is_none():
    assert render([OVERDUE], Format.TEXT, 2).endswith("\n1 finding in 1 of 2 files\n")
    assert render([], Format.TEXT, 2) == "no findings in 2 files\n"


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
