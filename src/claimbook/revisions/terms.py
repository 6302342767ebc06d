"""What a comparison of two states of a book hands on: changes by kind, each in the words of readers."""

from dataclasses import dataclass
from typing import NamedTuple

from claimbook.model import Claim, Term


class Kind(Term):
    """What kind of change it is, what a reviewer looks at first standing first."""

    REMOVED = "removed", "Claims removed", "A claim is withdrawn, never deleted, so that links to it still work."
    ADDRESS = "address", "Addresses lost", "A page whose address changes leaves a redirect at the old one."
    RATING = "rating", "Ratings", "The verdict, the certainty or the basis that badges show."
    SUGGESTION = "suggestion", "What the rule suggests", "What the published rule makes of the evidence."
    CLAIM = "claim", "Claims", "Claims added, withdrawn, renamed or moved."
    STANDING = "standing", "Standing of sources", "Sources that were retracted, doubted or corrected."
    EVIDENCE = "evidence", "Evidence", "Findings added, removed or judged anew, and whether they count."
    JUDGEMENT = "judgement", "Judgements", "Steps, dates and reasons behind a rating."
    FIGURES = "figures", "Studies", "What a study did and found."
    WORDING = "wording", "What articles say", "Passages, and how their wording compares with research."
    ARTICLE = "article", "Articles", "How the claims of an article fare."
    TEXT = "text", "Texts of claims", "What a claim says, and all else in its record."
    RECORD = "record", "Other records", "Settings of the book, searches, people, library, articles, the rule."

    @property
    def error(self) -> bool:
        """Whether such a change must not be made."""
        return self in (Kind.REMOVED, Kind.ADDRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    kind: Kind
    record: str
    """Kind of record: claim, study, article, source, book and so on."""
    id: str
    """Id or key of the record; empty for the book."""
    title: str
    """What readers know it by; may be empty."""
    what: str
    """What changed, in words: a field, or that something was added."""
    before: str = ""
    """Empty where there was nothing."""
    after: str = ""
    """Empty where there is nothing now."""
    note: str = ""
    """What a reviewer should know besides."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that it bears on: the claim itself, or those that rest on it."""


class Turn(NamedTuple):
    """What became another, in words: a field, and what stood and stands in it."""

    what: str
    before: str = ""
    after: str = ""


def of_claim(claim: Claim, kind: Kind, turn: Turn, note: str = "") -> Change:
    """Tell a change of a claim."""
    return Change(
        kind=kind,
        record="claim",
        id=claim.id,
        title=claim.title,
        what=turn.what,
        before=turn.before,
        after=turn.after,
        note=note,
        claims=(claim.id,),
    )


class Unread(NamedTuple):
    """A file that could not be read, so that nothing in it was compared."""

    earlier: bool
    """Whether it is the earlier file that could not be read."""
    file: str
    """Path below the top of the book."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two states of a book."""

    base: str
    """Name of the earlier state."""
    head: str
    """Name of the later one."""
    changes: tuple[Change, ...]
    """By kind, what matters most first."""
    unread: tuple[Unread, ...]

    @property
    def broken(self) -> bool:
        """Whether something must be mended: an error, or a file of the later state that nobody can read."""
        return any(change.kind.error for change in self.changes) or any(not one.earlier for one in self.unread)
