"""What becomes of a form: handed from the step that reads it to the step that holds a token."""

import json
import re
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from claimbook.intake.labels import LABELS
from claimbook.intake.words import fenced

_PATH = re.compile(r"(claims|references)(/[a-z0-9][a-z0-9-]*)*/[a-z0-9][a-z0-9-]*\.(yml|bib)")
_TITLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 :-]{0,119}")
_NAMES = frozenset(label.name for label in LABELS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be done for an issue. Every part that steers a program has a narrow form."""

    number: int
    """Of the issue."""
    comment: str
    """Markdown."""
    files: tuple[str, ...] = ()
    """Records that were written; none: there is nothing to propose."""
    title: str = ""
    """Of the pull request and its commit."""
    body: str = ""
    """Of the pull request, as Markdown."""
    add: tuple[str, ...] = ()
    """Labels that the issue is to have."""
    remove: tuple[str, ...] = ()
    """Labels that it is not to have any more."""

    def __post_init__(self) -> None:
        """Refuse what no form can come to.

        Raises:
            ValueError: A part is not of its form.

        """
        fine = (
            type(self.number) is int
            and self.number > 0
            and isinstance(self.comment, str)
            and isinstance(self.body, str)
            and all(_PATH.fullmatch(path) for path in self.files)
            and bool(_TITLE.fullmatch(self.title)) == bool(self.files)
            and _NAMES.issuperset({*self.add, *self.remove})
        )
        if not fine:
            raise ValueError("this is not what a form comes to")

    @property
    def branch(self) -> str:
        """Name of the branch that holds the records."""
        return f"intake/issue-{self.number}"

    def with_check(self, said: str) -> Self:
        """Add to the pull request what the check says of its records."""
        return replace(self, body=f"{self.body}\n### What the check says of it\n\n{fenced(said.strip())}\n")

    def as_json(self) -> str:
        """Write it for `from_json`."""
        return json.dumps(asdict(self), indent=1)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `as_json` wrote.

        Raises:
            ValueError: It did not write this.

        """
        try:
            held: dict[str, Any] = json.loads(text)
            return cls(**held | {name: tuple(held[name]) for name in ("files", "add", "remove")})
        except (TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError("this is not what a form comes to") from error
