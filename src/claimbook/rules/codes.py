"""Rules about codes: whatever word of the book a record uses must be one of the book's."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Article, Book, Claim, Study
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.names import unknown_code


@rule(Level.ERROR, "claims", "studies")
def unknown_condition(context: Context, record: Claim | Study) -> Iterator[Problem]:
    """Conditions are written in the codes of the book.

    Filters and the map of gaps go by these codes. Write a code that book.yml lists under `conditions`, or add it there.

    Bad:

        conditions: [socialphobia]  # <-

    Good:

        conditions: [sad]
    """
    for index, code in enumerate(record.conditions):
        yield from unknown_code(("conditions", index), "condition", code, context.condition_ids)


@rule(Level.ERROR, "claims")
def unknown_outcome(context: Context, claim: Claim) -> Iterator[Problem]:
    """Groups of outcomes are written in the codes of the book.

    The map of gaps and the box of harms go by these codes. Write a code that book.yml lists under `outcomes`, or add it
    there.

    Bad:

        outcomes: [first-hour]  # <-

    Good:

        outcomes: [first-hours]
    """
    for path, codes in _outcomes(claim):
        for index, code in enumerate(codes):
            yield from unknown_code((*path, index), "group of outcomes", code, context.outcome_ids)


def _outcomes(claim: Claim) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Everywhere that a claim names groups of outcomes."""
    yield ("outcomes",), claim.outcomes
    yield from ((("evidence", place, "outcomes"), item.outcomes) for place, item in enumerate(claim.evidence))


@rule(Level.ERROR, "claims")
def unknown_route(context: Context, claim: Claim) -> Iterator[Problem]:
    """Routes are written in the codes of the book.

    Filters go by these codes. Write a code that book.yml lists under `routes`, or add it there.

    Bad:

        scope:
          route: [drip]  # <-

    Good:

        scope:
          route: [iv]
    """
    for index, code in enumerate(claim.scope.route):
        yield from unknown_code(("scope", "route", index), "route", code, context.route_ids)


@rule(Level.ERROR, "articles")
def unknown_check(context: Context, article: Article) -> Iterator[Problem]:
    """Answers about an article belong to the book's questions.

    Every article is asked the same questions, those under `checks` in book.yml. Write the code of one of them.

    Bad:

        # references/articles/toy-article.yml
        checks:
          cost: {result: satisfied, note: The price of a session is named.}  # <-

    Good:

        # references/articles/toy-article.yml
        checks:
          costs: {result: satisfied, note: The price of a session is named.}
    """
    for check in article.checks:
        yield from unknown_code(("checks", check), "question", check, context.check_ids)


@rule(Level.ERROR, "articles")
def unanswered_check(context: Context, article: Article) -> Iterator[Problem]:
    """Every article is asked all of the book's questions.

    An article that was not asked everything cannot be held beside the others. Answer the question with satisfied,
    not-satisfied or not-applicable, and a note that says why.

    Bad:

        # references/articles/toy-article.yml
        checks: {}  # <-

    Good:

        # references/articles/toy-article.yml
        checks:
          costs: {result: satisfied, note: The price of a session is named.}
    """
    for question in context.catalogue.book.checks:
        if question.id not in article.checks:
            hint = f"add {question.id} with result and note under checks: {question.question}"
            yield Problem(("checks",), f'question "{question.id}" is not answered', hint)


@rule(Level.WARNING, "book")
def idle_synonym(context: Context, book: Book) -> Iterator[Problem]:
    """Words of readers lead to a claim.

    The search finds a claim with the words under `say` where its question or statement has a word that begins like one
    under `for`. Where no claim has one, the words lead nowhere. Write what the claims say, or take the line out.

    Bad:

        # book.yml
        synonyms:
          - {say: [cuppa], for: [a cup of tea]}  # <-

    Good:

        # book.yml
        synonyms:
          - {say: [new powder], for: [toyamine]}
    """
    claims = context.catalogue.claims.values()
    if context.origins.paths["claims"].keys() != context.catalogue.claims.keys():
        return
    for index, synonym in enumerate(book.synonyms):
        if not any(synonym.fits(claim.asserted) for claim in claims):
            hint = "write words of their questions or statements, or take the line out"
            yield Problem(("synonyms", index, "for"), f"no claim says {' or '.join(synonym.written)}", hint)
