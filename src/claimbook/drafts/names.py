"""Names of new records: ids of claims from their titles, keys of sources from author, year and title."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count

from claimbook.citations.names import is_person, split_name

MOST = 60
"""Characters of an id or key."""

_SPELLED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
_UNDATED = "nd"


def ascii_words(text: str) -> list[str]:
    """Spell a text with small plain letters and digits; accents go, and so do apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED))
    kept = "".join(char for char in bare if not unicodedata.combining(char) and char not in "'’ʼ`´")
    return re.findall(r"[a-z0-9]+", kept)


_IDLE = frozenset(
    ascii_words(
        "a an and are as at be been by can do does for from has have how i if in into is it its of on or our so than "
        "that the their this to under up upon versus vs was we were what when where whether which who why will with"
    )
)
"""Words that tell nothing of a title."""


def slug(title: str) -> str:
    """Make an id of a title: its telling words joined by hyphens."""
    words = ascii_words(title)
    telling = [word for word in words if word not in _IDLE] or words
    made = ""
    for word in telling:
        longer = f"{made}-{word}".strip("-")
        if len(longer) > MOST:
            break
        made = longer
    return made


def key(authors: tuple[str, ...], year: str, title: str, taken: Container[str]) -> str:
    """Make a citation key: first author, year, first telling word of the title.

    Where that is taken, the next telling words are tried before a letter is put behind.
    """
    stem = f"{_author(authors)}{year or _UNDATED}"
    words = [word for word in ascii_words(title) if len(word) > 2 and word not in _IDLE and not word.isdigit()]
    return next(made for made in _keys(stem, words or ["untitled"]) if made not in taken)


def _keys(stem: str, words: list[str]) -> Iterator[str]:
    yield from (f"{stem}{word}"[:MOST] for word in words)
    first = f"{stem}{words[0]}"[: MOST - 2]
    yield from (f"{first}{chr(letter)}" for letter in range(ord("b"), ord("z") + 1))
    yield from (f"{first}{number}" for number in count(2))


def _author(authors: tuple[str, ...]) -> str:
    """Take the family name, or of a body its initials where it is called by three words or more, else its first."""
    name = authors[0] if authors else ""
    if is_person(name):
        made = "".join(ascii_words(split_name(name).family))
    else:
        words = [word for word in ascii_words(name) if word not in _IDLE]
        made = "".join(word[0] for word in words) if len(words) > 2 else "".join(words[:1])
    return made.lstrip("0123456789")[: MOST // 2] or "anonymous"
