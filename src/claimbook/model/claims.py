"""A claim: one proposition, where it is said, what bears on it, how it was rated."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from claimbook.model.base import Count, Day, Exemption, Flag, Id, Key, Number, Text, record
from claimbook.model.vocabulary.articles import Cites, CitesCheck, Stretch
from claimbook.model.vocabulary.claims import ClaimType, Force, Importance, Method, NotCheckable
from claimbook.model.vocabulary.evidence import Bearing, Directness, Down, FactBasis, Mismatch, RiskOfBias, Up
from claimbook.model.vocabulary.ratings import Certainty, HistoryKind, Point, ReviewState, Verdict
from claimbook.model.vocabulary.studies import Measure

UNSPECIFIED = "unspecified"
"""What a scope says where the articles leave something open; read as the ordinary case."""


@record
class Scope:
    """Whom and what the statement is about (PICO and time)."""

    population: Text = Field(default=UNSPECIFIED, description="Which people.")
    drug: Text = Field(
        default=UNSPECIFIED, description="What is given or done, by its exact name; a near relative is something else."
    )
    route: tuple[Id, ...] = Field(default=(), description="Ways to give it, by codes of the book; empty means any.")
    dose: Text = Field(default=UNSPECIFIED, description="How much, with its unit.")
    comparator: Text = Field(default=UNSPECIFIED, description="Compared with what.")
    outcome: Text = Field(default=UNSPECIFIED, description="Which outcome.")
    timeframe: Text = Field(default=UNSPECIFIED, description="Over which time.")


@record
class Appearance:
    """One place where an article says this."""

    article: Id = Field(description="Id of the article record.")
    heading: Text = Field(description="The heading it stands under, as the article prints it.", examples=["Conclusion"])
    paragraph: Annotated[Count, Field(ge=1)] = Field(description="Paragraph or list item under that heading, from 1.")
    quote: Text = Field(
        description="A fragment of the article, at most 12 words, never a whole sentence.",
        examples=["help within hours"],
    )
    force: Force = Field(description="How strongly the article says it.")
    force_note: str = Field(default="", description="Why, where the context changes it.")
    stretch: tuple[Stretch, ...] = Field(default=(), description="Ways in which it goes beyond the research.")
    cites: Cites = Field(default=Cites.NONE, description="Whether the article names a source here.")
    cites_check: CitesCheck | None = Field(default=None, description="What became of that source.")
    cites_ref: Key | None = Field(default=None, description="The source in our library, where it was found.")


@record
class Evidence:
    """One finding of one study, held against this statement."""

    study: Key = Field(description="Key of the study.")
    finding: Id = Field(description="Id of a finding in that study's file.")
    outcomes: tuple[Id, ...] = Field(
        default=(),
        description="Groups of outcomes this finding is about, where those of the claim and the time do not tell.",
    )
    bearing: Bearing = Field(description="What it says about this statement.")
    directness: Directness = Field(
        default=Directness.DIRECT, description="Whether it looked at what the statement is about."
    )
    indirect_in: tuple[Mismatch, ...] = Field(
        default=(), description="In which respects it is indirect; all that apply."
    )
    risk_of_bias: RiskOfBias = Field(default=RiskOfBias.UNCLEAR, description="Risk of bias for this outcome.")
    reason: str = Field(default="", description="Why that risk of bias; required above some.")
    covered_by: Key | None = Field(
        default=None,
        description="A review in this list that contains this study, where its own record does not say so.",
    )
    note: str = Field(default="", description="What a reader should know about it, in one sentence.")


@record
class Step:
    """How far one reason moves the certainty."""

    by: Annotated[Count, Field(le=2)] = Field(description="Steps, 0 to 2.")
    reason: Text = Field(description="Why, naming studies.")


@record
class Important:
    """The smallest effect that matters to people."""

    measure: Measure = Field(description="Unit of the value.")
    value: Number = Field(description="The value, as a positive number (a ratio over 1).")
    source: Text = Field(description="Where the value comes from.")


@record
class Grading:
    """The judgements that the rule weighs."""

    scope_covered: Flag = Field(default=False, description="Do the studies that count cover the whole scope?")
    important: Important | None = Field(default=None, description="Smallest effect that matters; empty: house values.")
    long_term_covered: Flag | Literal["not-relevant"] | None = Field(
        default=None, description="Safety assurances only: was anyone watched for six months or more?"
    )
    fact_basis: FactBasis | None = Field(
        default=None, description="Plain facts only: the strongest kind of source found."
    )
    not_checkable: NotCheckable | None = Field(default=None, description="Why research cannot test it.")
    down: dict[Down, Step] = Field(
        default_factory=dict, description="Steps down; 0 with a reason where the build suggests more."
    )
    up: dict[Up, Step] = Field(default_factory=dict, description="Steps up.")
    blinding: str = Field(
        default="", description="Could people tell what they were given? Always answered for what they can feel."
    )


@record
class Rating:
    """What a person confirmed."""

    verdict: Verdict = Field(description="Does research back the statement?")
    certainty: Certainty = Field(description="How sure can anyone be of the finding?")
    date: Day = Field(description="Day of the confirmation.")
    by: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Ids of the raters in people.yml.")
    why_not_rule: str = Field(
        default="", description="Why it differs from the computed suggestion; only where it does."
    )


@record
class AbsoluteNumbers:
    """How many of a number of people had an outcome, with it and without."""

    outcome: Text = Field(description="The outcome, in plain words.")
    per: Annotated[Count, Field(ge=1)] = Field(description="Of how many people.")
    treated: Number = Field(alias="with", description="How many of them had it, with what was tried.")
    untreated: Number | None = Field(
        default=None, alias="without", description="How many had it without; empty where nothing was compared."
    )
    study: Key = Field(description="Key of the study.")
    finding: Id = Field(description="Id of the finding that holds the figures.")


@record
class Judgement:
    """What one rater made of a claim, before the two were compared."""

    verdict: Verdict = Field(description="Does research back the statement?")
    certainty: Certainty = Field(description="How sure can anyone be?")


@record
class SecondRating:
    """A second rating, made from statement, scope and studies alone, without sight of the first."""

    date: Day = Field(description="Day of the comparison.")
    by: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Ids of the second raters in people.yml.")
    first: Judgement = Field(description="The first rating, as it stood when the two were compared.")
    second: Judgement = Field(description="The second rating, as it stood when the two were compared.")
    differed_on: tuple[Point, ...] = Field(default=(), description="What the two judged differently.")
    resolved: str = Field(default="", description="How the differences were resolved, and why.")

    @property
    def agreed(self) -> bool:
        """Whether both came to the same verdict and the same certainty."""
        return self.first == self.second


@record
class Review:
    """Where the rating stands and when it is due again."""

    status: ReviewState = Field(description="State of the rating.")
    due: Day | None = Field(default=None, description="When it should be looked at again.")
    reason: str = Field(default="", description="Why it was withdrawn.")
    second: SecondRating | None = Field(default=None, description="The second, independent rating, once compared.")


@record
class HistoryEntry:
    """One change of the rating, in words."""

    date: Day = Field(description="Day of the change.")
    kind: HistoryKind = Field(description="Kind of change.")
    text: Text = Field(description="What changed and why.")


@record
class Claim:
    """One proposition with one outcome. Its folder is its category."""

    id: Id = Field(description="File name and address; never changed, never reused.")
    title: Annotated[Text, StringConstraints(max_length=80)] = Field(
        description="A plain question, at most 80 characters.", examples=["Does it help within hours?"]
    )
    statement: Annotated[Text, StringConstraints(max_length=200)] = Field(
        description="The claim in our own words with the articles' force, at most 200 characters.",
        examples=["It can help within hours of the first time."],
    )
    type: ClaimType = Field(description="Kind of statement; picks the grading method.")
    force: Force = Field(description="How strongly the statement says it.")
    importance: Importance = Field(description="How much it matters to a person deciding.")
    conditions: tuple[Id, ...] = Field(default=(), description="Conditions, by the codes of the book.")
    outcomes: tuple[Id, ...] = Field(
        default=(),
        description="Groups of outcomes that the statement is about; none where it is about something else.",
    )
    scope: Scope = Field(default=Scope(), description="Whom and what the statement is about.")
    appearances: Annotated[tuple[Appearance, ...], Field(min_length=1)] = Field(description="Where it is said.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Findings that bear on it, for and against.")
    grading: Grading = Field(default=Grading(), description="The judgements that the rule weighs.")
    rating: Rating | None = Field(default=None, description="What a person confirmed; empty while it is a draft.")
    finding: str = Field(default="", description="The answer in one sentence, at most 35 words.")
    holds_for: tuple[Text, ...] = Field(default=(), description="For whom or what it holds.")
    not_shown_for: tuple[Text, ...] = Field(default=(), description="For whom or what it was not shown.")
    why: str = Field(default="", description="The main reason for doubt first, at most 60 words.")
    detail: str = Field(default="", description="The whole story in our own words; cites studies as [@key].")
    numbers: tuple[AbsoluteNumbers, ...] = Field(default=(), description="Absolute numbers, where known.")
    what_would_change: str = Field(default="", description="What kind of study would change the rating.")
    search: Id | None = Field(default=None, description="Id of the search record.")
    review: Review = Field(description="Where the rating stands.")
    history: tuple[HistoryEntry, ...] = Field(default=(), description="Changes of the rating, oldest first.")
    readers_say: tuple[Text, ...] = Field(
        default=(), description="Words with which readers look for it and which its texts lack; never shown."
    )
    related: tuple[Id, ...] = Field(default=(), description="Ids of related claims.")
    opposite: tuple[Id, ...] = Field(
        default=(), description="Ids of claims that say the opposite; written on one of the two, shown on both."
    )
    aliases: tuple[Id, ...] = Field(default=(), description="Former ids; addresses of these lead here.")
    exceptions: tuple[Exemption, ...] = Field(default=(), description="Rules this record need not meet for now.")

    @property
    def method(self) -> Method:
        """The grading method that the type picks."""
        return self.type.method

    @property
    def asserted(self) -> str:
        """Question and statement, which say what the claim is about."""
        return f"{self.title} {self.statement}"

    @property
    def answered(self) -> bool:
        """Whether somebody stands behind its answer: it was rated, and was not withdrawn."""
        return self.rating is not None and self.review.status is not ReviewState.WITHDRAWN

    @property
    def wants_second(self) -> bool:
        """Whether it should be rated again: it matters to a decision, can be checked, is published, was rated once."""
        checkable = self.method is not Method.NONE and self.grading.not_checkable is None
        published = self.review.status is ReviewState.PUBLISHED
        weighty = self.importance is not Importance.MINOR
        return weighty and checkable and published and self.review.second is None
