"""A new claim: what to ask for, and its record."""

from collections.abc import Mapping
from datetime import date

from claimbook.drafts.form import Form
from claimbook.drafts.names import slug
from claimbook.drafts.questions import Bench, Maker, Question
from claimbook.drafts.text import record_text
from claimbook.drafts.values import Value
from claimbook.files import OutFile
from claimbook.model import Catalogue, Claim, HistoryKind, ReviewState

TEMPLATE = "claims/_template.yml"
"""The form that people copy where they have no program at hand."""

_HALF_A_YEAR = 6
"""Months until a claim is due."""
_SAID = ("appearances", 0)

_ON_TOP = (
    "Indent with spaces, two a step. Put quotation marks around texts that hold a colon and a space. Leave empty what "
    "you have not seen: an empty field does no harm, a guessed one does. Comments may go once they have helped."
)
_BY_HAND = (
    "HOW TO ADD A CLAIM. The command `new claim` asks for what a claim needs and writes such a record at its place. By "
    "hand: copy this file to claims/<category>/<id>.yml, write ../../schema instead of ../schema into its first line, "
    "fill it in, and run `check`, which tells in which line something is wrong and what to write instead."
)


def _category(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    book = bench.catalogue.book
    return Question("category", type(book), ("categories", 0), {one.id: one.label for one in book.categories})


def _title(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("title", Claim, ("title",))


def _id(bench: Bench, answers: Mapping[str, Value]) -> Question:
    made = slug(str(answers.get("title") or ""))
    return Question("id", Claim, ("id",), default=made or None, optional="title" not in answers, refused=bench.taken)


def _plain(name: str) -> Maker:
    return lambda _bench, _answers: Question(name, Claim, (name,))


def _conditions(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    known = {one.id: one.label for one in bench.catalogue.book.conditions}
    return Question("condition", Claim, ("conditions",), known, several=True, optional=True)


def _outcomes(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    known = {one.id: one.label for one in bench.catalogue.book.outcomes}
    return Question("outcome", Claim, ("outcomes",), known, several=True, optional=True)


def _article(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    known = {one.id: one.title for one in bench.catalogue.articles.values()}
    return Question("article", Claim, (*_SAID, "article"), known, refused=bench.unfinished.get("articles", {}))


def _heading(bench: Bench, answers: Mapping[str, Value]) -> Question:
    article = bench.catalogue.articles.get(str(answers.get("article")))
    return Question("heading", Claim, (*_SAID, "heading"), dict.fromkeys(article.headings if article else (), ""))


def _paragraph(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("paragraph", Claim, (*_SAID, "paragraph"))


def _quote(_bench: Bench, _answers: Mapping[str, Value]) -> Question:
    return Question("quote", Claim, (*_SAID, "quote"))


def _said_force(_bench: Bench, answers: Mapping[str, Value]) -> Question:
    return Question(
        "said-force", Claim, (*_SAID, "force"), default=answers.get("force"), optional="force" not in answers
    )


def _search(bench: Bench, _answers: Mapping[str, Value]) -> Question:
    """Offer the newest search; of several of one day nobody can say which was meant."""
    searches = bench.catalogue.searches.values()
    last = max((one.date for one in searches), default=None)
    newest = [one.id for one in searches if one.date == last]
    known = {one.id: one.question for one in searches}
    default = newest[0] if len(newest) == 1 else None
    unread = bench.unfinished.get("searches", {})
    return Question("search", Claim, ("search",), known, default=default, optional=True, refused=unread)


QUESTIONS: tuple[Maker, ...] = (
    _category,
    _title,
    _id,
    _plain("statement"),
    _plain("type"),
    _plain("force"),
    _plain("importance"),
    _conditions,
    _outcomes,
    _article,
    _heading,
    _paragraph,
    _quote,
    _said_force,
    _search,
)
"""In the order in which they are asked; later ones may look at earlier answers."""


def draft(answers: Mapping[str, Value], bench: Bench) -> OutFile:
    """Write the record of a new claim."""
    same = ("id", "title", "statement", "type", "force", "importance", "search")
    said: dict[str, Value] = {name: answers[name] for name in ("article", "heading", "paragraph", "quote")}
    values: dict[str, Value] = {
        **{name: answers.get(name) for name in same},
        "conditions": answers.get("condition"),
        "outcomes": answers.get("outcome"),
        "appearances": [{**said, "force": answers["said-force"]}],
        "review": {"status": str(ReviewState.DRAFT), "due": months_later(bench.today, _HALF_A_YEAR)},
        "history": [{"date": bench.today, "kind": str(HistoryKind.ADDED), "text": "First draft."}],
    }
    form = Form(Claim, codes=_codes(bench.catalogue))
    path = f"claims/{answers['category']}/{answers['id']}.yml"
    return OutFile(path, record_text("claim", 2, [_ON_TOP], form.write(values)))


def template() -> str:
    """Write the form without any answer."""
    return record_text("claim", 1, [_BY_HAND, _ON_TOP], Form(Claim).write({}))


def _codes(catalogue: Catalogue) -> dict[tuple[str | int, ...], dict[str, str]]:
    book = catalogue.book
    return {
        ("conditions",): {one.id: one.label for one in book.conditions},
        ("outcomes",): {one.id: one.label for one in book.outcomes},
        ("scope", "route"): {one.id: one.label for one in book.routes},
    }


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, at most the 28th."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))
