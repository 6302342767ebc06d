"""Slips that contributors make in claims: what is told of each, and what following that literally means."""

from typing import NamedTuple

RELIEF = "claims/efficacy/relief-within-hours.yml"
SAFETY = "claims/side-effects/minimal-side-effects.yml"
BLOCKER = "claims/mechanism/nmda-receptor-blocker.yml"
SLOGAN = "claims/background/revolutionary.yml"
TAYLOR = "references/studies/taylor2018ketamine.yml"
CALLIOPE = "references/articles/how-ketamine-is-revolutionizing-anxiety-treatment.yml"
SEARCH = "references/searches/anxiety-2026-11.yml"
PEOPLE = "references/people.yml"
LIBRARY = "references/library.bib"
STANDING = "references/standing.yml"
BOOK = "book.yml"


class Mistake(NamedTuple):
    """One slip of a contributor."""

    file: str
    old: str
    """A regular expression; its first match is replaced."""
    new: str
    """What is written instead; » stands before the place that is reported."""
    rule: str
    hint: str
    """Words that the hint holds."""
    wrong: str = ""
    """What a contributor who has read message and hint takes out: a regular expression. Empty: the word at the place
    that is reported, where the hint asks "did you mean …"."""
    right: str = ""
    """What then stands there, in words of message or hint; only what stands between ‹ and › is up to people."""


