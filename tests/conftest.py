"""What several test modules share."""

import subprocess
import sys
from pathlib import Path

import pytest

from books import REPOSITORY, copy_book
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import Shelf, shelve


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real book, with its site built as a user builds it."""
    book = copy_book(REPOSITORY, tmp_path_factory.mktemp("published"))
    command = [sys.executable, REPOSITORY / "build_claims.py", "site", "--root", book]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return book


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The toy book, one of everything, as pages and exports get it."""
    catalogue = read(Path(__file__).parent / "toy").catalogue
    assert catalogue is not None
    return shelve(catalogue, weigh_all(catalogue))
