"""Issues as GitHub writes them when somebody sends a form, and the verb that takes them in."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from claimbook.cli import app
from claimbook.drafts import Bench
from claimbook.intake import Form, Kind, Outcome, forms
from claimbook.reading import read

TOY = Path(__file__).parent / "toy"
BENCH = Bench(read(TOY).catalogue, date(2026, 11, 23))
FORMS: Mapping[Kind, Form] = {form.kind: form for form in forms(BENCH)}

GOOD: Mapping[Kind, Mapping[str, str]] = {
    Kind.PROBLEM: {"record": "https://example.org/mint/claims/keeps-working/", "problem": "A word is misspelled."},
    Kind.QUESTION: {
        "claim": "keeps-working",
        "step": "A study was misread",
        "verdict": "Supported",
        "certainty": "High certainty",
        "reason": "It says so in table 2.",
    },
    Kind.STUDY: {
        "identifier": "https://doi.org/10.5555/new.2026",
        "title": "Mint tea and the colour of dreams",
        "authors": "Quince, Quentin\nThe Invented Institute",
        "year": "2026",
        "container": "Journal of Invented Teas",
        "claims": "https://example.org/mint/claims/keeps-working/",
        "finding": "Dreams were greener in table 2.",
    },
    Kind.CLAIM: {
        "category": "Does it help?",
        "title": "Does mint tea help with homework?",
        "statement": "Mint tea can help with homework.",
        "type": "Does it work: That something gets better with it.",
        "force": "Qualified: Can, often, usually, generally, has shown.",
        "importance": "Minor: Background that would not change a decision.",
        "condition": "Poor sleep, Jet lag",
        "article": "The Traveller's Cup",
        "heading": "After the Flight",
        "paragraph": "1",
        "quote": "keeps working",
    },
}
"""Answers that fit the toy book."""


def body(kind: Kind, **changed: str) -> str:
    """The text of an issue: a heading for each field, then the answer."""
    said = {**GOOD[kind], **changed}
    parts = [f"### {field.label}\n\n{said.get(field.id) or '_No response_'}" for field in FORMS[kind].fields]
    return "\r\n\r\n".join([*parts, "### Before you send this\n\n- [X] It is so."]).replace("\r\n", "\n")


def event(kind: Kind | None, text: str, number: Any = 12, labels: tuple[str, ...] = ()) -> str:
    """The event of an issue that was opened, of which most is left out."""
    names = [*([kind] if kind else []), *labels]
    issue = {
        "number": number,
        "title": "$(touch PWNED) ::error::title",
        "state": "open",
        "user": {"login": "somebody"},
        "labels": [{"name": name, "color": "ffffff"} for name in names],
        "body": text,
    }
    return json.dumps({"action": "opened", "issue": issue})


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def take_in(book: Path, text: str) -> tuple[Result, Outcome | None]:
    """Run the verb on an event, and read what it came to."""
    file, folder = book.parent / "event.json", book.parent / "out"
    file.write_text(text, encoding="utf-8")
    result = run("intake", file, folder, "--root", book, "--today", "2026-11-23")
    made = folder / "outcome.json"
    return result, Outcome.from_json(made.read_text(encoding="utf-8")) if made.exists() else None


def taken(book: Path, kind: Kind, **changed: str) -> Outcome:
    result, outcome = take_in(book, event(kind, body(kind, **changed)))
    assert result.exit_code == 0, result.output
    assert outcome is not None
    return outcome
