"""What a change means: nothing that moves a rating passes unseen, and reviewers are told what they want first."""

import dataclasses
import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from books import REPOSITORY
from claimbook.cli import app
from claimbook.exports import schemas
from claimbook.model import Catalogue, Claim, StandingKind, Term
from claimbook.pages import render as render_pages
from claimbook.printing import comparison_markdown, comparison_text
from claimbook.printing.shortly import shortly
from claimbook.revisions import (
    Change,
    Comparison,
    Kind,
    RevisionError,
    State,
    compare,
    read_folder,
    read_revision,
    resolve,
    summarise,
)
from claimbook.revisions.addresses import addresses
from claimbook.verdicts import weigh_all
from claimbook.views import shelve
from schema_check import problems

TOY = Path(__file__).parent / "toy"
ASLEEP = "claims/sleep/asleep-within-an-hour.yml"


@pytest.fixture
def book(tmp_path):
    """A copy of the toy book that a test may change."""
    return shutil.copytree(TOY, tmp_path / "book")


@pytest.fixture(scope="module")
def toy():
    return read_folder(TOY)


def edit(book, file, *pairs):
    path = book / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def found(comparison, kind, id_=None):
    return [one for one in comparison.changes if one.kind is kind and id_ in (None, one.id)]


def told(comparison, kind, id_=None):
    return [(one.what, one.before, one.after) for one in found(comparison, kind, id_)]


# What reviewers are told


def test_nothing_changed_is_said_in_one_line(toy, book):
    comparison = compare(toy, read_folder(book))
    assert not comparison.changes
    assert comparison_text.render(comparison) == "working tree → working tree\nNothing changed in meaning.\n"


def test_a_rating_is_told_before_and_after_with_what_the_rule_says(toy, book):
    edit(book, ASLEEP, ("  certainty: very-low\n  date", "  certainty: low\n  date"))
    comparison = compare(toy, read_folder(book))
    (change,) = found(comparison, Kind.RATING)
    assert (change.id, change.before, change.after) == (
        "asleep-within-an-hour",
        "Partly supported · Very low certainty",
        "Partly supported · Low certainty",
    )
    assert "The rule suggests “Partly supported · Very low certainty”. No reason is given" in change.note
    assert "history does not tell of it: add a line of kind rating" in change.note
    assert comparison.changes[0] is change
    assert summarise(comparison.changes).startswith("1 rating changes; ")


def test_what_the_rule_suggests_is_told_where_the_rating_stays(toy, book):
    edit(book, ASLEEP, ("imprecision: {by: 2", "imprecision: {by: 1"))
    comparison = compare(toy, read_folder(book))
    (change,) = found(comparison, Kind.SUGGESTION)
    assert (change.before, change.after) == (
        "Partly supported · Very low certainty",
        "Partly supported · Low certainty",
    )
    assert "The rating stays Partly supported · Very low certainty. " in change.note
    assert "No reason is given" in change.note
    assert not found(comparison, Kind.RATING)
    assert ("grading, down, imprecision, by", "2", "1") in told(comparison, Kind.JUDGEMENT)


def test_evidence_that_is_judged_anew_is_told_with_whether_it_counts(toy, book):
    edit(book, ASLEEP, ("bearing: supports\n    risk_of_bias: high", "bearing: context\n    risk_of_bias: high"))
    changes = told(compare(toy, read_folder(book)), Kind.EVIDENCE)
    assert ("alder2001mint · asleep-in-an-hour, bearing", "Backs it", "Background") in changes
    assert ("alder2001mint · asleep-in-an-hour, whether it counts", "Counts", "Background") in changes


def test_evidence_that_is_added_or_taken_out_is_told(toy, book):
    item = "  - {study: larch2005dream, finding: asleep-at-once, bearing: context, note: Retracted.}\n"
    edit(book, ASLEEP, (item, ""))
    out = compare(toy, read_folder(book))
    assert ("larch2005dream · asleep-at-once, whether it counts", "Background", "") in told(out, Kind.EVIDENCE)
    back = compare(read_folder(book), toy)
    assert ("larch2005dream · asleep-at-once, whether it counts", "", "Background") in told(back, Kind.EVIDENCE)


