"""How long loading records takes, against PyYAML's own loader on the same files in the same run.

Target: at most 1.0 times. Ours refuses duplicate keys and YAML's traps, and can tell the line and
column of every value; PyYAML's does neither.
"""

import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

from claimbook.pipeline import find_root, without_gc
from claimbook.reading.yamltext import locate, parse
from generate import generate

ROUNDS = 7
TARGET = 1.0


def main() -> None:
    with TemporaryDirectory() as name:
        books = {"1,000 synthetic claims": generate(Path(name), 1000)}
        if real := find_root(Path(__file__).resolve()):
            books["the real book"] = real
        ratios = [compare(title, root) for title, root in books.items()]
    sys.exit(0 if max(ratios) <= TARGET else 1)


def compare(title: str, root: Path) -> float:
    texts = [path.read_text(encoding="utf-8") for path in sorted(root.glob("[cr]*/**/*.yml"))]
    ours, plain = [], []
    with without_gc():
        for _ in range(ROUNDS):
            plain.append(seconds(lambda text: yaml.load(text, yaml.CSafeLoader), texts))
            ours.append(seconds(parse, texts))
    ratio = statistics.median(ours) / statistics.median(plain)
    print(f"{title}: {len(texts)} records, {sum(map(len, texts)) / 1e6:.1f} MB")
    print(f"  plain CSafeLoader {statistics.median(plain):.2f} s, ours {statistics.median(ours):.2f} s")
    print(f"  ratio {ratio:.2f} (target at most {TARGET}); one line looked up: {_look_up(texts[-1]) * 1e3:.1f} ms")
    return ratio


def seconds(load: Callable[[str], object], texts: Iterable[str]) -> float:
    start = perf_counter()
    for text in texts:
        load(text)
    return perf_counter() - start


def _look_up(text: str) -> float:
    start = perf_counter()
    locate(text, ("findings", 0, "id"))
    return perf_counter() - start


if __name__ == "__main__":
    main()
