"""Runs MkDocs over docs/: strictly for publishing, quickly for a preview that follows edits.

The site is built beside the old one and swapped in when it is whole, so a failure leaves the last
good site alone. MkDocs is imported inside functions: it is most of the start-up time, and checking
records needs none of it.
"""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"
"""The settings of the site, at the top of a book."""
DOCS = "docs"
"""Folder of the pages that the site is made of, at the top of a book."""
SITE = "site"
"""Folder of the finished site, at the top of a book."""


class SiteError(Exception):
    """MkDocs could not build the site, or had something to warn of; the message lists it all."""


def build(root: Path) -> Path:
    """Build the site strictly and swap it in; return its folder.

    Raises:
        SiteError: MkDocs failed or warned. The last good site is still there.

    """
    site = root / SITE
    with TemporaryDirectory(dir=root, prefix=".claimbook-") as name:
        fresh = Path(name, "new")
        with source_date(root), collected_warnings() as warnings:
            try:
                run_mkdocs(load(root, fresh))
            except SiteError as error:
                raise SiteError("\n".join([*warnings, str(error)])) from error
        if site.exists():
            site.replace(Path(name, "old"))
        fresh.replace(site)
    return site


def load(root: Path, target: Path, *, address: str = "") -> "MkDocsConfig":
    """Read the settings of the site, to be built into `target`.

    Args:
        root: Top of the book.
        target: Folder to build into.
        address: Where a preview is shown; a build for publishing has none, and is strict.

    Raises:
        SiteError: The settings cannot be read.

    """
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(str(root / CONFIG), site_dir=str(target), strict=not address)
    except MkDocsException as error:
        raise SiteError(str(error)) from error
    config.site_url = address or config.site_url
    return config


def run_mkdocs(config: "MkDocsConfig", *, address: str = "", partial: bool = False) -> None:
    """Build the site.

    Args:
        config: The settings of the site.
        address: Where a preview is shown; a build for publishing has none.
        partial: Render only pages that changed since the last build into the same folder.

    Raises:
        SiteError: A page or a template is broken, or a strict build warned.

    """
    from jinja2 import TemplateError
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import MkDocsException

    config.plugins.on_startup(command="serve" if address else "build", dirty=bool(address))
    try:
        mkdocs_build(config, serve_url=address or None, dirty=partial)
    except (MkDocsException, TemplateError) as error:
        raise SiteError(str(error)) from error
    finally:
        config.plugins.on_shutdown()


class _Collector(logging.Handler):
    """Keeps messages instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of; nothing else in this process listens to them."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)


@contextmanager
def source_date(root: Path) -> Iterator[None]:
    """Give MkDocs the day of the last commit instead of today, so that two builds are the same.

    A date that was set from outside stands. Without git, MkDocs takes today for its sitemap.
    """
    name = "SOURCE_DATE_EPOCH"
    date = "" if name in os.environ else _last_commit(root)
    if date:
        os.environ[name] = date
    try:
        yield
    finally:
        if date:
            del os.environ[name]


def _last_commit(root: Path) -> str:
    """Return the time of the last commit in seconds since 1970, or nothing where git does not know."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(root), "log", "-1", "--format=%ct"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 -- no shell, no user input
