"""Tables, callouts and cards: rows, widths, and which way a page is turned."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.metrics import Face, text_width
from briefs.model.document import Callout, Caption, Card, CardField, Cards, Code, Column, ListBlock, Paragraph, Table, TableRow
from briefs.model.runs import Anchor, Link, NoteMark, Run
from briefs.render.word.widths import PADDING, Type, height, height_in, needs, share, too_wide
from tests.render.word.read import NAMES, brief, text_of
from tests.render.word.sample import flow, heading, table

KIND = Type("Calibri", 9.5)
TEXTS = st.text("abcdefghij ,-/", max_size=60)
LAST_TABLE = "(//w:tbl)[last()]"


def with_cells(rows: list[list[str]]) -> Table:
    columns = tuple(Column("left") for _ in rows[0])
    return Table(columns, tuple(map(flow, rows[0])), tuple(TableRow(tuple(map(flow, row))) for row in rows[1:]), None)


def test_the_header_row_repeats_and_no_row_splits() -> None:
    made = brief(table(3, 4))
    assert len(made.find(f"{LAST_TABLE}/w:tr/w:trPr/w:cantSplit")) == 5
    assert len(made.find(f"{LAST_TABLE}/w:tr/w:trPr/w:tblHeader")) == 1
    assert made.values(f"{LAST_TABLE}/w:tblPr/w:tblLook/@w:firstRow") == ["1"]
    assert made.values(f"{LAST_TABLE}/w:tblPr/w:tblCaption/@w:val") == ["Column 0, Column 1, Column 2"]


def test_numbers_and_columns_so_set_stand_to_the_right() -> None:
    made = brief(with_cells([["Service", "Nodes", "Cost"], ["Fabric", "1,024", "$ 12.50"], ["Purview", "16", "about $3"]]))
    assert made.styled("TableNumber") == ["1,024", "16"]
    assert made.styled("TableHeadNumber") == ["Nodes"]
    right = replace(table(2, 1), columns=(Column("left"), Column("right")))
    assert brief(right).styled("TableHeadNumber") == ["Column 1"]


def test_decimal_points_of_a_column_meet_where_its_numbers_have_one_unit() -> None:
    made = brief(with_cells([["Size", "Rate", "Mixed"], *[["A", rate, mixed] for rate, mixed in (
        ("1,024\u00a0TB", "0.5\u00a0TB"), ("7.25\u00a0TB", "3\u00a0hours"), ("0.5\u00a0TB [4]", "12%"))]]))  # fmt: skip
    assert made.styled("TableHeadNumber") == ["Rate", "Mixed"]
    path = "//w:p[w:pPr/w:pStyle/@w:val='TableNumber']"
    right = [int(next(iter(node.xpath("w:pPr/w:ind/@w:right", namespaces=NAMES)), 0)) for node in made.find(path)]
    rate, mixed = right[::2], right[1::2]
    assert rate == [round(20 * text_width(part, Face("Calibri"), 9.5)) for part in (".25", "", "5")]
    assert mixed == [0, 0, 0]


@pytest.mark.parametrize("cells", [["12", "none"], ["2024 plan"], ["5 to 10"], ["8\u00a0addresses, at most"], ["1", "2"]])
def test_a_column_with_any_words_or_of_grades_is_text(cells: list[str]) -> None:
    assert brief(with_cells([["Head"], *[[cell] for cell in cells]])).styled("TableNumber") == []


@pytest.mark.parametrize("cells", [["−3.5%", "+12%"], ["64\u00a0GPU (assumption)", "1"], ["≥\u00a040\u00a0GB/s"], ["$1.50", ""]])
def test_a_column_of_numbers_with_their_units_is_numeric(cells: list[str]) -> None:
    assert len(brief(with_cells([["Head"], *[[cell] for cell in cells]])).styled("TableNumber")) == len(cells)


def test_an_inset_number_still_fits_its_column() -> None:
    need = needs(with_cells([["h", "text"], ["1,000,000", "words and words " * 30], ["0.123456", "words"]]), KIND)
    whole, part = (text_width(text, Face("Calibri"), 9.5) for text in ("1,000,000", ".123456"))
    assert share(need, 300)[0] >= whole + part + PADDING - 0.5


def test_columns_sum_to_the_page_and_cells_repeat_the_grid() -> None:
    made = brief(table(4, 2))
    widths = [int(value) for value in made.values(f"{LAST_TABLE}/w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == 9360
    cells = made.values(f"{LAST_TABLE}/w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w")
    assert [int(value) for value in cells] == widths


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=2, max_size=6), st.floats(120, 700))
def test_no_column_is_narrower_than_its_longest_word_when_all_have_room(rows: list[list[str]], width: float) -> None:
    need = needs(with_cells(rows), KIND)
    widths = share(need, width)
    assert sum(widths) == pytest.approx(width)
    if sum(need.least) <= width:
        assert all(one >= least - 0.5 for one, least in zip(widths, need.least, strict=True))


def test_a_long_column_gets_more_room_than_a_short_one() -> None:
    rows = [["Phase", "Why"], *[["Crawl", "A long reason that takes many words to say, and then some more."]] * 3]
    first, second = share(needs(with_cells(rows), KIND), 300)
    assert second > 3 * first


TALL = [["Head"] * 8, ["a cell of a good many words that runs on and on"] * 8]
BREAKING = [["Head"] * 8, ["unbreakable-as-it-is".replace("-", "")] * 8]


def test_only_words_that_would_break_make_a_table_too_wide() -> None:
    assert too_wide(needs(with_cells([["h"] * 4, ["x" * 40] * 4]), KIND), 468)
    assert not too_wide(needs(with_cells(TALL), KIND), 468)


def test_a_page_is_turned_for_words_that_would_break_and_not_for_tall_rows() -> None:
    assert brief(with_cells(TALL), executive=False).find("//w:pgSz[@w:orient]") == []
    assert len(brief(with_cells(BREAKING), executive=False).find("//w:pgSz[@w:orient]")) == 1


def test_words_in_code_are_as_wide_as_code_is() -> None:
    code = needs(Table((Column("left"),), (), (TableRow(((Run("illicit", code=True),),)),), None), KIND)
    assert code.least[0] > needs(with_cells([["illicit"]]), KIND).least[0] + 10


@given(st.lists(st.lists(TEXTS, min_size=4, max_size=4), min_size=2, max_size=8))
def test_a_table_is_no_higher_than_in_even_or_proportional_columns(rows: list[list[str]]) -> None:
    need = needs(with_cells(rows), KIND)
    if sum(need.least) > 300:
        return
    even = [max(300 / 4, least) for least in need.least]
    fair = [max(300 * most / sum(need.most), least) for least, most in zip(need.least, need.most, strict=True)]
    for widths in (even, fair):
        if sum(widths) <= 300:
            assert height(need, 300) <= 1.1 * height_in(need, tuple(widths))


def test_the_text_that_is_longest_in_most_rows_gets_the_room() -> None:
    long, short = "many words that go on for a good while, " * 8, "a few words, not many"
    rows = [["Name", "Why", "How"], *[["Azure Data Factory", long, short]] * 9, ["Azure Data Factory", short, long]]
    name, why, how = share(needs(with_cells(rows), KIND), 468)
    assert why > 2 * how > name


def test_dates_do_not_break_where_there_is_room() -> None:
    rows = [
        ["Source", "Checked"],
        *[["A page whose title is rather long, and what it says in our own words. " * 3, "23 November 2026"]] * 2,
    ]
    need = needs(with_cells(rows), KIND)
    assert share(need, 468)[1] >= need.most[1] - 0.5


def test_a_wide_table_takes_its_heading_onto_a_page_on_its_side() -> None:
    tall = replace(with_cells(BREAKING), caption=Caption("Table", 1, flow("Wide")))
    made = brief(
        heading(1, "1", "Before"), Paragraph(flow("x")), heading(1, "2", "Wide"), tall, Paragraph(flow("After")), executive=False
    )
    assert made.values("//w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    order = [text_of(node) for node in made.find("/w:document/w:body/w:p")]
    breaks = [at for at, node in enumerate(made.find("/w:document/w:body/w:p")) if node.find("./*/{*}sectPr") is not None]
    assert order[breaks[1] + 1] == "Wide"
    assert order[breaks[2] + 1] == "After"
    assert len(made.find("//w:sectPr")) == 4


def test_a_low_table_stays_on_one_page_and_a_high_one_keeps_only_its_ends_together() -> None:
    kept = f"{LAST_TABLE}/w:tr[w:tc[1]/w:p/w:pPr/w:keepNext]"
    assert len(brief(table(2, 6)).find(kept)) == 5
    assert len(brief(table(2, 40)).find(kept)) == 2
    assert len(brief(with_cells([["A"], *[["words that go on and on " * 40]] * 4])).find(kept)) == 2


def test_a_row_that_links_lead_to_is_bookmarked_and_the_links_of_a_header_have_no_colour_of_their_own() -> None:
    link = (Link((Run("Service"),), Anchor("service-a")),)
    made = brief(Table((Column("left"),), (link,), (TableRow((flow("A"),), "service-a"),), None))
    assert made.values("//w:tbl//w:bookmarkStart/@w:name") == ["_service_a"]
    assert made.find("//w:tbl//w:hyperlink//w:rStyle") == []


def test_a_caption_below_is_numbered_by_a_field_that_is_filled() -> None:
    made = brief(replace(table(2, 2), caption=Caption("Table", 4, flow("Reach"))))
    assert made.styled("Caption") == ["Table 4. Reach"]
    assert [value.split()[:2] for value in made.values("//w:p[w:pPr/w:pStyle/@w:val='Caption']//w:instrText/text()")] == [
        ["SEQ", "Table"]
    ]
    assert made.values("//w:tblCaption/@w:val") == ["Table 4. Reach"]


@pytest.mark.parametrize(
    ("kind", "style", "word"),
    [
        ("decision", "CalloutDecision", "Decision"),
        ("warning", "CalloutWarning", "Warning"),
        ("example", "CalloutExample", "Example"),
        ("note", "CalloutNote", "Note"),
    ],
)
def test_a_callout_says_its_kind_in_words_and_by_style(kind: str, style: str, word: str) -> None:
    made = brief(Callout(kind, flow("Approve"), (Paragraph(flow("Text")),)))  # type: ignore[arg-type]
    assert made.values("//w:tblStyle/@w:val") == [style]
    assert made.styled(style.replace("Callout", "CalloutTitle")) == [f"{word}: Approve"]
    assert made.styled("CalloutText") == ["Text"]


@pytest.mark.parametrize("blocks", [(), (table(2, 1),), (Code("x", ""),), (ListBlock(False, 1, ((Paragraph(flow("p")),),)),)])
def test_every_cell_of_a_callout_ends_in_a_paragraph(blocks: tuple[Paragraph, ...]) -> None:
    made = brief(Callout("note", (), blocks))
    assert made.styled("CalloutTitleNote") == ["Note"]
    assert {str(cell[-1].tag).rpartition("}")[2] for cell in made.find("//w:tc")} == {"p"}


def test_a_card_shows_title_kicker_and_fields_with_their_labels() -> None:
    fields = (CardField("What", flow("Raise it")), CardField("Why", (Run("Because"), NoteMark(1))))
    made = brief(Cards((Card(flow("Raise the limit"), "Storage · Crawl", fields, "ask-a", "primary"),)), notes=(flow("A."),))
    assert made.styled("CardTitle") == ["Raise the limit"]
    assert made.styled("CardKicker") == ["Storage · Crawl"]
    assert made.values("//w:p[w:pPr/w:pStyle/@w:val='CardKicker']//w:rStyle/@w:val") == ["TonePrimary"]
    assert made.styled("CardText") == ["What: Raise it", "Why: Because"]
    assert made.values("//w:p[w:pPr/w:pStyle/@w:val='CardText']/w:r[w:rPr/w:b]/w:t/text()") == ["What: ", "Why: "]
    assert made.values("//w:bookmarkStart/@w:name")[0] == "_ask_a"


def card(*contents: str, kicker: str = "") -> Cards:
    fields = tuple(CardField(f"Field {at}", flow(text)) for at, text in enumerate(contents))
    return Cards((Card(flow("A card"), kicker, fields, "", "neutral"),))


LONG = "text that is long enough to need a good many lines of a column of the card, " * 3


def test_fields_stand_in_two_columns_of_like_height_and_short_ones_share_a_line_below() -> None:
    made = brief(card(LONG, LONG, LONG, LONG, "brief", "also brief", kicker="Crawl · Storage lead"))
    rows = made.find(f"{LAST_TABLE}/w:tr")
    cells = [[text_of(cell).count("Field") for cell in row.iterfind("{*}tc")] for row in rows]
    assert cells == [[0, 0], [2, 2], [2]]
    assert text_of(rows[2]) == "Field 4: brief · Field 5: also brief"
    widths = [[int(value) for value in row.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NAMES)] for row in rows]
    assert {sum(row) for row in widths} == {9360}


def test_one_field_stands_alone_and_two_beside_each_other() -> None:
    assert [len(row.findall("{*}tc")) for row in brief(card(LONG)).find(f"{LAST_TABLE}/w:tr")] == [1, 1]
    assert [len(row.findall("{*}tc")) for row in brief(card("a", "b", kicker="c")).find(f"{LAST_TABLE}/w:tr")] == [2, 2]


def test_a_card_never_splits_over_pages() -> None:
    made = brief(card(*[LONG] * 6, "brief", "also brief", kicker="Crawl"))
    rows = made.find(f"{LAST_TABLE}/w:tr")
    assert len(rows) == 3
    assert all(row.find("{*}trPr/{*}cantSplit") is not None for row in rows)
    kept = [len(row.findall(".//{*}pPr/{*}keepNext")) for row in rows]
    assert kept == [0, 6, 0]
    styles = {node.get(f"{{{NAMES['w']}}}styleId"): node for node in made.find("//w:style", "word/styles.xml")}
    assert all(styles[name].find("{*}pPr/{*}keepNext") is not None for name in ("CardTitle", "CardKicker"))


def test_a_tone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="purple"):
        brief(Cards((Card(flow("A"), "kicker", (), "", "purple"),)))
