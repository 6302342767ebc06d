"""Data files of the toy book, read back as programs would read them."""

import csv
import dataclasses
import hashlib
import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import get_type_hints

import bibtexparser
import pytest

import snapshots
from claimbook import model
from claimbook.exports import render, shapes
from claimbook.exports.claims_csv import COLUMNS
from claimbook.exports.schemas import FILES
from claimbook.pages import render_downloads
from claimbook.pipeline import generate
from claimbook.verdicts import weigh_all
from claimbook.views import shelve
from schema_check import problems

SNAPSHOTS = (
    *(
        f"data/{name}"
        for name in (
            "claims.json",
            "claims.csv",
            "matrix.csv",
            "gaps.csv",
            "library.bib",
            "library.ris",
            "library.csl.json",
        )
    ),
    *(f"data/cite.{ending}" for ending in ("bib", "ris", "csl.json")),
    *(f"data/claims/asleep-within-an-hour.{ending}" for ending in ("json", "bib", "ris", "csl.json")),
    "data/references/alder2001mint.json",
    *("feed.xml", "feed.json", "feeds/categories/comfort.xml", "llms.txt"),
)


@pytest.fixture(scope="module")
def files(shelf):
    return {file.path: file.content.decode() for file in render(shelf)}


def published(shelf):
    """What the exports hand on for the page of downloads, once all files are made."""
    made = render(shelf)
    while True:
        try:
            next(made)
        except StopIteration as end:
            return end.value


def rendered(shelf, **fields):
    """Files of the same book with some of it changed."""
    catalogue = replace(shelf.catalogue, **fields)
    return {file.path: file.content.decode() for file in render(shelve(catalogue, weigh_all(catalogue)))}


@pytest.mark.parametrize("path", SNAPSHOTS)
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
    whole = json.loads(files[f"data/claims/{claim}.json"])["claim"]
    for one in (found, whole):
        assert (one["verdict"], one["certainty"]) == (None, None)


