"""A built site: its pages and what kinds of pages they are, and the site of the toy book."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from books import REPOSITORY, copy_book

TOY = REPOSITORY / "tests" / "toy"
CLAIM = "claims/*"
"""The kind of page that most is about."""
ELSEWHERE = '<meta http-equiv="refresh"'


def pages_of(site: Path) -> list[str]:
    """List the addresses of all pages that readers stay on: "" is home, "claims/" the list of claims."""
    files = sorted(site.rglob("*.html"))
    read = [file for file in files if ELSEWHERE not in file.read_text(encoding="utf-8")]
    return [file.relative_to(site).as_posix().removesuffix("index.html") for file in read]


def kind_of(page: str) -> str:
    """Tell what kind of page an address is: at the top each is its own kind, "claims/*" are all right below claims/."""
    folder, _, _ = page.rstrip("/").rpartition("/")
    return f"{folder}/*" if folder else page


def claims_of(site: Path) -> list[str]:
    """List the addresses of all claims."""
    return [page for page in pages_of(site) if kind_of(page) == CLAIM]


def heaviest(site: Path, pages: Iterable[str]) -> dict[str, str]:
    """Return one page of every kind, the one with the most in it."""
    by_size = sorted(pages, key=lambda page: ((site / _file(page)).stat().st_size, page))
    return dict(sorted((kind_of(page), page) for page in by_size))


def _file(page: str) -> str:
    return page if page.endswith(".html") else f"{page}index.html"


def toy_site(book: Path) -> Path:
    """Build the toy book into a site, with the settings of the real book's and a menu of what the toy book has."""
    copy_book(TOY, book)
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    toy = yaml.safe_load((TOY / "book.yml").read_text(encoding="utf-8"))
    settings |= {"site_name": toy["title"], "site_description": toy["tagline"]}
    (book / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    _claimbook("build", book)
    settings["nav"] = [entry for entry in (_kept(one, book / "docs") for one in settings["nav"]) if entry]
    (book / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    _claimbook("site", book)
    return book / "site"


def _kept(entry: Any, docs: Path) -> Any:
    """Return the part of an entry of the menu whose pages exist."""
    if isinstance(entry, str):
        return entry if (docs / entry).exists() else None
    if isinstance(entry, list):
        return [one for one in (_kept(part, docs) for part in entry) if one]
    return {label: kept for label, part in entry.items() if (kept := _kept(part, docs))}


def _claimbook(verb: str, book: Path) -> None:
    command: list[str | Path] = [sys.executable, REPOSITORY / "build_claims.py", verb, "--root", book]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"The toy book could not be built:\n{run.stdout}{run.stderr}")
