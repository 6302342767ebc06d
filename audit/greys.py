"""Whether meaning rides on colour: every coloured sign of every vocabulary, told apart without colours.

A coloured sign is an element with a class such as cb-w-overstated: a letter for the vocabulary, and a code of it. Signs
of one vocabulary and shape must differ in words or symbol; bare bars must stand beside their words.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Any, NamedTuple

from playwright.sync_api import Page

from claimbook.model import Certainty, CheckResult, RiskOfBias, Verdict, Wording
from claimbook.model.vocabulary.term import Term

FAMILIES: dict[str, tuple[type[Term], ...]] = {
    "v": (Verdict,),
    "l": (Certainty,),
    "w": (Wording,),
    "b": (RiskOfBias,),
    "c": (CheckResult,),
}
"""Vocabularies by the letter in their classes; one that is missing here is found by name."""
COLLECT = """async addresses => {
  const signs = {}
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
    for (const one of page.querySelectorAll("[class*='cb-']")) {
      const sure = one.matches(".cb-sure") && `cb-l-${one.textContent.trim().toLowerCase().replace(/\\W+/g, "-")}`
      const sign = sure || [...one.classList].find(name => /^cb-[a-z]-[a-z]/.test(name))
      if (!sign) continue
      const names = [...one.classList].filter(name => name !== sign)
      const patterns = names.filter(name => name.includes("--"))
      const within = one.matches("svg svg") ? [one.parentElement.classList[0]] : []
      const shape = [...within, one.localName, ...names.filter(name => !patterns.includes(name))].join(".")
      const hidden = one.closest("[aria-hidden=true]")
      const words = one.parentElement.closest("li, td, th, dt, dd, p, div") ?? one.parentElement
      signs[shape + sign] ??= {
        shape, family: sign[3], code: sign.slice(5), page: address, text: one.textContent.trim(),
        symbol: [...patterns, ...[...one.querySelectorAll("svg")].map(svg => svg.innerHTML)].join(),
        beside: `${words.textContent} ${hidden?.nextElementSibling?.textContent ?? ""}`,
        around: one.parentElement.cloneNode(false).outerHTML.replace(/<\\/[^>]*>$/, ""), html: one.outerHTML,
      }
    }
  }
  return Object.values(signs)
}"""


class Sign(NamedTuple):
    """A coloured element, as it stands on the first page that has it."""

    shape: str
    family: str
    code: str
    page: str
    text: str
    symbol: str
    beside: str
    """Words around it, and those that stand for it where screen readers do not get it."""
    around: str
    """The start tag of what it stands in."""
    html: str


def collect(page: Page, addresses: Iterable[str]) -> list[Sign]:
    """Find one sign of every vocabulary, code and shape on pages of the site that the window shows."""
    found: list[dict[str, Any]] = page.evaluate(COLLECT, list(addresses))
    return sorted(Sign(**one) for one in found)


def riding_on_colour(signs: Iterable[Sign]) -> Iterator[str]:
    """Name signs that nothing but colour tells apart, and those without a word."""
    for row in rows_of(signs):
        one = row[0]
        if one.family not in FAMILIES:
            yield f"{one.shape} cb-{one.family}-{one.code} on {one.page}: a vocabulary that the audit does not know"
            continue
        if any(sign.text or sign.symbol for sign in row):
            yield from _alike(row)
        yield from (_wordless(sign) for sign in row if not sign.text and _word(sign) not in sign.beside)


def rows_of(signs: Iterable[Sign]) -> list[list[Sign]]:
    """Put signs of one shape and vocabulary together."""

    def row(sign: Sign) -> tuple[str, str, str]:
        return sign.shape, sign.family, vocabulary(sign).__name__

    return [list(group) for _, group in groupby(sorted(signs, key=row), key=row)]


def vocabulary(sign: Sign) -> type[Term]:
    """Return the vocabulary that a sign is of; the first of its letter where none has its code, as "not rated yet"."""
    families = FAMILIES.get(sign.family, (Term,))
    return next((family for family in families if sign.code in set(family)), families[0])


def _alike(signs: Iterable[Sign]) -> Iterator[str]:
    for one, two in combinations(signs, 2):
        if (one.text, one.symbol) == (two.text, two.symbol):
            yield f"{one.shape}: {one.code} and {two.code} have the same word and symbol"


def _word(sign: Sign) -> str:
    return next((term.label for term in vocabulary(sign) if term == sign.code), "a word for it")


def _wordless(sign: Sign) -> str:
    return f"{sign.shape} cb-{sign.family}-{sign.code} on {sign.page}: “{_word(sign)}” does not stand beside it"
