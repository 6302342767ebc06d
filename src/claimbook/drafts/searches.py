"""A new search: what to ask for, and its record."""

from collections.abc import Mapping

from claimbook.drafts.form import Form
from claimbook.drafts.names import slug
from claimbook.drafts.questions import Bench, Maker, Question
from claimbook.drafts.text import record_text
from claimbook.drafts.values import Value
from claimbook.files import OutFile
from claimbook.model import Search

_TOPIC = 3
"""Words of the question that an id is made of."""


def _question(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("question", Search, ("question",))


def _id(bench: Bench, answers: Mapping[str, Value]) -> Question:
    topic = "-".join(slug(str(answers.get("question") or "")).split("-")[:_TOPIC])
    made = f"{topic}-{bench.today:%Y-%m}" if topic else None
    taken = {
        id_: f"references/searches/{id_}.yml is already there: choose another id" for id_ in bench.catalogue.searches
    }
    return Question("id", Search, ("id",), default=made, optional="question" not in answers, refused=taken)


def _by(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    people = {one.id: one.name for one in bench.catalogue.people.values()}
    return Question("by", Search, ("by",), people, default=[bench.author] if bench.author else None, several=True)


def _date(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("date", Search, ("date",), default=bench.today)


def _source(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("source", Search, ("sources", 0, "name"))


def _result(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("result", Search, ("result",), optional=True)


QUESTIONS: tuple[Maker, ...] = (_question, _id, _by, _date, _source, _result)
"""In the order in which they are asked."""


def draft(answers: Mapping[str, Value], _bench: Bench) -> OutFile:
    """Write the record of a new search."""
    values: dict[str, Value] = {
        **{name: answers.get(name) for name in ("id", "question", "date", "by", "result")},
        "sources": [{"name": answers["source"]}],
    }
    path = f"references/searches/{answers['id']}.yml"
    return OutFile(path, record_text("search", 2, (), Form(Search).write(values)))
