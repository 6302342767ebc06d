"""A whole book in, catalogue out: every file is read, and every mistake of every file is told in one run."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimbook.findings import Finding
from claimbook.model import Article, Book, Catalogue, Claim, PeopleList, Reference, Search, StandingList, Study
from claimbook.reading.desk import Desk
from claimbook.reading.faults import Fault
from claimbook.reading.origins import FILES, FOLDERS, Origins


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a book."""

    catalogue: Catalogue | None
    """All records that are whole; None where the settings of the book cannot be read."""
    origins: Origins
    findings: tuple[Finding, ...]
    """What is wrong with the files, sorted by place."""


def read(root: Path) -> Reading:
    """Read a book. Raises nothing, whatever lies there: what is wrong is in the findings.

    Args:
        root: Top of the book, where book.yml lies.

    """
    desk = Desk(root)
    catalogue = _catalogue(desk, desk.record(FILES["book"], Book))
    return Reading(catalogue, desk.origins, tuple(sorted(desk.findings)))


def _catalogue(desk: Desk, book: Book | None) -> Catalogue | None:
    """Read everything but the settings; without them too, for what is wrong in the rest."""
    people = desk.record(FILES["people"], PeopleList)
    standing = _standing(desk)
    references = desk.library()
    studies = desk.folder("studies", Study, "key")
    _tell_undated(desk, references, studies)
    articles = desk.folder("articles", Article, "id")
    searches = desk.folder("searches", Search, "id") if _is_there(desk, FOLDERS["searches"]) else {}
    claims = desk.folder("claims", Claim, "id")
    if book is None:
        return None
    category_of = desk.categories(book)
    claims = {id_: claim for id_, claim in claims.items() if id_ in category_of}
    return Catalogue(
        book=book,
        claims=claims,
        category_of={id_: category_of[id_] for id_ in claims},
        references=references,
        studies=studies,
        articles=articles,
        searches=searches,
        people={person.id: person for person in people.people} if people else {},
        standing={source.key: source for source in standing.sources} if standing else {},
        standing_list=standing,
    )


def _standing(desk: Desk) -> StandingList | None:
    """Read what has become of sources; where nothing has been looked up yet there is no such file."""
    return desk.record(FILES["standing"], StandingList) if _is_there(desk, FILES["standing"]) else None


def _is_there(desk: Desk, path: str) -> bool:
    return os.path.lexists(desk.root / path)


def _tell_undated(desk: Desk, references: Mapping[str, Reference], studies: Mapping[str, Study]) -> None:
    """Tell entries without a year, but for those whose study record says that they are incomplete."""
    for key, reference in references.items():
        study = studies.get(key)
        incomplete = study.status == "incomplete" if study else desk.origins.broken("studies", key)
        if not reference.year and not incomplete:
            line = desk.origins.place("library", key).line
            hint = "add it, or write status: incomplete in the study's record"
            desk.tell(FILES["library"], Fault(line, 1, "missing-field", f'"year" of {key} is missing', hint))
