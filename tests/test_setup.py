"""Setting up: the locks, the Makefile, and the way without make."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
from typer.main import get_command

from books import REPOSITORY
from claimbook.cli import app
from generate import generate

LOCKS = ("site", "test", "lock")


def locked(name: str) -> dict[str, str]:
    """The requirements of a lock, each with what follows it."""
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(.*(?:\n .*)*)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_everything_locked_is_hashed(name: str) -> None:
    assert {package for package, rest in locked(name).items() if "--hash=sha256:" not in rest} == set()


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_address(name: str) -> None:
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")

    assert re.search(r"://|--index|--extra|--find-links|file:", text) is None


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "site": [*project["project"]["dependencies"], *groups["build"]],
        "test": [*project["project"]["dependencies"], *groups["build"], *groups["test"]],
        "lock": groups["lock"],
    }
    for name, requirements in asked.items():
        packages = {re.split(r"[<>=]", requirement)[0].lower() for requirement in requirements}
        assert packages - locked(name).keys() == set(), "run: make lock"


def test_both_locks_agree() -> None:
    """Installing what tests need changes nothing that the site was built with."""
    site, test = ({package: rest.split()[0] for package, rest in locked(name).items()} for name in ("site", "test"))

    assert site.items() <= test.items()


def test_make_explains_itself() -> None:
    run = subprocess.run(["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    targets = set(re.findall(r"^\.PHONY: (\w+)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"^  make (\w+) +\S", run.stdout, re.MULTILINE)) == targets
    assert {"site", "test", "serve", "check"} <= targets


def test_the_way_without_make(tmp_path: Path) -> None:
    """`python -m pip install -e .` in a new environment; the packages it needs are borrowed from this one."""
    book = generate(tmp_path / "book", 6)
    for part in ("pyproject.toml", "README.md", "build_claims.py", "src", "mkdocs.yml"):
        (book / part).symlink_to(REPOSITORY / part)
    venv.create(tmp_path / "env", with_pip=True)
    commands = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    lend_packages(commands / "python")

    for command in (
        ["python", "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation", "-e", "."],
        ["python", "build_claims.py", "site"],
        ["claimbook", "check", "--today", "2026-11-23"],
    ):
        succeed([commands / command[0], *command[1:]], book)
    assert (book / "site" / "claims" / "claim-1" / "index.html").exists()


def test_the_installed_wheel_begins_a_book(tmp_path: Path) -> None:
    """From the wheel alone, in an empty folder; the packages besides it are borrowed from this environment."""
    wheels, environment, book = tmp_path / "wheels", tmp_path / "env", tmp_path / "book"
    venv.create(environment)
    commands = environment / ("Scripts" if os.name == "nt" else "bin")
    lend_packages(commands / "python")
    book.mkdir()
    succeed([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", wheels], REPOSITORY)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        commands / "python",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    succeed([*pip, *wheels.glob("*.whl")], book)

    where = succeed([commands / "python", "-c", "import claimbook; print(claimbook.__file__)"], book)
    assert environment in Path(where.strip()).parents
    succeed([commands / "claimbook", "init", ".", "--title", "A book"], book)
    assert succeed([commands / "claimbook", "check"], book).startswith("no findings in 11 files")
    assert "warning" not in succeed([commands / "claimbook", "site"], book).lower()
    assert (book / "site" / "claims" / "walking-helps-attention" / "index.html").exists()


def succeed(command: list[str | Path], folder: Path) -> str:
    """Run a command, and return what it printed."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def lend_packages(python: Path) -> None:
    """Let another environment see the packages of this one."""
    command = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    (Path(theirs) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")


def test_python_that_is_too_old_is_refused_in_one_line(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    pretend = "import sys; sys.version_info = (3, 10); exec(sys.argv[1])"
    old.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{pretend}' \"$2\"\n")
    old.chmod(0o755)

    command = ["make", "site", f"PYTHON={old}", f"VENV={tmp_path}/env"]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert run.returncode != 0
    assert "Python 3.11 or later is needed" in run.stderr
    assert not (tmp_path / "env").exists()


def test_the_readme_lists_every_verb() -> None:
    verbs = get_command(app).commands
    listed = re.findall(r"^\| `([a-z]+)` \|", (REPOSITORY / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(verbs)
