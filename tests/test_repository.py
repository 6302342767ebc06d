"""The files for editors, hooks, containers and reviewers: what they call and name is there."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from books import REPOSITORY
from claimbook.cli import app

GITHUB = REPOSITORY / ".github"
TEMPLATES = [GITHUB / "PULL_REQUEST_TEMPLATE.md", *sorted((GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"))]
VERBS = set(get_command(app).commands)  # type: ignore[attr-defined]  # the program is a group of commands
TARGETS = set(re.findall(r"^\.PHONY: (\w+)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def load(path: str) -> Any:
    return yaml.safe_load((REPOSITORY / path).read_text(encoding="utf-8"))


def hooks() -> list[dict[str, Any]]:
    (local,) = load(".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    return [*local["hooks"], *load(".pre-commit-hooks.yaml")]


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_a_hook_calls_what_is_there(hook: dict[str, Any]) -> None:
    entry = re.fullmatch(
        r"(?:\.venv/bin/python build_claims\.py|claimbook) (\w+)(?: --check)?"
        r"|\.venv/bin/python -m ruff (check|format).*",
        hook["entry"],
    )

    assert entry
    assert entry[2] or entry[1] in VERBS


@pytest.mark.parametrize("hook", [one for one in hooks() if "files" in one], ids=lambda hook: hook["id"])
def test_a_hook_runs_for_the_files_it_is_about(hook: dict[str, Any]) -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=False).stdout
    matched = [file for file in tracked.splitlines() if re.search(hook["files"], file)]

    assert tracked == "" or "book.yml" in matched
    assert all(file.startswith(("book.yml", "claims/", "references/", ".github/")) for file in matched)


def test_the_container_makes_the_site() -> None:
    container = json.loads((REPOSITORY / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))

    assert re.fullmatch(r"[\w./-]+:\d[\w.-]*|[\w./-]+@sha256:[0-9a-f]{64}", container["image"])
    assert container["postCreateCommand"].removeprefix("make ") in TARGETS


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.stem)
def test_reviewers_are_sent_to_commands_that_are_there(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert {*re.findall(r"`make (\w+)`", text)} <= TARGETS
    assert {*re.findall(r"build_claims\.py (\w+)", text)} <= VERBS
    assert "- [ ] " in text


def test_the_first_template_names_the_others() -> None:
    named = re.findall(r"\b(\w+\.md)\b", TEMPLATES[0].read_text(encoding="utf-8"))

    assert sorted(named) == sorted(file.name for file in TEMPLATES[1:])


def test_owners_are_asked_for_folders_that_are_there() -> None:
    lines = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]

    assert rules[0][0] == "*"
    assert [path for path, *_ in rules[1:] if not (REPOSITORY / path.strip("/")).exists()] == []
    assert {owner for _, *owners in rules for owner in owners} <= {
        "@your-organisation/maintainers",
        "@your-organisation/raters",
    }


def test_dependabot_waits_and_looks_where_something_is_pinned() -> None:
    pinned = {"pip": "requirements/site.txt", "npm": "package.json", "github-actions": ".github/workflows"}
    pinned["devcontainers"] = ".devcontainer/devcontainer.json"
    updates = load(".github/dependabot.yml")["updates"]

    assert {update["package-ecosystem"] for update in updates} == {*pinned}
    for update in updates:
        assert update["cooldown"]["default-days"] >= 7
        for folder in update.get("directories", [update.get("directory")]):
            assert (REPOSITORY / folder.strip("/") / pinned[update["package-ecosystem"]]).exists()


def test_lines_end_alike_on_every_system() -> None:
    command = ["git", "check-attr", "eol", "text", "--", "book.yml", "tests/snapshots/data/claims.csv"]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("this is no checkout of git")

    assert "book.yml: eol: lf" in run.stdout
    assert "tests/snapshots/data/claims.csv: text: unset" in run.stdout
