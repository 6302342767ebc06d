"""Holds every block of the texts against the records, counts, and prints it: for people or for programs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from claimbook.coverage.blocks import Block, begins, cut
from claimbook.coverage.places import Places, places
from claimbook.findings import Finding, Format, render
from claimbook.findings import report as report_findings
from claimbook.model import Catalogue


class ReportFormat(StrEnum):
    """A way of printing a report: for people, for programs."""

    TEXT = "text"
    JSON = "json"


class Covered(NamedTuple):
    """A block, and what the records have for it."""

    block: Block
    claims: tuple[str, ...]
    """Ids of the claims anchored there."""
    reason: str
    """Why there is nothing to rate; empty where nobody says so."""

    @property
    def by_reason_alone(self) -> bool:
        """Whether only a reason stands for it."""
        return bool(self.reason) and not self.claims


@dataclass(frozen=True, slots=True)
class Counts:
    """How many blocks there are, and how many are dealt with in which way."""

    blocks: int
    by_claim: int
    by_reason_alone: int

    @property
    def covered(self) -> int:
        """Blocks with a claim or a reason."""
        return self.by_claim + self.by_reason_alone

    @property
    def covered_percent(self) -> float:
        """Share of blocks with a claim or a reason."""
        return _percent(self.covered, self.blocks)

    @property
    def reason_percent(self) -> float:
        """Share of blocks that rest on a reason alone."""
        return _percent(self.by_reason_alone, self.blocks)


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """How far one article is covered."""

    article: str
    checked: bool
    """Whether the very text that was read was at hand."""
    blocks: tuple[Covered, ...]
    """In the order of the text; none where it was not at hand."""


def cover(catalogue: Catalogue, texts: Mapping[str, str]) -> tuple[ArticleCoverage, ...]:
    """Hold every article against its text.

    Args:
        catalogue: The book.
        texts: Texts by article id, as far as they are at hand.

    """
    known = places(catalogue)
    return tuple(
        ArticleCoverage(
            id_, id_ in texts, tuple(_covered(block, known[id_]) for block in cut(article, texts.get(id_, "")))
        )
        for id_, article in catalogue.articles.items()
    )


def _covered(block: Block, known: Places) -> Covered:
    return Covered(block, known.claims.get(block.spot, ()), known.reasons.get(block.spot, ""))


def _count(blocks: Sequence[Covered]) -> Counts:
    return Counts(len(blocks), sum(bool(one.claims) for one in blocks), sum(one.by_reason_alone for one in blocks))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def print_coverage(
    articles: Sequence[ArticleCoverage],
    findings: Sequence[Finding],
    files: int,
    format: ReportFormat,  # noqa: A002 -- the word users type
) -> str:
    """Print what is covered and what is wrong, as text that ends in a line break.

    Args:
        articles: What is covered.
        findings: What is wrong.
        files: Number of files that were read.
        format: Text for people, JSON for programs.

    """
    total = _count([one for article in articles for one in article.blocks])
    if format is ReportFormat.JSON:
        covered = {"total": _counts_json(total), "articles": list(map(_article_json, articles))}
        report = {**report_findings(sorted(findings), files), "coverage": covered}
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    lines = [line for article in articles for line in (*_article_lines(article), "")]
    lines.append(render(findings, Format.TEXT, files))
    if total.blocks:
        lines.append(f"all texts at hand: {_summary(total)}\n")
    return "\n".join(lines)


def _article_lines(article: ArticleCoverage) -> Iterator[str]:
    yield article.article
    if not article.checked:
        yield "  not checked: the text that was read is not at hand"
        return
    yield from _block_lines(article.blocks)
    yield f"  {_summary(_count(article.blocks))}"


def _block_lines(blocks: Iterable[Covered]) -> Iterator[str]:
    for heading, below in groupby(blocks, key=lambda one: one.block.spot.heading):
        yield f"  {heading}"
        for one in below:
            yield f"    {one.block.spot.paragraph:>2}  {begins(one.block)}"
            yield f"        {_standing(one)}"


def _standing(one: Covered) -> str:
    if one.claims:
        return ", ".join(one.claims)
    return f"skipped: {one.reason}" if one.reason else "nothing"


def _summary(counts: Counts) -> str:
    return (
        f"{counts.covered} of {counts.blocks} blocks with a claim or a reason ({counts.covered_percent} %), "
        f"{counts.by_reason_alone} on a reason alone ({counts.reason_percent} %)"
    )


def _counts_json(counts: Counts) -> dict[str, object]:
    return {
        "blocks": counts.blocks,
        "with_claim": counts.by_claim,
        "reason_alone": counts.by_reason_alone,
        "open": counts.blocks - counts.covered,
        "covered_percent": counts.covered_percent,
        "reason_alone_percent": counts.reason_percent,
    }


def _article_json(article: ArticleCoverage) -> dict[str, object]:
    return {
        "article": article.article,
        "checked": article.checked,
        "counts": _counts_json(_count(article.blocks)),
        "blocks": [
            {
                "heading": one.block.spot.heading,
                "paragraph": one.block.spot.paragraph,
                "line": one.block.line,
                "begins": begins(one.block),
                "claims": list(one.claims),
                "reason": one.reason,
            }
            for one in article.blocks
        ],
    }
