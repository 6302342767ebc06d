"""Earlier revisions of a book, taken from git into a folder of their own: working tree and index stay as they are.

Files are read as git keeps them, so that neither attributes nor filters of the repository change what is compared.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimbook.verdicts import terms

PARTS = ("book.yml", "claims", "references")
"""What a book is made of, below its top."""

_RULE_SET = re.compile(r'^RULE_SET = "([^"]+)"', re.MULTILINE)
_ORDINARY = frozenset({b"100644", b"100755"})
"""Modes of files; links and submodules hold no records."""


class RevisionError(Exception):
    """A revision cannot be read; the message says why, and what helps."""


class UnknownRevisionError(RevisionError):
    """There is no git, no repository, or no such revision in it."""


class Revision(NamedTuple):
    """A commit."""

    commit: str
    """Its full hash."""
    said: str
    """How it was asked for."""

    @property
    def name(self) -> str:
        """Its short hash, and how it was asked for."""
        short = self.commit[:9]
        return short if self.commit.startswith(self.said) else f"{short} ({self.said})"


def resolve(root: Path, said: str) -> Revision:
    """Find a revision by any name that git knows.

    Raises:
        UnknownRevisionError: There is none, or this is no repository.

    """
    _top(root)
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{said}^{{commit}}")
    if found.returncode:
        raise UnknownRevisionError(f'there is no revision "{said}" here.{_shallow(root)}')
    return Revision(found.stdout.decode().strip(), said)


def where_it_parted(root: Path, branch: str) -> Revision:
    """Find the last commit that this checkout shares with the branch that is published.

    Raises:
        UnknownRevisionError: Neither the branch nor the remote's is here, or they share nothing.

    """
    _top(root)
    for name in (f"origin/{branch}", branch):
        if _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode:
            continue
        found = _run(root, "merge-base", name, "HEAD")
        if found.returncode:
            raise UnknownRevisionError(f"HEAD and {name} share no commit.{_shallow(root)}")
        return Revision(found.stdout.decode().strip(), f"where this parted from {name}")
    raise UnknownRevisionError(f'there is neither "origin/{branch}" nor "{branch}" here: name a revision')


def copy_out(root: Path, revision: Revision, target: Path) -> None:
    """Write the book of a revision into a folder.

    Raises:
        RevisionError: That revision holds no book here.

    """
    top = f"{revision.commit}:{_text(root, 'rev-parse', '--show-prefix')}"
    files = [
        one for one in _files(_bytes(root, "ls-tree", "-r", "-z", "--full-tree", top)) if one[1].split("/")[0] in PARTS
    ]
    if not any(path == PARTS[0] for _, path in files):
        raise RevisionError(f"{revision.name} has no {PARTS[0]} here, so there is nothing to compare with")
    for (_, path), content in zip(files, _contents(root, [id_ for id_, _ in files]), strict=True):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def rule_set_at(root: Path, revision: Revision) -> str:
    """Version of the published rule at a revision; empty where the generator does not lie in the same repository."""
    file, top = Path(terms.__file__).resolve(), _top(root)
    if not file.is_relative_to(top):
        return ""
    found = _run(root, "cat-file", "blob", f"{revision.commit}:{file.relative_to(top).as_posix()}")
    said = _RULE_SET.search(found.stdout.decode(errors="replace"))
    return said[1] if said else ""


def _files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Name the files of a tree: their object, and their path."""
    for entry in listing.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if mode in _ORDINARY and b".." not in path.split(b"/"):
            yield rest.split()[1].decode(), path.decode(errors="replace")


def _contents(root: Path, objects: Sequence[str]) -> Iterator[bytes]:
    """Read many files in one run of git."""
    found = _run(root, "cat-file", "--batch", typed="\n".join(objects)).stdout
    start = 0
    for _ in objects:
        end = found.index(b"\n", start)
        size = int(found[start:end].split()[-1])
        yield found[end + 1 : end + 1 + size]
        start = end + size + 2


def _top(root: Path) -> Path:
    found = _run(root, "rev-parse", "--show-toplevel")
    if found.returncode:
        told = found.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UnknownRevisionError(f"{root} is in no git repository that can be read ({told})")
    return Path(found.stdout.decode().strip()).resolve()


def _shallow(root: Path) -> str:
    if _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() != b"true":
        return ""
    return " This clone is shallow: fetch the history first (git fetch --unshallow; fetch-depth: 0 in a workflow)."


def _text(root: Path, *arguments: str) -> str:
    return _bytes(root, *arguments).decode().strip()


def _bytes(root: Path, *arguments: str) -> bytes:
    found = _run(root, *arguments)
    if found.returncode:
        raise RevisionError(found.stderr.decode(errors="replace").strip().partition("\n")[0])
    return found.stdout


def _run(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise UnknownRevisionError("git is not installed, and earlier revisions are read with it")
    command = [git, "-C", str(root), *arguments]
    return subprocess.run(command, input=typed.encode(), capture_output=True, check=False)  # noqa: S603 -- no shell; names of revisions stand behind --end-of-options
