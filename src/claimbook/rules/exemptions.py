"""Rules about leave from rules: it names a rule, it ends, and it is needed. They are run last."""

from collections.abc import Iterator

from claimbook.findings import Level, suggest
from claimbook.model import Article, Claim, Study
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context, Needs


@rule(Level.ERROR, "claims", "studies", "articles")
def unknown_exemption(context: Context, record: Claim | Study | Article) -> Iterator[Problem]:
    """An exemption names a rule that there is.

    Otherwise it exempts from nothing. Write the id of the rule, as it stands in the finding.

    Bad:

        exceptions:
          - {rule: no-such-rule, reason: We do not agree., until: 2099-01-01}  # <-

    Good:

        exceptions: []
    """
    for index, leave in enumerate(record.exceptions):
        if leave.rule not in context.needs_of:
            hint = suggest(leave.rule, context.needs_of) or "write the id that stands in the finding"
            yield Problem(("exceptions", index, "rule"), f'there is no rule "{leave.rule}"', hint)


@rule(Level.ERROR, "claims", "studies", "articles", needs=Needs.TODAY)
def expired_exemption(context: Context, record: Claim | Study | Article) -> Iterator[Problem]:
    """An exemption ends.

    It gives time to put something right, and then the rule holds again. Put it right, take the exemption out, or give
    a new day and the reason why it takes longer.

    Bad:

        exceptions:
          - {rule: review-overdue, reason: The new search is under way., until: 2026-01-01}  # <-

    Good:

        exceptions: []
    """
    for index, leave in enumerate(record.exceptions):
        if not context.holds(leave):
            hint = "put it right and take the exemption out, or give a new day and reason"
            yield Problem(("exceptions", index, "until"), f"the exemption from {leave.rule} has ended", hint)


@rule(Level.ERROR, "claims", "studies", "articles")
def needless_exemption(context: Context, record: Claim | Study | Article) -> Iterator[Problem]:
    """An exemption is needed.

    One that silences nothing would silence the next mistake. Take it out.

    Bad:

        exceptions:
          - {rule: long-quote, reason: The fragment makes no sense without its end., until: 2099-01-01}  # <-

    Good:

        appearances:
          - quote: can ease worries and make one feel better than one has in a long time
        exceptions:
          - {rule: long-quote, reason: The fragment makes no sense without its end., until: 2099-01-01}
    """
    kind, name = _name_of(record)
    for index, leave in enumerate(record.exceptions):
        silent = (kind, name, leave.rule) not in context.silenced
        if silent and context.holds(leave) and context.held(leave.rule):
            message = f"nothing here breaks the rule {leave.rule}"
            yield Problem(("exceptions", index, "rule"), message, "take the exemption out")


def _name_of(record: Claim | Study | Article) -> tuple[str, str]:
    match record:
        case Claim():
            return "claims", record.id
        case Study():
            return "studies", record.key
        case Article():
            return "articles", record.id
