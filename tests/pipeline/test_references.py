"""References of every kind in finished files: links where the product has the target, else the product that has it is named."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from briefs.load.schema.registers import REGISTERS
from briefs.model.artifact import Artifact
from briefs.pipeline import Options, make
from briefs.project import open_project
from tests.check.kinds import ALL_KINDS, UNLABELLED, files, target, title
from tests.check.projects import write

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NO_TITLE = "outcome"
"""Named by what it is an outcome of."""
LED = ("section", "chart", "diagram", *(spec.kind for spec in REGISTERS if spec.kind != NO_TITLE))
"""Kinds of what a product shows at a place of its own."""
HEAD = "---\nid: {id}\ntitle: {title}\naudience: all\nowner: Sales lead\nreviewed: 2026-11-20\n---\n"
BRIEF = """\
brief: {id}
title: {title}
subtitle: What we sell
owner: Sales lead
audience: [buyer]
formats: [docx, pptx]
source-notes: footnotes
outline:
{sections}
  - asks: true
  - assumptions: true
  - non-goals: true
  - terminology: true
  - sources: true
"""


def _content() -> dict[str, str]:
    """One product that refers to everything and shows it, and one that refers to it and shows little."""
    lines, slides = [], []
    for kind in ALL_KINDS:
        label = "" if kind in UNLABELLED else f" and [our words]({kind}:{target(kind)})"
        lines.append(f"Of {kind}: [[{kind}:{target(kind)}]]{label}.\n")
        slides.append(_slide(f"These are of {kind}", f"- Of {kind}: [[{kind}:{target(kind)}]]{label}."))
    exhibits = [
        "::chart chart-all",
        "::diagram diagram-all",
        *(f"::view {spec.name} as=matrix columns=title" for spec in REGISTERS),
    ]
    shown = [*(f"{line}\n" for line in exhibits), *(_slide(f"Here is {line.split()[1]}", line) for line in exhibits)]
    return {
        **files(),
        "sections/referring.md": HEAD.format(id="referring", title="References") + "\n".join((*lines, *slides)),
        "sections/showing.md": HEAD.format(id="showing", title="Exhibits") + "\n".join(shown),
        "sections/more-all.md": HEAD.format(id="section-all", title=title("section"))
        + f"Words.\n\n{_slide('Words', '- Words.')}",
        "briefs/whole.yaml": _brief("whole", "All of It", "referring", "showing", "section-all"),
        "briefs/short.yaml": _brief("short", "A Part of It", "referring"),
    }


def _slide(name: str, body: str, layout: str = "bullets") -> str:
    return f':::: slide "{name}" layout={layout}\n{body}\n::::\n'


def _brief(identity: str, name: str, *sections: str) -> str:
    return BRIEF.format(id=identity, title=name, sections="\n".join(f"  - section: {section}" for section in sections))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    """`whole.docx`, … -> file."""
    project = open_project(write(tmp_path_factory.mktemp("kinds"), {**_content()}))
    artifacts = make(project, Options(products=("whole", "short"), audiences=("buyer",)), None, lambda what, done, total: None)
    return {f"{item.meta.brief}.{item.format}": item for item in artifacts.artifacts}


def part(file: Artifact, name: str) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(file.data)).read(name))


def words(element: ET.Element, name: str) -> str:
    return "".join(item.text or "" for item in element.iter(f"{name}t"))


def in_word(file: Artifact, kind: str) -> ET.Element:
    """The paragraph that refers to a kind."""
    paragraphs = part(file, "word/document.xml").iter(f"{W}p")
    return next(item for item in paragraphs if words(item, W).startswith(f"Of {kind}: "))


def on_slides(file: Artifact, kind: str) -> tuple[str, ET.Element]:
    """The name of the slide that refers to a kind, and its line."""
    package = zipfile.ZipFile(io.BytesIO(file.data))
    for name in package.namelist():
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            for item in ET.fromstring(package.read(name)).iter(f"{A}p"):
                if words(item, A).startswith(f"Of {kind}: "):
                    return name, item
    raise LookupError(kind)


@pytest.mark.parametrize("kind", LED)
def test_word_leads_to_a_bookmark_where_the_target_stands(made: dict[str, Artifact], kind: str) -> None:
    links = list(in_word(made["whole.docx"], kind).iter(f"{W}hyperlink"))
    assert [words(item, W) for item in links] == [title(kind), "our words"]
    (name,) = {item.get(f"{W}anchor") for item in links}
    (place,) = (
        item
        for item in part(made["whole.docx"], "word/document.xml").iter(f"{W}p")
        if any(mark.get(f"{W}name") == name for mark in item.iter(f"{W}bookmarkStart"))
    )
    assert title(kind) in words(place, W)


@pytest.mark.parametrize("kind", LED)
def test_powerpoint_leads_to_the_slide_that_shows_the_target(made: dict[str, Artifact], kind: str) -> None:
    name, line = on_slides(made["whole.pptx"], kind)
    runs = [run for run in line.iter(f"{A}r") if run.find(f".//{A}hlinkClick") is not None]
    assert [words(run, A) for run in runs] == [title(kind), "our words"]
    clicks = [click for run in runs for click in run.iter(f"{A}hlinkClick")]
    assert {click.get("action") for click in clicks} == {"ppaction://hlinksldjump"}
    leads = {
        item.get("Id"): item.get("Target")
        for item in part(made["whole.pptx"], name.replace("slides/", "slides/_rels/") + ".rels")
    }
    (slide,) = {leads[click.get(f"{R}id")] for click in clicks}
    shown = part(made["whole.pptx"], f"ppt/slides/{slide}")
    assert title(kind) in words(shown, A) or kind in ("chart", "diagram", "section")


IN_BOTH = ("ask", "assumption", "non-goal")
"""Mandatory parts hold these, so no product lacks them."""


@pytest.mark.parametrize("kind", [kind for kind in LED if kind not in IN_BOTH])
def test_what_another_product_shows_is_named_with_it(made: dict[str, Artifact], kind: str) -> None:
    expected = f"Of {kind}: {title(kind)} (All of It) and our words (All of It)."
    line = in_word(made["short.docx"], kind)
    assert words(line, W) == expected
    assert list(line.iter(f"{W}hyperlink")) == []
    _, line = on_slides(made["short.pptx"], kind)
    assert words(line, A) == expected
    assert list(line.iter(f"{A}hlinkClick")) == []


@pytest.mark.parametrize("file", ["whole", "short"])
@pytest.mark.parametrize("kind", [kind for kind in ALL_KINDS if kind not in LED and kind not in ("term", "source", NO_TITLE)])
def test_what_no_product_has_a_place_for_is_words(made: dict[str, Artifact], file: str, kind: str) -> None:
    more = "" if kind in UNLABELLED else " and our words"
    assert words(in_word(made[f"{file}.docx"], kind), W) == f"Of {kind}: {title(kind)}{more}."
    assert words(on_slides(made[f"{file}.pptx"], kind)[1], A) == f"Of {kind}: {title(kind)}{more}."


def test_a_term_leads_to_the_terminology_and_a_source_to_its_page(made: dict[str, Artifact]) -> None:
    (link,) = in_word(made["short.docx"], "term").iter(f"{W}hyperlink")
    assert (words(link, W), link.get(f"{W}anchor")) == (title("term"), "_term_term_all")
    links = list(in_word(made["short.docx"], "source").iter(f"{W}hyperlink"))
    assert [words(item, W) for item in links] == [title("source"), "our words"]
    assert all(item.get(f"{R}id") for item in links)
