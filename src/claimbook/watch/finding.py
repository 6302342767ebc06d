"""From an identifier to a work: whom to ask, and how their answers are put together."""

from dataclasses import dataclass, fields, replace

from claimbook.watch import crossref, europepmc, pages
from claimbook.watch.identifiers import Identifier, Kind
from claimbook.watch.web import NotFoundError, UnreachableError, Web
from claimbook.watch.works import Work


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the registries are reached."""

    crossref: str = crossref.BASE
    europepmc: str = europepmc.BASE


@dataclass(frozen=True, slots=True)
class LookUp:
    """What was found, and whom we could not ask."""

    work: Work
    remarks: tuple[str, ...] = ()
    """What went wrong on the way though something was found; one line each."""


def look_up(web: Web, identifier: Identifier, sources: Sources) -> LookUp:
    """Find out what registries know of a publication.

    The registry that owns the identifier must answer; the others add to it as far as they can be reached.

    Raises:
        NotFoundError: Nobody knows it.
        UnreachableError: Whoever would know it could not be asked.

    """
    match identifier.kind:
        case Kind.DOI:
            return _by_doi(web, identifier, sources)
        case Kind.URL:
            return _by_page(web, identifier.value, sources)
    found = europepmc.ask(web, sources.europepmc, identifier)
    return _added(LookUp(found), web, sources) if found.doi else LookUp(found)


def _by_doi(web: Web, identifier: Identifier, sources: Sources) -> LookUp:
    try:
        found = crossref.ask(web, sources.crossref, identifier.value)
    except NotFoundError:
        return LookUp(_elsewhere(web, identifier, sources))
    try:
        return LookUp(_joined(found, europepmc.ask(web, sources.europepmc, identifier)))
    except NotFoundError:
        return LookUp(found)
    except UnreachableError as error:
        return LookUp(found, (f"PMID and PMCID were not looked up: {error}",))


def _elsewhere(web: Web, identifier: Identifier, sources: Sources) -> Work:
    """Ask for a DOI that Crossref did not register, as those of data and of some archives."""
    try:
        return europepmc.ask(web, sources.europepmc, identifier)
    except NotFoundError as error:
        told = f"neither {crossref.NAME} nor {europepmc.NAME} knows it; look for a slip, or cite its web address"
        raise NotFoundError(told) from error


def _by_page(web: Web, url: str, sources: Sources) -> LookUp:
    found = pages.ask(web, url)
    return _added(LookUp(found), web, sources) if found.doi else LookUp(found)


def _added(known: LookUp, web: Web, sources: Sources) -> LookUp:
    """Let Crossref add what it knows, above all notices."""
    doi = Identifier(Kind.DOI, known.work.doi)
    try:
        more = _by_doi(web, doi, sources) if known.work.url else LookUp(crossref.ask(web, sources.crossref, doi.value))
    except NotFoundError:
        return known
    except UnreachableError as error:
        return replace(known, remarks=(*known.remarks, f"notices and preprints were not looked up: {error}"))
    return LookUp(_joined(more.work, known.work), (*known.remarks, *more.remarks))


def _joined(work: Work, other: Work) -> Work:
    """Fill the gaps of a work from another description of it; notices that only the other knows are added."""
    filled = {
        field.name: getattr(other, field.name)
        for field in fields(Work)
        if not getattr(work, field.name) and getattr(other, field.name)
    }
    known = {notice.kind for notice in work.notices}
    notices = (*work.notices, *(notice for notice in other.notices if notice.kind not in known))
    return replace(work, **filled | {"notices": notices, "told_by": (*work.told_by, *other.told_by)})
