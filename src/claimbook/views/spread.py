"""How what an article says fares, and where articles contradict one another."""

from dataclasses import dataclass

from claimbook.model import Appearance, Certainty, Verdict, Wording
from claimbook.views.base import OVERSTATED, ClaimRow, Fold, Link, Tally, fold, tally
from claimbook.views.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Spread:
    """Verdicts, certainties and wording of what one article says."""

    claims: int
    """Claims that stand, rated or not."""
    verdicts: tuple[Tally, ...]
    certainties: tuple[Tally, ...]
    """Of the claims that are graded."""
    ungraded: int
    """Claims without a certainty: plain facts, what cannot be checked, and what nobody has studied."""
    passages: int
    wordings: tuple[Tally, ...]
    overstated: int
    """Sentences worded more strongly than research allows, by however little."""
    far_overstated: int
    """Those of them that are worded far too strongly."""

    @property
    def overstated_of_100(self) -> int:
        """Overstated passages of every 100, so that articles of different length can be compared."""
        return _of_100(self.overstated, self.passages)

    @property
    def far_of_100(self) -> int:
        """Far overstated passages of every 100."""
        return _of_100(self.far_overstated, self.passages)


def _of_100(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def view_spread(said: tuple[tuple[ClaimRow, Appearance, Wording], ...]) -> Spread:
    """Count each claim once, and each passage."""
    rows = list({row.id: row for row, _, _ in said}.values())
    levels = [level for _, _, level in said]
    graded = [row.certainty for row in rows if row.certainty and row.certainty is not Certainty.NOT_RATED]
    return Spread(
        claims=len(rows),
        verdicts=tally_verdicts(rows),
        certainties=tally(Certainty, graded),
        ungraded=len(rows) - len(graded),
        passages=len(levels),
        wordings=tally(Wording, levels),
        overstated=sum(level in OVERSTATED for level in levels),
        far_overstated=levels.count(Wording.STRONGLY_OVERSTATED),
    )


def tally_verdicts(rows: list[ClaimRow]) -> tuple[Tally, ...]:
    """Count verdicts of claims."""
    return tally(Verdict, [row.badge.verdict for row in rows])


def tally_wordings(rows: list[ClaimRow], shelf: Shelf) -> tuple[Tally, ...]:
    """Count how articles word claims, passage by passage; withdrawn claims are left out."""
    return tally(Wording, [level for row in rows if not row.withdrawn for level in shelf.wordings[row.id]])


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that say the opposite, each with the articles that make it."""

    sides: tuple[tuple[ClaimRow, tuple[Link, ...]], tuple[ClaimRow, tuple[Link, ...]]]


_PAIRS_SHOWN = 3


def view_contradictions(shelf: Shelf) -> Fold[Contradiction]:
    """List each pair of opposite claims once, in the order of lists."""
    place = {id_: number for number, id_ in enumerate(shelf.rows)}
    found = [
        Contradiction(((shelf.rows[id_], _articles(id_, shelf)), (other, _articles(other.id, shelf))))
        for id_ in shelf.rows
        for other in shelf.opposites.get(id_, ())
        if place[id_] < place[other.id]
    ]
    return fold(found, _PAIRS_SHOWN)


def _articles(claim: str, shelf: Shelf) -> tuple[Link, ...]:
    said = dict.fromkeys(one.article for one in shelf.catalogue.claims[claim].appearances)
    titles = shelf.catalogue.articles
    return tuple(Link(titles[id_].title, f"articles/{id_}/") for id_ in said if id_ in titles)
