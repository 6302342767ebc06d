"""What the published rule promises: no exception, and no kinder verdict for more doubt or bolder words."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.model import Claim, ClaimType, Design, Down, FactBasis, Force, Grading, Step, Up, Verdict
from claimbook.verdicts import weigh
from verdict_notation import BEARINGS, LONG_TERM, Bench, bench

PLAIN = [design for design in Design if not design.pools]
REVIEWS = [
    "meta-analysis(rct-parallel)",
    "systematic-review(cohort)",
    "meta-analysis(case-series)",
    "systematic-review()",
]
WORDS = ["alone", "critical", "high", "retracted", "concern", "off time", "off population", "off model,time"]
STEPS = st.integers(0, 2).map(lambda by: Step(by=by, reason="Toy."))

many = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def items(draw: st.DrawFn, number: int) -> str:
    """Draw one item of evidence, which only earlier items can contain."""
    words = [draw(st.sampled_from(PLAIN + REVIEWS)), draw(st.sampled_from(sorted(BEARINGS)))]
    words += draw(st.lists(st.sampled_from(WORDS), max_size=1))
    if draw(st.booleans()):
        words.append(f"of {draw(st.integers(0, 9))}")
    if number > 1 and draw(st.booleans()):
        words.append(f"in study{draw(st.integers(1, number - 1))}")
    elif draw(st.integers(0, 5)) == 0:
        words.append(f"same people{draw(st.integers(1, 2))}")
    return " ".join(words)


@st.composite
def gradings(draw: st.DrawFn) -> Grading:
    """Draw the judgements of a claim."""
    return Grading(
        scope_covered=draw(st.booleans()),
        long_term_covered=draw(st.sampled_from([None, *LONG_TERM.values()])),
        fact_basis=draw(st.sampled_from(list(FactBasis))),
        down=draw(st.dictionaries(st.sampled_from(list(Down)), STEPS, max_size=2)),
        up=draw(st.dictionaries(st.sampled_from(list(Up)), STEPS, max_size=1)),
    )


@st.composite
def benches(draw: st.DrawFn) -> tuple[Bench, Claim]:
    """Draw a claim with up to seven items of evidence."""
    made = bench()
    for number in range(1, draw(st.integers(0, 7)) + 1):
        made.add(draw(items(number)))
    kind = f"{draw(st.sampled_from(list(ClaimType)))} · {draw(st.sampled_from(list(Force)))}"
    return made, made.claim(kind, grading=draw(gradings()))


def kindness(verdict: Verdict | None) -> int | None:
    """Place on the scale from contradicted to supported; none off that scale."""
    return None if verdict is None else verdict.review_rating


def with_one_more_against(data: st.DataObject, made: Bench, claim: Claim) -> Claim:
    """Add a study against the claim: of any design, direct or not, perhaps inside or around what is there."""
    inside = sorted(made.studies)
    around = [item.study for item in claim.evidence]
    design = data.draw(st.sampled_from(PLAIN + REVIEWS))
    words = [f"{design} - as further of {data.draw(st.integers(0, 9))}", data.draw(st.sampled_from(["", *WORDS]))]
    if inside and design in PLAIN and data.draw(st.booleans()):
        words.append(f"in {data.draw(st.sampled_from(inside))}")
    made.add(" ".join(words))
    if around and design in REVIEWS:
        made.study("further", covers=tuple(data.draw(st.sets(st.sampled_from(around)))))
    return replace(claim, evidence=tuple(made.evidence))


@many
@given(benches(), st.data())
def test_a_further_study_against_never_helps(drawn: tuple[Bench, Claim], data: st.DataObject) -> None:
    made, claim = drawn
    before = kindness(weigh(claim, made.catalogue()).verdict)
    more = with_one_more_against(data, made, claim)
    after = kindness(weigh(more, made.catalogue()).verdict)
    assert before is None or (after is not None and after <= before)


@many
@given(benches())
def test_bolder_words_never_help(drawn: tuple[Bench, Claim]) -> None:
    made, claim = drawn
    verdicts = [weigh(replace(claim, force=force), made.catalogue()).verdict for force in Force]
    scale = [kindness(verdict) for verdict in verdicts]
    known = [place for place in scale if place is not None]
    assert known == sorted(known, reverse=True)
    assert len(known) in {0, len(scale)}


@many
@given(benches())
def test_every_item_is_accounted_for(drawn: tuple[Bench, Claim]) -> None:
    made, claim = drawn
    suggestion = weigh(claim, made.catalogue())
    assert [item.study for item in suggestion.items] == [item.study for item in claim.evidence]
    assert all(item.words for item in suggestion.items)
    assert suggestion.weights.total == sum(item.weight for item in suggestion.items)
    assert (suggestion.verdict is None) == (suggestion.certainty is None)
    assert suggestion.steps[-1].what == "Suggestion"
