"""What a new record must be told, and whether an answer fits."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from claimbook.drafts.values import Value
from claimbook.findings import suggest
from claimbook.model import Catalogue, ReviewState
from claimbook.reading import fields

_SHOWN = 12
"""A longer list of codes is not repeated where something near was found."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a draft is made with."""

    catalogue: Catalogue
    today: date
    author: str | None = None
    """Id of the person who writes, if that is known."""
    taken: Mapping[str, str] = field(default_factory=dict)
    """Ids that a new record cannot have, each with the reason."""
    unfinished: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Records that lie there but cannot be read yet, by folder and id, each with the reason why it cannot be named."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask for."""

    name: str
    """Name of its option, without the dashes."""
    record: type
    path: fields.Path
    """The field it fills, whose description is the question."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """The only answers, each with what it means; none: anything that the field takes."""
    default: Value = None
    """What is taken where nobody says anything."""
    several: bool = False
    optional: bool = False
    refused: Mapping[str, str] = field(default_factory=dict)
    """Answers that are not possible, each with the reason."""

    @property
    def words(self) -> str:
        """The question, as the model describes the field."""
        return fields.field_at(self.record, self.path).description

    @property
    def options(self) -> Mapping[str, str]:
        """All that can be answered, where only some words can."""
        if self.choices:
            return self.choices
        here = fields.field_at(self.record, self.path)
        return dict(zip(here.codes, here.schema.get("enumDescriptions", here.codes), strict=True))

    def read(self, answer: str) -> Value:
        """Turn a single answer into the value of the field.

        Raises:
            ValueError: It does not fit; the message says what does.

        """
        answer = " ".join(answer.split())
        if answer in self.refused:
            raise ValueError(self.refused[answer])
        if self.options and answer not in self.options:
            raise ValueError(f'"{answer}" is no word for this. {_choices(answer, self.options)}')
        return _fitting(self, answer)


Maker = Callable[[Bench, Mapping[str, Value]], Question]
"""Makes a question of the book and of what was answered before."""


def _choices(word: str, words: Mapping[str, str]) -> str:
    near = suggest(word, words)
    listed = f"One of: {', '.join(words)}"
    return near if near and len(words) > _SHOWN else f"{near} {listed}".strip()


def _fitting(question: Question, answer: str) -> Value:
    """Hold an answer against what the schema says of its field.

    Raises:
        ValueError: It does not fit.

    """
    here = fields.field_at(question.record, (*question.path, 0) if question.several else question.path)
    if here.is_day:
        return _day(answer)
    if here.schema.get("type") == "integer":
        if not answer.isdecimal() or int(answer) < here.schema.get("minimum", 0):
            raise ValueError(f'"{answer}" is no number for this: {here.bounds}')
        return int(answer)
    most = here.schema.get("maxLength")
    if most and len(answer) > most:
        raise ValueError(f"it has {len(answer)} characters; at most {most} are allowed")
    if not re.search(here.schema.get("pattern", ""), answer):
        form = "a web address: https://…" if "http" in here.schema["pattern"] else "small letters, digits and hyphens"
        raise ValueError(f'"{answer}" does not fit: write {form}')
    return answer


def _day(answer: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
        raise ValueError("a day is written year-month-day, such as 2026-11-22")
    return date.fromisoformat(answer)


def unfinished_ids(catalogue: Catalogue, root: Path) -> dict[str, dict[str, str]]:
    """List articles and searches whose files lie there but lack something, each with what to do first."""
    read = {"articles": catalogue.articles, "searches": catalogue.searches}
    return {folder: dict(_unfinished(root, folder, known)) for folder, known in read.items()}


def _unfinished(root: Path, folder: str, known: Container[str]) -> Iterator[tuple[str, str]]:
    for file in sorted(root.glob(f"references/{folder}/*.yml")):
        if file.stem not in known:
            path = file.relative_to(root).as_posix()
            yield file.stem, f"{path} cannot be read yet: fill it in first; `check {path}` says what is missing"


def taken_ids(catalogue: Catalogue, root: Path) -> dict[str, str]:
    """List every id that a claim has or once had, with the reason why nothing else may be called so."""
    taken = {
        file.stem: f"{file.relative_to(root).as_posix()} is there already: choose another id"
        for file in root.glob("claims/*/*.yml")
    }
    for claim in catalogue.claims.values():
        if claim.review.status is ReviewState.WITHDRAWN:
            taken[claim.id] = f'"{claim.id}" was withdrawn, and its page stays: choose another id'
        for alias in claim.aliases:
            taken[alias] = f'"{alias}" is a former id of "{claim.id}", and its address leads there: choose another id'
    return taken
