"""Handing an outcome to GitHub, by git and GitHub's own command `gh`, which take the token from the environment."""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimbook.intake.labels import Label
from claimbook.intake.outcome import Outcome

_BOT = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_PATIENCE = 120
"""Seconds that a command may take."""


class DeliveryError(Exception):
    """Something could not be handed over; the message says what, and what may be done about it."""


def deliver(outcome: Outcome, folder: Path, root: Path, environment: Mapping[str, str]) -> str:
    """Push the records of an outcome, open a pull request, comment on the issue; return what was done.

    A branch that is there already is left alone: people may work on it.

    Args:
        outcome: What is to be done.
        folder: Where the texts for `gh` may be written.
        root: Top of the book, with the records in it.
        environment: Names the repository, as GitHub's runners do.

    Raises:
        DeliveryError: A command failed.

    """
    repository = _repository(environment)
    done = "commented"
    if outcome.files:
        done = (
            "opened a pull request" if _propose(outcome, folder, root, repository, environment) else "left its branch"
        )
    comment = folder / "comment.md"
    comment.write_text(outcome.comment, encoding="utf-8")
    issue = ["gh", "issue"]
    at = [str(outcome.number), "--repo", repository]
    _run([*issue, "comment", *at, "--body-file", str(comment), "--edit-last", "--create-if-none"], root)
    for flag, names in (("--add-label", outcome.add), ("--remove-label", outcome.remove)):
        if names:
            _run([*issue, "edit", *at, flag, ",".join(names)], root)
    return done


def _propose(outcome: Outcome, folder: Path, root: Path, repository: str, environment: Mapping[str, str]) -> bool:
    """Open a pull request, unless there is a branch already; return whether it was opened."""
    remote = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    git = ["git", "-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential"]
    if _run([*git, "ls-remote", "--heads", remote, f"refs/heads/{outcome.branch}"], root).strip():
        return False
    name, address = _BOT
    _run(["git", "switch", "--quiet", "--create", outcome.branch], root)
    _run(["git", "add", "--", *outcome.files], root)
    author = ["-c", f"user.name={name}", "-c", f"user.email={address}"]
    _run(["git", *author, "commit", "--quiet", "-m", outcome.title, "-m", f"From issue #{outcome.number}."], root)
    _run([*git, "push", "--quiet", remote, f"HEAD:refs/heads/{outcome.branch}"], root)
    body = folder / "body.md"
    body.write_text(outcome.body, encoding="utf-8")
    about = ["--head", outcome.branch, "--title", outcome.title, "--body-file", str(body)]
    _run(["gh", "pr", "create", "--draft", "--repo", repository, *about], root)
    return True


def set_up(labels: Iterable[Label], root: Path, environment: Mapping[str, str]) -> None:
    """Give a repository its labels; those it has are brought up to date, others are left alone.

    Raises:
        DeliveryError: A command failed.

    """
    at = ["--repo", _repository(environment), "--force"]
    for label in labels:
        about = ["--color", label.colour, "--description", label.description]
        _run(["gh", "label", "create", label.name, *about, *at], root)


def _repository(environment: Mapping[str, str]) -> str:
    repository = environment.get("GITHUB_REPOSITORY", "")
    if not _REPOSITORY.fullmatch(repository):
        raise DeliveryError("GITHUB_REPOSITORY does not name a repository, such as owner/book")
    return repository


def _run(command: list[str], folder: Path) -> str:
    """Run a command and return what it printed.

    Raises:
        DeliveryError: It failed.

    """
    name = " ".join(part for part in command[:4] if not part.startswith(("-", "credential")))
    # A question that nobody answers would wait for ever.
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GH_PROMPT_DISABLED": "1"}
    try:
        run = subprocess.run(  # noqa: S603 -- every part has a narrow form, and no shell reads it
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=_PATIENCE, env=environment
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise DeliveryError(f"{name} could not be run") from error
    if run.returncode:
        hint = (
            ". May workflows open pull requests? The setting is under Actions, General, Workflow permissions"
            if command[1:3] == ["pr", "create"]
            else ""
        )
        raise DeliveryError(f"{name} failed with {run.returncode}: {_last(run.stderr)}{hint}")
    return run.stdout


def _last(text: str) -> str:
    """Take the last line of what a program said, without anything that could steer the log."""
    lines = [line for line in text.splitlines() if line.strip()] or ["it said nothing"]
    return re.sub(r"[^\w .,:/'-]", " ", lines[-1])[:200].strip()
