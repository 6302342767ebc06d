"""What registries tell of a work, as an entry of the library and as the beginning of a study's record."""

import re
from collections.abc import Container, Iterator

from claimbook.drafts.form import Form
from claimbook.drafts.names import key
from claimbook.drafts.text import record_text
from claimbook.drafts.values import Value
from claimbook.files import OutFile
from claimbook.model import Catalogue, Reference, Study
from claimbook.reading.fields import Path
from claimbook.watch import Work

_FOLDER = "references/studies"
_KEPT = str.maketrans({"~": "\N{TILDE OPERATOR}", "{": "(", "}": ")"})
"""Signs that mean something to BibTeX, and those that stand in for them."""
_DASHES = re.compile(r"\s*[-\u2010-\u2015]+\s*")


def reference_of(work: Work, taken: Container[str]) -> Reference:
    """Turn a work into an entry of the library, under a key that is free."""
    title = work.title.capitalize() if work.title.isupper() and " " in work.title else work.title
    return Reference(
        key=key(work.authors, work.year, title, taken),
        entry_type=work.entry_type,
        title=title.translate(_KEPT),
        authors=tuple(author.translate(_KEPT) for author in work.authors),
        year=work.year,
        container=work.container.translate(_KEPT),
        volume=work.volume,
        number=work.number,
        pages=_DASHES.sub("--", work.pages),
        doi=work.doi,
        pmid=work.pmid,
        pmcid=work.pmcid,
        url=work.url,
    )


def study_of(reference: Reference, work: Work, catalogue: Catalogue) -> OutFile:
    """Begin the record of a study with what its metadata tell; nothing of it was read yet."""
    who = reference.authors[0] if reference.authors else "No author"
    head = [f"{who} ({reference.year or 'no year'}). {reference.title}", *_warnings(work)]
    form = Form(Study, _notes(work), {("conditions",): {one.id: one.label for one in catalogue.book.conditions}})
    lines = form.write(_values(reference, work))
    return OutFile(f"{_FOLDER}/{reference.key}.yml", record_text("study", 2, head, lines))


def _values(reference: Reference, work: Work) -> dict[str, Value]:
    return {
        "key": reference.key,
        "funding": "; ".join(work.funders) or None,
        "registration": "; ".join(work.registrations) or None,
        "status": None if reference.year and reference.container else "incomplete",
    }


def _notes(work: Work) -> dict[Path, str]:
    return {
        ("design",): f"Filed as: {', '.join(work.kinds)}." if work.kinds else "",
        ("seen_at",): "Metadata are no page that was read: write down where you saw the figures.",
    }


def _warnings(work: Work) -> Iterator[str]:
    for notice in work.notices:
        when = f" on {notice.day}" if notice.day else ""
        yield f"{notice.label.upper()}{when}: {notice.url}; read it, and write it into references/standing.yml."
    for doi in work.preprint_of:
        yield f"A preprint; published as {doi}. Papers on the same people share study_id."
    for doi in work.preprints:
        yield f"There is a preprint of it: {doi}. Papers on the same people share study_id."


def standing_lines(reference: Reference, work: Work) -> Iterator[str]:
    """Suggest what to write into standing.yml; what readers should know is left to whoever reads the notice."""
    for notice in work.notices:
        if notice.kind:
            yield f"  - key: {reference.key}"
            yield f"    kind: {notice.kind}"
            yield f"    date: {notice.day or ''}".rstrip()
            yield f"    notice: {notice.url}"
            yield "    text:"
