"""A short way to write claims with their evidence, so that tests of the rule read like the published test vectors.

Evidence, items apart by semicolons: how many, each a study of its own, design (designs pooled), sign, then words:
``+`` supports, ``~`` supports-part, ``0`` no-effect, ``-`` contradicts; ``of 5`` its weight, ``off time,outcome`` the
respects in which it is indirect, ``alone`` no other group, ``as A`` its name, ``in A`` the item that covers it,
``critical`` and ``high`` risk of bias, ``retracted``, ``concern``, ``same A`` the people it reports on, ``people 40``.

Settings, apart by commas: ``whole`` (the scope is covered), ``long-term yes``, ``basis textbook-or-review``,
``stretch 1``, ``searched`` and steps such as ``imprecision 2`` or ``large-effect 1``.
"""

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from claimbook.model import (
    Appearance,
    Bearing,
    Book,
    Catalogue,
    Category,
    Certainty,
    Claim,
    ClaimType,
    Control,
    Design,
    Direction,
    Directness,
    Down,
    Evidence,
    FactBasis,
    Force,
    Grading,
    Importance,
    Intervention,
    Mismatch,
    Notices,
    Rating,
    Review,
    ReviewState,
    RiskOfBias,
    Scope,
    Seen,
    Standing,
    StandingKind,
    Step,
    Stretch,
    Study,
    StudyFinding,
    Up,
    Verdict,
    Wording,
)
from claimbook.verdicts import Suggestion, weigh, wording

DAY = date(2026, 1, 2)
BEARINGS = {
    "+": Bearing.SUPPORTS,
    "~": Bearing.SUPPORTS_PART,
    "0": Bearing.NO_EFFECT,
    "-": Bearing.CONTRADICTS,
    "context": Bearing.CONTEXT,
}
LONG_TERM: dict[str, Any] = {"yes": True, "no": False, "not-relevant": "not-relevant"}
ITEM = re.compile(
    r"(?:(?P<many>\d+) )?(?P<design>[a-z-]+)(?:\((?P<pooled>[^)]*)\))? (?P<sign>[-+~0]|context)(?P<words>.*)"
)
NOTICES = Notices(advice="None.", approval="None.", crisis="None.", reviewed="Nobody.", licence="Free.")
BOOK = Book(
    title="Toy",
    tagline="Toy.",
    about="Toy.",
    repository="https://example.org/toy",
    notices=NOTICES,
    categories=(Category(id="all", label="All", summary="All."),),
)
APPEARANCE = Appearance(article="toy", heading="Toy", paragraph=1, quote="toy", force=Force.DEFINITE)


