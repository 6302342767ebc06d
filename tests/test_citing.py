"""Citations in exchange formats, read back by the rules of each format."""

import json
import re

import bibtexparser
import pytest

from claimbook.citations import Remarks, bibtex, csl, ris
from claimbook.exports import render
from claimbook.model import Reference

EMPTY = Reference("", "article", "", (), "", "", "", "", "", "", "", "", "")
TRIAL = EMPTY._replace(
    key="alder2001mint",
    title="Mint tea & falling asleep",
    authors=(
        "Alder, Ada B.",
        "de Birch, Bruno",
        "Elder, Jr., Edgar",
        "Tea\N{NO-BREAK SPACE}Labs,\N{NO-BREAK SPACE}Inc.",
    ),
    year="2001",
    container="Journal of Invented Teas",
    volume="12",
    number="3",
    pages="101--109",
    doi="10.5555/alder_2001",
    pmid="99990001",
    pmcid="PMC1",
    url="https://example.org/a?b=1&c=2",
)

CSL_TYPES = {"article-journal", "book", "chapter", "document", "paper-conference", "report", "thesis", "webpage"}
"""Those of csl-data.json that can occur here."""
CSL_FIELDS = {
    *("id", "type", "title", "author", "container-title", "publisher", "issued", "volume", "issue", "page"),
    *("version", "DOI", "PMID", "PMCID", "URL", "note"),
}
RIS_TYPES = {"JOUR", "BOOK", "CHAP", "CONF", "RPRT", "THES", "ELEC", "GEN"}


@pytest.fixture(scope="module")
def files(shelf):
    return {file.path: file.text for file in render(shelf)}


def parse_ris(text):
    """Read records of RIS strictly: TY first, ER last, one tag a line, lines ended as on Windows."""
    assert text.endswith("\r\n")
    records = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        tag, value = match.groups()
        if tag == "TY":
            records.append({})
        records[-1].setdefault(tag, []).append(value)
        if tag == "ER":
            assert value == ""
    assert all(next(iter(record)) == "TY" and [*record][-1] == "ER" for record in records)
    return records


def check_csl(items):
    """Hold items against csl-data.json, as far as we use it."""
    for item in items:
        assert item["type"] in CSL_TYPES
        assert item["id"]
        assert item.keys() <= CSL_FIELDS
        assert all(
            name.keys() in ({"literal"}, {"family", "given"}, {"family", "given", "suffix"})
            for name in item.get("author", ())
        )
        assert all(isinstance(value, str) for name, value in item.items() if name not in ("author", "issued"))
        issued = item.get("issued", {})
        assert issued.keys() <= {"date-parts", "literal"}
        for parts in issued.get("date-parts", ()):
            assert all(isinstance(part, int) for part in parts)
            assert 1 <= len(parts) <= 3
    return items


def test_csl_json_has_names_dates_and_identifiers_in_their_fields():
    assert csl(TRIAL) == {
        "id": "alder2001mint",
        "type": "article-journal",
        "title": "Mint tea & falling asleep",
        "author": [
            {"family": "Alder", "given": "Ada B."},
            {"family": "de Birch", "given": "Bruno"},
            {"family": "Elder", "given": "Edgar", "suffix": "Jr."},
            {"literal": "Tea Labs, Inc."},
        ],
        "container-title": "Journal of Invented Teas",
        "issued": {"date-parts": [[2001]]},
        "volume": "12",
        "issue": "3",
        "page": "101-109",
        "DOI": "10.5555/alder_2001",
        "PMID": "99990001",
        "PMCID": "PMC1",
        "URL": "https://example.org/a?b=1&c=2",
    }


def test_ris_has_one_author_a_line_and_pages_apart():
    (record,) = parse_ris(ris(TRIAL))
    assert record["TY"] == ["JOUR"]
    assert record["AU"] == ["Alder, Ada B.", "de Birch, Bruno", "Elder, Edgar, Jr.", "Tea Labs Inc."]
    assert (record["T2"], record["JF"]) == (["Journal of Invented Teas"], ["Journal of Invented Teas"])
    assert (record["SP"], record["EP"], record["VL"], record["IS"]) == (["101"], ["109"], ["12"], ["3"])
    assert (record["DO"], record["AN"], record["C2"]) == (["10.5555/alder_2001"], ["99990001"], ["PMC1"])
    assert record["UR"] == ["https://example.org/a?b=1&c=2"]


