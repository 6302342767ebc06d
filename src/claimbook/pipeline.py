"""The one way from records to files: read, weigh, check, then cut views and print them.

`check` and `build` walk the same way; `check` only stops earlier.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimbook.files import OutFile
from claimbook.findings import Finding, Level
from claimbook.model import Catalogue
from claimbook.verdicts import Suggestion

BOOK = "book.yml"
"""The file that marks the top of a book."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder from `start` upwards that holds a book."""
    return next((folder for folder in (start, *start.parents) if (folder / BOOK).is_file()), None)


@dataclass(frozen=True, slots=True)
class Examined:
    """A book that was read and checked."""

    catalogue: Catalogue | None
    """What was read; none where the book's own settings are broken."""
    suggestions: Mapping[str, Suggestion]
    """What the rule suggests, by id of the claim."""
    findings: tuple[Finding, ...]
    """All that is wrong."""
    texts: Mapping[str, str]
    """Texts of articles that were at hand, by id of the article."""
    files: int
    """How many files were looked at."""
    names: frozenset[str]
    """The files that were looked at, as far as they are there: paths below the top of the book."""

    @property
    def broken(self) -> bool:
        """Whether anything is wrong that forbids a build."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def examine(
    root: Path, *, today: date | None = None, texts: Path | None = None, coverage_alone: bool = False
) -> Examined:
    """Read a book and check it.

    Args:
        root: Top of the book.
        today: The day against which due dates are held; without one, none is looked at.
        texts: Folder with the texts of the articles, where quotes are looked up.
        coverage_alone: Whether only that is looked at which bears on what is covered.

    """
    from claimbook import reading, rules, verdicts

    read = reading.read(root)
    catalogue = read.catalogue
    suggestions = verdicts.weigh_all(catalogue) if catalogue else {}
    at_hand = reading.read_texts(texts, catalogue.articles) if texts and catalogue else reading.NO_TEXTS
    held = rules.COVERAGE if coverage_alone else rules.RULES
    findings = rules.run(read, suggestions, today, at_hand, held)
    return Examined(catalogue, suggestions, findings, at_hand.known, read.origins.files, frozenset(read.origins.names))


def published_at(catalogue: Catalogue, address: str) -> Catalogue:
    """Return the book with another public address than its own, for a copy that is published elsewhere."""
    return replace(catalogue, book=replace(catalogue.book, address=address))


class TemplateProblemError(Exception):
    """A template of ours is broken; the message says which."""


def generate(catalogue: Catalogue, suggestions: Mapping[str, Suggestion]) -> Iterator[OutFile]:
    """Make every generated file of the site, one after the other.

    Raises:
        TemplateProblemError: A template cannot be read or filled.

    """
    from jinja2 import TemplateError, TemplateSyntaxError

    from claimbook import exports, pages, views

    shelf = views.shelve(catalogue, suggestions)
    try:
        yield from pages.render(shelf)
        published = yield from exports.render(shelf)
        yield pages.render_downloads(shelf, published)
    except TemplateSyntaxError as error:
        raise TemplateProblemError(f"template {error.name}, line {error.lineno}: {error.message}") from error
    except TemplateError as error:
        raise TemplateProblemError(f"a template cannot be filled: {error}") from error


@contextmanager
def without_gc() -> Iterator[None]:
    """Switch the cyclic garbage collector off for a while.

    Records hold no cycles, yet the collector walks all of them again and again while they are
    being made and printed: without it 20,000 claims are read and checked in a tenth less time,
    and pages are made in a twentieth less.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
