"""Says in schema.org's vocabulary what pages say in words, for search engines and other programs (JSON-LD).

Nothing is said here that readers of the page are not told: a rating never goes without its certainty, and nobody is
named as a reviewer who was none.
"""

from claimbook.linked.book import Distribution, link_dataset, link_downloads, link_home
from claimbook.linked.claims import link_claim
from claimbook.linked.nodes import LIST, PLAIN, LinkedPage, Node, link_page
from claimbook.linked.sources import link_article, link_reference

__all__ = [
    "LIST",
    "PLAIN",
    "Distribution",
    "LinkedPage",
    "Node",
    "link_article",
    "link_claim",
    "link_dataset",
    "link_downloads",
    "link_home",
    "link_page",
    "link_reference",
]
