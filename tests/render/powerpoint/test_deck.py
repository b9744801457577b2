"""A whole deck: sound as a package, the same each time, and legible."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefs.render.powerpoint import open_template, render
from tests.office.convert import to_pages, to_pdf
from tests.office.validate import audit_errors, sdk_errors
from tests.render.powerpoint import samples
from tests.render.powerpoint.reading import find, named, opened, parts, shapes, trees, words

DECK = samples.deck()
LEAST = {"tbl": 1200, "Title": 2400, "Body": 1600, "Source": 1000}


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(DECK, samples.template())


@pytest.fixture(scope="module")
def file(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "deck.pptx"
    path.write_bytes(data)
    return path


def test_the_same_deck_is_the_same_bytes_from_a_template_opened_anew(data: bytes) -> None:
    open_template.cache_clear()
    assert render(samples.deck(), open_template(samples.TEMPLATE.read_bytes())) == data


def test_every_part_is_declared_and_reached_and_every_relationship_leads_somewhere(data: bytes) -> None:
    found = parts(data)
    types = etree.fromstring(found["[Content_Types].xml"])
    declared = {node.get("PartName")[1:] for node in types if node.get("PartName")}
    assert declared <= set(found)
    reached = set()
    for name, raw in found.items():
        if not name.endswith(".rels"):
            continue
        base = Path(name).parent.parent
        for rel in etree.fromstring(raw):
            if rel.get("TargetMode") != "External":
                target = str((Path("/") / base / rel.get("Target")).resolve())[1:]
                assert target in found, (name, rel.get("Target"))
                reached.add(target)
    own = {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert own == reached


def test_no_two_shapes_of_a_slide_share_a_number(data: bytes) -> None:
    for tree in trees(data):
        ids = Counter(node.get("id") for node in find(tree, "//p:cNvPr"))
        assert max(ids.values()) == 1


def test_notes_carry_what_the_presenter_says_and_lead_back_to_their_slide(data: bytes) -> None:
    for slide, written in zip(DECK.slides, opened(data).slides, strict=True):
        assert words(written.notes_slide.notes_placeholder) == list(slide.notes)
        assert (
            written.notes_slide.part.part_related_by(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
            ).slide.slide_id
            == written.slide_id
        )


def test_a_slide_without_notes_has_no_notes_page() -> None:
    made = parts(render(samples.one(replace(DECK.slides[2], notes=())), samples.template()))
    assert not [name for name in made if "notesSlides" in name]


def test_footers_are_the_layouts_own_and_the_cover_has_only_its_marking(data: bytes) -> None:
    for number, slide in enumerate(opened(data).slides, 1):
        assert words(named(slide, "Marking")) == ["Shared with Microsoft under NDA"]
        kinds = [node.get("type") for node in find(slide._element, "//p:ph")]
        if number == 1:
            assert "sldNum" not in kinds
            continue
        assert words(named(slide, "Edition")) == ["23 November 2026 · edition 0.1 · 0123abcd"]
        assert find(named(slide, "Slide Number")._element, ".//a:fld[@type='slidenum']/a:t")[0].text == str(number)
        assert {"ftr", "dt", "sldNum"} <= set(kinds)


def test_sections_hold_every_slide_once_under_numbers_that_never_change(data: bytes) -> None:
    root = etree.fromstring(parts(data)["ppt/presentation.xml"])
    slides = [node.get("id") for node in find(root, "p:sldIdLst/p:sldId")]
    sections = root.findall(".//{*}section")
    assert [section.get("name") for section in sections] == [
        "Opening",
        "What we build together",
        "How it works",
        "What we ask",
    ]
    assert [node.get("id") for section in sections for node in section.iter("{*}sldId")] == slides
    assert len({section.get("id") for section in sections}) == 4
    assert sections[0].get("id") == "{D6AB112B-B3F8-5756-927F-5F72FCC2984F}"


def test_every_exhibit_says_what_it_shows(data: bytes) -> None:
    for tree in trees(data):
        for node in find(tree, "//p:graphicFrame//p:cNvPr | //p:pic//p:cNvPr | //p:grpSp/p:nvGrpSpPr/p:cNvPr"):
            assert len(node.get("descr")) > 10


def test_every_run_has_a_language_and_no_colour_or_font_but_the_themes(data: bytes) -> None:
    for tree in trees(data):
        assert {node.get("lang") for node in find(tree, "//a:rPr | //a:endParaRPr")} == {"en-US"}
        assert find(tree, "//a:srgbClr | //a:normAutofit | //a:spAutoFit") == []
        assert {node.get("typeface") for node in find(tree, "//a:latin")} <= {"Courier New"}
        assert find(tree, "//a:r[not(a:rPr)]") == []


def test_no_shape_leaves_the_slide_and_none_has_a_negative_size(data: bytes) -> None:
    presentation = opened(data)
    for slide in presentation.slides:
        for shape in shapes(slide):
            assert 0 <= shape.left <= shape.left + shape.width <= presentation.slide_width, shape.name
            assert 0 <= shape.top <= shape.top + shape.height <= presentation.slide_height, shape.name


def test_no_text_is_smaller_than_the_look_allows(data: bytes) -> None:
    for tree in trees(data):
        sizes = {int(node.get("sz")) for node in find(tree, "//p:sp//a:rPr[@sz]")}
        assert min(sizes, default=1100) >= 1100
        assert min((int(node.get("sz")) for node in find(tree, "//a:tbl//a:rPr")), default=1200) >= LEAST["tbl"]
    for (_, role), frame in samples.template().geometry.frames.items():
        least = {"title": 24, "source": 10}.get(role, 16)
        assert frame.size >= least, role


def test_properties_are_the_decks_own(data: bytes) -> None:
    core = opened(data).core_properties
    assert (core.title, core.author, core.last_modified_by) == (DECK.meta.title, "briefs", "briefs")
    assert (core.identifier, core.language, core.version) == ("0123abcd", "en-US", "0.1")
    assert str(core.created) == "2026-11-23 00:00:00"
    everything = b"\n".join(raw for name, raw in parts(data).items() if not name.endswith(".xlsx"))
    for word in (b"python", b"Steve", b"Microsoft Office PowerPoint"):
        assert word not in everything


def test_two_slides_of_one_anchor_are_refused() -> None:
    twice = replace(DECK, slides=(DECK.slides[0], replace(DECK.slides[2], anchor="cover")))
    with pytest.raises(ValueError, match="slides 1 and 2 are both called 'cover'"):
        render(twice, samples.template())


@pytest.mark.validator
def test_the_sdk_finds_nothing(file: Path) -> None:
    assert sdk_errors(file) == []


@pytest.mark.validator
def test_the_sdk_finds_nothing_in_the_template() -> None:
    assert sdk_errors(samples.TEMPLATE) == []


@pytest.mark.slow
def test_the_audit_finds_nothing(file: Path) -> None:
    assert audit_errors(file) == []
    assert audit_errors(samples.TEMPLATE) == []


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_draws_every_slide(file: Path, tmp_path: Path) -> None:
    pages = to_pages(to_pdf([file], tmp_path / "pdf")[file], tmp_path / "pages", dpi=20)
    assert len(pages) == len(DECK.slides)
