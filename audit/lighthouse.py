"""Lighthouse, with its mobile profile, on home, two claims and the list of all claims."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import provide
from built import claims_of
from rows import Row

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
CATEGORIES = f"--only-categories={','.join(GOALS)}"
RUNS = 3
"""Measured so often, since a busy computer makes a page look slow; the middle one counts."""
LIGHTHOUSE = 600
"""Seconds after which a run is given up."""


def measure(site: Path, address: str) -> Iterator[Row]:
    """Measure each page three times."""
    for name, page in _pages(site).items():
        print(f"  Lighthouse on {name}: {page or 'home'}", flush=True)
        yield _row(name, page, [_run(address + page) for _ in range(RUNS)])


def _pages(site: Path) -> dict[str, str]:
    claims = claims_of(site)
    claims.sort(key=lambda page: (site / page / "index.html").stat().st_size)
    middling, heavy = claims[len(claims) // 2], claims[-1]
    return {"home": "", "the fullest claim": heavy, "a middling claim": middling, "all claims": "claims/"}


def _run(address: str) -> dict[str, Any]:
    flags = "--chrome-flags=--headless=new " + " ".join(provide.FLAGS)
    command: list[str | Path] = [
        "node",
        PROGRAM,
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(GOALS)}",
        flags,
    ]
    environment = os.environ | {"CHROME_PATH": str(provide.installed())}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=LIGHTHOUSE)
    if run.returncode:
        sys.exit(f"Lighthouse failed:\n{run.stderr}")
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def _row(name: str, page: str, reports: list[dict[str, Any]]) -> Row:
    scores = {category: _middle(category, reports) for category in GOALS}
    missed = [category for category, goal in GOALS.items() if scores[category] < goal]
    problems = [problem for category in missed for problem in _reasons(category, reports[0])]
    found = ", ".join(f"{category} {score}" for category, score in scores.items())
    goal = f"performance {GOALS['performance']}, others 100"
    return Row(f"Lighthouse, {name}", goal, found, tuple(f"{page or 'home'}: {problem}" for problem in problems))


def _middle(category: str, reports: list[dict[str, Any]]) -> int:
    return round(100 * statistics.median(report["categories"][category]["score"] or 0 for report in reports))


def _reasons(category: str, report: dict[str, Any]) -> Iterator[str]:
    """Name what cost points, each with how much of it there is."""
    for part in report["categories"][category]["auditRefs"]:
        found = report["audits"][part["id"]]
        if part["weight"] and found["score"] is not None and found["score"] < 1:
            yield f"{category}: {found['title']} {found.get('displayValue', '')} (score {found['score']})"
