"""Where text becomes markup: every function here escapes what it is given, and nothing else makes markup of text.

Pages are Markdown files, but nearly all of a page is HTML blocks, which Markdown hands through untouched. Three
things keep the text of records from being read as anything but text: it is escaped for HTML; `one_line` keeps it
from beginning a line, where Markdown looks for markup even inside HTML; and `md` spells out every punctuation mark of
the few texts that stand in Markdown headings.
"""
# ruff: noqa: S704 -- Markup is made here and in no other module, always of escaped text or of our own files

import re
from datetime import date
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from claimbook.views import Prose, Source

_ICONS = files("material") / "templates" / ".icons"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_UNPRINTABLE = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
_REORDERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_CLEAN = _UNPRINTABLE | _REORDERING

_NEEDS_CARE = re.compile("[^ !#-%(-;=?-~\u00a1-\u2027\u202f-\u2065\u206a-\uffff]").search
"""Finds what is escaped or cleaned; most text has none, and looking is cheaper than escaping."""

_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_CODE = re.compile(r"`([^`]+)`")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def one_line(text: str) -> str:
    """Put text on one line, and drop control characters and those that turn the direction of text around."""
    return text if text.isprintable() else text.translate(_CLEAN)


def printed(value: object) -> str:
    """Escape whatever a template prints, on one line; markup stays as it is."""
    if type(value) is Markup:
        return value
    text = str(value)
    return str(escape(one_line(text))) if _NEEDS_CARE(text) else text


def md(text: str) -> Markup:
    """Make text safe in a Markdown heading: every punctuation mark as a character reference."""
    return Markup(one_line(text).translate(_MARKS))


def preserve(text: str) -> Markup:
    """Keep the lines of preformatted text without letting any begin a line of the file."""
    return Markup(str(escape(text.rstrip("\n"))).replace("\n", "&#10;"))


def code(text: str) -> Markup:
    """Escape text, with what stands between backticks set as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", printed(text)))


def literal(text: str) -> Markup:
    """Escape text for HTML and for the site tool's own templates, which read curly brackets."""
    return Markup(printed(text).replace("{", "&#123;").replace("}", "&#125;"))


def slug(text: str) -> str:
    """Make a part of an address of words."""
    return _NOT_WORD.sub("-", text.lower()).strip("-")


def anchor(text: str) -> str:
    """Make a fragment id of a word."""
    return f"word-{slug(text)}"


def hole(number: int) -> Markup:
    """Leave a numbered place in markup for something to be put in; text cannot look like it, since it is escaped."""
    return Markup(f"<!--{number}-->")


def many(count: int, one: str, more: str = "") -> str:
    """Write a number of things: 1 claim, 1,204 claims."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def size(count: int) -> str:
    """Write a number of bytes: 512 bytes, 3.4 kB, 1.2 MB."""
    for unit, share in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= share:
            return f"{count / share:,.1f} {unit}"
    return many(count, "byte")


@cache
def day(value: date) -> Markup:
    """Write a day as 22 November 2026."""
    words = f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), words)


def prose(pieces: Prose, root: str) -> Markup:
    """Print prose, with its citations as links and a mark on doubted sources."""
    return Markup("".join([printed(text) if source is None else cited(source, root) for text, source in pieces]))


@cache
def cited(source: Source, root: str) -> Markup:
    """Name a source, as a link and with a mark where it is doubted; pages do so thousands of times."""
    link = f'<a href="{printed(root + source.path)}">{printed(source.short)}</a>'
    if source.standing is None:
        return Markup(link)
    return Markup(f'{link} <strong class="cb-chip cb-chip--alert">{printed(source.standing.label)}</strong>')


@cache
def icon(name: str) -> Markup:
    """Read an icon of Material's own; it never stands without words, so readers of the page aloud skip it."""
    text = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(text.replace("<svg ", '<svg class="cb-icon" aria-hidden="true" focusable="false" ', 1))
