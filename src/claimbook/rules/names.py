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
    """Report the name of a record that is not there, with its later name or the nearest one; else say what to do."""
    if not context.exists(kind, word):
        hint = _renamed(context, kind, word) or suggest(word, context.names(kind)) or otherwise
        yield Problem(path, f'there is no {_NOUNS[kind]} "{word}"', hint)


def _renamed(context: Context, kind: str, word: str) -> str:
    """Tell what a claim is called now; the nearest name would be that of another one."""
    owners = context.alias_owners.get(word) if kind == "claims" else None
    return f'it was renamed: write "{owners[0]}"' if owners else ""


def unknown_code(path: Path, noun: str, word: str, known: Collection[str]) -> Iterator[Problem]:
    """Report a word that is not among a few known ones, with the nearest one or all of them."""
    if word not in known:
        hint = suggest(word, known) or f"write one of: {', '.join(known)}"
        yield Problem(path, f'there is no {noun} "{word}"', hint)
