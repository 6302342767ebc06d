"""The preview follows edits, keeps the last good pages when one is broken, and ends when asked to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from books import REPOSITORY
from generate import generate

PATIENCE = 60
"""Seconds to wait for what should take two; a busy computer is no failure."""
CLAIM = "claims/efficacy/claim-1.yml"
PAGE = "/claims/claim-1/"
SETTINGS = "site_name: Synthetic\ntheme: {name: material, font: false, custom_dir: docs/.theme}\n"


class Preview:
    """A running `serve`, as a person at the terminal and one at the browser see it."""

    def __init__(self, book: Path, port: int) -> None:
        self.book = book
        self.port = port
        self.log = book / "log.txt"
        command = [sys.executable, REPOSITORY / "build_claims.py", "serve", "--port", str(port)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=book, stdout=log, stderr=subprocess.STDOUT)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def answers(self) -> bool:
        """Whether it can be reached; it says where just before it listens there."""
        try:
            return bool(self.page())
        except ConnectionError:
            return False

    def page(self, path: str = PAGE) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.book / file).read_text(encoding="utf-8")
        assert old in text
        (self.book / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    return generate(tmp_path, 6)


@pytest.fixture
def preview(book: Path) -> Iterator[Preview]:
    preview = Preview(book, free_port())
    yield preview
    if preview.process.poll() is None:
        preview.process.kill()
        preview.process.wait()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that stands for Ctrl-C in another process")
def test_the_preview_follows_edits(preview: Preview) -> None:
    wait_until(preview.answers, "the site is shown")
    assert "Ctrl-C" in preview.said()
    assert "Is this question number 1" in preview.page()

    preview.edit(CLAIM, "Is this question", "Is that question")
    wait_until(lambda: "Is that question" in preview.page(), "an edited claim shows")
    assert "Is that question" in preview.page("/claims/")
    time.sleep(3)
    assert preview.said().count("Pages are up to date") == 2, "once at the start and once for the edit"

    preview.edit(CLAIM, "study: ", "study: x")
    wait_until(lambda: "stay as they were" in preview.said(), "a broken edit is told")
    assert "unknown-study" in preview.said()
    assert "Is that question" in preview.page()

    preview.edit(CLAIM, "study: x", "study: ")
    preview.edit(CLAIM, "Is that question", "Is it question")
    wait_until(lambda: "Is it question" in preview.page(), "a mended claim shows")

    (preview.book / "docs" / "by-hand.md").write_text("# By hand\n\n[dead](nowhere.md)\n")
    wait_until(lambda: "By hand" in preview.page("/by-hand/"), "a page written by hand shows")
    wait_until(lambda: "nowhere.md" in preview.said(), "a dead link is told")

    preview.edit("mkdocs.yml", "site_name: Synthetic", "site_name: Renamed")
    wait_until(lambda: "Renamed" in preview.page(), "a change of the settings shows on every page")

    preview.edit("mkdocs.yml", "site_name: Renamed", "site_name: [")
    wait_until(lambda: "parsing the configuration" in preview.said(), "broken settings are told")
    assert "Renamed" in preview.page()

    assert preview.end() == 0
    assert preview.said().endswith("Ended.\n")
    assert "Traceback" not in preview.said()
    assert not (preview.book / "site").exists()


def test_a_taken_port_is_told(book: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        preview = Preview(book, taken.getsockname()[1])

        assert preview.process.wait(PATIENCE) == 1
    assert "choose another with --port" in preview.said()
    assert "Traceback" not in preview.said()
