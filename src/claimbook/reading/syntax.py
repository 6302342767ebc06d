"""Why a text is not YAML: what the parser says, with the hint that its own words lack."""

import re

import yaml

from claimbook.reading.faults import Fault

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HINTS = (
    ("mapping values are not allowed", "a text with a colon and a space in it needs quotes around it"),
    ("could not find expected ':'", "every line of a group is a key, a colon, a space and a value"),
    ("did not find expected ',' or", "close the bracket or brace, and put commas between the items"),
    ("unexpected end of stream", "close the quotes that are opened here or above"),
    ("cannot start any token", "put quotes around a text that begins with this character"),
    ("did not find expected", "look at the indentation of this line, and at quotes inside of a text"),
)
_HINT = "look at the indentation, colons and quotes of this line and the one before it"


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Tell at which place and why a text is not YAML, and what to look at."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _character_fault(text)
    mark, problem = error.problem_mark, str(error.problem)
    line = (text.split("\n")[mark.line : mark.line + 1] or [""])[0]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        column = indent.index("\t") + 1
        return Fault(mark.line + 1, column, "tab-indentation", "a tab indents this line", "indent with spaces")
    told = f"{error.context}, {problem}" if error.context else problem
    hint = next((hint for words, hint in _HINTS if words in problem), _HINT)
    return Fault(mark.line + 1, mark.column + 1, "not-yaml", told, hint)


def _character_fault(text: str) -> Fault:
    found = _UNPRINTABLE.search(text)
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    name = f"U+{ord(found[0]):04X}" if found else "of an unknown kind"
    return Fault(line, column, "not-yaml", f"a control character ({name}) stands here", "delete it")