def test_a_figure_of_a_study_names_the_claims_that_rest_on_it(toy, book):
    edit(book, "references/studies/alder2001mint.yml", ("\nn: 18", "\nn: 180"))
    comparison = compare(toy, read_folder(book))
    (change,) = [one for one in found(comparison, Kind.FIGURES) if one.what == "n"]
    assert (change.id, change.before, change.after) == ("alder2001mint", "18", "180")
    assert change.claims[0] == "asleep-within-an-hour"
    assert "It counts for asleep-within-an-hour" in change.note


def test_wording_moves_by_passage_and_by_article(toy, book):
    edit(book, ASLEEP, ("force: qualified\n    cites", "force: tentative\n    cites"))
    comparison = compare(toy, read_folder(book))
    place = "The Traveller's Cup, After the Flight, 1"
    assert told(comparison, Kind.WORDING) == [
        (place, "Worded too strongly", "Worded a little too strongly"),
        (f"{place}: force", "Qualified", "Tentative"),
    ]
    (moved,) = told(comparison, Kind.ARTICLE)
    assert moved[0] == "wording"
    assert "worded too strongly" in moved[1]
    assert "1 worded a little too strongly" in moved[2]


def test_a_retraction_names_the_claims_affected(toy, book):
    row = (
        "  - {key: alder2001mint, kind: retracted, date: 2026-11-20, notice: https://example.org/n, text: Withdrawn.}\n"
    )
    edit(book, "references/standing.yml", ("sources:\n", f"sources:\n{row}"))
    comparison = compare(toy, read_folder(book))
    (change,) = found(comparison, Kind.STANDING)
    assert (change.id, change.before, change.after) == ("alder2001mint", "as published", "Retracted")
    assert "asleep-within-an-hour" in change.claims
    fate = ("alder2001mint · asleep-in-an-hour, whether it counts", "Counts", "Retracted")
    assert fate in told(comparison, Kind.EVIDENCE, "asleep-within-an-hour")
    cleared = compare(read_folder(book), toy)
    assert told(cleared, Kind.STANDING) == [("standing", "Retracted", "as published")]


def test_claims_come_and_are_withdrawn(toy, book):
    old = book / "claims/sleep/eases-jet-lag.yml"
    text = old.read_text(encoding="utf-8")
    (book / "claims/sleep/eases-journeys.yml").write_text(text.replace("id: eases-jet-lag", "id: eases-journeys"))
    edit(book, ASLEEP, ("status: published", "status: withdrawn\n  reason: Nobody says it any more."))
    changes = {one.id: one for one in found(compare(toy, read_folder(book)), Kind.CLAIM)}
    assert changes["eases-journeys"].what == "added"
    withdrawn = changes["asleep-within-an-hour"]
    assert (withdrawn.what, withdrawn.after, withdrawn.note) == (
        "withdrawn",
        "Withdrawn",
        "Nobody says it any more.",
    )


def rename(book, *, alias):
    old = book / "claims/sleep/keeps-working.yml"
    text = old.read_text(encoding="utf-8").replace("id: keeps-working", "id: works-for-weeks", 1)
    (book / "claims/sleep/works-for-weeks.yml").write_text(text + ("aliases: [keeps-working]\n" if alias else ""))
    old.unlink()
    edit(book, ASLEEP, ("related: [keeps-working", "related: [works-for-weeks"))


def test_a_claim_that_is_renamed_keeps_its_address(toy, book):
    rename(book, alias=True)
    comparison = compare(toy, read_folder(book))
    assert told(comparison, Kind.CLAIM) == [("renamed", "keeps-working", "works-for-weeks")]
    assert not comparison.broken


def test_a_claim_that_is_removed_is_an_error(toy, book):
    rename(book, alias=False)
    comparison = compare(toy, read_folder(book))
    (gone,) = found(comparison, Kind.REMOVED)
    assert (gone.id, "aliases" in gone.note) == ("keeps-working", True)
    assert comparison.changes[0].kind is Kind.REMOVED
    assert comparison.broken


@pytest.mark.parametrize(
    ("file", "edits", "path"),
    [
        (ASLEEP, [("aliases: [sleep-in-an-hour, asleep-at-once]", "aliases: [asleep-at-once]")], "sleep-in-an-hour"),
        (ASLEEP, [("outcomes: [first-hour]", "outcomes: []")], "outcomes/first-hour/"),
    ],
)
def test_an_address_that_leads_nowhere_is_an_error(toy, book, file, edits, path):
    for other in book.glob("claims/*/*.yml"):
        text = other.read_text(encoding="utf-8")
        if other.name != Path(file).name:
            other.write_text(text.replace("first-hour", "whole-night"), encoding="utf-8")
    edit(book, file, *edits)
    comparison = compare(toy, read_folder(book))
    assert any(path in one.id for one in found(comparison, Kind.ADDRESS))
    assert comparison.broken


