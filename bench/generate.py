"""Makes a valid book of any size, the same for the same numbers: `python bench/generate.py FOLDER CLAIMS`.

Its texts are meaningless but as long as real ones, and its claims are as heavy as those of the first book were on
2026-11-23: on average nine studies and three passages a claim, six of ten claims with a picture of directions, one of
twenty with a forest plot, some 40 kB a page. There are as many studies as claims.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Record = dict[str, Any]

SEED = 20261122
CATEGORIES = ("mechanism", "efficacy", "side-effects", "dosing", "background")
ARTICLES = 20
CITED = (14, 14, 2, 14, 2)
"""How many studies claims cite, in turn; two are too few for a picture of directions."""
MEASURED = (0, 7)
"""Of a hundred studies of a kind, those whose effect is known in numbers. Claims that cite both have a forest plot."""
DAY = "2026-11-22"
_TEXT = (
    "after among because between change compare control difference dose effect evening follow garden group hour "
    "improve large later lower measure morning notice number often other people person quiet random rate reason "
    "record report result river same scale season short show sleep small state stone study symptom table term time "
    "treat trial value visit water week whole without word year"
)
WORDS = _TEXT.split()
EASY_WORDS = [word for word in WORDS if len(word) < 5]


class Variant(NamedTuple):
    """One kind of claim, with the rating that the rule gives it."""

    type: str
    bearing: str
    finding: str
    verdict: str
    certainty: str
    grading: Record


VARIANTS = (
    Variant(
        "efficacy",
        "supports-part",
        "Treatment may ease symptoms in some people for",
        "partly-supported",
        "high",
        {"scope_covered": False},
    ),
    Variant(
        "comparative",
        "contradicts",
        "Treatment does no better than other treatments for",
        "contradicted",
        "high",
        {"scope_covered": True},
    ),
    Variant(
        "definition",
        "supports",
        "Textbooks name it as a treatment for",
        "supported",
        "not-rated",
        {"fact_basis": "textbook-or-review"},
    ),
)


class Words:
    """Sentences of given lengths, drawn with a seed of their own for every record."""

    def __init__(self, *seed: object) -> None:
        self.random = random.Random(f"{SEED} {seed}")

    def sentence(self, length: int, words: list[str] = WORDS) -> str:
        return " ".join(self.random.choices(words, k=length)).capitalize() + "."

    def text(self, sentences: int, words: list[str] = WORDS) -> str:
        return " ".join(self.sentence(self.random.randint(6, 16), words) for _ in range(sentences))


def study_key(number: int) -> str:
    return f"author{1950 + number % 75}{_letters(number)}"


def _letters(number: int) -> str:
    rest, digit = divmod(number, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + digit)


def claim_id(number: int) -> str:
    return f"claim-{number}"


def book() -> Record:
    return {
        "title": "Synthetic book",
        "tagline": "A book made to be measured.",
        "about": "Nobody made this; a program did.",
        "repository": "https://example.org/book",
        "notices": {part: Words(part).text(3) for part in ("advice", "approval", "crisis", "reviewed", "licence")},
        "featured": [claim_id(number) for number in range(4)],
        "categories": [{"id": id_, "label": id_.capitalize(), "summary": f"Claims on {id_}."} for id_ in CATEGORIES],
        "conditions": [{"id": "any", "label": "Any condition", "general": True}],
        "outcomes": [
            {"id": "days", "label": "Days", "summary": Words("days").text(1), "from_days": 1},
            {"id": "weeks", "label": "Weeks", "summary": Words("weeks").text(1), "from_days": 28},
            {"id": "harm", "label": "Harm", "summary": Words("harm").text(1), "harm": True},
        ],
        "routes": [{"id": "oral", "label": "By mouth"}],
        "checks": [{"id": f"check-{number}", "question": f"Question {number}?"} for number in range(10)],
        "glossary": [{"term": "Stone", "text": Words("stone").text(1)}],
    }


def article(number: int) -> Record:
    words = Words("article", number)
    return {
        "id": f"article-{number}",
        "title": words.sentence(8),
        "publisher": "Example publisher",
        "kind": "clinic-blog",
        "interest": "unclear",
        "captured": DAY,
        "text": {"sha256": f"{number:064x}", "words": 1200},
        "summary": words.text(2),
        "headings": ["Introduction"],
        "checks": {f"check-{n}": {"result": "not-satisfied", "note": words.text(1)} for n in range(10)},
        "omissions": [words.sentence(6), words.sentence(6)],
    }


def study(number: int) -> Record:
    words = Words("study", number)
    fact = VARIANTS[number % len(VARIANTS)].type == "definition"
    return {
        "key": study_key(number),
        "design": "review" if fact else "rct-parallel",
        "population": words.sentence(6),
        "n": 400,
        "conditions": ["any"],
        "intervention": {"drug": "stone", "route": "oral", "dose": "10 mg", "schedule": words.sentence(4)},
        "comparator": "usual treatment",
        "control": "active",
        "blinding": {"participants": "masked", "raters": "masked", "checked": "reported"},
        "findings": [_finding(words, number, index) for index in range(3)],
        "limitations": [words.sentence(9), words.sentence(9)],
        "funding": "public",
        "seen": "full-text",
        "seen_at": [f"https://example.org/{number}"],
    }


def _finding(words: Words, number: int, index: int) -> Record:
    effect = {"measure": "SMD", "value": -0.5, "ci_low": -0.7, "ci_high": -0.3, "p": 0.001, "favours": "negative"}
    measured = number // len(VARIANTS) % 100 in MEASURED
    return {
        "id": f"outcome-{index}",
        "outcome": words.sentence(5),
        "timepoint": "12 weeks",
        "follow_up_days": 84,
        "people": 400,
        "rated_by": "observer",
        "result": words.sentence(18),
        "direction": "favours",
    } | ({"effect": effect} if measured else {})


def claim(number: int, claims: int) -> Record:
    words = Words("claim", number)
    variant = VARIANTS[number % len(VARIANTS)]
    step = len(VARIANTS)
    count = CITED[number // step % len(CITED)]
    cited = sorted({(number + step * index * 7) % claims // step * step + number % step for index in range(count)})
    keys = [study_key(one) for one in cited if one < claims]
    judged: Record = {"verdict": variant.verdict, "certainty": variant.certainty}
    return {
        "id": claim_id(number),
        "title": f"Is this question number {number} of the book?",
        "statement": f"Stone treats state {number} of people who visit.",
        "type": variant.type,
        "force": "definite",
        "importance": words.random.choice(("critical", "important", "minor")),
        "conditions": ["any"],
        "outcomes": ["harm"] if number % 10 == 0 else ["days", "weeks"],
        "scope": {"population": words.sentence(6), "drug": "stone", "route": ["oral"], "timeframe": "weeks"},
        "appearances": [_appearance(words, number, index) for index in range(1 + number % 5)],
        "evidence": [_evidence(words, variant, key) for key in keys],
        "grading": variant.grading,
        "rating": {**judged, "date": DAY, "by": ["program"]},
        "finding": f"{variant.finding} state {words.random.choice(WORDS)}.",
        "holds_for": [words.sentence(6)],
        "not_shown_for": [words.sentence(6), words.sentence(6)],
        "why": words.text(3, EASY_WORDS),
        "detail": words.text(24) + "".join(f" See [@{key}]." for key in keys),
        "what_would_change": words.sentence(14),
        "search": "search-one",
        "review": {
            "status": "published",
            "due": "2027-05-22",
            "second": {"date": DAY, "by": ["program"], "first": {**judged}, "second": {**judged}},
        },
        "history": [{"date": DAY, "kind": "added", "text": "First rating."}],
        "related": [claim_id((number + 1) % claims)],
    }


def _appearance(words: Words, number: int, index: int) -> Record:
    return {
        "article": f"article-{(number + index) % ARTICLES}",
        "heading": "Introduction",
        "paragraph": 1 + number % 40,
        "quote": words.sentence(7).rstrip("."),
        "force": "definite",
    }


def _evidence(words: Words, variant: Variant, key: str) -> Record:
    return {
        "study": key,
        "finding": "outcome-0",
        "bearing": variant.bearing,
        "directness": "direct",
        "risk_of_bias": "low",
        "note": words.sentence(12),
    }


def library_entry(number: int) -> str:
    words = Words("entry", number)
    return f"""@article{{{study_key(number)},
  author = {{Author, Ada and Stone, Sam and Water, Will}},
  title = {{{{{words.sentence(11).rstrip(".")}}}}},
  journal = {{Journal of {words.random.choice(WORDS).capitalize()}}},
  year = {{{1950 + number % 75}}},
  volume = {{{1 + number % 40}}},
  pages = {{{number + 1}--{number + 9}}},
  doi = {{10.5555/stone.{number}}},
}}
"""


def records(claims: int) -> Iterator[tuple[str, Record]]:
    """Yield every YAML record with its path below the top of the book."""
    yield "book.yml", book()
    rater = {"id": "program", "name": "A program", "role": "Makes records.", "clinician": False, "interests": "None."}
    yield "references/people.yml", {"people": [rater]}
    yield "references/standing.yml", {"checked": DAY, "how": "Not at all.", "sources": []}
    sources = [{"name": f"Place {number}", "queries": ["stone"], "found": "Some."} for number in range(2)]
    search = {"id": "search-one", "question": "What is there?", "date": DAY, "by": ["program"]}
    yield "references/searches/search-one.yml", {**search, "sources": sources, "result": "Some."}
    for number in range(ARTICLES):
        yield f"references/articles/article-{number}.yml", article(number)
    for number in range(claims):
        yield f"references/studies/{study_key(number)}.yml", study(number)
        yield f"claims/{CATEGORIES[number % len(CATEGORIES)]}/{claim_id(number)}.yml", claim(number, claims)


def generate(folder: Path, claims: int) -> Path:
    """Write a book with that many claims into a folder, and return the folder."""
    for path, record in records(claims):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False, width=110).replace(f"'{DAY}'", DAY)
        target.write_text(text.replace("'2027-05-22'", "2027-05-22"), encoding="utf-8")
    entries = (library_entry(number) for number in sorted(range(claims), key=study_key))
    (folder / "references" / "library.bib").write_text("\n".join(entries), encoding="utf-8")
    return folder


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
