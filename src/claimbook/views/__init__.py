"""Cuts the catalogue into what one page needs: links, order, counts and words decided, nothing left to compute.

Views hold no markup, and templates hold no logic.
"""

from claimbook.views.articles import ArticleView, view_article_pages, view_articles
from claimbook.views.base import (
    OVERSTATED,
    Badge,
    ClaimRow,
    Leaf,
    Link,
    Piece,
    Prose,
    Source,
    Tally,
    capital,
    first_sentence,
)
from claimbook.views.changes import ChangesView, DueView, view_changes, view_due
from claimbook.views.cite import CiteView
from claimbook.views.claim import ClaimView, view_claim
from claimbook.views.contribute import ContributeView, view_contribute
from claimbook.views.downloads import Download, DownloadsView, FieldNote, Published, ShapeNote, view_downloads
from claimbook.views.facets import Found, Table, view_table
from claimbook.views.feeds import Feed, view_feeds
from claimbook.views.frame import FrameView, view_frame
from claimbook.views.gaps import GapField, GapsView, view_gaps
from claimbook.views.harms import HarmRow
from claimbook.views.history import ChangeView
from claimbook.views.hubs import HomeView, HubView, view_home, view_hubs
from claimbook.views.kinds import KINDS
from claimbook.views.matrix import MatrixView, article_lists, view_article_lists, view_cells, view_matrix, view_overview
from claimbook.views.methods import VOCABULARIES, MethodsView, Vocabulary, view_glossary, view_methods, view_verdicts
from claimbook.views.overdue import Due, view_overdue
from claimbook.views.references import LibraryView, ReferenceView, view_library, view_reference_pages
from claimbook.views.shelf import Shelf, shelve
from claimbook.views.spread import view_contradictions
from claimbook.views.stats import StatsView, view_stats

__all__ = [
    "KINDS",
    "OVERSTATED",
    "VOCABULARIES",
    "ArticleView",
    "Badge",
    "ChangeView",
    "ChangesView",
    "CiteView",
    "ClaimRow",
    "ClaimView",
    "ContributeView",
    "Download",
    "DownloadsView",
    "Due",
    "DueView",
    "Feed",
    "FieldNote",
    "Found",
    "FrameView",
    "GapField",
    "GapsView",
    "HarmRow",
    "HomeView",
    "HubView",
    "Leaf",
    "LibraryView",
    "Link",
    "MatrixView",
    "MethodsView",
    "Piece",
    "Prose",
    "Published",
    "ReferenceView",
    "ShapeNote",
    "Shelf",
    "Source",
    "StatsView",
    "Table",
    "Tally",
    "Vocabulary",
    "article_lists",
    "capital",
    "first_sentence",
    "shelve",
    "view_article_lists",
    "view_article_pages",
    "view_articles",
    "view_cells",
    "view_changes",
    "view_claim",
    "view_contradictions",
    "view_contribute",
    "view_downloads",
    "view_due",
    "view_feeds",
    "view_frame",
    "view_gaps",
    "view_glossary",
    "view_home",
    "view_hubs",
    "view_library",
    "view_matrix",
    "view_methods",
    "view_overdue",
    "view_overview",
    "view_reference_pages",
    "view_stats",
    "view_table",
    "view_verdicts",
]
