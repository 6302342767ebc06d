"""The two maps, held against counts made by hand from the toy book, and their data files against the pages."""

import csv
import re
from dataclasses import replace
from datetime import date
from html import unescape
from io import StringIO
from pathlib import Path

import pytest

from claimbook.exports.maps_csv import NOT_SAID, render_gaps, render_matrix
from claimbook.model import AbsoluteNumbers, Bearing, Certainty, Direction, Force, ReviewState, RiskOfBias
from claimbook.pages import render
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import (
    shelve,
    view_article_lists,
    view_article_pages,
    view_cells,
    view_claim,
    view_gaps,
    view_matrix,
    view_overview,
)

TOY = Path(__file__).parent / "toy"
SEARCHED = date(2026, 11, 3)


@pytest.fixture(scope="module")
def catalogue():
    return read(TOY).catalogue


@pytest.fixture(scope="module")
def shelf(catalogue):
    return shelve(catalogue, weigh_all(catalogue))


def changed(catalogue, *claims, studies=()):
    """The shelf of the toy book with other claims and studies in the place of some."""
    book = replace(
        catalogue,
        claims=dict(catalogue.claims) | {claim.id: claim for claim in claims},
        studies=dict(catalogue.studies) | {study.key: study for study in studies},
    )
    return shelve(book, weigh_all(book))


def fields(shelf):
    return {field.id: field for row in view_gaps(shelf).rows for field in row.fields}


# What has been studied


@pytest.mark.parametrize(
    ("field", "words", "claims"),
    [
        (
            "poor-sleep-first-hour",
            ("2 trials · 58 people", "very low certainty"),
            {"asleep-within-an-hour", "no-bad-dreams"},
        ),
        (
            "poor-sleep-nights",
            ("4 trials · 690 people", "moderate certainty"),
            {"better-than-milk", "keeps-working"},
        ),
        (
            "poor-sleep-discomfort",
            ("1 review", "rated over all kinds of sleepers: moderate certainty"),
            {"no-bad-dreams"},
        ),
        ("anybody-nights", ("1 case report · 1 person", "no rating rests on this"), {"keeps-working"}),
        (
            "anybody-discomfort",
            ("1 open study · 2,000 people", "moderate certainty", "1 review"),
            {"green-lips", "no-bad-dreams"},
        ),
        ("anybody-later-harm", ("1 open study · 3,000 people", "no rating rests on this"), {"green-lips"}),
    ],
)
def test_field_counts_studies_people_and_certainty(shelf, field, words, claims):
    found = fields(shelf)[field]
    assert (found.head, found.sure, *found.also) == words
    assert {row.id for row in found.claims} == claims
    assert found.state == "studied"


def test_every_other_field_says_whether_a_search_stands_behind_it(shelf):
    empty = {id_: field.searched for id_, field in fields(shelf).items() if not field.found}
    assert len(empty) + 6 == 3 * 5
    assert {id_ for id_, day in empty.items() if day} == {"jet-lag-first-hour"}
    assert empty["jet-lag-first-hour"] == SEARCHED
    assert {field.state for field in fields(shelf).values()} == {"studied", "none-found", "not-searched"}


def test_day_of_an_empty_field_is_that_of_the_last_search(catalogue):
    lag, lasting = catalogue.claims["eases-jet-lag"], catalogue.claims["keeps-working"]
    (search,) = catalogue.searches.values()
    for day in (date(2026, 1, 1), date(2026, 12, 31)):
        other = replace(search, id="other", date=day)
        book = replace(catalogue, searches=dict(catalogue.searches) | {"other": other})
        asked = replace(lasting, outcomes=lag.outcomes, search="other")
        assert fields(changed(book, asked))["jet-lag-first-hour"].searched == max(SEARCHED, day)


def test_papers_on_the_same_people_are_one_study_with_the_most_people(catalogue):
    birch = replace(catalogue.studies["birch2003night"], study_id="alder-crossover")
    field = fields(changed(catalogue, studies=[birch]))["poor-sleep-first-hour"]
    assert field.head == "1 trial · 40 people"
    assert {source.key for source in field.sources} == {"alder2001mint", "birch2003night"}


def test_people_of_a_study_that_does_not_say_are_told(catalogue):
    birch = catalogue.studies["birch2003night"]
    (finding,) = birch.findings
    silent = replace(birch, n=None, findings=(replace(finding, people=None),))
    assert fields(changed(catalogue, studies=[silent]))["poor-sleep-first-hour"].head == "2 trials · at least 18 people"


def evidence(claim, place, **fields_):
    items = list(claim.evidence)
    items[place] = replace(items[place], **fields_)
    return replace(claim, evidence=tuple(items))


