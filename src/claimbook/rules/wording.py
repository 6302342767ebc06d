"""Rules about words: short fragments that the article really has, short answers, our own sentences."""

import re
from collections.abc import Iterator
from functools import cache

from claimbook.findings import Level
from claimbook.model import Claim
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context, Needs
from claimbook.rules.words import OVERLAP, plain, runs_of

QUOTE_WORDS = 12
"""Most words of a quoted fragment."""
FINDING_WORDS = 35
"""Most words of the answer."""
WHY_WORDS = 60
"""Most words of the reason for doubt."""
GRADE = 9
"""School grade up to which a text counts as easy to read."""

_GAP = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_CITED = re.compile(r"\s*\[@[^\]]*\]")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@rule(Level.ERROR, "claims")
def long_quote(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A quote is a fragment of 12 words at most.

    The articles belong to their publishers; a fragment is enough to find the sentence. Cut it down to the words that
    carry the claim.

    Bad:

        appearances:
          - quote: it has been shown again and again that it can ease the worst anxiety  # <-

    Good:

        appearances:
          - quote: can ease anxiety
    """
    for index, appearance in enumerate(claim.appearances):
        count = len(appearance.quote.split())
        if count > QUOTE_WORDS:
            hint = "keep only the words that carry the claim"
            yield Problem(("appearances", index, "quote"), f"{count} words quoted, at most {QUOTE_WORDS}", hint)


@rule(Level.ERROR, "claims", needs=Needs.TEXTS)
def quote_not_in_text(context: Context, claim: Claim) -> Iterator[Problem]:
    """A quote stands in the article, letter for letter, below the heading that is named.

    We may not put words into anybody's mouth. Copy the fragment from the text that was read; mark what you leave out
    with "…". Where the text is not at hand this is not checked.

    Bad:

        appearances:
          - quote: words that nobody wrote  # <-

    Good:

        appearances:
          - quote: can ease anxiety
    """
    for index, appearance in enumerate(claim.appearances):
        text = context.plain_texts.get(appearance.article)
        if text is None:
            continue
        heading = text.find(f"\n{plain(appearance.heading)}\n")
        if not _stands_in(text, appearance.quote, max(heading, 0)):
            hint = "copy the fragment letter for letter, and look whether it stands below this heading"
            path = ("appearances", index, "quote")
            yield Problem(path, f"these words do not stand in {appearance.article} below this heading", hint)


def _stands_in(text: str, quote: str, start: int) -> bool:
    """Whether all parts of a quote follow one another in a text from a place on."""
    for part in _GAP.split(plain(quote)):
        start = text.find(part, start)
        if start < 0:
            return False
        start += len(part)
    return True


@rule(Level.ERROR, "claims")
def long_finding(_context: Context, claim: Claim) -> Iterator[Problem]:
    """The answer is one sentence of 35 words at most.

    It is the first thing readers see, on a small screen. Say who, what, how sure; leave the rest to `detail`.

    Bad:

        finding: >-  # <-
          Whether it eases anxiety is very uncertain, since the only trial there is was small and short, was done in
          one place by one group, used a control that nobody could mistake for the drug, and has never been repeated by
          anybody else.

    Good:

        finding: Whether it eases anxiety is very uncertain.
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


@rule(Level.WARNING, "claims")
def hard_to_read(_context: Context, claim: Claim) -> Iterator[Problem]:
    """The reason for doubt can be read after nine years of school.

    Readers come with every kind of schooling. Write shorter sentences and shorter words. The grade is that of Flesch
    and Kincaid; syllables are counted by groups of vowels, so it may be off by a grade, and this is a warning only. The
    answer itself is one sentence, for which such a grade says little.

    Bad:

        why: >-  # <-
          Methodological heterogeneity, inadequate participant blinding and considerable publication bias necessitate
          extraordinarily conservative interpretation.

    Good:

        why: The trial was small. People could tell what they were given.
    """
    grade = reading_grade(_CITED.sub("", claim.why))
    if grade > GRADE + 0.5:
        hint = "write shorter sentences and shorter words"
        yield Problem(("why",), f"reads like school grade {grade:.0f}; {GRADE} or below is easy to read", hint)


def reading_grade(text: str) -> float:
    """School grade by Flesch and Kincaid (1975); 0 for an empty text."""
    words = _LETTERS.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(map(syllable_count, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def syllable_count(word: str) -> int:
    """Syllables of an English word, counted by groups of vowels and without a silent e."""
    word = word.lower()
    count = len(_VOWELS.findall(word))
    silent = word.endswith(("e", "es", "ed")) and not word.endswith(
        ("le", "ies", "ted", "ded", "ses", "zes", "ches", "shes")
    )
    return max(1, count - 1 if silent and not word.endswith(("ee", "ie", "oe", "ue")) else count)


@rule(Level.ERROR, "claims", needs=Needs.TEXTS)
def copied_text(context: Context, claim: Claim) -> Iterator[Problem]:
    """Our texts are in our own words.

    Twelve or more words in a row that also stand in an article, outside quotation marks, were copied. Say it in your
    own words, or quote a shorter fragment. Where the texts are not at hand this is not checked.

    Bad:

        detail: It works by calming the part of the brain that sounds the alarm in times of stress.  # <-

    Good:

        detail: One article explains the effect by a calmer alarm system in the brain.
    """
    texts = {"title": claim.title, "statement": claim.statement, "finding": claim.finding}
    texts |= {"why": claim.why, "detail": claim.detail, "what_would_change": claim.what_would_change}
    for field, text in texts.items():
        run = next((run for part in _QUOTED.split(text) for run in runs_of(part) if run in context.overlaps), None)
        if run is not None:
            begin = " ".join(run.split()[:4])
            message = f'{OVERLAP} words in a row, from "{begin}", also stand in {context.overlaps[run]}'
            yield Problem((field,), message, "say it in your own words, or quote a shorter fragment")
