"""The verbs people type.

Exit codes: 0 all is well (warnings may have been printed), 1 something has to be mended,
2 the command was used wrongly.
"""

from claimbook.cli import building, checking, citing, forge, rating, starting, telling, writing
from claimbook.cli.app import app

__all__ = ["app", "building", "checking", "citing", "forge", "main", "rating", "starting", "telling", "writing"]


def main() -> None:
    """Run the verb that was typed."""
    app()
