"""Rules about the questions that kinds of claims must answer."""

import re
from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Bearing, Claim, ClaimType, FactBasis, Force, Method, Verdict
from claimbook.rules.base import Path, Problem, rule
from claimbook.rules.context import Context

LONG_TERM_DAYS = 180
"""Follow-up from which harms count as watched for in the long term (six months)."""
_WORD = re.compile(r"[a-z0-9]+")


@rule(Level.ERROR, "claims")
def statement_without_force(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A statement says something.

    Force `none` is for sentences of articles which say that something is not known. A statement that something is not
    known is a claim of type knowledge-gap, with the force of its own words. Write tentative, qualified, definite or
    absolute.

    Bad:

        force: none  # <-

    Good:

        force: qualified
    """
    if claim.force is Force.NONE:
        hint = "write tentative, qualified, definite or absolute; for what is not known, type: knowledge-gap"
        yield Problem(("force",), "a statement cannot have no force", hint)


@rule(Level.ERROR, "claims")
def no_effect_misplaced(_context: Context, claim: Claim) -> Iterator[Problem]:
    """On assurances and plain facts nothing can show "no effect".

    A study either backs an assurance of safety or a fact, goes against it, or is background. Write supports,
    supports-part, contradicts or context.

    Bad:

        type: regulatory
        evidence:
          - bearing: no-effect  # <-

    Good:

        type: regulatory
        evidence:
          - bearing: context
    """
    if claim.method is not Method.FACT and claim.type is not ClaimType.SAFETY_ASSURANCE:
        return
    for index, item in enumerate(claim.evidence):
        if item.bearing is Bearing.NO_EFFECT:
            message = f"on a claim of type {claim.type} a study cannot show no effect"
            yield Problem(("evidence", index, "bearing"), message, "write supports, contradicts or context")


@rule(Level.ERROR, "claims")
def fact_without_basis(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A plain fact names the strongest kind of source it was checked on.

    Facts are checked, not graded: readers see the basis where other claims show certainty. Write `fact_basis`:
    official-record, label-or-guideline, textbook-or-review, survey-or-trials or single-secondary.

    Bad:

        type: regulatory
        grading:  # <-
          fact_basis:

    Good:

        type: regulatory
        grading:
          fact_basis: official-record
    """
    grading = claim.grading
    found = claim.rating is not None and claim.rating.verdict is not Verdict.NO_EVIDENCE_FOUND
    if claim.method is Method.FACT and found and grading.fact_basis is None and grading.not_checkable is None:
        hint = f"add fact_basis under grading, one of: {', '.join(FactBasis)}"
        yield Problem(("grading", "fact_basis"), "a plain fact without a basis", hint)


@rule(Level.ERROR, "claims")
def stray_judgement(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim answers only the questions of its kind.

    `fact_basis` belongs to plain facts, `long_term_covered` to assurances of safety, steps up and down to claims that
    are graded. Elsewhere they would be printed, but weigh nothing. Take them out, or change the type.

    Bad:

        type: efficacy
        grading:
          fact_basis: official-record  # <-

    Good:

        type: efficacy
        grading:
          fact_basis:
    """
    for path, needs in _strays(claim):
        yield Problem(
            path, f"{path[-1]} weighs nothing on a claim of type {claim.type}", f"take it out: it is for {needs}"
        )


def _strays(claim: Claim) -> Iterator[tuple[Path, str]]:
    grading = claim.grading
    if grading.fact_basis is not None and claim.method is not Method.FACT:
        yield ("grading", "fact_basis"), "plain facts"
    if grading.long_term_covered is not None and claim.type is not ClaimType.SAFETY_ASSURANCE:
        yield ("grading", "long_term_covered"), "assurances of safety"
    if claim.method in (Method.FACT, Method.NONE):
        yield from ((("grading", "down", reason), "graded claims") for reason in grading.down)
        yield from ((("grading", "up", reason), "graded claims") for reason in grading.up)


@rule(Level.ERROR, "claims")
def long_term_unanswered(context: Context, claim: Claim) -> Iterator[Problem]:
    """An assurance of safety says whether anyone was watched for long, and the studies bear it out.

    Harm can come late. Write `long_term_covered`: true where a study that counts watched people for six months (180
    days) or more, false where none did, not-relevant where the sentence is only about what begins and ends on the
    same day.

    Bad:

        type: safety-assurance
        grading:
          long_term_covered: true  # <-

    Good:

        type: safety-assurance
        grading:
          long_term_covered: false
    """
    path, covered = ("grading", "long_term_covered"), claim.grading.long_term_covered
    if claim.type is not ClaimType.SAFETY_ASSURANCE:
        return
    if covered is None and claim.rating is not None:
        hint = "add long_term_covered under grading: true, false or not-relevant"
        yield Problem(path, "an assurance of safety without long_term_covered", hint)
    elif covered is True and not _watched_for_long(context, claim):
        message = f"no finding that counts followed people for {LONG_TERM_DAYS} days or more"
        hint = "write long_term_covered: false, or add follow_up_days to the finding that did"
        yield Problem(path, message, hint)


def _watched_for_long(context: Context, claim: Claim) -> bool:
    findings = (context.finding(item) for item in claim.evidence if context.weighs(item))
    return any(one is not None and (one.follow_up_days or 0) >= LONG_TERM_DAYS for one in findings)


@rule(Level.ERROR, "claims")
def blinding_unanswered(context: Context, claim: Claim) -> Iterator[Problem]:
    """Claims on what people can feel answer the blinding question.

    Whoever feels it knows what was given, and expecting help changes how people say they are. Write `blinding`
    under grading: what were the controls, and did anybody ask who had guessed? It is answered even where nothing is
    taken off for it.

    Bad:

        grading:
          blinding: ""  # <-

    Good:

        grading:
          blinding: Saline controls; guesses were not reported.
    """
    if claim.method is not Method.CLINICAL or claim.rating is None or claim.grading.blinding.strip():
        return
    if claim.grading.not_checkable is None and claim.evidence and _can_be_felt(context, claim.scope.drug):
        hint = "add blinding under grading: which controls were used, and who guessed what they were given?"
        yield Problem(("grading", "blinding"), "could people tell what they were given? Nothing is said", hint)


def _can_be_felt(context: Context, drug: str) -> bool:
    return any(_spaced(name) in _spaced(drug) for name in context.catalogue.book.psychoactive)


def _spaced(text: str) -> str:
    """Write the words of a text in small letters, each between spaces."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


@rule(Level.ERROR, "claims")
def not_checkable_without_word(_context: Context, claim: Claim) -> Iterator[Problem]:
    """Whatever cannot be checked says why.

    Readers should see whether it is an opinion, a slogan or a story. Write `not_checkable` under grading: opinion,
    slogan, prediction, anecdote, too-vague or local-unverifiable.

    Bad:

        rating:
          verdict: not-checkable  # <-
        grading:
          not_checkable:

    Good:

        rating:
          verdict: not-checkable
          certainty: not-rated
        grading:
          not_checkable: opinion
    """
    if claim.rating is None or claim.rating.verdict is not Verdict.NOT_CHECKABLE:
        return
    if claim.grading.not_checkable is None and claim.method is not Method.NONE:
        hint = "add not_checkable under grading: opinion, slogan, prediction, anecdote, too-vague or local-unverifiable"
        yield Problem(("rating", "verdict"), "it cannot be checked, but not said why", hint)


@rule(Level.ERROR, "claims")
def no_evidence_without_search(context: Context, claim: Claim) -> Iterator[Problem]:
    """The verdict "No studies found" rests on a search of two places or more.

    Whoever has not searched cannot have found nothing. Write `search` with the id of a search record that names at
    least two sources.

    Bad:

        rating:
          verdict: no-evidence-found  # <-
        search:

    Good:

        rating:
          verdict: no-evidence-found
        search: toy-search
    """
    if claim.rating is None or claim.rating.verdict is not Verdict.NO_EVIDENCE_FOUND:
        return
    search = context.catalogue.searches.get(claim.search or "")
    if search is None or len(search.sources) < 2:
        hint = "add search: the id of a search record with two sources or more"
        yield Problem(("rating", "verdict"), "no studies found, without a search of two places", hint)
