"""Views of the toy book: order, counts, words and links are decided here."""

from dataclasses import replace
from datetime import date

import pytest

from claimbook.model import Bearing, Certainty, Down, Force, Importance, ReviewState, StandingKind, Verdict, Wording
from claimbook.verdicts import weigh_all
from claimbook.views import (
    shelve,
    view_article_pages,
    view_articles,
    view_claim,
    view_glossary,
    view_home,
    view_hubs,
    view_library,
    view_methods,
    view_reference_pages,
    view_table,
)
from claimbook.views.base import Piece, Source, fold, leaves, prose, reason, tally
from claimbook.views.spread import view_spread

ALDER = Source("alder2001mint", "Alder 2001", "references/alder2001mint/", None)
BIRCH = Source("birch2003night", "Birch 2003", "references/birch2003night/", StandingKind.CONCERN)
SOURCES = {"alder2001mint": ALDER, "birch2003night": BIRCH}


def claim(shelf, id_):
    return view_claim(shelf.catalogue.claims[id_], shelf)


def test_prose_is_cut_at_its_citations():
    assert prose("One [@alder2001mint]. Two [@birch2003night; @alder2001mint]", SOURCES) == (
        Piece("One ", None),
        Piece("(", None),
        Piece("Alder 2001", ALDER),
        Piece(")", None),
        Piece(". Two ", None),
        Piece("(", None),
        Piece("Birch 2003", BIRCH),
        Piece("; ", None),
        Piece("Alder 2001", ALDER),
        Piece(")", None),
    )


@pytest.mark.parametrize("text", ["", "No citation.", "An [@ address"])
def test_prose_without_citations_stays_whole(text):
    assert "".join(piece.text for piece in prose(text, SOURCES)) == text


def test_key_without_source_stays_readable():
    assert prose("[@nobody2000]", SOURCES)[1] == Piece("@nobody2000", None)


def test_keys_in_a_reason_are_named():
    pieces = reason("Small: alder2001mint and [@birch2003night].", SOURCES)
    assert [piece.text for piece in pieces if piece.source] == ["Alder 2001", "Birch 2003"]
    assert "".join(piece.text for piece in pieces) == "Small: Alder 2001 and (Birch 2003)."


@pytest.mark.parametrize(("rows", "sizes"), [(0, [0]), (100, [100]), (101, [100, 1]), (201, [100, 100, 1])])
def test_long_lists_are_cut_at_a_hundred(rows, sizes):
    pages = leaves("claims/", range(rows))
    assert [len(page.rows) for page in pages] == sizes
    assert pages[0].path == "claims/"
    assert [page.path for page in pages[1:]] == [f"claims/page/{number}/" for number in range(2, len(sizes) + 1)]


def test_tally_keeps_the_order_of_the_vocabulary():
    found = tally(Verdict, [Verdict.MIXED, None, Verdict.SUPPORTED, Verdict.MIXED])
    assert [(one.term, one.count) for one in found] == [(Verdict.SUPPORTED, 1), (Verdict.MIXED, 2)]


def test_rows_stand_by_category_and_importance_with_the_withdrawn_last(shelf):
    order = list(shelf.rows)
    assert order[0] == "asleep-within-an-hour"
    assert order[-1] == "grandmother-slept"
    categories = [shelf.rows[id_].category.text for id_ in order]
    assert categories == sorted(categories, key=["Does it help?", "Is it comfortable?", "Background"].index)


def test_claim_counts_studies_without_background_and_articles_once(shelf):
    row = shelf.rows["asleep-within-an-hour"]
    assert (row.articles, row.studies) == (2, 3)


def test_evidence_stands_by_the_way_it_points(shelf):
    groups = {
        group.id: ([one.source.key for one in group.counted], [one.source.key for one in group.others])
        for group in claim(shelf, "asleep-within-an-hour").evidence
    }
    assert groups == {
        "backs": (["alder2001mint", "birch2003night"], ["ginkgo2020signal"]),
        "background": ([], ["larch2005dream"]),
    }


def test_what_counts_is_named_once_and_the_rest_is_numbered(shelf):
    view = claim(shelf, "asleep-within-an-hour")
    assert [source.key for source in view.counting] == ["alder2001mint", "birch2003night"]
    assert view.not_counted == 2