def test_addresses_are_those_of_the_pages_that_are_built(toy):
    files = {file.path for file in render_pages(toy.shelf) if file.path.endswith(".md")}
    pages = {path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for path in files}
    known = set(addresses(toy.shelf))
    assert known <= pages
    kinds = ("claims/", "references/", "articles/", "categories/", "conditions/", "outcomes/")
    rest = {page for page in pages - known if page.startswith(kinds) and page not in kinds}
    assert rest == set()


def test_settings_people_searches_and_library_are_told(toy, book):
    edit(book, "book.yml", ("label: Does it help?", "label: Does it bring sleep?"))
    edit(book, "references/people.yml", ("interests: ", "interests: Owns a mint farm. "))
    edit(book, "references/searches/mint-tea-2026-11.yml", ("question: What", "question: Now what"))
    edit(book, "references/library.bib", ("year", "note = {new},\n  year"))
    edit(book, "references/standing.yml", ("checked: 2026-11-01", "checked: 2026-11-02"))
    comparison = compare(dataclasses.replace(toy, rule_set="1.0.0"), read_folder(book))
    told_of = {(one.record, one.what) for one in found(comparison, Kind.RECORD)}
    assert told_of >= {
        ("book", "categories, sleep, label"),
        ("person", "interests"),
        ("search", "question"),
        ("rule", "version of the published rule"),
        ("standing", "check of all sources"),
    }


# Nothing passes unseen


