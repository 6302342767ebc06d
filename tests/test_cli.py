"""The verbs, as people type them."""

import gc
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, PackageLoader
from typer.testing import CliRunner, Result

from books import REPOSITORY
from claimbook.cli import app
from claimbook.pages import engine
from claimbook.pipeline import without_gc
from claimbook.progress import progress
from claimbook.rules import RULES
from generate import generate

CLAIM = "claims/efficacy/claim-1.yml"
OTHER = "claims/dosing/claim-3.yml"
SITE = "site_name: Synthetic\ntheme: {name: material, font: false}\n"


@pytest.fixture(autouse=True)
def _outside_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A valid small book, and we stand in it."""
    generate(tmp_path, 6)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("book")
def test_a_good_book_passes() -> None:
    result = run("check", "--today", "2026-11-23")

    assert (result.exit_code, result.output) == (0, "no findings in 37 files\n")


def test_an_error_is_named_with_its_place_and_ends_with_1(book: Path) -> None:
    replace(book / CLAIM, "study: ", "study: x")

    result = run("check")

    assert result.exit_code == 1
    assert f"{CLAIM}:30:10: error unknown-study" in result.output


def test_a_warning_alone_is_no_failure(book: Path) -> None:
    replace(book / CLAIM, "due: 2027-05-22", "due: 2026-11-22")

    result = run("check", "--today", "2026-11-23")

    assert result.exit_code == 0
    assert "warning review-overdue" in result.output


def test_due_dates_are_held_against_the_day_that_is_given(book: Path) -> None:
    replace(book / CLAIM, "due: 2027-05-22", "due: 2026-11-24")

    assert "review-overdue" not in run("check", "--today", "2026-11-23").output
    assert "review-overdue" in run("check", "--today", "2026-11-26").output


def test_due_dates_are_held_against_the_clock_where_no_day_is_given(book: Path) -> None:
    replace(book / CLAIM, "due: 2027-05-22", "due: 2001-01-01")

    assert "review-overdue" in run("check").output


def test_findings_can_be_read_by_programs(book: Path) -> None:
    replace(book / CLAIM, "study: ", "study: x")

    report = json.loads(run("check", "--format", "json").output)

    assert [finding["file"] for finding in report["findings"] if finding["level"] == "error"] == [CLAIM]


def test_inside_github_findings_become_annotations(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(book / CLAIM, "study: ", "study: x")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert f"::error file={CLAIM},line=30," in run("check").output
    assert f"::error file={CLAIM},line=30," in run("build").output
    assert "::error" not in run("check", "--format", "text").output


def test_inside_github_the_summary_of_the_job_holds_all_findings(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(book / CLAIM, "study: ", "study: x")
    summary = book.parent / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    run("check", "--format", "github")
    told = summary.read_text(encoding="utf-8")
    run("check", "--format", "json")

    assert told.startswith("Before.\n## Check\n")
    assert f"| {CLAIM}:30:10 | error unknown-study |".replace("_", r"\_") in told
    assert summary.read_text(encoding="utf-8") == told


def test_sarif_tells_of_every_rule_and_where_it_is_explained(book: Path) -> None:
    replace(book / "book.yml", "title:", "address: https://example.org/b\ntitle:")

    log = json.loads(run("check", "--format", "sarif").output)["runs"][0]

    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    assert all(rule["helpUri"] == f"https://example.org/b/rules/{rule['id']}/" for rule in rules)
    assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_files_can_be_named_and_rules_look_across_the_book_all_the_same(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(book / CLAIM, "study: ", "study: x")
    replace(book / OTHER, "study: ", "study: y")

    one = run("check", CLAIM)
    monkeypatch.chdir(book / "claims")
    there = run("check", "efficacy/claim-1.yml")
    from_the_top = run("check", CLAIM, "--root", "..")
    monkeypatch.chdir(book)
    other = run("check", "references/", "book.yml")

    assert "claim-1.yml:30:10: error unknown-study" in one.output
    assert OTHER not in one.output
    assert one.output.endswith("in 1 of 1 files\n")
    assert one.output == there.output == from_the_top.output
    assert (other.exit_code, "efficacy" in other.output) == (0, False)
    assert run("check", ".").output == run("check").output


def test_rules_can_be_named(book: Path) -> None:
    replace(book / CLAIM, "study: ", "study: x")
    replace(book / CLAIM, "due: 2027-05-22", "due: 2026-11-22")

    error = run("check", "--today", "2026-11-23", "--rule", "unknown-study")
    warning = run("check", "--today", "2026-11-23", "--rule", "review-overdue")
    both = run("check", "--today", "2026-11-23", "--rule", "review-overdue", "--rule", "unknown-study")

    assert (error.exit_code, error.output.count("--explain")) == (1, 1)
    assert (warning.exit_code, warning.output.count("--explain")) == (0, 1)
    assert (both.exit_code, both.output.count("--explain")) == (1, 2)


def test_a_rule_can_be_explained_without_a_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("check", "--explain", "unknown-study")

    assert result.exit_code == 0
    assert result.output.startswith("unknown-study (error)\n\nA claim rests only on studies that have a record.\n")
    assert "\nBad:\n\n    evidence:\n      - study: zed2002  # <-\n" in result.output
    assert max(map(len, result.output.splitlines())) <= 100


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["claims/efficacy/claim-0001.yml"], CLAIM),
        (["clams"], '"claims"'),
        (["docs"], "name a record"),
        (["/"], "outside of the book"),
        (["--rule", "unknown-studdy"], '"unknown-study"'),
        (["--explain", "unknown-studdy"], '"unknown-study"'),
        (["--rule", "unknown-study", "--fix"], "leave --rule out"),
    ],
)
def test_what_is_not_there_is_wrong_usage_and_the_nearest_name_is_told(arguments: list[str], near: str) -> None:
    result = run("check", *arguments)

    assert result.exit_code == 2
    assert near in " ".join(result.output.replace("│", "").split())


def test_quotes_are_looked_up_where_texts_are_at_hand(book: Path) -> None:
    (book / "texts").mkdir()

    assert run("check", "--texts", "texts", "--today", "2026-11-23").exit_code == 0


def test_the_book_is_found_from_any_folder_in_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book / "claims" / "efficacy")

    assert run("check").exit_code == 0


def test_the_book_can_be_named(
    book: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert run("check", "--root", str(book)).exit_code == 0


def test_without_a_book_there_is_one_clear_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "claimbook")])

    result = run("check")

    assert result.exit_code == 2
    assert "no book.yml" in result.output
    assert "--root" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--root", "no-such-folder"],
        ["check", "--root", "book.yml"],
        ["check", "--today", "tomorrow"],
        ["check", "--format", "xml"],
        ["check", "--texts", "no-such-folder"],
        ["serve", "--port", "0"],
    ],
)
@pytest.mark.usefixtures("book")
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Error" in result.output


def test_a_folder_without_a_book_is_a_finding(tmp_path: Path) -> None:
    result = run("check", "--root", str(tmp_path))

    assert result.exit_code == 1
    assert "book.yml:1:1: error missing-file" in result.output


def test_build_writes_pages_once(book: Path) -> None:
    first = run("build")
    second = run("build")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (book / "docs" / "claims" / "claim-1.md").exists()
    assert "docs/: 0 files written, 0 removed," in second.output


def test_build_for_another_address_than_the_book_s_own(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = book / "docs" / ".theme" / ".address.yml"

    run("build", "--address", "https://trial.example.org/here")
    assert address.read_text(encoding="utf-8") == 'site_url: "https://trial.example.org/here/"\n'
    assert "https://trial.example.org/here/claims/" in (book / "docs" / "claims" / "index.md").read_text("utf-8")

    monkeypatch.setenv("CLAIMBOOK_ADDRESS", "http://localhost:1234/")
    run("build")
    assert "localhost:1234" in address.read_text(encoding="utf-8")

    result = run("build", "--address", "here")
    assert result.exit_code == 2
    assert '"here" is no' in result.output


def test_build_tells_whether_pages_are_up_to_date(book: Path) -> None:
    assert run("build", "--check").exit_code == 1
    assert not (book / "docs").exists()

    run("build")
    assert run("build", "--check").exit_code == 0

    replace(book / CLAIM, "Is this question", "Is that question")
    result = run("build", "--check")
    assert result.exit_code == 1
    assert "docs/claims/claim-1.md is not up to date" in result.output


@pytest.mark.parametrize("verb", ["build", "site"])
def test_a_broken_record_leaves_pages_and_site_alone(book: Path, verb: str) -> None:
    (book / "mkdocs.yml").write_text(SITE)
    run("build")
    (book / "site").mkdir()
    (book / "site" / "index.html").write_text("the last good one")
    before = everything(book / "docs") | everything(book / "site")
    replace(book / CLAIM, "study: ", "study: x")

    result = run(verb)

    assert result.exit_code == 1
    assert "error unknown-study" in result.output
    assert everything(book / "docs") | everything(book / "site") == before


def test_a_hand_written_page_in_the_way_is_named(book: Path) -> None:
    (book / "docs" / "claims").mkdir(parents=True)
    (book / "docs" / "claims" / "claim-1.md").write_text("by hand")

    result = run("build")

    assert result.exit_code == 1
    assert "claim-1.md was not generated" in result.output
    assert (book / "docs" / "claims" / "claim-1.md").read_text() == "by hand"


@pytest.mark.parametrize(
    ("template", "message"),
    [("{{ view.claims | unheard }}", "template home.md.j2, line 1"), ("{{ unheard }}", "'unheard' is undefined")],
)
def test_a_broken_template_is_named(book: Path, monkeypatch: pytest.MonkeyPatch, template: str, message: str) -> None:
    from_disk = PackageLoader.get_source

    def broken(loader: PackageLoader, environment: Environment, name: str) -> object:
        return (template, None, None) if name == "home.md.j2" else from_disk(loader, environment, name)

    monkeypatch.setattr(PackageLoader, "get_source", broken)
    monkeypatch.setattr(engine, "_environment", engine._environment.__wrapped__)

    result = run("build")

    assert result.exit_code == 1
    assert message in result.output.replace("\n", " ")
    assert not (book / "docs" / "index.md").exists()


def test_site_says_where_it_lies(book: Path) -> None:
    (book / "mkdocs.yml").write_text(SITE)

    result = run("site")

    assert result.exit_code == 0, result.output
    assert str(book / "site" / "index.html") in result.output.replace("\n", "")
    assert (book / "site" / "claims" / "claim-1" / "index.html").exists()


@pytest.mark.usefixtures("book")
def test_site_explains_why_mkdocs_failed() -> None:
    result = run("site")

    assert result.exit_code == 1
    assert "error: " in result.output
    assert "mkdocs.yml" in result.output


def test_schemas_are_written_and_checked(book: Path) -> None:
    assert run("schema", "--check").exit_code == 1
    assert run("schema").exit_code == 0
    assert run("schema", "--check").exit_code == 0
    assert json.loads((book / "schema" / "claim.schema.json").read_text(encoding="utf-8"))["title"] == "Claim"


def test_committed_schemas_are_current() -> None:
    result = run("schema", "--check", "--root", str(REPOSITORY))

    assert result.exit_code == 0, f"{result.output}run: make schema"


@pytest.mark.parametrize("verb", ["check", "build", "site", "serve", "schema"])
def test_every_verb_explains_itself(verb: str) -> None:
    result = run(verb, "--help")

    assert result.exit_code == 0
    assert "--root" in result.output
    assert "Top of the book" in result.output


def test_help_names_verbs_and_exit_codes() -> None:
    output = run("--help").output

    assert all(verb in output for verb in ("check", "build", "site", "serve", "schema", "Exit codes"))


def program(*arguments: str, cwd: Path, interpreter: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run build_claims.py as a process of its own."""
    command = [sys.executable, *interpreter, REPOSITORY / "build_claims.py", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_program_runs_from_anywhere_and_is_quiet_without_a_terminal(tmp_path: Path) -> None:
    book = generate(tmp_path / "book with spaces", 6)

    result = program("check", "--root", str(book), "--today", "2026-11-23", cwd=tmp_path)

    assert (result.returncode, result.stdout, result.stderr) == (0, "no findings in 37 files\n", "")


def test_the_program_checks_its_own_book_from_elsewhere(tmp_path: Path) -> None:
    result = program("check", cwd=tmp_path)

    assert result.returncode == 0, result.stdout
    assert result.stderr == ""


def test_the_program_says_when_it_is_not_installed(tmp_path: Path) -> None:
    result = program("check", cwd=tmp_path, interpreter=("-S",))

    assert result.returncode == 1
    assert "source .venv/bin/activate" in result.stderr
    assert "make install" in result.stderr
    assert "Traceback" not in result.stderr


def test_checking_imports_nothing_of_the_site_tool(tmp_path: Path) -> None:
    book = generate(tmp_path, 6)
    probe = (
        "import atexit, sys; from claimbook.cli import app;"
        "atexit.register(lambda: print({'mkdocs', 'rich', 'jinja2', 'asyncio'} & sys.modules.keys()));"
        f"app(['check', '--root', {str(book)!r}])"
    )

    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)

    assert result.stdout.splitlines()[-1] == "set()"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_progress_is_shown_to_terminals_only(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")

    with progress("Working"):
        pass

    assert ("Working" in stream.getvalue()) is shown


def test_the_garbage_collector_is_as_before_afterwards() -> None:
    with without_gc():
        assert not gc.isenabled()
        with without_gc():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
