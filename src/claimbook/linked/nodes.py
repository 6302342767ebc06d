"""What linked data of all pages are made of: addresses, the site and the project, a page with its trail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimbook.model import Book
from claimbook.views import Link

Node = dict[str, object]
"""A thing of schema.org: its type and properties, as they are written in JSON."""

CONTEXT = "https://schema.org"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """What linked data say of a page besides its title, description and trail."""

    type: str = "WebPage"
    fields: Mapping[str, object] = field(default_factory=dict)
    """Further properties of the page."""
    others: tuple[Node, ...] = ()
    """Things that stand beside it."""


PLAIN = LinkedPage()
"""A page of which nothing more is to be said."""
LIST = LinkedPage("CollectionPage")
"""A page that lists others."""


def known(**fields: object) -> Node:
    """Make properties of those that are known; an empty text, list or none says nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def thing(type_: str, **fields: object) -> Node:
    """Make a thing of what is known of it."""
    return {"@type": type_} | known(**fields)


def project(book: Book) -> Node:
    """Name who wrote the site and its ratings; the home page says more of it."""
    at = book.top
    return {"@id": f"{at}#project"} | thing("Project", name=book.title, url=at)


def website(book: Book) -> Node:
    """Point to the site that a page is part of."""
    return {"@id": f"{book.top}#website"} | thing("WebSite", name=book.title, url=book.top)


def link_page(book: Book, here: Link, description: str, trail: Sequence[Link], page: LinkedPage = PLAIN) -> Node | None:
    """Say what a page is; nothing where the book has no address, since linked data need whole addresses.

    Args:
        book: The book.
        here: Title of the page, as plain text, and its address.
        description: What it says, in a line.
        trail: The pages that lead to it, from the top.
        page: What else is to be said.

    """
    at = book.top
    if not at:
        return None
    steps = (*trail, here) if trail else ()
    node = {"@id": at + here.path} | thing(
        page.type,
        url=at + here.path,
        name=here.text,
        description=description,
        inLanguage=LANGUAGE,
        isPartOf=website(book),
        publisher=project(book),
        license=book.data_licence and book.data_licence.url,
        breadcrumb=_trail(at, steps),
    )
    return {"@context": CONTEXT, "@graph": [{**node, **page.fields}, *page.others]}


def _trail(at: str, steps: Sequence[Link]) -> Node | None:
    items = [
        thing("ListItem", position=place, name=step.text, item={"@type": "WebPage", "@id": at + step.path})
        for place, step in enumerate(steps, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=items) if items else None
