"""Drafts of new records: what to ask for, the sensible beginnings, and their commented texts. Writes nothing itself."""

from claimbook.drafts.library import UnwritableError, entry_text, insert, like_title, same_paper
from claimbook.drafts.names import key, slug
from claimbook.drafts.questions import Bench, Maker, Question, taken_ids, unfinished_ids
from claimbook.drafts.values import Value

__all__ = [
    "Bench",
    "Maker",
    "Question",
    "UnwritableError",
    "Value",
    "entry_text",
    "insert",
    "key",
    "like_title",
    "same_paper",
    "slug",
    "taken_ids",
    "unfinished_ids",
]
