"""The labels of issues and pull requests; no others are ever set."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a form is for: its file is called so, and so is the label that it brings."""

    PROBLEM = "problem"
    QUESTION = "question-a-rating"
    STUDY = "missing-study"
    CLAIM = "new-claim"


class Label(NamedTuple):
    """A label of the repository."""

    name: str
    colour: str
    """Six hexadecimal digits."""
    description: str


WAITING = "needs-an-answer"
"""Set while a form cannot be taken in as it is."""

LABELS = (
    Label(Kind.PROBLEM, "b60205", "Something is wrong on a page"),
    Label(Kind.QUESTION, "d93f0b", "A rating is doubted"),
    Label(Kind.STUDY, "1d76db", "A study is missing"),
    Label(Kind.CLAIM, "0e8a16", "A claim is missing"),
    Label(WAITING, "fbca04", "The form cannot be taken in before something in it is mended"),
    Label("dependencies", "c5def5", "A package or an action has a newer version"),
)
