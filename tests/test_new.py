"""`new`: drafts are whole, commented, never written over anything; what is missing or does not fit is told at once."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

import snapshots
from books import REPOSITORY, copy_book
from claimbook.cli import app
from claimbook.drafts import insert, key, slug
from claimbook.drafts.articles import read_text
from claimbook.drafts.claims import months_later, template
from claimbook.drafts.values import entry
from claimbook.model.schema import KINDS, schema
from claimbook.reading import read
from claimbook.reading.yamltext import parse

TOY = Path(__file__).parent / "toy"
TODAY = ("--today", "2026-08-31")
CLAIM = {
    "title": "Does mint tea help: with <b>hiccups</b>?",
    "statement": "Mint tea can help people with hiccups.",
    "category": "comfort",
    "type": "efficacy",
    "force": "qualified",
    "importance": "minor",
    "article": "a-cup-of-calm",
    "heading": "Why Mint Tea?",
    "paragraph": "1",
    "quote": "better than warm milk",
}
WRITTEN = "claims/comfort/mint-tea-help-b-hiccups-b.yml"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return copy_book(TOY, tmp_path / "book")


def new(book: Path, *arguments: str, input: str | None = None) -> Result:  # noqa: A002 -- what the runner calls it
    result = CliRunner().invoke(app, ["new", *arguments, "--root", str(book)], input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def options(answers: dict[str, str]) -> list[str]:
    return [word for name, value in answers.items() for word in (f"--{name}", value)]


def flat(result: Result) -> str:
    return " ".join(re.sub(r"[│╭╰─╮╯]", " ", result.output).split())


def check(book: Path) -> Result:
    return CliRunner().invoke(app, ["check", "--root", str(book), "--today", "2026-11-23"])


def files(book: Path) -> set[str]:
    return {path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file()}


def test_a_new_claim_is_a_draft_with_which_check_finds_no_fault(book: Path) -> None:
    result = new(book, "claim", *options(CLAIM), "--condition", "poor-sleep", "--condition", "jet-lag", *TODAY)

    assert result.exit_code == 0, result.output
    assert f"{WRITTEN} is written" in result.output
    assert check(book).output.startswith("no findings")
    claim = read(book).catalogue.claims[Path(WRITTEN).stem]
    assert (claim.title, claim.conditions, claim.search) == (
        CLAIM["title"],
        ("poor-sleep", "jet-lag"),
        "mint-tea-2026-11",
    )
    assert (claim.review.status, claim.review.due, claim.rating) == ("draft", date(2027, 2, 28), None)
    assert [(one.kind, one.date) for one in claim.history] == [("added", date(2026, 8, 31))]
    assert claim.appearances[0].force == "qualified"
    snapshots.check("new/claim.yml", (book / WRITTEN).read_text(encoding="utf-8"))


def test_all_that_is_missing_or_wrong_is_told_at_once(book: Path) -> None:
    before = files(book)
    wrong = CLAIM | {"type": "eficacy", "paragraph": "0", "statement": "x" * 201, "article": "a-cup-of-clam"}
    del wrong["quote"], wrong["category"]

    result = new(book, "claim", *options(wrong))

    assert result.exit_code == 2
    told = [line.split(":")[0].strip() for line in result.output.splitlines() if line.startswith("  --")]
    assert told == ["--category", "--statement", "--type", "--article", "--paragraph", "--quote"]
    for words in ('did you mean "efficacy"?', 'did you mean "a-cup-of-calm"?', "at most 200", "One of: sleep, comfort"):
        assert words in result.output
    assert files(book) == before


def test_a_heading_that_the_article_lacks_is_refused(book: Path) -> None:
    result = new(book, "claim", *options(CLAIM | {"heading": "Why Mind Tea?"}))
    assert (result.exit_code, 'did you mean "Why Mint Tea?"?' in result.output) == (2, True)


@pytest.mark.parametrize(
    ("id_", "reason"),
    [
        ("asleep-within-an-hour", "is there already"),
        ("wakes-the-neighbours", "was withdrawn, and its page stays"),
        ("sleep-in-an-hour", 'is a former id of "asleep-within-an-hour"'),
        ("Not An Id", "small letters, digits and hyphens"),
    ],
)
def test_ids_that_were_ever_used_are_refused_with_the_reason(book: Path, id_: str, reason: str) -> None:
    catalogue = read(book).catalogue
    withdrawn = next(one.id for one in catalogue.claims.values() if one.review.status == "withdrawn")
    alias, owner = next((alias, one.id) for one in catalogue.claims.values() for alias in one.aliases)
    id_ = {"wakes-the-neighbours": withdrawn, "sleep-in-an-hour": alias}.get(id_, id_)
    reason = reason.replace("asleep-within-an-hour", owner) if "former" in reason else reason

    result = new(book, "claim", *options(CLAIM), "--id", id_)

    assert result.exit_code == 2
    assert reason in result.output


def test_a_title_whose_id_is_taken_asks_for_another_id(book: Path) -> None:
    assert new(book, "claim", *options(CLAIM)).exit_code == 0

    again = new(book, "claim", *options(CLAIM))

    assert again.exit_code == 2
    assert f"--id: {WRITTEN} is there already: choose another id" in again.output


def test_on_a_terminal_everything_is_asked_for_with_its_choices(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.cli.asking.on_terminal", lambda: True)
    typed = ["slep", "sleep", CLAIM["title"], "", CLAIM["statement"], "efficacy", "qualified", "minor"]
    typed += [
        "poor-sleep, jet-lag",
        "",
        "a-cup-of-calm",
        "Is It Safe?",
        "nought",
        "1",
        "gives bad dreams",
        "absolute",
        "",
    ]

    result = new(book, "claim", *TODAY, input="\n".join([*typed, ""]))

    assert result.exit_code == 0, result.output
    assert "efficacy  Does it work: That something gets better with it." in result.output
    assert '"slep" is no word for this. did you mean "sleep"?' in result.output
    claim = read(book).catalogue.claims["mint-tea-help-b-hiccups-b"]
    assert (claim.conditions, claim.outcomes, claim.appearances[0].force) == (("poor-sleep", "jet-lag"), (), "absolute")


@pytest.mark.parametrize(
    ("option", "file"),
    [("article", "articles/a-cup-of-calm"), ("search", "searches/mint-tea-2026-11")],
)
def test_a_record_that_is_not_filled_in_is_named_and_not_called_unknown(book: Path, option: str, file: str) -> None:
    path = f"references/{file}.yml"
    record = book / path
    record.write_text(record.read_text(encoding="utf-8").replace("\nid: ", "\nname: "), encoding="utf-8")

    result = new(book, "claim", *TODAY, *options(CLAIM | {option: record.stem}))

    assert result.exit_code == 2
    assert f"{path} cannot be read yet: fill it in first; `check {path}` says what is missing" in flat(result)


def test_a_new_study_needs_an_entry(book: Path) -> None:
    result = new(book, "study", "alder2002mint")
    assert result.exit_code == 2
    assert 'did you mean "alder2001mint"?' in flat(result)
    assert "cite DOI" in flat(result)

    record = book / "references/studies/oak2008cups.yml"
    record.unlink()
    assert new(book, "study", "oak2008cups").exit_code == 0
    assert "Oak, Olive (2008). Counting cups in the evening" in record.read_text(encoding="utf-8")
    kept = record.read_bytes()
    again = new(book, "study", "oak2008cups")
    assert (again.exit_code, record.read_bytes()) == (1, kept)
    assert "nothing is written over" in again.output


def test_a_new_article_is_recorded_without_its_text(book: Path) -> None:
    text = TOY / "texts/a-cup-of-calm.txt"
    answers = {"title": "A Cup of Calm", "publisher": "Tea House", "kind": "clinic-blog", "interest": "unclear"}

    result = new(book, "article", *options(answers), "--id", "another-cup", "--text", str(text), *TODAY)

    assert result.exit_code == 0, result.output
    record = (book / "references/articles/another-cup.yml").read_text(encoding="utf-8")
    known = read(book).catalogue.articles["a-cup-of-calm"]
    assert f"sha256: {known.text.sha256}" in record
    assert f"words: {known.text.words}" in record
    assert 'headings: ["(title)", Why Mint Tea?, Is It Safe?]' in record
    assert "log," not in record
    waiting = re.findall(r'another-cup.yml:\d+:\d+: error \S+ "?([\w-]+)', result.output)
    assert set(waiting) == {"summary", "result", "note"}
    assert "another-cup.txt" in result.output


def test_headings_are_lines_that_look_like_headings() -> None:
    text = "My title\n\nSome words, first.\n\nWhat is it?\nIt is tea.\n1. Leaves:\nan item\nShare\nShare\nThe end\nBye."
    assert read_text(text.encode(), "My Title").headings == (
        "(title)",
        "(introduction)",
        "What is it?",
        "1. Leaves:",
        "The end",
    )


def test_a_text_that_is_no_text_is_refused(book: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe")
    answers = {"title": "X", "publisher": "X", "kind": "news", "interest": "unclear"}
    result = new(book, "article", *options(answers), "--text", str(tmp_path / "x.txt"))
    assert (result.exit_code, "not written in UTF-8" in flat(result)) == (2, True)
    assert not (book / "references/articles/x.yml").exists()


def test_of_two_searches_of_one_day_none_is_taken(book: Path) -> None:
    known = book / "references/searches/mint-tea-2026-11.yml"
    twin = known.with_name("toothpaste-2026-11.yml")
    twin.write_text(known.read_text("utf-8").replace("id: mint-tea-2026-11", "id: toothpaste-2026-11"), "utf-8")

    assert new(book, "claim", *options(CLAIM), *TODAY).exit_code == 0
    assert read(book).catalogue.claims[Path(WRITTEN).stem].search is None


def test_a_new_search_takes_its_author_from_git_where_people_know_them(book: Path) -> None:
    person = next(iter(read(book).catalogue.people.values()))
    answers = {"question": "What is there on cold mint tea?", "source": "A drawer"}
    subprocess.run(["git", "init", "-q", book], check=True)
    subprocess.run(["git", "-C", book, "config", "user.name", "Nobody Known"], check=True)
    assert "--by: missing" in new(book, "search", *options(answers), *TODAY).output

    subprocess.run(["git", "-C", book, "config", "user.name", person.name], check=True)
    assert new(book, "search", *options(answers), "--result", "Nothing.", *TODAY).exit_code == 0

    search = read(book).catalogue.searches["there-cold-mint-2026-08"]
    assert (search.by, search.date, search.sources[0].name) == ((person.id,), date(2026, 8, 31), "A drawer")
    assert check(book).exit_code == 0


@given(
    st.text(st.characters(codec="utf-8"), max_size=300)
    | st.text("abc: #-'\"\\\n[]{}&*!|>%@`,?0x1e5~nyo.", max_size=150)
)
def test_every_text_reads_back_as_the_same(text: str) -> None:
    document = parse("\n".join([*entry("name", text, ""), "after: all"]))
    assert document.faults == ()
    assert document.value == {"name": text, "after": "all"}


@pytest.mark.parametrize("kind", sorted(KINDS.keys() & {"claim", "study", "article", "search"}))
def test_a_form_names_every_field_and_says_what_belongs_there(kind: str) -> None:
    from claimbook.drafts.form import Form

    text = "\n".join(Form(KINDS[kind]).write({}))
    said = " ".join(re.sub(r"^ *# ?", "", text, flags=re.MULTILINE).split())
    for name, field in schema(KINDS[kind])["properties"].items():
        assert re.search(rf"^{name}:", text, re.MULTILINE)
        assert field["description"].split(". ")[0] in said
    assert {fault.rule for fault in parse(text).faults} == set()


def test_outlines_become_fields_when_their_signs_are_taken_away() -> None:
    text = template()
    for name, empty in (("evidence", " []"), ("rating", "")):
        text = re.sub(
            rf"^{name}:{re.escape(empty)}\n((?:#   .*\n)+)",
            lambda match, name=name: f"{name}:\n" + re.sub(r"^# ", "", match[1], flags=re.MULTILINE),
            text,
            flags=re.MULTILINE,
        )
    document = parse(text)
    assert document.faults == ()
    assert document.value["evidence"] == [
        {"outcomes": [], "directness": "direct", "indirect_in": [], "risk_of_bias": "unclear"}
    ]
    assert document.value["rating"] == {"by": []}


def test_the_form_in_the_repository_is_the_one_that_the_model_makes(tmp_path: Path) -> None:
    assert (REPOSITORY / "claims/_template.yml").read_text(encoding="utf-8") == template(), "run: make schema"

    copy = copy_book(TOY, tmp_path / "copy")
    run = CliRunner()
    assert run.invoke(app, ["schema", "--root", str(copy)]).exit_code == 0
    assert run.invoke(app, ["schema", "--check", "--root", str(copy)]).exit_code == 0
    (copy / "claims/_template.yml").write_text("old", encoding="utf-8")
    stale = run.invoke(app, ["schema", "--check", "--root", str(copy)])
    assert (stale.exit_code, "claims/_template.yml is not up to date" in stale.output) == (1, True)


@pytest.mark.parametrize(
    ("authors", "year", "title", "made"),
    [
        (("Zed, Zoe",), "2020", "The effect of tea", "zed2020effect"),
        (("van de Loo, Aurora",), "2017", "Off-label tea", "vandeloo2017off"),
        (("O’Brien, B.",), "2022", "An update", "obrien2022update"),
        (("Øst, Å.",), "", "Über Tee", "ostnduber"),
        (("World Health Organization",), "2015", "WHO recommends", "who2015recommends"),
        (("王, 伟",), "2021", "茶", "anonymous2021untitled"),
    ],
)
def test_keys_follow_the_custom_of_the_library(authors: tuple[str, ...], year: str, title: str, made: str) -> None:
    assert key(authors, year, title, ()) == made


def test_keys_that_are_taken_get_another_word_and_at_last_a_letter() -> None:
    assert key(("Zed, Z.",), "2020", "Mint tea", {"zed2020mint"}) == "zed2020tea"
    assert key(("Zed, Z.",), "2020", "Mint tea", {"zed2020mint", "zed2020tea"}) == "zed2020mintb"


def test_an_entry_finds_its_place_above_the_remark_that_belongs_to_the_next() -> None:
    library = "% head\n\n@misc{a,\n}\n\n% on c\n@misc{c,\n}\n"
    assert insert(library, "@misc{b,\n}\n", "b") == "% head\n\n@misc{a,\n}\n\n@misc{b,\n}\n\n% on c\n@misc{c,\n}\n"
    assert insert(library, "@misc{d,\n}\n", "d") == library + "\n@misc{d,\n}\n"
    assert insert("", "@misc{d,\n}\n", "d") == "@misc{d,\n}\n"


@pytest.mark.parametrize(
    ("title", "made"),
    [("Does it help?", "help"), ("Is it in?", "is-it-in"), ("???", ""), ("word " * 30, "-".join(["word"] * 12))],
)
def test_ids_are_made_of_telling_words(title: str, made: str) -> None:
    assert slug(title) == made


def test_half_a_year_later_is_a_day_that_every_month_has() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 6, 1), 6) == date(2026, 12, 1)


def test_the_verbs_start_without_the_network() -> None:
    probe = "import sys; import claimbook.cli; print({'httpx', 'jinja2', 'bibtexparser'} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
