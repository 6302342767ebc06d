"""Issue forms: what they ask, what becomes of an honest answer, and that a hostile one can do nothing."""

import json
import re
from pathlib import Path

import pytest
import yaml

from books import REPOSITORY, copy_book
from claimbook.intake import LABELS, Kind, form_text
from claimbook.intake.issue import answers, clean
from form_bodies import FORMS, TOY, body, event, run, take_in, taken

FENCE = re.compile(r"^(`{3,})text\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
CLAIM = "claims/sleep/mint-tea-help-homework.yml"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e\u2066\ufeff\ud7ff]")
SAID = "HOSTILE"
"""Stands in everything hostile, to be looked for wherever it must not be."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copy_book(TOY, tmp_path / "book")


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outside_of_fences(text: str) -> str:
    return FENCE.sub("", text)


# ---- the forms ---------------------------------------------------------------------------------------------------


def test_the_forms_offer_what_the_book_has() -> None:
    result = run("forms", "--check", "--root", REPOSITORY)

    assert result.exit_code == 0, f"{result.output}run: python build_claims.py forms"


def test_a_form_that_is_out_of_date_is_told_and_written(book: Path) -> None:
    assert run("forms", "--check", "--root", book).exit_code == 1
    assert run("forms", "--root", book).exit_code == 0
    assert run("forms", "--check", "--root", book).exit_code == 0
    settings = book / "book.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("label: Jet lag", "label: Time zones"))
    stale = run("forms", "--check", "--root", book)
    assert (stale.exit_code, stale.output) == (1, ".github/ISSUE_TEMPLATE/new-claim.yml is not up to date\n")


@pytest.mark.parametrize("kind", Kind)
def test_a_form_is_one_that_github_takes(kind: Kind) -> None:
    form = yaml.safe_load(form_text(FORMS[kind]))

    assert form["labels"] == [kind]
    assert form["name"]
    assert form["description"]
    fields = [one for one in form["body"] if one["type"] != "markdown"]
    labels = [one["attributes"]["label"] for one in fields]
    assert len({*labels}) == len(labels)
    assert len({one["id"] for one in fields}) == len(fields)
    for one in fields:
        assert one["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        assert re.fullmatch(r"[a-z]+", one["id"])
        options = one["attributes"].get("options", ["", ""])
        assert len(options) == len({str(option) for option in options}) or one["type"] != "dropdown"
        assert "None" not in options
        assert all(isinstance(option, str) for option in options) or one["type"] == "checkboxes"
    assert fields[-1]["type"] == "checkboxes"


@pytest.mark.parametrize("kind", Kind)
def test_every_choice_comes_back_as_its_code(kind: Kind) -> None:
    form = FORMS[kind]
    for field in form.fields:
        for code, words in field.options.items():
            given, _ = answers(form, f"### {field.label}\n\n{words}\n")
            assert given[field.id] == code
        if field.several:
            given, _ = answers(form, f"### {field.label}\n\n{', '.join(field.options.values())}\n")
            assert given[field.id].splitlines() == [*field.options]


def test_all_labels_that_anything_names_are_set_up() -> None:
    folder = REPOSITORY / ".github"
    known = {one["name"] for one in yaml.safe_load((folder / "labels.yml").read_text(encoding="utf-8"))}
    named = {
        name
        for update in yaml.safe_load((folder / "dependabot.yml").read_text())["updates"]
        for name in update["labels"]
    }
    named |= {
        label
        for file in (folder / "ISSUE_TEMPLATE").glob("*-*.yml")
        for label in yaml.safe_load(file.read_text())["labels"]
    }
    workflow = (folder / "workflows" / "intake.yml").read_text(encoding="utf-8")
    asked = {*re.findall(r"labels\.\*\.name, '([\w-]+)'", workflow)}

    assert asked == {*Kind}
    assert named | asked <= known == {label.name for label in LABELS}


def test_pages_open_a_form_that_is_there() -> None:
    """The link at the foot of a page fills in where the mistake is."""
    notices = (REPOSITORY / "src/claimbook/templates/theme/notices.html").read_text(encoding="utf-8")
    links = re.findall(r"issues/new\?template=([\w.-]+)&amp;title=[^&]*&amp;(\w+)=", notices)

    assert links
    for file, field in links:
        form = yaml.safe_load((REPOSITORY / ".github/ISSUE_TEMPLATE" / file).read_text(encoding="utf-8"))
        assert field in {one.get("id") for one in form["body"]}


# ---- honest answers ----------------------------------------------------------------------------------------------


def test_a_claim_becomes_a_draft_that_passes_the_check(book: Path) -> None:
    outcome = taken(book, Kind.CLAIM, studies="A trial of 1999")

    assert outcome.files == (CLAIM,)
    assert outcome.title == "Draft of a claim: mint-tea-help-homework"
    assert (outcome.branch, outcome.remove) == ("intake/issue-12", ("needs-an-answer",))
    assert "closes #12" in outcome.body
    assert "A trial of 1999" in outcome.body
    record = yaml.safe_load((book / CLAIM).read_text(encoding="utf-8"))
    assert record["conditions"] == ["poor-sleep", "jet-lag"]
    assert (record["review"]["status"], record["rating"]) == ("draft", None)
    assert record["appearances"][0]["paragraph"] == 1
    found = run("check", "--root", book, "--today", "2026-11-23", "--format", "json")
    assert [
        one for one in json.loads(found.output)["findings"] if one["file"] == CLAIM and one["level"] == "error"
    ] == []


def test_a_claim_gets_an_id_that_is_free(book: Path) -> None:
    taken(book, Kind.CLAIM)

    assert taken(book, Kind.CLAIM, statement="Mint tea may help.").files == (
        "claims/sleep/mint-tea-help-homework-12.yml",
    )
    assert taken(book, Kind.CLAIM, title="茶は効きますか?").files == ("claims/sleep/claim-12.yml",)


def test_all_that_does_not_fit_is_told_at_once(book: Path) -> None:
    before = everything(book)
    outcome = taken(
        book,
        Kind.CLAIM,
        statement="",
        category="Does it sing?",
        heading="Before the Flight",
    )

    assert outcome.files == ()
    assert outcome.add == ("needs-an-answer",)
    assert "- Category: choose one of the answers that the form offers" in outcome.comment
    assert "- Statement: this is missing" in outcome.comment
    assert everything(book) == before


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"heading": "Before the Flight"}, "- Heading: "),
        ({"quote": "one two three four five six seven eight nine ten eleven twelve thirteen"}, "13 words are copied"),
        ({"paragraph": "../../etc/passwd"}, "- Paragraph: "),
        ({"title": "x" * 81}, "- Question: it has 81 characters; at most 80"),
        ({"studies": "x" * 4001}, "at most 4000 are allowed"),
        (
            {"type": "History: What happened when., Advice: What guidelines say should be done."},
            "- Kind of statement: ",
        ),
    ],
)
def test_an_answer_that_does_not_fit_its_record_is_refused(book: Path, changed: dict[str, str], told: str) -> None:
    outcome = taken(book, Kind.CLAIM, **changed)

    assert outcome.files == ()
    assert told in outcome.comment


def test_a_study_becomes_an_entry_and_the_beginning_of_a_record(book: Path) -> None:
    library = (book / "references/library.bib").read_text(encoding="utf-8")
    outcome = taken(book, Kind.STUDY)

    assert outcome.files == ("references/library.bib", "references/studies/quince2026mint.yml")
    assert outcome.title == "Draft of a study: quince2026mint"
    assert "`claims/sleep/keeps-working.yml`" in outcome.body
    now = (book / "references/library.bib").read_text(encoding="utf-8")
    begin = now.index("@article{quince2026mint,")
    end = now.index("\n}\n", begin) + 4
    assert f"{now[:begin]}{now[end:]}".rstrip() == library.rstrip()
    assert "doi = {10.5555/new.2026}" in now[begin:end]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"identifier": "10.5555/ALDER2001mint"}, 'the library has it already, as "alder2001mint"'),
        ({"title": "A night with mint tea."}, '"birch2003night" has nearly the same title'),
        ({"identifier": "file:///etc/passwd"}, "- DOI, PMID or web address: "),
        ({"year": "19999"}, "- Year: write four digits"),
    ],
)
def test_a_study_that_cannot_be_added_is_refused(book: Path, changed: dict[str, str], told: str) -> None:
    before = everything(book)
    outcome = taken(book, Kind.STUDY, **changed)

    assert outcome.files == ()
    assert told in outcome.comment
    assert everything(book) == before


def test_who_doubts_a_rating_is_told_what_it_rests_on(book: Path) -> None:
    outcome = taken(book, Kind.QUESTION, claim="https://example.org/mint/claims/keeps-working/#why")

    assert outcome.files == ()
    assert "`claims/sleep/keeps-working.yml`, https://example.org/mint/claims/keeps-working/" in outcome.comment
    assert "- Rating: not backed up, low certainty; confirmed on 2026-11-05 by " in outcome.comment
    assert "- You doubt: a study was misread" in outcome.comment
    assert "- You would say: supported, high certainty" in outcome.comment
    assert "explain keeps-working" in outcome.comment


def test_a_claim_that_is_not_there_is_asked_for(book: Path) -> None:
    outcome = taken(book, Kind.QUESTION, claim="the one with the tea")

    assert outcome.add == ("needs-an-answer",)
    assert "copy the address of its page" in outcome.comment


@pytest.mark.parametrize(
    ("said", "file"),
    [
        ("https://example.org/mint/claims/keeps-working/", "claims/sleep/keeps-working.yml"),
        ("claims/sleep/keeps-working.yml", "claims/sleep/keeps-working.yml"),
        ("book.yml", "book.yml"),
        ("references/alder2001mint/", "references/studies/alder2001mint.yml"),
        ("https://example.org/mint/articles/the-travellers-cup/", "references/articles/the-travellers-cup.yml"),
    ],
)
def test_a_problem_names_the_file_to_look_at(book: Path, said: str, file: str) -> None:
    outcome = taken(book, Kind.PROBLEM, record=said)

    assert f"`{file}`" in outcome.comment
    assert f"https://example.org/toy/book/edit/trunk/{file}" in outcome.comment


def test_a_problem_of_no_record_is_taken_in_too(book: Path) -> None:
    assert "No single record is named" in taken(book, Kind.PROBLEM, record="the colours").comment


# ---- hostile answers ---------------------------------------------------------------------------------------------

HOSTILE = {
    "workflow commands": "::set-env name=PATH::HOSTILE\n::error file=x::HOSTILE\n##[add-mask]HOSTILE",
    "shell": "$(touch HOSTILE) `touch HOSTILE`; touch HOSTILE | tee HOSTILE && ${IFS}HOSTILE",
    "expressions": "${{ github.token }} ${{ secrets.HOSTILE }} {{ cycler.__init__.__globals__.HOSTILE }}",
    "paths": "../../../../.github/workflows/HOSTILE.yml /etc/HOSTILE ~/HOSTILE C:\\HOSTILE",
    "mentions": "@HOSTILE @org/HOSTILE #1 HOSTILE/HOSTILE#2 GH-3 closes #4",
    "links and pictures": "[HOSTILE](https://hostile.example) ![HOSTILE](//hostile.example/x.png) www.hostile.example",
    "markup": "<img src=x onerror=HOSTILE> <details open> <!-- HOSTILE --> </pre>",
    "fences": "```\nHOSTILE @x\n```\n````text\nHOSTILE\n~~~~~~\n``````````\n@HOSTILE",
    "yaml": "x\nrating: {verdict: supported, by: [HOSTILE]}\n- &a !!python/object/apply:os.system [HOSTILE]\n*a: \"'",
    "bibtex": "}, note = {HOSTILE}}\n@article{hostile1999, title={HOSTILE}}\n% \\input{HOSTILE}",
    "unseen": "HOSTILE\x1b[31m\x00\x07\u202eELITSOH\u200b\u2066\ufeff\u2028HOSTILE\x85\ud7ff",
    "headings": "### Category\n\nHOSTILE\n\n### Quote\n\nHOSTILE\n\n### HOSTILE\n\nx",
    "a flag": "--body-file=/etc/passwd --repo HOSTILE/HOSTILE",
    "long": "HOSTILE " * 490,
}
TARGETS = [
    (Kind.PROBLEM, "record"),
    (Kind.PROBLEM, "problem"),
    (Kind.QUESTION, "claim"),
    (Kind.QUESTION, "reason"),
    (Kind.STUDY, "identifier"),
    (Kind.STUDY, "title"),
    (Kind.STUDY, "authors"),
    (Kind.STUDY, "container"),
    (Kind.STUDY, "finding"),
    (Kind.CLAIM, "category"),
    (Kind.CLAIM, "title"),
    (Kind.CLAIM, "statement"),
    (Kind.CLAIM, "quote"),
    (Kind.CLAIM, "studies"),
]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_can_do_nothing(book: Path, words: str) -> None:
    """Whatever stands in whichever field: only the files of a draft change, and nothing that was typed can act."""
    for number, (kind, field) in enumerate(TARGETS, start=1):
        before = everything(book)
        result, outcome = take_in(book, event(kind, body(kind, **{field: words}), number))
        after = everything(book)

        assert result.exit_code == 0, result.output
        assert outcome is not None
        assert SAID not in result.output
        assert re.fullmatch(r"issue \d+: [a-z0-9/.,\- ]+\n", result.output)
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert changed == {*outcome.files}
        assert all(re.fullmatch(r"(claims/sleep|references(/studies)?)/[a-z0-9-]+\.(yml|bib)", one) for one in changed)
        assert re.fullmatch(r"(Draft of a (claim|study): [a-z0-9-]{1,60})?", outcome.title)
        for text in (outcome.comment, outcome.body):
            assert not UNSEEN.search(text)
            bare = outside_of_fences(text)
            assert SAID not in bare
            assert "hostile.example" not in bare
            assert not re.search(r"@|<|\$\{|!\[", bare)
            assert {*re.findall(r"#\d+", bare)} <= {f"#{number}"}
        for path in changed:
            (book / path).write_bytes(before[path]) if path in before else (book / path).unlink()


@pytest.mark.parametrize("name", ["yaml", "markup", "expressions", "unseen", "shell", "mentions"])
def test_a_record_says_what_was_typed_and_nothing_else(book: Path, name: str) -> None:
    """A text stays one text of one field."""
    words = HOSTILE[name][:150]
    plain = yaml.safe_load((book / taken(book, Kind.CLAIM).files[0]).read_text(encoding="utf-8"))
    record = yaml.safe_load((book / taken(book, Kind.CLAIM, statement=words).files[0]).read_text(encoding="utf-8"))

    assert not UNSEEN.search(record["statement"])
    assert record.pop("statement") == " ".join(clean(words).split())
    assert {**record, "id": ""} == {name: value for name, value in {**plain, "id": ""}.items() if name != "statement"}


def test_a_second_heading_of_the_form_is_refused(book: Path) -> None:
    outcome = taken(book, Kind.CLAIM, studies="None.\n\n### Category\n\nBackground")

    assert outcome.files == ()
    assert '"### Category" stands there twice' in outcome.comment


def test_a_heading_of_ones_own_belongs_to_the_answer(book: Path) -> None:
    assert "### Mine" in taken(book, Kind.CLAIM, studies="One\n\n### Mine\n\nTwo").body


@pytest.mark.parametrize("labels", [(), ("bug",), (Kind.CLAIM, Kind.STUDY)])
def test_an_issue_that_came_from_no_form_is_left_alone(book: Path, labels: tuple[str, ...]) -> None:
    result, outcome = take_in(book, event(None, body(Kind.CLAIM), labels=labels))

    assert (result.exit_code, outcome) == (0, None)
    assert "nothing is done" in result.output
    assert run("deliver", book.parent / "out", "--root", book).output == "nothing to deliver\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"issue": 3}',
        '{"issue": {"number": 1}}',
        event(Kind.CLAIM, "x", number="1; HOSTILE"),
        "[" * 100_000,
    ],
)
def test_what_is_no_event_is_refused(book: Path, text: str) -> None:
    result, outcome = take_in(book, text)

    assert (result.exit_code, outcome) == (2, None)
    assert SAID not in result.output


def test_an_issue_without_text_is_asked_for_everything(book: Path) -> None:
    _, outcome = take_in(book, event(Kind.PROBLEM, ""))

    assert outcome is not None
    assert outcome.comment.count("this is missing") == 2
