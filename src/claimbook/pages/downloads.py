"""The page of downloads."""

from claimbook.files import OutFile
from claimbook.linked import link_downloads
from claimbook.pages.engine import Engine, head
from claimbook.views import Published, Shelf, view_downloads


def render_downloads(shelf: Shelf, published: Published) -> OutFile:
    """Print the page of downloads; it is made last, since it tells of the very files that were made."""
    linked = link_downloads(shelf, published.downloads)
    what = "Every claim, source and schema as a file, with its checksum."
    fields = head("Downloads", what, hide=["toc"], linked=linked)
    engine = Engine(shelf.catalogue.book)
    return engine.page("downloads/", "downloads", fields, view=view_downloads(published, shelf))