def test_evidence_that_does_not_count_says_why(shelf):
    backs, background = claim(shelf, "asleep-within-an-hour").evidence
    assert [bool(one.not_counted) for one in (*backs.counted, *backs.others)] == [False, False, True]
    assert not any(one.not_counted for one in background.others)


@pytest.fixture(scope="module")
def shaken(shelf):
    """The shelf, had a journal voiced doubts about a trial that counts."""
    catalogue = shelf.catalogue
    concern = replace(catalogue.standing["oak2008cups"], key="alder2001mint")
    catalogue = replace(catalogue, standing=catalogue.standing | {concern.key: concern})
    return shelve(catalogue, weigh_all(catalogue))


def test_doubt_about_what_counts_is_told_before_doubt_about_what_does_not(shelf, shaken):
    retracted = shelf.rows["asleep-within-an-hour"].doubt
    doubted = shaken.rows["asleep-within-an-hour"].doubt
    assert (retracted.text, retracted.weighs) == ("Lists a retracted study, not counted", False)
    assert (doubted.text, doubted.weighs) == ("Lists a study that its journal doubts", True)
    assert shelf.rows["green-lips"].doubt is None


def test_notice_is_for_doubted_sources_that_count(shaken):
    view = claim(shaken, "asleep-within-an-hour")
    assert [(one.source.key, one.fate) for one in view.doubts] == [
        ("alder2001mint", "has been doubted by its journal since")
    ]
    assert [(one.source.key, one.fate) for one in view.quiet_doubts] == [("larch2005dream", "was retracted on")]


def test_what_articles_say_is_counted_by_wording(shelf):
    totals = claim(shelf, "asleep-within-an-hour").totals
    assert (totals.passages, totals.articles, totals.sourced) == (2, 2, 1)
    assert sum(one.count for one in totals.wordings) == totals.passages


def test_numbers_give_the_difference(shelf):
    (row,) = claim(shelf, "asleep-within-an-hour").numbers
    assert (row.treated, row.untreated, row.difference, row.people) == ("50 of 100", "33 of 100", "17 more of 100", 18)


def test_mechanism_claim_names_its_stage_and_others_do_not(shelf):
    assert claim(shelf, "signal-rises").stage is not None
    assert claim(shelf, "keeps-working").stage is None


@pytest.mark.parametrize(
    ("id_", "label"),
    [("asleep-within-an-hour", "Why not more sure"), ("on-the-register", "Why"), ("helps-children", "Why")],
)
def test_reason_for_doubt_is_asked_only_where_there_is_doubt(shelf, id_, label):
    assert claim(shelf, id_).why_label == label


def test_rule_is_compared_with_the_confirmed_rating(shelf):
    differs = {id_ for id_ in shelf.rows if claim(shelf, id_).grading.differs}
    assert differs == {"green-lips"}
    assert [one.row.id for one in view_methods(shelf).deviations] == ["green-lips"]


def test_history_is_newest_first(shelf):
    dates = [entry.date for entry in claim(shelf, "asleep-within-an-hour").history]
    assert dates == [date(2026, 11, day) for day in (7, 7, 6, 6, 5)]


def test_home_counts_what_stands(shelf):
    home = view_home(shelf)
    assert home.claims == len(shelf.rows) - 1
    assert [row.id for row in home.featured] == ["asleep-within-an-hour", "no-bad-dreams"]
    assert sum(one.claims for one in home.categories) == home.claims
    assert len(home.changes) <= 3


def test_home_passes_over_a_featured_claim_that_was_withdrawn(shelf):
    book = replace(shelf.catalogue.book, featured=("grandmother-slept", "no-bad-dreams"))
    changed = replace(shelf, catalogue=replace(shelf.catalogue, book=book))
    assert [row.id for row in view_home(changed).featured] == ["no-bad-dreams"]


def test_hubs_hold_every_claim_twice(shelf):
    everything, *others = view_hubs(shelf, view_table(shelf))
    categories = [hub for hub in others if hub.leaf.path.startswith("categories/")]
    assert [row.id for row in everything.leaf.rows] == list(shelf.rows)
    assert sorted(row.id for hub in categories for row in hub.leaf.rows) == sorted(shelf.rows)


