"""Reading what somebody typed into a form: an event of GitHub, and the text into which it turns the answers."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.intake.forms import PROMISES, Field, Form
from claimbook.intake.labels import Kind

MOST = 4000
"""Characters of an answer; more is refused."""

_EMPTY = "_No response_"
_HEADING = re.compile(r"^### (.+?)\s*$", re.MULTILINE)
_KEPT = "\n\t "


class EventError(Exception):
    """A file is no event of an issue; the message says why."""


class Issue(NamedTuple):
    """An issue, as far as anybody may look at it."""

    number: int
    kind: Kind | None
    """Which form it came from; none, or more than one: it is left alone."""
    body: str


def read_event(text: str) -> Issue:
    """Take from an event what is needed; titles and names of people are not.

    Raises:
        EventError: It is none of an issue.

    """
    try:
        issue = json.loads(text)["issue"]
        number, names = issue["number"], {label["name"] for label in issue["labels"]}
        body = issue["body"] or ""
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EventError("this is not the event of an issue, as GitHub writes it") from error
    if type(number) is not int or number < 1 or not isinstance(body, str):
        raise EventError("this event has no number or text of an issue")
    kinds = [kind for kind in Kind if kind in names]
    return Issue(number, kinds[0] if len(kinds) == 1 else None, clean(body))


def clean(text: str) -> str:
    """Take out what cannot be seen: control characters, marks that turn the direction of writing, half characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char for char in text if char in _KEPT or not unicodedata.category(char).startswith("C"))


def answers(form: Form, body: str) -> tuple[dict[str, str], list[str]]:
    """Find the answers, by the ids of their fields, and say what is wrong with them.

    Of a field with choices the answer is a code, or several a line each; what was left empty is left out.
    """
    found, wrong = _sections(form, body)
    given: dict[str, str] = {}
    for one in form.fields:
        said = found.get(one.label, "")
        try:
            said = _checked(one, said)
        except ValueError as error:
            wrong.append(f"{one.label}: {error}")
        if said:
            given[one.id] = said
    return given, wrong


def _sections(form: Form, body: str) -> tuple[dict[str, str], list[str]]:
    labels = {PROMISES, *(one.label for one in form.fields)}
    parts = _HEADING.split(body)
    found: dict[str, str] = {}
    wrong: list[str] = []
    current = ""
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        if heading in labels:
            current = heading
            if heading in found:
                wrong.append(f'{heading}: "### {heading}" stands there twice; take out one with what is below it')
            found[heading] = text
        elif current:
            found[current] += f"### {heading}{text}"
    return {label: _bare(text) for label, text in found.items()}, wrong


def _bare(text: str) -> str:
    text = text.strip()
    return "" if text == _EMPTY else text


def _checked(one: Field, said: str) -> str:
    """Hold an answer against its field.

    Raises:
        ValueError: It does not fit.

    """
    if not said:
        if one.required:
            raise ValueError("this is missing")
        return ""
    if len(said) > MOST:
        raise ValueError(f"this has {len(said)} characters; at most {MOST} are allowed")
    if not one.options:
        return said if one.long else " ".join(said.split())
    return "\n".join(_codes(said, {words: code for code, words in one.options.items()}, several=one.several))


def _codes(said: str, by_words: Mapping[str, str], *, several: bool) -> list[str]:
    """Turn chosen words back into codes; words may hold the commas that part them.

    Raises:
        ValueError: Something else was written.

    """
    rest = said
    codes: list[str] = []
    longest_first = sorted(by_words, key=len, reverse=True)
    while rest:
        words = next((one for one in longest_first if rest == one or rest.startswith(f"{one}, ")), None)
        if words is None or (codes and not several):
            raise ValueError("choose one of the answers that the form offers")
        codes.append(by_words[words])
        rest = rest[len(words) :].removeprefix(", ")
    return codes
