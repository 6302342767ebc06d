"""Articles under review and library entries in linked data."""

import re

from claimbook.linked.nodes import LinkedPage, Node, thing
from claimbook.model import Article, Reference, StandingKind
from claimbook.views import ArticleView, ReferenceView

WORKS = {
    "article": "ScholarlyArticle",
    "inproceedings": "ScholarlyArticle",
    "book": "Book",
    "inbook": "Chapter",
    "incollection": "Chapter",
    "techreport": "Report",
    "phdthesis": "Thesis",
}
"""What BibTeX calls a kind of work, and what schema.org does; any other is just a creative work."""
HOLDS = {"article": "Periodical", "inbook": "Book", "incollection": "Book", "inproceedings": "Book"}
"""What an entry is part of; the container of any other is its publisher."""
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_OTHERS = "others"
"""What ends a list of authors that the library cuts short."""


def link_article(view: ArticleView) -> LinkedPage:
    """Say that a page is about an article that somebody else wrote."""
    return LinkedPage(fields={"about": reviewed_text(view.article)})


def link_reference(view: ReferenceView) -> LinkedPage:
    """Say which work a page of the library is about, and what has become of it."""
    return LinkedPage("ItemPage", {"mainEntity": _work(view)})


def reviewed_text(article: Article) -> Node:
    """Name an article under review, as far as its text names itself."""
    publisher = _stated(article.publisher)
    return thing(
        "Article",
        headline=article.title,
        publisher=thing("Organization", name=publisher) if publisher else None,
        datePublished=article.published if _DATE.fullmatch(article.published) else "",
        url=article.url,
    )


def _stated(text: str) -> str:
    """Cut what records say of a name down to the name; "not stated" and the like are none."""
    return "" if text.startswith("not ") else text.split(" (", maxsplit=1)[0]


def _work(view: ReferenceView) -> Node:
    reference = view.reference
    part_of = HOLDS.get(reference.entry_type) if reference.container else None
    return thing(
        WORKS.get(reference.entry_type, "CreativeWork"),
        name=reference.title,
        author=[_author(name) for name in reference.authors if name != _OTHERS],
        datePublished=reference.year if _DATE.fullmatch(reference.year) else "",
        isPartOf=thing(part_of, name=reference.container) if part_of else None,
        publisher=_publisher(reference) if part_of is None else None,
        sameAs=_addresses(reference),
        creativeWorkStatus=_status(view),
        correction=view.doubt.notice if view.doubt else None,
    )


def _author(name: str) -> Node:
    family, comma, given = name.partition(", ")
    if not comma:
        return thing("Organization", name=name)
    return thing("Person", name=f"{given} {family}", familyName=family, givenName=given)


def _publisher(reference: Reference) -> Node | None:
    return thing("Organization", name=reference.container) if reference.container else None


def _addresses(reference: Reference) -> list[str]:
    known = (
        ("https://doi.org/", reference.doi),
        ("https://pubmed.ncbi.nlm.nih.gov/", reference.pmid),
        ("", reference.url),
    )
    return list(dict.fromkeys(base + name for base, name in known if name))


def _status(view: ReferenceView) -> str:
    """Say that a work was retracted or is doubted; of any other nothing is known for sure."""
    grave = (StandingKind.RETRACTED, StandingKind.CONCERN)
    return view.doubt.kind.label if view.doubt and view.doubt.kind in grave else ""
