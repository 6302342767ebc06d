"""Which record somebody means who names a page, a file or an id. Only what the book has is ever found."""

import re
from collections.abc import Iterator

from claimbook.model import Catalogue
from claimbook.printing.comparison_markdown import said
from claimbook.reading.origins import FILES, FOLDERS

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def claims_named(text: str, catalogue: Catalogue) -> list[str]:
    """Find the claims that a text names by address, file or id, each once; a former id leads to the claim."""
    former = {alias: claim.id for claim in catalogue.claims.values() for alias in claim.aliases}
    words = (former.get(word, word) for word in _WORD.findall(text.lower()))
    return list(dict.fromkeys(word for word in words if word in catalogue.claims))


def record_named(text: str, catalogue: Catalogue) -> str | None:
    """Find the record of which a text names page, file or id; claims first, since most pages are theirs."""
    found = claims_named(text, catalogue)
    if found:
        return record_of(found[0], catalogue)
    files = dict(_files(catalogue))
    single = (files[word] for word in _WORD.findall(text.lower()) if word in files)
    return next(single, None) or next((file for file in FILES.values() if file in text), None)


def _files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    kinds = {"searches": catalogue.searches, "articles": catalogue.articles, "studies": catalogue.studies}
    for kind, records in kinds.items():
        yield from ((id_, f"{FOLDERS[kind]}/{id_}.yml") for id_ in records)


def record_of(id_: str, catalogue: Catalogue) -> str:
    """Name the file of a claim."""
    return f"{FOLDERS['claims']}/{catalogue.category_of[id_]}/{id_}.yml"


def bullet(id_: str, catalogue: Catalogue) -> str:
    """Introduce a claim in a line: title, file and page."""
    page = f", {catalogue.book.top}claims/{id_}/" if catalogue.book.top else ""
    return f"- {said(catalogue.claims[id_].title)}: `{record_of(id_, catalogue)}`{page}"
