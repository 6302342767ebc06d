"""What is in a book in numbers, and what is due, for a terminal and for comments."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from claimbook.pages.markup import one_line
from claimbook.printing.comparison_markdown import said
from claimbook.printing.terminal import counted, heading, indented, rendered, table
from claimbook.views import Due, StatsView

_NOTHING = "Nothing is due."


def render_stats(view: StatsView) -> str:
    """Print the numbers; the text ends in a line break."""
    return rendered(_stats(view))


def _stats(view: StatsView) -> Iterator[RenderableType]:
    yield indented(
        f"{view.claims} claims in {view.articles} articles, {view.studies} studies, {view.sources} sources; "
        "withdrawn claims are counted by state alone."
    )
    for counts in view.counts:
        yield heading(counts.title)
        yield counted((row.number, row.label, row.code) for row in counts.rows) if counts.rows else indented("none")
    yield heading("Ratings")
    yield indented(f"{view.twice} claims were rated twice, {view.wanting} wait for a second rating.")
    yield indented(f"{view.unrated} claims are not rated.")
    if view.oldest:
        yield indented(f"The oldest rating is of {view.oldest.rated}: {view.oldest.id}.")


def render_overdue(checks: Sequence[Due]) -> str:
    """Print what is due; the text ends in a line break."""
    if not checks:
        return f"{_NOTHING}\n"
    rows = [(_when(one), _matters(one), f"{one.id}: {one.title}" if one.id else one.title) for one in checks]
    return rendered([indented(_summary(checks)), table(("Due", "What", "Which"), rows, whole=0)])


def render_overdue_markdown(checks: Sequence[Due]) -> str:
    """Write what is due as a table for a comment; the text ends in a line break."""
    if not checks:
        return f"{_NOTHING}\n"
    rows = (" | ".join(map(said, (_when(one), _matters(one), one.id, one.title))) for one in checks)
    lines = [said(_summary(checks)), "", "| Due | What | Id | Title |", "|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {row} |" for row in rows), ""])


def _summary(checks: Sequence[Due]) -> str:
    late = sum(one.overdue for one in checks)
    return one_line(f"{late} overdue, {len(checks) - late} due soon; what matters most first.")


def _when(one: Due) -> str:
    if one.days == 0:
        return f"{one.due}, today"
    days = f"{abs(one.days)} {'day' if abs(one.days) == 1 else 'days'}"
    return f"{one.due}, {days} ago" if one.overdue else f"{one.due}, in {days}"


def _matters(one: Due) -> str:
    return f"{one.what}, {one.importance.label.lower()}" if one.importance else one.what
