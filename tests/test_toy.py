"""The toy book: one of everything, and nothing wrong with it."""

import dataclasses
import hashlib
import re
import typing
from datetime import date
from pathlib import Path

import pytest
import yaml

from books import REPOSITORY
from claimbook.findings import Format, render
from claimbook.model import Certainty, Method, Reference, ReviewState, StandingKind, Verdict
from claimbook.model.schema import KINDS
from claimbook.reading import NO_TEXTS, read, read_texts
from claimbook.rules import run
from claimbook.verdicts import weigh_all

TOY = Path(__file__).parent / "toy"
FOLDERS = {
    "article": "references/articles/*.yml",
    "book": "book.yml",
    "claim": "claims/*/*.yml",
    "people": "references/people.yml",
    "search": "references/searches/*.yml",
    "standing": "references/standing.yml",
    "study": "references/studies/*.yml",
}


@pytest.fixture(scope="module")
def toy():
    return read(TOY)


@pytest.mark.parametrize("today", [None, date(2026, 11, 22)])
@pytest.mark.parametrize("with_texts", [False, True])
def test_nothing_is_wrong_with_it(toy, today, with_texts):
    texts = read_texts(TOY / "texts", toy.catalogue.articles) if with_texts else NO_TEXTS
    findings = run(toy, weigh_all(toy.catalogue), today, texts)
    assert not findings, render(findings, Format.TEXT, toy.origins.files)


def test_every_file_is_read(toy):
    files = [path for path in TOY.rglob("*") if path.suffix in (".yml", ".bib")]
    assert toy.origins.files == len(files)
    assert len(toy.catalogue.claims) == len(list(TOY.glob("claims/*/*.yml")))


def named_fields(record_class):
    """Fields of a record class by the names that files use, with the record classes they lead to."""
    hints = typing.get_type_hints(record_class)
    for field in dataclasses.fields(record_class):
        alias = getattr(field.default, "alias", None) or field.name
        yield alias, list(nested(hints[field.name]))


def nested(hint):
    if dataclasses.is_dataclass(hint):
        yield hint
    for inner in typing.get_args(hint):
        yield from nested(inner)


def all_fields(record_class):
    for name, inner in named_fields(record_class):
        yield record_class.__name__, name
        for one in inner:
            yield from all_fields(one)


def used_fields(record_class, value):
    for name, inner in named_fields(record_class):
        if value.get(name) not in (None, "", [], {}):
            yield record_class.__name__, name
            for one in inner:
                for item in items(value[name], one):
                    yield from used_fields(one, item)


def items(value, record_class):
    """Groups of keys in a value, whether it is one, a list of some, or holds them by a code."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    names = {name for name, _ in named_fields(record_class)}
    return [value] if value.keys() <= names else list(value.values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_record_is_used(kind):
    files = sorted(TOY.glob(FOLDERS[kind]))
    used = {
        field for file in files for field in used_fields(KINDS[kind], yaml.safe_load(file.read_text(encoding="utf-8")))
    }
    assert set(all_fields(KINDS[kind])) - used == set()


def test_every_field_of_a_library_entry_is_used(toy):
    references = toy.catalogue.references.values()
    assert [name for name in Reference._fields if not any(getattr(one, name) for one in references)] == []


def test_verdicts_certainties_methods_and_states_are_all_there(toy):
    claims = toy.catalogue.claims.values()
    ratings = [claim.rating for claim in claims if claim.rating]
    assert {rating.verdict for rating in ratings} == set(Verdict)
    assert {rating.certainty for rating in ratings} == set(Certainty)
    assert {claim.method for claim in claims} == set(Method)
    assert {claim.review.status for claim in claims} == set(ReviewState)
    assert {source.kind for source in toy.catalogue.standing.values()} == set(StandingKind)


def test_a_claim_cites_a_study_that_a_review_covers_and_one_that_was_retracted(toy):
    evidence = [item for claim in toy.catalogue.claims.values() for item in claim.evidence]
    assert any(item.covered_by for item in evidence)
    assert {item.study for item in evidence} & {
        key for key, source in toy.catalogue.standing.items() if source.kind is StandingKind.RETRACTED
    }


@pytest.mark.parametrize("mark", ["<script>", "&", " | ", "*stars*", "{{ braces }}", "](javascript:"])
def test_texts_hold_what_pages_and_tables_must_escape(mark):
    assert any(mark in path.read_text(encoding="utf-8") for path in TOY.rglob("*.yml"))


def test_texts_are_handed_on_only_where_they_are_the_very_ones(toy, tmp_path):
    articles = toy.catalogue.articles
    at_hand = read_texts(TOY / "texts", articles)
    assert (at_hand.known.keys(), at_hand.refused) == (articles.keys(), {})
    (tmp_path / "a-cup-of-calm.txt").write_text("another text", encoding="utf-8")
    other = read_texts(tmp_path, articles)
    assert other.known == {}
    assert other.refused.keys() == {"a-cup-of-calm"}
    assert read_texts(tmp_path / "nowhere", articles) == NO_TEXTS


def test_a_text_that_is_no_text_is_not_handed_on(toy, tmp_path):
    data = b"\xff\xfe"
    article = toy.catalogue.articles["a-cup-of-calm"]
    text = dataclasses.replace(article.text, sha256=hashlib.sha256(data).hexdigest())
    (tmp_path / "a-cup-of-calm.txt").write_bytes(data)
    found = read_texts(tmp_path, {article.id: dataclasses.replace(article, text=text)})
    assert (found.known, found.refused) == ({}, {"a-cup-of-calm": "it is not written in UTF-8"})


def test_the_generator_knows_no_book():
    book = read(REPOSITORY).catalogue.book
    subject = re.compile("|".join(map(re.escape, (*book.psychoactive, book.title, book.repository))), re.IGNORECASE)
    files = [path for path in (REPOSITORY / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert len(files) > 50
    assert [path for path in files if subject.search(path.read_text(encoding="utf-8"))] == []
