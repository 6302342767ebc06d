"""Rules about words: short fragments, short answers, our own sentences."""

import re
from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Article, Claim, words_of
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context, Needs
from claimbook.rules.words import OVERLAP, runs_of

QUOTE_WORDS = 12
"""Most words of a quoted fragment."""
FINDING_WORDS = 35
"""Most words of the answer."""
WHY_WORDS = 60
"""Most words of the reason for doubt."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_AS_PRINTED = frozenset({"quote", "heading", "headings"})
"""Fields that hold words of an article, and are shown as such."""


@rule(Level.ERROR, "claims")
def long_quote(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A quote is a fragment of 12 words at most.

    The articles belong to their publishers; a fragment is enough to find the sentence. Cut it down to the words that
    carry the claim.

    Bad:

        appearances:
          - quote: it has been shown again and again that it can ease the worst worries  # <-

    Good:

        appearances:
          - quote: can ease worries
    """
    for index, appearance in enumerate(claim.appearances):
        count = len(appearance.quote.split())
        if count > QUOTE_WORDS:
            hint = "keep only the words that carry the claim"
            yield Problem(("appearances", index, "quote"), f"{count} words quoted, at most {QUOTE_WORDS}", hint)


@rule(Level.ERROR, "claims")
def long_finding(_context: Context, claim: Claim) -> Iterator[Problem]:
    """The answer is one sentence of 35 words at most.

    It is the first thing readers see, on a small screen. Say who, what, how sure; leave the rest to `detail`.

    Bad:

        finding: >-  # <-
          Whether it eases worries is very uncertain, since the only trial there is was small and short, was done in
          one place by one group, used a control that nobody could mistake for it, and has never been repeated by
          anybody else.

    Good:

        finding: Whether it eases worries is very uncertain.
    """
    count = len(claim.finding.split())
    if count > FINDING_WORDS:
        yield Problem(
            ("finding",),
            f"{count} words, at most {FINDING_WORDS}",
            "say who, what and how sure; move the rest to detail",
        )


@rule(Level.ERROR, "claims")
def long_why(_context: Context, claim: Claim) -> Iterator[Problem]:
    """The reason for doubt has 60 words at most.

    Readers should get the main reason at once. Write the main reason first, and leave the rest to `detail`.

    Bad:

        why: >-  # <-
          The trial was small. It was short. It was done in one place. It was done by one group. People could tell what
          they were given. Those who rated them could tell as well. The scale was new. Nobody had tried it before. Some
          people left early. We do not know why. Nobody has done it again. The full data were not shown. We asked them.

    Good:

        why: The only trial was small.
    """
    count = len(claim.why.split())
    if count > WHY_WORDS:
        yield Problem(("why",), f"{count} words, at most {WHY_WORDS}", "keep the main reason; move the rest to detail")


@rule(Level.ERROR, "claims", "studies", "articles", "searches", "people", "standing", "book", needs=Needs.TEXTS)
def copied_text(context: Context, record: object) -> Iterator[Problem]:
    """Our texts are in our own words.

    Twelve or more words in a row that also stand in an article were copied. This holds for every word of every record,
    but for what is marked as the article's own: text in quotation marks, quotes, headings and the article's title. Say
    it in your own words, or quote a shorter fragment. Where the texts are not at hand this is not checked.

    Bad:

        detail: It works by calming the part of the brain that sounds the alarm in times of stress.  # <-

    Good:

        detail: One article explains the effect by a calmer alarm system in the brain.
    """
    for path, text in words_of(record):
        if _AS_PRINTED.isdisjoint(path) and not (isinstance(record, Article) and path == ("title",)):
            run = next((run for part in _QUOTED.split(text) for run in runs_of(part) if run in context.overlaps), None)
            if run is not None:
                begin = " ".join(run.split()[:4])
                message = f'{OVERLAP} words in a row, from "{begin}", also stand in {context.overlaps[run]}'
                yield Problem(path, message, "say it in your own words, or quote a shorter fragment")
