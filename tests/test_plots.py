"""The layout of pictures, seen from outside: what stands where, and what may stand beside what."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Bearing, Certainty, Design, Direction, Effect, FavoursSide, Measure, RiskOfBias, Wording
from claimbook.plots import Estimate, Pointer, StudyPoints, lay_directions, lay_forests, lay_grid, segments
from claimbook.plots.scale import Span, around_none

NEGATIVE, POSITIVE = FavoursSide.NEGATIVE, FavoursSide.POSITIVE


def estimate(study, value, low=None, high=None, **more):
    """One result; unless said otherwise a standardised difference that is better above zero."""
    fields = {"measure": Measure.SMD, "favours": POSITIVE, "scale": ""}
    effect = Effect(value=value, ci_low=low, ci_high=high, **{name: more.pop(name, fields[name]) for name in fields})
    defaults = {"direction": Direction.FAVOURS, "pooled": False, "compared": True}
    return Estimate(place=0, study=study, effect=effect, **(defaults | more))


def only(forests):
    (forest,) = forests
    return forest


def middle(bar):
    """Where a mark stands."""
    start, width = re.match(r"M([\d.-]+) [\d.-]+(?:h(\d+))?", bar.mark).groups()
    return float(start) + float(width) / 2


def ratios(*values, **more):
    return [
        estimate(f"study-{place}", *one, measure=Measure.OR, favours=FavoursSide.ABOVE_1, **more)
        for place, one in enumerate(values)
    ]


def test_halves_and_doubles_stand_equally_far_from_one():
    forest = only(lay_forests(ratios((0.5, 0.4, 0.7), (2, 1.4, 2.5))))
    halved, doubled = map(middle, forest.bars)
    assert forest.none_at - halved == pytest.approx(doubled - forest.none_at, abs=0.2)
    assert {"0.5", "1", "2"} <= {figure.text for figure in forest.figures}


def test_no_effect_is_one_for_ratios_and_nought_for_differences():
    ratio = only(lay_forests(ratios((2, 1.5, 3), (3, 2, 4))))
    difference = only(lay_forests([estimate("a", 2, 1, 3), estimate("b", 3, 2, 4)]))
    for forest, none in ((ratio, "1"), (difference, "0")):
        assert next(figure.x for figure in forest.figures if figure.text == none) == forest.none_at


def test_better_lies_on_the_right_whatever_sign_a_source_gave_it():
    forest = only(lay_forests([estimate("a", -0.4, -0.7, -0.1, favours=NEGATIVE), estimate("b", 0.4, 0.1, 0.7)]))
    turned, straight = forest.bars
    assert turned.mark == straight.mark
    assert turned.line == straight.line
    assert middle(turned) > forest.none_at
    assert (forest.sides.left[0], forest.sides.right[0]) == ("worse", "better")
    assert turned.words.value == straight.words.value == "0.4 standard deviations better"
    assert turned.words.interval == "0.1 to 0.7 better"
    assert (turned.words.reported, straight.words.reported) == ("−0.4 (−0.7 to −0.1)", "")


@pytest.mark.parametrize(
    ("value", "low", "high", "words", "interval"),
    [
        (0.3, -0.1, 0.7, "0.3 standard deviations better", "0.1 worse to 0.7 better"),
        (-0.3, -0.5, -0.1, "0.3 standard deviations worse", "0.1 to 0.5 worse"),
        (0.2, 0, 0.4, "0.2 standard deviations better", "0 to 0.4 better"),
        (0, -0.2, 0.2, "no difference", "0.2 worse to 0.2 better"),
    ],
)
def test_differences_are_told_without_signs(value, low, high, words, interval):
    forest = only(lay_forests([estimate("a", value, low, high), estimate("b", 1, 0.5, 1.5)]))
    assert (forest.bars[0].words.value, forest.bars[0].words.interval) == (words, interval)


def test_a_direction_that_the_figure_does_not_show_is_told():
    forest = only(lay_forests([estimate("a", 0.3, -1, 2, direction=Direction.NO_EFFECT), estimate("b", 1, 0, 2)]))
    assert [bar.words.recorded for bar in forest.bars] == ["No difference", ""]


@pytest.mark.parametrize("better", [FavoursSide.ABOVE_1, FavoursSide.BELOW_1])
def test_ratios_are_never_turned_but_their_sides_are_named(better):
    forest = only(lay_forests([estimate(name, 2, 1.5, 3, measure=Measure.HR, favours=better) for name in "ab"]))
    right = "better" if better is FavoursSide.ABOVE_1 else "worse"
    assert middle(forest.bars[0]) > forest.none_at
    assert forest.sides.right[0] == right
    assert forest.bars[0].words.value == f"2 ({right})"


ODDS = {"measure": Measure.OR, "favours": FavoursSide.ABOVE_1}
SHARED = {"measure": Measure.MD, "scale": "Sleep score"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ODDS, ODDS | {"measure": Measure.RR}),
        (ODDS, ODDS | {"favours": FavoursSide.BELOW_1}),
        ({"measure": Measure.SMD}, {"measure": Measure.SMD_WITHIN}),
        (SHARED, SHARED | {"scale": "Mood score"}),
        (SHARED, SHARED | {"scale": ""}),
        (SHARED, SHARED | {"compared": False}),
        (SHARED, SHARED | {"compared": None}),
        (SHARED, SHARED | {"favours": None}),
        (SHARED, SHARED | {"direction": Direction.CONTEXT}),
        (
            {"measure": Measure.PROPORTION, "favours": None},
            {"measure": Measure.PROPORTION, "favours": None, "direction": Direction.HARM},
        ),
    ],
)
def test_what_cannot_be_compared_never_shares_an_axis(one, other):
    assert lay_forests([estimate("a", 0.5, 0.2, 0.9, **one), estimate("b", 0.5, 0.2, 0.9, **other)]) == ()
    assert len(lay_forests([estimate(name, 0.5, 0.2, 0.9, **one) for name in "ab"])) == 1


@pytest.mark.parametrize("other", [estimate("a", 0.6, 0.3, 0.9), estimate("b", 0.6), estimate("b", None, 0.3, 0.9)])
def test_one_study_with_an_interval_makes_no_plot(other):
    assert lay_forests([estimate("a", 0.5, 0.2, 0.9), other]) == ()


def test_a_result_without_interval_is_a_mark_without_a_line():
    forest = only(lay_forests([estimate("a", 0.5, 0.2, 0.9), estimate("b", 0.6, 0.3, 1), estimate("c", 0.7)]))
    assert [bar.line is None for bar in forest.bars] == [False, False, True]
    assert forest.open
    assert forest.bars[2].words.interval == ""
    assert forest.told.endswith("0.7 standard deviations better (interval not stated).")


def test_an_interval_beyond_the_axis_ends_in_an_arrow():
    forest = only(lay_forests([estimate("a", 0.5, 0.2, 0.9), estimate("b", 0.6, 0.3, 1), estimate("c", 0.7, -9, 11)]))
    assert forest.cut
    assert [bool(bar.arrows) for bar in forest.bars] == [False, False, True]
    low, high = forest.bars[2].line
    assert 0 < low < forest.none_at < high < forest.width


def test_a_narrow_axis_of_ratios_has_figures_too():
    forest = only(lay_forests(ratios((1.1, 1.02, 1.2), (1.2, 1.1, 1.3))))
    assert {"1", "1.2"} < {figure.text for figure in forest.figures}


def test_an_odds_ratio_down_to_nought_ends_in_an_arrow():
    forest = only(lay_forests(ratios((0.5, 0, 4), (2, 1, 4))))
    assert [bool(bar.arrows) for bar in forest.bars] == [True, False]


VALUES = st.integers(-5000, 5000).map(lambda value: value / 100)
SPANS = st.lists(st.tuples(*[VALUES] * 3).map(sorted).map(lambda ends: Span(*ends)), min_size=2)


@settings(deadline=None)
@given(SPANS)
def test_every_value_and_all_intervals_but_one_are_on_the_axis(spans):
    scale = around_none(spans, log=False)
    assert all(scale.low - 1e-6 <= span.value <= scale.high + 1e-6 for span in spans)
    assert sum(scale.below(span.low) or scale.above(span.high) for span in spans) <= 1
    assert scale.low < 0 < scale.high
    assert 1 <= len(scale.ticks) <= 9


@settings(deadline=None)
@given(SPANS)
def test_greater_values_stand_further_right(spans):
    scale = around_none([Span(*(2 ** (value / 10) for value in span)) for span in spans], log=True)
    places = [scale.x(tick.value) for tick in scale.ticks]
    assert places == sorted(set(places))
    assert 0 < places[0] <= places[-1] < 300


def test_a_review_is_a_diamond_over_its_interval_and_a_study_a_square_of_one_size():
    forest = only(
        lay_forests([estimate("a", 1, 0.9, 1.1), estimate("b", 1, -2, 4), estimate("c", 1, 0, 2, pooled=True)])
    )
    narrow, wide, review = forest.bars
    assert narrow.mark == wide.mark
    assert narrow.mark != review.mark
    points = [float(x) for x in re.findall(r"[ML]([\d.]+) ", review.mark)]
    assert (min(points), max(points)) == review.line


def test_shares_of_people_stand_between_none_and_all_and_have_no_line_of_no_effect():
    shares = [
        estimate(name, value, low, 1, measure=Measure.PROPORTION, favours=None)
        for name, value, low in (("a", 0.9, 0.8), ("b", 0.956, 0.7))
    ]
    forest = only(lay_forests(shares))
    assert (forest.none_at, forest.sides) == (None, None)
    assert (forest.figures[0].text, forest.figures[-1].text) == ("0", "100")
    assert [bar.words.value for bar in forest.bars] == ["90 of 100", "95.6 of 100"]


def points(*bearings, counts=True, name="Alder 2001", people="18 people"):
    pointers = tuple(Pointer(bearing, counts) for bearing in bearings)
    return StudyPoints(name, Design.RCT_CROSSOVER, people, RiskOfBias.HIGH, pointers)


def test_each_way_of_pointing_has_its_own_lane():
    plot = lay_directions("Which way", [points(bearing) for bearing in Bearing if bearing is not Bearing.CONTEXT])
    whole, part, none, against = (row.marks[0] for row in plot.rows)
    assert against.x < none.x < whole.x == part.x
    assert [" ".join(lane.words) for lane in plot.lanes] == ["goes against", "no such effect", "backs it"]
    assert [word for word, _ in plot.bearings] == [word for word in Bearing if word is not Bearing.CONTEXT]


def test_the_picture_is_told_in_words():
    plot = lay_directions(
        "Which way", [points(Bearing.SUPPORTS, Bearing.SUPPORTS), points(Bearing.CONTRADICTS, name="B")]
    )
    assert plot.description == "Alder 2001: backs it (2 findings). B: goes against it."


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.text("abc de", min_size=1, max_size=90), st.lists(st.sampled_from(list(Bearing)[:4]), min_size=1)),
        min_size=1,
        max_size=5,
    )
)
def test_nothing_in_the_picture_overlaps_or_leaves_it(studies):
    plot = lay_directions("Which way", [points(*bearings, name=name) for name, bearings in studies])
    ends = [*(row.top for row in plot.rows), plot.height]
    assert ends == sorted(set(ends))
    for row, (top, end) in zip(plot.rows, pairwise(ends), strict=True):
        marks = [row.bias, *row.marks]
        assert all(0 <= one.x <= plot.width - 16 and top <= one.y <= end - 16 for one in marks)
        assert all(abs(a.x - b.x) >= 16 or abs(a.y - b.y) >= 16 for a, b in combinations(marks, 2))
        assert all(top < line.y < end and len(line.text) <= 20 for line in row.lines)


def test_a_number_is_never_parted_from_what_it_counts():
    lines = lay_directions("Which way", [points(Bearing.SUPPORTS, people="1,234 people")]).rows[0].lines
    assert "1,234\u00a0people" in " ".join(line.text for line in lines)


def test_long_names_break_between_their_words():
    lines = (
        lay_directions("Which way", [points(Bearing.SUPPORTS, name="Alder Pharmaceuticals,\u00a0Inc. 2019")])
        .rows[0]
        .lines
    )
    assert [line.text for line in lines if line.strong] == ["Alder", "Pharmaceuticals,", "Inc. 2019"]


def test_segments_fill_the_bar_in_proportion():
    assert segments([1, 2, 1]) == ((0, 25), (25, 50), (75, 25))


PASSAGES = [
    *[(Wording.STRONGLY_OVERSTATED, Certainty.VERY_LOW)] * 3,
    (Wording.STRONGLY_OVERSTATED, Certainty.LOW),
    *[(Wording.IN_LINE, None)] * 6,
]


def test_every_passage_is_one_square_in_its_cell():
    grid = lay_grid(PASSAGES)
    cells = {
        (row.label, column.term): cell
        for row in grid.rows
        for column, cell in zip(grid.columns, row.cells, strict=True)
    }
    assert cells["Very low certainty", Wording.STRONGLY_OVERSTATED].passages == 3
    assert cells["Not graded", Wording.IN_LINE].passages == 6
    assert sum(cell.passages for cell in cells.values()) == len(PASSAGES)
    assert all((cell.squares.path.count("M") if cell.squares else 0) == cell.passages for cell in cells.values())


@pytest.mark.parametrize(
    ("passages", "reading"),
    [
        (PASSAGES, "4 of 10 passages are worded far too strongly; 3 of them on very low certainty."),
        (PASSAGES[3:], "1 of 7 passages is worded far too strongly; it stands on low certainty."),
        (
            [(Wording.OVERSTATED, None)] * 2,
            "2 of 2 passages are worded too strongly; all of them on claims that are not graded.",
        ),
        (PASSAGES[2:], "2 of 8 passages are worded far too strongly."),
        ([(Wording.IN_LINE, Certainty.HIGH)], "No passage is worded more strongly than research allows."),
        ([], ""),
    ],
)
def test_the_grid_says_what_stands_out(passages, reading):
    assert lay_grid(passages).reading == reading


def test_wording_that_nobody_rated_has_a_column_only_where_it_occurs():
    rated = lay_grid(PASSAGES)
    with_one = lay_grid([*PASSAGES, (Wording.NOT_RATED, None)])
    assert [column.term for column in rated.columns] == [word for word in Wording if word is not Wording.NOT_RATED]
    assert [column.term for column in with_one.columns] == list(Wording)
