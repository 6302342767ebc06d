"""Steps down that the fields of the records suggest (the published rule, section 3, "Five reasons to go down").

Empty fields only switch a suggestion off. What no field holds stays with people: effects that differ widely in size,
reports that may be missing (publication bias), and mismatches that the items do not name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from claimbook.model import (
    Asked,
    Catalogue,
    ClaimType,
    Control,
    Down,
    Important,
    Masking,
    Measure,
    RatedBy,
    RiskOfBias,
    Stage,
    StandingKind,
    StudyFinding,
)
from claimbook.verdicts.items import Item
from claimbook.verdicts.rule import Case
from claimbook.verdicts.terms import Net, SuggestedStep

_FEW_PEOPLE, _FEW_EVENTS, _VERY_FEW_PEOPLE, _FEW_FOR_RARE = 400, 300, 100, 3000
_SMD_THAT_MATTERS = 0.2
_RATIOS_THAT_MATTER = 0.75, 1.25
_RARE = re.compile(r"\brare(ly)?\b", re.IGNORECASE)

_TOLD = frozenset({RatedBy.SELF, RatedBy.INTERVIEW})
_CAN_TELL = frozenset({Masking.MASKED_BUT_GUESSABLE, Masking.OPEN})


class Share(NamedTuple):
    """A part of what counts."""

    part: int
    whole: int
    unit: str
    """People, or studies where people are not known for all."""
    items: tuple[Item, ...]
    """What the part is made of."""

    @property
    def words(self) -> str:
        """The part in figures, with its unit."""
        return f"{self.part} of {self.whole} {self.unit}"

    @property
    def studies(self) -> str:
        """Keys of the studies it is made of."""
        return _keys(self.items)

    @property
    def over_half(self) -> bool:
        """Whether it is more than half."""
        return 2 * self.part > self.whole

    @property
    def nine_tenths(self) -> bool:
        """Whether it is nine tenths or more."""
        return self.part > 0 and 10 * self.part >= 9 * self.whole


_NO_SHARE = Share(0, 1, "studies", ())


def suggested_downs(case: Case, catalogue: Catalogue) -> Mapping[Down, SuggestedStep]:
    """Suggest steps down from the fields, with their reasons; only those of one step or more."""
    steps = {
        Down.RISK_OF_BIAS: _risk_of_bias(case, catalogue),
        Down.INCONSISTENCY: _inconsistency(case),
        Down.INDIRECTNESS: _indirectness(case),
        Down.IMPRECISION: _imprecision(case),
    }
    return {reason: step for reason, step in steps.items() if step is not None}


def people_in(item: Item) -> int | None:
    """People analysed in an item; none where it is not known, as for reviews that do not say."""
    if item.finding.people is not None or item.study.design.pools:
        return item.finding.people
    return item.study.n


def _all_people(items: Iterable[Item]) -> int | None:
    """People in all items together, once each; none where they are not known for all."""
    total = 0
    for item in items:
        if item.people_elsewhere:
            continue
        people = people_in(item)
        if people is None:
            return None
        total += people
    return total


def _share(items: tuple[Item, ...], chosen: Callable[[Item], bool]) -> Share:
    """Share of the people, or of the studies where people are not known for all."""
    part = tuple(item for item in items if chosen(item))
    if not part:
        return _NO_SHARE
    whole, some = _all_people(items), _all_people(part)
    if whole and some is not None:
        return Share(some, whole, "people", part)
    whole, some = sum(item.weight for item in items), sum(item.weight for item in part)
    return Share(some, whole, "studies" if whole > 1 else "study", part)


def _keys(items: Iterable[Item]) -> str:
    return ", ".join(item.study.key for item in items)


def _risk_of_bias(case: Case, catalogue: Catalogue) -> SuggestedStep | None:
    def high_risk(item: Item) -> bool:
        standing = catalogue.standing.get(item.study.key)
        concern = standing is not None and standing.kind is StandingKind.CONCERN
        return concern or item.evidence.risk_of_bias is RiskOfBias.HIGH

    high = _share(case.items, high_risk)
    if high.over_half:
        by = 2 if high.nine_tenths else 1
        return SuggestedStep(by, f"{high.words} at high risk of bias ({high.studies}).")
    told = _share(case.items, _told_and_guessable)
    if told.over_half:
        words = "rated from what people say, against an inert control that they can tell apart"
        return SuggestedStep(1, f"{told.words} {words} ({told.studies}).")
    unasked = _share(case.items, _not_asked)
    if case.claim.type is ClaimType.SAFETY_ASSURANCE and unasked.over_half:
        return SuggestedStep(1, f"{unasked.words} not actively asked about harms ({unasked.studies}).")
    return None


def _told_and_guessable(item: Item) -> bool:
    blinding = item.study.blinding
    can_tell = blinding is not None and blinding.participants in _CAN_TELL
    return can_tell and item.study.control is Control.INERT and item.finding.rated_by in _TOLD


def _not_asked(item: Item) -> bool:
    return item.finding.asked in (Asked.SPONTANEOUSLY, Asked.UNCLEAR)


def _inconsistency(case: Case) -> SuggestedStep | None:
    """Count the studies on the other side; at a split, those on the smaller side."""
    for_it, total = case.weights.for_it, case.weights.total
    others = total - for_it
    if case.net in (Net.AGAINST, Net.NO_EFFECT):
        others = for_it
    elif case.net is Net.SPLIT:
        others = min(for_it, others)
    by = 2 if 5 * others >= 2 * total else 1
    if 4 * others < total and case.net is not Net.SPLIT:
        return None
    return SuggestedStep(by, f"{others} of {total} studies on the other side.")


def _indirectness(case: Case) -> SuggestedStep | None:
    """Suggest one step at most: what misses in two respects never counts."""
    indirect = _share(case.items, lambda item: not item.direct)
    if indirect.over_half:
        return SuggestedStep(1, f"{indirect.words} indirect in one respect ({indirect.studies}).")
    if case.borrowed:
        return SuggestedStep(1, f"Nothing direct counts on the side that decides ({indirect.studies}).")
    return None


def _imprecision(case: Case) -> SuggestedStep | None:
    important = case.claim.grading.important
    people = None if case.stage in (Stage.ANIMAL, Stage.LAB) else _all_people(case.items)
    if people is not None and people < _VERY_FEW_PEOPLE:
        return SuggestedStep(2, f"{people} people in all ({_keys(case.items)}).")
    both = _share(case.items, lambda item: _interval(item.finding, important) == 2)
    if both.over_half:
        return SuggestedStep(2, f"Intervals that cover effects that matter both ways: {both.words} ({both.studies}).")
    return _few(case, people) or _wide(case, important)


def _few(case: Case, people: int | None) -> SuggestedStep | None:
    """Too few events where every outcome is yes or no, else too few people; for "rare", too few to see it."""
    events = [item.finding.events for item in case.items if not item.people_elsewhere]
    known = [number for number in events if number is not None]
    if len(known) == len(events):
        if sum(known) < _FEW_EVENTS:
            return SuggestedStep(1, f"{sum(known)} events in all ({_keys(case.items)}).")
    elif people is not None and people < _FEW_PEOPLE:
        return SuggestedStep(1, f"{people} people in all ({_keys(case.items)}).")
    rare = case.claim.type is ClaimType.SAFETY_ASSURANCE and _RARE.search(case.claim.statement)
    if rare and people is not None and people < _FEW_FOR_RARE:
        return SuggestedStep(1, f"{people} people followed, too few to call a harm rare ({_keys(case.items)}).")
    return None


def _wide(case: Case, important: Important | None) -> SuggestedStep | None:
    wide = _share(case.items, lambda item: _interval(item.finding, important) > 0)
    if not wide.over_half:
        return None
    return SuggestedStep(1, f"Intervals that cover both no effect and one that matters: {wide.words} ({wide.studies}).")


def _interval(finding: StudyFinding, important: Important | None) -> int:
    """Count the steps that the interval of one finding calls for; 0 where it is not known well enough."""
    effect = finding.effect
    bounds = _that_matter(effect.measure, important) if effect and effect.measure else None
    if effect is None or effect.measure is None or bounds is None:
        return 0
    seen = [value for value in (effect.ci_low, effect.value, effect.ci_high) if value is not None]
    none_at = 1 if effect.measure.is_ratio else 0
    crosses = bool(seen) and (not finding.precise or min(seen) <= none_at <= max(seen))
    matters = [bool(seen) and min(seen) <= bounds[0], bool(seen) and max(seen) >= bounds[1]]
    return sum(matters) if crosses else 0


def _that_matter(measure: Measure, important: Important | None) -> tuple[float, float] | None:
    """Smallest effects that matter, either way; none where nobody has said for this measure."""
    if important is not None and important.measure is measure and important.value > 0:
        low = 1 / important.value if measure.is_ratio else -important.value
        return low, important.value
    if measure is Measure.SMD:
        return -_SMD_THAT_MATTERS, _SMD_THAT_MATTERS
    return _RATIOS_THAT_MATTER if measure.is_ratio else None
