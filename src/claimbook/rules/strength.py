"""The rule that an answer is worded no more firmly than it is certain."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimbook.findings import Level
from claimbook.model import Certainty, Claim, Method, ReviewState
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context


class _Wording(NamedTuple):
    """What an answer of one certainty sounds like."""

    marks: re.Pattern[str]
    """Words that show a reader how sure the answer is."""
    hint: str


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_WORDINGS: Mapping[Certainty, _Wording] = {
    Certainty.MODERATE: _Wording(
        _any_of("probably", "likely", "unlikely", "on balance", "in all probability"),
        'say "probably"',
    ),
    Certainty.LOW: _Wording(
        _any_of(
            "(?-i:may)",
            "might",
            "could",
            "perhaps",
            "possibl[ey]",
            "seems?",
            "appears?",
            "suggests?",
            "suggested",
            "points?",
            "hints?",
            "weak",
            "limited",
            "little",
            "few",
        ),
        'say "may" or "might"',
    ),
    Certainty.VERY_LOW: _Wording(
        _any_of(
            "uncertain",
            "unsure",
            "not sure",
            "unclear",
            "unknown",
            "nobody knows",
            "no one knows",
            "too few",
            "too small",
            "too weak",
            "too little",
            "cannot (?:be )?(?:tell|told|say|said|know|known|show|shown)",
            "(?:not|n't|never)(?: \\w+)? (?:clear|known|certain|shown|tested|studied|measured|compared|settled)",
            "(?:no|neither) (?:\\w+ ){0,4}(?:stud(?:y|ies)|trials?|evidence|research|data|comparison)",
            "(?:stud(?:y|ies)|trials?) (?:\\w+ ){0,3}(?:disagree|do not show|does not show|did not show|have not)",
        ),
        'say "very uncertain"',
    ),
}
"""For each certainty the words that mark it (GRADE's informative statements: does, probably, may, very uncertain).

An answer may always be more modest than its certainty allows, so marks of lower certainties pass as
well, and so does an answer which says that studies do not show something. High certainty asks for none.
"""

_BOASTS = re.compile(
    r"\b(?:proven|proves?|guarantee[sd]?|cures?|certainly|definitely|undoubtedly|without (?:any )?doubt|always)\b",
    re.IGNORECASE,
)
_NEGATIONS = _any_of(
    "not?", "never", "nor", "neither", "nothing", "nobody", "none", "without", "cannot", r"\w+n['’]t", "whether", "if"
)


@rule(Level.ERROR, "claims")
def finding_too_strong(_context: Context, claim: Claim) -> Iterator[Problem]:
    """An answer is worded no more firmly than it is certain.

    Readers take the words, not the bars. High certainty says "does", moderate "probably", low "may", very low "very
    uncertain"; words such as proven, cures or always fit none but a negated sentence. An answer which says that studies
    do not show something passes, and so does one that is more modest than it need be.

    Bad:

        finding: It eases worries in adults.  # <-

    Good:

        finding: Whether it eases worries in adults is very uncertain.
    """
    if claim.rating is None or not claim.finding or claim.method not in (Method.CLINICAL, Method.MECHANISM):
        return
    certainty = claim.rating.certainty
    if certainty is Certainty.NOT_RATED or claim.review.status is ReviewState.WITHDRAWN:
        return
    boast = _boast(claim.finding)
    if boast:
        hint = f'leave "{boast}" out: it fits no certainty'
        yield Problem(("finding",), f'"{boast}" is stronger than any study', hint)
    elif certainty in _WORDINGS and not _modest(claim.finding, certainty):
        message = f"the answer sounds surer than its certainty, which is {certainty}"
        yield Problem(("finding",), message, _WORDINGS[certainty].hint)


def _modest(text: str, certainty: Certainty) -> bool:
    return any(wording.marks.search(text) for level, wording in _WORDINGS.items() if level.points <= certainty.points)


def _boast(text: str) -> str:
    """The first word that claims too much and is not negated within the four words before it."""
    for match in _BOASTS.finditer(text):
        before = " ".join(text[: match.start()].split()[-4:])
        if not _NEGATIONS.search(before):
            return match[0]
    return ""
