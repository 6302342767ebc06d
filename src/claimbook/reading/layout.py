"""Where in a record its keys, bare words and long texts stand, for what mends the look of a file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from claimbook.reading.fields import Path
from claimbook.reading.yamltext import events_of

_BLOCK = ("|", ">")


class Key(NamedTuple):
    """A key of a group."""

    name: str
    line: int
    """From 0."""
    after: int
    """First line after what is written before it; comments lie between there and the key."""


class Group(NamedTuple):
    """A group of keys, one a line."""

    path: Path
    """The way to it from the top of the record."""
    column: int
    """Where its keys begin, from 0."""
    keys: tuple[Key, ...]
    end: int
    """First line after what is written in it."""


class Word(NamedTuple):
    """A word without quotes."""

    line: int
    """From 0, as are the columns."""
    start: int
    end: int


@dataclass(slots=True)
class Layout:
    """What stands where."""

    groups: list[Group] = field(default_factory=list)
    """Inner ones before those around them."""
    words: list[Word] = field(default_factory=list)
    long: set[int] = field(default_factory=set)
    """Lines, from 0, whose ends are a part of a text."""


def layout(text: str) -> Layout:
    """Find out where everything stands in a text that `parse` has taken without a fault of notation."""
    walk = _Walk(text)
    walk.value(walk.first(), ())
    return walk.found


class _Walk:
    """Goes through the events of a document."""

    def __init__(self, text: str) -> None:
        self.found = Layout()
        self._next = events_of(text)
        self._lines = text.split("\n")
        self._reached = 0
        """First line after the last thing written."""

    def first(self) -> Event:
        """Pass over the beginnings of stream and document."""
        self._next()
        self._next()
        return self._next()

    def value(self, event: Event, path: Path) -> None:
        """Look at a value and all that is in it."""
        if isinstance(event, MappingStartEvent):
            self._mapping(event, path)
        elif isinstance(event, CollectionStartEvent):
            index = 0
            while not isinstance(item := self._next(), SequenceEndEvent):
                self.value(item, (*path, index))
                index += 1
            self._close(item, event)
        elif isinstance(event, ScalarEvent | AliasEvent):
            self._single(event)

    def _mapping(self, event: MappingStartEvent, path: Path) -> None:
        keys: list[Key] = []
        while not isinstance(key := self._next(), MappingEndEvent):
            name = key.value if isinstance(key, ScalarEvent) else ""
            keys.append(Key(name, _start(key)[0], self._reached))
            self.value(key, path)
            self.value(self._next(), (*path, name))
        self._close(key, event)
        if not event.flow_style:
            self.found.groups.append(Group(path, _start(event)[1], tuple(keys), self._reached))

    def _close(self, end: CollectionEndEvent, start: CollectionStartEvent) -> None:
        """Brackets and braces are written; the end of other groups is only where the next thing begins."""
        if start.flow_style:
            self._reached = _end(end)[0] + 1

    def _single(self, event: ScalarEvent | AliasEvent) -> None:
        first, start = _start(event)
        last, end = _end(event)
        style = event.style if isinstance(event, ScalarEvent) else None
        if style in _BLOCK:
            self._reached = last + (end > 0)
            self.found.long.update(range(first + 1, self._reached))
            while not self._lines[self._reached - 1].strip():
                self._reached -= 1
        elif (last, end) > (first, start):
            self._reached = last + 1
            self.found.long.update(range(first, last))
        if isinstance(event, ScalarEvent) and not style and first == last:
            self.found.words.append(Word(first, start, end))


def _start(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _end(event: Event) -> tuple[int, int]:
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)
