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

FAMILIES: dict[str, type[Term]] = {"v": Verdict, "l": Certainty, "w": Wording, "b": RiskOfBias, "c": CheckResult}
"""Vocabularies by the letter in their classes; one that is missing here is found by name."""
COLLECT = """async addresses => {
  const signs = {}
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
    for (const one of page.querySelectorAll("[class*='cb-']")) {
      const sure = one.matches(".cb-sure") && `cb-l-${one.textContent.trim().toLowerCase().replace(/\\W+/g, "-")}`
      const sign = sure || [...one.classList].find(name => /^cb-[a-z]-[a-z]/.test(name))
      if (!sign) continue
      const shape = [one.localName, ...[...one.classList].filter(name => name !== sign)].join(".")
      const hidden = one.closest("[aria-hidden=true]")
      signs[shape + sign] ??= {
        shape, family: sign[3], code: sign.slice(5), page: address, text: one.textContent.trim(),
        symbol: [...one.querySelectorAll("svg")].map(svg => svg.innerHTML).join(),
        beside: `${one.parentElement.textContent} ${hidden?.nextElementSibling?.textContent ?? ""}`,
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
    """Name signs that nothing but colour tells apart."""
    for (shape, family), group in groupby(sorted(signs), key=lambda sign: (sign.shape, sign.family)):
        same = list(group)
        if family not in FAMILIES:
            yield f"{shape} cb-{family}-{same[0].code} on {same[0].page}: a vocabulary that the audit does not know"
        elif any(sign.text or sign.symbol for sign in same):
            yield from _alike(same)
        else:
            yield from _bare(same)


def _alike(signs: Iterable[Sign]) -> Iterator[str]:
    for one, two in combinations(signs, 2):
        if (one.text, one.symbol) == (two.text, two.symbol):
            yield f"{one.shape}: {one.code} and {two.code} have the same word and symbol"


def _bare(signs: Iterable[Sign]) -> Iterator[str]:
    for sign in signs:
        word = next((term.label for term in FAMILIES[sign.family] if term == sign.code), None)
        if word is None or word not in sign.beside:
            yield f"{sign.shape} cb-{sign.family}-{sign.code} on {sign.page}: no word stands beside it"
