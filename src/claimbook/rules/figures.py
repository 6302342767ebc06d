"""The rule that every number in our texts can be traced to a study that the claim cites."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from claimbook.findings import Level
from claimbook.model import Claim
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import CITATION, Context, cited_items

_NUMBER = re.compile(
    r"(?<![\w.])(?<![^\W\d_]-)\d+(?:,\d{3})*(?:\.\d+)?(?!\w*-[A-Z])(?![\d.]*[A-Z])(?!\d*(?:st|nd|rd|th)\b)"
)
"""A number, but not one that is part of a name or an ordinal, such as DSM-5, NCT04560660, 5-HT, 2A or 20th."""
_SPAN = re.compile(r"\b(\d+(?:\.\d+)?|[a-z]+)[ -](minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(\d+) ?(?:/|out of|of|in) ?(\d+)\b")
_EVERY = re.compile(r"\b(?:of|in|per|every)\s(?:1|10|100|1,?000|10,?000|100,?000)(?![\d,.]*\d)(?!\s?%)")
_LIMITS = re.compile(r"\b(?:than|under|below|at least)\s(?:100|300|400|3,?000)(?![\d,.]*\d)(?!\s?%)")
_LINK = re.compile(r"https?://\S+|\b10\.\d{4,9}/\S+|\[@[^\]]*\]")
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_UNITS = "two three four five six seven eight nine ten eleven twelve"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: float(value) for value, word in enumerate(_UNITS.split(), start=2)} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)
}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


@rule(Level.ERROR, "claims")
def unsourced_number(context: Context, claim: Claim) -> Iterator[Problem]:
    """Every number in our texts stands in a study that the claim cites.

    Figures are typed once, in the study's record, and must not drift on their way to the reader. A number in `finding`,
    `why`, `detail` or `numbers` counts as found where a study of this claim has it: in the words or fields of its
    findings, its population, treatment, limits or numbers of people, or in the title or year of its library entry. It
    may be rounded, told in another unit of time, or as a share ("12 of 36" is 33 %). The scope of the claim counts too,
    sums of people over the evidence, small numbers that count its items, dates of the rating and the search, the
    denominator in "of 100", and the limits of the published rule ("fewer than 400"). Add the figure to the finding it
    comes from, cite the study that has it, or take it out.

    Bad:

        finding: It is very uncertain whether 77 of 100 people feel better.  # <-

    Good:

        finding: It is very uncertain whether people feel better.
    """
    if not context.whole(claim):
        return
    texts = (("finding", claim.finding), ("why", claim.why), ("detail", claim.detail))
    wanted = [(field, number) for field, text in texts for number in _numbers(text)]
    known = _known(context, claim) if wanted or claim.numbers else frozenset()
    for field, number in wanted:
        if not _found(number, known):
            hint = "cite the study that has it, add it to that study's finding, or take it out"
            yield Problem((field,), f"{number} stands in no study that this claim cites", hint)
    for index, row in enumerate(claim.numbers):
        for name, value in (("with", row.treated), ("without", row.untreated)):
            if value and not _stated(float(value), row.per, known):
                hint = f"correct it, or add it to finding {row.finding} of {row.study}"
                yield Problem(("numbers", index, name), f"{value} of {row.per} stands in no study cited here", hint)


def _numbers(text: str) -> list[str]:
    """The numbers of a text, as they are written, but for denominators, limits of the rule, and links."""
    for pattern in (_LINK, _EVERY, _LIMITS):
        text = pattern.sub(" ", text)
    return _NUMBER.findall(text) + _WORD.findall(text)


def _value(number: str) -> float:
    return _WORDS.get(number.lower()) or float(number.replace(",", ""))


def _found(number: str, known: frozenset[float]) -> bool:
    """Whether a number, as precisely as it is written, is among known ones."""
    value = _value(number)
    digits = len(number.partition(".")[2])
    return value in known or any(round(one, digits) == value for one in known)


def _stated(value: float, per: int, known: frozenset[float]) -> bool:
    """Whether a share is known as it is, or in per cent."""
    return any(_found(f"{one:.12g}", known) for one in (value, value * 100 / per))


def _known(context: Context, claim: Claim) -> frozenset[float]:
    """Every number that the texts of this claim may use."""
    cited = {item.study for _, _, item in cited_items(claim)}
    cited.update(CITATION.findall(claim.detail))
    search = context.catalogue.searches.get(claim.search or "")
    own = (claim.scope, claim.statement, claim.rating and claim.rating.date, search and search.date)
    own_words = (*own, *(appearance.quote for appearance in claim.appearances))
    return frozenset().union(
        _values(own_words), _sums(context, claim), range(len(cited) + 1), *(_of_source(context, key) for key in cited)
    )


def _of_source(context: Context, key: str) -> frozenset[float]:
    """Every number in the records of one source; looked for once."""
    if key not in context.figures:
        catalogue = context.catalogue
        records = (catalogue.studies.get(key), catalogue.references.get(key), catalogue.standing.get(key))
        context.figures[key] = frozenset(_values(records))
    return context.figures[key]


def _values(record: object) -> Iterator[float]:
    """Every number in a value of a record, written or measured."""
    if isinstance(record, str):
        yield from _of_text(record)
    elif isinstance(record, date):
        yield from (record.year, record.day)
    elif isinstance(record, int | float):
        yield from (abs(record), abs(record) * 100)
    elif isinstance(record, tuple):
        for value in record:
            yield from _values(value)
    elif is_dataclass(record):
        for one in fields(record):
            value = getattr(record, one.name)
            yield from _values(value)
            if one.name == "follow_up_days" and value is not None:
                yield from _in_units(value)


def _of_text(text: str) -> Iterator[float]:
    """Numbers of a text; spans of time in all units, shares in per cent too."""
    if not any(char.isdigit() for char in text) and not _WORD.search(text):
        return
    text = _LINK.sub(" ", text)
    yield from (_value(number) for number in _NUMBER.findall(text) + _WORD.findall(text))
    for number, unit in _SPAN.findall(text):
        if number[0].isdigit() or number.lower() in _WORDS:
            yield from _in_units(_value(number) * _DAYS[unit.lower()])
    for part, whole in _SHARE.findall(text):
        if 0 < int(part) <= int(whole):
            yield 100 * int(part) / int(whole)


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