@pytest.mark.parametrize(
    "fault",
    [
        {"bearing": Bearing.CONTEXT},
        {"risk_of_bias": RiskOfBias.CRITICAL},
        {"directness": "indirect", "indirect_in": ("intervention",)},
        {"directness": "indirect", "indirect_in": ("population",)},
        {"directness": "indirect", "indirect_in": ("outcome",)},
        {"directness": "indirect", "indirect_in": ("time",)},
    ],
)
def test_result_that_does_not_test_the_claim_is_not_counted(catalogue, fault):
    claim = evidence(catalogue.claims["asleep-within-an-hour"], 1, **fault)
    assert fields(changed(catalogue, claim))["poor-sleep-first-hour"].head == "1 trial · 18 people"


def test_other_comparison_does_no_harm_and_other_people_none_where_a_claim_is_tied_to_no_condition(catalogue):
    compared = evidence(catalogue.claims["asleep-within-an-hour"], 1, indirect_in=("comparator",))
    assert fields(changed(catalogue, compared))["poor-sleep-first-hour"].head == "2 trials · 58 people"
    general = evidence(catalogue.claims["green-lips"], 1, indirect_in=("population",))
    assert fields(changed(catalogue, general))["anybody-discomfort"].head == "1 open study · 2,000 people"


def test_result_without_a_direction_and_kinds_that_are_no_study_are_not_counted(catalogue):
    birch = catalogue.studies["birch2003night"]
    (finding,) = birch.findings
    silent = replace(birch, findings=(replace(finding, direction=Direction.CONTEXT),))
    opinion = replace(birch, design="guideline")
    for study in (silent, opinion):
        assert fields(changed(catalogue, studies=[study]))["poor-sleep-first-hour"].head == "1 trial · 18 people"


def test_result_belongs_to_the_last_outcome_that_its_time_reaches(catalogue):
    cedar = catalogue.studies["cedar2010milk"]
    (finding,) = cedar.findings
    early = replace(cedar, findings=(replace(finding, follow_up_days=1),))
    found = fields(changed(catalogue, studies=[early]))
    assert found["poor-sleep-nights"].head == "3 trials · 470 people"
    assert found["poor-sleep-first-hour"].head == "3 trials · 278 people"
    untimed = replace(cedar, findings=(replace(finding, follow_up_days=None),))
    found = fields(changed(catalogue, studies=[untimed]))
    assert found["poor-sleep-nights"].head == "3 trials · 470 people"
    assert found["poor-sleep-first-hour"].head == "2 trials · 58 people"


def test_result_of_one_evening_never_counts_as_many_nights(catalogue):
    kale = catalogue.studies["kale2009weeks"]
    (finding,) = kale.findings
    short = replace(kale, findings=(replace(finding, follow_up_days=1),))
    assert fields(changed(catalogue, studies=[short]))["poor-sleep-nights"].head == "3 trials · 630 people"


def test_withdrawn_claim_counts_nowhere(catalogue):
    claim = catalogue.claims["asleep-within-an-hour"]
    gone = replace(claim, review=replace(claim.review, status=ReviewState.WITHDRAWN))
    field = fields(changed(catalogue, gone))["poor-sleep-first-hour"]
    assert field.head == "1 trial · 18 people"
    assert field.certainty is None


def test_certainty_is_that_of_claims_on_the_very_outcome(catalogue):
    lips = catalogue.claims["green-lips"]
    both = replace(lips, outcomes=("discomfort", "later-harm"))
    assert fields(changed(catalogue, both))["anybody-later-harm"].certainty is Certainty.MODERATE


def test_page_says_the_same_in_the_table_and_in_the_list(shelf):
    page = next(file.text for file in render(shelf) if file.path == "gaps.md")
    table, listed = page.split("</table>")
    for field in fields(shelf).values():
        if field.found:
            assert f'<a href="#{field.id}">{field.head}</a>' in table
            assert f'<div id="{field.id}"><dt>' in listed
            assert f"<strong>{field.head} · {field.sure}</strong>" in listed
    for row in view_gaps(shelf).rows:
        section = listed.split(f'<h3 id="{row.id}">')[1].split("<h3")[0]
        unsearched = [field.group.label for field in row.fields if field.state == "not-searched"]
        line = re.search(r"<p>Not searched: (.*)\.</p>", section)
        assert unescape(line[1]) == ", ".join(unsearched).lower()
    assert table.count(">not searched<") == sum(one.state == "not-searched" for one in fields(shelf).values())
    assert table.count("none found (searched ") == 1
    assert listed.count("None found (searched ") == 1


def test_file_of_gaps_holds_every_field_of_the_page(shelf):
    rows = list(csv.DictReader(StringIO(render_gaps(shelf).decode(), newline="")))
    seen = {f"{row['condition']}-{row['outcome']}": row for row in rows}
    assert seen.keys() == fields(shelf).keys()
    for id_, field in fields(shelf).items():
        row = seen[id_]
        assert (row["state"], row["certainty_words"]) == (field.state, field.sure)
        assert row["words"] == "; ".join(word for word in (field.head, *field.also) if word)
        assert row["searched"] == (field.searched.isoformat() if field.searched else "")
        assert row["claims"].split() == [claim.id for claim in field.claims]
    assert (seen["poor-sleep-nights"]["trials"], seen["poor-sleep-nights"]["people_in_trials"]) == ("4", "690")


# Who says what


