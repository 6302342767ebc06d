"""Every word of every vocabulary, run through every picture: told apart without colour, and there in words."""

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimbook.model import (
    Bearing,
    Certainty,
    Control,
    Design,
    Direction,
    Effect,
    FavoursSide,
    Measure,
    RiskOfBias,
    Verdict,
    Wording,
)
from claimbook.pages.engine import Engine
from claimbook.plots import Fill, lay_grid
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import shelve, view_claim
from claimbook.views.base import tally

TOY = Path(__file__).parent / "toy"
STYLE = Path(__file__).parent.parent / "src/claimbook/templates/assets/style/plots.css"
CLAIM, STUDY, NAME = "better-than-milk", "cedar2010milk", "Cedar 2010"
TESTING = [bearing for bearing in Bearing if bearing is not Bearing.CONTEXT]
WEIGHED = [bias for bias in RiskOfBias if bias is not RiskOfBias.CRITICAL]
CALLS = {
    "direction": '{% from "plots.j2" import direction %}{{ direction(view.direction_plot, "") }}',
    "forests": '{% from "plots.j2" import forests %}{% if view.forests %}{{ forests(view.forests, "") }}{% endif %}',
    "wordings": '{% from "plots.j2" import wordings %}{{ wordings(view) }}',
    "tallies": '{% from "parts.j2" import tallies %}{{ tallies(view) }}',
    "lengths": '{% from "parts.j2" import lengths %}{{ lengths(view, 100, "l") }}',
}


class Cells(HTMLParser):
    """The rows of tables and the items of lists, each as its text and as its shapes without any class."""

    def __init__(self, text):
        super().__init__()
        self.rows = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in ("tr", "li"):
            self.rows.append(["", []])
        elif self.rows:
            self.rows[-1][1] += [value for name, value in attrs if name == "d"]

    def handle_data(self, data):
        if self.rows:
            self.rows[-1][0] += data

    def row(self, start):
        return next((" ".join(text.split()), tuple(shapes)) for text, shapes in self.rows if text.startswith(start))


@pytest.fixture(scope="module")
def catalogue():
    return read(TOY).catalogue


@pytest.fixture(scope="module")
def printed(catalogue):
    engine = Engine(catalogue.book)
    return lambda macro, view: str(engine._env.from_string(CALLS[macro]).render(view=view))


def with_study(catalogue, **changes):
    """The book with one study changed: its record, its only finding, or what the claim makes of it."""
    study, claim = catalogue.studies[STUDY], catalogue.claims[CLAIM]
    finding = {name: changes.pop(name) for name in ("effect", "direction") if name in changes}
    item = {name: changes.pop(name) for name in ("bearing", "risk_of_bias") if name in changes}
    studies = {
        **catalogue.studies,
        STUDY: replace(study, findings=(replace(study.findings[0], **finding),), **changes),
    }
    claims = {
        **catalogue.claims,
        CLAIM: replace(claim, evidence=(replace(claim.evidence[0], **item), *claim.evidence[1:])),
    }
    return replace(catalogue, studies=studies, claims=claims)


def view_of(catalogue):
    return view_claim(catalogue.claims[CLAIM], shelve(catalogue, weigh_all(catalogue)))


def direction_rows(catalogue, printed, name, words):
    """Print the direction plot once for each word: the page, and the row of the table that says the same."""
    pages = {
        word: printed(
            "direction", view_of(with_study(catalogue, included_designs=(Design.RCT_PARALLEL,), **{name: word}))
        )
        for word in words
    }
    return pages, {word: Cells(page).row(NAME) for word, page in pages.items()}


def differ(values):
    """Whether no two are alike."""
    values = list(values)
    return all(one != other for place, one in enumerate(values) for other in values[:place])


@pytest.mark.parametrize(("name", "words"), [("bearing", TESTING), ("risk_of_bias", WEIGHED)])
def test_a_mark_of_its_own_in_picture_legend_and_table_for_each(catalogue, printed, name, words):
    pages, rows = direction_rows(catalogue, printed, name, words)
    marks = {word: re.search(rf"<li><svg[^>]*>(.*?)</svg>{word.label}</li>", pages[word])[1] for word in words}
    assert differ(marks.values())
    for word, page in pages.items():
        picture, table = page.split("</svg>\n<ul", 1)
        assert marks[word] in picture
        assert f"{marks[word]}</svg>" in table.split("<tbody", 1)[1]
        assert word.label in rows[word][0]


def test_what_is_too_flawed_to_count_stands_in_the_table_alone(catalogue, printed):
    pages, rows = direction_rows(catalogue, printed, "risk_of_bias", [RiskOfBias.CRITICAL])
    assert "Does not count: critical risk of bias" in rows[RiskOfBias.CRITICAL][0]
    assert rows[RiskOfBias.CRITICAL][0].endswith("Critical risk of bias")
    assert NAME not in re.search(r"<svg class.*?</svg>", pages[RiskOfBias.CRITICAL], re.DOTALL)[0]


def test_background_points_nowhere(catalogue):
    assert view_of(catalogue).direction_plot is not None
    assert view_of(with_study(catalogue, bearing=Bearing.CONTEXT)).direction_plot is None


