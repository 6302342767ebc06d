"""Texts of articles, where they are at hand; they stay out of the project and of the site."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from claimbook.model import Article


def read_texts(folder: Path, articles: Mapping[str, Article]) -> Mapping[str, str]:
    """Return the texts that are the very ones their articles' records speak of.

    Args:
        folder: Holds `<article id>.txt`; need not be there.
        articles: The records, by id.

    Returns:
        Texts by article id, of those files whose SHA-256 equals the record's.

    """
    texts = {}
    for id_, article in articles.items():
        try:
            data = (folder / f"{id_}.txt").read_bytes()
            if hashlib.sha256(data).hexdigest() == article.text.sha256:
                texts[id_] = data.decode()
        except (OSError, UnicodeDecodeError):
            continue
    return texts
