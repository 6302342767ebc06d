"""What every JSON file says of itself, and how JSON is written."""

import json

from claimbook.exports.shapes import Day, Head, day_if_known
from claimbook.verdicts import RULE_SET
from claimbook.views import Shelf
from claimbook.views.history import latest_change

SCHEMA_VERSION = 1
"""Version of the form of the JSON files; what raises it stands in CHANGELOG-API.md."""

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def head(shelf: Shelf, changed: Day | None) -> Head:
    """Say what a file is, under which licence it stands and when it changed last."""
    book = shelf.catalogue.book
    return {
        "schema_version": SCHEMA_VERSION,
        "rule_set": RULE_SET,
        "title": book.title,
        "licence": book.notices.licence,
        "licence_url": book.data_licence.url if book.data_licence else None,
        "notices": [book.notices.advice, book.notices.reviewed],
        "last_modified": changed,
    }


def latest(shelf: Shelf) -> Day | None:
    """Day of the book's latest change."""
    return day_if_known(latest_change(shelf))


def write(value: object) -> str:
    """Write a value on one line."""
    return _JSON.encode(value)


def write_list(about: object, name: str, items: list[str]) -> str:
    """Write a file that ends in a list, one item a line, so that changes read well in a diff."""
    rows = ",\n".join(items)
    return f'{write(about).removesuffix("}")}, "{name}": [\n{rows}\n]}}\n'
