"""What claims rest on and speak about: studies, library entries, articles, searches, people."""

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from claimbook.model.base import Count, Day, Exemption, Flag, Id, Key, Number, Text, Url, record
from claimbook.model.vocabulary.studies import (
    Asked,
    Control,
    Design,
    Direction,
    FavoursSide,
    GuessCheck,
    Masking,
    Measure,
    RatedBy,
    Seen,
    StandingKind,
)


@record
class Intervention:
    """What was given."""

    drug: Text = Field(description="What was given or done.")
    route: str = Field(default="", description="In which way, in words.")
    dose: str = Field(default="", description="How much, with its unit.", examples=["10 minutes", "0.5 mg/kg"])
    schedule: str = Field(default="", description="How often and how long.")


@record
class Blinding:
    """Who could know what was given."""

    participants: Masking = Field(default=Masking.UNCLEAR, description="The people who were given it.")
    raters: Masking = Field(default=Masking.UNCLEAR, description="Those who measured.")
    checked: GuessCheck = Field(default=GuessCheck.UNCLEAR, description="Whether guesses were asked for and reported.")


@record
class Effect:
    """A measured effect; only what was seen on a page."""

    measure: Measure | None = Field(default=None, description="Unit of the value; empty where only p was seen.")
    scale: str = Field(
        default="",
        description="Mean differences: the scale of the points, with its range where the name leaves it open "
        "(MADRS; pain, 0 to 10). Plots put studies on one axis only where they name the same.",
    )
    value: Number | None = Field(default=None, description="Point estimate.")
    ci_low: Number | None = Field(default=None, description="Lower end of the 95 % interval.")
    ci_high: Number | None = Field(default=None, description="Upper end of the 95 % interval.")
    p: Number | None = Field(default=None, description="p value.")
    favours: FavoursSide | None = Field(default=None, description="The side that is better.")


@record
class StudyFinding:
    """One result of a study."""

    id: Id = Field(description="Id within this study; claims point to it.")
    outcome: Text = Field(description="What was measured.")
    timepoint: str = Field(default="", description="When.")
    follow_up_days: Number | None = Field(
        default=None, description="Last measurement, in days; for harms, how long people were watched."
    )
    people: Count | None = Field(
        default=None, description="People analysed here, in all arms; empty: n, for reviews unknown."
    )
    events: Count | None = Field(default=None, description="Yes/no outcomes: events in all arms together.")
    studies: Count | None = Field(
        default=None, description="Reviews: studies on the side of this result, else how many it pooled."
    )
    designs: tuple[Design, ...] = Field(default=(), description="Reviews: designs pooled here, where not all of them.")
    rated_by: RatedBy | None = Field(default=None, description="Who or what measured it.")
    asked: Asked | None = Field(default=None, description="Harms: how they were found.")
    result: Text = Field(description="The result, in words and figures.")
    where: str = Field(
        default="", description="Where in the source it stands: page, table or figure.", examples=["Table 2"]
    )
    direction: Direction = Field(description="Which way it moved with what was tried.")
    precise: Flag = Field(default=True, description="false: the interval includes no effect.")
    effect: Effect | None = Field(default=None, description="The measured effect, as far as it was seen.")


@record
class Study:
    """What a study did and found; written once, used by every claim."""

    key: Key = Field(description="Key in library.bib; also the file name.")
    study_id: Id | None = Field(default=None, description="Shared by papers that report on the same people.")
    design: Design = Field(description="How it was done.")
    included_designs: tuple[Design, ...] = Field(default=(), description="Reviews: every design pooled.")
    covers: tuple[Key, ...] = Field(
        default=(), description="Reviews and pooled analyses: keys of studies they contain."
    )
    population: Text = Field(description="Who was studied.")
    n: Count | None = Field(default=None, description="People in all.")
    n_studies: Count | None = Field(default=None, description="Studies in all (reviews).")
    conditions: tuple[Id, ...] = Field(default=(), description="Conditions, by the codes of the book.")
    intervention: Intervention = Field(description="What was given.")
    comparator: str = Field(default="", description="Compared with what, in words.")
    control: Control | None = Field(default=None, description="Kind of comparison.")
    blinding: Blinding | None = Field(default=None, description="Who could know what was given.")
    findings: Annotated[tuple[StudyFinding, ...], Field(min_length=1)] = Field(description="Results.")
    limitations: tuple[Text, ...] = Field(default=(), description="What limits it.")
    funding: str = Field(default="", description="Who paid; empty: not seen.")
    registration: str = Field(default="", description="Registration number; empty: not seen.", examples=["NCT01234567"])
    seen: Seen = Field(description="How much of it was read.")
    status: Literal["incomplete"] | None = Field(
        default=None, description="incomplete: journal or year was not shown; not citable until it is."
    )
    seen_at: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Pages on which the figures were seen: addresses, or words where a page has none."
    )
    exceptions: tuple[Exemption, ...] = Field(default=(), description="Rules this record need not meet for now.")

    @property
    def people_id(self) -> str:
        """What papers that report on the same people share."""
        return self.study_id or self.key


class Reference(NamedTuple):
    """A library entry, as far as pages and citations need it."""

    key: str
    entry_type: str
    """BibTeX type: article, book, misc, techreport and so on."""
    title: str
    authors: tuple[str, ...]
    """Names as "Family, Given"; bodies as they call themselves."""
    year: str
    container: str
    """Journal, book or publisher; empty where there is none."""
    volume: str
    number: str
    pages: str
    doi: str
    pmid: str
    pmcid: str
    url: str


@record
class Standing:
    """What has become of a source."""

    key: Key = Field(description="Key of the source.")
    kind: StandingKind = Field(description="Corrected, concern or retracted.")
    date: Day = Field(description="Date of the notice.")
    notice: Url = Field(description="Where the notice stands.")
    text: Text = Field(description="What readers should know, in a sentence.")


@record
class StandingList:
    """All sources that are not as they were published."""

    checked: Day = Field(description="When the standing of all sources was last checked.")
    how: Text = Field(description="How it was checked.")
    sources: tuple[Standing, ...] = Field(default=(), description="The sources.")


@record
class SearchSource:
    """One place that was searched."""

    name: Text = Field(description="Name of the place.")
    queries: tuple[Text, ...] = Field(default=(), description="Words that were searched for.")
    found: str = Field(default="", description="What came back.")


@record
class Search:
    """What was searched, when, by whom, what came back."""

    id: Id = Field(description="File name.")
    question: Text = Field(description="What was asked.")
    date: Day = Field(description="Last day of the search.")
    by: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Ids of those who searched.")
    sources: Annotated[tuple[SearchSource, ...], Field(min_length=1)] = Field(description="Places searched.")
    result: Text = Field(description="What came of it, in a sentence or two.")
    limits: tuple[Text, ...] = Field(default=(), description="What it could not see.")


@record
class Person:
    """A rater."""

    id: Id = Field(description="Id used in ratings.")
    name: Text = Field(description="Name as printed.")
    role: Text = Field(description="What they do here.")
    clinician: Flag | None = Field(
        default=None, description="Books on medicine: whether they are a clinician; methods say so."
    )
    interests: Text = Field(description="Competing interests, or that there are none.")
    orcid: Url | None = Field(default=None, description="ORCID address.")


@record
class PeopleList:
    """Everybody who rates."""

    people: Annotated[tuple[Person, ...], Field(min_length=1)] = Field(description="The raters.")
