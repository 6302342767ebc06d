"""What people type to name a publication: DOI, PMID, PMCID or address, in any usual form."""

import re
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}\\]+")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:doi|pmid|pmcid)\s*:?\s*", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s\[\]{}<>|\\^`\"]+", re.IGNORECASE)
_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_PUBMED_PATHS = (
    re.compile(r"pubmed\.ncbi\.nlm\.nih\.gov/(\d+)"),
    re.compile(r"ncbi\.nlm\.nih\.gov/pubmed/(\d+)"),
    re.compile(r"europepmc\.org/(?:article|abstract)/med/(\d+)", re.IGNORECASE),
)
_PMC_PATH = re.compile(
    r"(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc|europepmc\.org)/\S*?(PMC\d+)", re.IGNORECASE
)


class Kind(Enum):
    """A kind of identifier."""

    DOI = "DOI"
    PMID = "PMID"
    PMCID = "PMCID"
    URL = "web address"


class Identifier(NamedTuple):
    """What names a publication."""

    kind: Kind
    value: str
    """In the form that the library uses; DOIs keep their capitals."""


class UnknownIdentifierError(Exception):
    """Nothing is named in a form that we know; the message says what to write."""


def identify(word: str) -> Identifier:
    """Tell what somebody typed.

    Raises:
        UnknownIdentifierError: It is no identifier.

    """
    word = word.strip()
    bare = _PREFIX.sub("", word, count=1).strip()
    if _WEB.fullmatch(bare):
        return _in_address(bare)
    for kind, form in ((Kind.DOI, _DOI), (Kind.PMID, _PMID), (Kind.PMCID, _PMCID)):
        if form.fullmatch(bare):
            return Identifier(kind, bare.upper() if kind is Kind.PMCID else bare)
    raise UnknownIdentifierError(
        f"{word!a} is no DOI, PMID, PMCID or web address: write 10.5555/12345678, 12345678, PMC1234567 or https://…"
    )


def _in_address(url: str) -> Identifier:
    """Find the identifier that an address holds, so that its page need not be read."""
    parts = urlsplit(url)
    doi = unquote(parts.path).lstrip("/")
    if (parts.hostname or "") in _DOI_HOSTS and _DOI.fullmatch(doi):
        return Identifier(Kind.DOI, doi)
    for form in _PUBMED_PATHS:
        if found := form.search(url):
            return Identifier(Kind.PMID, found[1])
    if found := _PMC_PATH.search(url):
        return Identifier(Kind.PMCID, found[1].upper())
    return Identifier(Kind.URL, url)


def doi_in(text: str) -> str:
    """Return the DOI that a text is, in whatever form; empty where it is none."""
    try:
        found = identify(text)
    except UnknownIdentifierError:
        return ""
    return found.value if found.kind is Kind.DOI else ""
