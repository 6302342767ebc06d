"""Rules about single items of evidence: it says what it is worth, and may be worth it."""

import re
from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Bearing, Claim, Directness, RiskOfBias
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context
from claimbook.rules.words import cited_items

_WORD = re.compile(r"\w+")


@rule(Level.ERROR, "claims")
def retracted_weight(context: Context, claim: Claim) -> Iterator[Problem]:
    """A retracted study carries no weight.

    Its own journal no longer stands by it. It may be shown, so that readers who know it see what became of it. Write
    bearing: context, and take its figures out of `numbers`.

    Bad:

        evidence:
          - {study: ret2019, finding: worries-scale, bearing: supports}  # <-

    Good:

        evidence:
          - {study: ret2019, finding: worries-scale, bearing: context}
    """
    for index, item in enumerate(claim.evidence):
        if item.study in context.retracted and item.bearing is not Bearing.CONTEXT:
            day = context.retracted[item.study].date
            yield Problem(
                ("evidence", index, "bearing"), f"{item.study} was retracted on {day}", "write bearing: context"
            )
    for index, row in enumerate(claim.numbers):
        if row.study in context.retracted:
            message = f"these figures are of {row.study}, retracted on {context.retracted[row.study].date}"
            yield Problem(("numbers", index, "study"), message, "take this row out, or give figures of another study")


@rule(Level.ERROR, "claims")
def retracted_reason(context: Context, claim: Claim) -> Iterator[Problem]:
    """No step of a rating leans on a retracted study.

    A step that counted its people or its result has to be judged again without it. The rule keeps its hands off steps
    for which a person gave a reason, so nobody else would notice.

    Bad:

        grading:
          down:
            imprecision: {by: 2, reason: "Sixty people in zed2020 and ret2019."}  # <-

    Good:

        grading:
          down:
            imprecision: {by: 2, reason: "Forty people in zed2020."}
    """
    for part, steps in (("down", claim.grading.down), ("up", claim.grading.up)):
        for name, step in steps.items():
            for key in sorted(context.retracted.keys() & _WORD.findall(step.reason)):
                message = f"the reason leans on {key}, retracted on {context.retracted[key].date}"
                yield Problem(("grading", part, name, "reason"), message, "judge the step again without it")


@rule(Level.ERROR, "claims")
def incomplete_reference(context: Context, claim: Claim) -> Iterator[Problem]:
    """A claim cites only references that are complete.

    Of a reference marked `status: incomplete` the journal or the year was never seen, so that readers could not find
    it. Complete the library entry and take the mark out, or leave the study away.

    Bad:

        # references/studies/zed2020.yml
        status: incomplete
        # claims/efficacy/easing-within-hours.yml
        evidence:
          - {study: zed2020, finding: worries-scale}  # <-

    Good:

        evidence:
          - {study: zed2020, finding: worries-scale}
    """
    for part, index, item in cited_items(claim):
        study = context.study(item.study)
        if study is not None and study.status is not None:
            hint = "complete its library entry and take the mark out, or leave the study away"
            yield Problem((part, index, "study"), f"{item.study} is marked incomplete", hint)


@rule(Level.ERROR, "claims")
def review_without_designs(context: Context, claim: Claim) -> Iterator[Problem]:
    """A review that carries weight says which designs it pools.

    A review is worth as much as the weakest study design in it. Write `included_designs` in the study's record, every
    design pooled; case-series where that was not seen.

    Bad:

        evidence:
          - {study: bare2021, finding: pooled, bearing: supports}  # <-

    Good:

        evidence:
          - {study: rev2021, finding: pooled, bearing: supports}
    """
    for index, item in enumerate(claim.evidence):
        study = context.study(item.study)
        if study is None or item.bearing is Bearing.CONTEXT or not study.design.pools or study.included_designs:
            continue
        finding = context.findings[item.study].get(item.finding)
        if finding is None or not finding.designs:
            hint = f"add included_designs to references/studies/{item.study}.yml; case-series where that was not seen"
            yield Problem(("evidence", index, "study"), f"{item.study} does not say which designs it pools", hint)


@rule(Level.ERROR, "claims")
def unnamed_mismatch(_context: Context, claim: Claim) -> Iterator[Problem]:
    """Indirect evidence says in which respect it is indirect.

    One mismatch may be borrowed from with care, two may not, and a study of rats never. Write `indirect_in`:
    population, intervention, comparator, outcome, time or model, all that apply.

    Bad:

        evidence:
          - directness: indirect  # <-

    Good:

        evidence:
          - directness: indirect
            indirect_in: [population]
    """
    for index, item in enumerate(claim.evidence):
        if item.directness is Directness.INDIRECT and not item.indirect_in:
            hint = "add indirect_in: population, intervention, comparator, outcome, time or model"
            yield Problem(("evidence", index, "directness"), f"{item.study} is indirect, but not said in what", hint)


@rule(Level.ERROR, "claims")
def stray_mismatch(_context: Context, claim: Claim) -> Iterator[Problem]:
    """Direct evidence has no mismatch.

    A study either looked at what the statement is about, or it did not. Write directness: indirect, or take
    `indirect_in` out.

    Bad:

        evidence:
          - directness: direct
            indirect_in: [population]  # <-

    Good:

        evidence:
          - directness: indirect
            indirect_in: [population]
    """
    for index, item in enumerate(claim.evidence):
        if item.directness is Directness.DIRECT and item.indirect_in:
            message = f"{item.study} is called direct, but differs in {', '.join(item.indirect_in)}"
            hint = "write directness: indirect, or take indirect_in out"
            yield Problem(("evidence", index, "indirect_in"), message, hint)


@rule(Level.ERROR, "claims")
def bias_without_reason(_context: Context, claim: Claim) -> Iterator[Problem]:
    """A high risk of bias is explained.

    It takes weight from a study, or all of it; readers may ask why. Write a reason of one sentence: what in the way
    the study was done could have bent this result?

    Bad:

        evidence:
          - risk_of_bias: high  # <-
            reason: ""

    Good:

        evidence:
          - risk_of_bias: high
            reason: Those who rated the outcome knew what had been given.
    """
    for index, item in enumerate(claim.evidence):
        if item.risk_of_bias in (RiskOfBias.HIGH, RiskOfBias.CRITICAL) and not item.reason.strip():
            message = f"no reason for the {item.risk_of_bias} risk of bias of {item.study}"
            yield Problem(("evidence", index, "risk_of_bias"), message, "add reason: one sentence")
