"""Everything a book must meet: one tuple of rules, and one function that runs them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claimbook.findings import Finding
from claimbook.reading import FILES, NO_TEXTS, Reading, Texts
from claimbook.rules import (
    anchors,
    answers,
    codes,
    doses,
    ease,
    evidence,
    exemptions,
    fields,
    figures,
    files,
    freshness,
    links,
    notation,
    overlap,
    pairs,
    publishing,
    rating,
    references,
    second,
    steps,
    strength,
    wording,
)
from claimbook.rules.base import Located, Problem, Rule
from claimbook.rules.context import Context, Needs
from claimbook.verdicts import Suggestion

__all__ = ["COVERAGE", "RULES", "Context", "Located", "Needs", "Problem", "Rule", "run"]

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *notation.RULES,
    *fields.RULES,
    links.unknown_study,
    links.unknown_finding,
    links.unknown_article,
    links.unknown_search,
    links.unknown_claim,
    links.unknown_featured_claim,
    links.unknown_person,
    links.unknown_citation,
    links.unknown_source,
    codes.unknown_condition,
    codes.unknown_outcome,
    codes.unknown_route,
    codes.unknown_check,
    codes.unanswered_check,
    codes.idle_synonym,
    pairs.study_without_entry,
    pairs.entry_without_study,
    pairs.unused_studies,
    pairs.alias_collision,
    pairs.unchecked_source,
    evidence.retracted_weight,
    evidence.retracted_reason,
    evidence.incomplete_reference,
    evidence.review_without_designs,
    evidence.unnamed_mismatch,
    evidence.stray_mismatch,
    evidence.bias_without_reason,
    overlap.counted_twice,
    overlap.covered_by_no_review,
    overlap.covered_in_a_circle,
    rating.unexplained_rating,
    rating.needless_why_not_rule,
    rating.verdict_without_grounds,
    steps.unexplained_step,
    steps.too_many_steps,
    steps.upgrade_not_allowed,
    steps.split_without_inconsistency,
    steps.borrowed_without_indirectness,
    answers.statement_without_force,
    answers.no_effect_misplaced,
    answers.fact_without_basis,
    answers.stray_judgement,
    answers.long_term_unanswered,
    answers.blinding_unanswered,
    answers.not_checkable_without_word,
    answers.no_evidence_without_search,
    publishing.unrated,
    publishing.unsaid_profession,
    publishing.unfinished,
    publishing.record_only_support,
    publishing.withdrawn_without_reason,
    publishing.withdrawn_featured,
    second.rated_once,
    second.unresolved_difference,
    second.opposite_of_itself,
    *anchors.RULES,
    wording.long_quote,
    wording.long_finding,
    wording.long_why,
    wording.copied_text,
    ease.hard_to_read,
    strength.finding_too_strong,
    figures.unsourced_number,
    doses.amount_without_weight,
    freshness.history_order,
    freshness.day_to_come,
    freshness.review_overdue,
    freshness.stale_fact,
    freshness.standing_unchecked,
    references.no_identifier,
    references.malformed_identifier,
    references.duplicate_identifier,
    references.title_in_capitals,
    references.bad_year,
    references.unsorted_library,
    exemptions.unknown_exemption,
    exemptions.expired_exemption,
    exemptions.needless_exemption,
)
"""All rules, in the order of the manual; those about exemptions come last, since they look at what the others found."""


COVERAGE: tuple[Rule, ...] = (
    *(rule for rule in RULES if not rule.kinds),
    links.unknown_article,
    *anchors.RULES,
)
"""Those that bear on which paragraphs are covered; a record that cannot be read covers nothing."""


def run(
    reading: Reading,
    suggestions: Mapping[str, Suggestion],
    today: date | None = None,
    texts: Texts = NO_TEXTS,
    rules: Sequence[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Hold a book against the rules.

    Args:
        reading: What was read; its own findings are handed on as far as `rules` has them.
        suggestions: What the grading rule suggests for each claim, by id.
        today: The day for rules about age; without it they are passed over.
        texts: What is at hand of the articles' texts; without any, rules about them are passed over.
        rules: The rules to hold it against.

    Returns:
        All findings, sorted by file and line.

    """
    findings = list(_of_reader(reading, rules))
    context = _context(reading, suggestions, today, texts)
    if context is not None:
        for rule in rules:
            findings += _of_rule(rule, context)
    return tuple(sorted(findings))


def _of_reader(reading: Reading, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Pass on what the reader found; ids that no rule of ours knows are never dropped."""
    held = {rule.id for rule in rules}
    known = {rule.id for rule in RULES}
    return (finding for finding in reading.findings if finding.rule in held or finding.rule not in known)


def _context(
    reading: Reading, suggestions: Mapping[str, Suggestion], today: date | None, texts: Texts
) -> Context | None:
    """What rules may look at; nothing where the settings of the book could not be read."""
    if reading.catalogue is None:
        return None
    wrong = {finding.file for finding in reading.findings}
    unread = frozenset(kind for kind, file in FILES.items() if file in wrong)
    needs_of = {rule.id: rule.needs for rule in RULES if rule.kinds}
    return Context(reading.catalogue, reading.origins, suggestions, today, texts, unread, needs_of)


def _of_rule(rule: Rule, context: Context) -> Iterator[Finding]:
    if not context.has(rule.needs):
        return
    for kind, name, problem in rule.look(context):
        if not context.exempt(kind, name, rule.id):
            place = context.origins.place(kind, name, problem.path)
            yield Finding(*place, rule.level, rule.id, problem.message, problem.hint)
