"""The template: what it must hold, what it says of itself, and how the brand's tokens get in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation

from briefs.diagnostics import ContentError
from briefs.load.brand import parse_brand
from briefs.model.brand import Brand
from briefs.model.geometry import ROLES, Frame
from briefs.render.ooxml.package import Part, write_package
from briefs.render.powerpoint import check, open_template, render, write_tokens
from tests.render.powerpoint import samples
from tests.render.powerpoint.reading import find, opened, parts, trees

DATA = samples.TEMPLATE.read_bytes()
BRAND = Path(__file__).parents[3] / "templates" / "brand.yaml"


def brand(*changes: tuple[str, str]) -> Brand:
    text = BRAND.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_brand(text)


def changed(part: str, *changes: tuple[bytes, bytes], data: bytes = DATA) -> bytes:
    found = parts(data)
    for old, new in changes:
        assert old in found[part]
        found[part] = found[part].replace(old, new)
    return write_package([Part(name, raw) for name, raw in found.items()])


def layout_part(name: str) -> str:
    return samples.template().layouts[name].part


def inside(frame: Frame) -> bool:
    return frame.x >= 0 and frame.y >= 0 and frame.x + frame.width <= 960.01 and frame.y + frame.height <= 540.01


def test_the_shipped_template_holds_every_layout_and_agrees_with_the_brand() -> None:
    assert check(DATA, brand()) == []
    assert {layout.name for layout in opened(DATA).slide_layouts} == set(ROLES)


def test_the_boxes_stand_on_the_slide_and_carry_the_looks_sizes() -> None:
    found = open_template(DATA).geometry
    assert (found.width, found.height) == (960, 540)
    assert set(found.frames) == {(layout, role) for layout, roles in ROLES.items() for role in roles}
    assert all(inside(frame) for frame in found.frames.values())
    title, body = found.frame("bullets", "title"), found.frame("bullets", "body")
    assert (title.size, title.bold, title.font, title.line_spacing) == (28, True, "Calibri", 0.9)
    assert (body.size, body.sub_size, body.indent, body.sub_indent, body.space_before) == (18, 16, 18, 40.5, 10)
    assert found.frame("closing", "body").sub_size == 20
    assert found.frame("chart", "source").size == 10


def test_columns_stand_on_one_grid_of_twelve() -> None:
    found = open_template(DATA).geometry
    column = (960 - 2 * 43.2 - 11 * 14.4) / 12
    for layout, role, count in (
        ("bullets", "body", 12),
        ("chart", "exhibit", 8),
        ("chart", "takeaway", 4),
        ("statement", "big", 5),
    ):
        assert found.frame(layout, role).width == pytest.approx(count * column + (count - 1) * 14.4, abs=0.01)
    assert found.frame("chart", "takeaway").x == pytest.approx(43.2 + 8 * (column + 14.4), abs=0.01)


def test_a_missing_layout_is_an_error_that_names_it_and_the_fix() -> None:
    broken = changed(layout_part("asks"), (b'<p:cSld name="asks">', b'<p:cSld name="ask">'))
    (complaint,) = check(broken, brand())
    assert (complaint.severity, complaint.code) == ("error", "B601")
    assert "no layout 'asks'" in complaint.message
    assert "Slide Master" in complaint.hint
    assert "did you mean 'ask'?" in complaint.hint
    with pytest.raises(ContentError, match="no layout 'asks'"):
        open_template(broken)


def test_a_missing_placeholder_is_an_error_that_names_layout_and_placeholder() -> None:
    broken = changed(layout_part("chart"), (b'name="Takeaway"', b'name="Text 7"'))
    (complaint,) = check(broken, brand())
    assert complaint.message == "layout 'chart' of the deck template has no placeholder 'Takeaway'"
    assert "name it 'Takeaway'" in complaint.hint
    with pytest.raises(ContentError, match="Takeaway"):
        open_template(broken)


def test_a_text_that_is_only_named_title_is_an_error_that_names_the_layout() -> None:
    data = changed(layout_part("chart"), (b'type="title"', b'type="body" idx="77"'))
    with pytest.raises(ContentError) as fault:
        open_template(data)
    (found,) = fault.value.diagnostics
    assert found.code == "B601"
    assert found.message == "placeholder 'Title' of layout 'chart' of the deck template is none of PowerPoint's titles"


def test_a_slide_smaller_than_its_layouts_is_an_error_that_names_what_would_be_cut_off() -> None:
    data = changed("ppt/presentation.xml", (b'cx="12192000"', b'cx="9144000"'))
    found = [(item.code, item.message) for item in check(data, brand())]
    edge = "of the deck template reaches beyond the edge of the slide"
    assert ("B603", f"placeholder 'Exhibit' of layout 'table' {edge}") in found
    assert {code for code, _ in found} == {"B603"}


def test_a_template_without_notes_is_refused_rather_than_given_foreign_ones() -> None:
    broken = changed("ppt/_rels/presentation.xml.rels", (b"relationships/notesMaster", b"relationships/other"))
    assert [complaint.code for complaint in check(broken, brand())] == ["B601"]
    assert "notes master" in check(broken, brand())[0].message


def test_a_token_that_differs_is_reported_with_both_values() -> None:
    complaints = check(
        DATA, brand(("#0F5EA8", "#112233"), ("source: 10", "source: 11"), ("wordmark: VAST on Azure", "wordmark: X"))
    )
    assert {(one.severity, one.code) for one in complaints} == {("warning", "B602")}
    said = [one.message for one in complaints]
    assert "colour 'primary' is #0F5EA8 in the deck template and #112233 in brand.yaml; the template wins" in said
    assert "size 'source' is 10 pt in the deck template and 11 pt in brand.yaml; the template wins" in said
    assert "wordmark is 'VAST on Azure' in the deck template and 'X' in brand.yaml; the template wins" in said


def test_a_token_that_the_template_leaves_open_is_told() -> None:
    bare = changed("ppt/slideMasters/slideMaster1.xml", (b'<a:defRPr sz="2800" b="1" kern="0">', b'<a:defRPr b="1" kern="0">'))
    said = [one.message for one in check(bare, brand())]
    assert said == ["size 'title' is not set in the deck template and 28 pt in brand.yaml; the template wins"]
    assert check(write_tokens(bare, brand()), brand()) == []
    system = changed(
        "ppt/theme/theme1.xml", (b'<a:dk1><a:srgbClr val="0B1F33"/>', b'<a:dk1><a:sysClr val="windowText" lastClr="0B1F33"/>')
    )
    system = changed(
        "ppt/theme/theme2.xml", (b'<a:dk1><a:srgbClr val="0B1F33"/>', b'<a:dk1><a:sysClr val="windowText"/>'), data=system
    )
    (found,) = check(system, brand())
    assert found.message.startswith("colour 'ink' is not set in the deck template and #0B1F33 in brand.yaml")


def test_written_tokens_agree_and_nothing_else_is_touched() -> None:
    other = brand(("#0F5EA8", "#112233"), ("heading: Calibri", "heading: Arial"), ("title: 28", "title: 30"))
    written = write_tokens(DATA, other)
    assert check(written, other) == []
    differing = {name for name, raw in parts(written).items() if raw != parts(DATA)[name]}
    assert differing == {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml", "ppt/slideMasters/slideMaster1.xml"}
    assert write_tokens(DATA, brand()) == DATA


def test_a_potx_stays_one_when_tokens_are_written() -> None:
    potx = changed("[Content_Types].xml", (b"presentation.main+xml", b"template.main+xml"))
    written = write_tokens(potx, brand(("#0F5EA8", "#112233")))
    assert parts(written)["[Content_Types].xml"] == parts(potx)["[Content_Types].xml"]


def test_a_potx_opens_and_gives_the_same_deck() -> None:
    main = b"presentationml.presentation.main+xml"
    potx = changed("[Content_Types].xml", (main, b"presentationml.template.main+xml"))
    assert render(samples.deck(), open_template(potx)) == render(samples.deck(), samples.template())


def test_a_template_is_read_once_and_a_changed_one_anew() -> None:
    assert open_template(bytes(bytearray(DATA))) is open_template(DATA)
    assert open_template(changed(layout_part("asks"), (b'name="Cards"', b'name="cards"'))) is not open_template(DATA)


def test_a_designers_sample_slides_notes_and_name_do_not_travel() -> None:
    presentation = Presentation(io.BytesIO(DATA))
    sample = presentation.slides.add_slide(presentation.slide_layouts[3])
    sample.shapes.title.text = "Lorem ipsum"
    sample.notes_slide.notes_text_frame.text = "Dolor sit amet"
    presentation.core_properties.author = "A. Designer"
    with io.BytesIO() as saved:
        presentation.save(saved)
        made = render(samples.one(samples.deck().slides[0]), open_template(saved.getvalue()))
    everything = b"\n".join(parts(made).values())
    for word in (b"Lorem", b"Dolor", b"Designer"):
        assert word not in everything
    assert len(opened(made).slides) == 1


def test_the_template_says_nothing_of_libraries_or_people() -> None:
    found = parts(DATA)
    assert not [name for name in found if "thumbnail" in name or "printer" in name.lower() or "custom" in name]
    everything = b"\n".join(found.values())
    for word in (b"Steve", b"python", b"Microsoft Office", b"Macintosh"):
        assert word not in everything
    assert b"<dc:creator>briefs</dc:creator>" in found["docProps/core.xml"]


def test_layouts_use_theme_colours_and_fonts_only() -> None:
    for folder in ("ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster", "ppt/notesMasters/notesMaster"):
        for tree in trees(DATA, folder):
            assert find(tree, "//a:srgbClr | //a:normAutofit | //a:sysClr") == []
            assert {node.get("typeface")[0] for node in find(tree, "//a:defRPr/a:latin | //a:rPr/a:latin")} <= {"+"}


def test_no_text_of_the_cover_touches_its_planes() -> None:
    [cover] = [layout for layout in opened(DATA).slide_layouts if layout.name == "title"]
    planes = [shape for shape in cover.shapes if shape.name.startswith("Plane")]
    texts = [frame for (layout, role), frame in open_template(DATA).geometry.frames.items() if layout == "title"]
    assert (len(planes), len(texts)) == (3, 3)
    left, top = min(plane.left for plane in planes) / 12700, min(plane.top for plane in planes) / 12700
    bottom = max(plane.top + plane.height for plane in planes) / 12700
    level = [frame for frame in texts if frame.y < bottom and top < frame.y + frame.height]
    assert level
    assert all(frame.x + frame.width + 0.4 * 72 <= left for frame in level)
