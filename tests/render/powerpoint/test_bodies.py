"""Every kind of slide body, read back by python-pptx."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from pptx.enum.dml import MSO_THEME_COLOR

from briefs.model.deck import (
    Bullet,
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    DiagramBody,
    PictureBody,
    SectionBody,
    Slide,
    StatementBody,
    TableBody,
)
from briefs.model.document import CardField, Column, TableRow
from briefs.model.geometry import GRID_GAP
from briefs.model.runs import Anchor, LineBreak, Link, NoteMark, Run, Url
from briefs.render.powerpoint import render
from tests.render.powerpoint import samples
from tests.render.powerpoint.reading import find, named, opened, parts, shapes, words

DECK = samples.deck()


@pytest.fixture(scope="module")
def slides() -> dict[str, Any]:
    found = opened(render(DECK, samples.template())).slides
    return dict(zip((slide.anchor for slide in DECK.slides), found, strict=True))


def only(slide: Slide) -> Any:
    return opened(render(samples.one(slide), samples.template())).slides[0]


def test_every_slide_has_its_layout_and_its_title(slides: dict[str, Any]) -> None:
    for slide in DECK.slides:
        assert slides[slide.anchor].slide_layout.name == slide.layout
        assert slides[slide.anchor].shapes.title.text == slide.title


def test_the_cover_says_for_whom_which_edition_and_whom_to_ask(slides: dict[str, Any]) -> None:
    assert words(named(slides["cover"], "Subtitle")) == [DECK.meta.subtitle]
    assert words(named(slides["cover"], "Details")) == [
        "For Microsoft engineering · Shared with Microsoft under NDA",
        "23 November 2026 · edition 0.1 · whom to ask: VAST field CTO",
    ]


def plain_bullets() -> BulletsBody:
    """Points without first words in bold, so that they stay a list."""
    link = Link((Run("Private Link Service"),), Url("https://learn.microsoft.com/a?b=1&c=2"))
    port: tuple[Run | Link, ...] = (link, Run(" carries "), Run("TCP 2049", code=True), Run(" and more", italic=True))
    return BulletsBody((Bullet(0, samples.flow("One namespace")), Bullet(1, samples.flow("for all")), Bullet(0, port)))


def test_bullets_keep_levels_looks_and_links() -> None:
    body = named(only(samples.slide("bullets", "t", plain_bullets(), "t")), "Body")
    assert [paragraph.level for paragraph in body.text_frame.paragraphs] == [0, 1, 0]
    runs = body.text_frame.paragraphs[2].runs
    assert [run.text for run in runs] == ["Private Link Service", " carries ", "TCP 2049", " and more"]
    assert runs[0].hyperlink.address == "https://learn.microsoft.com/a?b=1&c=2"
    assert runs[2].font.name == "Courier New"
    assert runs[3].font.italic


def test_points_that_begin_with_bold_words_are_rows(slides: dict[str, Any]) -> None:
    (frame,) = (shape for shape in slides["bullets"].shapes if shape.has_table)
    assert frame.is_placeholder
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert rows[0] == [
        "One namespace",
        "Training data, checkpoints and features are read where they lie; nothing is copied.\n"
        "NFS and S3 on the same files, table format on top",
    ]
    assert [row[0] for row in rows] == ["One namespace", "One identity", "One private path", "What is missing"]
    assert not frame.table.first_row
    body = samples.template().geometry.frame("bullets", "body")
    assert frame.top + frame.height <= round((body.y + body.height) * 12700)


@pytest.mark.parametrize(
    "bullets",
    [
        (Bullet(0, samples.lead("Only one. ", "point")),),
        (Bullet(0, samples.lead("One. ", "point")), Bullet(0, samples.flow("without first words"))),
        (Bullet(0, samples.lead("One. ", "point")), Bullet(0, (Run("all bold", bold=True),))),
        (Bullet(1, samples.flow("second level first")), Bullet(0, samples.lead("a ", "b")), Bullet(0, samples.lead("c ", "d"))),
        tuple(Bullet(0, samples.lead(f"{number}. ", "point")) for number in range(7)),
        tuple(Bullet(0, samples.lead("First words. ", "word " * 80)) for _ in range(4)),
    ],
)
def test_points_that_make_no_rows_stay_a_list(bullets: tuple[Bullet, ...]) -> None:
    slide = only(samples.slide("bullets", "t", BulletsBody(bullets), "t"))
    assert len(words(named(slide, "Body"))) == len(bullets)
    assert not [shape for shape in slide.shapes if shape.has_table]


def test_columns_stand_under_their_headings(slides: dict[str, Any]) -> None:
    slide = slides["columns"]
    assert words(named(slide, "Left title")) == ["Before"]
    assert words(named(slide, "Right")) == [
        "Data is read in place over RDMA",
        "Entra ID decides, once",
        "GPUs stay busy; a copy is an exception",
    ]


def test_a_statement_has_its_number_and_its_context(slides: dict[str, Any]) -> None:
    assert words(named(slides["statement"], "Big")) == ["8 NAT addresses"]
    assert len(words(named(slides["statement"], "Body"))) == 3
    assert words(named(slides["statement"], "Source")) == ["Source: Microsoft, Private Link service overview, 4 March 2026"]


def test_a_table_is_native_and_stands_in_the_placeholder(slides: dict[str, Any]) -> None:
    (frame,) = (shape for shape in slides["table"].shapes if shape.has_table)
    place = samples.template().geometry.frame("table", "exhibit")
    assert frame.is_placeholder
    assert (frame.left, frame.top, frame.width) == tuple(round(value * 12700) for value in (place.x, place.y, place.width))
    assert frame.top + frame.height <= round((place.y + place.height) * 12700)
    assert sum(column.width for column in frame.table.columns) == frame.width
    assert [cell.text for cell in frame.table.rows[0].cells] == ["Service", "Reaches Private Link", "How", "Phase"]
    assert frame.table.first_row
    sizes = {run.font.size.pt for row in frame.table.rows for cell in row.cells for run in cell.text_frame.paragraphs[0].runs}
    assert sizes == {14.0}


def test_a_long_table_keeps_its_measured_heights(slides: dict[str, Any]) -> None:
    rows = tuple(TableRow((samples.flow(str(number)),)) for number in range(12))
    heights = (26.0,) * 13
    body = TableBody((Column("left"),), (873.6,), (samples.flow("Row"),), rows, heights, 12.0)
    (frame,) = (shape for shape in only(samples.slide("table", "t", body, "t")).shapes if shape.has_table)
    assert all(330200 <= row.height <= 330200 + 152400 for row in frame.table.rows)
    assert sum(row.height for row in frame.table.rows) <= 352.8 * 12700 + 13


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_a_short_table_fills_its_place(count: int) -> None:
    rows = (TableRow((samples.flow("one"),)),) * count
    body = TableBody((Column("left"),), (873.6,), (samples.flow("Row"),), rows, (30.0,) * (count + 1), 18.0)
    (frame,) = (shape for shape in only(samples.slide("table", "t", body, "t")).shapes if shape.has_table)
    assert 0.7 * 352.8 <= frame.height / 12700 <= 352.9
    heights = [row.height for row in frame.table.rows]
    assert heights[0] < heights[1]
    assert len(set(heights[1:])) == 1


def test_the_cells_of_a_dense_table_stand_close() -> None:
    row = TableRow((samples.flow("one"),))
    body = TableBody((Column("left"),), (873.6,), (samples.flow("Row"),), (row,), (20.0, 20.0), 12.0, inset=2.0)
    (frame,) = (shape for shape in only(samples.slide("table", "t", body, "t")).shapes if shape.has_table)
    cells = [frame.table.cell(number, 0) for number in (0, 1)]
    assert {(cell.margin_top, cell.margin_bottom) for cell in cells} == {(25400, 25400)}


def test_a_heading_within_a_table_is_one_cell_over_all_columns() -> None:
    rows = tuple(TableRow((samples.flow(name), ())) for name in ("Crawl", "one", "two"))
    header = (samples.flow("Ask"), samples.flow("Team"))
    body = TableBody((Column("left"),) * 2, (400.0, 473.6), header, rows, (26.0,) * 4, 14.0, frozenset({0}))
    (frame,) = (shape for shape in only(samples.slide("table", "t", body, "t")).shapes if shape.has_table)
    heading, beside = frame.table.cell(1, 0), frame.table.cell(1, 1)
    assert (heading.is_merge_origin, heading.span_width, beside.is_spanned) == (True, 2, True)
    assert heading.text_frame.paragraphs[0].runs[0].font.bold
    assert [row.height for row in frame.table.rows][1] < [row.height for row in frame.table.rows][2]
    assert not frame.table.cell(2, 0).is_merge_origin
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Table of 2 rows: Ask, Team"


def test_a_chart_is_native_with_its_workbook_inside(slides: dict[str, Any]) -> None:
    (frame,) = (shape for shape in slides["chart"].shapes if shape.has_chart)
    assert list(frame.chart.plots[0].categories) == ["Today", "Tuned", "Tuned, second region"]
    assert list(frame.chart.plots[0].series[0].values) == [48000, 10700, 14300]
    with zipfile.ZipFile(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)) as book:
        assert book.testzip() is None
    assert words(named(slides["chart"], "Takeaway")) == [
        "A tuned cluster cuts the cost of waiting GPUs by more than three quarters."
    ]


def test_without_a_takeaway_the_exhibit_has_the_whole_width(slides: dict[str, Any]) -> None:
    (beside,) = (shape for shape in slides["chart"].shapes if shape.has_chart)
    (alone,) = (shape for shape in slides["chart-2"].shapes if shape.has_chart)
    assert alone.width > beside.width * 1.4
    assert not [shape for shape in slides["chart-2"].shapes if shape.name == "Takeaway"]


def test_connectors_are_glued_and_end_where_their_shapes_are(slides: dict[str, Any]) -> None:
    slide = slides["diagram"]
    by_id = {shape.shape_id: shape for shape in shapes(slide)}
    glued = find(slide._element, "//p:cxnSp[p:nvCxnSpPr/p:cNvCxnSpPr/a:stCxn]")
    assert len(glued) == len(samples.architecture().connectors)
    for connector in glued:
        start, end = (find(connector, f".//a:{tag}")[0] for tag in ("stCxn", "endCxn"))
        names = [by_id[int(node.get("id"))].name for node in (start, end)]
        assert connector.find(".//{*}cNvPr").get("name") == " to ".join(names)
    tokens = next(shape for shape in shapes(slide) if shape.name == "Entra ID to VAST cluster")
    source, target = named(slide, "Entra ID"), named(slide, "VAST cluster")
    assert (tokens.begin_x, tokens.begin_y) == (source.left + source.width // 2, source.top + source.height)
    assert (tokens.end_x, tokens.end_y) == (target.left + target.width // 2, target.top)


def test_a_diagram_is_one_group_that_says_what_it_shows(slides: dict[str, Any]) -> None:
    (group,) = (shape for shape in slides["diagram"].shapes if shape.shape_type == 6)
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == samples.architecture().alt
    assert named(slides["diagram"], "Entra ID").text_frame.text == "Entra ID\nidentity for people and jobs"
    dashed = find(slides["diagram"]._element, "//p:cxnSp[.//a:prstDash]")
    assert [node.find(".//{*}cNvPr").get("name") for node in dashed] == ["GPU nodes to Fabric"]


def test_a_list_in_a_panel_begins_at_the_top_of_it() -> None:
    drawn = samples.architecture()
    boxes = (*drawn.boxes[:-1], replace(drawn.boxes[-1], align="left", anchor="top"))
    slide = only(samples.slide("diagram", "t", DiagramBody(replace(drawn, boxes=boxes), ()), "t"))
    anchors = {name: find(named(slide, name)._element, ".//a:bodyPr")[0].get("anchor") for name in ("GPU nodes", "Fabric")}
    assert anchors == {"GPU nodes": "t", "Fabric": "ctr"}


def test_a_diagram_larger_than_its_place_is_refused() -> None:
    large = replace(samples.architecture(), width=900.0)
    with pytest.raises(ValueError, match=r"diagram 'two-tier' is 900 x 280 points, and slide 1 has 873\.6"):
        only(samples.slide("diagram", "t", DiagramBody(large, ()), "t"))


def test_a_group_may_share_its_id_with_a_box() -> None:
    drawn = samples.architecture()
    boxes = (replace(drawn.boxes[0], id="entra"), *drawn.boxes[1:])
    slide = only(samples.slide("diagram", "t", DiagramBody(replace(drawn, boxes=boxes), ()), "t"))
    start = find(slide._element, "//p:cxnSp[1]//a:stCxn")[0]
    assert {shape.shape_id: shape.name for shape in shapes(slide)}[int(start.get("id"))] == "Entra ID"


def test_a_picture_keeps_its_proportions_and_its_words(slides: dict[str, Any]) -> None:
    (picture,) = (shape for shape in slides["picture"].shapes if shape.element.tag.endswith("}pic"))
    assert picture.width / picture.height == pytest.approx(16 / 9, rel=0.001)
    assert picture.element.nvPicPr.cNvPr.get("descr") == "A plain blue field, wider than high."
    assert picture.image.content_type == "image/png"


def test_a_picture_used_twice_is_stored_once() -> None:
    body = PictureBody(samples.png(), "alt", 16, 9, ())
    both = tuple(samples.slide("picture", "t", body, anchor) for anchor in ("a", "b"))
    made = parts(render(replace(DECK, slides=both), samples.template()))
    assert [name for name in made if "media" in name] == ["ppt/media/picture1.png"]


def test_a_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="neither PNG nor JPEG"):
        only(samples.slide("picture", "t", PictureBody(b"GIF89a", "alt", 1, 1, ()), "t"))


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3)])
def test_cards_stand_on_an_even_grid(count: int, columns: int) -> None:
    slide = only(samples.slide("asks", "t", CardsBody(tuple(samples.ask(number) for number in range(count))), "t"))
    found = [shape for shape in slide.shapes if shape.name.startswith("Card ") and shape.name != "Card edge"]
    assert len(found) == count
    assert len({shape.left for shape in found}) == columns
    assert len({(shape.width, shape.height) for shape in found}) == 1
    if columns > 1:
        assert found[1].left - found[0].left - found[0].width == pytest.approx(GRID_GAP * 12700, abs=1)


def test_a_card_has_kicker_title_and_labelled_fields(slides: dict[str, Any]) -> None:
    card = named(slides["asks"], "Card Raise the NAT address limit")
    assert words(card)[:3] == [
        "Private Link · Crawl",
        "Raise the NAT address limit",
        "What: More than 8 NAT addresses for one service.",
    ]
    assert [paragraph.runs[0].font.size.pt for paragraph in card.text_frame.paragraphs] == [12, 20, 16, 16, 16, 16]


def test_a_field_without_a_label_shows_its_bold_words_and_holds_the_rest_back() -> None:
    content = (Run("Raise a limit", bold=True), LineBreak(), Run("Azure Storage"))
    card = replace(samples.ask(0), fields=(CardField("", content),))
    slide = only(samples.slide("asks", "t", CardsBody((card,)), "t"))
    first, second = named(slide, "Card Raise the NAT address limit").text_frame.paragraphs[-1].runs
    assert (first.text, first.font.bold, first.font.color.theme_color) == ("Raise a limit", True, MSO_THEME_COLOR.TEXT_1)
    assert (second.text, second.font.color.theme_color) == ("Azure Storage", MSO_THEME_COLOR.ACCENT_5)


def test_an_unknown_tone_is_an_error() -> None:
    card = replace(samples.ask(0), tone="pink")
    with pytest.raises(ValueError, match="unknown tone 'pink'"):
        only(samples.slide("asks", "t", CardsBody((card,)), "t"))


@pytest.mark.parametrize("count", [1, 4, 7])
def test_an_agenda_jumps_to_its_slides(count: int) -> None:
    changed = (DECK.slides[0], replace(DECK.slides[1], body=samples.agenda(count)), *DECK.slides[2:])
    slide = opened(render(replace(DECK, slides=changed), samples.template())).slides[1]
    tiles = [shape for shape in slide.shapes if shape.name.startswith("Go to ")]
    assert [tile.text_frame.text for tile in tiles] == [entry.text for entry in samples.agenda(count).entries]
    titles = {each.anchor: each.title for each in DECK.slides}
    for tile, entry in zip(tiles, samples.agenda(count).entries, strict=True):
        assert tile.click_action.target_slide.shapes.title.text == titles[entry.anchor]


def test_the_closing_slide_pairs_labels_with_what_they_say(slides: dict[str, Any]) -> None:
    body = named(slides["closing"], "Body")
    levels = [(paragraph.level, paragraph.text) for paragraph in body.text_frame.paragraphs]
    assert levels[:2] == [(0, "Decision asked"), (1, "Start the Crawl phase in one region with two customers")]
    assert len(levels) == 8


def test_a_section_without_a_summary_has_no_empty_box() -> None:
    slide = only(samples.slide("section", "t", SectionBody(()), "t"))
    assert {shape.name for shape in slide.shapes} == {"Title", "Marking", "Edition", "Slide Number"}


def test_a_jump_inside_text_leads_to_the_slide_of_a_card() -> None:
    link = Link((Run("the timeout"),), Anchor("ask-2"))
    body = StatementBody(samples.flow("1"), ((link, LineBreak(), Run("after the break")),))
    pair = (samples.slide("statement", "first", body, "s"), DECK.slides[12])
    slide = opened(render(replace(DECK, slides=pair), samples.template())).slides[0]
    run = named(slide, "Body").text_frame.paragraphs[0].runs[0]
    click = run._r.rPr.find("{*}hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"
    key = click.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    assert slide.part.related_part(key).slide.shapes.title.text == "Three asks unblock the first phase"


@pytest.mark.parametrize(
    ("slide", "message"),
    [
        (
            samples.slide("section", "t", SectionBody((Link((Run("x"),), Anchor("nowhere")),)), "t"),
            "'nowhere', which is on no slide",
        ),
        (samples.slide("section", "t", SectionBody((NoteMark(3),)), "t"), "footnote 3"),
        (samples.slide("section", " ", SectionBody(()), "t"), "slide 1 has no title"),
        (samples.slide("table", "t", replace(samples.table(), header=(samples.flow("x"),)), "t"), "has not 4 cells"),
        (samples.slide("asks", "t", CardsBody(tuple(samples.ask(n) for n in range(7))), "t"), "7 cards"),
        (samples.slide("closing", "t", ClosingBody((("Next", (NoteMark(1),)),)), "t"), "footnote 1"),
        (samples.slide("chart", "t", ChartBody(replace(samples.chart(), series=()), ()), "t"), "nothing to plot"),
    ],
)
def test_what_no_slide_can_show_is_refused_by_name(slide: Slide, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        only(slide)
