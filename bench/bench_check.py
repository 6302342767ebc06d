"""How long `check` of the real book takes from the first to the last moment, and how much of it imports are.

Target: under 1 second, most of it imports.
"""

import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

REPOSITORY = Path(__file__).resolve().parent.parent
ROUNDS = 7
TARGET = 1.0
IMPORTS = "import claimbook.cli, claimbook.reading, claimbook.rules, claimbook.verdicts"


def main() -> None:
    whole = median_seconds(REPOSITORY / "build_claims.py", "check", "--root", REPOSITORY)
    python = median_seconds("-c", "pass")
    imports = median_seconds("-c", IMPORTS)
    print(f"check of the real book: {whole:.2f} s (under {TARGET})")
    print(f"  of it Python's start {python:.2f} s, imports {imports - python:.2f} s ({imports / whole:.0%} together)")
    sys.exit(0 if whole < TARGET else 1)


def median_seconds(*arguments: str | Path) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        times.append(perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
