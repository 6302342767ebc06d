"""The forms and labels as the files that GitHub reads."""

import json
from collections.abc import Iterator

from claimbook.drafts.values import entry, flow
from claimbook.intake.forms import PROMISES, Field, Form
from claimbook.intake.labels import LABELS

_HEAD = "# Written by the command `forms`; what it asks and offers comes from the book. Edits here would be lost."
_TOP = "    "
_INNER = "      "


def form_text(form: Form) -> str:
    """Write a form."""
    lines = [
        _HEAD,
        *entry("name", form.name, ""),
        *entry("description", form.description, ""),
        f"labels: [{form.kind}]",
        "body:",
        "  - type: markdown",
        "    attributes:",
        *entry("value", form.welcome, _INNER),
        *(line for one in form.fields for line in _field(one)),
        "  - type: checkboxes",
        "    id: promises",
        "    attributes:",
        *entry("label", PROMISES, _INNER),
        "      options:",
        *(line for promise in form.promises for line in _promise(promise)),
    ]
    return "\n".join([*lines, ""])


def _field(one: Field) -> Iterator[str]:
    yield f"  - type: {'dropdown' if one.options else 'textarea' if one.long else 'input'}"
    yield f"    id: {one.id}"
    yield "    attributes:"
    yield from entry("label", one.label, _INNER)
    if one.help:
        yield from entry("description", one.help, _INNER)
    if one.several:
        yield "      multiple: true"
    if one.options:
        yield "      options:"
        yield from (f"        - {flow(words)}" for words in one.options.values())
    if one.required:
        yield "    validations:"
        yield "      required: true"


def _promise(text: str) -> Iterator[str]:
    yield f"        - label: {flow(text)}"
    yield "          required: true"


def config_text(address: str, repository: str) -> str:
    """Write what stands beside the forms: other ways to go, and that an issue may also be written freely.

    Args:
        address: Where the site is published; may be empty.
        repository: Address of the repository.

    """
    links = [
        ("Read how ratings are made", f"{address}methods/", "What each verdict and each certainty means.")
        if address
        else None,
        (
            "Change a record yourself",
            f"{repository}/blob/HEAD/CONTRIBUTING.md",
            "How to propose a change, step by step.",
        ),
    ]
    lines = [_HEAD, "blank_issues_enabled: true", "contact_links:"]
    for name, url, about in filter(None, links):
        lines += [f"  - name: {flow(name)}", f"    url: {flow(url)}", f"    about: {flow(about)}"]
    return "\n".join([*lines, ""])


def labels_text() -> str:
    """Write the labels."""
    lines = [_HEAD.replace("what it asks and offers comes from the book", "the command `labels` sets them up")]
    for label in LABELS:
        lines += [
            f"- name: {label.name}",
            f"  color: {json.dumps(label.colour)}",
            f"  description: {flow(label.description)}",
        ]
    return "\n".join([*lines, ""])
