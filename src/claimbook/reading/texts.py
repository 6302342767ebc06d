"""Texts of articles, where they are at hand; they stay out of the project and of the site."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claimbook.model import Article


class Texts(NamedTuple):
    """What a folder holds of the articles' texts, by article id."""

    known: Mapping[str, str]
    """Texts that are the very ones their articles' records speak of."""
    refused: Mapping[str, str]
    """What is wrong with those that are not."""


NO_TEXTS = Texts({}, {})
"""Where no texts are at hand."""


def read_texts(folder: Path, articles: Mapping[str, Article]) -> Texts:
    """Read the texts whose SHA-256 equals the record's.

    Args:
        folder: Holds `<article id>.txt`; need not be there.
        articles: The records, by id.

    """
    known, refused = {}, {}
    for id_, article in articles.items():
        try:
            data = (folder / f"{id_}.txt").read_bytes()
        except OSError:
            continue
        found = hashlib.sha256(data).hexdigest()
        if found != article.text.sha256:
            refused[id_] = f"its SHA-256 is {found}"
            continue
        try:
            known[id_] = data.decode()
        except UnicodeDecodeError:
            refused[id_] = "it is not written in UTF-8"
    return Texts(known, refused)
