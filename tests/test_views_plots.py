"""The pictures of the toy book: which claims have one, in which order, and what is said beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.model import Bearing, Control, Design, Directness, Mismatch
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import shelve, view_claim

TOY = Path(__file__).parent / "toy"
CLAIM = "better-than-milk"


@pytest.fixture(scope="module")
def catalogue():
    return read(TOY).catalogue


def view(catalogue, id_=CLAIM):
    return view_claim(catalogue.claims[id_], shelve(catalogue, weigh_all(catalogue)))


def with_claim(catalogue, change, id_=CLAIM):
    claim = catalogue.claims[id_]
    items = change(list(claim.evidence))
    return replace(catalogue, claims={**catalogue.claims, id_: replace(claim, evidence=tuple(items))})


def with_study(catalogue, key, **changes):
    return replace(catalogue, studies={**catalogue.studies, key: replace(catalogue.studies[key], **changes)})


def names(studies):
    return [", ".join(source.short for source in study.sources) for study in studies]


def indirect(item):
    return replace(item, directness=Directness.INDIRECT, indirect_in=(Mismatch.POPULATION, Mismatch.TIME))


def test_three_studies_make_a_plot_of_directions_and_two_do_not(catalogue):
    assert names(view(catalogue).direction_plot.studies) == ["Cedar 2010", "Dogwood 2011", "Elder 2012"]
    assert view(with_claim(catalogue, lambda items: items[:2])).direction_plot is None


def test_papers_on_the_same_people_are_one_study(catalogue):
    same = with_study(catalogue, "dogwood2011milk", study_id="cedar2010milk")
    assert view(same).direction_plot is None
    with_fourth = with_claim(
        same, lambda items: [*items, replace(items[0], study="alder2001mint", finding="minutes-to-sleep")]
    )
    assert names(view(with_fourth).direction_plot.studies)[0] == "Cedar 2010, Dogwood 2011"


def test_studies_that_count_stand_first_and_the_picture_holds_them_alone(catalogue):
    shaken = with_claim(catalogue, lambda items: [indirect(items[0]), *items[1:]])
    plot = view(shaken).direction_plot
    assert names(plot.studies) == ["Dogwood 2011", "Elder 2012", "Cedar 2010"]
    assert [bool(study.why_not) for study in plot.studies] == [False, False, True]
    assert (len(plot.plot.rows), plot.others) == (2, 1)


def test_background_stands_in_no_picture(catalogue):
    quiet = with_claim(
        catalogue, lambda items: [*items, replace(items[0], study="larch2005dream", bearing=Bearing.CONTEXT)]
    )
    extra = with_study(quiet, "larch2005dream", findings=catalogue.studies["cedar2010milk"].findings)
    assert view(extra).direction_plot == view(catalogue).direction_plot
    assert view(extra).forests == view(catalogue).forests


def test_a_claim_whose_studies_share_no_measure_has_no_forest_plot(catalogue):
    assert view(catalogue, "asleep-within-an-hour").forests is None


def test_forest_rows_say_what_counts_and_reviews_come_after_single_studies(catalogue):
    review = with_study(
        catalogue, "cedar2010milk", design=Design.META_ANALYSIS, included_designs=(Design.RCT_PARALLEL,), control=None
    )
    (forest,) = view(review).forests.forests
    assert [row.item.source.short for row in forest.rows] == ["Dogwood 2011", "Elder 2012", "Cedar 2010"]
    assert [row.pooled for row in forest.rows] == ["", "", "pooled by the review, number of studies not stated"]
    shaken = with_claim(review, lambda items: [items[0], indirect(items[1]), items[2]])
    (forest,) = view(shaken).forests.forests
    assert [(row.item.source.short, row.why_not) for row in forest.rows] == [
        ("Elder 2012", ""),
        ("Cedar 2010", ""),
        ("Dogwood 2011", "Not direct enough"),
    ]


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"control": Control.BEFORE_AFTER}, ["Dogwood 2011", "Elder 2012"]),
        ({"control": None}, ["Cedar 2010", "Dogwood 2011", "Elder 2012"]),
        ({"control": None, "design": Design.COHORT}, ["Dogwood 2011", "Elder 2012"]),
        (
            {
                "control": None,
                "design": Design.META_ANALYSIS,
                "included_designs": (Design.RCT_PARALLEL, Design.OPEN_LABEL_TRIAL),
            },
            ["Dogwood 2011", "Elder 2012"],
        ),
    ],
)
def test_only_results_against_other_people_share_an_axis(catalogue, changes, rows):
    """Trials compare by their design; other studies, and reviews of them, have to say so."""
    (forest,) = view(with_study(catalogue, "cedar2010milk", **changes)).forests.forests
    assert [row.item.source.short for row in forest.rows] == rows


def test_two_reviews_are_said_to_be_no_independent_voices(catalogue):
    def pooled(book, key):
        return with_study(book, key, design=Design.META_ANALYSIS, included_designs=(Design.RCT_PARALLEL,), control=None)

    one = pooled(catalogue, "cedar2010milk")
    two = pooled(one, "dogwood2011milk")
    sentence = "Reviews may hold the same trials, so two of them do not confirm each other."
    assert [sentence in view(book).forests.notes for book in (catalogue, one, two)] == [False, False, True]
