"""Data files of the toy book, read back as programs would read them."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import bibtexparser
import pytest

import snapshots
from claimbook.exports import render
from claimbook.exports.claims_csv import COLUMNS
from claimbook.reading import read
from claimbook.verdicts import weigh_all
from claimbook.views import shelve

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="module")
def shelf():
    catalogue = read(TOY).catalogue
    return shelve(catalogue, weigh_all(catalogue))


@pytest.fixture(scope="module")
def files(shelf):
    return {file.path: file.text for file in render(shelf)}


@pytest.mark.parametrize(
    "path",
    [
        "data/claims.json",
        "data/claims.csv",
        "data/matrix.csv",
        "data/gaps.csv",
        "data/library.bib",
    ],
)
def test_file_is_as_kept(files, path):
    snapshots.check(path, files[path])


def test_json_holds_every_claim_with_its_rating(files, shelf):
    whole = json.loads(files["data/claims.json"])
    claims = {claim["id"]: claim for claim in whole["claims"]}
    assert (whole["schema_version"], whole["rule_set"], whole["total"]) == (1, "1.1.0", len(claims))
    assert claims.keys() == shelf.catalogue.claims.keys()
    rated = claims["asleep-within-an-hour"]
    assert (rated["verdict"], rated["certainty"], rated["rated"]) == ("partly-supported", "very-low", "2026-11-05")
    assert sum(rated["wordings"].values()) == 2


def test_category_is_given_by_its_id_with_the_words_beside_it(files, shelf):
    categories = {one.id: one.label for one in shelf.catalogue.book.categories}
    in_json = json.loads(files["data/claims.json"])["claims"]
    in_csv = list(csv.DictReader(StringIO(files["data/claims.csv"], newline="")))
    assert {(one["category"], one["category_label"]) for one in in_json} == categories.items()
    assert {(one["category"], one["category_label"]) for one in in_csv} == categories.items()


@pytest.mark.parametrize("claim", ["grandmother-slept", "helps-children"])
def test_missing_verdict_is_null_and_not_a_guess(files, claim):
    found = next(one for one in json.loads(files["data/claims.json"])["claims"] if one["id"] == claim)
    assert (found["verdict"], found["certainty"]) == (None, None)


def test_csv_has_a_row_a_claim(files, shelf):
    rows = list(csv.DictReader(StringIO(files["data/claims.csv"], newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == list(shelf.rows)
    assert rows[0]["title"] == shelf.rows[rows[0]["id"]].title


def test_csv_is_never_run_as_a_formula(shelf):
    claim = replace(shelf.catalogue.claims["best-cup"], statement="=1+1", finding="-2 cups")
    catalogue = replace(shelf.catalogue, claims=shelf.catalogue.claims | {"best-cup": claim})
    text = next(file.text for file in render(shelve(catalogue, shelf.suggestions)) if file.path == "data/claims.csv")
    row = next(row for row in csv.DictReader(StringIO(text, newline="")) if row["id"] == "best-cup")
    assert (row["statement"], row["finding"]) == ("'=1+1", "'-2 cups")


def test_library_reads_back_whole(files, shelf):
    library = bibtexparser.parse_string(files["data/library.bib"])
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == sorted(shelf.catalogue.references)
