"""Rules about places in articles: every paragraph that is named is there, and none is forgotten."""

import re
from collections.abc import Iterator

from claimbook.coverage import UNPRINTED, Spot, begins
from claimbook.findings import Level
from claimbook.model import Article, Claim
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context, Needs
from claimbook.rules.names import unknown_code
from claimbook.rules.words import plain

_GAP = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")


@rule(Level.ERROR, "articles", needs=Needs.TEXTS)
def changed_text(context: Context, article: Article) -> Iterator[Problem]:
    """The text at hand is the text that was read.

    Places and quotes hold for one text alone. Another one is not looked at, as if it were not there. Find the text that
    was read; or read the new one, look up every claim in it again, and then write its SHA-256 and words.

    Bad:

        # references/articles/toy-article.yml
        text:
          sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  # <-

    Good:

        # references/articles/toy-article.yml
        text:
          sha256: bc386448ec47382bd638700707d17c391e0b24e93ec60808ca8b4f274a395f4c
    """
    wrong = context.texts.refused.get(article.id)
    if wrong is not None:
        hint = "find the text that was read, or read this one and look up every claim in it again"
        yield Problem(("text", "sha256"), f"the text at hand is not the one that was read: {wrong}", hint)


@rule(Level.ERROR, "articles", needs=Needs.TEXTS)
def heading_not_in_text(context: Context, article: Article) -> Iterator[Problem]:
    """Headings stand in the article, letter for letter.

    Paragraphs are counted from the headings; one that is not found shifts the count. Copy the line from the text. Only
    `(title)` and `(introduction)` are not printed. Where the text is not at hand this is not checked.

    Bad:

        # references/articles/toy-article.yml
        headings: [What is it?, How does it work?]  # <-

    Good:

        # references/articles/toy-article.yml
        headings: [What is it?]
    """
    text = context.texts.known.get(article.id)
    if text is not None:
        lines = {" ".join(line.split()) for line in text.splitlines()} | UNPRINTED
        for index, heading in enumerate(article.headings):
            if heading not in lines:
                hint = "copy the line of the text letter for letter"
                yield Problem(("headings", index), f'no line of the text is "{heading}"', hint)


def _named(record: Claim | Article) -> Iterator[tuple[Path, str, Spot]]:
    """Every place that a record names: the way to it, the article, the place."""
    if isinstance(record, Claim):
        for index, said in enumerate(record.appearances):
            yield ("appearances", index, "paragraph"), said.article, Spot(said.heading, said.paragraph)
    else:
        for index, skipped in enumerate(record.skipped):
            for at, paragraph in enumerate(skipped.paragraphs):
                yield ("skipped", index, "paragraphs", at), record.id, Spot(skipped.heading, paragraph)


@rule(Level.ERROR, "claims", "articles")
def unknown_heading(context: Context, record: Claim | Article) -> Iterator[Problem]:
    """A sentence stands under a heading that the article has.

    Readers find the sentence by its heading, and pages list sentences in the order of the article's headings. Write a
    heading that the record of the article lists, letter for letter, or add it there. The same goes for what was
    skipped.

    Bad:

        appearances:
          - heading: No such heading  # <-

    Good:

        appearances:
          - heading: What is it?
    """
    for (group, index, *_), id_, spot in _named(record):
        article = context.catalogue.articles.get(id_)
        if article is not None and article.headings:
            yield from unknown_code((group, index, "heading"), "heading", spot.heading, article.headings)


@rule(Level.ERROR, "claims", "articles", needs=Needs.TEXTS)
def unknown_paragraph(context: Context, record: Claim | Article) -> Iterator[Problem]:
    """A paragraph that is named is there.

    Paragraphs and list items are counted together, from 1 under each heading; headings and empty lines do not count.
    `coverage` prints the count. Where the text is not at hand this is not checked.

    Bad:

        appearances:
          - paragraph: 3  # <-

    Good:

        appearances:
          - paragraph: 1
    """
    for path, id_, spot in _named(record):
        blocks = context.blocks.get(id_, {})
        article = context.catalogue.articles.get(id_)
        if blocks and spot not in blocks and article is not None and spot.heading in article.headings:
            count = sum(one.heading == spot.heading for one in blocks)
            message = f'there is no paragraph {spot.paragraph} under "{spot.heading}", only {count}'
            yield Problem(path, message, "count again: list items count singly, headings not at all")


