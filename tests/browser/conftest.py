"""A browser, and the site of the real book served to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import provide
from built import kind_of, pages_of
from claimbook.model import Catalogue, Method
from claimbook.reading import read
from host import served
from visitor import Visitor


@pytest.fixture(scope="session")
def address(published: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with served(published / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed browser; its absence is a failure, never a skip."""
    executable = provide.installed()
    if executable is None:
        pytest.fail(provide.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=provide.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A reader whose pages may ask nothing of other hosts, and may raise no error in a script."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.close()
    assert visitor.elsewhere == []
    assert visitor.errors == []


@pytest.fixture(scope="session")
def catalogue(published: Path) -> Catalogue:
    """The records of the real book."""
    catalogue = read(published).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="session")
def pages(published: Path, catalogue: Catalogue) -> dict[str, str]:
    """One page of every kind that the site has: what it is, and its path."""
    of_method = {claim.method: claim.id for claim in catalogue.claims.values()}
    assert of_method.keys() == set(Method)
    named = {
        "home": "",
        **{f"{method.value} claim": f"claims/{of_method[method]}/" for method in Method},
        "all claims": "claims/",
        "article": f"articles/{min(catalogue.articles)}/",
        "reference": f"references/{min(catalogue.standing)}/",
    }
    covered = {kind_of(path) for path in named.values()}
    others = {kind_of(path): path for path in reversed(pages_of(published / "site")) if kind_of(path) not in covered}
    return named | others
