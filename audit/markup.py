"""The Nu HTML checker on every page of the site; errors of the theme are known by name, each with its reason."""

import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rows import Row

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OPTIONS = ("--skip-non-html", "--format", "json", "--stdout")
KNOWN = HERE / "theme-errors.toml"


class Known(NamedTuple):
    """An error that the theme causes."""

    message: str
    where: str
    """What the marked piece of the page must hold, so that the same mistake of ours is still found."""
    reason: str


def measure(site: Path, _address: str) -> Iterator[Row]:
    """Check all pages in one go."""
    known = [Known(**one) for one in tomllib.loads(KNOWN.read_text(encoding="utf-8"))["error"]]
    messages = _messages(site)
    errors = [one for one in messages if one["type"] != "info"]
    ours = [one for one in errors if not any(_is(one, theme) for theme in known)]
    gone = [theme for theme in known if not any(_is(one, theme) for one in errors)]
    problems = [*_told(ours, site), *(f"no longer found, strike it from {KNOWN.name}: {one.message}" for one in gone)]
    pages = len(list(site.rglob("*.html")))
    found = f"{len(ours)} on {pages} pages; {len(known)} kinds from the theme"
    yield Row("Nu HTML checker, errors", "none of ours", found, tuple(problems))


def _messages(site: Path) -> list[dict[str, Any]]:
    command: list[str | Path] = [
        "java",
        "-Xss4m",
        "-jar",
        PROGRAM,
        "--skip-non-html",
        "--format",
        "json",
        "--stdout",
        site,
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages: list[dict[str, Any]] = json.loads(run.stdout)["messages"]
    except json.JSONDecodeError:
        sys.exit(f"The Nu HTML checker failed:\n{run.stdout[:2000]}{run.stderr}")
    return messages


def _is(message: dict[str, Any], theme: Known) -> bool:
    return message["message"] == theme.message and theme.where in message.get("extract", "")


def _told(errors: list[dict[str, Any]], site: Path) -> Iterator[str]:
    """Tell each error once, with how often it is there and one place."""
    first = {one["message"]: one for one in reversed(errors)}
    for message, count in Counter(one["message"] for one in errors).most_common():
        one = first[message]
        page = one.get("url", "").rpartition(f"/{site.name}/")[2]
        yield f"{count} x {message} First in {page}:{one.get('lastLine')}: {one.get('extract', '').strip()}"
