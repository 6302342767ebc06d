"""How far two ratings of the same claims agree."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claimbook.model import Certainty, SecondRating, Term, Verdict

Pair = tuple[Term, Term]
"""What the first and what the second rater said of one claim."""


class Agreement(NamedTuple):
    """Agreement on one question."""

    same: int
    """Claims on which both said the same."""
    claims: int
    """Claims that were rated twice."""
    ac1: float | None
    """Gwet's AC1: 1 is full agreement, 0 no more than by chance; none below two claims."""

    @property
    def share(self) -> float:
        """Share of the claims on which both said the same, in per cent; 0 where nothing was rated twice."""
        return 100 * self.same / self.claims if self.claims else 0.0


def agreement(seconds: Sequence[SecondRating]) -> tuple[Agreement, Agreement]:
    """Compare first and second ratings, on the verdict and on the certainty."""
    verdicts: list[Pair] = [(one.first.verdict, one.second.verdict) for one in seconds]
    certainties: list[Pair] = [(one.first.certainty, one.second.certainty) for one in seconds]
    return _agreement(verdicts, len(Verdict)), _agreement(certainties, len(Certainty))


def _agreement(pairs: Sequence[Pair], codes: int) -> Agreement:
    same = sum(first == second for first, second in pairs)
    return Agreement(same, len(pairs), gwet_ac1(pairs, codes) if len(pairs) > 1 else None)


def gwet_ac1(pairs: Sequence[Pair], codes: int) -> float:
    """Agreement of two raters beyond chance, for codes without an order.

    Cohen's kappa comes out low where most claims share one verdict, however well raters agree; AC1 does not.
    Source: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement,
    British Journal of Mathematical and Statistical Psychology 2008; 61: 29-48.

    Args:
        pairs: What each rater said; at least one pair.
        codes: How many codes the raters could choose from; at least two.

    """
    observed = sum(first == second for first, second in pairs) / len(pairs)
    said = Counter(code for pair in pairs for code in pair)
    shares = [count / (2 * len(pairs)) for count in said.values()]
    by_chance = sum(share * (1 - share) for share in shares) / (codes - 1)
    return (observed - by_chance) / (1 - by_chance)
