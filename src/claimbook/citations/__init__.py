"""Citations of library entries: for readers, and in the formats that reference managers exchange.

Nothing is escaped for pages here; whoever prints a citation escapes it for its medium.
"""

from claimbook.citations.bibtex import bibtex
from claimbook.citations.csl import csl
from claimbook.citations.kinds import NO_REMARKS, Remarks
from claimbook.citations.ris import ris
from claimbook.citations.vancouver import Citation, cite, short_forms

__all__ = ["NO_REMARKS", "Citation", "Remarks", "bibtex", "cite", "csl", "ris", "short_forms"]
