"""What stands around every page: the theme's overrides, the style sheet, the scripts and the pictures.

They are made like pages, from the book's notices and the vocabularies' colours, so that neither is written twice.
"""

import json
from collections.abc import Iterator
from importlib.resources import files

from jinja2 import PackageLoader

from claimbook.brackets import bracketed
from claimbook.files import OutFile
from claimbook.model import Book, Paint, Verdict
from claimbook.pages.cards import HEIGHT, NAVY, TOUCH_ICON, WIDTH, book_card, mark, render_cards
from claimbook.pages.markup import icon, literal
from claimbook.views import FrameView

STYLES = (
    *("theme", "frame", "focus", "text", "badge", "lists", "tables", "cards"),
    *("buttons", "finder", "overview", "maps", "harms", "plots", "search", "contribute", "changes", "colours", "print"),
)
"""The parts of the style sheet, in the order in which they stand."""

SCRIPTS = ("claimbook", "claims")
"""The scripts; all pages load the first, others those that their front matter names under `scripts`."""

THEME = ".theme"
"""Folder of the overrides below docs/; the dot keeps it out of the site."""
OVERRIDES = ("main.html", "notices.html", "404.html", "sitemap.xml", "partials/tabs.html")
"""Templates of the site tool's own that stand in for those of its theme."""

_FAVICON = f"<style>path{{fill:{NAVY}}}@media(prefers-color-scheme:dark){{path{{fill:#dbe4f3}}}}</style>"
"""A browser shows the mark on its own frame, which is light or dark as the reader chose."""


def render_frame(view: FrameView) -> Iterator[OutFile]:
    """Make the theme's overrides, the style sheet, the scripts and the pictures."""
    yield from _overrides(view)
    yield OutFile(f"{THEME}/.address.yml", f"site_url: {json.dumps(view.book.top)}\n")
    yield OutFile(f"{THEME}/.icons/claimbook/mark.svg", mark())
    assets = files("claimbook") / "templates" / "assets"
    parts = ((assets / "style" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    yield OutFile("assets/claimbook.css", "\n".join((tokens(), *parts)))
    for name in SCRIPTS:
        yield OutFile(f"assets/{name}.js", (assets / f"{name}.js").read_text(encoding="utf-8"))
    yield OutFile("assets/claimbook.svg", mark().replace("<path", f"{_FAVICON}<path", 1))
    yield from render_cards(view.book, view.badges)


def tokens() -> str:
    """Write the colours of the header and of verdicts as CSS properties, for light and dark."""
    light = "".join(_paint(verdict, verdict.light) for verdict in Verdict)
    dark = "".join(_paint(verdict, verdict.dark) for verdict in Verdict)
    rules = "".join(
        f".cb-v-{verdict}{{--cb-back:var(--cb-{verdict}-back);--cb-line:var(--cb-{verdict}-line);"
        f"background:var(--cb-{verdict}-back);color:var(--cb-{verdict}-text);"
        f"border-color:var(--cb-{verdict}-line)}}\n"
        for verdict in Verdict
    )
    return f":root{{\n  --cb-navy: {NAVY};\n{light}}}\n[data-md-color-scheme=slate]{{\n{dark}}}\n{rules}"


def _paint(verdict: Verdict, paint: Paint) -> str:
    parts = zip(("back", "text", "line"), paint, strict=True)
    return "".join(f"  --cb-{verdict}-{part}: {colour};\n" for part, colour in parts)


def _overrides(view: FrameView) -> Iterator[OutFile]:
    """Fill the view into templates of the site tool's own; square brackets are ours, curly ones are its."""
    env = bracketed(autoescape=True, loader=PackageLoader("claimbook"))
    env.filters["literal"] = literal
    context = {"view": view, "book": view.book, "notices": view.book.notices, **_pictures(view.book)}
    for name in OVERRIDES:
        yield OutFile(f"{THEME}/{name}", env.get_template(f"theme/{name}").render(context))


def _pictures(book: Book) -> dict[str, object]:
    return {
        "navy": NAVY,
        "touch_icon": TOUCH_ICON,
        "card": book_card(book),
        "width": WIDTH,
        "height": HEIGHT,
        "magnify": icon("material/magnify"),
    }
