"""A folder is made equal to a stream of files, and nothing else in it is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimbook.files import OutFile
from claimbook.output import MANIFEST, ForeignFileError, write


def tree(folder: Path) -> dict[str, str]:
    """Everything in a folder but the list of generated files."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def test_files_are_written_with_their_folders(docs: Path) -> None:
    changes = write(docs, [OutFile("claims/a.md", "über\n"), OutFile("index.md", "home\n")])

    assert tree(docs) == {"claims/a.md": "über\n", "index.md": "home\n"}
    assert (docs / "claims/a.md").read_bytes() == "über\n".encode()
    assert changes.written == ("claims/a.md", "index.md")
    assert changes


def test_a_second_run_touches_nothing(docs: Path) -> None:
    files = [OutFile("claims/a.md", "a"), OutFile("index.md", "home")]
    write(docs, files)
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}

    changes = write(docs, files)

    assert not changes
    assert changes.unchanged == 2
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before


def test_only_what_changed_is_written(docs: Path) -> None:
    write(docs, [OutFile("a.md", "a"), OutFile("b.md", "b")])

    assert write(docs, [OutFile("a.md", "a"), OutFile("b.md", "B")]).written == ("b.md",)
    assert tree(docs) == {"a.md": "a", "b.md": "B"}


def test_stale_files_go_with_their_empty_folders_and_others_stay(docs: Path) -> None:
    write(docs, [OutFile("claims/old/a.md", "a"), OutFile("claims/b.md", "b"), OutFile("lone/c.md", "c")])
    (docs / "claims" / "hand.md").write_text("by hand")

    changes = write(docs, [OutFile("claims/b.md", "b")])

    assert changes.removed == ("claims/old/a.md", "lone/c.md")
    assert tree(docs) == {"claims/b.md": "b", "claims/hand.md": "by hand"}
    assert not (docs / "claims" / "old").exists()
    assert not (docs / "lone").exists()


def test_a_page_written_by_hand_where_one_was_generated_earlier_stays(docs: Path) -> None:
    write(docs, [OutFile("a.md", "a"), OutFile("b.md", "b")])
    write(docs, [OutFile("b.md", "b")])
    (docs / "a.md").write_text("by hand")

    write(docs, [OutFile("b.md", "b")])

    assert tree(docs) == {"a.md": "by hand", "b.md": "b"}


def test_a_hand_written_file_is_never_overwritten(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_text("by hand")

    with pytest.raises(ForeignFileError, match=r"index\.md was not generated"):
        write(docs, [OutFile("a.md", "a"), OutFile("index.md", "home")])

    assert tree(docs) == {"index.md": "by hand"}


def test_a_file_in_the_place_of_a_folder_is_named(docs: Path) -> None:
    docs.mkdir()
    (docs / "claims").write_text("by hand")

    with pytest.raises(ForeignFileError, match="claims was not generated"):
        write(docs, [OutFile("claims/a.md", "a")])


def test_a_folder_in_the_place_of_a_file_is_named(docs: Path) -> None:
    (docs / "a.md").mkdir(parents=True)

    with pytest.raises(ForeignFileError, match=r"a\.md was not generated"):
        write(docs, [OutFile("a.md", "a")])


def test_a_generated_file_changed_by_hand_is_made_anew(docs: Path) -> None:
    write(docs, [OutFile("a.md", "a")])
    (docs / "a.md").write_text("by hand")

    write(docs, [OutFile("a.md", "a")])

    assert tree(docs) == {"a.md": "a"}


def test_without_its_list_it_takes_equal_files_as_its_own(docs: Path) -> None:
    write(docs, [OutFile("a.md", "a")])
    (docs / MANIFEST).unlink()

    assert not write(docs, [OutFile("a.md", "a")])
    assert write(docs, []).removed == ("a.md",)


def test_a_failure_while_files_are_made_leaves_everything_alone(docs: Path) -> None:
    write(docs, [OutFile("a.md", "good"), OutFile("old.md", "old")])

    def failing() -> Iterator[OutFile]:
        yield OutFile("a.md", "half")
        yield OutFile("new.md", "new")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(docs, failing())

    assert tree(docs) == {"a.md": "good", "old.md": "old"}
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


def test_check_tells_and_changes_nothing(docs: Path) -> None:
    write(docs, [OutFile("a.md", "a"), OutFile("b.md", "b"), OutFile("c.md", "c")])
    before = tree(docs)

    changes = write(docs, [OutFile("a.md", "A"), OutFile("c.md", "c"), OutFile("d.md", "d")], check=True)

    assert (changes.written, changes.removed, changes.unchanged) == (("a.md", "d.md"), ("b.md",), 1)
    assert tree(docs) == before


def test_check_of_a_missing_folder_does_not_make_it(docs: Path) -> None:
    assert write(docs, [OutFile("a.md", "a")], check=True).written == ("a.md",)
    assert not docs.exists()


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "claims/../../a.md", "", "c:a.md", "a\\b.md"])
def test_a_path_out_of_the_folder_is_refused(docs: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out of the folder"):
        write(docs, [OutFile(path, "a")])


def test_a_path_given_twice_is_refused(docs: Path) -> None:
    with pytest.raises(ValueError, match="doubled"):
        write(docs, [OutFile("a.md", "a"), OutFile("a.md", "b")])


def test_a_forged_list_cannot_remove_files_elsewhere(docs: Path) -> None:
    docs.mkdir()
    (docs.parent / "book.yml").write_text("title: x")
    (docs / MANIFEST).write_text("../book.yml\n")

    write(docs, [])

    assert (docs.parent / "book.yml").exists()
