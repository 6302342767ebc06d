"""What changed in what articles say: passages and their wording, and how the claims of each article fare."""

from collections.abc import Iterator, Sequence

from claimbook.model import Appearance, Claim, Wording
from claimbook.revisions.fields import differences, pairs
from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind, Turn, of_claim
from claimbook.views.base import Tally
from claimbook.views.spread import Spread, view_spread


def wording_changes(before: Claim, after: Claim, old: State, new: State) -> Iterator[Change]:
    """Tell which passages were added or are gone, and whose wording or place changed."""
    was, is_ = _passages(before, old), _passages(after, new)
    for _, earlier, later in pairs(was, is_, lambda one: (one[0].article, one[0].heading, one[0].paragraph)):
        yield from _passage(after, earlier, later, new)


_Passage = tuple[Appearance, Wording]


def _passages(claim: Claim, state: State) -> list[_Passage]:
    return [*zip(claim.appearances, state.shelf.wordings[claim.id], strict=True)]


def _passage(claim: Claim, earlier: _Passage | None, later: _Passage | None, state: State) -> Iterator[Change]:
    """Tell of one passage; one of the two is there."""
    if earlier and later:
        yield from _moved_passage(claim, earlier, later, state)
        return
    for what, one in (("passage taken out", earlier), ("passage added", later)):
        if one:
            said, level = one
            values = (level.label, "") if earlier else ("", level.label)
            turn = Turn(f"{what}: {_place(said, state)}", *values)
            yield of_claim(claim, Kind.WORDING, turn, f"“{said.quote}” {said.force.label}.")


def _moved_passage(claim: Claim, earlier: _Passage, later: _Passage, state: State) -> Iterator[Change]:
    (old, was), (new, is_) = earlier, later
    place = _place(new, state)
    if was is not is_:
        yield of_claim(claim, Kind.WORDING, Turn(place, was.label, is_.label), f"“{new.quote}”")
    for one in differences(old, new):
        turn = one.told()
        yield of_claim(claim, Kind.WORDING, turn._replace(what=f"{place}: {turn.what}"))


def _place(said: Appearance, state: State) -> str:
    return f"{_title(said.article, state)}, {said.heading}, {said.paragraph}"


def _title(article: str, state: State) -> str:
    record = state.catalogue.articles.get(article)
    return record.title if record else article


def article_changes(old: State, new: State) -> Iterator[Change]:
    """Tell of each article in both states how its claims fared and fare now, where that moved."""
    for id_, article in new.catalogue.articles.items():
        if id_ not in old.catalogue.articles:
            continue
        was, is_ = _spread(id_, old, new), _spread(id_, new, old)
        counts = (
            ("claims", str(was.claims), str(is_.claims)),
            ("passages", str(was.passages), str(is_.passages)),
            ("verdicts", *_moved(was.verdicts, is_.verdicts)),
            ("certainty", *_moved(was.certainties, is_.certainties)),
            ("wording", *_moved(was.wordings, is_.wordings)),
        )
        for what, before, after in counts:
            if before != after:
                yield Change(
                    kind=Kind.ARTICLE,
                    record="article",
                    id=id_,
                    title=article.title,
                    what=what,
                    before=before,
                    after=after,
                )


def _spread(article: str, state: State, other: State) -> Spread:
    """Count how the claims of an article fare, but for those that the other state hides."""
    said = state.shelf.said.get(article, ())
    return view_spread(tuple(one for one in said if not other.hides("claims", one[0].id)))


def _moved(before: Sequence[Tally], after: Sequence[Tally]) -> tuple[str, str]:
    """Give the counts that are not as they were."""
    old, new = ({one.term: one.count for one in tallies} for tallies in (before, after))
    terms = [term for term in {**new, **old} if old.get(term, 0) != new.get(term, 0)]
    was, is_ = (", ".join(f"{counts.get(term, 0)} {term.label.lower()}" for term in terms) for counts in (old, new))
    return was, is_
