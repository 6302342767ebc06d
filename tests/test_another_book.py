"""A book on a quite different subject, teaching: the generator says no word of medicine in it."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimbook.findings import Format, render
from claimbook.mending import mend
from claimbook.output import write
from claimbook.pipeline import examine, generate
from claimbook.reading import read
from claimbook.site import CONFIG, DOCS, build
from claimbook.starter import BOOK, fill

SCHOOL = Path(__file__).parent / "school"
OF_MEDICINE = re.compile(
    r"""\b(?:
        ketamin\w* | esketamin\w* | anxi\w+ | bladder | depress\w+ | suicid\w+ | psychi\w+ | psychoactive |
        drug\w* | dos(?:e|es|ing|age) | placebo\w* | tablet\w* | infusion\w* | inject\w+ | pharma\w+ |
        patient\w* | clinic\w* | doctor\w* | physician\w* | nurse\w* | hospital\w* | therap\w+ |
        medic\w+ | treat(?:ment|ments|ed|ing)? | disease\w* | ill(?:ness(?:es)?)? | symptom\w* | crisis
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
SHOWN = {"content", "alt", "title", "aria-label", "placeholder"}
"""Attributes whose words people or other programs are told."""


class Words(HTMLParser):
    """What a page says; names of fields and codes, which are set as code, are no words of its language."""

    def __init__(self):
        super().__init__()
        self.silent = 0
        self.said = []
        self.linked = []

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style", "code")
        self.said += [value for name, value in attrs if name in SHOWN and value]
        if ("type", "application/ld+json") in attrs:
            self.linked.append("")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "code")

    def handle_data(self, data):
        if not self.silent:
            self.said.append(data)
        elif self.linked and data.startswith('{"@context"'):
            self.linked[-1] = data


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The book's site, built with the settings that every new book has."""
    book = tmp_path_factory.mktemp("school")
    shutil.copytree(SCHOOL, book, dirs_exist_ok=True)
    examined = examine(book)
    settings = examined.catalogue.book
    text = fill((BOOK / CONFIG).read_text(encoding="utf-8"), settings.title, settings.tagline, settings.categories)
    (book / CONFIG).write_text(text, encoding="utf-8")
    write(book / DOCS, generate(examined.catalogue, examined.suggestions))
    return build(book)


def pages(site):
    for file in sorted(site.rglob("*.html")):
        words = Words()
        words.feed(file.read_text(encoding="utf-8"))
        yield file.relative_to(site).as_posix(), words


def test_nothing_is_wrong_with_it():
    examined = examine(SCHOOL)
    assert examined.findings == (), render(examined.findings, Format.TEXT, examined.files)


def test_it_needs_no_mending():
    assert [one.diff for one in mend(SCHOOL, read(SCHOOL).origins.names)] == []


def test_no_page_says_a_word_of_medicine(site):
    found = {
        (path, match.group(), text.strip()[:90])
        for path, words in pages(site)
        for text in words.said
        for match in OF_MEDICINE.finditer(text)
    }
    assert found == set()
    for name in ("llms.txt", "feed.xml", "data/claims.csv", "data/gaps.csv"):
        assert OF_MEDICINE.search((site / name).read_text(encoding="utf-8")) is None, name


def test_programs_are_told_of_pages_and_not_of_medical_ones(site):
    told = {path: json.loads(data) for path, words in pages(site) for data in words.linked}
    kinds = {node["@type"] for data in told.values() for node in data["@graph"]}
    assert {"WebPage", "ClaimReview", "Dataset"} <= kinds
    assert not [kind for kind in re.findall(r'"@type": "(\w+)"', json.dumps(told)) if OF_MEDICINE.match(kind)]
    about = told["claims/quizzes-help-remember/index.html"]["@graph"][0]["about"]
    assert about == [{"@type": "Thing", "name": "Secondary pupils"}, {"@type": "Thing", "name": "retrieval practice"}]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", ["By group of pupils", "For teachers to weigh, not to obey"]),
        ("gaps/index.html", ["Groups of pupils down, outcomes across", "Remembering next term"]),
        (
            "claims/quizzes-help-remember/index.html",
            ["Teaching method", "Setting", "Lessons", "With retrieval practice"],
        ),
        ("references/aster2012quiz/index.html", ["Retrieval practice", "Better with retrieval practice"]),
        ("methods/index.html", ["The invented staff room"]),
    ],
)
def test_pages_speak_the_words_of_the_book(site, path, words):
    said = dict(pages(site))[path].said
    text = " ".join(" ".join(said).split())
    assert [word for word in words if word not in text] == []


def test_notices_that_the_book_does_not_have_are_not_there(site):
    page = (site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'id="notice-(\w+)"', page) == ["advice", "reviewed", "licence"]
    assert {*re.findall(r'href="#notice-(\w+)"', page)} <= {"advice", "reviewed", "licence"}
    methods = (site / "methods" / "index.html").read_text(encoding="utf-8")
    assert "clinician" not in methods
