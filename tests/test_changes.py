"""The lists of changes and of checks to come, cut from the toy book."""

from dataclasses import replace
from datetime import date, timedelta

from claimbook.model import HistoryEntry, HistoryKind, ReviewState
from claimbook.pages import render
from claimbook.verdicts import weigh_all
from claimbook.views import shelve, view_changes, view_due
from claimbook.views.base import ROWS_PER_PAGE

DAY = date(2026, 11, 22)


def with_histories(shelf, **histories):
    """The same book with nothing in its histories but these."""
    claims = {
        id_: replace(claim, history=histories.get(id_.replace("-", "_"), ()))
        for id_, claim in shelf.catalogue.claims.items()
    }
    catalogue = replace(shelf.catalogue, claims=claims)
    return shelve(catalogue, weigh_all(catalogue))


def entry(kind, text="Something.", day=DAY):
    return HistoryEntry(date=day, kind=kind, text=text)


def pages_of(shelf):
    return {file.path: file.text for file in render(shelf) if file.path.startswith("changes/")}


def listed(shelf, path):
    """Ids of all changes on the pages of a list."""
    return [change.id for view in view_changes(shelf) if view.path == path for change in view.leaf.rows]


def test_every_entry_of_every_history_is_listed_once_among_all_and_once_by_its_kind(shelf):
    entries = {f"{id_}-{n}" for id_, claim in shelf.catalogue.claims.items() for n in range(1, len(claim.history) + 1)}
    lists = {view.path for view in view_changes(shelf)}
    assert sorted(listed(shelf, "changes/")) == sorted(entries)
    assert sorted(id_ for path in lists - {"changes/"} for id_ in listed(shelf, path)) == sorted(entries)


def test_every_kind_of_change_has_a_list(shelf):
    one = with_histories(shelf, green_lips=tuple(entry(kind) for kind in HistoryKind))
    in_kinds = [change.kind for view in view_changes(one) if view.path != "changes/" for change in view.leaf.rows]
    assert sorted(in_kinds) == sorted(HistoryKind)


def test_newest_is_first_and_on_one_day_the_gravest(shelf):
    earlier = DAY - timedelta(days=1)
    one = with_histories(
        shelf,
        green_lips=(entry(HistoryKind.ADDED, day=earlier), entry(HistoryKind.WORDING), entry(HistoryKind.RATING)),
        best_cup=(entry(HistoryKind.RETRACTION, day=earlier), entry(HistoryKind.CORRECTION)),
    )
    assert listed(one, "changes/") == ["best-cup-2", "green-lips-3", "green-lips-2", "best-cup-1", "green-lips-1"]


def test_corrections_stand_apart_on_top_and_lead_to_all_of_them(shelf):
    many = with_histories(shelf, green_lips=tuple(entry(HistoryKind.CORRECTION, f"Mended {n}.") for n in range(7)))
    top = next(view.top for view in view_changes(many) if view.top)
    assert len(top.corrections) == 5
    assert (top.more.text, top.more.path) == ("All 7 corrections and retractions", "changes/corrections/")
    page = pages_of(many)["changes/index.md"]
    assert page.index("## Corrections and retractions") < page.index("## Checks to come") < page.index("## All changes")


def test_a_changed_rating_is_told_in_words(shelf):
    page = pages_of(shelf)["changes/index.md"]
    assert "<strong>Verdict or certainty changed</strong>" in page
    assert "Rating now: Partly supported · Very low certainty" in page


def test_a_kind_without_changes_is_named_but_leads_nowhere(shelf):
    pages = pages_of(with_histories(shelf, green_lips=(entry(HistoryKind.ADDED),)))
    assert "changes/corrections.md" not in pages
    assert (
        '<span>Corrections and retractions</span> <span class="cb-count">none yet</span>' in pages["changes/index.md"]
    )
    assert "None so far." in pages["changes/index.md"]


def test_a_book_without_changes_says_so(shelf):
    pages = pages_of(with_histories(shelf))
    assert [path for path in pages if "due" not in path] == ["changes/index.md"]
    assert "Nothing has changed yet." in pages["changes/index.md"]


def test_long_lists_are_cut_into_pages(shelf):
    entries = tuple(entry(HistoryKind.EVIDENCE) for _ in range(2 * ROWS_PER_PAGE + 1))
    long = with_histories(shelf, green_lips=entries)
    views = [view for view in view_changes(long) if view.path == "changes/"]
    assert [(view.leaf.path, len(view.leaf.rows)) for view in views] == [
        ("changes/", ROWS_PER_PAGE),
        ("changes/page/2/", ROWS_PER_PAGE),
        ("changes/page/3/", 1),
    ]
    assert [view.top is not None for view in views] == [True, False, False]
    assert {"changes/page/2.md", "changes/evidence/page/3.md"} <= pages_of(long).keys()


def test_checks_to_come_are_listed_soonest_first_without_what_was_withdrawn(shelf):
    claims = dict(shelf.catalogue.claims)
    soon = replace(claims["best-cup"].review, due=date(2020, 1, 1))
    claims["best-cup"] = replace(claims["best-cup"], review=soon)
    catalogue = replace(shelf.catalogue, claims=claims)
    (view,) = view_due(shelve(catalogue, weigh_all(catalogue)))
    days = [day for day, _ in view.days]
    assert days == sorted(days)
    assert [row.id for row in view.days[0][1]] == ["best-cup"]
    stated = {id_ for id_, claim in claims.items() if claim.review.due}
    gone = {id_ for id_, claim in claims.items() if claim.review.status is ReviewState.WITHDRAWN}
    assert {row.id for row in view.leaf.rows} == stated - gone
    assert view.claims == len(stated - gone)


def test_no_page_knows_what_day_it_is(shelf):
    page = pages_of(shelf)["changes/due.md"]
    assert '<span class="cb-due"><time datetime="2027-05-05">' in page
    assert "overdue" not in page
