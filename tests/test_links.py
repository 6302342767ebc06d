"""No link inside the built site is dead, fragments included, and every record has its page."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from claimbook.reading import read
from claimbook.site import load

pytestmark = pytest.mark.xdist_group("site")


class Anchors(HTMLParser):
    """Collects where a page can be entered and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.entries: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or (tag, name) == ("a", "name"):
                self.entries.add(value or "")
            elif name in {"href", "src"} and value:
                self.links.add(value)


Site = dict[str, Anchors | None]
"""Every file of a built site by its path; pages with their anchors."""


@pytest.fixture(scope="session")
def site(published: Path) -> Site:
    folder = published / "site"
    return {
        file.relative_to(folder).as_posix(): Anchors(file.read_text(encoding="utf-8"))
        if file.suffix == ".html"
        else None
        for file in folder.rglob("*")
        if file.is_file()
    }


def dead_links(site: Site, top: str) -> Iterator[str]:
    """Follow every link that stays below `top`, the address of the site."""
    for path, page in site.items():
        for link in page.links if page else ():
            target, fragment = urldefrag(urljoin(top + path, link))
            if target.startswith(top) and not leads_somewhere(
                site, unquote(target.removeprefix(top)), unquote(fragment)
            ):
                yield f"{path}: {link}"


def leads_somewhere(site: Site, path: str, fragment: str) -> bool:
    file = f"{path}index.html" if path == "" or path.endswith("/") else path
    page = site.get(file)
    return file in site and (page is None or not fragment or fragment in page.entries)


def test_no_internal_link_is_dead(site: Site, published: Path) -> None:
    top = load(published, published / "site").site_url or "https://book.example/"

    assert list(dead_links(site, top)) == []


def test_dead_links_would_be_found() -> None:
    page = Anchors('<h1 id="top">x</h1><a href="#top"><a href="../"><a href="a.css"><a href="#no"><a href="/b/no/">')
    assert sorted(dead_links({"index.html": Anchors(""), "a/index.html": page}, "https://host/b/")) == [
        "a/index.html: #no",
        "a/index.html: /b/no/",
        "a/index.html: a.css",
    ]


def test_every_record_has_its_page(site: Site, published: Path) -> None:
    catalogue = read(published).catalogue
    assert catalogue is not None
    expected = {
        "index.html",
        *(f"claims/{claim}/index.html" for claim in catalogue.claims),
        *(f"articles/{article}/index.html" for article in catalogue.articles),
        *(f"references/{key}/index.html" for key in catalogue.studies),
        *(f"categories/{category.id}/index.html" for category in catalogue.book.categories),
    }

    assert expected - site.keys() == set()
