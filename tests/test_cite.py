"""`cite`: what registries tell becomes entry and record; what is known, wrong or hostile is refused, each alone."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import snapshots
from books import copy_book
from claimbook.cli import app
from claimbook.reading import read
from registry import Answer, Registry, as_json, crossref, serving

TOY = Path(__file__).parent / "toy"
LIBRARY = "references/library.bib"
PILLOW = "10.5555/pillow"
PAGE = (("Content-Type", "text/html; charset=utf-8"),)


@pytest.fixture(scope="module")
def server() -> Iterator[Registry]:
    with serving() as registry:
        yield registry


@pytest.fixture
def web(server: Registry, monkeypatch: pytest.MonkeyPatch) -> Registry:
    server.replies.clear()
    server.asked.clear()
    monkeypatch.setenv("CLAIMBOOK_CROSSREF", server.url)
    monkeypatch.setenv("CLAIMBOOK_EUROPEPMC", server.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return server


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copy_book(TOY, tmp_path / "book")


def cite(book: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(app, ["cite", "--root", str(book), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def flat(result: Result) -> str:
    """What was said, without the frame that typer draws around errors."""
    return " ".join(re.sub(r"[│╭╰─╮╯]", " ", result.output).split())


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def study(book: Path, key: str) -> Path:
    return book / f"references/studies/{key}.yml"


def test_a_doi_becomes_an_entry_and_the_beginning_of_a_record(book: Path, web: Registry) -> None:
    web.knows(PILLOW, funder=[{"name": "Fund for Teas"}])
    web.found(f'DOI:"{PILLOW}"', doi=PILLOW.upper(), pmid="99990078", pmcid="PMC99990078")
    before = (book / LIBRARY).read_text(encoding="utf-8")

    result = cite(book, f"https://doi.org/{PILLOW}", "--mailto", "ada@example.org")

    assert result.exit_code == 0, result.output
    after = (book / LIBRARY).read_text(encoding="utf-8")
    assert after.startswith(before)
    record = study(book, "ostgardzed2024mint").read_text(encoding="utf-8")
    snapshots.check("cite/entry.bib", after.removeprefix(before))
    snapshots.check("cite/study.yml", record)
    (agent,) = web.agents
    assert re.fullmatch(r"claimbook/\S+ \(https://example.org/toy/book; mailto:ada@example.org\)", agent)


def test_every_other_byte_of_the_library_stays(book: Path, web: Registry) -> None:
    library = book / LIBRARY
    library.write_bytes(library.read_bytes().replace(b"\n", b"\r\n") + b"\r\n% the end\r\n")
    for number, family in enumerate(("Aaa", "Kzz", "Zzz")):
        doi = f"10.5555/new{number}"
        web.knows(
            doi, author=[{"family": family, "given": "A."}], title=[f"{family} on something else entirely {family * 3}"]
        )
    before = library.read_bytes()

    assert cite(book, "10.5555/new0", "10.5555/new1", "10.5555/new2").exit_code == 0

    after = library.read_bytes()
    assert [one.rule for one in read(book).findings if one.file == LIBRARY] == []
    lines = after.splitlines(keepends=True)
    assert all(line.endswith(b"\r\n") for line in lines)
    kept = iter(lines)
    assert all(line in kept for line in before.splitlines(keepends=True)), "a line was changed or moved"
    keys = re.findall(rb"^@\w+\{(\w+)", after, re.MULTILINE)
    assert keys == sorted(keys)


@pytest.mark.parametrize("typed", ["99990077", "PMID: 99990077", "https://pubmed.ncbi.nlm.nih.gov/99990077/"])
def test_a_pmid_is_asked_of_europe_pmc(book: Path, web: Registry, typed: str) -> None:
    web.found("EXT_ID:99990077 AND SRC:MED")

    result = cite(book, typed)

    assert result.exit_code == 0, result.output
    entry = read(book).catalogue.references["glass2023mint"]
    assert (entry.authors, entry.pmid, entry.title) == (("Glass, G. A.",), "99990077", "Mint tea by the glass")
    assert "Randomized Controlled Trial" in study(book, "glass2023mint").read_text(encoding="utf-8")


def test_notices_and_preprints_are_told_aloud_and_written_nowhere_unread(book: Path, web: Registry) -> None:
    notice = {
        "DOI": "10.5555/gone",
        "type": "retraction",
        "label": "Retraction",
        "updated": {"date-parts": [[2025, 1, 2]]},
    }
    related = {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/BIRCH2003night", "asserted-by": "subject"}]}
    twice = [notice | {"source": "publisher"}, notice | {"source": "retraction-watch", "record-id": "1"}]
    web.knows(PILLOW, **{"updated-by": twice, "relation": related})
    standing = (book / "references/standing.yml").read_bytes()

    result = cite(book, PILLOW)

    assert result.output.count("RETRACTION on 2025-01-02: https://doi.org/10.5555/gone") == 1
    assert "kind: retracted\n      date: 2025-01-02\n      notice: https://doi.org/10.5555/gone\n" in result.output
    assert 'published as 10.5555/birch2003night, in the library as "birch2003night"' in result.output.lower()
    assert (book / "references/standing.yml").read_bytes() == standing
    assert "RETRACTION on 2025-01-02" in study(book, "ostgardzed2024mint").read_text(encoding="utf-8")


def test_a_record_passes_once_a_person_has_filled_it_in(book: Path, web: Registry) -> None:
    web.knows(PILLOW)
    result = cite(book, PILLOW)
    waiting = re.findall(r'ostgardzed2024mint.yml:\d+:\d+: error \S+ "(\w+)"', result.output)
    assert waiting == ["design", "population", "drug", "id", "outcome", "result", "direction", "seen", "seen_at"]
    told = {
        "design": "rct-parallel",
        "population": "Adults who sleep badly",
        "drug": "strong mint tea",
        "id": "asleep",
        "outcome": "Asleep within an hour",
        "result": "no difference",
        "direction": "no-effect",
        "seen": "abstract",
        "seen_at": "[https://example.org/pillow]",
    }
    record = study(book, "ostgardzed2024mint")
    text = record.read_text(encoding="utf-8")
    for name, value in told.items():
        text = re.sub(rf"^((?:  )*(?:- )?{name}:)(?: \[\])?$", rf"\1 {value}", text, count=1, flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")

    check = CliRunner().invoke(app, ["check", "--root", str(book), "--today", "2026-11-23"])

    assert check.exit_code == 0, check.output
    assert re.findall(r" (?:error|warning) (\S+):", check.output) == ["unused-studies"]


@pytest.mark.parametrize(
    ("item", "known"),
    [
        ("https://dx.doi.org/10.5555/ALDER2001mint", "alder2001mint"),
        ("doi:10.5555/alder2001MINT", "alder2001mint"),
        ("pmid:99990001", "alder2001mint"),
        ("pmc99990001", "alder2001mint"),
        ("http://www.example.org/register/", "hazel1900register"),
    ],
)
def test_what_the_library_has_is_refused_before_anybody_is_asked(
    book: Path, web: Registry, item: str, known: str
) -> None:
    before = everything(book)

    result = cite(book, item)

    assert result.exit_code == 1
    assert f'the library has it already, as "{known}"' in result.output
    assert (everything(book), sum(web.asked.values())) == (before, 0)


def test_what_turns_out_to_be_known_is_refused(book: Path, web: Registry) -> None:
    web.found("EXT_ID:99990077 AND SRC:MED", doi="10.5555/BIRCH2003night")
    web.knows("10.5555/BIRCH2003night")
    before = everything(book)

    result = cite(book, "99990077")

    assert 'the library has it already, as "birch2003night" (same DOI)' in result.output
    assert everything(book) == before


def test_a_title_that_is_nearly_the_same_is_refused_unless_it_is_forced(book: Path, web: Registry) -> None:
    web.knows(PILLOW, title=["A Night with Mint-Tea."])

    refused = cite(book, PILLOW)

    assert refused.exit_code == 1
    assert '"birch2003night" has nearly the same title' in refused.output
    assert cite(book, PILLOW, "--force").exit_code == 0
    assert cite(book, PILLOW, "--force").exit_code == 1, "force is no way around the same DOI"


def test_a_key_that_is_taken_gets_the_next_word(book: Path, web: Registry) -> None:
    web.knows("10.5555/one")
    web.knows("10.5555/two", title=["Mint beyond all the cups of this world"])

    assert cite(book, "10.5555/one", "10.5555/two").exit_code == 0

    assert {"ostgardzed2024mint", "ostgardzed2024beyond"} <= read(book).catalogue.references.keys()


def test_what_goes_wrong_with_one_does_not_stop_the_others(book: Path, web: Registry) -> None:
    web.knows(PILLOW)

    result = cite(book, "10.5555/nobody-knows", PILLOW, "10.5555/birch2003night")

    assert result.exit_code == 1
    assert "10.5555/nobody-knows: not added: neither Crossref nor Europe PMC knows it" in result.output
    assert "ostgardzed2024mint: Mint tea and the third pillow (by Crossref)" in result.output
    assert "10.5555/birch2003night: not added" in result.output


def test_offline_each_item_is_told_with_the_way_by_hand(
    book: Path, web: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    monkeypatch.setenv("CLAIMBOOK_CROSSREF", nobody)
    monkeypatch.setattr("claimbook.watch.web.time.sleep", lambda _seconds: None)
    before = everything(book)

    result = cite(book, PILLOW, "10.5555/other")

    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if "could not be reached" in line]
    assert [line.split(":")[0] for line in lines] == [PILLOW, "10.5555/other"]
    assert all("cite 10.5555" in line and "--title" in line for line in lines)
    assert everything(book) == before

    byhand = cite(
        book, PILLOW, "--title", "Typed by hand", "--author", "Zed, Zoe", "--year", "2020", "--container", "Tea"
    )
    assert byhand.exit_code == 0, byhand.output
    entry = read(book).catalogue.references["zed2020typed"]
    assert (entry.doi, entry.authors, entry.container) == (PILLOW, ("Zed, Zoe",), "Tea")
    assert web.asked[f"/works/{PILLOW}"] == 0


def test_where_only_the_other_registry_is_down_that_is_said(book: Path, web: Registry) -> None:
    web.knows(PILLOW)
    web.replies[f'/search DOI:"{PILLOW}"'] = Answer(b"no", 403)

    result = cite(book, PILLOW)

    assert result.exit_code == 0
    assert "note: PMID and PMCID were not looked up: 127.0.0.1 refused to answer (status 403)" in result.output


HOSTILE = {
    "control characters": {"title": ["\x1b[31mred\x07 \u202ecod\x00e <script>x</script>"]},
    "braces": {
        "title": ["a } b { \\write18{x} % $ & # _ ~ @"],
        "author": [{"family": "E}vil,{", "given": "\\x"}],
    },
    "wrong types": {
        "title": {"a": 1},
        "author": "Zed",
        "issued": {"date-parts": [[None]]},
        "container-title": [3, None],
    },
    "yaml": {"title": ["- a: {b"], "funder": [{"name": "x\n  evil: true # "}, {"name": "@`!&*"}]},
    "all in capitals": {"title": ["MINT TEA IN CAPITALS"]},
    "nothing": {"title": [], "author": [], "issued": None},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_answers_are_cleaned_or_refused(book: Path, web: Registry, case: str) -> None:
    web.knows(PILLOW, **HOSTILE[case])
    before = everything(book)

    result = cite(book, PILLOW)

    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.output) is None
    reading = read(book)
    if result.exit_code:
        assert everything(book) == before
        assert "not added: " in result.output
        assert case in ("wrong types", "nothing")
    else:
        assert [one for one in reading.findings if one.file == LIBRARY] == []
        assert {one.rule for one in reading.findings} <= {"missing-field", "empty-value"}
        (new,) = reading.catalogue.references.keys() - read(TOY).catalogue.references.keys()
        assert not reading.catalogue.references[new].title.isupper()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"{", 200), "something else than data"),
        (Answer(b"[" * 100_000, 200), "something else than data"),
        (Answer(b"<html>Please sign in</html>", 200, PAGE), "something else than data"),
        (as_json([1]), "something else than data"),
        (Answer(b'"' + b"x" * 5_000_000 + b'"'), "sent more than 4096 KB"),
        (Answer(b"", 403), "refused to answer (status 403)"),
        (Answer(b"", 302, (("Location", "file:///etc/passwd"),)), "leads round in circles or to no web page"),
        (Answer(b"", 302, (("Location", f"/works/{PILLOW}"),)), "leads round in circles or to no web page"),
        (Answer(b"", 429, (("Retry-After", "86400"),)), "asks to wait 86400 seconds"),
    ],
    ids=["broken", "deep", "html", "list", "huge", "403", "file", "circle", "wait"],
)
def test_useless_answers_are_told_in_a_line(book: Path, web: Registry, answer: Answer, said: str) -> None:
    web.replies[f"/works/{PILLOW}"] = answer
    before = everything(book)

    result = cite(book, PILLOW)

    assert result.exit_code == 1
    assert len([line for line in result.output.splitlines() if said in line]) == 1, result.output
    assert everything(book) == before


def test_a_server_that_asks_to_wait_is_asked_again(book: Path, web: Registry) -> None:
    busy = Answer(b"", 429, (("Retry-After", "0"),))
    web.replies[f"/works/{PILLOW}"] = lambda number: busy if number == 1 else crossref(PILLOW)

    assert cite(book, PILLOW).exit_code == 0
    assert web.asked[f"/works/{PILLOW}"] == 2


def test_a_server_that_never_answers_is_given_up(book: Path, web: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.watch.web.time.sleep", lambda _seconds: None)
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        result = cite(
            book, PILLOW, "--timeout", "0.1", "--crossref", f"http://127.0.0.1:{mute.getsockname()[1]}", "--mailto", ""
        )

    assert result.exit_code == 1
    assert "did not answer within 0.1 seconds" in result.output
    assert sum(web.asked.values()) == 0


def page(**tags: str) -> Answer:
    metas = "".join(f'<meta name="{name}" content="{content}">' for name, content in tags.items())
    return Answer(f"<!doctype html><html><head><title>x</title>{metas}</head></html>".encode(), 200, PAGE)


def test_a_page_tells_what_it_is(book: Path, web: Registry) -> None:
    web.replies["/report"] = page(
        citation_title="Tea &amp; sleep in the hills",
        citation_author="Zed, Zoe",
        citation_publication_date="2019/05/01",
    )

    assert cite(book, f"{web.url}/report").exit_code == 0

    entry = read(book).catalogue.references["zed2019tea"]
    assert (entry.title, entry.entry_type, entry.url) == ("Tea & sleep in the hills", "misc", f"{web.url}/report")


def test_a_page_that_names_a_doi_is_looked_up_by_it(book: Path, web: Registry) -> None:
    web.knows(PILLOW)
    web.replies["/article"] = page(citation_title="Mint", citation_doi=f"doi:{PILLOW}")

    assert cite(book, f"{web.url}/article").exit_code == 0

    entry = read(book).catalogue.references["ostgardzed2024mint"]
    assert (entry.doi, entry.url) == (PILLOW, f"{web.url}/article")


def test_a_page_that_says_nothing_is_told_by_whoever_reads_it(
    book: Path, web: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.replies["/plain"] = page()
    url = f"{web.url}/plain"

    assert "nobody tells its title and author: add --title and --author" in cite(book, url).output

    monkeypatch.setattr("claimbook.cli.asking.on_terminal", lambda: True)
    said = "Leaflet on tea\nTea House of the Hill\n2020\n\n"
    result = CliRunner().invoke(app, ["cite", "--root", str(book), url], input=said)
    assert result.exit_code == 0, result.output
    assert read(book).catalogue.references["thh2020leaflet"].authors == ("Tea House of the Hill",)


def test_a_doi_of_another_agency_may_be_known_to_europe_pmc(book: Path, web: Registry) -> None:
    web.found(f'DOI:"{PILLOW}"', doi=PILLOW, source="PPR", bookOrReportDetails={"publisher": "teaRxiv"}, pmid="")

    assert cite(book, PILLOW).exit_code == 0

    entry = read(book).catalogue.references["glass2023mint"]
    assert (entry.entry_type, entry.container, entry.doi) == ("misc", "teaRxiv preprint", PILLOW)


def test_a_retraction_that_only_pubmed_knows_is_told(book: Path, web: Registry) -> None:
    corrections = {
        "commentCorrection": [{"id": "99990099", "source": "MED", "type": "Retraction in", "reference": "x"}]
    }
    web.found("PMCID:PMC99990077", pmcid="PMC99990077", commentCorrectionList=corrections)

    assert "RETRACTION IN: https://europepmc.org/article/MED/99990099" in cite(book, "PMC99990077").output


@pytest.mark.parametrize("item", ["foo", "10.1/x", "PMC", "ftp://example.org/x", "123456789", "\x1b[31m"])
def test_what_is_no_identifier_is_wrong_usage(book: Path, web: Registry, item: str) -> None:
    result = cite(book, PILLOW, item)

    assert result.exit_code == 2
    assert "is no DOI, PMID, PMCID or web address" in flat(result)
    assert "\x1b[31m" not in result.output
    assert sum(web.asked.values()) == 0


def test_details_of_one_source_are_not_given_to_several(book: Path, web: Registry) -> None:
    assert cite(book, PILLOW, "99990077", "--title", "x").exit_code == 2
    assert sum(web.asked.values()) == 0


def test_nothing_is_added_to_a_library_that_cannot_be_read(book: Path, web: Registry) -> None:
    library = book / LIBRARY
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("{A night with mint tea}}", "{A night"), encoding="utf-8")
    before = everything(book)

    result = cite(book, PILLOW)

    assert result.exit_code == 1
    assert "broken-bibtex" in result.output
    assert (everything(book), sum(web.asked.values())) == (before, 0)


def test_a_record_that_lies_there_is_never_written_over(book: Path, web: Registry) -> None:
    web.knows(PILLOW)
    study(book, "ostgardzed2024mint").write_text("mine: {", encoding="utf-8")

    assert cite(book, PILLOW).exit_code == 0

    assert study(book, "ostgardzed2024mint").read_text(encoding="utf-8") == "mine: {"
    assert study(book, "ostgardzed2024tea").is_file()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write anywhere cannot be kept from it")
def test_a_library_that_cannot_be_written_leaves_no_record_behind(book: Path, web: Registry) -> None:
    web.knows(PILLOW)
    (book / "references").chmod(0o500)
    try:
        result = cite(book, PILLOW)
    finally:
        (book / "references").chmod(0o700)

    assert result.exit_code == 1
    assert not study(book, "ostgardzed2024mint").exists()
