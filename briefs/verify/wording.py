"""Wording that every reader may meet: what the engine says itself, labels of registers, names of units, and the templates'."""

import re
from collections.abc import Iterator

from briefs.model.content import Resolved, Selection
from briefs.model.records import KINDS
from briefs.verify.phrases import Pieces, Words, pieces

PLAIN = re.compile(r"\d+[a-z]{0,3}\d*|[0-9a-f]{8}|[a-z]")
"""Numbers, ids of files and single letters, which prove nothing."""
_ENGINE = """
about agenda and appendix application april are arabic arrow as ask asks assumption assumptions august background bar bars
box briefs by card cards chart checked chevron closing column columns connector contents dated day december
decision decorative definition diagram diamond dr edge edition effort embedded entry example explained facts
february figure figures first for from go goal goals group groups how in is it january june july label layer line
lines linked list march may meaning microsoft model most named no non none note notes november number october of
office on opening or other owned owner page pages panel paragraph percent phase picture points powerpoint priority
publisher read rectangle row rows september shape sheet short side slide slides source sources statement status step
steps table tables takeaway target term terminology terms text the these this title to urgent value vendor version
warning we week what where whom word workbook yes
"""
ENGINE = frozenset(_ENGINE.split())
"""Words of the engine's own sentences."""
SENTENCES = """
These are the asks, the most urgent first
These are the asks, phase by phase
Title, publisher, date
Assumptions and non-goals
Sources: | documents, listed in the notes
| and | more, listed in the notes
None for this edition
In short
Read on |, where no other day is named
, the vendor's own statement, in part the vendor's own statement, as of
Whom to ask
Facts checked as of
Edition | version |
Table of | rows: |
Table of | points: |
Assumption, owned by: |
Target, owned by: |
Table of contents
List of figures
List of tables
"""
"""What the engine says in several words; a bar stands for what it fills in."""
LINKS = frozenset({"to"})
"""Words that the engine puts between two texts with no mark beside them: a connector is named by both its ends."""
STATUS = ("draft", "open", "agreed", "closed")
SETTINGS = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def free(found: Words) -> bool:
    """Whether these words are the engine's, or prove nothing."""
    return all(word in ENGINE or PLAIN.fullmatch(word) is not None for word in found)


def generated(resolved: Resolved, selection: Selection) -> Iterator[str]:
    """Wording that every product of the audience may carry."""
    row = selection.audience
    yield from (row.id, row.name, row.organisation, row.marking, selection.edition.version, *STATUS)
    yield from selection.briefs
    yield from (f"{brief}@{row.id}" for brief in selection.briefs)
    yield from SENTENCES.splitlines()
    yield from (name.replace("-", " ") for pair in KINDS.items() for name in pair)
    yield from (text for key, unit in resolved.units.items() for text in (key, unit.name))
    for register in resolved.registers.values():
        yield register.name
        for field in register.fields:
            yield field.label
            yield from (text for choice in field.choices for text in (choice, f"{field.label} {choice}"))


def of_view(template: str) -> Iterator[Pieces]:
    """The texts of a template of views, less what it fills in."""
    return (pieces(line) for line in SETTINGS.sub("\n", template).splitlines())
