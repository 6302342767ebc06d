"""Rules about what must be there before readers may rely on a claim."""

from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Book, Claim, Method, Person, ReviewState, Seen
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context


@rule(Level.ERROR, "claims")
def unrated(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A published claim is rated.

    Published means confirmed by the people named as raters. Add a rating, or write status: draft.

    Bad:

        rating:
        review:
          status: published  # <-

    Good:

        rating:
        review:
          status: draft
    """
    if claim.review.status is ReviewState.PUBLISHED and claim.rating is None:
        hint = "add rating with verdict, certainty, date and by, or write status: draft"
        yield Problem(("review", "status"), "published, but not rated", hint)


@rule(Level.ERROR, "claims")
def unfinished(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A published claim tells its answer, the reason for doubt, and what would change it.

    A badge alone tells a reader too little. Write `finding` (the answer in one sentence), `why` (the main reason for
    doubt first) and, for claims that are graded, `what_would_change` (what kind of study would change the rating).

    Bad:

        finding: ""  # <-

    Good:

        finding: Whether it eases worries is very uncertain.
    """
    if claim.review.status is not ReviewState.PUBLISHED:
        return
    graded = claim.method in (Method.CLINICAL, Method.MECHANISM) and claim.grading.not_checkable is None
    texts = {"finding": claim.finding, "why": claim.why}
    if graded:
        texts["what_would_change"] = claim.what_would_change
    for field, text in texts.items():
        if not text.strip():
            yield Problem((field,), f"published, but {field} is empty", f"write {field}, or write status: draft")


@rule(Level.ERROR, "claims")
def record_only_support(context: Context, claim: Claim) -> Iterator[Problem]:
    """A published claim does not rest only on papers that nobody read.

    Of a study marked `seen: record-only` only the bibliographic record was seen. Read at least the abstract of one
    study that carries weight, or write status: draft.

    Bad:

        evidence:
          - {study: rec2018, finding: worries-scale, bearing: supports}  # <-

    Good:

        evidence:
          - {study: zed2020, finding: worries-scale, bearing: supports}
    """
    if claim.review.status is not ReviewState.PUBLISHED:
        return
    weighty = [item for item in claim.evidence if context.weighs(item)]
    studies = [context.study(item.study) for item in weighty]
    if studies and all(study is not None and study.seen is Seen.RECORD_ONLY for study in studies):
        hint = "read at least the abstract of one of them, or write status: draft"
        path = ("evidence", claim.evidence.index(weighty[0]), "study")
        yield Problem(path, "of everything that carries weight only the record was seen", hint)


@rule(Level.ERROR, "claims")
def withdrawn_without_reason(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim that was withdrawn says why.

    Its page stays, so that links still work; readers who come back want to know what happened. Write `reason` under
    review.

    Bad:

        review:
          status: withdrawn  # <-
          reason: ""

    Good:

        review:
          status: withdrawn
          reason: Two records said the same; this one was merged into the other.
    """
    if claim.review.status is ReviewState.WITHDRAWN and not claim.review.reason.strip():
        yield Problem(("review", "status"), "withdrawn without a reason", "add reason under review: one sentence")


@rule(Level.WARNING, "book")
def withdrawn_featured(context: Context, book: Book) -> Iterator[Problem]:
    """No claim that was withdrawn is named for the home page.

    The home page passes it over and shows one claim less. Take its id out of `featured`; another may take its place.

    Bad:

        # claims/efficacy/easing-within-hours.yml
        review: {status: withdrawn, reason: No article says it any more.}
        # book.yml
        featured: [easing-within-hours]  # <-

    Good:

        # claims/efficacy/easing-within-hours.yml
        review: {status: withdrawn, reason: No article says it any more.}
        # book.yml
        featured: [few-side-effects]
    """
    for index, name in enumerate(book.featured):
        claim = context.catalogue.claims.get(name)
        if claim and claim.review.status is ReviewState.WITHDRAWN:
            yield Problem(("featured", index), f'"{name}" was withdrawn', "take it out, or name another claim")


@rule(Level.ERROR, "people")
def unsaid_profession(context: Context, person: Person) -> Iterator[Problem]:
    """Readers are told whose profession the subject is, where a book says that this matters.

    Unless the page says otherwise, readers take it that somebody qualified looked. Where `medical` is true, write
    `clinician: false` of everybody who rates, or true of whoever is one.

    Bad:

        # book.yml
        medical: true
        # references/people.yml
        people:
          - id: project-editors
            clinician:  # <-

    Good:

        # book.yml
        medical: true
        # references/people.yml
        people:
          - id: project-editors
            clinician: false
    """
    if context.catalogue.book.medical and person.clinician is None:
        hint = "write clinician: false, or true for somebody who is one"
        path = ("people", [*context.catalogue.people].index(person.id), "clinician")
        yield Problem(path, f"it is not said whether {person.id} is a clinician", hint)
