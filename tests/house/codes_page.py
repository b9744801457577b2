"""The page of all codes, made of what each stands for and of a case that shows it, so that it is always true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.codes import CODES
from tests.load.projects import cases

TESTS = Path(__file__).parents[1]
PAGE = Path(__file__).parents[2] / "content/CODES.md"
CHAPTERS = {
    "1": "Reading: files, YAML, markup, schemas",
    "2": "References",
    "3": "Evidence, vocabulary, models, registers",
    "4": "Briefs, views, exhibits, budgets",
    "5": "Fit on slides and pages",
    "6": "Templates",
    "7": "The machine and the output folder, and content that nobody means well with",
    "9": "Proofs on finished files",
}
HEAD = """# What the checks say

Each complaint has a code. Here is what each stands for, an input, the answer as it is printed, and what to do.
The examples are cases of the tests, which carry them out; `pytest tests/house/test_codes_page.py --accept` writes this page anew.
An error stops a build, a warning does not; `--release` makes errors of overdue facts and of drafts in outlines.
"""


@dataclass(frozen=True)
class Example:
    title: str
    written: str
    said: str

    @property
    def lines(self) -> int:
        return self.written.count("\n") + self.said.count("\n")


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    examples = {code: min(found, key=lambda item: item.lines) for code, found in _examples().items()}
    for chapter, title in CHAPTERS.items():
        parts.append(f"\n## {title}\n")
        parts.extend(_entry(code, examples[code]) for code in sorted(CODES) if code[1] == chapter)
    return "".join(parts)


def _entry(code: str, example: Example) -> str:
    severities = sorted(set(re.findall(rf"\b(error|warning)\[{code}\]", example.said)))
    severity = " or ".join(severities).capitalize()
    return (
        f'\n### <a id="{code.lower()}"></a>{code}: {CODES[code]}\n\n{severity}. For instance, {example.title}:\n\n'
        f"{_indented(example.written)}\n\nis answered by\n\n{_indented(example.said)}\n"
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


def _examples() -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    for title, written, said in _cases():
        for code in set(re.findall(r"(?:error|warning)\[(B\d{3})\]", said)):
            found.setdefault(code, []).append(Example(title, written, _about(code, said)))
    return found


def _about(code: str, said: str) -> str:
    """The complaints of one code among all that a case expects, each with its hint."""
    return "\n".join(item for item in re.split(r"\n(?! )", said) if f"[{code}]" in item)


def _cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(TESTS.glob("*/cases/*.txt")):
        yield from cases(path)
