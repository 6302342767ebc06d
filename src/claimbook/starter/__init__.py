"""A new book: the files of a small project that builds at once, to be made into a book on any subject.

The files lie in `book/` as they will stand, but for what is between square brackets: `[[ setup.title | quoted ]]`. A
name that begins with "dot-" is written with a dot, so that none is taken for a setting of this repository. Schemas and
the form of a claim are made from the model, as the verb `schema` makes them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from html import escape
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from jinja2 import Environment

from claimbook.brackets import bracketed
from claimbook.drafts.claims import TEMPLATE, months_later, template
from claimbook.files import OutFile
from claimbook.model import ArticleText, Category
from claimbook.model.schema import KINDS, schema_text

BOOK = files("claimbook.starter") / "book"
"""The files of the project, unfilled."""

_DOT = "dot-"
GITHUB = (".github/", "Makefile")
"""Beginnings of the paths that a minimal book goes without: workflows, and the commands that they run."""
_ARTICLE = "texts/example-article.txt"
_HALF_A_YEAR = 6
_CATEGORIES = (
    Category(id="effects", label="Does it work?", summary="Whether walking helps. All studies here are invented."),
    Category(id="background", label="Background", summary="What there is to know besides. All of it is invented."),
)


class Setup(NamedTuple):
    """What a new book is told about itself."""

    title: str
    tagline: str
    repository: str
    """Address of the repository that will hold it."""
    address: str
    """Where its site will be published; empty where nobody knows yet."""
    today: date
    minimal: bool = False
    """Whether it goes without what only GitHub needs."""


def project(setup: Setup) -> Iterator[OutFile]:
    """Make every file of a new book."""
    article = (BOOK / _ARTICLE).read_bytes()
    more = {
        "setup": setup,
        "due": months_later(setup.today, _HALF_A_YEAR),
        "text": ArticleText(sha256=hashlib.sha256(article).hexdigest(), words=len(article.split())),
        "version": version("claimbook"),
    }
    for path, text in _texts(BOOK):
        if not (setup.minimal and path.startswith(GITHUB)):
            yield OutFile(path, fill(text, setup.title, setup.tagline, _CATEGORIES, more))
    yield OutFile(TEMPLATE, template())
    yield from (OutFile(f"schema/{kind}.schema.json", schema_text(kind)) for kind in KINDS)


def fill(
    text: str, title: str, tagline: str, categories: Iterable[Category], more: Mapping[str, object] | None = None
) -> str:
    """Put into a file of the project what a book says of itself.

    Args:
        text: The file, unfilled.
        title: Title of the book.
        tagline: One line on what it is.
        categories: Its groups of claims.
        more: What else the file may ask for.

    """
    book = {"title": title, "tagline": tagline, "categories": tuple(categories)}
    return _environment().from_string(text).render(more or {}, book=book)


def _texts(folder: Traversable, within: str = "") -> Iterator[tuple[str, str]]:
    """Read the files below a folder, each with the path at which it will stand."""
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f".{part.name.removeprefix(_DOT)}" if part.name.startswith(_DOT) else part.name
        if part.is_dir():
            yield from _texts(part, f"{within}{name}/")
        else:
            yield within + name, part.read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    # What is written is YAML: `quoted` makes its texts safe, `escaped` those that the theme prints as they are.
    env = bracketed(autoescape=False)
    env.filters |= {"escaped": _escaped, "quoted": _quoted}
    return env


def _quoted(text: str) -> str:
    """Write text as JSON does, which is YAML too and leaves nothing to guess."""
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    """Escape text for a theme that prints it inside of elements and attributes."""
    return escape(text, quote=False).replace('"', "&quot;")