def mutants(value):
    """The same value with one thing changed somewhere in it, again and again."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from (with_field(value, field.name, one) for one in mutants(getattr(value, field.name)))
    elif isinstance(value, dict):
        yield from ({**value, key: one} for key, inner in value.items() for one in mutants(inner))
        yield from ({key: value[key] for key in value if key != gone} for gone in value)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from ((*value[:place], one, *value[place + 1 :]) for one in mutants(inner))
            yield (*value[:place], *value[place + 1 :])
    else:
        yield from other_values(value)


def other_values(value):
    if isinstance(value, Term):
        yield from (one for one in type(value) if one is not value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
        yield value * 100
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif isinstance(value, str):
        yield f"{value}x"


def with_field(record, name, value):
    """The same record with another value in one field, whether or not the reader would let it pass."""
    copy = object.__new__(type(record))
    for field in dataclasses.fields(record):
        object.__setattr__(copy, field.name, value if field.name == name else getattr(record, field.name))
    return copy


def state_of(catalogue: Catalogue, like: State) -> State:
    return dataclasses.replace(like, shelf=shelve(catalogue, weigh_all(catalogue)))


WEIGHED = ("type", "force", "appearances", "evidence", "grading", "rating", "review", "search", "scope", "importance")
"""Fields of a claim of which some move a rating, a suggestion or a wording."""


def changed_catalogues(catalogue):
    """Books in which one thing differs that may move a rating, each with the record in which it does."""
    for id_, claim in catalogue.claims.items():
        for name in WEIGHED:
            for value in mutants(getattr(claim, name)):
                other = with_field(claim, name, value)
                yield id_, dataclasses.replace(catalogue, claims={**catalogue.claims, id_: other})
    for key, study in catalogue.studies.items():
        for other in mutants(study):
            if other.key == key:
                yield key, dataclasses.replace(catalogue, studies={**catalogue.studies, key: other})
    for key, one in catalogue.standing.items():
        others = [with_field(one, "kind", kind) for kind in StandingKind if kind is not one.kind]
        yield from ((key, dataclasses.replace(catalogue, standing={**catalogue.standing, key: o})) for o in others)
        gone = {other: catalogue.standing[other] for other in catalogue.standing if other != key}
        yield key, dataclasses.replace(catalogue, standing=gone)


def outcome(claim: Claim, state: State):
    """What a mutant must not move unseen: what readers see, and what the rule makes of it."""
    rating, suggestion = claim.rating, state.shelf.suggestions[claim.id]
    shown = (rating.verdict, rating.certainty, claim.grading.fact_basis) if rating else None
    return shown, (suggestion.verdict, suggestion.certainty), state.shelf.wordings[claim.id]


KINDS = ({Kind.RATING, Kind.CLAIM, Kind.JUDGEMENT}, {Kind.SUGGESTION}, {Kind.WORDING})


def test_no_change_that_moves_a_rating_passes_unseen(toy):
    moved = [0, 0, 0]
    for record, catalogue in changed_catalogues(toy.catalogue):
        state = state_of(catalogue, toy)
        comparison = compare(toy, state)
        assert any(record in (one.id, *one.claims) for one in comparison.changes), record
        for id_, claim in catalogue.claims.items():
            before, after = outcome(toy.catalogue.claims[id_], toy), outcome(claim, state)
            kinds = {one.kind for one in comparison.changes if one.id == id_}
            for place, (old, new) in enumerate(zip(before, after, strict=True)):
                moved[place] += old != new
                assert old == new or kinds & KINDS[place], (record, id_, old, new)
    assert min(moved) > 20


# Earlier revisions, out of git


def git(folder, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The toy book, committed on its branch below the top of a repository."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    top = tmp_path / "top"
    shutil.copytree(TOY, top / "books" / "tea")
    git(tmp_path, "init", "-q", "-b", "trunk", str(top))
    git(top, "add", "-A")
    git(top, "commit", "-qm", "First")
    return top / "books" / "tea"


def run(book, *arguments):
    result = CliRunner().invoke(app, ["diff", "--root", str(book), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_revision_is_read_without_a_trace(kept):
    edit(kept, ASLEEP, ("  certainty: very-low\n  date", "  certainty: low\n  date"))
    before = git(kept, "status", "--porcelain=v2", "--branch")
    index = (kept.parent.parent / ".git" / "index").read_bytes()
    result = run(kept, "HEAD")
    assert result.exit_code == 0
    assert "rating: Partly supported · Very low certainty → Partly supported · Low certainty" in result.output
    assert (kept.parent.parent / ".git" / "index").read_bytes() == index
    assert git(kept, "status", "--porcelain=v2", "--branch") == before


def test_without_a_revision_the_branch_of_the_book_is_taken(kept):
    edit(kept, "book.yml", ("label: Does it help?", "label: Does it bring sleep?"))
    result = run(kept)
    assert result.exit_code == 0
    assert "(where this parted from trunk) → working tree" in result.output
    git(kept, "branch", "-m", "trunk", "other")
    result = run(kept)
    assert result.exit_code == 2
    assert 'neither "origin/trunk" nor "trunk"' in " ".join(result.output.split())


def test_two_revisions_can_be_compared(kept):
    edit(kept, ASLEEP, ("  certainty: very-low\n  date", "  certainty: low\n  date"))
    git(kept, "commit", "-qam", "Second")
    result = run(kept, "HEAD~1", "--to", "HEAD")
    assert "1 rating changes" in result.output
    assert "Nothing changed" in run(kept, "HEAD").output


@pytest.mark.parametrize("name", ["nothing-like-it", "--output=x", "HEAD~9", ""])
def test_an_unknown_revision_is_wrong_usage(kept, name):
    result = run(kept, "--", name) if name else run(kept, "HEAD:books")
    assert result.exit_code == 2
    assert "there is no revision" in result.output


def test_a_shallow_clone_says_what_helps(kept, tmp_path):
    git(kept, "commit", "-q", "--allow-empty", "-m", "Second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept.parent.parent}", "shallow")
    result = run(tmp_path / "shallow" / "books" / "tea", "HEAD~1")
    assert result.exit_code == 2
    assert "This clone is shallow" in " ".join(result.output.replace("│", " ").split())


def test_a_folder_without_repository_is_wrong_usage(book, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(book.parent))
    result = run(book, "HEAD")
    assert result.exit_code == 2
    assert "git repository" in " ".join(result.output.replace("│", " ").split())


def test_a_revision_without_a_book_cannot_be_compared(kept):
    git(kept, "mv", "book.yml", "../book.yml")
    git(kept, "commit", "-qm", "Moved")
    git(kept, "mv", "../book.yml", "book.yml")
    result = run(kept, "HEAD")
    assert result.exit_code == 1
    assert "has no book.yml here" in result.output


def test_earlier_records_that_nobody_can_read_are_named_and_the_rest_is_compared(kept):
    edit(kept, ASLEEP, ("importance: critical", "weight: critical"))
    edit(kept, "references/studies/cedar2010milk.yml", ("design:", "plan:"))
    edit(kept, "book.yml", ("tagline:", "slogan:"))
    git(kept, "commit", "-qam", "As it was written once")
    git(kept, "checkout", "-q", "HEAD~1", "--", ".")
    edit(kept, "claims/comfort/no-bad-dreams.yml", ("statement: ", "statement: Now "))
    result = run(kept, "HEAD")
    assert result.exit_code == 0
    assert f"earlier {ASLEEP}:" in result.output
    assert "earlier references/studies/cedar2010milk.yml:" in result.output
    assert "today's settings stand in for it" in result.output
    assert result.output.splitlines()[1] == "1 claim has other texts"


def test_a_record_that_cannot_be_read_now_is_no_removed_claim(kept):
    edit(kept, ASLEEP, ("importance: critical", "weight: critical"))
    result = run(kept, "HEAD", "--format", "json")
    comparison = json.loads(result.output)
    assert result.exit_code == 1
    assert comparison["broken"]
    assert [one["file"] for one in comparison["not_compared"]] == [ASLEEP]
    assert {one["kind"] for one in comparison["changes"]}.isdisjoint({"removed", "address"})


def test_a_book_that_cannot_be_read_now_ends_with_1(kept):
    edit(kept, "book.yml", ("tagline:", "slogan:"))
    result = run(kept, "HEAD")
    assert result.exit_code == 1
    assert "book.yml of working tree" in result.output


def test_links_in_a_revision_are_not_followed(kept):
    (kept / "claims" / "sleep" / "out.yml").symlink_to("/etc/hostname")
    git(kept, "add", "-A")
    git(kept, "commit", "-qm", "A link")
    (kept / "claims" / "sleep" / "out.yml").unlink()
    assert "Nothing changed" in run(kept, "HEAD").output


def test_the_rule_of_a_revision_is_known_where_the_generator_lies_in_the_repository():
    state = read_revision(REPOSITORY, resolve(REPOSITORY, "HEAD"))
    assert state.rule_set == read_folder(REPOSITORY).rule_set


# Forms


def last():
    return Change(kind=Kind.RECORD, record="search", id="s", title="", what="question", before="a", after="b")


HOSTILE = "a | b <img src=x> @octocat #12 [c](https://evil.example) \x1b[31m `d` https://evil.example\n# e"


def of(*changes, unread=()):
    return Comparison(base="old", head="new", changes=changes, unread=unread)


def change(number=1, text="x"):
    return Change(kind=Kind.RATING, record="claim", id=f"c{number}", title=text, what="rating", before=text, after="y")


def test_markdown_takes_hostile_text_for_text():
    page = comparison_markdown.render(of(change(text=HOSTILE)))
    (row,) = [line for line in page.splitlines() if "c1" in line]
    assert row.count("|") == 5
    assert not set("@#[`\x1b") & set(page.removeprefix("### ").replace("#### ", "").replace("&#", ""))
    assert "<img" not in page
    assert "://" not in page
    assert "&#64;\u200boctocat" in page


def test_text_takes_hostile_text_for_text():
    page = comparison_text.render(of(change(text=HOSTILE)))
    assert "\x1b" not in page
    assert len(page.splitlines()) == len(comparison_text.render(of(change())).splitlines())


def test_no_claim_that_a_source_bears_on_is_cut_away():
    listed = f"Listed by {', '.join(f'claim-{number}' for number in range(100))}."
    for form in (comparison_text, comparison_markdown):
        assert "claim-99." in form.render(of(dataclasses.replace(change(), note=listed)))


def test_long_markdown_is_cut_with_a_count():
    page = comparison_markdown.render(of(*(change(number, "long " * 60) for number in range(1000)), last()))
    assert "#### Other records" in page or "<summary>Other records</summary>" in page
    page = comparison_markdown.render(of(*(change(number, "long " * 60) for number in range(1000))))
    assert len(page.encode()) <= comparison_markdown.MOST
    rows = sum(line.startswith("| long") for line in page.splitlines())
    assert page.endswith(f"\n… and {1000 - rows} more\n")
    assert rows > 20


def test_json_is_as_its_schema_says(toy, book):
    edit(
        book,
        ASLEEP,
        ("force: absolute\n", "force: tentative\n"),
        ("certainty: very-low\n  date", "certainty: low\n  date"),
    )
    schema = json.loads(schemas.render("diff"))
    from claimbook.exports import comparison_json

    file = json.loads(comparison_json.render(compare(toy, read_folder(book))))
    assert [*problems(file, schema, schema)] == []
    assert file["changes"][0]["claims"] == ["asleep-within-an-hour"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a", "b", ("a", "b")),
        ("", "new", ("", "new")),
        (
            f"{'w ' * 60}old{' w' * 60}",
            f"{'w ' * 60}new{' w' * 60}",
            ("… w w w w old w w w w …", "… w w w w new w w w w …"),
        ),
        ("w " * 60 + "w", "w " * 61 + "w", ("… w w w w", "… w w w w w")),
        ("x" * 900, "", ("x" * 399 + "…", "")),
    ],
)
def test_long_texts_are_cut_down_to_where_they_differ(before, after, told):
    assert shortly(before, after) == told


# Real changes of the first book

NAUSEA = "nausea-rare"
REAL = {
    # The largest review weighs by the test that it had planned: the rating falls, and with it what may be said.
    "12036e4": {
        (
            Kind.RATING,
            "chronic-pain-brain-changes",
            "Partly supported · Low certainty",
            "Not backed up · Low certainty",
        ),
        (Kind.EVIDENCE, "chronic-pain-brain-changes", "Backs it in part", "Shows no such effect"),
        (Kind.FIGURES, "henn2023structural", "Mixed", "No difference"),
        (Kind.WORDING, "chronic-pain-brain-changes", "Worded a little too strongly", "Worded too strongly"),
        (
            Kind.ARTICLE,
            "science-behind-ketamine-infusion-therapy",
            "36 partly supported, 30 not backed up",
            "35 partly supported, 31 not backed up",
        ),
    },
    # A second rater finds no ground for a step down.
    "a84f4b9": {
        (
            Kind.RATING,
            "anxiety-medicines-side-effects",
            "Supported · Moderate certainty",
            "Supported · High certainty",
        ),
    },
    # Trials against placebo had been passed over; the history of the claim does not tell of the new verdict.
    "dd59748": {
        (Kind.RATING, NAUSEA, "Not backed up · Moderate certainty", "Contradicted · Moderate certainty"),
        (Kind.SUGGESTION, NAUSEA, "Not backed up · Moderate certainty", "Contradicted · Moderate certainty"),
    },
    # Four propositions that no claim held yet.
    "77494b5": {
        (Kind.CLAIM, "dose-depends-on-route", "", "Supported · Label or guideline"),
        (Kind.CLAIM, "reset-eases-anxiety", "", "No studies found · Not rated"),
    },
    # A figure is mended: 229 trials no longer stand behind one number, so the review weighs as one study.
    "6b72b60": {
        (Kind.FIGURES, "finnerup2015pharmacotherapy", "229", ""),
        (Kind.EVIDENCE, "pain-drugs-limited", "Counts as 229 studies", "Counts"),
        (
            Kind.JUDGEMENT,
            "pain-drugs-limited",
            "272 for, 0 no effect, 0 against",
            "44 for, 0 no effect, 0 against",
        ),
    },
}
SUMMARIES = {
    "12036e4": "1 rating changes; 1 suggestion of the rule changes; 1 claim has other evidence",
    "a84f4b9": "1 rating changes; 1 suggestion of the rule changes; 1 claim is judged otherwise in part",
    "dd59748": "1 rating changes; 1 suggestion of the rule changes; 2 claims have other evidence",
    "77494b5": "4 claims added",
    "6b72b60": "2 claims have other evidence; 2 claims are judged otherwise in part; 1 study changes",
}


def there(commit):
    try:
        resolve(REPOSITORY, f"{commit}^")
    except RevisionError:
        return False
    return True


@pytest.mark.parametrize("commit", REAL)
def test_real_changes_are_told_as_a_reviewer_wants_them(commit):
    if not there(commit):
        pytest.skip(f"the history of this checkout does not reach back to {commit}")
    old, new = (read_revision(REPOSITORY, resolve(REPOSITORY, name)) for name in (f"{commit}^", commit))
    changes = compare(old, new).changes
    assert {(one.kind, one.id, one.before, one.after) for one in changes} >= REAL[commit]
    assert summarise(changes).startswith(SUMMARIES[commit])
    untold = [one.id for one in changes if one.kind is Kind.RATING and "history does not tell" in one.note]
    assert untold == ([NAUSEA] if commit == "dd59748" else [])
