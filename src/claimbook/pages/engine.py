"""The template engine, and the front matter of pages."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypedDict, Unpack

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from claimbook.files import OutFile
from claimbook.linked import PLAIN, LinkedPage, link_page
from claimbook.model import Book
from claimbook.pages.cards import Card, book_card
from claimbook.pages.markup import anchor, cited, code, day, icon, many, md, preserve, printed, prose, size
from claimbook.views import Badge, Link, capital

_JSON = json.JSONEncoder(ensure_ascii=False)
_FILTERS = {
    "anchor": anchor,
    "capital": capital,
    "cited": cited,
    "code": code,
    "day": day,
    "many": many,
    "md": md,
    "preserve": preserve,
    "prose": prose,
    "size": size,
}


SKIP: dict[str, object] = {"exclude": True}
"""Front matter that keeps a page out of the search."""


class _CodeGenerator(CodeGenerator):
    """Prints through `printed`, which escapes like Jinja's own function and was measured to be five times as fast."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.printed(")


class _Environment(Environment):
    code_generator_class = _CodeGenerator
    printed = staticmethod(printed)


class HeadFields(TypedDict, total=False):
    """What may stand around a page besides its title."""

    crumbs: Sequence[Link]
    """The pages that lead to it, from the top."""
    card: Card
    """The picture that is shown where the page is shared; without one, that of the book."""
    linked: LinkedPage
    """What linked data say of it besides title and description."""
    modified: str
    """Day of its last change, as ISO writes it; the map of the site tells it."""
    record: str
    """File it is made from."""
    redirect: str
    """Address below the top of the site to which the page leads on at once."""
    search: Mapping[str, object]
    tags: Sequence[str]
    """Further words under which the search finds it; safe in HTML."""
    scripts: Sequence[str]
    """Scripts that it needs besides the one on all pages."""
    hide: Sequence[str]
    """Parts of the theme that it goes without."""


class Head(HeadFields):
    """What stands around a page."""

    title: str
    description: str
    """What search engines and cards say of it; may be empty."""


@cache
def _environment() -> Environment:
    """Make the template engine, once: while a preview runs, a template is compiled again only after an edit."""
    env = _Environment(
        loader=PackageLoader("claimbook"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= _FILTERS
    env.globals |= {"icon": icon, "badge_of": badge_of}
    return env


@cache
def badge_of(badge: Badge) -> Markup:
    """Print a badge, each once a build: there are few, and lists show hundreds."""
    module = _environment().get_template("badge.j2").make_module({"badge": badge})
    printed: Markup = vars(module)["printed"]
    return printed


class Engine:
    """Compiled templates, and the book they print."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._env = _environment()
        badge_of.cache_clear()

    def piece(self, name: str) -> Callable[..., Markup]:
        """Return a macro that several pages share, for where it is wanted outside of a page."""
        piece: Callable[..., Markup] = getattr(self._env.get_template("parts.j2").module, name)
        return piece

    def page(self, path: str, template: str, head: Head, **context: object) -> OutFile:
        """Print a page.

        Args:
            path: Address below the top of the site, such as "claims/x/".
            template: Name of the template, without its ending.
            head: What the theme prints around the page and in its head.
            context: What the template shows.

        """
        body = self._env.get_template(f"{template}.md.j2").render(
            context, root="../" * path.count("/") or "./", words=self._book.words
        )
        return OutFile(_file(path), f"{_front_matter(self._fields(path, head))}\n{body}")

    def _fields(self, path: str, head: Head) -> dict[str, object]:
        """Make front matter: texts safe in HTML, since the theme escapes nothing, but for what it prints as JSON."""
        fields: dict[str, object] = {**head}
        title, description = head["title"], head["description"]
        crumbs = head.get("crumbs", ())
        safe = {name: printed(text) for name, text in (("title", title), ("description", description)) if text}
        if crumbs:
            fields["crumbs"] = [{"text": printed(crumb.text), "path": crumb.path} for crumb in crumbs]
        if not head.get("redirect"):
            card = head.get("card") or book_card(self._book)
            fields["card"] = {"path": card.path, "text": printed(card.text)}
            here = Link(title, path)
            fields["linked"] = link_page(self._book, here, description, crumbs, head.get("linked", PLAIN))
        return fields | safe


def head(title: str, description: str, **more: Unpack[HeadFields]) -> Head:
    """Say what stands around a page, as plain text."""
    return {"title": title, "description": description, **more}


def numbered(title: str, number: int) -> str:
    """Name a page of a long list; the first bears the name of the list."""
    return f"{title}, page {number}" if number > 1 else title


def _front_matter(fields: Mapping[str, object]) -> str:
    """Write fields as JSON, which is YAML too and leaves nothing to guess; those without a value are left out."""
    lines = (f"{name}: {_JSON.encode(value)}" for name, value in fields.items() if value)
    return "\n".join(("---", *lines, "---", ""))


def _file(path: str) -> str:
    """Give the source file of an address; what other pages lie below is an index."""
    is_index = path in _INDEXES or not path
    return f"{path}index.md" if is_index else f"{path.removesuffix('/')}.md"


_INDEXES = frozenset({"claims/", "articles/", "changes/", "matrix/", "references/", "rules/"})
"""Addresses that have pages below them."""
