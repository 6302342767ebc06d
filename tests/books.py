"""Books to test with: the repository's own, and copies of it that a test may break."""

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
PARTS = ("book.yml", "mkdocs.yml", "claims", "references", "docs", "overrides")


def copy_book(source: Path, target: Path) -> Path:
    """Copy a book without what was built from it."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        elif (source / part).exists():
            shutil.copy2(source / part, target / part)
    return target