@pytest.mark.parametrize(("name", "words"), [("design", [*Design]), ("control", [*Control])])
def test_kinds_of_studies_and_of_comparisons_are_named(catalogue, printed, name, words):
    _, rows = direction_rows(catalogue, printed, name, words)
    assert all(word.label.lower() in text.lower() for word, (text, _) in rows.items())
    assert differ(text for text, _ in rows.values())


@pytest.mark.parametrize("design", Design)
def test_the_picture_names_the_kind_of_study_that_counts(catalogue, printed, design):
    view = view_of(with_study(catalogue, design=design, included_designs=(Design.RCT_PARALLEL,)))
    page = printed("direction", view)
    picture = re.search(r'<svg class="cb-directions".*?</svg>', page, re.DOTALL)[0]
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture))
    assert (NAME in words) == (not Cells(page).row(NAME)[0].startswith(f"{NAME} Does not count"))
    assert design.label in words or NAME not in words


def forest_page(catalogue, printed, effect, direction=Direction.FAVOURS):
    """Give all three studies one effect, so that they share whatever axis it stands on."""
    studies = {
        key: replace(study, findings=tuple(replace(one, effect=effect, direction=direction) for one in study.findings))
        if key.endswith("milk")
        else study
        for key, study in catalogue.studies.items()
    }
    return printed("forests", view_of(replace(catalogue, studies=studies)))


def an_effect(measure):
    favours = None if measure in (Measure.PROPORTION, Measure.CORRELATION) else FavoursSide.POSITIVE
    if measure.is_ratio:
        favours = FavoursSide.ABOVE_1
    return Effect(measure=measure, value=0.25, ci_low=0.125, ci_high=0.5, favours=favours, scale="Sleep score")


def test_every_measure_is_named_with_its_figures(catalogue, printed):
    pages = {measure: forest_page(catalogue, printed, an_effect(measure)) for measure in Measure}
    for measure, page in pages.items():
        assert f"<caption>{measure.label}" in page
        assert measure.plain in page
        value, interval = re.search(r"<strong>([\d.]+).*?95&nbsp;% interval: ([\d. to]+\d)", page, re.DOTALL).groups()
        wanted = ("25", "12.5 to 50") if measure in (Measure.PROPORTION, Measure.RD) else ("0.25", "0.125 to 0.5")
        assert (value, interval) == wanted, measure
    assert differ(pages.values())


@pytest.mark.parametrize("measure", [Measure.SMD, Measure.OR, Measure.PROPORTION])
def test_every_direction_is_told_or_kept_off_the_axis(catalogue, printed, measure):
    """A finding on something else stands on an axis only as a share; shares that disagree stand on none."""
    pages = {direction: forest_page(catalogue, printed, an_effect(measure), direction) for direction in Direction}
    left_out = Direction.MIXED if measure is Measure.PROPORTION else Direction.CONTEXT
    assert pages.pop(left_out) == ""
    assert differ(pages.values())
    words = {Direction.FAVOURS: "better", Direction.CONTEXT: Direction.CONTEXT.plain.removesuffix(".")}
    for direction, page in pages.items():
        told = (words.get(direction, direction.label), escape(direction.said_of(catalogue.book.words.treatment)))
        assert any(word.lower() in page.lower() for word in told), direction


@pytest.mark.parametrize("vocabulary", [Verdict, Wording, Certainty])
def test_segments_of_bars_differ_in_pattern_and_symbol_and_are_listed(printed, vocabulary):
    counts = tally(vocabulary, [word for place, word in enumerate(vocabulary, start=1) for _ in range(place)])
    page = printed("tallies", counts)
    bar, listed = page.split("</svg>\n<ul", 1)
    patterns = re.findall(r"cb-fill--(\w+)", bar)
    assert differ(patterns)
    assert patterns == re.findall(r"cb-fill--(\w+)", listed)
    items = Cells(f"<ul{listed}").rows
    assert [text for text, _ in items] == [f"{place} {word.label}" for place, word in enumerate(vocabulary, start=1)]
    assert differ(shapes for _, shapes in items) or vocabulary is Certainty


def test_every_pattern_is_drawn_by_the_style_sheet():
    style = STYLE.read_text(encoding="utf-8")
    assert {*re.findall(r"cb-fill--(\w+)", style)} | {Fill.EMPTY} == {*Fill}


def test_lengths_name_every_certainty(printed):
    items = Cells(printed("lengths", tally(Certainty, list(Certainty)))).rows
    assert [" ".join(text.split()) for text, _ in items] == [f"{level.label} 1" for level in Certainty]


def test_the_grid_names_every_wording_and_every_certainty(printed):
    page = printed("wordings", lay_grid([(wording, certainty) for wording in Wording for certainty in Certainty]))
    head, *rows = Cells(page).rows
    labels = [re.sub("^(Worded|Wording) ", "", wording.label) for wording in Wording]
    assert all(label.lower() in head[0].lower() for label in labels)
    assert differ(head[1])
    names = [level.label for level in Certainty if level is not Certainty.NOT_RATED]
    assert [text.strip() for text, _ in rows] == [f"{name}111111" for name in (*names, "Not graded")]
