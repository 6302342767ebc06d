"""What the citation tags of a web page tell: citation_title, citation_author and so on, made for search engines."""

import re
from collections import defaultdict
from html.parser import HTMLParser

from claimbook.watch.identifiers import doi_in
from claimbook.watch.web import Web
from claimbook.watch.works import Work, body, person, plain

NAME = "the page"

_PMID = re.compile(r"[1-9]\d{0,7}")
_YEAR = re.compile(r"[12]\d{3}")
_DOI_TAGS = ("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi")


class _Tags(HTMLParser):
    """Collects the meta tags of a page, and its title."""

    def __init__(self) -> None:
        super().__init__()
        self.found: defaultdict[str, list[str]] = defaultdict(list)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep name and content of a meta tag."""
        given = dict(attrs)
        name, content = given.get("name") or given.get("property"), plain(given.get("content"))
        if tag == "meta" and name and content:
            self.found[name.casefold()].append(content)


def ask(web: Web, url: str) -> Work:
    """Read what a page says of itself; empty where it says nothing.

    Raises:
        NotFoundError: There is no such page.
        UnreachableError: No usable answer came.

    """
    tags = _Tags()
    tags.feed(web.fetch(url).text)
    tags.close()
    first = {name: texts[0] for name, texts in tags.found.items()}
    journal = first.get("citation_journal_title", "")
    year = _YEAR.match(first.get("citation_publication_date") or first.get("citation_date") or "")
    pmid = first.get("citation_pmid", "")
    pages = [first[name] for name in ("citation_firstpage", "citation_lastpage") if name in first]
    return Work(
        title=first.get("citation_title", ""),
        authors=tuple(_name(author) for author in tags.found["citation_author"]),
        year=year[0] if year else "",
        container=journal or first.get("citation_publisher") or first.get("og:site_name", ""),
        entry_type="article" if journal else "misc",
        volume=first.get("citation_volume", ""),
        number=first.get("citation_issue", ""),
        pages="-".join(pages),
        doi=next(filter(None, (doi_in(first.get(name, "")) for name in _DOI_TAGS)), ""),
        pmid=pmid if _PMID.fullmatch(pmid) else "",
        url=url,
        told_by=(NAME,) if "citation_title" in first else (),
    )


def _name(author: str) -> str:
    """Write "Zed, Zoe" and "Zoe Zed" alike; a name in one piece is left alone."""
    family, comma, given = author.partition(",")
    if comma:
        return person(family, given)
    *given_names, last = author.split() or [""]
    return person(last, " ".join(given_names)) if given_names else body(author)
