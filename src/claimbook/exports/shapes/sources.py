"""The shape of the library: sources, what each study did and found, and where it is used."""

from typing import Annotated, TypedDict

from claimbook.exports.shapes.base import Day, Head, Number
from claimbook.model import (
    Asked,
    Bearing,
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


class Effect(TypedDict):
    """A measured effect; only what was seen on a page."""

    measure: Annotated[Measure | None, "Unit of the value."]
    value: Annotated[Number | None, "Point estimate."]
    ci_low: Annotated[Number | None, "Lower end of the 95 % interval."]
    ci_high: Annotated[Number | None, "Upper end of the 95 % interval."]
    p: Annotated[Number | None, "p value."]
    favours: Annotated[FavoursSide | None, "The side that is better with treatment."]
    scale: Annotated[str, "Mean differences: the scale of the points."]


class Finding(TypedDict):
    """One result of a study."""

    id: Annotated[str, "Id within the study."]
    outcome: Annotated[str, "What was measured."]
    timepoint: Annotated[str, "When."]
    follow_up_days: Annotated[Number | None, "Last measurement, in days."]
    people: Annotated[int | None, "People analysed here, in all arms."]
    events: Annotated[int | None, "Yes/no outcomes: events in all arms together."]
    studies: Annotated[int | None, "Reviews: studies behind this result."]
    designs: Annotated[list[Design], "Reviews: kinds of studies pooled here, where not all of them."]
    rated_by: Annotated[RatedBy | None, "Who or what measured it."]
    asked: Annotated[Asked | None, "Harms: how they were found."]
    result: Annotated[str, "The result, in words and figures."]
    where: Annotated[str, "Page, table or figure of the source."]
    direction: Annotated[Direction, "Which way the treatment moved it."]
    precise: Annotated[bool, "Whether the interval leaves out no effect."]
    effect: Annotated[Effect | None, "The measured effect, as far as it was seen."]


class Intervention(TypedDict):
    """What was given."""

    drug: Annotated[str, "Drug or treatment."]
    route: Annotated[str, "Route, in words."]
    dose: Annotated[str, "Dose."]
    schedule: Annotated[str, "How often and how long."]


class Blinding(TypedDict):
    """Who could know what was given."""

    participants: Annotated[Masking, "The people treated."]
    raters: Annotated[Masking, "Those who measured."]
    checked: Annotated[GuessCheck, "Whether guesses were asked for and reported."]


class Study(TypedDict):
    """What a study did and found, as far as it was seen."""

    study_id: Annotated[str | None, "Shared by papers that report on the same people."]
    design: Annotated[Design, "Kind of study."]
    included_designs: Annotated[list[Design], "Reviews: kinds of studies in it."]
    covers: Annotated[list[str], "Reviews: keys of studies they contain."]
    population: Annotated[str, "Who was studied."]
    n: Annotated[int | None, "People in all."]
    n_studies: Annotated[int | None, "Studies in all."]
    conditions: Annotated[list[str], "Conditions, by the codes of the book."]
    intervention: Intervention
    comparator: Annotated[str, "Compared with what."]
    control: Annotated[Control | None, "Kind of comparison."]
    blinding: Blinding | None
    findings: list[Finding]
    limitations: Annotated[list[str], "What limits it."]
    funding: Annotated[str, "Who paid; empty where that was not seen."]
    registration: Annotated[str, "Registration number; empty where none was seen."]
    seen: Annotated[Seen, "How much of it was read."]
    seen_at: Annotated[list[str], "Where the figures were seen: addresses, or words where a page has none."]


class Standing(TypedDict):
    """What has become of a source."""

    kind: Annotated[StandingKind, "Corrected, doubted or retracted."]
    date: Annotated[Day, "Date of the notice."]
    notice: Annotated[str, "Where the notice stands."]
    text: Annotated[str, "What readers should know."]


class Use(TypedDict):
    """A claim that lists the source."""

    claim: Annotated[str, "Id of the claim."]
    finding: Annotated[str, "Id of the finding that it uses."]
    bearing: Annotated[Bearing, "What that says about the claim."]


class SourceRow(TypedDict):
    """A source in short."""

    key: Annotated[str, "Key in the library; never changed."]
    address: Annotated[str, "Its page."]
    record: Annotated[str, "The file that holds all of it."]
    short: Annotated[str, "First author and year."]
    citation: Annotated[str, "In Vancouver style."]
    title: Annotated[str, "Its title."]
    year: Annotated[str, "Year of publication; empty where unknown."]
    doi: Annotated[str, "DOI, without an address."]
    pmid: Annotated[str, "PubMed identifier."]
    pmcid: Annotated[str, "PubMed Central identifier."]
    url: Annotated[str, "Where it can be read."]
    design: Annotated[Design | None, "Kind of study; null where no study file exists."]
    standing: Annotated[StandingKind | None, "What has become of it; null where nothing is known against it."]
    claims: Annotated[list[str], "Ids of the claims that list it."]


class Source(SourceRow):
    """Everything on a source."""

    authors: Annotated[list[str], "Persons as `Family, Given`, bodies as they are; `others` ends a list cut short."]
    notice: Annotated[Standing | None, "What has become of it, in words."]
    study: Annotated[Study | None, "What it did and found."]
    uses: list[Use]


class SourceFile(Head):
    """One source with everything on it."""

    source: Source


class SourcesFile(Head):
    """The library in short."""

    standing_checked: Annotated[Day | None, "When retractions and corrections were last looked for."]
    total: Annotated[int, "Number of sources."]
    references: list[SourceRow]
