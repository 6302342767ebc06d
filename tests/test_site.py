"""The site is built strictly, swapped in when whole, and the same every time."""

import gzip
import os
import subprocess
from pathlib import Path

import pytest

from claimbook.site import SiteError, build

CONFIG = """
site_name: Small
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search]
validation: {links: {not_found: warn, anchors: warn, unrecognized_links: warn}}
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A site of two pages."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nSee [two](two.md).\n")
    (tmp_path / "docs" / "two.md").write_text("# Two\n")
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_is_built_and_nothing_else_is_left_behind(book: Path) -> None:
    folder = build(book)

    assert folder == book / "site"
    assert "Home" in (folder / "index.html").read_text()
    assert sorted(path.name for path in book.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_pages_that_are_gone_leave_the_site(book: Path) -> None:
    build(book)
    (book / "docs" / "index.md").write_text("# Home\n")
    (book / "docs" / "two.md").unlink()

    assert not (build(book) / "two").exists()


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("docs/index.md", "[dead](nowhere.md)", "nowhere.md"),
        ("docs/index.md", "[dead](two.md#nowhere)", "nowhere"),
        ("docs/two.md", "---\ntemplate: missing.html\n---\n# Two\n", "missing.html"),
        ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
        ("mkdocs.yml", "theme: material", "site_name"),
        ("mkdocs.yml", "site_name: x\nplugins: [unheard-of]", "unheard-of"),
    ],
)
def test_a_failure_is_explained_and_leaves_the_last_good_site(
    book: Path, file: str, content: str, message: str
) -> None:
    before = everything(build(book))
    (book / file).write_text(content)

    with pytest.raises(SiteError, match=message):
        build(book)

    assert everything(book / "site") == before
    assert sorted(path.name for path in book.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_two_builds_are_the_same_byte_by_byte_and_dated_by_the_last_commit(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    commit(book, "2021-03-04T05:06:07Z")

    first = everything(build(book))
    second = everything(build(book))

    assert first == second
    assert b"<lastmod>2021-03-04</lastmod>" in gzip.decompress(first["sitemap.xml.gz"])
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_a_date_from_outside_stands(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    commit(book, "2021-03-04T05:06:07Z")

    assert "<lastmod>1970-01-02</lastmod>" in (build(book) / "sitemap.xml").read_text()


@pytest.mark.parametrize("path", ["", None])
def test_a_site_is_built_where_git_knows_no_date(book: Path, monkeypatch: pytest.MonkeyPatch, path: str | None) -> None:
    """Either git is missing or the book is in no repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(book.parent))
    if path is not None:
        monkeypatch.setenv("PATH", path)

    assert (build(book) / "index.html").exists()


def commit(folder: Path, date: str) -> None:
    """Make the folder a repository with one commit."""
    author = {
        f"GIT_{role}_{what}": "nobody@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = (
        os.environ | author | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
    )
    for command in ("init --quiet", "add .", "commit --quiet --message first"):
        subprocess.run(["git", *command.split()], cwd=folder, env=environment, check=True)
