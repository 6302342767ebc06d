"""How the search finds a claim: by which words of readers, and how soon."""

from dataclasses import dataclass

from claimbook.model import Book, Claim, Importance, ReviewState


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the search knows of a claim besides its texts."""

    words: tuple[str, ...]
    """What readers type where the claim says something else; searched, never shown. A word weighs more the more often
    it stands here."""
    weight: float
    """How much the claim counts among pages that fit as well; an ordinary page has 1."""


_WEIGHTS = {Importance.CRITICAL: 3, Importance.IMPORTANT: 2.5, Importance.MINOR: 2}


def view_lookup(claim: Claim, book: Book) -> Lookup:
    """Gather words of readers: those of the claim alone, twice, and those that it shares with others, once."""
    shared = (word for synonym in book.synonyms if synonym.fits(claim.asserted) for word in synonym.say)
    withdrawn = claim.review.status is ReviewState.WITHDRAWN
    return Lookup(
        words=(*claim.readers_say, *claim.readers_say, *dict.fromkeys(shared)),
        weight=1 if withdrawn else _WEIGHTS[claim.importance],
    )
