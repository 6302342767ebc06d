"""The same pages and settings build with Zensical, the successor of the site tool."""

import subprocess
import sys
from pathlib import Path

import pytest

from books import copy_book

pytestmark = pytest.mark.xdist_group("site")


def test_zensical_builds_the_same_pages(published: Path, tmp_path: Path) -> None:
    book = copy_book(published, tmp_path / "book")
    settings = book / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nsite_dir: zensical\n", encoding="utf-8")

    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", settings]
    run = subprocess.run(command, cwd=book, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert pages(book / "zensical") == pages(published / "site")


def pages(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}
