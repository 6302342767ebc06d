"""The JSON Schemas that editors read."""

import json

import pytest

from claimbook.model import Verdict
from claimbook.model.schema import KINDS, schema_text


def definition(kind, name):
    return json.loads(schema_text(kind))["$defs"][name]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema_that_refuses_unknown_keys(kind):
    made = json.loads(schema_text(kind))
    assert made["$schema"].startswith("https://json-schema.org/")
    assert made["type"] == "object"
    assert made["additionalProperties"] is False
    assert made["required"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_for_editors(kind):
    made = json.loads(schema_text(kind))
    groups = [made, *(one for one in made["$defs"].values() if one["type"] == "object")]
    bare = [name for group in groups for name, field in group["properties"].items() if not field.get("description")]
    assert groups
    assert bare == []


def test_codes_carry_their_label_and_plain_line():
    verdict = definition("claim", "Verdict")
    assert verdict["enum"] == [term.value for term in Verdict]
    assert verdict["enumDescriptions"][0] == f"{Verdict.SUPPORTED.label}: {Verdict.SUPPORTED.plain}"
    assert len(verdict["enumDescriptions"]) == len(Verdict)


def test_a_field_that_may_be_left_out_may_stand_empty_and_no_other():
    appearance = definition("claim", "Appearance")
    for name, field in appearance["properties"].items():
        assert ({"type": "null"} in field.get("anyOf", [])) == (name not in appearance["required"]), name


def test_words_of_the_file_are_those_of_the_record_not_of_the_code():
    numbers = definition("claim", "AbsoluteNumbers")
    assert "with" in numbers["properties"]
    assert "treated" not in numbers["properties"]


def test_a_schema_is_the_same_text_each_time_and_ends_in_a_line_break():
    assert schema_text("claim") == schema_text("claim")
    assert schema_text("claim").endswith("}\n")
    keys = list(json.loads(schema_text("claim")))
    assert keys == sorted(keys)


def test_there_is_no_other_kind():
    with pytest.raises(KeyError):
        schema_text("clam")