class Bench:
    """Claims and studies under construction."""

    def __init__(self) -> None:
        self.studies: dict[str, Study] = {}
        self.standing: dict[str, Standing] = {}
        self.evidence: list[Evidence] = []

    def add(self, text: str) -> "Bench":
        """Add the items of one line of notation."""
        for part in filter(None, (part.strip() for part in text.split(";"))):
            found = ITEM.fullmatch(part)
            assert found, part
            for _ in range(int(found["many"] or 1)):
                self._add(Design(found["design"]), found["pooled"] or "", found["sign"], found["words"])
        return self

    def _add(self, design: Design, pooled: str, sign: str, text: str) -> None:
        words = _words(text)
        key = words.get("as", f"study{len(self.studies) + 1}").lower()
        weight = int(words["of"]) if "of" in words else None
        people = int(words["people"]) if "people" in words else None
        finding = StudyFinding(
            id="main", outcome="toy", result="toy", direction=Direction.FAVOURS, studies=weight, people=people
        )
        self.studies[key] = Study(
            key=key,
            study_id=words["same"].lower() if "same" in words else None,
            design=design,
            included_designs=tuple(Design(name.strip()) for name in pooled.split(",") if name),
            population="toy",
            intervention=Intervention(drug="toy"),
            control=Control.NONE if "alone" in words else Control.OTHER_GROUP,
            findings=(finding,),
            seen=Seen.ABSTRACT,
            seen_at=("https://example.org/toy",),
        )
        missed = tuple(Mismatch(name) for name in words.get("off", "").split(",") if name)
        risk = next((risk for risk in RiskOfBias if risk in words), RiskOfBias.LOW)
        self.evidence.append(
            Evidence(
                study=key,
                finding="main",
                bearing=BEARINGS[sign],
                directness=Directness.INDIRECT if missed else Directness.DIRECT,
                indirect_in=missed,
                risk_of_bias=risk,
                covered_by=words["in"].lower() if "in" in words else None,
            )
        )
        for kind in StandingKind:
            if kind in words:
                self.standing[key] = Standing(key=key, kind=kind, date=DAY, notice="https://example.org/n", text="Toy.")

    def finding(self, key: str, **fields: Any) -> "Bench":
        """Change fields of the finding of a study."""
        study = self.studies[key]
        return self.study(key, findings=(replace(study.findings[0], **fields),))

    def study(self, key: str, **fields: Any) -> "Bench":
        """Change fields of a study."""
        self.studies[key] = replace(self.studies[key], **fields)
        return self

    def catalogue(self, *claims: Claim) -> Catalogue:
        """Make the catalogue."""
        return Catalogue(
            book=BOOK,
            claims={claim.id: claim for claim in claims},
            category_of=MappingProxyType({}),
            references=MappingProxyType({}),
            studies=self.studies,
            articles=MappingProxyType({}),
            searches=MappingProxyType({}),
            people=MappingProxyType({}),
            standing=self.standing,
            standing_list=None,
        )

    def claim(self, kind: str, settings: str = "", **fields: Any) -> Claim:
        """Make a claim of "type · force" with these settings and the evidence added so far."""
        type_, force = (word.strip() for word in kind.split("·"))
        words = _settings(settings)
        stretch = tuple(Stretch)[: int(words.get("stretch", 0))]
        given = {
            "id": "toy",
            "title": "Toy?",
            "statement": "A toy statement.",
            "type": ClaimType(type_),
            "force": Force(force),
            "importance": Importance.MINOR,
            "scope": Scope(),
            "appearances": (replace(APPEARANCE, force=Force(force), stretch=stretch),),
            "evidence": tuple(self.evidence),
            "grading": _grading(words),
            "search": "toy" if "searched" in words else None,
            "review": Review(status=ReviewState.DRAFT),
        }
        return Claim(**(given | fields))

    def weigh(self, kind: str, settings: str = "", **fields: Any) -> Suggestion:
        """Weigh such a claim."""
        claim = self.claim(kind, settings, **fields)
        return weigh(claim, self.catalogue(claim))


def bench(evidence: str = "") -> Bench:
    """Start from one line of evidence."""
    return Bench().add(evidence)


def worded(claim: Claim, suggestion: Suggestion) -> Wording:
    """Wording of the first appearance once somebody has confirmed the suggestion."""
    assert suggestion.verdict is not None
    assert suggestion.certainty is not None
    return wording(rated(claim, suggestion.verdict, suggestion.certainty), claim.appearances[0])


def rated(claim: Claim, verdict: str, certainty: str) -> Claim:
    """Confirm a rating."""
    rating = Rating(verdict=Verdict(verdict), certainty=Certainty(certainty), date=DAY, by=("toy-rater",))
    return replace(claim, rating=rating)


def _grading(words: dict[str, str]) -> Grading:
    def steps(kind: type[Down] | type[Up]) -> dict[Any, Step]:
        return {code: Step(by=int(words[code]), reason="Toy.") for code in kind if code in words}

    return Grading(
        scope_covered="whole" in words,
        long_term_covered=LONG_TERM[words["long-term"]] if "long-term" in words else None,
        fact_basis=FactBasis(words["basis"]) if "basis" in words else None,
        down=steps(Down),
        up=steps(Up),
    )


def _settings(text: str) -> dict[str, str]:
    parts = (part.strip() for part in text.split(","))
    return {name: value for name, _, value in (part.partition(" ") for part in parts if part)}


def _words(text: str) -> dict[str, str]:
    """Read the words after the sign; some take a value, the others stand alone."""
    tokens = iter(text.split())
    return {word: next(tokens) if word in {"of", "off", "as", "in", "same", "people"} else "" for word in tokens}
