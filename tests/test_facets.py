"""What lists of claims are narrowed by: every claim answers as its record says, and the data file holds them all."""

import json
import re

import pytest

from claimbook.model import Bearing, FactBasis, ReviewState
from claimbook.pages import render
from claimbook.pages.rows import ROWS
from claimbook.verdicts import wording
from claimbook.views import view_hubs, view_table

BADGE = re.compile(r"<!--(\d+)-->")


@pytest.fixture(scope="module")
def table(shelf):
    return view_table(shelf)


@pytest.fixture(scope="module")
def pages(shelf):
    return {file.path: file.text for file in render(shelf) if isinstance(file.text, str)}


@pytest.fixture(scope="module")
def data(pages):
    return json.loads(pages[ROWS])


def answers(found, name):
    return {mark.split("=")[1] for mark in found.marks if mark.startswith(f"{name}=")}


def test_answers_of_every_claim_are_those_of_its_record(shelf, table):
    catalogue = shelf.catalogue
    assert list(table.found) == list(shelf.rows)
    for id_, found in table.found.items():
        claim = catalogue.claims[id_]
        assert answers(found, "category") == {catalogue.category_of[id_]}
        assert answers(found, "condition") == ({*claim.conditions} or {"not_named"})
        assert answers(found, "route") == ({*claim.scope.route} or {"not_named"})
        assert answers(found, "design") == {
            catalogue.studies[one.study].design for one in claim.evidence if one.bearing is not Bearing.CONTEXT
        }
        if claim.rating and claim.review.status is not ReviewState.WITHDRAWN:
            assert answers(found, "verdict") == {claim.rating.verdict}


@pytest.mark.parametrize(
    ("claim", "verdict", "certainty"),
    [
        ("asleep-within-an-hour", {"partly-supported"}, {"very-low"}),
        ("on-the-register", {"supported"}, {"plain-fact"}),
        ("best-cup", {"not-checkable"}, {"not-rated"}),
        ("eases-jet-lag", {"no-evidence-found"}, {"not-rated"}),
        ("helps-children", {"not-rated"}, set()),
        ("grandmother-slept", {"withdrawn"}, set()),
    ],
)
def test_certainty_is_asked_as_the_badge_shows_it(table, claim, verdict, certainty):
    assert answers(table.found[claim], "verdict") == verdict
    assert answers(table.found[claim], "certainty") == certainty


def test_plain_facts_are_those_whose_badge_names_a_basis(shelf, table):
    facts = {id_ for id_, row in shelf.rows.items() if isinstance(row.badge.second, FactBasis)}
    assert facts
    assert facts == {id_ for id_, found in table.found.items() if "plain-fact" in answers(found, "certainty")}


def test_every_passage_answers_with_its_article_and_its_wording(shelf, table):
    for id_, found in table.found.items():
        claim = shelf.catalogue.claims[id_]
        if found.row.withdrawn:
            assert found.said == {()}
        else:
            assert found.said == {
                (f"article={one.article}", f"wording={wording(claim, one)}") for one in claim.appearances
            }


def test_controls_offer_what_occurs_and_count_it(shelf, table):
    for hub in view_hubs(shelf, table):
        for facet in hub.finder.facets if hub.finder else ():
            rows = [table.found[row.id] for leaf in hub.pages for row in leaf.rows]
            for option in facet.options:
                assert option.claims == sum(f"{facet.name}={option.code}" in found.all_marks for found in rows) > 0
    everything = next(hub for hub in view_hubs(shelf, table) if hub.leaf.path == "claims/")
    offered = {f"{facet.name}={option.code}" for facet in everything.finder.facets for option in facet.options}
    assert offered == {*table.marks}


def test_list_does_not_ask_what_binds_it(shelf, table):
    finders = {hub.leaf.path: hub.finder for hub in view_hubs(shelf, table) if hub.finder}
    assert finders["claims/"].within == ""
    for path, finder in finders.items():
        assert path == "claims/" or finder.within.partition("=")[0] not in {facet.name for facet in finder.facets}


def test_short_lists_are_taken_in_at_a_glance(shelf, table, pages):
    hubs = {hub.leaf.path: hub for hub in view_hubs(shelf, table)}
    assert hubs["conditions/jet-lag/"].finder is None
    assert "cb-finder" not in pages["conditions/jet-lag.md"]
    assert "scripts:" not in pages["conditions/jet-lag.md"].split("\n---\n")[0]
    assert 'scripts: ["claims"]' in pages["claims/index.md"]


def test_orders_hold_every_claim_once_with_the_withdrawn_last(table):
    rows = [found.row for found in table.found.values()]
    assert {*table.orders} == {"subject", "importance", "question", "certainty", "articles", "studies", "rated"}
    for code, order in table.orders.items():
        assert sorted(order) == list(range(len(rows)))
        assert code == "subject" or rows[order[-1]].id == "grandmother-slept"


@pytest.mark.parametrize(
    ("code", "value", "falling"),
    [
        ("question", lambda row: row.title.casefold(), False),
        ("certainty", lambda row: row.certainty.points if row.certainty else 0, True),
        ("articles", lambda row: row.articles, True),
        ("studies", lambda row: row.studies, True),
        ("rated", lambda row: (row.rated is not None, row.rated), True),
    ],
)
def test_orders_are_what_they_are_called(table, code, value, falling):
    rows = [found.row for found in table.found.values()]
    found = [value(rows[number]) for number in table.orders[code] if not rows[number].withdrawn]
    assert found == sorted(found, reverse=falling)


def test_data_file_holds_every_claim_once_as_pages_print_it(data, pages, shelf):
    page = pages["claims/index.md"]
    assert len(data["rows"]) == len(shelf.rows)
    for row, shown in zip(shelf.rows.values(), data["rows"], strict=True):
        html = BADGE.sub(lambda hole: data["badges"][int(hole[1])], shown["html"])
        assert re.sub(r'<span class="cb-about">.*?</span>', "", html) in page
        assert f'href="../{row.path}"' in html
        assert shown["text"] == f"{row.title} {row.statement} {row.finding}"


def test_data_file_numbers_the_same_answers(data, table):
    for found, shown in zip(table.found.values(), data["rows"], strict=True):
        assert {data["marks"][number] for number in shown["marks"]} == found.marks
        assert {tuple(data["marks"][number] for number in said) for said in shown["said"]} == {
            tuple(sorted(said)) for said in found.said
        }
    assert {code: tuple(order) for code, order in data["orders"].items()} == table.orders
