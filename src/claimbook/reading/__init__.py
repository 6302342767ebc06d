"""Files in, catalogue out: every mistake a finding at its line and column, never an exception."""

from claimbook.reading.book import Reading, read
from claimbook.reading.origins import FILES, Origins, Place
from claimbook.reading.texts import NO_TEXTS, Texts, read_texts

__all__ = ["FILES", "NO_TEXTS", "Origins", "Place", "Reading", "Texts", "read", "read_texts"]
