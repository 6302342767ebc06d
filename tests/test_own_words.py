"""Nothing in the project was copied from an article; records are held against them by the rule copied-text."""

import re
import subprocess
from pathlib import Path

import pytest

from books import NOT_AT_HAND, REPOSITORY, TEXTS
from claimbook.reading import read, read_texts
from claimbook.rules.words import OVERLAP, runs_of
from examples import check, lay

QUOTED = re.compile(r"“[^”]*”")
COPIED = "It works by calming the part of the brain that sounds the alarm in times of stress."
FRAGMENTS = {
    "title of a claim": "title: >-\n  calming the part of the brain that sounds the alarm in times of stress",
    "scope": "scope: {outcome: %s}",
    "for whom": "holds_for: [%s]",
    "note": "evidence: [{note: %s}]",
    "reason of a step": "grading: {down: {imprecision: {reason: %s}}}",
    "absolute numbers": "numbers: [{outcome: %s, per: 12, with: 9, study: zed2020, finding: worries-scale}]",
    "history": "history: [{date: 2026-11-22, kind: added, text: %s}]",
    "study": "# references/studies/zed2020.yml\nlimitations: [%s]",
    "summary of an article": "# references/articles/toy-article.yml\nsummary: %s",
    "answer about an article": "# references/articles/toy-article.yml\nchecks: {costs: {note: %s}}",
    "what an article leaves out": "# references/articles/toy-article.yml\nomissions: [%s]",
    "reason of what was skipped": "# references/articles/toy-article.yml\nskipped: [{reason: %s}]",
    "search": "# references/searches/toy-search.yml\nresult: %s",
    "standing": "# references/standing.yml\nhow: %s",
    "people": "# references/people.yml\npeople: [{role: %s}]",
    "book": "# book.yml\nabout: %s",
}


@pytest.mark.parametrize("where", FRAGMENTS)
def test_words_of_an_article_are_found_wherever_a_record_holds_text(where: str, tmp_path: Path) -> None:
    lay(FRAGMENTS[where].replace("%s", COPIED), tmp_path / "book", as_text=False)
    assert "copied-text" in {finding.rule for finding in check(tmp_path / "book")}


@pytest.mark.parametrize(
    "as_printed",
    [
        "appearances: [{quote: %s}]",
        "appearances: [{heading: %s}]",
        "# references/articles/toy-article.yml\ntitle: %s",
        "# references/articles/toy-article.yml\nheadings: [%s]",
        "detail: As one article has it, “%s”",
    ],
)
def test_what_is_shown_as_an_articles_words_may_be_its_words(as_printed: str, tmp_path: Path) -> None:
    lay(as_printed.replace("%s", COPIED), tmp_path / "book", as_text=False)
    assert "copied-text" not in {finding.rule for finding in check(tmp_path / "book")}


@pytest.mark.skipif(not TEXTS.is_dir(), reason=NOT_AT_HAND)
def test_no_other_file_holds_words_of_an_article() -> None:
    articles = read(REPOSITORY).catalogue.articles
    texts = read_texts(TEXTS, articles).known
    assert texts, NOT_AT_HAND
    runs = {run: id_ for id_, text in texts.items() for run in runs_of(text)}
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout.decode()
    files = [Path(name) for name in listed.split("\0") if name and not name.startswith(("claims/", "references/"))]
    copied = [(file, run, runs[run]) for file in files for run in own_runs(REPOSITORY / file) if run in runs]
    assert len(files) > 100
    assert copied == [], f"{OVERLAP} words in a row that also stand in an article"


def own_runs(file: Path) -> list[str]:
    """Every run of words outside marked quotations; none of what is no text."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    return [run for part in QUOTED.split(text) for run in runs_of(part)]
