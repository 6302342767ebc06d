"""The lists of changes and of checks to come."""

from collections.abc import Iterator

from claimbook.files import OutFile
from claimbook.pages.engine import SKIP, Engine, head, numbered
from claimbook.views import ChangesView, DueView, Link, Shelf, view_changes, view_due
from claimbook.views.history import CHANGES

_TRAIL = (Link("Changes", CHANGES),)


def render_changes(engine: Engine, shelf: Shelf) -> Iterator[OutFile]:
    """Print the list of all changes, one list a kind, and the checks to come, each in pages."""
    yield from (_changes(engine, view) for view in view_changes(shelf))
    yield from (_due(engine, view) for view in view_due(shelf))


def _changes(engine: Engine, view: ChangesView) -> OutFile:
    title = numbered("Changes" if view.path == CHANGES else view.title, view.leaf.number)
    fields = head(title, view.plain)
    if view.top is None:
        fields |= {"search": SKIP, "crumbs": _TRAIL}
    return engine.page(view.leaf.path, "changes", fields, view=view, title=title)


def _due(engine: Engine, view: DueView) -> OutFile:
    title = numbered("Checks to come", view.leaf.number)
    fields = head(title, "When each rating is looked at again, soonest first.", crumbs=_TRAIL)
    if view.leaf.number > 1:
        fields |= {"search": SKIP}
    return engine.page(view.leaf.path, "due", fields, view=view, title=title)
