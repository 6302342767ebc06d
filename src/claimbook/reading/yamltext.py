"""One YAML document in, plain values out, with every mistake and its place.

Built straight from the events of the C parser. That is faster than PyYAML's own loading, sees
duplicate keys, and is safe: composing node trees, as PyYAML does, overflows the C stack on a file of
opening brackets and ends the whole process.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from claimbook.reading.faults import Fault
from claimbook.reading.scalars import Scalar, Trap, resolve, share
from claimbook.reading.syntax import syntax_fault

MAX_DEPTH = 16
"""How deep lists and groups may lie in one another; records need six."""

Value: TypeAlias = "Scalar | list[Value] | dict[str, Value] | None"
"""What a document holds; None stands for nothing written."""

_Get: TypeAlias = Callable[[], Event]

_EMPTY = Fault(1, 1, "empty-file", "the file holds nothing", "fill it or delete it")


class Document(NamedTuple):
    """A document and what is wrong with it; with a fault the value may lack parts."""

    value: Value
    faults: tuple[Fault, ...]


class Spot(NamedTuple):
    """A place in a text, both from 1."""

    line: int
    column: int


def parse(text: str) -> Document:
    """Read the one document of a text. Raises nothing, whatever the text."""
    builder = _Builder(text)
    try:
        value = builder.document()
    except _TooDeepError as stop:
        told = f"more than {MAX_DEPTH} lists and groups in one another"
        builder.tell(stop.event, "too-deep", told, "look at the brackets, dashes and indentation before this place")
        value = None
    except yaml.YAMLError as error:
        builder.faults.append(syntax_fault(error, text))
        value = None
    return Document(value, tuple(builder.faults))


def events_of(text: str) -> _Get:
    """Hand out what the parser meets, one thing a call."""
    return cast("_Get", yaml.CSafeLoader(text).get_event)


class _TooDeepError(Exception):
    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class _Builder:
    """Builds values from events; goes on after whatever is wrong as long as YAML itself does."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._next = events_of(text)
        self._depth = 0

    def tell(self, event: Event, rule: str, message: str, hint: str) -> None:
        spot = _spot(event)
        self.faults.append(Fault(spot.line, spot.column, rule, message, hint))

    def document(self) -> Value:
        self._next()
        if not isinstance(self._next(), DocumentStartEvent):
            self.faults.append(_EMPTY)
            return None
        value = self._value(self._next())
        if value is None and not self.faults:
            self.faults.append(_EMPTY)
        self._next()
        after = self._next()
        if isinstance(after, DocumentStartEvent):
            self.tell(
                after,
                "several-documents",
                "a second document begins here",
                "take this line out, or move what follows to a file of its own",
            )
            return None
        return value

    def _value(self, event: Event) -> Value:
        if isinstance(event, ScalarEvent):
            self._refuse_decoration(event)
            return self._scalar(event)
        if isinstance(event, CollectionStartEvent):
            self._refuse_decoration(event)
            return self._collection(event)
        if isinstance(event, AliasEvent):
            self.tell(event, "anchors", f"*{event.anchor} stands for another part of the file", "write it out")
        return None

    def _refuse_decoration(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.tell(event, "anchors", f"&{event.anchor} names a part of the file", "take it out")
        if event.tag is not None:
            self.tell(event, "explicit-tag", f"{event.tag} asks for another type", "take the tag out")

    def _collection(self, event: CollectionStartEvent) -> Value:
        if self._depth == MAX_DEPTH:
            raise _TooDeepError(event)
        self._depth += 1
        value = self._mapping() if isinstance(event, MappingStartEvent) else self._sequence()
        self._depth -= 1
        return value

    def _scalar(self, event: ScalarEvent) -> Value:
        word = event.value
        if not event.implicit[0]:
            return share(word)
        if not word:
            return None
        try:
            return resolve(word)
        except Trap as trap:
            self.tell(event, trap.rule, trap.message, trap.hint)
            return None if trap.rule == "explicit-null" else word

    def _sequence(self) -> Value:
        items: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            value = self._value(event)
            if value is None and isinstance(event, ScalarEvent) and not event.value:
                self.tell(event, "empty-item", "the item is empty", "write something after the dash, or delete it")
            items.append(value)
        return items

    def _mapping(self) -> Value:
        fields: dict[str, Value] = {}
        empty = False
        while not isinstance(event := self._next(), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._refuse_key(event)
                continue
            key = share(event.value)
            if key in fields:
                self.tell(event, "duplicate-key", f'the key "{key}" stands here a second time', "keep one of them")
            value = self._value(self._next())
            empty = empty or value is None
            fields[key] = value
        return {key: value for key, value in fields.items() if value is not None} if empty else fields

    def _refuse_key(self, event: Event) -> None:
        self.tell(event, "wrong-type", "a key must be a word", "put quotes around it if it is one")
        self._value(event)
        self._value(self._next())


def _spot(event: Event) -> Spot:
    mark = event.start_mark
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)


def locate(text: str, path: Sequence[str | int], *, at_key: bool = False) -> Spot:
    """Find the place of a value in a text that `parse` has taken, or of the nearest group around it.

    A single value is found where it begins, a list or group at its key. Positions are looked for
    when a finding needs one: keeping them for all values would cost more memory than the records.

    Args:
        text: The document.
        path: Keys and indexes from the top.
        at_key: Find the key in front of the last step rather than its value.

    """
    get = events_of(text)
    get()
    get()
    event = get()
    spot = _spot(event)
    for step, part in enumerate(path, 1):
        found = _enter(get, event, part)
        if found is None:
            break
        key, event = found
        spot = _spot(event if _is_single(event) and not (at_key and step == len(path)) else key)
    return spot


def _is_single(event: Event) -> bool:
    """Whether something that is no list or group is written there."""
    return isinstance(event, AliasEvent) or (isinstance(event, ScalarEvent) and bool(event.value or event.style))


def _enter(get: _Get, event: Event, part: str | int) -> tuple[Event, Event] | None:
    """Go to one part of a list or group; hand back the event that names it and the event that begins it."""
    if not isinstance(event, CollectionStartEvent):
        return None
    index = 0
    while not isinstance(first := get(), CollectionEndEvent):
        value = first
        if isinstance(event, MappingStartEvent):
            _skip(get, first)
            value = get()
        name = first.value if isinstance(event, MappingStartEvent) and isinstance(first, ScalarEvent) else index
        if name == part:
            return first, value
        _skip(get, value)
        index += 1
    return None


def _skip(get: _Get, event: Event) -> None:
    depth = 0
    while True:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth == 0:
            return
        event = get()
