"""Templates of files that hold curly brackets of their own, such as those of the site tool and of workflows."""

from jinja2 import BaseLoader, Environment, StrictUndefined


def bracketed(*, autoescape: bool, loader: BaseLoader | None = None) -> Environment:
    """Make a template engine that reads square brackets, `[[ … ]]` and `[% … %]`, and leaves curly ones alone.

    Args:
        autoescape: Whether what is filled in becomes part of HTML.
        loader: Where templates lie; without one they are given as text.

    """
    return Environment(
        loader=loader,
        autoescape=autoescape,  # noqa: S701 -- what is no HTML has filters of its own
        undefined=StrictUndefined,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
