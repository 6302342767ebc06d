"""The template engine, and the front matter of pages."""

import json
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from claimbook.files import OutFile
from claimbook.pages.markup import anchor, cited, code, day, icon, many, md, preserve, printed, prose
from claimbook.views import Badge

_JSON = json.JSONEncoder(ensure_ascii=False)
_FILTERS = {
    "anchor": anchor,
    "cited": cited,
    "code": code,
    "day": day,
    "many": many,
    "md": md,
    "preserve": preserve,
    "prose": prose,
}


class _CodeGenerator(CodeGenerator):
    """Prints through `printed`, which escapes like Jinja's own function and was measured to be five times as fast."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.printed(")


class _Environment(Environment):
    code_generator_class = _CodeGenerator
    printed = staticmethod(printed)


class Engine:
    """Compiled templates."""

    def __init__(self) -> None:
        self._env = _Environment(
            loader=PackageLoader("claimbook"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._env.filters |= _FILTERS
        self.badge = cache(self._badge)
        self._env.globals |= {"icon": icon, "badge_of": self.badge}

    def _badge(self, badge: Badge) -> Markup:
        """Print a badge; the caller keeps it, since there are few and lists show hundreds."""
        module = self._env.get_template("badge.j2").make_module({"badge": badge})
        printed: Markup = vars(module)["printed"]
        return printed

    def piece(self, name: str) -> Callable[..., Markup]:
        """Return a macro that several pages share, for where it is wanted outside of a page."""
        piece: Callable[..., Markup] = getattr(self._env.get_template("parts.j2").module, name)
        return piece

    def page(self, path: str, template: str, head: Mapping[str, object], **context: object) -> OutFile:
        """Print a page.

        Args:
            path: Address below the top of the site, such as "claims/x/".
            template: Name of the template, without its ending.
            head: Front matter; text in it must be safe in HTML.
            context: What the template shows.

        """
        body = self._env.get_template(f"{template}.md.j2").render(context, root="../" * path.count("/") or "./")
        return OutFile(_file(path), f"{_front_matter(head)}\n{body}")


def head(title: str, description: str, **more: object) -> dict[str, object]:
    """Write front matter whose texts the theme, which escapes nothing, may print as they are."""
    safe = {"title": title, "description": description}
    return {name: printed(text) for name, text in safe.items() if text} | more


def crumb(text: str, path: str) -> dict[str, str]:
    """Write one step of a breadcrumb, as safe as `head`."""
    return {"text": printed(text), "path": path}


def _front_matter(fields: Mapping[str, object]) -> str:
    """Write fields as JSON, which is YAML too and leaves nothing to guess."""
    lines = (f"{name}: {_JSON.encode(value)}" for name, value in fields.items())
    return "\n".join(("---", *lines, "---", ""))


def _file(path: str) -> str:
    """Give the source file of an address; what other pages lie below is an index."""
    is_index = path in _INDEXES or not path
    return f"{path}index.md" if is_index else f"{path.removesuffix('/')}.md"


_INDEXES = frozenset({"claims/", "articles/", "references/", "rules/"})
"""Addresses that have pages below them."""
