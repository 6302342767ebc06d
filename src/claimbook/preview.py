"""Shows the site on this computer and follows every edit.

An edit rewrites only the pages it changes, and MkDocs renders only those again. A broken edit is
told in the terminal; the pages in the browser stay as they were.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from claimbook.pipeline import BOOK
from claimbook.site import CONFIG, DOCS, SiteError, collected_warnings, load, run_mkdocs

HOST = "127.0.0.1"
RECORDS = (BOOK, "claims", "references")
"""What pages are made from, at the top of a book."""
TEMPLATES = Path(__file__).parent / "templates"
PARTIAL_NOTICE = "A 'dirty' build is being performed"
"""How MkDocs begins to say that links to other pages may be stale, which they are not: we know what changed."""

Say = Callable[[str], None]


@dataclass(slots=True)
class Preview:
    """The site as it is shown, in a folder of its own."""

    root: Path
    folder: Path
    address: str
    regenerate: Callable[[], bool]
    say: Say
    frame_changed: float = 0.0
    """When the settings or the theme, which stand on every page, last changed (seconds since 1970)."""

    def refresh(self) -> None:
        """Bring the shown site up to date, or say why it stays as it was."""
        start = time.monotonic()
        if self.regenerate() and self._render():
            self.say(f"Pages are up to date ({time.monotonic() - start:.1f} s).")
        else:
            self.say("The pages stay as they were until this is mended.")

    def _render(self) -> bool:
        """Run MkDocs and hand on what it says; false where it failed."""
        failure = ""
        with collected_warnings() as warnings:
            try:
                self._run_mkdocs()
            except SiteError as error:
                failure = str(error)
        for message in (*warnings, failure):
            if message and not message.startswith(PARTIAL_NOTICE):
                self.say(message)
        return not failure

    def _run_mkdocs(self) -> None:
        config = load(self.root, self.folder, address=self.address)
        theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        changed = _last_change([self.root / CONFIG, *theme])
        run_mkdocs(config, address=self.address, partial=changed == self.frame_changed)
        self.frame_changed = changed


def serve(root: Path, port: int, regenerate: Callable[[], bool], say: Say) -> None:
    """Show the site until Ctrl-C is pressed.

    Args:
        root: Top of the book.
        port: Port of this computer to listen on.
        regenerate: Makes the pages from the records; false where the records are broken.
        say: Tells the person at the terminal.

    Raises:
        SiteError: The port cannot be used.

    """
    from mkdocs.livereload import LiveReloadServer

    with TemporaryDirectory(prefix="claimbook-") as name:
        folder = Path(name).resolve()
        docs = root / DOCS
        docs.mkdir(exist_ok=True)

        def refresh() -> None:
            """Look away while pages are made, or every edit would be followed twice."""
            server.unwatch(str(docs))
            preview.refresh()
            server.watch(str(docs))

        server = LiveReloadServer(refresh, HOST, port, root=str(folder))
        preview = Preview(root, folder, server.url, regenerate, say)
        preview.refresh()
        for place in watched(root):
            server.watch(str(place))
        say(f"The site is shown at {server.url} and follows every edit. Ctrl-C ends it.")
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
        except KeyboardInterrupt:
            say("Ended.")
        except OSError as error:
            raise SiteError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from error
        finally:
            server.shutdown()


def watched(root: Path) -> list[Path]:
    """Return the files and folders whose edits change a page."""
    places = (*(root / name for name in (*RECORDS, DOCS, CONFIG)), TEMPLATES)
    return [place for place in places if place.exists()]


def _last_change(places: list[Path]) -> float:
    files = (file for place in places for file in (place, *place.rglob("*")))
    return max(file.stat().st_mtime for file in files)