@pytest.mark.parametrize(
    ("kind", "url", "csl_type", "ris_type"),
    [
        ("book", "", "book", "BOOK"),
        ("inbook", "", "chapter", "CHAP"),
        ("incollection", "", "chapter", "CHAP"),
        ("inproceedings", "", "paper-conference", "CONF"),
        ("techreport", "", "report", "RPRT"),
        ("phdthesis", "", "thesis", "THES"),
        ("misc", "https://example.org", "webpage", "ELEC"),
        ("misc", "", "document", "GEN"),
    ],
)
def test_every_kind_of_entry_has_its_type(kind, url, csl_type, ris_type):
    entry = TRIAL._replace(entry_type=kind, url=url)
    assert csl(entry)["type"] == csl_type
    (record,) = parse_ris(ris(entry))
    assert record["TY"] == [ris_type]
    assert TRIAL.container in csl(entry).values()
    assert [TRIAL.container] in record.values()


def test_list_of_authors_that_is_cut_short_says_so():
    entry = TRIAL._replace(authors=("Alder, Ada", "others"))
    assert csl(entry)["author"] == [{"family": "Alder", "given": "Ada"}]
    assert csl(entry)["note"] == "The list of authors is cut short."
    (record,) = parse_ris(ris(entry, Remarks(note="Retracted.")))
    assert record["AU"] == ["Alder, Ada"]
    assert record["N1"] == ["Retracted. The list of authors is cut short."]


def test_year_that_is_no_number_is_kept_as_words():
    assert csl(TRIAL._replace(year="in press"))["issued"] == {"literal": "in press"}
    assert "issued" not in csl(TRIAL._replace(year=""))


def test_line_breaks_in_a_text_do_not_begin_a_tag():
    (record,) = parse_ris(ris(TRIAL._replace(title="Mint\nTY  - BOOK\r\nER  - ")))
    assert record["TI"] == ["Mint TY - BOOK ER -"]


def test_month_stands_as_a_macro(shelf):
    entry = bibtex(TRIAL, Remarks(day=shelf.catalogue.claims["green-lips"].rating.date))
    (read_back,) = bibtexparser.parse_string(entry).entries
    assert read_back.fields_dict["month"].value == "nov"


def test_library_is_whole_in_every_format(files, shelf):
    keys = sorted(shelf.catalogue.references)
    assert [item["id"] for item in check_csl(json.loads(files["data/library.csl.json"]))] == keys
    records = parse_ris(files["data/library.ris"])
    assert [record["ID"] for record in records] == [[key] for key in keys]
    assert {record["TY"][0] for record in records} <= RIS_TYPES


def test_every_source_has_its_own_files(files, shelf):
    for key in shelf.catalogue.references:
        (item,) = check_csl(json.loads(files[f"data/references/{key}.csl.json"]))
        (record,) = parse_ris(files[f"data/references/{key}.ris"])
        assert (item["id"], record["ID"]) == (key, [key])


def test_retraction_goes_with_every_citation(files):
    for path in ("data/references/larch2005dream.ris", "data/references/larch2005dream.csl.json", "data/library.bib"):
        assert "Retracted (2007-03-02): The journal withdrew it because the tea was coffee." in files[path]


def test_page_of_a_claim_is_cited_with_badge_version_and_day(files, shelf):
    rated = [row for row in shelf.rows.values() if row.badge.verdict]
    assert rated
    for row in rated:
        (item,) = check_csl(json.loads(files[f"data/claims/{row.id}.csl.json"]))
        day = row.rated
        assert item["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
        assert item["version"] == f"rule set 1.1.0, rated {day.isoformat()}"
        assert item["note"] == f"{row.badge.text}. Claim: {row.statement}"
        assert item["URL"] == f"https://example.org/mint/claims/{row.id}/"
        (record,) = parse_ris(files[f"data/claims/{row.id}.ris"])
        assert record["DA"] == [f"{day:%Y/%m/%d}/"]
        (entry,) = bibtexparser.parse_string(files[f"data/claims/{row.id}.bib"]).entries
        assert entry.key == row.id


@pytest.mark.parametrize("claim", ["helps-children", "grandmother-slept"])
def test_page_without_a_rating_is_not_cited(files, claim):
    assert f"data/claims/{claim}.json" in files
    assert f"data/claims/{claim}.bib" not in files


def test_sources_of_a_claim_are_those_it_lists(files, shelf):
    for id_, claim in shelf.catalogue.claims.items():
        keys = list(dict.fromkeys(item.study for item in claim.evidence))
        path = f"data/claims/{id_}.sources"
        if not keys:
            assert f"{path}.ris" not in files
            continue
        assert [record["ID"][0] for record in parse_ris(files[f"{path}.ris"])] == keys
        assert [item["id"] for item in check_csl(json.loads(files[f"{path}.csl.json"]))] == keys
        library = bibtexparser.parse_string(files[f"{path}.bib"])
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == keys
