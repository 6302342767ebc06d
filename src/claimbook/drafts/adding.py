"""Adding a source: refusing what the book has already, else library, entry and record that belong together."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from claimbook.drafts.library import entry_text, insert, like_title, same_paper
from claimbook.drafts.sources import reference_of, standing_lines, study_of
from claimbook.files import OutFile
from claimbook.model import Catalogue, Reference
from claimbook.watch import Work


class RefusedError(Exception):
    """A source is not added; the message says why."""


class Holdings(NamedTuple):
    """What a library has."""

    entries: Mapping[str, Reference]
    text: str
    """The file that holds them."""
    taken: Container[str]
    """Keys that are in use."""


class Addition(NamedTuple):
    """What adding a source comes to."""

    reference: Reference
    library: str
    """The whole library with the new entry."""
    study: OutFile
    """The beginning of the study's record."""


def refuse_known(work: Work, library: Mapping[str, Reference]) -> None:
    """Refuse what the library holds under the same identifier.

    Raises:
        RefusedError: It does.

    """
    found = same_paper(reference_of(work, ()), library.values())
    if found:
        raise RefusedError(f'the library has it already, as "{found[0].key}" (same {found[1]})')


def add(work: Work, holdings: Holdings, catalogue: Catalogue, *, force: bool) -> Addition:
    """Make entry and record of a work.

    Args:
        work: What is known of it.
        holdings: What the library has so far.
        catalogue: The book.
        force: Whether a title that is nearly the same as another is no reason to refuse.

    Raises:
        RefusedError: The library has it, or it cannot be told who wrote what.
        UnwritableError: The library cannot keep it.

    """
    refuse_known(work, holdings.entries)
    lacking = [name for name, known in (("--title", work.title), ("--author", work.authors)) if not known]
    if lacking:
        raise RefusedError(f"nobody tells its {' and '.join(lacking).replace('--', '')}: add {' and '.join(lacking)}")
    like = None if force else like_title(work.title, holdings.entries.values())
    if like:
        raise RefusedError(
            f'"{like.key}" has nearly the same title: use that key if it is the same paper, or add --force if it is not'
        )
    reference = reference_of(work, holdings.taken)
    library = insert(holdings.text, entry_text(reference), reference.key)
    return Addition(reference, library, study_of(reference, work, catalogue))


def remarks_on(
    reference: Reference, work: Work, library: Mapping[str, Reference], remarks: Iterable[str]
) -> Iterator[str]:
    """Say what was added, and aloud what speaks against it.

    Args:
        reference: The new entry.
        work: What is known of it.
        library: The entries before.
        remarks: What went wrong on the way.

    """
    told_by = f" (by {' and '.join(dict.fromkeys(work.told_by))})" if work.told_by else ""
    yield f"{reference.key}: {reference.title}{told_by}"
    yield from (f"  note: {line}" for line in (*_relatives(work, library), *remarks))
    yield from (f"  NOTE: this is itself a notice, on {doi}; cite that if you mean the study" for doi in work.notice_on)
    for notice in work.notices:
        when = f" on {notice.day}" if notice.day else ""
        yield f"  {notice.label.upper()}{when}: {notice.url}"
    if any(notice.kind for notice in work.notices):
        yield "  Read it, then add this to sources in references/standing.yml, with a sentence for readers as text:"
        yield from (f"  {line}" for line in standing_lines(reference, work))


def _relatives(work: Work, library: Mapping[str, Reference]) -> Iterator[str]:
    """Say which papers are another version of this one, and which of them the library has."""
    known = {one.doi.casefold(): f', in the library as "{one.key}"' for one in library.values() if one.doi}
    for doi in work.preprint_of:
        yield f"it is a preprint, published as {doi}{known.get(doi.casefold(), '')}"
    for doi in work.preprints:
        yield f"it was first a preprint, {doi}{known.get(doi.casefold(), '')}"
