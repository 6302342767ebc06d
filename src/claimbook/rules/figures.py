"""The rule that every number in our texts can be traced to a study that the claim cites."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from math import floor
from typing import Any

from claimbook.findings import Level
from claimbook.model import Claim, Term
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.words import citations, cited_items

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_NAME_GOES_ON = re.compile(r"\w*-[A-Z]|[A-Z]|(?:st|nd|rd|th)\b")
"""After the digits of a name or an ordinal, such as 5-HT, 2A or 20th."""
_LINK = re.compile(r"https?://\S+|\[@[^\]]*\]")
_ALPHA = re.compile(r"[a-z]+")
_SPAN = re.compile(r"\b(\d+(?:\.\d+)?|[a-z]+)[ -](minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(\d+) ?(?:/|out of|of|in) ?(\d+)\b")
_DENOMINATORS = {"of", "in", "per", "every"}, {"1", "10", "100", "1,000", "10,000", "100,000", "1000", "10000"}
"""Words before a denominator, and what it may be: "of 100", "1 in 1,000"."""
_LIMITS = {"than", "under", "below", "least"}, {"100", "300", "400", "3,000", "3000"}
"""Words before a limit of the published rule, and what it may be: "fewer than 400"."""
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_UNITS = "two three four five six seven eight nine ten eleven twelve"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: float(value) for value, word in enumerate(_UNITS.split(), start=2)} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)
}


@rule(Level.ERROR, "claims")
def unsourced_number(context: Context, claim: Claim) -> Iterator[Problem]:
    """Every number in our texts stands in a study that the claim cites.

    Figures are typed once, in the study's record, and must not drift on their way to the reader. A number in `finding`,
    `why`, `detail` or `numbers` counts as found where a study of this claim has it: in the words or fields of its
    findings, its population, what was tried, its limits or numbers of people, or in title or year of its library entry.
    It may be rounded, told in another unit of time, or as a share ("12 of 36" is 33 %). These count too: the statement,
    its quotes and scope, sums of people over the evidence, small numbers that count studies or articles, dates of the
    rating and the search, the denominator in "of 100", and the limits of the published rule ("fewer than 400"). Add
    the figure to the finding it comes from, cite the study that has it, or take it out.

    Bad:

        finding: It is very uncertain whether 77 of 100 people feel better.  # <-

    Good:

        finding: It is very uncertain whether people feel better.
    """
    if claim.id not in context.whole:
        return
    known = _Known(context, claim)
    for field, text in (("finding", claim.finding), ("why", claim.why), ("detail", claim.detail)):
        for number in _claimed(text):
            if not known.has(_value(number)):
                hint = "cite the study that has it, add it to that study's finding, or take it out"
                yield Problem((field,), f"{number} stands in no study that this claim cites", hint)
    for index, row in enumerate(claim.numbers):
        source = _of_source(context, row.study)
        for name, value in (("with", row.treated), ("without", row.untreated)):
            if value and (value > row.per or source.isdisjoint((value, round(value * 100 / row.per, 3)))):
                hint = f"correct it, or add it to finding {row.finding} of {row.study}"
                yield Problem(("numbers", index, name), f"{value} of {row.per} does not stand in {row.study}", hint)


class _Known:
    """The numbers that the texts of one claim may use."""

    def __init__(self, context: Context, claim: Claim) -> None:
        self._context = context
        self._claim = claim
        self._cited = {item.study for _, _, item in cited_items(claim)}.union(citations(claim.detail))

    def has(self, value: float) -> bool:
        """Whether the claim's own fields give this number, or a source has it or one that rounds to it.

        Sources are looked into one by one, and only where the claim itself does not give the number: to find every
        number of a study costs more than all other rules on its record.
        """
        return value in self._own or any(value in _of_source(self._context, key) for key in self._cited)

    @cached_property
    def _own(self) -> frozenset[float]:
        claim = self._claim
        search = self._context.catalogue.searches.get(claim.search or "")
        days = (claim.rating and claim.rating.date, search and search.date)
        words = (claim.scope, claim.statement, tuple(appearance.quote for appearance in claim.appearances))
        articles = len(self._context.catalogue.articles)
        small = range(max(len(self._cited), len(claim.evidence), articles) + 1)
        return _rounded(chain(_values((days, words)), _sums(self._context, claim), small))


def _claimed(text: str) -> Iterator[str]:
    """The numbers of a text that must be found: all but denominators and limits of the rule."""
    for before, number in _numbers(text):
        if not any(before in words and number in values for words, values in (_DENOMINATORS, _LIMITS)):
            yield number


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of a text as they are written, with the word before; not those in names and links."""
    text = _LINK.sub(" ", text)
    for match in _NUMBER.finditer(text):
        start = match.start()
        before = text[max(0, start - 8) : start]
        named = before[-1:].isalnum() or before[-1:] in ("_", ".") or (before[-1:] == "-" and before[-2:-1].isalpha())
        if not named and not _NAME_GOES_ON.match(text, match.end()):
            yield "".join(before.split()[-1:]), match[0]
    yield from (("", word) for word in _WORDS.keys() & _ALPHA.findall(text.lower()))