CLAIMS = [
    # slips of the keyboard
    Mistake(RELIEF, r"\ntitle: ", "\n»titel: ", "unknown-key", 'did you mean "title"'),
    Mistake(RELIEF, r"type: efficacy\n", "type: »eficacy\n", "unknown-code", 'did you mean "efficacy"'),
    Mistake(RELIEF, r"study: taylor2018", "study: »taylor2081", "unknown-study", '"taylor2018ketamine"'),
    Mistake(RELIEF, r"finding: lsas-14d", "finding: »lsas-14", "unknown-finding", '"lsas-14d"'),
    Mistake(
        RELIEF, r"article: how-ketamine-is-\w+", "article: »how-ketamine-ist", "unknown-article", "how-ketamine-is-"
    ),
    Mistake(RELIEF, r"heading: Conclusion", "heading: »Conclusions", "unknown-heading", '"Conclusion"'),
    Mistake(RELIEF, r"\nsearch: \S+", "\nsearch: »anxiety-2026", "unknown-search", '"anxiety-2026-11"'),
    Mistake(RELIEF, r"by: \[project-editors\]", "by: [»projekt-editors]", "unknown-person", '"project-editors"'),
    Mistake(RELIEF, r"related:\n  - \S+", "related:\n  - »relief-last", "unknown-claim", '"relief-lasts"'),
    Mistake(RELIEF, r"conditions: \[gad", "conditions: [»gadd", "unknown-condition", '"gad"'),
    Mistake(RELIEF, r"outcomes: \[first-hours", "outcomes: [»first-hour", "unknown-outcome", '"first-hours"'),
    Mistake(RELIEF, r"  drug: ketamine\n", "  drug: ketamine\n  route: [»ivv]\n", "unknown-route", '"iv"'),
    Mistake(
        RELIEF,
        r"detail: \|-\n",
        "detail: »|-\n  New [@taylor2018ketamin].\n\n",
        "unknown-citation",
        "taylor2018ketamine",
        "taylor2018ketamin]",
        "taylor2018ketamine]",
    ),
    # YAML and its traps
    Mistake(RELIEF, r"title: Does", "title: So»: does", "not-yaml", "quotes", r"(So: .*)", r'"\1"'),
    Mistake(RELIEF, r"\n  population: ", "\n»\tpopulation: ", "tab-indentation", "spaces", "\t", "  "),
    Mistake(
        RELIEF,
        r"\nimportance: \w+",
        "\nimportance: minor\n»importance: critical",
        "duplicate-key",
        "keep one",
        r"\nimportance: minor",
    ),
    Mistake(
        RELIEF, r"scope_covered: false", "scope_covered: »no", "wrong-type", "true or false", ": no\n", ": false\n"
    ),
    Mistake(RELIEF, r"\nsearch: \S+", "\nsearch: »null", "explicit-null", "leave the field empty", " null"),
    Mistake(
        RELIEF, r"date: 2026-\S+\n", "date: »22.11.2026\n", "bad-date", "2026-11-22", r"22\.11\.2026", "2026-11-22"
    ),
    Mistake(RELIEF, r"conditions: \[.*\]", "conditions: »gad", "wrong-type", "[gad]", r"(conditions: )gad", r"\1[gad]"),
    Mistake(
        RELIEF,
        r"id: relief-within-hours",
        "id: »relief-in-hours",
        "name-differs-from-id",
        "relief-in-hours.yml",
        "id: relief-in-hours",
        "id: relief-within-hours",
    ),
    Mistake(RELIEF, r"force_note: Taken.*", "force_note: »no", "yaml-trap", '"no"', "note: no\n", 'note: "no"\n'),
    Mistake(RELIEF, r"\nwhy: >-", "\nwhy: »&why >-", "anchors", "take it out", "&why "),
    Mistake(RELIEF, r"\nrating:", "\n»---\nrating:", "several-documents", "take this line out", "---\n"),
    Mistake(RELIEF, r"related:\n", "related:\n  -»\n", "empty-item", "delete it", r"  -\n"),
    Mistake(RELIEF, r"paragraph: 1", "paragraph: »0", "out-of-range", "1 or more", "paragraph: 0", "paragraph: 1"),
    Mistake(
        RELIEF,
        r"\n    force: definite\n",
        "\n",
        "missing-field",
        "add force",
        r"(quote: This rapid onset\n)",
        r"\1    force: definite\n",
    ),
    Mistake(RELIEF, r"title: Does", "title: »And " + "so " * 18 + "does", "too-long", "at most 80", "(so ){18}"),
    Mistake(
        RELIEF,
        r"    imprecision:\n      by: 2",
        "    imprecision:\n      by: »3",
        "out-of-range",
        "to 2",
        "by: 3",
        "by: 2",
    ),
    # weighing
    Mistake(
        RELIEF,
        r"verdict: \S+",
        "verdict: »supported",
        "unexplained-rating",
        "write partly-supported",
        "verdict: supported",
        "verdict: partly-supported",
    ),
    Mistake(
        RELIEF,
        r"certainty: very-low",
        "certainty: »low",
        "unexplained-rating",
        "write very-low",
        "certainty: low",
        "certainty: very-low",
    ),
    Mistake(
        RELIEF,
        r"(mills2025effect\n.*\n.*: )context",
        r"\1»supports",
        "retracted-weight",
        "bearing: context",
        r"(mills2025effect\n.*\n    bearing: )supports",
        r"\1context",
    ),
    Mistake(
        RELIEF,
        r"directness: (indirect\n)    indirect_in: .*\n",
        r"directness: »\1",
        "unnamed-mismatch",
        "outcome",
        r"(directness: indirect\n)(?!    indirect_in)",
        r"\1    indirect_in: [time]\n",
    ),
    Mistake(
        RELIEF,
        r"directness: direct\n",
        "directness: direct\n    »indirect_in: [time]\n",
        "stray-mismatch",
        "take indirect_in out",
        r"(directness: direct\n)    indirect_in: .*\n",
        r"\1",
    ),
    Mistake(
        RELIEF,
        r"risk_of_bias: high\n    reason: (?!>).*\n",
        "risk_of_bias: »high\n",
        "bias-without-reason",
        "add reason",
        r"(risk_of_bias: high\n)(?!    reason)",
        r"\1    reason: ‹No comparison group.›\n",
    ),
    Mistake(
        RELIEF,
        r"(grading:\n(.*\n)*?)  blinding: >-\n(    .*\n)+",
        r"»\1",
        "blinding-unanswered",
        "add blinding",
        r"\ngrading:\n",
        r"\ngrading:\n  blinding: ‹Salt water was the control, and nobody asked who guessed.›\n",
    ),
    Mistake(
        RELIEF,
        r"(  )(down:\n(.*\n)*?)    imprecision:\n(      .*\n)+",
        r"\1»\2",
        "unexplained-step",
        "by: 2",
        r"  down:\n",
        '  down:\n    imprecision: {by: 2, reason: "‹Thirty people in all.›"}\n',
    ),
    Mistake(
        SAFETY,
        r"long_term_covered: false",
        "long_term_covered: »maybe",
        "wrong-type",
        "not-relevant",
        ": maybe",
        ": false",
    ),
    Mistake(
        SAFETY,
        r"bearing: contradicts",
        "bearing: »no-effect",
        "no-effect-misplaced",
        "contradicts or context",
        "bearing: no-effect",
        "bearing: contradicts",
    ),
    Mistake(
        SAFETY,
        r"(grading:\n(.*\n)*?)  long_term_covered: .*\n",
        r"»\1",
        "long-term-unanswered",
        "not-relevant",
        r"\ngrading:\n",
        r"\ngrading:\n  long_term_covered: false\n",
    ),
    Mistake(
        BLOCKER,
        r"(grading:\n(.*\n)*?)  fact_basis: .*\n",
        r"»\1",
        "fact-without-basis",
        "add fact_basis",
        r"\ngrading:\n",
        r"\ngrading:\n  fact_basis: label-or-guideline\n",
    ),
    Mistake(
        SLOGAN,
        r"(  not_checkable: slogan\n.*\n  verdict: )\S+",
        r"\1»mixed",
        "unexplained-rating",
        "not-checkable",
        "verdict: mixed",
        "verdict: not-checkable",
    ),
    Mistake(
        RELIEF,
        r"\nreaders_say: ",
        "\nopposite: [»relief-within-hours]\nreaders_say: ",
        "opposite-of-itself",
        "other claim",
        r"\[relief-within-hours\]",
        "[‹relief-lasts›]",
    ),
    # words and numbers
    Mistake(RELIEF, r"quote: Its", "quote: »" + "So on and " * 5 + "its", "long-quote", "keep only", "(So on and )+"),
    Mistake(
        RELIEF,
        r"finding: >-\n(  .*\n)+",
        "finding: »It eases anxiety.\n",
        "finding-too-strong",
        "very uncertain",
        "It eases anxiety",
        "‹Whether it eases anxiety› is very uncertain",
    ),
    Mistake(
        RELIEF,
        r"(why: )(>-\n(  .*\n)*?.*had )30",
        r"\1»\g<2>390",
        "unsourced-number",
        "take it out",
        "390",
        "‹few›",
    ),
    Mistake(RELIEF, r"with: 33", "with: »43", "unsourced-number", "correct it", "with: 43", "with: ‹33›"),
    Mistake(
        RELIEF,
        r"\nwhy: >-\n(  .*\n)+",
        '\nwhy: »""\n',
        "unfinished",
        "write why",
        r'why: ""',
        "why: ‹Few people took part. They could tell what they got.›",
    ),
]
