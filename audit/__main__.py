"""Measures the built site: `make audit`, or only some parts: `make audit ONLY="html print"` (see README.md)."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic

import keys
import lighthouse
import markup
import paper
import pictures
import shades
import windows
import zoom
from books import REPOSITORY
from host import served
from rows import Row, table, told

Part = Callable[[Path, str], Iterable[Row]]
PARTS: dict[str, Part] = {
    "html": markup.measure,
    "windows": windows.measure,
    "keys": keys.measure,
    "zoom": zoom.measure,
    "grey": shades.measure,
    "pictures": pictures.measure,
    "print": paper.measure,
    "lighthouse": lighthouse.measure,
}
REPORTS = REPOSITORY / "build" / "audit"


def main() -> None:
    """Run the parts that were asked for, or all of them."""
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in wanted if name not in PARTS]:
        sys.exit(f"There is no part {unknown[0]}. The parts are: {', '.join(PARTS)}")
    site = REPOSITORY / "site"
    with served(site) as address:
        rows = [row for name in wanted for row in _run(name, site, address)]
    print(f"\n{table(rows)}")
    sys.exit(1 if any(row.problems for row in rows) else 0)


def _run(name: str, site: Path, address: str) -> Iterator[Row]:
    """Run one part, tell its rows as they come, and keep all that they found."""
    print(f"\n{name}", flush=True)
    start = monotonic()
    rows = []
    for row in PARTS[name](site, address):
        print(told(row), flush=True)
        rows.append(row)
    REPORTS.mkdir(parents=True, exist_ok=True)
    report = "\n".join("\n".join((f"{row.what}: {row.found}", *row.problems)) for row in rows)
    (REPORTS / f"{name}.txt").write_text(f"{report}\n", encoding="utf-8")
    print(f"  {monotonic() - start:.0f} s", flush=True)
    yield from rows


if __name__ == "__main__":
    main()
