"""The library as BibTeX, sorted by key."""

from claimbook.citations import bibtex
from claimbook.views import Shelf


def render(shelf: Shelf) -> str:
    """Write the file."""
    references = shelf.catalogue.references
    return "\n".join(bibtex(references[key]) for key in sorted(references))
