"""Holds two states of a book against each other and says what the difference means to those who review it."""

from claimbook.revisions.comparing import compare
from claimbook.revisions.git import Revision, RevisionError, UnknownRevisionError, resolve, where_it_parted
from claimbook.revisions.state import State, read_folder, read_revision
from claimbook.revisions.summary import NOTHING, summarise
from claimbook.revisions.terms import Change, Comparison, Kind, Unread

__all__ = [
    "NOTHING",
    "Change",
    "Comparison",
    "Kind",
    "Revision",
    "RevisionError",
    "State",
    "UnknownRevisionError",
    "Unread",
    "compare",
    "read_folder",
    "read_revision",
    "resolve",
    "summarise",
    "where_it_parted",
]
