"""Books to test with: the repository's own, and copies of it that a test may break."""

import os
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
TEXTS = Path(os.environ.get("CLAIMBOOK_TEXTS") or REPOSITORY / "no-texts")
"""Folder of the articles' texts, which stay out of the repository; `make test` looks for it."""
NOT_AT_HAND = "the texts of the articles are not at hand (CLAIMBOOK_TEXTS names their folder)"
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
