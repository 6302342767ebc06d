"""What Europe PMC, which holds all of PubMed, tells of a PMID, PMCID or DOI (rest/search, format json, type core)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimbook.watch.identifiers import Identifier, Kind, doi_in
from claimbook.watch.web import NotFoundError, Web
from claimbook.watch.works import Notice, Work, body, group, groups, listed, person, plain, standing_kind

NAME = "Europe PMC"
BASE = "https://www.ebi.ac.uk/europepmc/webservices/rest"

_FIELDS = {Kind.DOI: "doi", Kind.PMID: "pmid", Kind.PMCID: "pmcid"}
_YEAR = re.compile(r"[12]\d{3}")
_PREPRINT = "PPR"
_CORRECTED = re.compile(
    r"(?:retraction|partial retraction|erratum|expression of concern|corrected|update) in", re.IGNORECASE
)
"""What is written on a work on which there is a notice; "of" and "for" stand on the notice itself."""


def ask(web: Web, base: str, identifier: Identifier) -> Work:
    """Ask for a work by its DOI, PMID or PMCID.

    Raises:
        NotFoundError: Europe PMC does not know it.
        UnreachableError: Europe PMC gave no usable answer.

    """
    kind, value = identifier
    query = {
        Kind.PMID: f"EXT_ID:{value} AND SRC:MED",
        Kind.PMCID: f"PMCID:{value}",
        Kind.DOI: f'DOI:"{value}"',
    }[kind]
    answer = web.fetch_json(f"{base}/search", {"query": query, "resultType": "core", "format": "json", "pageSize": "5"})
    for result in groups(group(answer.get("resultList")).get("result")):
        if plain(result.get(_FIELDS[kind])).casefold() == value.casefold():
            return _work(result)
    raise NotFoundError(f"{NAME} does not know it")


def _work(result: Mapping[str, Any]) -> Work:
    journal = group(result.get("journalInfo"))
    preprint = result.get("source") == _PREPRINT
    publisher = plain(group(result.get("bookOrReportDetails")).get("publisher"))
    year = _YEAR.search(plain(result.get("pubYear")))
    return Work(
        title=plain(result.get("title")).removesuffix("."),
        authors=tuple(_names(group(result.get("authorList")).get("author"))),
        year=year[0] if year else "",
        container=f"{publisher} preprint".strip() if preprint else plain(group(journal.get("journal")).get("title")),
        entry_type="misc" if preprint else "article",
        volume=plain(journal.get("volume")),
        number=plain(journal.get("issue")),
        pages=plain(result.get("pageInfo")),
        doi=doi_in(plain(result.get("doi"))),
        pmid=_numbered(result, "pmid", r"[1-9]\d{0,7}"),
        pmcid=_numbered(result, "pmcid", r"PMC[1-9]\d{0,8}"),
        kinds=tuple(filter(None, map(plain, listed(group(result.get("pubTypeList")).get("pubType"))))),
        notices=tuple(_notices(group(result.get("commentCorrectionList")).get("commentCorrection"))),
        told_by=(NAME,),
    )


def _numbered(result: Mapping[str, Any], field: str, form: str) -> str:
    value = plain(result.get(field))
    return value if re.fullmatch(form, value) else ""


def _names(people: object) -> Iterator[str]:
    for one in groups(people):
        given = plain(one.get("firstName")) or ". ".join([*plain(one.get("initials")), ""]).strip()
        name = person(one.get("lastName"), given) or body(one.get("collectiveName")) or body(one.get("fullName"))
        if name:
            yield name


def _notices(corrections: object) -> Iterator[Notice]:
    for one in groups(corrections):
        label, source, number = (plain(one.get(name)) for name in ("type", "source", "id"))
        if _CORRECTED.fullmatch(label) and source.isalpha() and number.isalnum():
            yield Notice(label, standing_kind(label), f"https://europepmc.org/article/{source}/{number}")
