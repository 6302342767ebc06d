"""How rules report names that are not there."""

from collections.abc import Collection, Iterator

from claimbook.findings import suggest
from claimbook.rules.base import Path, Problem
from claimbook.rules.context import Context

_NOUNS = {
    "claims": "claim",
    "studies": "study",
    "library": "library entry",
    "articles": "article",
    "searches": "search",
    "people": "person",
}


def missing(context: Context, path: Path, kind: str, word: str, otherwise: str) -> Iterator[Problem]:
    """Report the name of a record that is not there, with the nearest one that is; else say what to do."""
    if not context.exists(kind, word):
        hint = suggest(word, context.names(kind)) or otherwise
        yield Problem(path, f'there is no {_NOUNS[kind]} "{word}"', hint)


def unknown_code(path: Path, noun: str, word: str, known: Collection[str]) -> Iterator[Problem]:
    """Report a word that is not among a few known ones, with the nearest one or all of them."""
    if word not in known:
        hint = suggest(word, known) or f"write one of: {', '.join(known)}"
        yield Problem(path, f'there is no {noun} "{word}"', hint)
