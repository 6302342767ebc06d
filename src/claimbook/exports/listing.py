"""The list of what can be downloaded: what each file holds, and the checksum of the bytes that were made."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, get_args, get_type_hints

from claimbook.exports import llms, schemas, shapes
from claimbook.files import OutFile
from claimbook.model.schema import KINDS
from claimbook.views import Download, FieldNote, Published, ShapeNote, Shelf
from claimbook.views.cite import BOOK_FILES, FORMATS, LIBRARY_FILES
from claimbook.views.feeds import view_feeds


class Sum(NamedTuple):
    """Size and checksum of a file that was made."""

    size: int
    sha256: str


class Row(NamedTuple):
    """A file before it was made."""

    group: str
    path: str
    form: str
    plain: str
    records: int | None = None
    noun: str = ""


def sum_of(file: OutFile) -> Sum:
    """Measure a file."""
    content = file.content
    return Sum(len(content), sha256(content).hexdigest())


def publish(rows: Mapping[str, Row], sums: Mapping[str, Sum]) -> Published:
    """List what was made."""
    downloads = (Download(*row, _MEDIA[row.form], *sums[path]) for path, row in rows.items())
    return Published(tuple(downloads), tuple(_shapes()))


def rows(shelf: Shelf) -> Mapping[str, Row]:
    """Tell what can be downloaded, by address; files of single claims and sources are too many for a list."""
    return {row.path: row for row in _rows(shelf)}


_MEDIA = {
    "JSON": "application/json",
    "CSV": "text/csv",
    "BibTeX": "application/x-bibtex",
    "RIS": "application/x-research-info-systems",
    "CSL-JSON": "application/vnd.citationstyles.csl+json",
    "JSON Schema": "application/schema+json",
    "Atom": "application/atom+xml",
    "JSON Feed": "application/feed+json",
    "Markdown": "text/markdown",
}
_CLAIMS, _SOURCES, _SCHEMAS, _MORE = "Claims", "Sources", "Schemas", "Feeds and others"


def _rows(shelf: Shelf) -> Iterator[Row]:
    claims, sources = len(shelf.rows), len(shelf.catalogue.references)
    yield Row(_CLAIMS, "data/claims.json", "JSON", "All claims in short, with their ratings", claims, "claim")
    yield Row(_CLAIMS, "data/claims.csv", "CSV", "All claims in short, for spreadsheets", claims, "claim")
    who, what = (
        "Who says what: each claim in each article",
        f"What has been studied: each {shelf.catalogue.book.words.condition} and outcome",
    )
    yield Row(_CLAIMS, "data/matrix.csv", "CSV", who, len(shelf.live) * len(shelf.catalogue.articles), "row")
    fields = len(shelf.catalogue.book.conditions) * len(shelf.catalogue.book.outcomes)
    yield Row(_CLAIMS, "data/gaps.csv", "CSV", what, fields, "row")
    yield Row(_SOURCES, "data/references.json", "JSON", "The library in short", sources, "source")
    for name, ending in FORMATS:
        plain = "The library, for reference managers"
        yield Row(_SOURCES, f"{LIBRARY_FILES}.{ending}", name, plain, sources, "source")
    for name, ending in FORMATS:
        yield Row(_SOURCES, f"{BOOK_FILES}.{ending}", name, "This site as a whole, to cite it", 1, "source")
    for name in schemas.FILES:
        yield Row(_SCHEMAS, schema_path(name), "JSON Schema", f"Form of a JSON file: {name}")
    for verb in schemas.PRINTED:
        yield Row(_SCHEMAS, schema_path(verb), "JSON Schema", f"Form of what the command prints as JSON: {verb}")
    for kind in KINDS:
        yield Row(_SCHEMAS, record_schema_path(kind), "JSON Schema", f"Form of the records people edit: {kind}")
    for feed in view_feeds(shelf)[:1]:
        entries = len(feed.changes)
        yield Row(_MORE, feed.atom, "Atom", "The latest changes", entries, "change")
        yield Row(_MORE, feed.json, "JSON Feed", "The latest changes", entries, "change")
    yield Row(_MORE, llms.PATH, "Markdown", "A short map of this site for language models")


def schema_path(name: str) -> str:
    """Address of the schema of a JSON file."""
    return f"data/schema/{name}.schema.json"


def record_schema_path(kind: str) -> str:
    """Address of the schema of a kind of record."""
    return f"schema/{kind}.schema.json"


def _shapes() -> Iterator[ShapeNote]:
    """Tell the fields of the main objects; of those in full only what is not in the short ones."""
    told: set[str] = set()
    for plain, shape in (
        ("Every file", shapes.Head),
        ("A claim in short", shapes.Row),
        ("A claim in full has these as well", shapes.Claim),
        ("A source in short", shapes.SourceRow),
        ("A source in full has these as well", shapes.Source),
    ):
        fields = [FieldNote(name, _told(hint)) for name, hint in get_type_hints(shape, include_extras=True).items()]
        more = shape in (shapes.Claim, shapes.Source)
        yield ShapeNote(plain, tuple(one for one in fields if not (more and one.name in told)))
        told = {one.name for one in fields}


def _told(hint: object) -> str:
    """Give the description of a field: its own, or that of the object that stands in it."""
    inner = get_args(hint)
    if inner and isinstance(inner[-1], str):
        return inner[-1]
    shape = inner[0] if inner else hint
    return (getattr(shape, "__doc__", "") or "").split("\n")[0]