def test_csv_has_a_row_a_claim(files, shelf):
    rows = list(csv.DictReader(StringIO(files["data/claims.csv"], newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == list(shelf.rows)
    assert rows[0]["title"] == shelf.rows[rows[0]["id"]].title


def test_csv_is_never_run_as_a_formula(shelf):
    claim = replace(shelf.catalogue.claims["best-cup"], statement="=1+1", finding="-2 cups")
    text = rendered(shelf, claims=shelf.catalogue.claims | {"best-cup": claim})["data/claims.csv"]
    row = next(row for row in csv.DictReader(StringIO(text, newline="")) if row["id"] == "best-cup")
    assert (row["statement"], row["finding"]) == ("'=1+1", "'-2 cups")


def test_library_reads_back_whole(files, shelf):
    library = bibtexparser.parse_string(files["data/library.bib"])
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == sorted(shelf.catalogue.references)


def test_every_claim_has_a_file_that_the_list_names(files, shelf):
    for claim in json.loads(files["data/claims.json"])["claims"]:
        assert claim.items() <= json.loads(files[claim["record"]])["claim"].items()
    named = [claim["record"] for claim in json.loads(files["data/claims.json"])["claims"]]
    assert named == [f"data/claims/{id_}.json" for id_ in shelf.rows]


def test_file_of_a_claim_tells_all_of_it(files, shelf):
    whole = json.loads(files["data/claims/asleep-within-an-hour.json"])
    claim = whole["claim"]
    assert whole["last_modified"] == claim["last_modified"] == claim["history"][-1]["date"] == "2026-11-07"
    assert whole["licence_url"] == "https://example.org/cc0"
    assert claim["scope"]["dose"] == "one or two cups"
    assert claim["scope"]["timeframe"] == "first hour"
    assert [one["wording"] for one in claim["passages"]] == list(map(str, shelf.wordings["asleep-within-an-hour"]))
    first = claim["evidence"][0]
    assert (first["finding"]["result"], first["counts"]) == (
        "9 of 18 asleep within an hour with tea, 6 of 18 with hot water",
        True,
    )
    assert [one["weighing"] for one in claim["evidence"] if not one["counts"]] == ["context", "not-direct"]
    assert claim["grading"]["suggested"] == {"verdict": "partly-supported", "certainty": "very-low"}
    assert {one["reason"]: one["by"] for one in claim["grading"]["down"]}["imprecision"] == 2


def test_what_articles_leave_open_is_null(files):
    assert json.loads(files["data/claims/best-cup.json"])["claim"]["scope"]["population"] is None


def test_withdrawn_claim_keeps_its_file_and_says_why(files):
    claim = json.loads(files["data/claims/grandmother-slept.json"])["claim"]
    assert (claim["state"], claim["withdrawn"]) == ("withdrawn", "She asked us to take her story down.")


def test_library_as_json_holds_every_source_with_its_fate_and_uses(files, shelf):
    sources = {one["key"]: one for one in json.loads(files["data/references.json"])["references"]}
    assert sources.keys() == shelf.catalogue.references.keys()
    assert sources["larch2005dream"]["standing"] == "retracted"
    assert (sources["alder2001mint"]["standing"], sources["alder2001mint"]["design"]) == (None, "rct-crossover")
    for key, short in sources.items():
        whole = json.loads(files[short["record"]])["source"]
        assert short.items() <= whole.items()
        assert short["claims"] == list(dict.fromkeys(use["claim"] for use in whole["uses"])), key


def test_file_of_a_source_tells_what_it_did_and_found(files):
    source = json.loads(files["data/references/alder2001mint.json"])["source"]
    assert source["study"]["findings"][0]["where"] == "Table 2, page 104"
    assert source["study"]["intervention"]["drug"] == "strong mint tea"
    assert source["notice"] is None
    retracted = json.loads(files["data/references/larch2005dream.json"])["source"]
    assert retracted["notice"]["text"] == "The journal withdrew it because the tea was coffee."


@pytest.mark.parametrize("name", FILES)
def test_schema_describes_every_field_of_its_files(files, shelf, name):
    schema = json.loads(files[f"data/schema/{name}.schema.json"])
    singles = {
        "claim": [f"data/claims/{id_}.json" for id_ in shelf.rows],
        "reference": [f"data/references/{key}.json" for key in shelf.catalogue.references],
    }
    for path in singles.get(name, [f"data/{name}.json"]):
        assert [*problems(json.loads(files[path]), schema, schema)] == [], path
    objects = [schema, *(one for one in schema["$defs"].values() if one["type"] == "object")]
    fields = [field for one in objects for field in one["properties"].values()]
    assert [field for field in fields if not _described(field, schema)] == []


def _described(field, schema):
    inner = field.get("items", field)
    named = [one["$ref"] for one in (inner, *inner.get("anyOf", ())) if "$ref" in one]
    return field.get("description") or all(schema["$defs"][ref.rpartition("/")[2]]["description"] for ref in named)


@pytest.mark.parametrize(
    ("record", "shape", "elsewhere"),
    [
        # The passages, the rating and its review are told in fields of their own; the last two are not for readers.
        (model.Claim, shapes.Claim, {"appearances", "rating", "review", "search", "readers_say", "exceptions"}),
        (model.Scope, shapes.Scope, set()),
        (model.Appearance, shapes.Passage, set()),
        (model.Evidence, shapes.Evidence, set()),
        (model.AbsoluteNumbers, shapes.Absolute, set()),
        (model.Grading, shapes.Grading, set()),
        (model.SecondRating, shapes.Second, set()),
        (model.HistoryEntry, shapes.Change, set()),
        (model.Study, shapes.Study, {"key", "status", "exceptions"}),
        (model.StudyFinding, shapes.Finding, set()),
        (model.Effect, shapes.Effect, set()),
        (model.Intervention, shapes.Intervention, set()),
        (model.Blinding, shapes.Blinding, set()),
        (model.Standing, shapes.Standing, {"key"}),
    ],
)
def test_no_field_of_a_record_is_forgotten(record, shape, elsewhere):
    fields = {field.name for field in dataclasses.fields(record)}
    assert fields - get_type_hints(shape).keys() == elsewhere


def test_schema_finds_what_is_wrong(files):
    schema = json.loads(files["data/schema/claim.schema.json"])
    file = json.loads(files["data/claims/asleep-within-an-hour.json"])
    file["claim"]["verdict"] = "true"
    file["claim"]["history"][0]["date"] = None
    del file["claim"]["scope"]["drug"]
    assert len([*problems(file, schema, schema)]) == 3


def test_schemas_of_records_are_those_of_the_model(files):
    kept = Path(__file__).parent.parent / "schema"
    for path in kept.glob("*.schema.json"):
        assert files[f"schema/{path.name}"] == path.read_text(encoding="utf-8")


def test_page_of_downloads_tells_size_and_checksum_of_the_very_files(shelf):
    made = {file.path: file.content for file in generate(shelf.catalogue, shelf.suggestions)}
    page = made["downloads.md"].decode()
    snapshots.check("pages/downloads.md", page)
    rows = [row for row in page.split("<tr>") if 'scope="row"' in row]
    assert len(rows) > 20
    for row in rows:
        path = row.partition('href="../')[2].partition('"')[0]
        assert f"<code>{hashlib.sha256(made[path]).hexdigest()}</code>" in row, path
    listed = {row.partition('href="../')[2].partition('"')[0] for row in rows}
    whole = {path for path in made if path.startswith(("data/", "schema/")) and path.count("/") == 1}
    assert listed >= whole


def test_list_of_downloads_counts_the_records_that_are_there(files, shelf):
    for path, records in ((one.path, one.records) for one in published(shelf).downloads):
        text = files[path]
        if path.endswith(".csv"):
            assert len(list(csv.reader(StringIO(text, newline="")))) == records + 1, path
        elif path in ("data/claims.json", "data/references.json"):
            assert json.loads(text)["total"] == records
        elif path.endswith(".csl.json"):
            assert len(json.loads(text)) == records, path
        elif path.endswith((".bib", ".ris")):
            assert len(re.findall(r"^(?:@|TY  - )", text, re.MULTILINE)) == records, path
        elif path.startswith("feed"):
            assert len(re.findall(r"<entry>|date_published", text)) == records, path
        else:
            assert records is None


def test_linked_data_name_every_file_that_holds_records(shelf):
    page = render_downloads(shelf, published(shelf)).text
    linked = json.loads(re.search(r"^linked: (.*)$", page, re.MULTILINE).group(1))
    (data,) = (node for node in linked["@graph"] if node["@type"] == "Dataset")
    files = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert files["https://example.org/mint/data/claims.json"] == "application/json"
    assert len(files) == len([one for one in published(shelf).downloads if one.records is not None])


def test_without_an_address_nothing_promises_one(shelf):
    files = rendered(shelf, book=replace(shelf.catalogue.book, address=None, data_licence=None))
    assert not [path for path in files if "feed" in path]
    assert "url =" not in files["data/claims/green-lips.bib"]
    assert "(categories/sleep/)" in files["llms.txt"]
    assert json.loads(files["data/claims.json"])["licence_url"] is None


def test_map_for_language_models_has_the_proposed_form(files):
    lines = files["llms.txt"].splitlines()
    assert lines[0].startswith("# ")
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    assert lines[2].startswith("> ")
    listed = [line for line in lines if line.startswith("- ")]
    assert all(line.startswith("- [") and "](https://example.org/mint/" in line for line in listed)
    assert [line for line in lines if line.startswith("## ")][-1] == "## Optional"