def test_cell_holds_the_strongest_wording_and_how_many_passages(catalogue, shelf):
    cell = view_cells(shelf)["a-cup-of-calm"]["asleep-within-an-hour"]
    assert (cell.label, cell.passages) == ("Worded far too strongly", 1)
    claim = catalogue.claims["asleep-within-an-hour"]
    timid = replace(claim.appearances[0], force=Force.TENTATIVE, stretch=(), heading="Is It Safe?")
    twice = changed(catalogue, replace(claim, appearances=(timid, *claim.appearances)))
    cell = view_cells(twice)["a-cup-of-calm"]["asleep-within-an-hour"]
    assert (cell.label, cell.passages) == ("Worded far too strongly", 2)


def test_cell_leads_to_its_passage_on_the_page_of_the_article(shelf):
    passages = {
        f"{view.path}#{one.id}": (one.row.id, one.said.wording)
        for view in view_article_pages(shelf)
        for section in view.sections
        for one in section.passages
    }
    for said in view_cells(shelf).values():
        for claim, cell in said.items():
            assert passages[cell.path] == (claim, cell.wording)


def test_tables_hold_every_claim_that_stands_once(shelf):
    rows = [one for view in view_matrix(shelf) for one in view.leaf.rows]
    assert sorted(one.row.id for one in rows) == sorted(row.id for row in shelf.live)
    assert all(len(one.cells) == 2 for one in rows)
    silent = {one.row.id: one.silent for one in rows}
    assert (silent["asleep-within-an-hour"], silent["green-lips"], silent["keeps-working"]) == (0, 1, 1)


def test_overview_counts_by_hand(shelf):
    view = view_overview(shelf)
    assert [link.text for link in view.articles] == [
        'A Cup of Calm <script>alert("mint")</script>',
        "The Traveller's Cup",
    ]
    shares = {link.text: [(one.said, one.of, one.overstated) for one in found] for link, found in view.rows}
    assert shares == {
        "Does it help?": [(2, 4, 2), (3, 4, 3)],
        "Is it comfortable?": [(2, 2, 1), (0, 2, 0)],
        "Background": [(2, 5, 1), (3, 5, 0)],
    }


def test_list_of_an_article_says_what_is_not_said(shelf):
    for view in view_article_lists(shelf):
        said = {row.id for group in view.groups for row, _ in group.said}
        unsaid = {row.id for group in view.groups for row in group.unsaid}
        assert not said & unsaid
        assert said | unsaid == {row.id for row in shelf.live}
        assert said == view_cells(shelf)[view.article.split("/")[1]].keys()


def test_file_of_the_matrix_holds_every_field_of_the_tables(shelf):
    rows = list(csv.DictReader(StringIO(render_matrix(shelf).decode(), newline="")))
    cells = view_cells(shelf)
    assert len(rows) == len(shelf.live) * len(cells)
    for row in rows:
        cell = cells[row["article"]].get(row["claim"])
        assert (row["wording"], row["passages"]) == ((cell.wording, str(cell.passages)) if cell else (NOT_SAID, "0"))


# The box of harms


def harms(shelf, id_):
    return view_claim(shelf.catalogue.claims[id_], shelf).harms


def test_claim_on_a_harm_shows_every_kind_of_harm_and_others_none(shelf):
    assert [row.group.id for row in harms(shelf, "green-lips")] == ["discomfort", "later-harm", "broken-cups"]
    assert harms(shelf, "asleep-within-an-hour") == ()


def test_claim_that_matters_most_speaks_for_its_kind_of_harm(shelf):
    discomfort, later, broken = harms(shelf, "green-lips")
    assert (discomfort.top.id, discomfort.claims, discomfort.here) == ("no-bad-dreams", 2, False)
    assert harms(shelf, "no-bad-dreams")[0].here
    assert [(row.top, row.claims, row.numbers) for row in (later, broken)] == [(None, 0, None)] * 2


def test_numbers_by_the_hundred_are_shown_those_that_compare_first(catalogue, shelf):
    assert harms(shelf, "green-lips")[0].numbers is None
    dreams = catalogue.claims["no-bad-dreams"]
    about = {"outcome": "bad dreams", "per": 100, "study": "fennel2018dreams", "finding": "bad-dreams"}
    alone = AbsoluteNumbers(**about, **{"with": 5})
    compared = AbsoluteNumbers(**about, **{"with": 33, "without": 20})
    for numbers, words in (((alone,), ("5 of 100", "")), ((alone, compared), ("33 of 100", "20 of 100"))):
        shown = harms(changed(catalogue, replace(dreams, numbers=numbers)), "green-lips")[0].numbers
        assert (shown.treated, shown.untreated) == words


def test_article_is_asked_of_every_kind_of_harm(shelf):
    unsaid = {view.article.id: [one.group.id for one in view.unsaid] for view in view_article_pages(shelf)}
    assert unsaid == {
        "a-cup-of-calm": ["later-harm", "broken-cups"],
        "the-travellers-cup": ["discomfort", "later-harm", "broken-cups"],
    }
