"""A book as it stood at one time: read, weighed, and ready to be compared as far as it can be read at all."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from claimbook.findings import Finding, Level
from claimbook.model import Catalogue, Claim
from claimbook.reading import FILES, Origins, read
from claimbook.revisions.git import Revision, RevisionError, copy_out, rule_set_at
from claimbook.revisions.terms import Unread
from claimbook.verdicts import RULE_SET, weigh_all
from claimbook.views import Shelf, shelve


@dataclass(frozen=True, slots=True)
class State:
    """A book as it stood at one time."""

    name: str
    shelf: Shelf
    origins: Origins
    unread: tuple[Unread, ...]
    rule_set: str
    """Version of the published rule by which it was rated; empty where nobody knows."""

    @property
    def catalogue(self) -> Catalogue:
        """What was read."""
        return self.shelf.catalogue

    def hides(self, kind: str, id_: str) -> bool:
        """Whether a record is there and cannot be read, so that nothing can be said of it."""
        return self.origins.broken(kind, id_) and id_ not in _records(self.catalogue)[kind]

    def lacks(self, kind: str) -> bool:
        """Whether a file of many records cannot be read."""
        return any(one.file == FILES[kind] for one in self.unread)

    def weighs(self, claim: Claim) -> bool:
        """Whether all that a claim's suggestion rests on could be read."""
        return not self.lacks("standing") and not any(self.hides("studies", item.study) for item in claim.evidence)


def read_folder(root: Path) -> State:
    """Read the book in a folder as it is now.

    Raises:
        RevisionError: Its settings cannot be read.

    """
    return _state(root, "working tree", RULE_SET, earlier=False)


def read_revision(root: Path, revision: Revision, *, earlier: bool = True) -> State:
    """Read a book as it stood at a revision.

    Where the settings of an earlier book no longer suit this program, those of today stand in for them, so that its
    claims can be compared all the same.

    Raises:
        RevisionError: There is no book, or neither its settings nor those of today can be read.

    """
    with TemporaryDirectory(prefix="claimbook-") as name:
        folder = Path(name)
        copy_out(root, revision, folder)
        rule_set = rule_set_at(root, revision)
        try:
            return _state(folder, revision.name, rule_set, earlier=earlier)
        except RevisionError as error:
            if not earlier:
                raise
            shutil.copyfile(root / FILES["book"], folder / FILES["book"])
            told = Unread(earlier=True, file=FILES["book"], why=f"{error}; today's settings stand in for it")
            return _state(folder, revision.name, rule_set, told, earlier=earlier)


def _state(root: Path, name: str, rule_set: str, *more: Unread, earlier: bool) -> State:
    reading = read(root)
    catalogue = reading.catalogue
    if catalogue is None:
        told = next((one.message for one in reading.findings if one.file == FILES["book"]), "it cannot be read")
        raise RevisionError(f"{FILES['book']} of {name}: {told}")
    errors = [one for one in reading.findings if one.level is Level.ERROR]
    unread = (Unread(earlier, file, why) for file, why in _unread(catalogue, reading.origins, errors))
    return State(name, shelve(catalogue, weigh_all(catalogue)), reading.origins, (*more, *unread), rule_set)


def _unread(catalogue: Catalogue, origins: Origins, errors: list[Finding]) -> Iterator[tuple[str, str]]:
    """Name the files with records that are not in the catalogue, each with what is wrong first."""
    first = {one.file: one.message for one in reversed(errors)}
    for kind, records in _records(catalogue).items():
        paths = origins.paths.get(kind, {})
        yield from ((file, first.get(file, "it cannot be read")) for id_, file in paths.items() if id_ not in records)
    together = {"library": catalogue.references, "people": catalogue.people, "standing": catalogue.standing_list}
    for kind, there in together.items():
        if FILES[kind] in first and (kind == "library" or not there):
            yield FILES[kind], first[FILES[kind]]


def _records(catalogue: Catalogue) -> dict[str, Mapping[str, object]]:
    return {
        "claims": catalogue.claims,
        "studies": catalogue.studies,
        "articles": catalogue.articles,
        "searches": catalogue.searches,
        "library": catalogue.references,
    }
