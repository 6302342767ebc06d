"""Citations in Vancouver style against strings checked by hand, and BibTeX that reads back."""

import bibtexparser
import pytest

from claimbook.citations import bibtex, cite, short_forms
from claimbook.model import Reference

EMPTY = Reference("", "article", "", (), "", "", "", "", "", "", "", "", "")


def reference(**fields):
    return EMPTY._replace(**fields)


TRIAL = reference(
    key="alder2001mint",
    title="Mint tea & falling asleep",
    authors=("Alder, Ada B.", "de Birch, Bruno", "Mühle, Karl-Heinz", "Elder, Jr., Edgar"),
    year="2001",
    container="Journal of Invented Teas",
    volume="12",
    number="3",
    pages="101--109",
    doi="10.5555/alder_2001",
    pmid="99990001",
)

EXAMPLES = {
    "Alder AB, de Birch B, Mühle KH, Elder E Jr. Mint tea & falling asleep. Journal of Invented Teas. "
    "2001;12(3):101–109. doi:10.5555/alder_2001. PMID: 99990001.": TRIAL,
    "Ay A, Bee B, See C, Dee D, Ee E, Eff F, et al. Who wrote this? Teas. 2002;e7.": reference(
        title="Who wrote this?",
        authors=("Ay, A", "Bee, B", "See, C", "Dee, D", "Ee, E", "Eff, F", "Gee, G"),
        year="2002",
        container="Teas",
        pages="e7",
    ),
    "Ay A, Bee B, See C, Dee D, Ee E, Eff F. Six. 2002;4.": reference(
        title="Six", authors=("Ay, A", "Bee, B", "See, C", "Dee, D", "Ee, E", "Eff, F"), year="2002", volume="4"
    ),
    "Birch B, et al. Night. 2003.": reference(title="Night", authors=("Birch, Bruno", "others"), year="2003"),
    "Office of Teas. Register. Nowhere. Available from: https://example.org/r": reference(
        title="Register", authors=("Office of Teas",), container="Nowhere", url="https://example.org/r"
    ),
    "No author. 1999.": reference(title="No author.", year="1999"),
}


@pytest.mark.parametrize("expected", EXAMPLES)
def test_vancouver_style(expected):
    assert cite(EXAMPLES[expected]).text == expected


def test_pieces_keep_the_identifiers_apart():
    citation = cite(TRIAL)
    assert (citation.title, citation.doi, citation.pmid) == (
        "Mint tea & falling asleep.",
        "10.5555/alder_2001",
        "99990001",
    )
    assert citation.source == "Journal of Invented Teas. 2001;12(3):101–109."


def test_short_forms_tell_sources_of_one_author_and_year_apart():
    twins = [TRIAL._replace(key=f"alder2001{letter * 2}") for letter in "cab"]
    body = reference(key="office", authors=("Office of Teas",), title="x")
    forms = short_forms([*twins, body, reference(key="anon", title="Anonymous", year="1900")])
    assert forms == {
        "alder2001aa": "Alder 2001a",
        "alder2001bb": "Alder 2001b",
        "alder2001cc": "Alder 2001c",
        "office": "Office of Teas no date",
        "anon": "Anonymous 1900",
    }


def test_letters_go_on_after_z():
    forms = short_forms(TRIAL._replace(key=f"k{number:02}") for number in range(28))
    assert [forms["k00"], forms["k25"], forms["k26"], forms["k27"]] == [
        "Alder 2001a",
        "Alder 2001z",
        "Alder 2001aa",
        "Alder 2001ab",
    ]


@pytest.mark.parametrize(
    ("kind", "field"), [("article", "journal"), ("techreport", "institution"), ("misc", "howpublished")]
)
def test_bibtex_reads_back(kind, field):
    entry = bibtex(TRIAL._replace(entry_type=kind, authors=(*TRIAL.authors, "Food and Tea Office", "others")))
    library = bibtexparser.parse_string(entry)

    assert not library.failed_blocks
    (read,) = library.entries
    fields = {name: value.value for name, value in read.fields_dict.items()}
    assert (read.key, read.entry_type) == ("alder2001mint", kind)
    assert fields[field] == "Journal of Invented Teas"
    assert fields["author"].endswith("Elder, Jr., Edgar and {Food and Tea Office} and others")
    assert fields["title"] == r"{Mint tea \& falling asleep}"
    assert fields["pages"] == "101--109"
    assert fields["doi"] == "10.5555/alder_2001"
    assert "pmcid" not in fields
