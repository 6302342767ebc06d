"""Whatever is wrong with the files of a book is told at its place, in plain words, and never an exception."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.findings import Level
from claimbook.model import Claim
from claimbook.reading import Place, desk, read
from claimbook.reading.library import parse_library
from claimbook.reading.record import read_record
from claimbook.reading.yamltext import MAX_DEPTH, parse
from claimbook.rules import RULES

TOY = Path(__file__).parent / "toy"
CLAIM = "claims/sleep/keeps-working.yml"
LIBRARY = "references/library.bib"
STANDING = "references/standing.yml"
PEOPLE = "references/people.yml"
ARTICLE = "references/articles/a-cup-of-calm.yml"
STUDY = "references/studies/kale2009weeks.yml"
EXPLAINED = frozenset(rule.id for rule in RULES if not rule.kinds)
"""Rules of the reader: those with a manual page and nothing to look at."""


@pytest.fixture
def book(tmp_path):
    shutil.copytree(TOY, tmp_path / "book")
    return tmp_path / "book"


def edit(path, old, new):
    """Replace what stands once in a file; return line and column of the mark "‸", which is taken out."""
    data, new = path.read_bytes(), new if isinstance(new, bytes) else new.encode()
    assert data.count(old.encode()) == 1, f"{old!r} stands {data.count(old.encode())} times in {path}"
    before, mark, after = data.replace(old.encode(), new).partition("‸".encode())
    path.write_bytes(before + after)
    text = before.decode()
    return (text.count("\n") + 1, len(text) - text.rfind("\n")) if mark else None


def told(book):
    return [(one.file, one.line, one.column, one.rule) for one in read(book).findings]


# Each mistake: a file, what is replaced by what, rule, words of the message, words of the hint.
# In the new text "‸" marks the place that the finding must name.
EDITS = {
    "unknown key": (CLAIM, "title:", "‸titel:", "unknown-key", "titel", 'did you mean "title"?'),
    "unknown key, nothing near": (CLAIM, "why: ", "‸zzz: ", "unknown-key", "zzz", "one of: aliases, appearances"),
    "unknown key inside": (CLAIM, "drug:", "‸drugs:", "unknown-key", "drugs", 'did you mean "drug"?'),
    "merge key": (CLAIM, "why:", "‸<<: {why: x}\nwhy:", "unknown-key", "<<", "one of"),
    "missing field": (CLAIM, "id: keeps", "‸id: keeps", "missing-field", '"force" is missing', "How strongly"),
    "empty field": (CLAIM, "force: tentative", "‸force:", "missing-field", '"force" is missing', "How strongly"),
    "missing inside": (
        CLAIM,
        "{study: maple2006case, finding: slept",
        "‸{study: maple2006case",
        "missing-field",
        '"finding" is missing',
        "Id of a finding",
    ),
    "unknown code": (CLAIM, "durability", "‸durablity", "unknown-code", "durablity", '"durability"?'),
    "short list of codes": (CLAIM, "force: tentative", "force: ‸zz", "unknown-code", "zz", "one of: none, tentative"),
    "unknown code as key": (CLAIM, "imprecision:", "‸imprecison:", "unknown-code", "imprecison", "imprecision"),
    "code in a list": (CLAIM, "[longer-than", "[‸longr-than", "unknown-code", "longr-than", "longer-than-studied"),
    "number for a code": (CLAIM, "force: tentative", "force: ‸3", "wrong-type", "one of the words none, tent", "How"),
    "number for text": (CLAIM, "timeframe: six weeks", "timeframe: ‸6", "wrong-type", "number 6", "put quotes"),
    "text for number": (CLAIM, "paragraph: 1", "paragraph: ‸one", "wrong-type", "whole number", "digits alone"),
    "quoted number": (CLAIM, "paragraph: 1", 'paragraph: ‸"1"', "wrong-type", "whole number", "without quotes"),
    "number too small": (CLAIM, "paragraph: 1", "paragraph: ‸0", "out-of-range", "is 0", "write 1 or more"),
    "number too large": (CLAIM, "{by: 2", "{by: ‸3", "out-of-range", "is 3", "from 0 to 2"),
    "text for list": (CLAIM, "by: [toy-editors]", "by: ‸toy-editors", "wrong-type", "a list", "[toy-editors]"),
    "list for group": (
        CLAIM,
        "review: {status: published, due: 2027-05-05}",
        "‸review: [published]",
        "wrong-type",
        "a group of keys, not a list",
        "Where the rating stands",
    ),
    "text in a list of groups": (
        CLAIM,
        "- {study: maple2006case, finding: slept, bearing: supports}",
        "- ‸maple2006case",
        "wrong-type",
        "this item must be a group of keys",
        "One finding",
    ),
    "group for text": (CLAIM, "why: The only trial is small.", "‸why: {a: b}", "wrong-type", "not a group", "doubt"),
    "true for number": (STUDY, "n: 60", "n: ‸true", "wrong-type", "a whole number, not true", "People in all"),
    "yes for true": (STUDY, "precise: false", "precise: ‸no", "wrong-type", 'the text "no"', "write true or false"),
    "False": (STUDY, "precise: false", "precise: ‸False", "wrong-type", '"False"', "write true or false"),
    "neither flag nor word": (
        CLAIM,
        "grading:\n",
        "grading:\n  long_term_covered: ‸maybe\n",
        "wrong-type",
        'true or false or "not-relevant"',
        "true or false",
    ),
    "text for any number": (
        STUDY,
        "follow_up_days: 42",
        "follow_up_days: ‸six weeks",
        "wrong-type",
        "must be a number, not",
        "leave the field empty",
    ),
    "bad month": (CLAIM, "due: 2027-05-05", "due: ‸2027-13-05", "bad-date", "2027-13-05", "month must be in 1..12"),
    "no date": (CLAIM, "due: 2027-05-05", "due: ‸in May", "bad-date", "in May", "2026-11-22"),
    "number for a date": (CLAIM, "due: 2027-05-05", "due: ‸0", "bad-date", "the number 0", "2026-11-22"),
    "quoted number for a date": (CLAIM, "due: 2027-05-05", 'due: ‸"0"', "bad-date", 'the text "0"', "2026-11-22"),
    "bad id": (CLAIM, "article: the-travellers-cup", "article: ‸The Cup", "bad-id", "The Cup", "joined by hyphens"),
    "bad key": (CLAIM, "study: maple2006case", "study: ‸maple-2006", "bad-id", "maple-2006", "digits only"),
    "bad address": (STANDING, "https://example.org/notices/oak", "‸example.org", "bad-address", "org", "https://"),
    "brackets in an address": (
        STANDING,
        "https://example.org/notices/oak",
        '‸"https://example.org/?a[]=1"',
        "bad-address",
        "a[]",
        "%5B",
    ),
    "bad hash": (ARTICLE, "sha256: ", "sha256: ‸x", "bad-value", "the text", "64"),
    "empty text": (CLAIM, "title: Does mint tea keep working for weeks?", 'title: ‸""', "empty-value", "title", "80"),
    "empty list": (CLAIM, "by: [toy-editors]", "‸by: []", "empty-value", '"by" holds nothing', "Ids of the raters"),
    "long text": (CLAIM, "title: Does", "title: ‸" + "Does " * 20, "too-long", "characters", "at most 80"),
    "duplicate key": (CLAIM, "why:", "‸finding: again\nwhy:", "duplicate-key", '"finding"', "keep one"),
    "duplicate empty key": (CLAIM, "why:", "search:\n‸search:\nwhy:", "duplicate-key", '"search"', "keep one"),
    "null": (
        CLAIM,
        "force: tentative",
        "force: ‸null",
        "explicit-null",
        "null is written out",
        "leave the field empty",
    ),
    "tilde": (CLAIM, "why:", "search: ‸~\nwhy:", "explicit-null", "~ is written out", "leave the field empty"),
    "null in a list": (CLAIM, "by: [toy-editors]", "by: [‸null]", "explicit-null", "null is written out", "empty"),
    "no as a word": (CLAIM, "timeframe: six weeks", "timeframe: ‸no", "yaml-trap", "no for false", '"no"'),
    "time as a word": (CLAIM, "timeframe: six weeks", "timeframe: ‸12:30", "yaml-trap", "the number 750", '"12:30"'),
    "octal as a word": (CLAIM, "timeframe: six weeks", "timeframe: ‸0123", "yaml-trap", "0123", '"0123"'),
    "grouped digits": (CLAIM, "timeframe: six weeks", "timeframe: ‸1_000", "yaml-trap", "number 1000", '"1_000"'),
    "infinite": (CLAIM, "timeframe: six weeks", "timeframe: ‸.inf", "yaml-trap", "number inf", '".inf"'),
    "equals sign": (CLAIM, "timeframe: six weeks", "timeframe: ‸=", "yaml-trap", "default value", '"="'),
    "less-than signs": (CLAIM, "timeframe: six weeks", "timeframe: ‸<<", "yaml-trap", "order to merge", '"<<"'),
    "empty item": (CLAIM, "holds_for: []", "holds_for:\n  -‸\n  - adults", "empty-item", "is empty", "after the dash"),
    "tab": (STUDY, "  - id: week-six", "‸\t- id: week-six", "tab-indentation", "a tab", "spaces"),
    "colon in text": (CLAIM, "why: The only", "why: The only‸: one", "not-yaml", "mapping values", "needs quotes"),
    "open bracket": (CLAIM, "[toy-editors]}", "[toy-editors‸}", "not-yaml", "flow sequence", "close the bracket"),
    "open quote": (
        CLAIM,
        "due: 2027-05-05}\n",
        'due: "2027-05-05}\n‸',
        "not-yaml",
        "end of stream",
        "close the quotes",
    ),
    "at sign": (CLAIM, "why: The", "why: ‸@The", "not-yaml", "cannot start any token", "put quotes"),
    "no colon": (
        CLAIM,
        "why: The only trial is small.\n",
        "why The only trial is small.\n‸",
        "not-yaml",
        "could not find expected ':'",
        "a key, a colon",
    ),
    "bad indentation": (CLAIM, "finding: Mint", "  ‸finding: Mint", "not-yaml", "did not find expected", "indentation"),
    "control character": (CLAIM, "why: The", "why: ‸\x07The", "not-yaml", "U+0007", "delete it"),
    "several documents": (CLAIM, "why:", "‸---\nwhy:", "several-documents", "second document", "take this line out"),
    "anchor": (CLAIM, "why: The", "why: ‸&a The", "anchors", "&a", "take it out"),
    "alias": (CLAIM, "why: The only trial is small.", "why: ‸*a", "anchors", "*a", "write it out"),
    "tag": (CLAIM, "why: The", "why: ‸!!str The", "explicit-tag", "tag:yaml.org,2002:str", "take the tag out"),
    "key that is a list": (CLAIM, "why:", "? ‸[a, b]\n: c\nwhy:", "wrong-type", "a key must be a word", "quotes"),
    "other name": (
        CLAIM,
        "id: keeps-working",
        "id: ‸keeps-going",
        "name-differs-from-id",
        "keeps-going",
        "keeps-working",
    ),
    "other key": (
        STUDY,
        "key: kale2009weeks",
        "key: ‸kale2010",
        "name-differs-from-id",
        'key "kale2010"',
        "kale2010.yml",
    ),
    "finding twice": (
        "references/studies/alder2001mint.yml",
        "- id: asleep-in-an-hour",
        "- id: ‸minutes-to-sleep",
        "duplicate-id",
        "minutes-to-sleep",
        "its own",
    ),
    "person twice": (PEOPLE, "id: second-reader", "id: ‸toy-editors", "duplicate-id", '"toy-editors"', "its own"),
    "source twice": (STANDING, "key: oak2008cups", "key: ‸maple2006case", "duplicate-id", "maple2006case", "its own"),
    "category twice": ("book.yml", "id: background", "id: ‸sleep", "duplicate-id", '"sleep"', "its own"),
    "Latin-1": (CLAIM, "why: The only", "why: Th‸".encode() + b"\xe9 only", "not-utf8", "0xe9", "UTF-8"),
    "byte order mark": (CLAIM, "# yaml", "‸\ufeff# yaml", "byte-order-mark", "invisible", "without byte order mark"),
    "entry without title": (
        LIBRARY,
        "@article{elder2012milk,\n  author = {Elder, Edgar},\n  title = {{The milk trial}},",
        "‸@article{elder2012milk,\n  author = {Elder, Edgar},",
        "missing-field",
        '"title"',
        "add title = {…}",
    ),
    "entry without author": (
        LIBRARY,
        "@article{ivy2015cups,\n  author = {Ivy, Ida},",
        "‸@article{ivy2015cups,",
        "missing-field",
        '"author"',
        "add author = {…}",
    ),
    "entry without year": (
        LIBRARY,
        "@article{kale2009weeks",
        "‸@article{kale2009weeks",
        "missing-field",
        '"year"',
        "status: incomplete",
    ),
    "entry with a bad key": (
        LIBRARY,
        "@article{oak2008cups,",
        "‸@article{Oak_2008,",
        "bad-id",
        "Oak_2008",
        "digits only",
    ),
    "entry twice": (
        LIBRARY,
        "@article{elder2012milk,",
        "‸@article{cedar2010milk,",
        "broken-bibtex",
        "taken",
        "one entry",
    ),
    "field twice": (
        LIBRARY,
        "@article{ivy2015cups,",
        "‸@article{ivy2015cups,\n  year = {2016},",
        "broken-bibtex",
        "year more than once",
        "keep one",
    ),
    "open entry": (
        LIBRARY,
        "@article{juniper2016cups,\n  author = {Juniper, Jo}",
        "‸@article{juniper2016cups,\n  author = {Juniper, Jo",
        "broken-bibtex",
        "cannot be read",
        "braces",
    ),
    "missing comma": (
        LIBRARY,
        "  title = {{The milk trial}},",
        "‸  title = {{The milk trial}}",
        "broken-bibtex",
        '"title" is not in braces',
        "a comma",
    ),
    "text between entries": (
        LIBRARY,
        "@article{oak2008cups",
        "‸Oak 2008\n@article{oak2008cups",
        "broken-bibtex",
        "belongs to no entry",
        "begin entries with @",
    ),
}
BEFORE = {
    "missing field": ("force: tentative\n", ""),
    "empty item": ("why:", "holds_for: []\nwhy:"),
    "entry without year": ("  year = {2009},\n  doi = {10.5555/kale", "  doi = {10.5555/kale"),
}
"""What is changed first, where the mistake is not where it is told."""


@pytest.mark.parametrize("case", EDITS)
def test_a_mistake_is_told_once_at_its_place(book, case):
    file, old, new, rule, message, hint = EDITS[case]
    if case in BEFORE:
        edit(book / file, *BEFORE[case])
    line, column = edit(book / file, old, new)
    findings = read(book).findings
    assert [(one.file, one.line, one.column, one.rule) for one in findings] == [(file, line, column, rule)]
    assert message in findings[0].message
    assert hint in findings[0].hint
    assert findings[0].level is Level.ERROR


def test_everything_wrong_with_one_record_is_told_in_one_run(book):
    for _, old, new, *_ in (
        EDITS[case] for case in ("unknown key", "unknown code", "number for text", "anchor", "null in a list")
    ):
        edit(book / CLAIM, old, new)
    assert [one.rule for one in read(book).findings] == [
        "unknown-key",
        "unknown-code",
        "wrong-type",
        "explicit-null",
        "anchors",
    ]


def test_everything_wrong_with_all_files_is_told_in_one_run(book):
    for case in ("unknown key", "number for a date", "bad hash", "person twice", "open entry", "true for number"):
        edit(book / EDITS[case][0], *EDITS[case][1:3])
    (book / "book.yml").write_text("", encoding="utf-8")
    reading = read(book)
    assert len(reading.findings) == 7
    assert reading.catalogue is None


def test_a_broken_record_is_left_out_but_known(book):
    edit(book / CLAIM, *EDITS["unknown code"][1:3])
    edit(book / LIBRARY, *EDITS["missing comma"][1:3])
    reading = read(book)
    assert "keeps-working" not in reading.catalogue.claims
    assert "elder2012milk" not in reading.catalogue.references
    assert reading.origins.broken("claims", "keeps-working")
    assert reading.origins.broken("library", "elder2012milk")
    assert not reading.origins.broken("claims", "never-was")
    assert len(reading.catalogue.claims) > 5


def put(path, data=b"a: b"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


FILES = {
    "empty file": ("claims/sleep/new.yml", b"", "empty-file", "holds nothing"),
    "only comments": ("claims/sleep/new.yml", b"# nothing\n---\n", "empty-file", "holds nothing"),
    "only null": ("claims/sleep/new.yml", b"null\n", "explicit-null", "written out"),
    "a list": ("claims/sleep/new.yml", b"- a\n- b\n", "wrong-type", "the record must be a group of keys, not a list"),
    "a sentence": ("claims/sleep/new.yml", b"Hello.\n", "wrong-type", 'not the text "Hello."'),
    "5 MB": ("claims/sleep/new.yml", b"a: " + b"x" * 5_000_000, "too-large", "4882 KB"),
    "deep brackets": ("claims/sleep/new.yml", b"a: " + b"[" * 100_000, "too-deep", "more than 16"),
    "deep lists": ("claims/sleep/new.yml", b"- " * 20_000 + b"a", "too-deep", "more than 16"),
    "UTF-16": ("claims/sleep/new.yml", "a: b".encode("utf-16"), "not-utf8", "0xff"),
    "a bare directive": ("claims/sleep/new.yml", b"%YAML 9.9\n---\n", "not-yaml", "incompatible YAML document"),
    "other ending": ("claims/sleep/new.yaml", b"", "stray-file", "no record"),
    "no record": ("references/studies/notes.txt", b"", "stray-file", "no record"),
    "outside of a category": ("claims/new.yml", b"", "wrong-folder", "outside of every category"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_no_record_is_told(book, case):
    file, data, rule, message = FILES[case]
    put(book / file, data)
    findings = read(book).findings
    assert [(one.file, one.line, one.rule) for one in findings] == [(file, 1, rule)]
    assert message in findings[0].message
    assert findings[0].hint


def test_an_anchor_bomb_is_told_and_not_set_off(book):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12)]
    put(book / "claims/sleep/new.yml", "\n".join(lines).encode())
    findings = [one for one in read(book).findings if one.rule == "anchors"]
    assert len(findings) == 12 + 11 * 9


def test_the_depth_that_is_allowed_is_read():
    def nested(depth):
        return parse("[" * depth + "x" + "]" * depth).faults

    assert nested(MAX_DEPTH) == ()
    assert [fault.rule for fault in nested(MAX_DEPTH + 1)] == ["too-deep"]


def test_names_with_a_dot_or_underscore_in_front_are_passed_over(book):
    for name in (
        "claims/_template.yml",
        "claims/.DS_Store",
        "claims/sleep/.hidden.yml",
        "references/studies/_draft.yml",
    ):
        put(book / name, b"\xff")
    assert told(book) == []


def test_a_folder_that_is_no_category_is_told_with_the_nearest(book):
    (book / "claims/sleep").rename(book / "claims/slep")
    findings = read(book).findings
    assert {one.rule for one in findings} == {"wrong-folder"}
    assert {one.hint for one in findings} == {'did you mean "sleep"?'}
    assert len(findings) == len(list((book / "claims/slep").glob("*.yml")))


def test_where_no_category_is_near_all_are_named(book):
    (book / "claims/sleep").rename(book / "claims/xyz")
    assert read(book).findings[0].hint == "book.yml has: sleep, comfort, background"


def test_a_folder_inside_a_category_is_told(book):
    put(book / "claims/sleep/deeper/new.yml")
    assert told(book) == [("claims/sleep/deeper", 1, 1, "wrong-folder")]


def test_one_id_in_two_folders_is_told_in_the_second(book):
    shutil.copy(book / CLAIM, book / "claims/comfort/keeps-working.yml")
    reading = read(book)
    assert told(book) == [("claims/sleep/keeps-working.yml", 1, 1, "duplicate-id")]
    assert "claims/comfort/keeps-working.yml" in reading.findings[0].message
    assert reading.catalogue.category_of["keeps-working"] == "comfort"


@pytest.mark.parametrize(
    ("gone", "rule"),
    [
        ("claims", "missing-folder"),
        ("references/studies", "missing-folder"),
        ("references/articles", "missing-folder"),
        ("references/library.bib", "missing-file"),
        ("references/people.yml", "missing-file"),
        ("book.yml", "missing-file"),
    ],
)
def test_what_every_book_has_must_be_there(book, gone, rule):
    remove(book / gone)
    reading = read(book)
    assert [(one.file, one.rule) for one in reading.findings if one.file != LIBRARY or gone == LIBRARY] == [
        (gone, rule)
    ]
    assert all(one.hint for one in reading.findings)
    assert (reading.catalogue is None) == (gone == "book.yml")


@pytest.mark.parametrize("gone", ["references/searches", "references/standing.yml"])
def test_what_a_new_book_has_not_yet_may_be_missing(book, gone):
    remove(book / gone)
    assert told(book) == []


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_no_book_at_all_is_told(tmp_path):
    assert {one.rule for one in read(tmp_path / "nowhere").findings} == {"missing-file", "missing-folder"}


def test_a_link_out_of_the_book_is_not_followed(book, tmp_path):
    (tmp_path / "secret.yml").write_text("id: secret", encoding="utf-8")
    (book / "claims/sleep/secret.yml").symlink_to(tmp_path / "secret.yml")
    (book / "claims/sleep/loop.yml").symlink_to(book / "claims/sleep/loop.yml")
    assert told(book) == [
        ("claims/sleep/loop.yml", 1, 1, "unreadable-file"),
        ("claims/sleep/secret.yml", 1, 1, "unreadable-file"),
    ]


def test_a_link_inside_the_book_is_read_like_a_file(book):
    (book / CLAIM).rename(book / "kept.yml")
    (book / CLAIM).symlink_to(book / "kept.yml")
    assert told(book) == []


def test_what_is_no_plain_file_is_told_and_not_waited_for(book):
    os.mkfifo(book / "references/studies/pipe.yml")
    remove(book / "references/people.yml")
    (book / "references/people.yml").mkdir()
    assert told(book) == [
        ("references/people.yml", 1, 1, "unreadable-file"),
        ("references/studies/pipe.yml", 1, 1, "unreadable-file"),
    ]


def test_a_file_or_folder_that_may_not_be_read_is_told(book, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    findings = read(book).findings
    assert {one.rule for one in findings} == {"unreadable-file"}
    assert all("Permission denied" in one.message for one in findings)
    assert {one.hint for one in findings} == {"look at its permissions"}
    assert {"book.yml", "claims"} <= {one.file for one in findings}


def test_a_mistake_of_the_reader_on_one_file_does_not_hide_the_others(book, monkeypatch):
    def fail_on_claims(record_class, text, name=None):
        if record_class is Claim:
            raise ZeroDivisionError("oops")
        return read_record(record_class, text, name)

    monkeypatch.setattr(desk, "read_record", fail_on_claims)
    edit(book / STUDY, *EDITS["true for number"][1:3])
    findings = read(book).findings
    failed = [one for one in findings if one.rule == "reader-failed"]
    assert len(failed) == len(list(book.glob("claims/*/*.yml")))
    assert "ZeroDivisionError: oops" in failed[0].message
    assert [one.rule for one in findings if one.file == STUDY] == ["wrong-type"]


# What is read


SCALARS = {
    "true": True,
    "false": False,
    "12": 12,
    "-3": -3,
    "0": 0,
    "0.5": 0.5,
    ".5": 0.5,
    "1.": 1.0,
    "1e-5": 1e-5,
    "1E3": 1000.0,
    "-2.5e2": -250.0,
    "2026-11-22": "2026-11-22",
    "1.2.3": "1.2.3",
    "9" * 30: "9" * 30,
    "1e999": "1e999",
    "12 weeks": "12 weeks",
    "-": "-",
    "nothing": "nothing",
    "n": "n",
    '"no"': "no",
    "'12'": "12",
    "'null'": "null",
}


@pytest.mark.parametrize("word", SCALARS)
def test_a_bare_word_means_what_it_seems_to(word):
    value, faults = parse(f"field: {word}" if word != "-" else "field: '-'")
    assert faults == ()
    assert value == {"field": SCALARS[word]}
    assert type(value["field"]) is type(SCALARS[word])


@pytest.mark.parametrize(
    "word", ["yes", "No", "ON", "off", "TRUE", "0x1F", "0b11", "0o17", "08", "+0123", "1:30:45.5", "-.INF"]
)
def test_a_word_that_others_take_for_something_else_is_refused(word):
    value, faults = parse(f"field: {word}")
    assert [fault.rule for fault in faults] == ["yaml-trap"]
    assert value == {"field": word}


def test_an_empty_field_is_as_if_it_was_not_there():
    assert parse("a:\nb: {c: , d: 1}\ne: []").value == {"b": {"d": 1}, "e": []}


def test_text_is_kept_to_the_letter():
    assert parse("a: 'Zürich – 東京'\nb: |\n  two\n  lines\n").value == {"a": "Zürich – 東京", "b": "two\nlines\n"}


def test_the_whole_catalogue_is_read():
    catalogue = read(TOY).catalogue
    assert catalogue.book.title == "Mint tea & sleep, an invented book"
    assert catalogue.category_of["no-bad-dreams"] == "comfort"
    assert catalogue.claims["asleep-within-an-hour"].numbers[0].treated == 50
    assert catalogue.studies["alder2001mint"].findings[0].effect.ci_low == -22
    assert catalogue.articles["a-cup-of-calm"].published == "2026-01-05"
    assert catalogue.searches["mint-tea-2026-11"].sources[1].queries == ()
    assert set(catalogue.people) == {"toy-editors", "second-reader"}
    assert catalogue.standing["larch2005dream"].date.year == 2007
    assert catalogue.standing_list.how


def test_the_library_is_read_as_readers_should_see_it():
    references = read(TOY).catalogue.references
    alder = references["alder2001mint"]
    assert alder.title == "Mint tea & falling asleep: a small crossover trial of <em>hot</em> leaves"
    assert alder.authors == ("Alder, Ada", "de Birch, Bruno", "Mühle, Karl-Heinz")
    assert (alder.container, alder.pages, alder.pmcid) == ("Journal of Invented Teas", "101--109", "PMC99990001")
    assert alder.url == "https://example.org/alder?cup=1&leaf=2"
    assert references["birch2003night"].authors == ("Birch, Bruno", "others")
    assert references["dogwood2011milk"].authors[1] == "Elder, Jr., Edgar"
    assert references["hazel1900register"].container == "Printing House of Nowhere"
    assert references["nettlendnights"].year == ""
    assert references["ginkgo2020signal"].title == "Mint tea raises the made-up sleep signal S_1"


def test_a_body_is_no_person_though_its_name_has_a_comma():
    author = read(TOY).catalogue.references["fennel2018dreams"].authors[1]
    assert author == "The Invented Tea Group,\N{NO-BREAK SPACE}Ltd."


ENTRY = "@article{key2020,\n  author = {%s},\n  title = {%s},\n  year = {2020},\n  url = {%s},\n}\n"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"$\alpha$ waves in 50% of tea", "α waves in 50% of tea"),
        (r"Tea \& milk", "Tea & milk"),
        ("a~b", "a b"),
        ("{DNA} of {M}int", "DNA of Mint"),
        ("two\n   lines", "two lines"),
    ],
)
def test_latex_becomes_plain_text(written, read_as):
    library = parse_library(ENTRY % ("Family, Given", written, "https://example.org"))
    assert library.references["key2020"].title == read_as


def test_addresses_are_no_latex():
    library = parse_library(ENTRY % ("Family, Given", "Title", "https://example.org/~tea/50%25_a"))
    assert library.references["key2020"].url == "https://example.org/~tea/50%25_a"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Ada Alder", ("Alder, Ada",)),
        ("Ludwig van Teapot and {Tea and Milk Board}", ("van Teapot, Ludwig", "Tea and Milk Board")),
        ("Cher", ("Cher",)),
        ("{\\'E}clair, {\\O}yvind", ("Éclair, Øyvind",)),
    ],
)
def test_names_are_told_apart(written, read_as):
    library = parse_library(ENTRY % (written, "Title", "https://example.org"))
    assert library.references["key2020"].authors == read_as


def test_comments_and_months_are_no_mistakes():
    text = "% a comment\n" + (ENTRY % ("A, B", "T", "u")).replace("year", "month = jan,\n  year") + "@comment{x}\n"
    assert parse_library(text).faults == ()


# Where it stands


@pytest.mark.parametrize(
    ("kind", "record", "path", "place", "words"),
    [
        ("claims", "keeps-working", ("evidence", 1, "study"), (CLAIM, 14), "maple2006case, finding"),
        ("claims", "keeps-working", ("evidence", 1), (CLAIM, 14), "{study: maple2006case"),
        ("claims", "keeps-working", ("evidence",), (CLAIM, 12), "evidence:"),
        ("claims", "keeps-working", ("scope", "dose"), (CLAIM, 9), "scope:"),
        ("claims", "keeps-working", ("rating", "by", 0), (CLAIM, 18), "toy-editors]"),
        ("claims", "keeps-working", ("rating", "by", 7), (CLAIM, 18), "by: ["),
        ("claims", "keeps-working", ("title", "nothing", 3), (CLAIM, 3), "Does mint tea keep"),
        ("claims", "keeps-working", (), (CLAIM, 2), "id: keeps-working"),
        ("library", "alder2001mint", ("year",), (LIBRARY, 7), "year = {2001}"),
        ("library", "alder2001mint", ("editor",), (LIBRARY, 3), "@article{alder2001mint"),
        ("library", "alder2001mint", (), (LIBRARY, 3), "@article{alder2001mint"),
        ("library", "never-was", ("year",), (LIBRARY, 1), "% A test fixture"),
        ("standing", "standing", ("sources", 1, "date"), (STANDING, 6), "2006-12-24"),
        ("people", "second-reader", ("people", 1, "name"), (PEOPLE, 10), "A second reader"),
        ("book", "book", ("featured", 1), ("book.yml", 26), "no-bad-dreams]"),
    ],
)
def test_a_value_is_found_again(kind, record, path, place, words):
    file, line, column = read(TOY).origins.place(kind, record, path)
    assert (file, line) == place
    assert (TOY / file).read_text(encoding="utf-8").splitlines()[line - 1][column - 1 :].startswith(words)


def test_what_never_was_is_looked_for_in_its_folder():
    assert read(TOY).origins.place("claims", "never-was", ("id",)) == Place("claims", 1, 1)


def test_a_file_that_went_away_has_a_place_all_the_same(book):
    origins = read(book).origins
    remove(book / CLAIM)
    assert origins.place("claims", "keeps-working", ("title",)) == Place(CLAIM, 1, 1)


# Whatever comes


def test_every_rule_of_the_reader_is_explained_and_tested():
    tested = {one[3] for one in EDITS.values()} | {one[2] for one in FILES.values()}
    by_hand = {"missing-folder", "missing-file", "unreadable-file", "duplicate-id", "reader-failed", "wrong-folder"}
    assert tested | by_hand == EXPLAINED


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_raise(data):
    text = data.decode("utf-8", "replace")
    record, faults = read_record(Claim, text)
    assert record is None
    assert faults
    assert all(fault.line >= 1 and fault.column >= 1 and fault.rule in EXPLAINED for fault in faults)
    assert all(fault.rule in EXPLAINED for fault in parse_library(text).faults)


YAMLISH = st.text(alphabet="ab:- []{},&*!|>'\"#%@?\n\t0no~", max_size=60)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(YAMLISH, st.integers(0, 900))
def test_no_damage_to_a_record_raises(noise, at):
    text = (TOY / CLAIM).read_text(encoding="utf-8")
    record, faults = read_record(Claim, text[:at] + noise + text[at:])
    assert (record is None) == bool(faults)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='@article{},="#% \n\\ab$~', max_size=80), st.integers(0, 600))
def test_no_damage_to_the_library_raises(noise, at):
    text = (TOY / LIBRARY).read_text(encoding="utf-8")
    for fault in parse_library(text[:at] + noise + text[at:]).faults:
        assert fault.rule in EXPLAINED
