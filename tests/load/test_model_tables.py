"""Views of models in sections: tables of references, each row with the audience of what it shows."""

from pathlib import Path

import pytest

from briefs.model.nodes import Reference, SlideBlock, Table, Text
from tests.load.projects import read

MODEL = """\
audience: all
model: m
title: A sum
owner: Sales lead
inputs:
  box: {fact: size, unit: GB, title: the size of a box}
  boxes: {value: 2, unit: "1", kind: assumption, owner: Sales lead, audience: us}
formulas:
  total: box * boxes
scenarios:
  base: {}
  more: {boxes: 3}
results:
  total: {unit: GB, audience: us}
"""
SECTION = """\
---
id: s
title: S
audience: [us]
owner: Sales lead
reviewed: 2026-11-20
---
## Ours

"""


def blocks(folder: Path, text: str) -> tuple[object, ...]:
    """What the section holds below its heading."""
    corpus, found = read(folder, {"models/m.yaml": MODEL, "sections/s.md": SECTION + text})
    assert not found
    return corpus.sections["s"].blocks[0].blocks  # type: ignore[union-attr]


def cells(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[_shown(cell.children[0]) for cell in row.cells] for row in (table.header, *table.rows)]


def _shown(node: object) -> str:
    assert isinstance(node, (Text, Reference))
    return node.text if isinstance(node, Text) else f"{node.kind}:{node.target}"


def test_inputs_say_their_value_and_what_it_rests_on(tmp_path: Path) -> None:
    (table,) = blocks(tmp_path, "::view m as=inputs\n")
    assert cells(table) == [
        ["Input", "Value", "Basis"],
        ["The size of a box", "fact:size", "Fact"],
        ["Boxes", "result:m.boxes", "Assumption of Sales lead"],
    ]


@pytest.mark.parametrize(
    ("options", "header", "values"),
    [
        ("", ["Result", "Base", "More"], ["Total", "result:m.total", "result:m.total@more"]),
        (" columns=more", ["Result", "More"], ["Total", "result:m.total@more"]),
    ],
)
def test_results_stand_side_by_side_for_each_scenario(options: str, header: list[str], values: list[str], tmp_path: Path) -> None:
    (table,) = blocks(tmp_path, f"::view m as=results{options}\n")
    assert cells(table) == [header, values]


def test_a_row_is_read_by_those_who_may_read_its_input(tmp_path: Path) -> None:
    (table,) = blocks(tmp_path, "::view m as=inputs\n")
    assert isinstance(table, Table)
    assert [row.mark.tag is None for row in table.rows] == [True, False]


def test_a_slide_shows_a_model_as_its_table(tmp_path: Path) -> None:
    (slide,) = blocks(tmp_path, ':::: slide "What it takes" layout=table\n::view m as=inputs\n::::\n')
    assert isinstance(slide, SlideBlock)
    assert isinstance(slide.blocks[0], Table)
