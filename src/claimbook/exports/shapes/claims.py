"""The shape of claims: a short row for the list of all, and everything for the file of each."""

from typing import Annotated, TypedDict

from claimbook.exports.shapes.base import Day, Head, Number
from claimbook.exports.shapes.grading import Grading, Second
from claimbook.exports.shapes.sources import Finding
from claimbook.model import (
    Bearing,
    Certainty,
    Cites,
    CitesCheck,
    ClaimType,
    Control,
    Design,
    Directness,
    Force,
    HistoryKind,
    Importance,
    Mismatch,
    ReviewState,
    RiskOfBias,
    StandingKind,
    Stretch,
    Verdict,
    Wording,
)
from claimbook.verdicts import Outcome


class Scope(TypedDict):
    """Whom and what the statement is about; null where the articles leave it open."""

    population: Annotated[str | None, "Which people."]
    drug: Annotated[str | None, "Which drug."]
    route: Annotated[list[str], "Routes, by the codes of the book; empty means any."]
    dose: Annotated[str | None, "Which dose."]
    comparator: Annotated[str | None, "Compared with what."]
    outcome: Annotated[str | None, "Which outcome."]
    timeframe: Annotated[str | None, "Over which time."]


class Passage(TypedDict):
    """One place where an article says it."""

    article: Annotated[str, "Id of the article."]
    article_title: Annotated[str, "Its title."]
    article_address: Annotated[str, "Its page."]
    heading: Annotated[str, "The heading it stands under."]
    paragraph: Annotated[int, "Paragraph or list item under that heading, from 1."]
    quote: Annotated[str, "A fragment of at most 12 words; it belongs to the publisher."]
    force: Annotated[Force, "How strongly the article says it."]
    force_note: Annotated[str, "Why, where the context changes it."]
    wording: Annotated[Wording, "How that compares with what research allows; computed."]
    stretch: Annotated[list[Stretch], "Ways in which it goes beyond research."]
    cites: Annotated[Cites, "Whether the article names a source here."]
    cites_check: Annotated[CitesCheck | None, "What became of that source."]
    cites_ref: Annotated[str | None, "Key of that source, where it was found."]


class Evidence(TypedDict):
    """One finding of one study, held against the statement."""

    study: Annotated[str, "Key of the study in the library."]
    short: Annotated[str, "First author and year."]
    address: Annotated[str, "Its page."]
    design: Annotated[Design, "Kind of study."]
    control: Annotated[Control | None, "Kind of comparison."]
    standing: Annotated[StandingKind | None, "What has become of it since; null where nothing is known."]
    finding: Finding
    bearing: Annotated[Bearing, "What it says about the statement."]
    directness: Annotated[Directness, "Whether it looked at what the statement is about."]
    indirect_in: Annotated[list[Mismatch], "In which respects it is indirect."]
    risk_of_bias: Annotated[RiskOfBias, "Risk of bias for this outcome."]
    reason: Annotated[str, "Why that risk of bias."]
    outcomes: Annotated[list[str], "Groups of outcomes, where those of the claim do not tell."]
    covered_by: Annotated[
        str | None, "Key of a review in this list that contains it, where its record does not say so."
    ]
    note: Annotated[str, "What a reader should know about it."]
    counts: Annotated[bool, "Whether the rule weighs it."]
    weighing: Annotated[Outcome, "What became of it when the rule weighed the evidence."]


class Absolute(TypedDict):
    """How many of a number of people had an outcome."""

    outcome: Annotated[str, "The outcome, in plain words."]
    per: Annotated[int, "Of how many people."]
    treated: Annotated[Number, "How many of them with treatment."]
    untreated: Annotated[Number | None, "How many without; null where nothing was compared."]
    study: Annotated[str, "Key of the study."]
    finding: Annotated[str, "Id of the finding that holds the figures."]


class Change(TypedDict):
    """One change of the claim."""

    date: Annotated[Day, "Day of the change."]
    kind: Annotated[HistoryKind, "Kind of change."]
    text: Annotated[str, "What changed and why."]


class Row(TypedDict):
    """A claim in short."""

    id: Annotated[str, "Never changed, never reused."]
    address: Annotated[str, "Its page."]
    record: Annotated[str, "The file that holds all of it."]
    title: Annotated[str, "A plain question."]
    statement: Annotated[str, "The claim in our own words; the rating answers this and nothing else."]
    category: Annotated[str, "Id of its category."]
    category_label: Annotated[str, "Name of its category."]
    type: Annotated[ClaimType, "Kind of statement; picks the grading method."]
    importance: Annotated[Importance, "How much it matters to a person deciding."]
    state: Annotated[ReviewState, "State of the rating."]
    verdict: Annotated[Verdict | None, "Does research back the statement? Null while unrated or once withdrawn."]
    certainty: Annotated[Certainty | None, "How sure can anyone be? Never show a verdict without it."]
    badge: Annotated[str, "Both in words."]
    finding: Annotated[str, "The answer in one sentence."]
    rated_twice: Annotated[bool, "Whether it was rated a second time, independently."]
    opposite: Annotated[list[str], "Ids of claims that say the opposite."]
    rated: Annotated[Day | None, "Day of the rating."]
    due: Annotated[Day | None, "When it should be looked at again."]
    last_modified: Annotated[Day | None, "Day of the last entry of its history."]
    articles: Annotated[int, "Articles that say it."]
    wordings: Annotated[dict[str, int], "Passages by how their wording compares with research."]
    studies: Annotated[int, "Studies held against it, background aside."]
    doubted_source: Annotated[bool, "Whether it lists a source that was retracted or doubted by its journal."]


class Claim(Row):
    """Everything on a claim."""

    force: Annotated[Force, "How strongly the statement says it."]
    conditions: Annotated[list[str], "Conditions, by the codes of the book."]
    outcomes: Annotated[list[str], "Groups of outcomes that it is about, by the codes of the book."]
    scope: Scope
    passages: list[Passage]
    evidence: list[Evidence]
    grading: Grading
    raters: Annotated[list[str], "Who confirmed the rating."]
    second: Annotated[Second | None, "The second rating; null where there is none."]
    holds_for: Annotated[list[str], "For whom or what it holds."]
    not_shown_for: Annotated[list[str], "For whom or what it was not shown."]
    why: Annotated[str, "The main reason for doubt first. `[@key]` cites a source by its key."]
    detail: Annotated[str, "The whole story. `[@key]` cites a source by its key."]
    numbers: list[Absolute]
    what_would_change: Annotated[str, "What kind of study would change the rating."]
    searched: Annotated[Day | None, "Last day of the search behind it."]
    withdrawn: Annotated[str, "Why it was withdrawn; empty where it stands."]
    history: Annotated[list[Change], "Oldest first."]
    related: Annotated[list[str], "Ids of related claims."]
    aliases: Annotated[list[str], "Former ids; their addresses lead here."]


class ClaimFile(Head):
    """One claim with everything on it."""

    claim: Claim


class ClaimsFile(Head):
    """All claims in short."""

    total: Annotated[int, "Number of claims."]
    claims: list[Row]
