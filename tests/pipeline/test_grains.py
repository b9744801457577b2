"""Every grain and every surface, each with a word of its own for each of three audiences: no finished file holds another's."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.pipeline.building import Copy, audience, copy

pytestmark = pytest.mark.slow

READERS = ("trustees", "teachers", "council")
PROSE = "span para head under item nested row boxed note caption alt callout label heading linked"
DRAWN = "chartalt series category diagramtitle diagramalt node edge group"
SLIDES = "slide bullet point notes"
BOTH = frozenset((DRAWN + " heading record field doc").split())
"""Surfaces that documents and decks show alike."""
IN_DOCUMENTS = frozenset((PROSE + " charttitle section term").split()) | BOTH
IN_DECKS = frozenset(SLIDES.split()) | BOTH
"""Of a chart the slide's own title is printed, not the chart's; prose stays in documents."""
SHOWN = {".docx": IN_DOCUMENTS, ".md": IN_DOCUMENTS, ".html": IN_DOCUMENTS, ".pptx": IN_DECKS}


def canary(surface: str, reader: str) -> str:
    """A word that stands nowhere else, of letters only, so that no rule of numbers or names reads anything into it."""
    return f"Zq{surface}x{reader}"


def each(template: str) -> str:
    """The template once a reader: @R becomes the reader, «surface» its word."""
    return "".join(re.sub(r"«(\w+)»", rf"Zq\1x{reader}", template).replace("@R", reader) for reader in READERS)


OWN_SLIDE = ':::: slide "Of «slide»" layout=bullets id=of-@R audience=@R\n- A bullet of «bullet».\n::::\n\n'
DRAWN_SLIDE = ':::: slide "A drawing" layout=diagram id=draw-@R audience=@R\n::diagram of-@R\n::::\n\n'
SECTION = f"""\
---
id: grains
title: Every grain
audience: all
owner: Head of the desk
reviewed: 2026-08-25
---
All read this{each("[, and «span»]{audience=@R}")}. The word is [[term:grain]].

{each("A paragraph of «para». {audience=@R}" + chr(10) * 2)}
{each("What all read of it.[^@R] {audience=@R}" + chr(10) * 2)}
{each("[^@R]: A footnote of «note». {audience=@R}" + chr(10) * 2)}
{each("See [[section:of-@R]]. {audience=@R}" + chr(10) * 2)}
{each("See [the «label»](section:of-@R). {audience=@R}" + chr(10) * 2)}
- All read this item.
{each("- An item of «item» {audience=@R}" + chr(10) + "  - Nested, of «nested»" + chr(10))}
| Step | Who |
|---|---|
| Pack | All |
{each("| «row» | Some {audience=@R} |" + chr(10))}
{each("::: audience @R" + chr(10) + "What stands in a container of «boxed»." + chr(10) + ":::" + chr(10) * 2)}
{each('::: figure "A «caption»" audience=@R' + chr(10) + "![A «alt»](media/set.png)" + chr(10) + ":::" + chr(10) * 2)}
{each('::: callout note "A «callout»" audience=@R' + chr(10) + "As it says." + chr(10) + ":::" + chr(10) * 2)}
::chart mixed

::diagram mixed

{each("::chart of-@R audience=@R" + chr(10) * 2 + "::diagram of-@R audience=@R" + chr(10) * 2)}
{each("## A heading of «head» {audience=@R}" + chr(10) * 2 + "What is «under» it." + chr(10) * 2)}
## What all read at the end

The end.

:::: slide "What all see" layout=bullets id=common
- All see this.
{each("- Some see «point» {audience=@R}" + chr(10))}
::: notes
Say it to all.

{each("Say «notes». {audience=@R}" + chr(10) * 2)}
:::
::::

{each(OWN_SLIDE)}
:::: slide "A chart for all" layout=chart id=chart
::chart mixed
::::

:::: slide "A diagram for all" layout=diagram id=diagram
::diagram mixed
::::

{each(':::: slide "A chart" layout=chart id=chart-@R audience=@R' + chr(10) + "::chart of-@R" + chr(10) + "::::" + chr(10))}
{each(DRAWN_SLIDE)}
"""
TARGET = """\
---
id: of-{reader}
title: On {section}
audience: {reader}
owner: Head of the desk
reviewed: 2026-08-25
---
What they read of {linked}.
"""
V = '"result:sets.read"'
MIXED_CHART = f"""\
chart: mixed
audience: all
kind: bar
title: A chart for all
alt: Bars.
unit: books
categories: [All{each(", {label: «category», audience: @R}")}]
series:
  - {{name: Read, values: [{", ".join([V] * 4)}]}}
{each("  - {name: «series», values: [" + ", ".join([V] * 4) + "], audience: @R}" + chr(10))}"""
OWN_CHART = """\
chart: of-{reader}
audience: all
kind: bar
title: A {title}
alt: Bars of {alt}.
unit: books
categories: [Half, All]
series: [{{name: Read, values: ["result:sets.read@half", "result:sets.read"]}}]
"""
NODES = "".join(
    f"  - {{id: n-{reader}, label: {canary('node', reader)}, group: g-{reader}, at: [2, {row}], audience: {reader}}}\n"
    for row, reader in enumerate(READERS, 1)
)
MIXED_DIAGRAM = f"""\
diagram: mixed
audience: all
title: A drawing for all
alt: Boxes.
groups:
  - {{id: house, label: House}}
{each("  - {id: g-@R, label: «group»}" + chr(10))}nodes:
  - {{id: desk, label: Desk, group: house, at: [1, 2]}}
  - {{id: store, label: Store, group: house, at: [1, 3]}}
{NODES}edges:
  - {{from: desk, to: store, label: keeps}}
{each("  - {from: desk, to: n-@R, label: «edge», audience: @R}" + chr(10))}"""
OWN_DIAGRAM = """\
diagram: of-{reader}
audience: all
title: A {title}
alt: Boxes of {alt}.
nodes:
  - {{id: a, label: Desk, at: [1, 1]}}
  - {{id: b, label: Class, at: [2, 1]}}
