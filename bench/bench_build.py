"""What the way from records to pages costs: against the site tool that follows, as books grow, and in memory.

Targets: at most 15 % of `mkdocs build` at 1,000 claims; linear in the number of claims; under
400 MB at 10,000 (decision 8). Every book is built in a process of its own, so that its memory can be told apart.
Times are processor time, user and system, so that other work on the machine does not count. Books
lie in memory where there is room, since a busy disk can cost more than all the rest.
`--quick` leaves out the 10,000 claims.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from claimbook import rules, verdicts
from claimbook.output import write
from claimbook.pipeline import generate as render
from claimbook.pipeline import without_gc
from claimbook.reading import read
from claimbook.site import build as build_site
from generate import generate

REPOSITORY = Path(__file__).resolve().parent.parent
SITE_PARTS = ("mkdocs.yml", "docs")
SHARE = 0.15
"""Most of `mkdocs build` that our part may take."""
MEMORY = 400
"""Most megabytes at the largest size."""
LINEAR = 1.3
"""Most by which the time per claim may grow from 1,000 to 10,000 claims."""
ROOM = 2 * 1024**3
"""Bytes that the largest book and its pages need, with some to spare."""
MEGABYTE = 1024 if sys.platform == "linux" else 1024**2
"""What getrusage counts in: kilobytes on Linux, bytes on macOS."""

Measured = dict[str, Any]


def main() -> None:
    sizes = (100, 1000) if "--quick" in sys.argv else (100, 1000, 10_000)
    measured = {size: measure(size) for size in sizes}
    sys.exit(0 if all(list(verdicts_of(measured))) else 1)


def measure(size: int) -> Measured:
    """Build a synthetic book; at 1,000 claims the site as well."""
    with TemporaryDirectory(dir=in_memory()) as name:
        book = generate(Path(name), size)
        for part in SITE_PARTS:
            copy_hand_written(REPOSITORY / part, book / part)
        command = [sys.executable, __file__, "--child", book]
        child = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        result: Measured = json.loads(child.stdout)
        steps = "  ".join(f"{step} {seconds:.2f}" for step, seconds in result["steps"].items())
        print(f"{size:6} claims: {result['total']:6.2f} s   {steps}   peak {result['peak']:.0f} MB", flush=True)
        if size == 1000:
            start = process_time()
            build_site(book)
            result["mkdocs"] = process_time() - start
    return result


def in_memory() -> str | None:
    """Return a folder that lies in memory and has room, if there is one."""
    folder = "/dev/shm"
    return folder if Path(folder).is_dir() and shutil.disk_usage(folder).free > ROOM else None


def copy_hand_written(source: Path, target: Path) -> None:
    """Copy a part of the repository's book, but for what was generated."""
    generated = source / ".generated"
    ours = {source / line for line in generated.read_text().splitlines()} if generated.exists() else set()
    for file in [source] if source.is_file() else source.rglob("*"):
        if file.is_file() and file not in ours and file != generated:
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place)


def verdicts_of(measured: dict[int, Measured]) -> Iterator[bool]:
    """Print each ratio with its target, and tell whether it is met."""
    share = measured[1000]["total"] / measured[1000]["mkdocs"]
    print(
        f"share of mkdocs build ({measured[1000]['mkdocs']:.1f} s) at 1,000 claims: {share:.1%} (at most {SHARE:.0%})"
    )
    yield share <= SHARE
    if 10_000 in measured:
        growth = measured[10_000]["total"] / measured[1000]["total"] / 10
        print(f"time per claim, 10,000 against 1,000: {growth:.2f} times (at most {LINEAR})")
        yield growth <= LINEAR
        print(f"peak memory at 10,000 claims: {measured[10_000]['peak']:.0f} MB (under {MEMORY})")
        yield measured[10_000]["peak"] < MEMORY


def child(book: Path) -> None:
    """Build one book, and print what each step took."""
    steps: dict[str, float] = {}

    @contextmanager
    def timed(step: str) -> Iterator[None]:
        start = process_time()
        yield
        steps[step] = process_time() - start

    with without_gc():
        with timed("load"):
            reading = read(book)
        assert reading.catalogue is not None
        with timed("weigh"):
            suggestions = verdicts.weigh_all(reading.catalogue)
        with timed("check"):
            findings = rules.run(reading, suggestions)
        assert not findings, findings[:3]
        with timed("render and write"):
            write(book / "docs", render(reading.catalogue, suggestions))
    peak = getrusage(RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(json.dumps({"steps": steps, "total": sum(steps.values()), "peak": peak}))


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(Path(sys.argv[-1]))
    else:
        main()
