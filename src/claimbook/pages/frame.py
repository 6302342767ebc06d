"""What stands around every page: the theme's overrides, the style sheet and the scripts.

They are made like pages, from the book's notices and the vocabularies' colours, so that neither is written twice.
"""

from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimbook.files import OutFile
from claimbook.model import Book, Paint, Verdict
from claimbook.pages.markup import literal
from claimbook.verdicts import RULE_SET

STYLES = (
    *("theme", "text", "badge", "lists", "tables", "cards"),
    *("buttons", "finder", "overview", "search", "colours", "print"),
)
"""The parts of the style sheet, in the order in which they stand."""

SCRIPTS = ("claimbook", "claims")
"""The scripts; all pages load the first, others those that their front matter names under `scripts`."""

THEME = ".theme"
"""Folder of the overrides below docs/; the dot keeps it out of the site."""


def render_frame(book: Book) -> Iterator[OutFile]:
    """Make the theme's overrides, the style sheet and the scripts."""
    assets = files("claimbook") / "templates"
    yield OutFile(f"{THEME}/main.html", (assets / "theme" / "main.html").read_text(encoding="utf-8"))
    yield OutFile(f"{THEME}/notices.html", _notices(book))
    parts = ((assets / "assets" / "style" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    yield OutFile("assets/claimbook.css", "\n".join((tokens(), *parts)))
    for name in SCRIPTS:
        yield OutFile(f"assets/{name}.js", (assets / "assets" / f"{name}.js").read_text(encoding="utf-8"))


def tokens() -> str:
    """Write the colours of verdicts as CSS properties, for light and dark."""
    light = "".join(_paint(verdict, verdict.light) for verdict in Verdict)
    dark = "".join(_paint(verdict, verdict.dark) for verdict in Verdict)
    rules = "".join(
        f".cb-v-{verdict}{{background:var(--cb-{verdict}-back);color:var(--cb-{verdict}-text);"
        f"border-color:var(--cb-{verdict}-line)}}\n"
        for verdict in Verdict
    )
    return f":root{{\n{light}}}\n[data-md-color-scheme=slate]{{\n{dark}}}\n{rules}"


def _paint(verdict: Verdict, paint: Paint) -> str:
    parts = zip(("back", "text", "line"), paint, strict=True)
    return "".join(f"  --cb-{verdict}-{part}: {colour};\n" for part, colour in parts)


def _notices(book: Book) -> str:
    """Fill the notices into a template of the site tool's own; square brackets are ours, curly ones are its."""
    env = Environment(
        loader=PackageLoader("claimbook"),
        autoescape=True,
        undefined=StrictUndefined,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
    )
    env.filters["literal"] = literal
    template = env.get_template("theme/notices.html")
    return template.render(
        notices=book.notices, repository=book.repository.rstrip("/"), branch=book.branch, rule_set=RULE_SET
    )
