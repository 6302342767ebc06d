"""Cuts the text of an article into the paragraphs and list items that claims are anchored to.

Every line that is not empty and no heading is one block: a paragraph, a list item, the line below a form. The article's
record says which lines are headings. Blocks are counted from 1 under each heading. Two headings are not printed:
`(title)` gathers the lines above all else that repeat the title, `(introduction)` what else stands above the first
heading, or below the heading that the record lists right before `(introduction)`.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimbook.model import Article

TITLE = "(title)"
INTRODUCTION = "(introduction)"
UNPRINTED = frozenset({TITLE, INTRODUCTION})
"""Headings that no line of an article is."""

_SHOWN_WORDS = 8
"""Words by which a block is recognised; the texts themselves stay out of the project."""


class Spot(NamedTuple):
    """A place in an article, as claims and articles name it."""

    heading: str
    paragraph: int
    """Paragraph or list item under the heading, from 1."""


class Block(NamedTuple):
    """A paragraph or list item of a text."""

    spot: Spot
    line: int
    """Its line in the text, from 1."""
    text: str
    """Its words, with one space between any two."""


def cut(article: Article, text: str) -> Iterator[Block]:
    """Cut a text into blocks, in its order."""
    begun = dict(zip(article.headings, article.headings, strict=True))
    begun |= {heading: INTRODUCTION for heading, below in pairwise(article.headings) if below == INTRODUCTION}
    title = _words(article.title).casefold()
    under = TITLE
    counts = Counter[str]()
    for line, written in enumerate(text.splitlines(), start=1):
        words = _words(written)
        if words in begun:
            under = begun[words]
        elif words:
            if under == TITLE and words.casefold() != title:
                under = INTRODUCTION
            counts[under] += 1
            yield Block(Spot(under, counts[under]), line, words)


def begins(block: Block) -> str:
    """Return the first words of a block, enough to recognise it."""
    words = block.text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _words(text: str) -> str:
    return " ".join(text.split())
