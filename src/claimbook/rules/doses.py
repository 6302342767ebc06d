"""The rule that a dose by body weight keeps its "for each kilogram" on the way to the reader."""

import re
from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Claim, words_of
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.words import named_studies

_AMOUNT = r"(\d+(?:\.\d+)?)"
_BY_WEIGHT = r"\s*(?:/\s?|per\s+|for\s+each\s+|for\s+every\s+|a\s+)(?:kg|kilogram)"
_PLAIN_DOSE = re.compile(rf"{_AMOUNT}\s?(mg|mcg|µg)\b(?!{_BY_WEIGHT})")
_SPAN = r"(?:\s?(?:to|and|or|-|–)\s?\d+(?:\.\d+)?)*"
_DOSE_BY_WEIGHT = re.compile(rf"{_AMOUNT}(?={_SPAN}\s?(mg|mcg|µg){_BY_WEIGHT})")


@rule(Level.ERROR, "claims")
def amount_without_weight(context: Context, claim: Claim) -> Iterator[Problem]:
    """An amount for each kilogram says so every time.

    Half a milligram is one thing, half a milligram for each kilogram of a person is another, and a figure may be read
    on its own. Where the sources of a claim give an amount only by weight, our texts do so each time they name it.
    Write "0.5 mg for each kilogram", or mg/kg.

    Bad:

        detail: People were given 0.5 mg [@zed2020].  # <-

    Good:

        detail: People were given 0.5 mg for each kilogram [@zed2020].
    """
    told = [(path, dose) for path, text in _texts(claim) for dose in dict.fromkeys(_PLAIN_DOSE.findall(text))]
    if told:
        by_weight, flat = _doses(context, claim)
        for path, (amount, unit) in told:
            if (amount, unit) in by_weight - flat:
                message = f"{amount} {unit} is an amount for each kilogram in the sources"
                yield Problem(path, message, f'write "{amount} {unit} for each kilogram"')


def _texts(claim: Claim) -> Iterator[tuple[Path, str]]:
    """Our own texts: what articles and records of places say is left out."""
    for field in ("finding", "why", "detail"):
        yield (field,), getattr(claim, field)
    yield from ((("evidence", index, "note"), item.note) for index, item in enumerate(claim.evidence))


def _doses(context: Context, claim: Claim) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Amounts that the sources of a claim give by body weight, and those that they give as they are."""
    sources = (context.study(key) for key in dict.fromkeys(named_studies(claim)))
    text = "\n".join(words for study in sources if study is not None for _, words in words_of(study))
    return frozenset(_DOSE_BY_WEIGHT.findall(text)), frozenset(_PLAIN_DOSE.findall(text))
