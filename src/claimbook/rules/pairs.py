"""Rules about what belongs together: studies and library, claims and studies, ids and former ids."""

from collections.abc import Iterator

from claimbook.findings import Level, suggest
from claimbook.model import Book, Cites, CitesCheck, Claim, Reference, Seen, Study
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.names import missing

_LISTED = 5
"""Keys that a message names before it says "and so on"."""


@rule(Level.ERROR, "studies")
def study_without_entry(context: Context, study: Study) -> Iterator[Problem]:
    """Every study has an entry in the library.

    Without title, authors and year readers cannot find the paper. Add an entry with the same key to
    references/library.bib.

    Bad:

        # references/studies/new2024.yml (like references/studies/zed2020.yml)
        key: new2024  # <-

    Good:

        # references/studies/zed2020.yml
        key: zed2020
    """
    yield from missing(context, ("key",), "library", study.key, "add an entry with this key to references/library.bib")


@rule(Level.ERROR, "library")
def entry_without_study(context: Context, entry: Reference) -> Iterator[Problem]:
    """Every entry of the library has a study record.

    The page of a reference shows what the study did and found. Add references/studies/<key>.yml, or take the entry out.

    Bad:

        % references/library.bib
        @article{new2024,
          author = {Doe, Jo},
          title = {A study without a record},
          year = {2024},
          doi = {10.1000/new},
        }

    Good:

        % references/library.bib
    """
    if not context.exists("studies", entry.key):
        alone = [key for key in context.names("studies") if not context.exists("library", key)]
        otherwise = f"add references/studies/{entry.key}.yml, or take the entry out"
        yield Problem((), f"{entry.key} has no study record", suggest(entry.key, alone) or otherwise)


@rule(Level.WARNING, "book")
def unused_studies(context: Context, _book: Book) -> Iterator[Problem]:
    """Studies are used by claims.

    A study that no claim names, and that no review named by a claim contains, bears on nothing a reader sees. Name it
    in the claims it bears on, for or against. Studies that may not carry a claim yet, since their entry is incomplete
    or only the record was seen, wait without a warning. There is one warning for the whole book, since gathering
    studies before they are needed is good practice.

    Bad:

        # references/studies/new2024.yml (like references/studies/zed2020.yml)
        key: new2024

    Good:

        # references/studies/zed2020.yml
        key: zed2020
    """
    studies = context.catalogue.studies
    unused = sorted(key for key in studies.keys() - context.used if not _waits(studies[key]))
    if unused and context.origins.paths["claims"].keys() == context.catalogue.claims.keys():
        listed = ", ".join(unused[:_LISTED]) + (", …" if len(unused) > _LISTED else "")
        message = f"{len(unused)} of {len(studies)} studies are used by no claim: {listed}"
        yield Problem((), message, "name them in the evidence of the claims they bear on")


def _waits(study: Study) -> bool:
    """Whether a study may not carry a claim yet."""
    return study.status is not None or study.seen is Seen.RECORD_ONLY


@rule(Level.ERROR, "claims")
def alias_collision(context: Context, claim: Claim) -> Iterator[Problem]:
    """A former id leads to one claim only.

    Ids are never used again: an old link must lead to the claim it was made for. Take the alias out, or give the other
    claim another id.

    Bad:

        aliases: [few-side-effects]  # <-

    Good:

        aliases: [a-former-name-of-this-claim]
    """
    for index, alias in enumerate(claim.aliases):
        owners = [owner for owner in context.alias_owners[alias] if owner != claim.id]
        if alias in context.catalogue.claims:
            yield Problem(
                ("aliases", index), f'"{alias}" is the id of a claim', "ids are never reused: take the alias out"
            )
        elif owners:
            yield Problem(
                ("aliases", index), f'"{alias}" is also a former id of {owners[0]}', "leave it to one of them"
            )


@rule(Level.ERROR, "claims")
def unchecked_source(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A source that an article names was looked up.

    Where an article names or links a source, readers want to know whether it exists and says so. Write `cites_check`:
    found, not-found or misreported; and only where the article gives a source.

    Bad:

        appearances:
          - cites: named  # <-

    Good:

        appearances:
          - cites: named
            cites_check: not-found
    """
    for index, appearance in enumerate(claim.appearances):
        path = ("appearances", index, "cites")
        if (appearance.cites is Cites.NONE) != (appearance.cites_check is None):
            if appearance.cites_check is None:
                hint = f"add cites_check: {', '.join(CitesCheck)}"
                yield Problem(path, "the source the article names was not looked up", hint)
            else:
                hint = "write cites: named or linked, or take cites_check out"
                yield Problem(path, "a source was looked up that the article does not name", hint)