def groups(shelf, path):
    """The rows of a list, under what stands above them."""
    (hub,) = [hub for hub in view_hubs(shelf, view_table(shelf)) if hub.leaf.path == path]
    return [(group.subject, group.rank.label, [row.id for row in group.rows]) for group in hub.groups]


def test_list_of_all_stands_by_subject_and_importance(shelf):
    found = groups(shelf, "claims/")
    assert [subject for subject, _, _ in found if subject] == ["Does it help?", "Is it comfortable?", "Background"]
    assert [rank for _, rank, _ in found][:2] == ["Critical", "Important"]
    assert found[-1] == ("", "Withdrawn", ["grandmother-slept"])


def test_category_stands_by_importance_and_then_by_number_of_articles(shelf):
    (first, *others) = groups(shelf, "categories/background/")
    assert all(subject == "" for subject, _, _ in (first, *others))
    ranks = [rank for _, rank, _ in (first, *others)]
    assert ranks == sorted(ranks, key=["Critical", "Important", "Minor", "Withdrawn"].index)
    for _, rank, ids in (first, *others):
        if rank != "Withdrawn":
            articles = [shelf.rows[id_].articles for id_ in ids]
            assert articles == sorted(articles, reverse=True)


def test_claims_are_listed_by_the_conditions_they_name(shelf):
    hubs = {hub.leaf.path: [row.id for row in hub.leaf.rows] for hub in view_hubs(shelf, view_table(shelf))}
    assert hubs["conditions/jet-lag/"] == ["eases-jet-lag"]
    assert {"asleep-within-an-hour", "better-than-milk"} <= {*hubs["conditions/poor-sleep/"]}
    assert [(one.label, one.claims) for one in view_home(shelf).conditions] == [
        ("Poor sleep", len(hubs["conditions/poor-sleep/"])),
        ("Jet lag", 1),
        ("Anybody", 1),
    ]


def test_condition_that_no_claim_names_is_not_offered(shelf):
    bare = replace(shelf, conditions=shelf.conditions | {"snoring": "Snoring"})
    assert "Snoring" not in {one.label for one in view_home(bare).conditions}
    assert not [hub for hub in view_hubs(bare, view_table(bare)) if "snoring" in hub.leaf.path]


def test_article_counts_its_sentences_by_wording(shelf):
    (view,) = [one for one in view_article_pages(shelf) if one.article.id == "a-cup-of-calm"]
    assert [(one.term, one.count) for one in view.spread.wordings] == [
        (Wording.IN_LINE, 1),
        (Wording.SLIGHTLY_OVERSTATED, 1),
        (Wording.OVERSTATED, 1),
        (Wording.STRONGLY_OVERSTATED, 2),
        (Wording.NOT_RATED, 1),
    ]
    assert sum(len(section.passages) for section in view.sections) == 6
    assert (view.checks.satisfied, view.checks.asked) == (0, 3)


def test_article_counts_paragraphs_with_a_claim_and_those_set_aside(shelf):
    counts = {one.article.id: (one.with_claim, one.skipped) for one in view_article_pages(shelf)}
    assert counts == {"a-cup-of-calm": (3, 2), "the-travellers-cup": (3, 1)}


def test_article_points_at_its_boldest_sentences(shelf):
    (view,) = [one for one in view_article_pages(shelf) if one.article.id == "a-cup-of-calm"]
    passages = [one for section in view.sections for one in section.passages]
    level = max(one.said.wording.level or 0 for one in passages)
    assert list(view.worst_passages) == [one for one in passages if one.said.wording.level == level]
    (row,) = [one for one in view_articles(shelf) if one.path == view.path]
    assert (row.spread.passages, row.spread.far_overstated) == (len(passages), len(view.worst_passages))
    assert row.spread.far_overstated <= row.spread.overstated <= row.spread.passages