def _value(number: str) -> float:
    return _WORDS.get(number.lower()) or float(number.replace(",", ""))


def _of_source(context: Context, key: str) -> frozenset[float]:
    """Every number in the records of one source, but for where it was printed; looked for once."""
    if key not in context.figures:
        catalogue, entry = context.catalogue, context.catalogue.references.get(key)
        printed = (entry.title, entry.year) if entry else ()
        records = (catalogue.studies.get(key), catalogue.standing.get(key), printed)
        context.figures[key] = _rounded(_values(records))
    return context.figures[key]


def _rounded(values: Iterable[float]) -> frozenset[float]:
    """Numbers as they are, and as a text may round them; whole ones stay as they are."""
    exact = frozenset(values)
    return exact.union(*((*_half_up(value), *_half_even(value)) for value in exact if value % 1))


def _half_even(value: float) -> Iterator[float]:
    return (round(value, digits) for digits in range(4))


def _half_up(value: float) -> Iterator[float]:
    return (floor(value * scale + 0.5) / scale for scale in (1, 10, 100, 1000))


def _values(record: object) -> Iterator[float]:
    """Every number in a value of a record, written or measured; codes such as below-1 are names."""
    if record is None or isinstance(record, Term):
        return
    if isinstance(record, str):
        yield from _of_text(record)
    elif isinstance(record, date):
        yield from (record.year, record.day)
    elif isinstance(record, int | float):
        yield from _as_share(abs(record))
    elif isinstance(record, tuple):
        for value in record:
            yield from _values(value)
    elif is_dataclass(record) and not isinstance(record, type):
        yield from _of_fields(record)


def _of_fields(record: Any) -> Iterator[float]:
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if value is not None and value != "":
            yield from _values(value)
            if name == "follow_up_days":
                yield from _in_units(value)


def _of_text(text: str) -> Iterator[float]:
    """Numbers of a text; spans of time in all units, shares in per cent too."""
    numbers = [_value(number) for _, number in _numbers(text)]
    if not numbers:
        return
    for number in numbers:
        yield from _as_share(number)
    for number, unit in _SPAN.findall(text):
        if number[0].isdigit() or number.lower() in _WORDS:
            yield from _in_units(_value(number) * _DAYS[unit.lower()])
    for part, whole in _SHARE.findall(text):
        if 0 < int(part) <= int(whole):
            yield 100 * int(part) / int(whole)


def _as_share(value: float) -> tuple[float, ...]:
    """A number, and what it is in per cent where it may be a share."""
    return (value, value * 100) if 0 < value < 1 else (value,)


def _in_units(days: float) -> Iterator[float]:
    return (days / length for length in _DAYS.values())


def _sums(context: Context, claim: Claim) -> Iterable[float]:
    """People over all evidence that carries weight, and over each bearing and design of it."""
    sums: defaultdict[str, float] = defaultdict(float)
    seen = set()
    for item in claim.evidence:
        study, finding = context.study(item.study), context.finding(item)
        people = (finding.people if finding else None) or (study.n if study else None)
        if study is None or people is None or item.study in seen or not context.weighs(item):
            continue
        seen.add(item.study)
        for group in ("all", item.bearing, study.design):
            sums[group] += people
    return sums.values()