edges: [{{from: a, to: b, label: lends}}]
"""
BRIEF = """\
brief: doc-{reader}
title: On {doc}
subtitle: What they alone get
owner: Head of the desk
audience: [{reader}]
formats: [docx, pptx]
path: "{{organisation}}/Own file for {{audience}}"
outline:
  - section: grains
  - asks: true
  - assumptions: true
  - non-goals: true
  - terminology: true
  - sources: true
"""


def words(reader: str) -> dict[str, str]:
    return {surface: canary(surface, reader) for surface in ("section", "linked", "doc")} | {"reader": reader}


def written(folder: Path) -> Copy:
    """The library with a section, charts, diagrams, records, a term and briefs that hold every surface."""
    made = copy(folder)
    content = made.content
    (content / "sections/grains.md").write_text(SECTION)
    (content / "charts/mixed.yaml").write_text(MIXED_CHART)
    (content / "diagrams/mixed.yaml").write_text(MIXED_DIAGRAM)
    for reader in READERS:
        (content / f"sections/of-{reader}.md").write_text(TARGET.format(**words(reader)))
        chart = {"reader": reader, "title": canary("charttitle", reader), "alt": canary("chartalt", reader)}
        (content / f"charts/of-{reader}.yaml").write_text(OWN_CHART.format(**chart))
        drawing = {"reader": reader, "title": canary("diagramtitle", reader), "alt": canary("diagramalt", reader)}
        (content / f"diagrams/of-{reader}.yaml").write_text(OWN_DIAGRAM.format(**drawing))
        (content / f"briefs/doc-{reader}.yaml").write_text(BRIEF.format(**words(reader)))
    named = "{all: grain, " + ", ".join(f"{reader}: {canary('term', reader)}" for reader in READERS) + "}"
    term = f"  - id: grain\n    name: {named}\n    definition: What a tag can hold.\n"
    (content / "terms.yaml").write_text((content / "terms.yaml").read_text() + term)
    records = each(
        "  - {id: r-@R, title: No «record», owner: Head of the desk, why: It is not theirs., instead: Ask., audience: @R}\n"
    )
    field = each("[, with «field»]{audience=@R}")
    shared = f'  - {{id: shared, title: No more, owner: Head of the desk, why: "Enough{field}.", instead: Ask.}}\n'
    register = content / "registers/non-goals.yaml"
    register.write_text(register.read_text() + records + shared)
    outline = "".join(f"  - {{section: of-{reader}, audience: {reader}}}\n" for reader in READERS)
    outline += each("  - {heading: A «heading», view: {of: non-goals, as: one-page}, audience: @R}\n")
    made.change("briefs/programme.yaml", "  - section: ladder\n", "  - section: grains\n  - section: ladder\n" + outline)
    made.change("briefs/programme.yaml", "words: 2000, slides: 30", "words: 4000, slides: 60")
    return made


def said(data: bytes) -> bytes:
    """All that a file holds, packages within packages opened."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"\n".join(name.encode() + b"\n" + said(package.read(name)) for name in package.namelist())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    made = written(tmp_path_factory.mktemp("grains")).files()
    return {path: path.encode() + said(file.data) for path, file in made.items()}


def found(data: bytes) -> set[tuple[str, str]]:
    return {(surface.decode(), reader.decode()) for surface, reader in re.findall(rb"Zq([a-z]+)x([a-z]+)", data)}


def test_no_file_holds_a_word_of_another_audience(files: dict[str, bytes]) -> None:
    foreign = {(path, *word) for path, data in files.items() for word in found(data) if word[1] != audience(path)}
    assert not foreign
    assert len(files) >= 5 * 4


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("ending", SHOWN)
def test_every_surface_is_there_for_its_own_audience(files: dict[str, bytes], reader: str, ending: str) -> None:
    own = {word[0] for path, data in files.items() if path.endswith(ending) and audience(path) == reader for word in found(data)}
    assert own == SHOWN[ending]
