"""A browser is taken from where there is one, and its absence is never passed over."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import provide


def executable(path: Path, exit_code: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer that has nothing but what a test puts into this folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(provide, "PLACES", ())
    monkeypatch.setattr(provide, "_own_of_playwright", lambda: str(tmp_path / "own-of-playwright"))
    return tmp_path


@pytest.fixture
def installers(commands: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], object]]:
    """What installers do, by a word of their command; nothing unless a test says so."""
    effects: dict[str, Callable[[], object]] = {}

    def run(command: list[str], _environment: dict[str, str]) -> None:
        for word in command:
            effects.get(word, lambda: None)()

    monkeypatch.setattr(provide, "_run", run)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    executable(commands / "apt-get")
    return effects


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_an_installed_browser_is_taken(commands: Path, name: str) -> None:
    browser = executable(commands / name)

    assert provide.installed() == browser


def test_a_stub_that_does_not_start_is_passed_over(commands: Path) -> None:
    executable(commands / "chromium-browser", exit_code=1)

    assert provide.installed() is None


@pytest.mark.usefixtures("installers")
def test_without_any_browser_there_is_one_clear_line_and_no_success() -> None:
    with pytest.raises(SystemExit) as end:
        provide.main()
    assert end.value.code == provide.MISSING
    assert "\n" not in provide.MISSING


def test_root_gets_the_systems_package(
    commands: Path, installers: dict[str, Callable[[], object]], capsys: pytest.CaptureFixture[str]
) -> None:
    installers["apt-get"] = lambda: executable(commands / "chromium")

    provide.main()

    assert str(commands / "chromium") in capsys.readouterr().out


def test_others_get_playwrights_own(
    commands: Path, installers: dict[str, Callable[[], object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    installers["apt-get"] = lambda: pytest.fail("only root installs packages")
    installers["playwright"] = lambda: executable(commands / "own-of-playwright")

    assert provide.provide() == commands / "own-of-playwright"
