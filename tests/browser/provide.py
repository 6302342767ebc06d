"""Finds a Chromium or Chrome for the browser tests, or installs one; run as a program it says which.

In this order: one that is installed, the system's package where we may install it, Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PACKAGES = {
    "apt-get": ("apt-get update -q", "apt-get install -q -y --no-install-recommends chromium"),
    "dnf": ("dnf install -q -y chromium",),
    "apk": ("apk add -q chromium",),
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
"""What a browser needs inside a container, and what keeps it from talking to the world."""
MISSING = (
    "No Chromium or Chrome was found, and none could be installed. The browser tests need one: "
    "install it, or run as root on a system that has a chromium package."
)


def installed() -> Path | None:
    """Return a browser that is installed and starts."""
    return next((Path(place) for place in _places() if Path(place).exists() and _starts(place)), None)


def _places() -> Iterator[str]:
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from PLACES
    yield _own_of_playwright()


def provide() -> Path | None:
    """Return a browser, installing one where none is."""
    return installed() or _from_system() or _from_playwright()


def _starts(browser: str) -> bool:
    """Some systems ship a stub that only tells where to get the browser; on Windows asking opens a window."""
    if os.name == "nt":
        return True
    return subprocess.run([browser, "--version"], capture_output=True, check=False).returncode == 0


def _own_of_playwright() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _from_system() -> Path | None:
    if os.name == "nt" or os.geteuid() != 0:
        return None
    tool = next((tool for tool in PACKAGES if shutil.which(tool)), None)
    for command in PACKAGES.get(tool or "", ()):
        _run(command.split(), {"DEBIAN_FRONTEND": "noninteractive"})
    return installed()


def _from_playwright() -> Path | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"], {})
    return installed()


def _run(command: list[str], more_environment: dict[str, str]) -> None:
    """Run an installer; whether it helped is judged by what is there afterwards."""
    subprocess.run(command, env=os.environ | more_environment, stdout=sys.stderr, check=False)


def main() -> None:
    """Say which browser the tests will use, or end with one clear line."""
    browser = provide()
    if browser is None:
        sys.exit(MISSING)
    print(f"Browser tests use {browser}")  # noqa: T201 -- said to the person who runs the tests


if __name__ == "__main__":
    main()
