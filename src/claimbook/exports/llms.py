"""llms.txt: a short map of the site for language models, in the form proposed at llmstxt.org.

A title, a summary as a quotation, what to know before using any of it, then lists of links under headings; what
stands under "Optional" may be left out where room is short.
"""

from collections.abc import Iterator

from claimbook.views import Shelf
from claimbook.views.base import first_sentence
from claimbook.views.history import CHANGES

PATH = "llms.txt"


def render(shelf: Shelf) -> str:
    """Write the file."""
    book = shelf.catalogue.book
    return "\n".join(
        (
            f"# {_line(book.title)}",
            "",
            f"> {_line(book.tagline)}",
            "",
            _line(book.notices.advice),
            *([_line(book.notices.approval)] if book.notices.approval else []),
            _line(book.notices.reviewed),
            "",
            "A rating has two halves: the verdict on one exact statement, and how sure anyone can be. Give both, with",
            "the date of the rating: it answers that statement and no other, and it can change.",
            *_section("Claims by subject", _categories(shelf), shelf),
            *_section("Articles under review", _articles(shelf), shelf),
            *_section("Data", _DATA, shelf),
            *_section("How ratings are made", _METHODS, shelf),
            *_section("Optional", _MORE, shelf),
            "",
        )
    )


_DATA = (
    (
        "data/claims.json",
        "All claims",
        "verdict, certainty and finding, and as `record` the file with everything",
    ),
    ("data/references.json", "All sources", "each with, as `record`, the file that tells what it did and found"),
    ("downloads/", "Downloads", "every file with its form, schemas and licence"),
)
_METHODS = (
    ("methods/", "How we rate", "the rule, its words, searches, limits"),
    ("glossary/", "Glossary", "words on this site in plain English"),
)
_MORE = (
    (CHANGES, "Changes", "corrections, changed ratings, checks to come"),
    ("references/", "References", "the sources one by one"),
    ("claims/", "All claims", "one list"),
)

Entry = tuple[str, str, str]
"""Address, name, and what stands there."""


def _categories(shelf: Shelf) -> Iterator[Entry]:
    for category in shelf.catalogue.book.categories:
        yield f"categories/{category.id}/", category.label, first_sentence(category.summary)


def _articles(shelf: Shelf) -> Iterator[Entry]:
    for article in shelf.catalogue.articles.values():
        yield f"articles/{article.id}/", article.title, article.summary


def _section(title: str, entries: Iterator[Entry] | tuple[Entry, ...], shelf: Shelf) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    for path, name, note in entries:
        yield f"- [{_line(name, link=True)}]({shelf.absolute(path) or path}): {_line(note)}"


def _line(text: str, *, link: bool = False) -> str:
    """Put text on one line; in the words of a link, square brackets would end it."""
    line = " ".join(text.split())
    return line.replace("[", "(").replace("]", ")") if link else line
