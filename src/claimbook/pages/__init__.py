"""Pours views into templates: every page of the site, as Markdown files for the site tool."""

from collections.abc import Iterator

from claimbook.files import OutFile
from claimbook.linked import LIST, link_article, link_claim, link_home, link_reference
from claimbook.pages.cards import badge_card
from claimbook.pages.changes import render_changes
from claimbook.pages.downloads import render_downloads
from claimbook.pages.engine import SKIP, Engine, head, numbered
from claimbook.pages.frame import render_frame
from claimbook.pages.maps import render_maps
from claimbook.pages.markup import printed
from claimbook.pages.rows import ROWS, render_rows
from claimbook.rules import RULES, Rule
from claimbook.views import (
    VOCABULARIES,
    ArticleView,
    ClaimView,
    HubView,
    LibraryView,
    Link,
    ReferenceView,
    Shelf,
    view_article_pages,
    view_articles,
    view_claim,
    view_contradictions,
    view_contribute,
    view_frame,
    view_glossary,
    view_home,
    view_hubs,
    view_library,
    view_methods,
    view_reference_pages,
    view_table,
    view_verdicts,
)

__all__ = ["render", "render_downloads"]

_LAST: dict[str, object] = {"boost": 0.001}
"""Lets a page come after the others, even where a word stands in its title and in their texts alone."""


def render(shelf: Shelf, rules: tuple[Rule, ...] = RULES) -> Iterator[OutFile]:
    """Print every page and what frames them, one after the other; paths are below docs/."""
    catalogue = shelf.catalogue
    engine = Engine(catalogue.book)
    yield from render_frame(view_frame(shelf))
    yield _home(engine, shelf)
    table = view_table(shelf)
    yield from (_hub(engine, view) for view in view_hubs(shelf, table))
    yield render_rows(engine, table)
    for claim in catalogue.claims.values():
        view = view_claim(claim, shelf)
        yield _claim(engine, view, shelf)
        yield from (_alias(engine, alias, view) for alias in claim.aliases)
    yield _articles(engine, shelf)
    yield from (_article(engine, view) for view in view_article_pages(shelf))
    yield from render_maps(engine, shelf)
    yield from (_library(engine, view) for view in view_library(shelf))
    yield from (_reference(engine, view) for view in view_reference_pages(shelf))
    yield _methods(engine, shelf)
    yield _glossary(engine, shelf)
    yield _contribute(engine, shelf, rules)
    yield _manual(engine, rules)
    yield from (_rule(engine, rule) for rule in rules)
    yield from render_changes(engine, shelf)


def _home(engine: Engine, shelf: Shelf) -> OutFile:
    book = shelf.catalogue.book
    linked = link_home(shelf)
    fields = head(book.title, book.tagline, hide=["navigation", "toc"], record="book.yml", linked=linked)
    return engine.page("", "home", fields, view=view_home(shelf))


def _hub(engine: Engine, view: HubView) -> OutFile:
    title = numbered(view.title, view.leaf.number)
    first = view.pages[0].path
    trail = [Link("All claims", "claims/")] if first != "claims/" else []
    fields = head(title, view.summary, hide=["toc"], search={"boost": 2}, linked=LIST)
    if view.leaf.number > 1:
        trail.append(Link(view.title, first))
        fields |= {"search": SKIP}
    fields |= {"crumbs": trail}
    if view.finder:
        fields |= {"scripts": ["claims"]}
    return engine.page(view.leaf.path, "hub", fields, view=view, title=title, rows=ROWS)


def _claim(engine: Engine, view: ClaimView, shelf: Shelf) -> OutFile:
    row = view.row
    fields = head(
        row.title,
        f"{row.badge.text}. {row.finding or f'The claim: “{row.statement}”'}",
        search={"boost": view.lookup.weight},
        tags=[printed(word) for word in view.lookup.words],
        hide=["navigation", "tags"],
        crumbs=_crumbs(Link("Claims", "claims/"), row.category),
        record=view.record,
        card=badge_card(row.badge, shelf.catalogue.book),
        linked=link_claim(view, shelf),
        modified=view.modified.isoformat() if view.modified else "",
    )
    return engine.page(row.path, "claim", fields, view=view)


def _alias(engine: Engine, alias: str, view: ClaimView) -> OutFile:
    fields = head("This claim has moved", "", search=SKIP, redirect=view.row.path)
    return engine.page(f"claims/{alias}/", "redirect", fields, row=view.row)


def _articles(engine: Engine, shelf: Shelf) -> OutFile:
    fields = head("Articles", "The texts under review, compared.", hide=["navigation"], linked=LIST)
    contradictions = view_contradictions(shelf)
    return engine.page("articles/", "articles", fields, view=view_articles(shelf), contradictions=contradictions)


def _article(engine: Engine, view: ArticleView) -> OutFile:
    article = view.article
    trail = _crumbs(Link("Articles", "articles/"))
    fields = head(
        article.title, article.summary, hide=["navigation"], crumbs=trail, record=view.record, linked=link_article(view)
    )
    return engine.page(view.path, "article", fields, view=view)


def _library(engine: Engine, view: LibraryView) -> OutFile:
    title = numbered("References", view.leaf.number)
    fields = head(title, "The studies and other sources that claims are held against.", linked=LIST)
    if view.leaf.number > 1:
        fields |= {"search": SKIP, "crumbs": _crumbs(Link("References", "references/"))}
    return engine.page(view.leaf.path, "library", fields, view=view, title=title)


def _reference(engine: Engine, view: ReferenceView) -> OutFile:
    fields = head(
        f"{view.source.short}: {view.citation.title}",
        view.citation.text,
        search=_LAST,
        hide=["navigation"],
        crumbs=_crumbs(Link("References", "references/")),
        record=view.record,
        linked=link_reference(view),
    )
    return engine.page(view.source.path, "reference", fields, view=view)


def _methods(engine: Engine, shelf: Shelf) -> OutFile:
    fields = head("How we rate", "Vocabulary, rule, searches, limits and corrections.")
    shown = [one for one in VOCABULARIES if one.on_badges]
    return engine.page(
        "methods/", "methods", fields, view=view_methods(shelf), verdicts=view_verdicts(), vocabularies=shown
    )


def _glossary(engine: Engine, shelf: Shelf) -> OutFile:
    fields = head("Glossary", "Words on this site, in plain English.")
    return engine.page("glossary/", "glossary", fields, letters=view_glossary(shelf), vocabularies=VOCABULARIES)


def _contribute(engine: Engine, shelf: Shelf, rules: tuple[Rule, ...]) -> OutFile:
    fields = head(
        "Contribute", "From a sentence to a badge, with examples; how to report a mistake.", hide=["navigation"]
    )
    return engine.page("contribute/", "contribute", fields, view=view_contribute(shelf, rules))


def _manual(engine: Engine, rules: tuple[Rule, ...]) -> OutFile:
    fields = head("What the check looks at", "The rules every record must meet.")
    return engine.page("rules/", "rules", fields, rules=rules)


def _rule(engine: Engine, rule: Rule) -> OutFile:
    trail = _crumbs(Link("Rules", "rules/"))
    fields = head(rule.id, rule.title, search=_LAST, hide=["navigation"], crumbs=trail)
    return engine.page(f"rules/{rule.id}/", "rule", fields, rule=rule)


def _crumbs(*steps: Link) -> tuple[Link, ...]:
    """Name the pages that lead to a page, from the top."""
    return steps