def test_boldest_sentences_stand_under_their_claims_and_those_that_matter_most_come_first(shelf):
    first, *others = Importance
    claims = dict(shelf.catalogue.claims)
    claims["asleep-within-an-hour"] = replace(claims["asleep-within-an-hour"], importance=others[-1])
    claims["no-bad-dreams"] = replace(claims["no-bad-dreams"], importance=first)
    weighed = shelve(replace(shelf.catalogue, claims=claims), shelf.suggestions)
    (view,) = [one for one in view_article_pages(weighed) if one.article.id == "a-cup-of-calm"]
    assert [(one.row.id, [place.id for place in one.passages]) for one in view.worst.shown] == [
        ("no-bad-dreams", ["said-6"]),
        ("asleep-within-an-hour", ["said-1"]),
    ]


def test_passages_stand_under_the_headings_of_the_article_and_keep_their_numbers(shelf):
    (view,) = [one for one in view_article_pages(shelf) if one.article.id == "a-cup-of-calm"]
    assert [(one.heading, len(one.passages), one.overstated) for one in view.sections] == [
        ("Why Mint Tea?", 4, 3),
        ("Is It Safe?", 2, 1),
    ]
    numbers = [passage.id for section in view.sections for passage in section.passages]
    assert numbers == [f"said-{number}" for number in range(1, 7)]
    assert view.boldest is max(view.sections, key=lambda one: one.overstated)


def test_heading_that_no_line_is_gets_a_plain_name(shelf):
    claims = {
        id_: replace(one, appearances=tuple(replace(said, heading="(introduction)") for said in one.appearances))
        for id_, one in shelf.catalogue.claims.items()
    }
    moved = shelve(replace(shelf.catalogue, claims=claims), shelf.suggestions)
    assert {section.heading for view in view_article_pages(moved) for section in view.sections} == {"Introduction"}
    assert {view.boldest for view in view_article_pages(moved)} == {None}


def test_articles_of_different_length_can_be_compared(shelf):
    spreads = {one.path: one.spread for one in view_articles(shelf)}
    calm = spreads["articles/a-cup-of-calm/"]
    assert (calm.overstated, calm.passages, calm.overstated_of_100, calm.far_of_100) == (4, 6, 67, 33)
    assert view_spread(()).overstated_of_100 == 0


@pytest.mark.parametrize(("rows", "shown", "folded"), [(0, 0, 0), (3, 3, 0), (4, 4, 0), (5, 3, 2)])
def test_fold_never_hides_a_single_row(rows, shown, folded):
    cut = fold(range(rows), 3)
    assert (len(cut.shown), len(cut.folded), cut.total) == (shown, folded, rows)
    assert (*cut.shown, *cut.folded) == tuple(range(rows))


def test_reference_lists_its_claims_by_bearing(shelf):
    (view,) = [one for one in view_reference_pages(shelf) if one.source.key == "alder2001mint"]
    bearings = {bearing: [use.row.id for use in uses] for bearing, uses in view.uses}
    assert "asleep-within-an-hour" in bearings[Bearing.SUPPORTS]


def test_sources_that_changed_since_open_the_library_the_gravest_first(shelf):
    (view,) = view_library(shelf)
    assert [(one.doubt.kind, one.doubt.source.key, one.claims, one.counts) for one in view.doubted] == [
        (StandingKind.RETRACTED, "larch2005dream", 1, 0),
        (StandingKind.CONCERN, "oak2008cups", 1, 0),
        (StandingKind.CORRECTED, "maple2006case", 1, 0),
    ]


def test_rule_is_shown_at_work_on_a_claim_that_went_through_all_of_it(shelf):
    worked = view_methods(shelf).worked
    assert worked.row.id == "asleep-within-an-hour"
    steps = [line.what for line in worked.lines]
    assert steps[0] == "What counts"
    assert steps[-1] == "Suggestion"
    assert worked.lines[-1].result == worked.row.badge.text
    assert all(line.reason for line in worked.lines[:-1])
    unrated = {id_: replace(one, rating=None) for id_, one in shelf.catalogue.claims.items()}
    assert view_methods(shelve(replace(shelf.catalogue, claims=unrated), shelf.suggestions)).worked is None


def test_glossary_stands_under_its_letters(shelf):
    assert [(letter, [one.term for one in terms]) for letter, terms in view_glossary(shelf)] == [
        ("I", ["Infusion"]),
        ("S", ["Steep | draw"]),
    ]


