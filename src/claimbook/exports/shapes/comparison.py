"""The shape of a comparison of two states of a book, as `diff --format json` prints it."""

from typing import Annotated, TypedDict

from claimbook.revisions import Kind


class Difference(TypedDict):
    """One thing that is not as it was."""

    kind: Annotated[Kind, "What kind of change it is."]
    error: Annotated[bool, "Whether it must not be made."]
    record: Annotated[str, "Kind of record: claim, study, source, article, search, person, book, page, rule, standing."]
    id: Annotated[str, "Id or key of the record, or the address of a page; empty where there is only one."]
    title: Annotated[str, "What readers know it by; may be empty."]
    what: Annotated[str, "What changed, in words."]
    before: Annotated[str, "In words; empty where there was nothing."]
    after: Annotated[str, "In words; empty where there is nothing now."]
    note: Annotated[str, "What a reviewer should know besides; may be empty."]
    claims: Annotated[list[str], "Ids of the claims that it bears on; of a study, those it counts for come first."]


class NotCompared(TypedDict):
    """A file that could not be read, so that nothing in it was compared."""

    earlier: Annotated[bool, "Whether it is the earlier file that could not be read."]
    file: Annotated[str, "Path below the top of the book."]
    why: Annotated[str, "What is wrong with it."]


class ComparisonFile(TypedDict):
    """What changed between two states of a book."""

    schema_version: Annotated[int, "Version of the form; goes up when a field changes its meaning, its name or goes."]
    base: Annotated[str, "Name of the earlier state."]
    head: Annotated[str, "Name of the later state."]
    summary: Annotated[str, "All of it in one line."]
    broken: Annotated[bool, "Whether something must be mended."]
    changes: Annotated[list[Difference], "By kind, what a reviewer looks at first standing first."]
    not_compared: Annotated[list[NotCompared], "Files that could not be read."]
