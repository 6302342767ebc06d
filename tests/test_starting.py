"""A new book begins with one command: it checks and builds at once, and shares its settings with this one."""

import re

import pytest
import yaml
from typer.testing import CliRunner

from books import REPOSITORY
from claimbook.cli import app
from claimbook.cli.options import now
from claimbook.findings import Format, render
from claimbook.mending import mend
from claimbook.pipeline import examine
from claimbook.reading import read
from claimbook.starter import BOOK, fill

ODD = 'Does it: "help" & <how>? [[ 7 * 7 ]] {{ 7 * 7 }} # §'


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new")
    assert begin(folder).exit_code == 0
    return folder


def begin(folder, *options):
    return CliRunner().invoke(app, ["init", str(folder), "--title", "A book", *options])


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("title", ["A book", ODD, "yes", "1.5"])
def test_nothing_is_wrong_with_a_new_book(tmp_path, title):
    folder = tmp_path / "below" / "here"
    done = begin(folder, "--title", title, "--tagline", title, "--address", "https://example.org/book")
    assert done.exit_code == 0, done.output

    found = examine(folder, today=now().date(), texts=folder / "texts")
    assert found.findings == (), render(found.findings, Format.TEXT, found.files)
    assert (found.catalogue.book.title, found.catalogue.book.tagline) == (title, title)
    assert found.catalogue.book.address == "https://example.org/book/"
    assert len(found.texts) == 1


def test_a_new_book_needs_no_mending(new):
    assert [one.diff for one in mend(new, read(new).origins.names)] == []


def test_what_a_new_book_holds_is_plainly_an_example(tmp_path):
    assert begin(tmp_path).exit_code == 0
    catalogue = read(tmp_path).catalogue
    assert all("Example: " in claim.title for claim in catalogue.claims.values())
    assert all("invented example" in reference.title for reference in catalogue.references.values())
    assert all(reference.doi.startswith("10.5555/") for reference in catalogue.references.values() if reference.doi)
    addresses = {one for study in catalogue.studies.values() for one in study.seen_at}
    assert {re.sub(r"(?<=example\.org/).*", "", one) for one in addresses} == {"https://example.org/"}


def test_next_steps_are_told_and_git_may_be_there_already(tmp_path):
    (tmp_path / ".git").mkdir()
    done = begin(tmp_path)
    assert done.exit_code == 0
    assert "claimbook check" in done.output
    assert files_in(tmp_path) >= {"book.yml", "mkdocs.yml", "README.md", ".gitignore", "schema/claim.schema.json"}
    assert [path.name for path in tmp_path.glob(".claimbook-*")] == []


def test_a_minimal_book_goes_without_what_github_needs(tmp_path):
    assert begin(tmp_path / "all").exit_code == 0
    assert begin(tmp_path / "less", "--minimal").exit_code == 0
    left_out = files_in(tmp_path / "all") - files_in(tmp_path / "less")
    assert {path for path in left_out if not path.startswith(".github/")} == {"Makefile"}
    assert "make" not in (tmp_path / "less" / "README.md").read_text(encoding="utf-8").split("`")
    assert not examine(tmp_path / "less").findings


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}\x1b.txt").write_text("mine", encoding="utf-8")
    before = files_in(tmp_path)
    done = begin(tmp_path)
    assert done.exit_code == 1
    assert r"'0\x1b.txt'" in done.output
    assert "and 2 more" in done.output
    assert files_in(tmp_path) == before


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "here").write_text("mine", encoding="utf-8")
    done = begin(tmp_path / "here")
    assert (done.exit_code, "is a file" in done.output) == (1, True)
    assert (tmp_path / "here").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--title", " "),
        ("--title", "two\nlines"),
        ("--tagline", "\x1b[31mred"),
        ("--repository", "github.com/me"),
        ("--address", "https://exa mple.org"),
    ],
)
def test_what_cannot_stand_in_a_book_is_refused_before_anything_is_written(tmp_path, option, value):
    done = begin(tmp_path / "book", option, value)
    assert done.exit_code == 2
    assert option in done.output
    assert not (tmp_path / "book").exists()


def test_mkdocs_settings_are_those_of_a_new_book():
    book = read(REPOSITORY).catalogue.book
    text = (BOOK / "mkdocs.yml").read_text(encoding="utf-8")
    wanted = fill(text, book.title, book.tagline, book.categories)
    assert (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8") == wanted, (
        "change src/claimbook/starter/book/mkdocs.yml too, so that new books have the same settings"
    )


SHARED = [
    *(f".github/workflows/{name}.yml" for name in ("intake", "labels", "site", "upkeep")),
    *(f".vscode/{name}" for name in ("claimbook.code-snippets", "extensions.json", "settings.json")),
]


@pytest.mark.parametrize("path", SHARED)
def test_files_that_every_book_shares_are_those_of_this_one(new, path):
    ours, theirs = ((folder / path).read_text(encoding="utf-8") for folder in (REPOSITORY, new))
    assert theirs == ours, f"copy {path} to {BOOK}, where a leading dot is written dot-"


def test_a_new_book_is_checked_like_this_one_but_for_the_program(new):
    ours, theirs = (
        (folder / ".github/workflows/check.yml").read_text(encoding="utf-8") for folder in (REPOSITORY, new)
    )
    assert ours.partition("\n  tests:\n")[0] == theirs


def test_a_new_book_waits_with_new_releases_like_this_one(new):
    ours, theirs = (
        yaml.safe_load((folder / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
        for folder in (REPOSITORY, new)
    )
    assert theirs == [one for one in ours if one["package-ecosystem"] in ("pip", "github-actions")] != []


def test_nothing_that_workflows_call_is_missing(new):
    """Every workflow that there is belongs to every book; make has the targets that they name."""
    folders = (REPOSITORY / ".github/workflows", new / ".github/workflows")
    assert len({frozenset(path.name for path in folder.iterdir()) for folder in folders}) == 1
    text = "".join(path.read_text(encoding="utf-8") for path in folders[1].iterdir())
    targets = set(re.findall(r"^(\w+):", (new / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"run: make (\w+)", text)) <= targets
    assert list(new.glob("requirements/*.txt"))


@pytest.mark.parametrize("verb", ["forms", "schema"])
def test_what_a_new_book_holds_is_what_its_verbs_would_write(new, verb):
    done = CliRunner().invoke(app, [verb, "--check", "--root", str(new)])
    assert done.exit_code == 0, done.output


def test_generated_pages_are_ignored_alike():
    mark = "# Made from the records"
    ours, new = ((REPOSITORY / ".gitignore"), (BOOK / "dot-gitignore"))
    parts = [file.read_text(encoding="utf-8").partition(mark)[2] for file in (ours, new)]
    assert parts[0] == parts[1] != ""