def test_start_table_is_that_of_the_rule(shelf):
    starts = {name: levels for names, levels in view_methods(shelf).starts for name in names}
    assert [start.certainty for start in starts["Randomised trial"]][:4] == [Certainty.HIGH] * 4
    assert {start.certainty for start in starts["Guideline"]} == {None}
    assurance = starts["Case series"][3]
    assert (assurance.certainty, assurance.only_against) == (Certainty.VERY_LOW, True)
    assert not any(start.only_against for start in starts["Randomised trial"])
    assert starts["Cohort study, nothing compared"] != starts["Cohort study, with a comparison group"]


def test_kinds_of_studies_that_start_alike_share_a_row(shelf):
    levels = [row.levels for row in view_methods(shelf).starts]
    assert len({*levels}) == len(levels)


def test_limits_that_all_searches_share_are_told_once(shelf):
    (first,) = shelf.catalogue.searches.values()
    second = replace(first, id="second", limits=(*first.limits, "A limit of its own."))
    several = replace(shelf, catalogue=replace(shelf.catalogue, searches={"first": first, "second": second}))
    assert first.limits
    assert view_methods(shelf).limits == ()
    assert [one.limits for one in view_methods(shelf).searches] == [first.limits]
    assert view_methods(several).limits == first.limits
    assert [one.limits for one in view_methods(several).searches] == [(), ("A limit of its own.",)]


def test_what_articles_leave_open_is_told_apart(shelf):
    view = claim(shelf, "on-the-register")
    assert view.scope == ()
    assert view.left_open == ("population", "drink", "way in", "cups", "comparator", "outcome", "timeframe")
    assert ("Way in", "Drunk, Breathed in") in claim(shelf, "asleep-within-an-hour").scope


def test_warning_that_is_too_weak_plays_the_risk_down(shelf):
    warning = shelf.catalogue.claims["green-lips"]
    unknown = replace(warning, appearances=tuple(replace(one, force=Force.NONE) for one in warning.appearances))
    catalogue = replace(shelf.catalogue, claims=dict(shelf.catalogue.claims) | {unknown.id: unknown})
    view = claim(shelve(catalogue, shelf.suggestions), "green-lips")
    shown = [one for group in view.said for one in (group.strongest, *group.others)]
    assert {one.wording_label for one in shown} == {"Plays the risk down"}


def test_of_each_article_the_boldest_passage_stands_first_and_none_is_lost(shelf):
    boldly = shelf.catalogue.claims["signal-rises"]
    (said, *_) = boldly.appearances
    forces = (Force.TENTATIVE, Force.ABSOLUTE, Force.DEFINITE)
    several = replace(boldly, appearances=tuple(replace(said, force=force, quote=force.value) for force in forces))
    catalogue = replace(shelf.catalogue, claims=dict(shelf.catalogue.claims) | {several.id: several})
    (group,) = claim(shelve(catalogue, shelf.suggestions), several.id).said
    assert group.strongest.quote == "absolute"
    assert [one.quote for one in group.others] == ["tentative", "definite"]
    assert sum(one.count for one in group.wordings) == len(group.others)


def test_steps_do_not_repeat_what_the_page_has_told_above(shelf):
    view = claim(shelf, "asleep-within-an-hour").grading
    told = {line.what: bool(line.reason) for line in view.lines}
    assert told["What counts"]
    assert not any(told.get(reason.label) for reason in Down)


@pytest.mark.parametrize("state", [ReviewState.WITHDRAWN, ReviewState.DRAFT])
def test_nothing_is_answered_where_nobody_stands_behind_it(shelf, state):
    claim = shelf.catalogue.claims["asleep-within-an-hour"]
    assert claim.finding
    assert claim.why
    rating = claim.rating if state is ReviewState.WITHDRAWN else None
    bare = replace(claim, rating=rating, review=replace(claim.review, status=state))
    left = replace(shelf.catalogue, claims={**shelf.catalogue.claims, claim.id: bare})

    shelf = shelve(left, weigh_all(left))
    row, view = shelf.rows[claim.id], view_claim(bare, shelf)

    assert (row.finding, row.rated, row.badge.verdict) == ("", None, None)
    assert (view.why, view.second, view.raters, view.holds_for, view.not_shown_for) == ((), None, (), (), ())
    assert {*shelf.wordings[claim.id]} == {Wording.NOT_RATED}