@rule(Level.ERROR, "claims", needs=Needs.TEXTS)
def quote_not_in_text(context: Context, claim: Claim) -> Iterator[Problem]:
    """A quote stands in the article, letter for letter, in the paragraph that is named.

    We may not put words into anybody's mouth. Copy the fragment from the text that was read; mark what you leave out
    with "…". Where the text is not at hand this is not checked.

    Bad:

        appearances:
          - quote: words that nobody wrote  # <-

    Good:

        appearances:
          - quote: can ease worries
    """
    for index, said in enumerate(claim.appearances):
        blocks = context.blocks.get(said.article, {})
        block = blocks.get(Spot(said.heading, said.paragraph))
        if block is None or _stands_in(plain(block.text), said.quote):
            continue
        elsewhere = next((one.spot for one in blocks.values() if _stands_in(plain(one.text), said.quote)), None)
        message = f"these words do not stand in paragraph {said.paragraph} of {said.article} under this heading"
        found = elsewhere and f'they stand under "{elsewhere.heading}", paragraph {elsewhere.paragraph}'
        yield Problem(("appearances", index, "quote"), message, found or "copy the fragment letter for letter")


def _stands_in(text: str, quote: str) -> bool:
    """Whether all parts of a quote follow one another in a text."""
    start = 0
    for part in _GAP.split(plain(quote)):
        start = text.find(part, start)
        if start < 0:
            return False
        start += len(part)
    return True


@rule(Level.ERROR, "articles")
def skipped_but_claimed(context: Context, article: Article) -> Iterator[Problem]:
    """What was skipped has no claim.

    Readers are told that there was nothing to rate in these paragraphs. Take the paragraph out of `skipped`.

    Bad:

        # references/articles/toy-article.yml
        skipped:
          - {heading: What is it?, paragraphs: [1], reason: It only greets the reader.}  # <-

    Good:

        # references/articles/toy-article.yml
        skipped:
          - {heading: What is it?, paragraphs: [2], reason: It only tells the reader to call.}
    """
    claims = context.places[article.id].claims
    for path, _, spot in _named(article):
        if spot in claims:
            message = f'paragraph {spot.paragraph} under "{spot.heading}" has a claim: {", ".join(claims[spot])}'
            yield Problem(path, message, "take the paragraph out of skipped")


@rule(Level.ERROR, "articles", needs=Needs.TEXTS)
def forgotten_paragraph(context: Context, article: Article) -> Iterator[Problem]:
    """Every paragraph has a claim, or a reason why there is none.

    A review that picks its claims persuades nobody. Write a claim with an appearance in this paragraph, or list it
    under `skipped` and say why there is nothing to rate in it. Where the text is not at hand this is not checked.

    Bad:

        # references/articles/toy-article.yml
        skipped: []  # <-

    Good:

        # references/articles/toy-article.yml
        skipped:
          - {heading: What is it?, paragraphs: [2], reason: It only tells the reader to call.}
    """
    known = context.places[article.id]
    for spot, block in context.blocks.get(article.id, {}).items():
        if spot not in known.claims and spot not in known.reasons:
            message = f'paragraph {spot.paragraph} under "{spot.heading}" has neither a claim nor a reason'
            hint = f'write a claim for it, or a reason under skipped; it begins "{begins(block)}"'
            yield Problem(("skipped",), message, hint)


RULES = (
    changed_text,
    heading_not_in_text,
    unknown_heading,
    unknown_paragraph,
    quote_not_in_text,
    skipped_but_claimed,
    forgotten_paragraph,
)
