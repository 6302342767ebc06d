"""All rows of the lists of claims in one data file, for the script that narrows lists.

The rows are printed by the macro that prints them on pages, so there is one place that knows how a claim is shown. Of
badges there are few and they are long: each is written once, and rows have a numbered hole where theirs belongs.
"""

import json
from collections.abc import Iterable, Mapping

from claimbook.files import OutFile
from claimbook.pages.engine import Engine, badge_of
from claimbook.pages.markup import hole
from claimbook.views import ClaimRow, Table

ROWS = "claims/rows.json"
"""Where the data file lies, below the top of the site; addresses of links in it are relative to it."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def render_rows(engine: Engine, table: Table) -> OutFile:
    """Write the data file, one claim a line.

    It holds the names of all `marks`, the markup of all `badges`, for each of the `orders` the numbers of the rows in
    it, and the `rows`: what is shown, the text that words are looked up in, the numbers of the marks of the claim, and
    of those of its passages.
    """
    numbers = {mark: number for number, mark in enumerate(table.marks)}
    badges = {badge: number for number, badge in enumerate({found.row.badge: 0 for found in table.found.values()})}
    print_row = engine.piece("claim_row")

    def row(one: ClaimRow) -> str:
        return print_row(one, "../", hole(badges[one.badge]), about=True).strip()

    rows = (
        _json(
            {
                "html": row(found.row),
                "text": f"{found.row.title} {found.row.statement} {found.row.finding}",
                "marks": _numbered(found.marks, numbers),
                "said": sorted(_numbered(said, numbers) for said in found.said),
            }
        )
        for found in table.found.values()
    )
    head = {"marks": table.marks, "badges": [badge_of(badge) for badge in badges], "orders": table.orders}
    lines = ",\n".join(rows)
    return OutFile(ROWS, f'{_json(head).removesuffix("}")},"rows":[\n{lines}\n]}}\n')


def _numbered(marks: Iterable[str], numbers: Mapping[str, int]) -> list[int]:
    return sorted(numbers[mark] for mark in marks)
