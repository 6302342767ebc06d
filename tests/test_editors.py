"""What editors offer to those who edit records: completion, help and marks from schemas, and snippets."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from books import REPOSITORY
from claimbook.model import Verdict
from claimbook.model.schema import KINDS, schema
from claimbook.reading import read
from claimbook.reading.record import read_record
from language_server import LanguageServer, why_not

SETTINGS = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
SNIPPETS = json.loads((REPOSITORY / ".vscode/claimbook.code-snippets").read_text(encoding="utf-8"))
CLAIM = REPOSITORY / "claims/efficacy/relief-within-hours.yml"
CHOICE = re.compile(r"\$\{\d+\|(.*?)\|\}")

pytestmark = pytest.mark.xdist_group("language server")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    if why_not():
        pytest.skip(why_not())
    nested: dict[str, dict[str, object]] = {"yaml": {"schemaStore": {"enable": False}}}
    nested["yaml"] |= {"schemas": SETTINGS["yaml.schemas"], "validate": True, "completion": True, "hover": True}
    server = LanguageServer(REPOSITORY, nested)
    yield server
    server.stop()


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column, from 0, of what follows some words."""
    end = text.index(words) + len(words)
    return text.count("\n", 0, end), end - text.rfind("\n", 0, end) - 1


def test_a_record_of_ours_has_no_marks(server: LanguageServer) -> None:
    assert server.open(CLAIM, CLAIM.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("first", ["named by the first line", "bound by the settings"])
def test_a_bad_key_and_a_bad_code_are_marked_at_their_lines(server: LanguageServer, first: str) -> None:
    text = (
        CLAIM.read_text(encoding="utf-8")
        .replace("importance: ", "importence: ")
        .replace("type: efficacy", "type: efficcy")
    )
    named = first.startswith("named")
    text = text if named else text.partition("\n")[2]
    file = CLAIM.with_name(f"new-{named}.yml")
    marks = {mark["range"]["start"]["line"]: mark for mark in server.open(file, text)}
    key, code = place(text, "importence")[0], place(text, "type: ")[0]
    assert {key, code} <= marks.keys() <= {0, 1, key, code}
    assert "importence" in marks[key]["message"]
    assert marks[key]["severity"] == 1
    assert "efficacy" in marks[code]["message"]


def test_codes_are_completed_with_what_they_mean(server: LanguageServer) -> None:
    text = CLAIM.read_text(encoding="utf-8").replace("  verdict: partly-supported\n", "  verdict: \n", 1)
    file = CLAIM.with_name("half.yml")
    server.open(file, text)
    offered = server.at("completion", file, *place(text, "  verdict: "))["items"]
    assert {term.value for term in Verdict} <= {one["label"] for one in offered}
    mixed = next(one for one in offered if one["label"] == "mixed")
    assert mixed["documentation"] == f"{Verdict.MIXED.label}: {Verdict.MIXED.plain}"


def test_keys_are_completed_and_explained_with_an_example(server: LanguageServer) -> None:
    text = CLAIM.read_text(encoding="utf-8").replace("\nreview:", "\nwhat\nreview:", 1)
    file = CLAIM.with_name("key.yml")
    server.open(file, text)
    offered = server.at("completion", file, *place(text, "\nwhat\n"[:-1]))["items"]
    keys = {one["label"]: one["documentation"] for one in offered}
    assert "aliases" in keys
    hover = server.at("hover", file, *place(text, "\nsearch"))["contents"]["value"]
    assert "Id of the search record" in hover
    assert "easing-within-hours" in server.at("hover", file, *place(text, "\nid"))["contents"]["value"]


def test_every_record_is_bound_to_its_schema() -> None:
    bound = SETTINGS["yaml.schemas"]
    assert {Path(path).name for path in bound} == {f"{kind}.schema.json" for kind in KINDS}
    assert all((REPOSITORY / path).is_file() for path in bound)
    matched = {path.relative_to(REPOSITORY).as_posix() for glob in bound.values() for path in REPOSITORY.glob(glob)}
    assert matched == {name for name in read(REPOSITORY).origins.names if name.endswith(".yml")}


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_a_form_shows_an_example_and_all_fields_have_a_title(kind: str) -> None:
    made = schema(KINDS[kind])
    groups = [made, *(one for one in made["$defs"].values() if one["type"] == "object")]
    fields = [(name, field) for group in groups for name, field in group["properties"].items()]
    assert [name for name, field in fields if not field.get("title")] == []
    formed = [(name, one) for name, field in fields for one in [field, *field.get("anyOf", [])]]
    assert [name for name, one in formed if {"pattern", "format"} & one.keys() and not one.get("examples")] == []


def filled(name: str) -> str:
    """A snippet as it stands when the first choice is taken and nothing is typed."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = CHOICE.sub(lambda match: match[1].split(",")[0], text)
    text = re.sub(r"\$\{\d+:(.*?)\}", r"\1", text).replace("${6}", "").replace("${4}", "")
    for variable, value in {"TM_FILENAME_BASE": "new2020", "CURRENT_YEAR": "2026", "CURRENT_MONTH": "11"}.items():
        text = text.replace(f"${variable}", value)
    return text.replace("$CURRENT_DATE", "22").replace("\\$", "$") + "\n"


@pytest.mark.parametrize("kind", ["claim", "study"])
def test_snippets_of_whole_records_are_records(kind: str) -> None:
    record, faults = read_record(KINDS[kind], filled(kind))
    assert faults == ()
    assert record is not None
    assert filled(kind).startswith(f"# yaml-language-server: $schema=../../schema/{kind}.schema.json\n")


def test_snippets_of_parts_are_parts_of_those_of_whole_records() -> None:
    indented = {name: "  " + filled(name).rstrip("\n").replace("\n", "\n  ") for name in ("appearance", "evidence")}
    assert all(text in filled("claim") for text in indented.values())
    assert "  " + filled("finding").rstrip("\n").replace("\n", "\n  ") in filled("study")


def test_snippets_offer_every_word_of_a_vocabulary() -> None:
    vocabularies = {
        ",".join(one["enum"]) for kind in KINDS for one in schema(KINDS[kind])["$defs"].values() if "enum" in one
    }
    offered = {words for snippet in SNIPPETS.values() for words in CHOICE.findall("\n".join(snippet["body"]))}
    assert len(offered) >= 10
    assert offered - vocabularies == set()
