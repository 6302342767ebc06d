"""What changed in all that claims rest on: studies and their figures, standing, library, articles, searches, people."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimbook.model import Standing
from claimbook.revisions.fields import differences, words
from claimbook.revisions.state import State
from claimbook.revisions.terms import Change, Kind, Turn


def study_changes(old: State, new: State) -> Iterator[Change]:
    """Tell what changed in studies, finding by finding, with the claims that rest on it."""
    before, after = old.catalogue.studies, new.catalogue.studies
    for key in {**before, **after}:
        if old.hides("studies", key) or new.hides("studies", key):
            continue
        if key not in before or key not in after:
            gone = key not in after
            resting = _resting(key, "", old if gone else new)
            yield _source(key, Turn("study removed" if gone else "study added"), resting, old if gone else new)
            continue
        for one in differences(before[key], after[key]):
            finding = one.path[1] if one.path[0] == "findings" else ""
            resting = _resting(key, finding, new) or _resting(key, finding, old)
            yield _source(key, one.told(), resting, new)


def _source(key: str, turn: Turn, resting: Mapping[str, bool], state: State, notice: Standing | None = None) -> Change:
    """Tell a change of a study, or of the standing of a source."""
    told = f"{notice.date}: {notice.text} " if notice else ""
    return Change(
        kind=Kind.FIGURES,
        record="study",
        id=key,
        title=_short(key, state),
        what=turn.what,
        before=turn.before,
        after=turn.after,
        note=f"{told}{_rest(resting)}",
        claims=tuple(resting),
    )


def _resting(key: str, finding: str, state: State) -> Mapping[str, bool]:
    """Claims that list a source, or one of its findings, and whether it counts for them; those it counts for first."""
    shelf = state.shelf
    uses = [(row.id, item) for row, item in shelf.uses.get(key, ()) if finding in ("", item.finding)]
    found = {id_: key in shelf.weighs[id_] for id_, _ in uses}
    return dict(sorted(found.items(), key=lambda one: not one[1]))


def _rest(resting: Mapping[str, bool]) -> str:
    counts = [id_ for id_, weighs in resting.items() if weighs]
    listed = [id_ for id_, weighs in resting.items() if not weighs]
    said = (
        f"It counts for {', '.join(counts)}." if counts else "",
        f"Listed by {', '.join(listed)}." if listed else "",
    )
    return " ".join(filter(None, said)) or "No claim lists it."


def _short(key: str, state: State) -> str:
    source = state.shelf.sources.get(key)
    return source.short if source else ""


def standing_changes(old: State, new: State) -> Iterator[Change]:
    """Tell which sources were retracted, doubted, corrected or cleared, with the claims that list them."""
    if old.lacks("standing") or new.lacks("standing"):
        return
    before, after = old.catalogue.standing, new.catalogue.standing
    for key in {**before, **after}:
        was, is_ = before.get(key), after.get(key)
        kinds = [one.kind.label if one else "as published" for one in (was, is_)]
        if kinds[0] != kinds[1]:
            yield _standing(key, Turn("standing", *kinds), new, is_)
        if was and is_:
            for one in differences(was, is_):
                if one.path != ("kind",):
                    yield _standing(key, one.told(), new, None)


def _standing(key: str, turn: Turn, state: State, notice: Standing | None) -> Change:
    change = _source(key, turn, _resting(key, "", state), state, notice)
    return replace(change, kind=Kind.STANDING, record="source")


def record_changes(old: State, new: State) -> Iterator[Change]:
    """Tell what changed in everything else: the rule, settings, library, articles, searches, people, checks."""
    yield from _rule(old, new)
    before, after = old.catalogue, new.catalogue
    if not old.lacks("book"):
        yield from _differing("book", "", "", before.book, after.book)
    groups = (
        ("article", "articles", before.articles, after.articles),
        ("search", "searches", before.searches, after.searches),
        ("person", "people", before.people, after.people),
        ("source", "library", before.references, after.references),
    )
    for record, kind, earlier, later in groups:
        if not (kind == "people" and (old.lacks(kind) or new.lacks(kind))):
            yield from _group(record, kind, earlier, later, (old, new))
    if not (old.lacks("standing") or new.lacks("standing")):
        lists = [one and (one.checked, one.how) for one in (before.standing_list, after.standing_list)]
        if lists[0] != lists[1]:
            said = [f"{one[0]}: {one[1]}" if one else "" for one in lists]
            yield _record("standing", "", "", Turn("check of all sources", *said))


def _rule(old: State, new: State) -> Iterator[Change]:
    if old.rule_set and new.rule_set and old.rule_set != new.rule_set:
        note = "Both states are weighed by the present rule here."
        yield _record("rule", "", "", Turn("version of the published rule", old.rule_set, new.rule_set), note)


def _group(
    record: str, kind: str, before: Mapping[str, object], after: Mapping[str, object], states: tuple[State, State]
) -> Iterator[Change]:
    """Compare records of one kind by their ids; what either state hides is passed over."""
    for id_ in {**before, **after}:
        if kind == "people" or not any(state.hides(kind, id_) for state in states):
            title = getattr(after.get(id_, before.get(id_)), "title", "")
            yield from _differing(record, id_, title, before.get(id_), after.get(id_))


def _differing(record: str, id_: str, title: str, before: object, after: object) -> Iterator[Change]:
    if before is None or after is None:
        what = "removed" if after is None else "added"
        yield _record(record, id_, title, Turn(what, words(before), words(after)))
        return
    yield from (_record(record, id_, title, one.told()) for one in differences(before, after))


def _record(record: str, id_: str, title: str, turn: Turn, note: str = "") -> Change:
    return Change(kind=Kind.RECORD, record=record, id=id_, title=title, **turn._asdict(), note=note)
