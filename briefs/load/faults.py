"""What makes YAML unreadable, with the author's likely mistake by name."""

import re
from collections.abc import Iterator

import yaml

from briefs.diagnostics import Diagnostic, error
from briefs.model.origin import Origin

QUOTES = "put text with '[[', ': ', ' #' or '*' in quotes or under '>-'"


class Broken(Exception):
    """The first thing that makes a file unreadable, at a line and column from 1."""

    def __init__(self, spot: tuple[int, int, int], message: str, hint: str, code: str = "B102") -> None:
        super().__init__(message)
        self.line, self.column, _ = spot
        self.message, self.hint, self.code = message, hint, code


def syntax(fault: yaml.YAMLError, text: str, path: str) -> Diagnostic:
    """The complaint for what the YAML parser refuses: at the likely mistake when one is near, else where the parser stopped."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it cannot be parsed")
    if "nesting depth" in problem:
        # The parser looks ahead for a key and gives up before the reader's own limit is met.
        return error("B112", Origin(path, line, column), "values nested too deep", "a few levels are enough for every file")
    lines = text.split("\n")
    for number in (line, line - 1):
        for start, hint in _likely(lines[number - 1]) if 0 < number <= len(lines) else ():
            return error("B102", Origin(path, number, start + 1), f"the YAML is broken: {problem}", hint)
    return error("B102", Origin(path, line, column), f"the YAML is broken: {problem}", QUOTES)


_KEY = r"^\s*(?:- )*[\w-]+:\s+"


def _likely(line: str) -> Iterator[tuple[int, str]]:
    """Offset and advice for each usual mistake on a line."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield indent.index("\t"), "YAML indents with spaces, and here is a tab"
    if found := re.search(_KEY + r"(\[\[)", line):
        yield found.start(1), "text that begins with '[[' needs quotes"
    if found := re.search(_KEY + r"([*&!%@`])", line):
        yield found.start(1), f"text that begins with '{found[1]}' needs quotes"
    if found := re.search(_KEY + r"([^\"'>|\[{\s].*?: )", line):
        yield found.start(1), "text with ': ' needs quotes, or stands under '>-'"
