"""What the page for contributors shows: how a sentence comes to its badge, with examples from the book."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimbook.findings import Finding, Format, Level, render, suggest
from claimbook.model import (
    Bearing,
    Certainty,
    Claim,
    ClaimType,
    Down,
    Force,
    Importance,
    Method,
    NotCheckable,
    ReviewState,
    Term,
    Up,
    Verdict,
)
from claimbook.rules import Rule
from claimbook.views.base import ClaimRow, Prose, prose
from claimbook.views.grading import differs
from claimbook.views.methods import view_kinds
from claimbook.views.shelf import Shelf
from claimbook.views.specimen import FieldGroup, fullness, view_specimen


@dataclass(frozen=True, slots=True)
class Example:
    """A word of a badge, and a claim that carries it."""

    term: Term
    row: ClaimRow | None
    """None where no claim carries it."""
    why: Prose


@dataclass(frozen=True, slots=True)
class Specimen:
    """A claim whose record is shown."""

    row: ClaimRow
    address: str
    """Where the repository shows the record."""
    groups: tuple[FieldGroup, ...]
    message: str
    """What the check would print of a mistake in it."""


@dataclass(frozen=True, slots=True)
class ContributeView:
    """Everything on the page for contributors."""

    repository: str
    folder: str
    """Name of the folder that a copy of the repository has."""
    report: str
    """Where a report is written."""
    guide: str
    form: str
    """The form for a new claim."""
    kinds: tuple[tuple[Method, tuple[ClaimType, ...]], ...]
    not_checkable: tuple[Term, ...]
    forces: tuple[Term, ...]
    bearings: tuple[Term, ...]
    downs: tuple[Term, ...]
    ups: tuple[Term, ...]
    verdicts: tuple[Example, ...]
    certainties: tuple[Example, ...]
    specimen: Specimen | None
    errors: int
    """Rules that stop a build."""
    warnings: int


def view_contribute(shelf: Shelf, rules: Sequence[Rule]) -> ContributeView:
    """Cut the page for contributors from the book."""
    book = shelf.catalogue.book
    repository = book.repository.rstrip("/")
    verdicts, certainties = _calibrate(shelf)
    return ContributeView(
        repository=repository,
        folder=repository.rpartition("/")[2],
        report=f"{repository}/issues/new/choose",
        guide=_file("CONTRIBUTING.md", shelf),
        form=_file("claims/_template.yml", shelf),
        kinds=view_kinds(),
        not_checkable=tuple(NotCheckable),
        forces=tuple(Force),
        bearings=tuple(Bearing),
        downs=tuple(Down),
        ups=tuple(Up),
        verdicts=verdicts,
        certainties=certainties,
        specimen=_specimen(shelf),
        errors=sum(rule.level is Level.ERROR for rule in rules),
        warnings=sum(rule.level is Level.WARNING for rule in rules),
    )


def _file(path: str, shelf: Shelf) -> str:
    book = shelf.catalogue.book
    return f"{book.repository.rstrip('/')}/blob/{book.branch}/{path}"


def _calibrate(shelf: Shelf) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Pick a claim for each verdict and each certainty, none twice, those first of which one is surest."""
    waiting = _clear_rows(shelf)
    return tuple(_examples(Verdict, lambda row: row.badge.verdict, waiting, shelf)), tuple(
        _examples(Certainty, lambda row: row.certainty, waiting, shelf)
    )


def _examples(
    vocabulary: type[Term], word: Callable[[ClaimRow], Term | None], waiting: list[ClaimRow], shelf: Shelf
) -> Iterator[Example]:
    for term in vocabulary:
        row = next((row for row in waiting if word(row) is term), None)
        if row:
            waiting.remove(row)
        yield Example(term, row, prose(_claim(row, shelf).why, shelf.sources) if row else ())


def _claim(row: ClaimRow, shelf: Shelf) -> Claim:
    return shelf.catalogue.claims[row.id]


def _clear_rows(shelf: Shelf) -> list[ClaimRow]:
    """Claims whose pages say what their badges rest on, those that teach most first."""
    rows = (row for row in shelf.live if row.badge.state is ReviewState.PUBLISHED and row.badge.verdict)
    return sorted((row for row in rows if _claim(row, shelf).why), key=lambda row: _doubtful(row, shelf))


_RANK = {importance: rank for rank, importance in enumerate(Importance)}


def _doubtful(row: ClaimRow, shelf: Shelf) -> tuple[bool, bool, int, str]:
    """Rank claims: those that follow the rule first, then those on which two raters agreed, then weighty ones."""
    claim = _claim(row, shelf)
    second = claim.review.second
    agreed = second is not None and second.agreed
    return differs(claim, shelf.suggestions[row.id]), not agreed, _RANK[row.importance], row.id


def _specimen(shelf: Shelf) -> Specimen | None:
    """Show the record that fills most fields; of several the first that teaches most."""
    row = max(_clear_rows(shelf), key=lambda one: fullness(_claim(one, shelf)), default=None)
    if row is None:
        return None
    claim = _claim(row, shelf)
    record = f"claims/{shelf.catalogue.category_of[row.id]}/{row.id}.yml"
    return Specimen(row, _file(record, shelf), view_specimen(claim), _message(claim, record, shelf))


def _message(claim: Claim, record: str, shelf: Shelf) -> str:
    """Print what the check says where the key of a study has two letters in the wrong order."""
    known = next((item.study for item in claim.evidence), min(shelf.catalogue.studies, default="smith2020"))
    mistyped = f"{known[:-2]}{known[-1]}{known[-2]}"
    hint = suggest(mistyped, shelf.catalogue.studies)
    finding = Finding(record, 41, 12, Level.ERROR, "unknown-study", f'there is no study "{mistyped}"', hint)
    return render([finding], Format.TEXT, 1).rpartition("\n1 finding")[0]
