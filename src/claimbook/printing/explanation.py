"""How a claim was rated, step by step, for a terminal; in the words of "How we rated it" on its page."""

from collections.abc import Iterator

from rich.console import RenderableType

from claimbook.printing.terminal import heading, indented, rendered, table
from claimbook.views import ClaimView, Prose
from claimbook.views.evidence import EvidenceView
from claimbook.views.grading import GradingView, StepView
from claimbook.views.said import SaidView


def render(view: ClaimView) -> str:
    """Print how a claim was rated; the text ends in a line break."""
    return rendered(_parts(view))


def _parts(view: ClaimView) -> Iterator[RenderableType]:
    yield from _answer(view)
    yield from _evidence(view)
    yield from _steps(view.grading)
    yield from _way(view)
    yield from _wording(view)


def _answer(view: ClaimView) -> Iterator[RenderableType]:
    row, grading = view.row, view.grading
    yield heading(row.id)
    yield indented(row.title)
    yield indented(f"“{row.statement}” ({view.force.label}; {view.method.label})")
    by = f" Rated on {row.rated} by {', '.join(view.raters)}." if row.rated else ""
    yield heading("Rating")
    yield indented(f"Confirmed: {row.badge.text}.{by} {row.badge.state.label}.")
    yield indented(f"The rule suggests: {grading.suggested.text if grading.suggested else 'nothing'}.")
    if grading.differs:
        yield indented(f"The two differ: {words(grading.why_not_rule) or 'no reason is given (why_not_rule)'}")
    if view.second:
        second = view.second
        said = f"Second rating, {second.date}, by {', '.join(second.raters)}: "
        said += "both came to the same." if second.agreed else f"first “{second.first}”, second “{second.second}”."
        yield indented(f"{said} {words(second.resolved)}".strip())


def _evidence(view: ClaimView) -> Iterator[RenderableType]:
    yield heading("What bears on it")
    rows = [_item(one) for group in view.evidence for one in (*group.counted, *group.others)]
    if rows:
        yield table(("Study", "What it says", "Risk of bias", "Does it count?"), rows, whole=0)
    else:
        yield indented("No evidence is listed.")


def _item(one: EvidenceView) -> tuple[str, ...]:
    counts = "yes" if one.counts else (words(one.not_counted) or "Background")
    bearing = one.bearing.label
    if one.indirect_in:
        bearing += f" (indirect: {', '.join(miss.label.lower() for miss in one.indirect_in)})"
    return one.source.key, bearing, one.risk_of_bias.label, counts


def _steps(grading: GradingView) -> Iterator[RenderableType]:
    if not grading.downs:
        return
    yield heading("Reasons to be less sure, and to be surer")
    if grading.start or grading.stage:
        stage = f" ({grading.stage.label.lower()})" if grading.stage else ""
        start = grading.start.label.lower() if grading.start else "not rated"
        yield indented(f"The evidence starts at {start}{stage}.")
    rows = [
        *(_step(one, "-", str(-one.suggested) if one.suggested else "0") for one in grading.downs),
        *(_step(one, "+", "people decide") for one in grading.ups),
    ]
    yield table(("Reason", "Steps", "Rule suggests", "Why"), rows, whole=1)


def _step(one: StepView, sign: str, suggested: str) -> tuple[str, ...]:
    rule = f"Rule: {words(one.why_suggested)}" if one.why_suggested else ""
    why = " ".join(filter(None, (words(one.why), rule)))
    return one.reason.label, f"{sign}{one.by}" if one.by else "0", suggested, why


def _way(view: ClaimView) -> Iterator[RenderableType]:
    grading = view.grading
    yield heading("What the rule was told, and its way to the suggestion")
    yield from (indented(f"{question} {answer}") for question, answer in grading.settings)
    if grading.blinding:
        yield indented(f"Could people tell what they were given? {words(grading.blinding)}")
    for number, line in enumerate(grading.lines, start=1):
        reason = words(line.reason)
        yield indented(f"{number}. {line.what}: {line.result}{f'. {reason}' if reason else ''}")


def _wording(view: ClaimView) -> Iterator[RenderableType]:
    yield heading("What articles say")
    rows = [(group.article.text, *_passage(one)) for group in view.said for one in (group.strongest, *group.others)]
    yield table(("Article", "Place", "Passage", "Said", "Wording"), rows, whole=-1)


def _passage(one: SaidView) -> tuple[str, ...]:
    force = ", ".join((one.force.label, *(stretch.label.lower() for stretch in one.stretch)))
    return f"{one.heading}, {one.paragraph}", f"“{one.quote}”", force, one.wording_label


def words(prose: Prose) -> str:
    """Put the pieces of a text together."""
    return "".join(piece.text for piece in prose)
