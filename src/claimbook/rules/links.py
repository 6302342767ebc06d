"""Rules about names: whatever a record points to must exist."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Book, Claim, Search, StandingList, Study
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.names import missing, unknown_code
from claimbook.rules.words import citations, cited_items


@rule(Level.ERROR, "claims")
def unknown_study(context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim rests only on studies that have a record.

    Evidence and numbers name a study by its key. A key without a study record has nothing behind it: no design, no
    people, no result. Write the key of a file in references/studies, or add the study first.

    Bad:

        evidence:
          - study: zed2002  # <-

    Good:

        evidence:
          - study: zed2020
    """
    otherwise = "add references/studies/<key>.yml first, or name a study that is there"
    for part, index, item in cited_items(claim):
        yield from missing(context, (part, index, "study"), "studies", item.study, otherwise)


@rule(Level.ERROR, "claims")
def unknown_finding(context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim rests only on findings that stand in the study's record.

    Figures are typed once, in the study's file, and claims point to them by the id of the finding. Write the id of a
    finding in that file, or add the finding there.

    Bad:

        evidence:
          - finding: anxeity-scale  # <-

    Good:

        evidence:
          - finding: worries-scale
    """
    for part, index, item in cited_items(claim):
        known = context.findings.get(item.study)
        if known is not None and item.finding not in known:
            yield from unknown_code((part, index, "finding"), f"finding of {item.study}", item.finding, known)


@rule(Level.ERROR, "claims")
def unknown_article(context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim is said in articles that have a record.

    Where a claim is said is named by the id of an article, so that readers can see who says it and who gains from it.
    Write the id of a file in references/articles, or add the article first.

    Bad:

        appearances:
          - article: toy-artcle  # <-

    Good:

        appearances:
          - article: toy-article
    """
    for index, appearance in enumerate(claim.appearances):
        path = ("appearances", index, "article")
        yield from missing(context, path, "articles", appearance.article, "add references/articles/<id>.yml first")


@rule(Level.ERROR, "claims")
def unknown_search(context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim names a search that has a record.

    What was searched, and when, tells readers what could have been missed. Write the id of a file in
    references/searches, or add the search first.

    Bad:

        search: toy-serch  # <-

    Good:

        search: toy-search
    """
    if claim.search is not None:
        yield from missing(context, ("search",), "searches", claim.search, "add references/searches/<id>.yml first")


@rule(Level.ERROR, "claims")
def unknown_claim(context: Context, claim: Claim) -> Iterator[Problem]:
    """Related and opposite claims exist.

    Readers follow these links. Write the id of another claim; the id is its file name without the ending.

    Bad:

        related: [no-such-claim]  # <-

    Good:

        related: [few-side-effects]
    """
    for field, names in (("related", claim.related), ("opposite", claim.opposite)):
        for index, name in enumerate(names):
            hint = "write the id of another claim, or leave it out"
            yield from missing(context, (field, index), "claims", name, hint)


@rule(Level.ERROR, "book")
def unknown_featured_claim(context: Context, book: Book) -> Iterator[Problem]:
    """The claims shown first on the home page exist.

    Write the ids of claims, in the order in which readers should see them.

    Bad:

        # book.yml
        featured: [no-such-claim]  # <-

    Good:

        # book.yml
        featured: [easing-within-hours]
    """
    for index, name in enumerate(book.featured):
        yield from missing(context, ("featured", index), "claims", name, "write the id of a claim, or leave it out")


@rule(Level.ERROR, "claims", "searches")
def unknown_person(context: Context, record: Claim | Search) -> Iterator[Problem]:
    """Whoever rated or searched is named in people.yml.

    Readers may ask who says so, and what they gain. Write the id of somebody in references/people.yml, or add them
    there with their interests.

    Bad:

        rating:
          by: [nobody]  # <-

    Good:

        rating:
          by: [project-editors]
    """
    for path, names in _signed(record):
        for index, name in enumerate(names):
            yield from missing(context, (*path, index), "people", name, "add them to references/people.yml first")


def _signed(record: Claim | Search) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Everywhere that people sign a record."""
    if isinstance(record, Search):
        yield ("by",), record.by
        return
    if record.rating is not None:
        yield ("rating", "by"), record.rating.by
    if record.review.second is not None:
        yield ("review", "second", "by"), record.review.second.by


@rule(Level.ERROR, "claims")
def unknown_citation(context: Context, claim: Claim) -> Iterator[Problem]:
    """Texts cite studies that the claim knows.

    A citation such as [@zed2020] becomes a link to the study. Write a key that stands in this book's library.

    Bad:

        detail: Two trials disagree [@zed2002].  # <-

    Good:

        detail: Two trials disagree [@zed2020].
    """
    for field, text in (("detail", claim.detail), ("finding", claim.finding), ("why", claim.why)):
        for key in citations(text):
            yield from missing(context, (field,), "library", key, "write the key of an entry of references/library.bib")


@rule(Level.ERROR, "claims", "studies", "standing")
def unknown_source(context: Context, record: Claim | Study | StandingList) -> Iterator[Problem]:
    """Sources named elsewhere stand in the library.

    The source an article cites (`cites_ref`), the studies that a review contains (`covers`) and the sources in
    standing.yml are named by the key of a library entry. Write such a key, or add the entry first.

    Bad:

        # references/studies/zed2020.yml
        covers: [abe2001]  # <-

    Good:

        # references/studies/zed2020.yml
        covers: [abe2010]
    """
    for path, key in _sources(record):
        yield from missing(context, path, "library", key, "add it to references/library.bib first, or leave it out")


def _sources(record: Claim | Study | StandingList) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Study):
        yield from ((("covers", index), key) for index, key in enumerate(record.covers))
    elif isinstance(record, StandingList):
        yield from ((("sources", index, "key"), item.key) for index, item in enumerate(record.sources))
    else:
        for index, appearance in enumerate(record.appearances):
            if appearance.cites_ref is not None:
                yield ("appearances", index, "cites_ref"), appearance.cites_ref
