"""The page for contributors: its examples come from the book, and what it says of records and messages holds."""

import dataclasses
import re
from pathlib import Path

import pytest
import yaml

from books import copy_book
from claimbook import reading, rules
from claimbook.findings import Format, render
from claimbook.model import Certainty, Claim, Verdict
from claimbook.rules import RULES
from claimbook.views import shelve, view_contribute
from claimbook.views.specimen import GROUPS, view_specimen

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="module")
def view(shelf):
    return view_contribute(shelf, RULES)


def test_each_word_of_a_badge_has_an_example_that_carries_it_and_none_stands_twice(view):
    assert [one.term for one in (*view.verdicts, *view.certainties)] == [*Verdict, *Certainty]
    shown = [one for one in (*view.verdicts, *view.certainties) if one.row]
    assert all(one.term in (one.row.badge.verdict, one.row.certainty) for one in shown)
    assert all(one.row.badge.state == "published" and one.why for one in shown)
    rows = [one.row.id for one in shown]
    assert len(rows) == len({*rows}) >= 7


def test_examples_follow_the_rule_where_there_is_a_choice(view):
    assert next(one for one in view.verdicts if one.term is Verdict.SUPPORTED).row.id == "on-the-register"


def test_record_is_shown_with_every_field_of_a_claim_once():
    named = [name for names in GROUPS.values() for name in names]
    assert sorted(named) == sorted(field.name for field in dataclasses.fields(Claim))


def test_what_is_shown_of_a_record_is_what_its_file_holds(shelf):
    for claim in shelf.catalogue.claims.values():
        file = TOY / "claims" / shelf.catalogue.category_of[claim.id] / f"{claim.id}.yml"
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        for field in (field for group in view_specimen(claim) for field in group.fields if field.example):
            shown = yaml.safe_load(field.example)
            assert [*shown] == [field.name]
            assert within(shown, held), f"{claim.id}: {field.example}"


def within(shown, held):
    """Whether something shown is in a file: texts may be cut, and of lists of records only the first is shown.

    What a file leaves out is shown as it is read.
    """
    if isinstance(shown, dict):
        return all(within(value, held[name]) for name, value in shown.items() if name in held)
    if isinstance(shown, list):
        return all(within(one, other) for one, other in zip(shown, held, strict=False))
    if isinstance(shown, str) and shown.endswith(" …"):
        return " ".join(held.split()).startswith(shown.removesuffix(" …"))
    return shown == (" ".join(held.split()) if isinstance(held, str) else held)


def test_message_is_what_the_check_says_of_that_mistake(view, shelf, tmp_path):
    key = re.search('there is no study "([a-z0-9]+)"', view.specimen.message)[1]
    book = copy_book(TOY, tmp_path / "book")
    claim = shelf.catalogue.claims[view.specimen.row.id]
    record = book / "claims" / shelf.catalogue.category_of[claim.id] / f"{claim.id}.yml"
    record.write_text(record.read_text("utf-8").replace(f"study: {claim.evidence[0].study}", f"study: {key}"), "utf-8")

    findings = rules.run(reading.read(book), {})
    said = render([next(one for one in findings if one.rule == "unknown-study")], Format.TEXT, 1)

    anywhere = re.compile(r":\d+:\d+:")
    assert anywhere.sub(":", said).startswith(anywhere.sub(":", view.specimen.message))


def test_book_without_ratings_has_a_page_without_examples(shelf):
    empty = dataclasses.replace(shelf.catalogue, claims={}, category_of={})
    view = view_contribute(shelve(empty, {}), RULES)
    assert view.specimen is None
    assert all(one.row is None for one in (*view.verdicts, *view.certainties))
