"""Manuals that cannot lie: what they name exists, and what exists is named."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from books import REPOSITORY
from claimbook.findings import suggest
from claimbook.model.schema import KINDS
from claimbook.rules import RULES
from reference import FILES, FOLDER, reference, verbs

PLACES = ("*.md", ".github/**/*.md", "audit/*.md", "bench/*.md", "docs/decisions/*.md", "docs/maintain/*.md")
MANUALS = sorted(file for place in PLACES for file in REPOSITORY.glob(place))
SHELLS = ("sh", "powershell")
PROGRAMS = ("claimbook", "build_claims.py")
_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_HERE = re.compile(r"/(?:work|root|home|tmp|Users)/\w")
_OURS = (
    "src/",
    "tests/",
    "docs/",
    "audit/",
    "bench/",
    "schema/",
    "requirements/",
    "references/",
    "claims/",
    ".github/",
)
_BUILT = ("docs/assets/claimbook.", "docs/.generated", "docs/.theme", "audit/node_modules/")
_PLACEHOLDER = re.compile(r"\b(?:ID|KEY|CATEGORY)\b")
_SETTING = re.compile(r"[A-Z_]+=")


def name(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()


def prose(text: str) -> str:
    """A text without its blocks of code."""
    return _FENCE.sub("", text)


def commands(text: str) -> list[list[str]]:
    """The lines of all blocks for a shell, cut into words; what is joined by && is cut apart, settings are left out."""
    blocks = [body.replace("\\", "/") for shell, body in _FENCE.findall(text) if shell in SHELLS]
    lines = [shlex.split(line, comments=True) for block in blocks for line in re.split(r"\n| && ", block)]
    return [kept for words in lines if (kept := [word for word in words if not _SETTING.match(word)])]


def ours(words: list[str]) -> list[str] | None:
    """What follows the name of this program, where a line calls it."""
    program = words[1:2] if Path(words[0]).name.startswith("python") else words[:1]
    return words[words.index(program[0]) + 1 :] if program and Path(program[0]).name in PROGRAMS else None


@pytest.mark.parametrize("page", reference())
def test_the_reference_is_what_the_program_says(page: str) -> None:
    assert (FOLDER / page).read_text(encoding="utf-8") == f"{reference()[page]}\n", "run: make reference"


def test_every_kind_of_record_is_told_with_its_place() -> None:
    assert FILES.keys() == KINDS.keys()


def test_every_manual_is_reached_from_the_first_one() -> None:
    first = (FOLDER / "README.md").read_text(encoding="utf-8")
    others = {file.name for file in FOLDER.glob("*.md")} - {"README.md"}
    assert others - set(_LINK.findall(first)) == set()


def test_every_kind_of_page_is_told() -> None:
    templates = REPOSITORY / "src" / "claimbook" / "templates"
    kinds = {file.name.removesuffix(".md.j2") for file in templates.glob("*.md.j2")}
    told = set(re.findall(r"^\| `(\w+)` \|", (FOLDER / "pages.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == kinds


def anchors(file: Path) -> set[str]:
    """The places in a Markdown file that links can lead to, named as GitHub names them."""
    text = prose(file.read_text(encoding="utf-8"))
    headings = [re.sub(r"[`*]|\]\([^)]*\)|\[", "", one) for one in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    slugs: list[str] = []
    for heading in headings:
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        slugs.append(f"{slug}-{slugs.count(slug)}" if slug in slugs else slug)
    return {*slugs, *re.findall(r'<a id="([^"]+)"', text)}


@pytest.mark.parametrize("file", MANUALS, ids=name)
def test_links_lead_somewhere(file: Path) -> None:
    lost = []
    for target in _LINK.findall(prose(file.read_text(encoding="utf-8"))):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, place = target.partition("#")
        there = (file.parent / path).resolve() if path else file
        if not there.exists() or (place and there.suffix == ".md" and place not in anchors(there)):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("file", MANUALS, ids=name)
def test_commands_exist_with_their_options(file: Path) -> None:
    known = dict(verbs())
    wrong = []
    for words in commands(file.read_text(encoding="utf-8")):
        if (rest := ours(words)) is None:
            continue
        verb = next((one for one in (" ".join(rest[:2]), rest[0]) if one in known), None) if rest else None
        if verb is None:
            wrong.append(f"{' '.join(words)}: no such verb. {suggest(rest[0] if rest else '', known)}")
            continue
        options = {option for one in known[verb].params for option in one.opts} | {"--help"}
        typed = {word.partition("=")[0] for word in rest if word.startswith("--")}
        wrong += [f"{' '.join(words)}: no option {one}" for one in typed - options]
    assert wrong == []


@pytest.mark.parametrize("file", MANUALS, ids=name)
def test_targets_of_make_exist(file: Path) -> None:
    targets = set(re.findall(r"^\.PHONY: (\w+)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = file.read_text(encoding="utf-8")
    lines = [*commands(text), *(code.split() for code in _CODE.findall(prose(text)))]
    asked = {words[1] for words in lines if words[:1] == ["make"] and len(words) > 1 and words[1].isalpha()}
    assert asked - targets == set()


@pytest.mark.parametrize("file", MANUALS, ids=name)
def test_files_that_are_named_exist(file: Path) -> None:
    """A path in code type, such as `src/claimbook/rules/`; one that holds a placeholder or a star is a pattern."""
    named = {code for code in _CODE.findall(prose(file.read_text(encoding="utf-8"))) if code.startswith(_OURS)}
    paths = {code for code in named if re.fullmatch(r"[\w./-]+", code) and not _PLACEHOLDER.search(code)}
    lost = {path for path in paths if not path.startswith(_BUILT) and not (REPOSITORY / path).exists()}
    assert lost == set()


@pytest.mark.parametrize("file", MANUALS, ids=name)
def test_nothing_is_said_of_the_computer_it_was_written_on(file: Path) -> None:
    assert _HERE.findall(file.read_text(encoding="utf-8")) == []


def test_issue_forms_that_the_guide_names_exist() -> None:
    forms = (REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
    known = {one["name"] for file in forms if "name" in (one := yaml.safe_load(file.read_text(encoding="utf-8")))}
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r'form(?:\]\([^)]*\))? "([^"]+)"', guide))
    assert named
    assert named - known == set()


def test_rules_that_manuals_name_exist() -> None:
    """A rule in code type with the word before it, such as: rule `unknown-study`."""
    known = {rule.id for rule in RULES}
    named = {one for file in MANUALS for one in re.findall(r"[Rr]ule `([\w-]+)`", file.read_text(encoding="utf-8"))}
    assert named - known == set()


def test_the_readme_shows_the_site_and_its_picture_is_light() -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", (REPOSITORY / "README.md").read_text(encoding="utf-8"))
    assert pictures
    for words, path in pictures:
        assert len(words) > 20, "what is to be seen, for those who cannot see it"
        assert (REPOSITORY / path).stat().st_size <= 200_000


def test_the_citation_file_is_valid_and_of_this_version() -> None:
    """The required keys of the Citation File Format 1.2.0, and the ones we use."""
    cited = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    book = yaml.safe_load((REPOSITORY / "book.yml").read_text(encoding="utf-8"))
    assert cited["cff-version"] == "1.2.0"
    assert cited["message"]
    assert cited["title"]
    assert all(author.get("name") or author.get("family-names") for author in cited["authors"])
    assert cited["type"] == "software"
    assert cited["version"] == project["version"]
    assert cited["license"] == [project["license"], "CC-BY-4.0"]
    assert cited["repository-code"] == book["repository"]
    assert cited["url"] == book["address"]
