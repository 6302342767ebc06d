"""Handing the outcome of a form to GitHub: with a real git, and a `gh` that only writes down what it was asked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import Result

from books import copy_book
from claimbook.intake import LABELS, Kind
from form_bodies import TOY, run, taken

CLAIM = "claims/sleep/mint-tea-help-homework.yml"

GH = """#!{python}
import json, os, pathlib, sys
told = {{"args": sys.argv[1:], "token": os.environ.get("GH_TOKEN", "")}}
if "--body-file" in sys.argv:
    told["body"] = pathlib.Path(sys.argv[sys.argv.index("--body-file") + 1]).read_text()
with open({log!r}, "a") as log:
    log.write(json.dumps(told) + "\\n")
sys.exit({code} if sys.argv[1:3] == {failing!r} else 0)
"""


class Forge:
    """A repository, the remote it came from, and a `gh` that only writes down what it was asked."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log = folder / "gh.log"
        self.remote = folder / "server" / "owner" / "book"
        self.book = copy_book(TOY, folder / "book")
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.remote.mkdir(parents=True)
        self.gh()
        self.git(self.remote, "init", "--quiet", "--bare")
        self.git(self.book, "init", "--quiet", "--initial-branch=main")
        self.git(self.book, "add", "-A")
        self.git(self.book, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "Book")
        monkeypatch.setenv("PATH", f"{self.bin}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("GITHUB_REPOSITORY", "owner/book")
        monkeypatch.setenv("GITHUB_SERVER_URL", (folder / "server").as_uri())
        monkeypatch.setenv("GH_TOKEN", "a-token")

    def gh(self, failing: tuple[str, ...] = ()) -> None:
        script = GH.format(python=sys.executable, log=str(self.log), code=1, failing=[*failing])
        (self.bin / "gh").write_text(script, encoding="utf-8")
        (self.bin / "gh").chmod(0o755)

    def git(self, folder: Path, *arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout

    def asked(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def deliver(self) -> Result:
        return run("deliver", self.book.parent / "out", "--root", self.book)


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    return Forge(tmp_path, monkeypatch)


def test_a_draft_is_pushed_and_proposed(forge: Forge) -> None:
    outcome = taken(forge.book, Kind.CLAIM)
    (forge.book / "stray.txt").write_text("not part of it")
    result = forge.deliver()

    assert (result.exit_code, result.output) == (0, "issue 12: opened a pull request\n")
    shown = forge.git(forge.remote, "show", "--stat=200", "--format=%an|%s|%b", "intake/issue-12")
    assert shown.startswith("github-actions[bot]|Draft of a claim: mint-tea-help-homework|From issue #12.")
    assert CLAIM in shown
    assert "stray.txt" not in shown
    create, comment, *edits = forge.asked()
    assert create["args"][:7] == ["pr", "create", "--draft", "--repo", "owner/book", "--head", "intake/issue-12"]
    assert create["body"] == outcome.body
    assert comment["args"][:3] == ["issue", "comment", "12"]
    assert comment["body"] == outcome.comment
    assert [one["args"][-2:] for one in edits] == [["--remove-label", "needs-an-answer"]]


def test_a_branch_that_is_there_is_left_alone(forge: Forge) -> None:
    taken(forge.book, Kind.CLAIM)
    forge.deliver()
    pushed = forge.git(forge.remote, "rev-parse", "intake/issue-12")
    forge.git(forge.book, "switch", "--quiet", "main")
    taken(forge.book, Kind.CLAIM, title="Does mint tea help with something else?")
    forge.log.unlink()

    assert forge.deliver().output == "issue 12: left its branch\n"
    assert forge.git(forge.remote, "rev-parse", "intake/issue-12") == pushed
    assert [one["args"][:2] for one in forge.asked()] == [["issue", "comment"], ["issue", "edit"]]


def test_a_comment_touches_no_branch(forge: Forge) -> None:
    taken(forge.book, Kind.PROBLEM)

    assert forge.deliver().output == "issue 12: commented\n"
    assert forge.git(forge.remote, "branch", "--list") == ""


def test_a_repository_where_workflows_may_not_propose_is_told_the_setting(forge: Forge) -> None:
    forge.gh(failing=("pr", "create"))
    taken(forge.book, Kind.CLAIM)
    result = forge.deliver()

    assert result.exit_code == 1
    assert "May workflows open pull requests?" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "12 --repo x"),
        ("files", ["../../.github/workflows/x.yml"]),
        ("files", ["claims/x.yml", "-A"]),
        ("title", "--body-file=/etc/passwd"),
        ("title", "@everyone"),
        ("add", ["admin"]),
        ("comment", 3),
        ("extra", 1),
    ],
)
def test_an_outcome_that_intake_did_not_write_is_refused(forge: Forge, field: str, value: object) -> None:
    taken(forge.book, Kind.CLAIM)
    file = forge.book.parent / "out" / "outcome.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), field: value}))

    assert forge.deliver().exit_code == 2
    assert forge.asked() == []


def test_without_a_repository_nothing_is_handed_over(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    taken(forge.book, Kind.PROBLEM)
    monkeypatch.setenv("GITHUB_REPOSITORY", "--evil")
    result = forge.deliver()

    assert result.exit_code == 1
    assert "does not name a repository" in result.output


def test_labels_are_set_up(forge: Forge) -> None:
    assert run("labels", "--root", forge.book).exit_code == 0
    assert [one["args"][2] for one in forge.asked()] == [label.name for label in LABELS]
    forge.gh(failing=("label", "create"))
    assert run("labels", "--root", forge.book).exit_code == 1
