"""The Markdown edition: what GitHub reads and what Python's markdown reads is what the product says."""

import html
import re
from datetime import date

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefs.model.content import Edition
from briefs.model.deck import (
    AgendaBody,
    AgendaEntry,
    Bullet,
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    ColumnsBody,
    CoverBody,
    Deck,
    DiagramBody,
    PictureBody,
    SectionBody,
    Slide,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.document import (
    Callout,
    Caption,
    Card,
    CardField,
    Cards,
    ChartFigure,
    Code,
    Column,
    Contents,
    ContentsEntry,
    DiagramFigure,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Meta,
    Paragraph,
    PictureFigure,
    Reference,
    References,
    Table,
    TableRow,
)
from briefs.model.exhibits import Box, Chart, Connector, Diagram, Series
from briefs.model.runs import Anchor, Flow, LineBreak, Link, NoteMark, Run, Url
from briefs.render.text import render

META = Meta(
    product="plan@vast-eng",
    brief="plan",
    audience="vast-eng",
    title="Plan & Asks",
    subtitle="What we build",
    audience_name="VAST engineering",
    organisation="VAST",
    reader="engineer",
    marking="VAST internal",
    edition=Edition(date(2026, 11, 23), "0.1"),
    contact="VAST program lead",
    checked="1 October 2026",
    id="0123abcd",
)
LEFT = Column("left")
FRONT = """# Plan & Asks

What we build

-   **For:** VAST engineering
-   **Marking:** VAST internal
-   **Edition:** 0.1, 23 November 2026
-   **Whom to ask:** VAST program lead
-   **Facts checked as of:** 1 October 2026
-   **Id:** 0123abcd
"""


def t(text: str) -> Flow:
    return (Run(text),)


def body(*blocks: DocBlock, notes: tuple[Flow, ...] = ()) -> str:
    text = render(Document(META, blocks, notes, 0)).decode()
    assert text.startswith(FRONT)
    return text.removeprefix(FRONT).strip("\n")


def slides(*bodies: SlideBody, notes: tuple[str, ...] = (), source: str = "") -> str:
    made = (Slide("bullets", "A point.", item, source, notes, "Main", f"slide-{number}") for number, item in enumerate(bodies))
    return render(Deck(META, tuple(made), 0)).decode().removeprefix(FRONT).strip("\n")


def github(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def python(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "footnotes", "fenced_code", "attr_list", "toc"])


def words(page: str, tag: str) -> list[str]:
    """The text of each element of a kind."""
    found = re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", page, re.DOTALL)
    return [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", item))).strip() for item in found]


def spoken(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_headings_have_numbers_and_only_linked_ones_have_a_place() -> None:
    first = Heading(1, "1", t("First"), "section-a")
    second = Heading(2, "1.1", t("Second #"), "section-b")
    text = body(first, second, Paragraph((Run("See "), Link(t("first")[:1], Anchor("section-a")), Run("."))))  # type: ignore[arg-type]
    assert text == '## <a id="section-a"></a>1 First\n\n### 1.1 Second \\#\n\nSee [first](#section-a).'


def test_footnotes_stand_at_the_end() -> None:
    text = body(
        Paragraph((Run("Eight"), NoteMark(1), Run("."))), notes=((Link(t("Page")[:1], Url("https://x.org/a_(b)")), Run(", P.")),)
    )  # type: ignore[arg-type]
    assert text == "Eight[^1].\n\n[^1]: [Page](https://x.org/a_%28b%29), P."


def test_lists_hold_lists_and_code_at_the_one_depth_that_all_readers_share() -> None:
    inner = ListBlock(False, 1, ((Paragraph(t("deep")),),))
    listed = ListBlock(True, 3, ((Paragraph(t("one")), inner), (Paragraph(t("two")), Code("a | b\n  c", "sh"))))
    text = body(listed)
    assert text == "3.  one\n\n    -   deep\n\n4.  two\n\n        a | b\n          c"
    for page in (github(text), python(text)):
        assert page.count("<ol") == 1
        assert words(page, "code") == ["a | b c"]


def test_code_is_fenced_and_a_fence_within_it_makes_a_longer_one() -> None:
    assert body(Code("x\n```\ny", "sh")) == "````sh\nx\n```\ny\n````"


def test_a_callout_is_an_alert() -> None:
    text = body(Callout("decision", t("Approve"), (Paragraph(t("Do it.")),)), Callout("note", t("Mind"), ()))
    assert text == "> [!IMPORTANT]\n> <strong>Decision: Approve</strong>\n>\n> Do it.\n\n> [!NOTE]\n> <strong>Mind</strong>"


def test_a_table_has_alignment_caption_and_places() -> None:
    table = Table(
        (LEFT, Column("right")), (t("A"), t("B")), (TableRow((t("x|y"), ()), "ask-a"),), Caption("Table", 2, t("All")), "view"
    )
    text = body(table, Paragraph((Link((Run("a"),), Anchor("ask-a")),)))
    assert text == '| A | B |\n| --- | ---: |\n| <a id="ask-a"></a>x\\|y |  |\n\n<em>Table 2. All</em>\n\n[a](#ask-a)'


def test_a_card_is_a_heading_with_labelled_fields() -> None:
    card = Card(t("Raise"), "Net · Walk", (CardField("Why", (Run("a"), LineBreak(), Run("b"))),), "ask-a")
    assert body(Heading(1, "", t("Asks"), "asks"), Cards((card,))) == (
        "## Asks\n\n### Raise\n\n*Net · Walk*\n\n-   **Why:** a<br>b"
    )


def test_terms_and_sources_are_lists_with_their_numbers_as_text() -> None:
    link = Paragraph((Link((Run("[1]"),), Anchor("note-1")),))
    listed = References((Reference("1", t("A page."), "note-1"), Reference("", t("Another."), "x")), "Read today.")
    assert body(link, listed).endswith('Read today.\n\n-   <a id="note-1"></a>[1] A page.\n-   Another.')


def test_charts_are_tables_diagrams_are_lists_and_pictures_their_words() -> None:
    text = body(
        ChartFigure(CHART, Caption("Figure", 1, t("Cost")), "Source: P"),
        DiagramFigure(DIAGRAM, Caption("Figure", 2, t("Tiers"))),
        PictureFigure(b"", "A rack", 1, 1, Caption("Figure", 3, t("Rack"))),
    )
    assert text == (
        "Two bars.\n\n|  | Idle (USD) |\n|---|---:|\n| Today | 1,500.0 |\n\n<em>Figure 1. Cost</em>\n\nSource: P\n\n"
        "Tiers.\n\n-   **Governance**\n    -   Entra: identity\n-   VAST\n"
        "-   Entra → VAST: tokens (return)\n\n<em>Figure 2. Tiers</em>\n\n"
        "> Picture: A rack\n\n<em>Figure 3. Rack</em>"
    )


CHART = Chart("c", "bar", "Cost", "Two bars.", "USD", ("Today",), (Series("Idle", (1500.0,), True),), "#,##0.0", "Idle, USD")
DIAGRAM = Diagram(
    "d",
    "Tiers",
    "Tiers.",
    400,
    200,
    (
        Box("g", "group", 0, 0, 100, 50, "Governance", "", "neutral", 12, 11),
        Box("a", "rounded", 10, 10, 50, 20, "Entra", "identity", "primary", 12, 11),
        Box("b", "rounded", 10, 100, 50, 20, "VAST", "", "teal", 12, 11),
    ),
    (Connector("a", "b", 2, 0, ((0.0, 0.0), (1.0, 1.0)), "tokens", (0.0, 0.0), True),),
)


def test_contents_lead_to_their_headings() -> None:
    text = body(Contents((ContentsEntry(1, "1", "A", "a"), ContentsEntry(2, "1.1", "B", "b"))), Heading(1, "1", t("A"), "a"))
    assert text.startswith('## Contents\n\n-   [1 A](#a)\n    -   [1.1 B](#b)\n\n## <a id="a"></a>1 A')


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (CoverBody("Sub"), "Sub"),
        (SectionBody(t("Why")), "Why"),
        (AgendaBody((AgendaEntry("One", "slide-0"),)), "-   [One](#slide-0)"),
        (BulletsBody((Bullet(0, t("a")), Bullet(1, t("b")))), "-   a\n    -   b"),
        (ColumnsBody(t("L"), (Bullet(0, t("a")),), t("R"), (Bullet(0, t("b")),)), "L\n\n-   a\n\nR\n\n-   b"),
        (StatementBody(t("8 of 9"), (t("x"),)), "8 of 9\n\nx"),
        (TableBody((LEFT,), (1.0,), (t("H"),), (TableRow((t("a"),)),), (1.0, 1.0), 12.0), "| H |\n| --- |\n| a |"),
        (ChartBody(CHART, t("Less")), "Two bars.\n\n|  | Idle (USD) |\n|---|---:|\n| Today | 1,500.0 |\n\nLess"),
        (PictureBody(b"", "A rack", 1, 1, ()), "> Picture: A rack"),
        (CardsBody((Card(t("T"), "", (), "x"),)), "#### T"),
        (ClosingBody((("Decision", t("Go")),)), "-   **Decision:** Go"),
    ],
)
def test_each_slide_says_what_it_shows(made: SlideBody, expected: str) -> None:
    text = slides(made).replace('<a id="slide-0"></a>', "")
    assert text == f"## Main\n\n### Slide 1: A point.\n\n{expected}"


def test_a_diagram_slide_lists_its_boxes() -> None:
    assert "-   Entra → VAST: tokens (return)" in slides(DiagramBody(DIAGRAM, ()))


def test_a_slide_has_its_source_and_its_notes() -> None:
    text = slides(BulletsBody((Bullet(0, t("a")),)), notes=("Say this.", "Then that."), source="Source: P")
    assert text.endswith("-   a\n\nSource: P\n\n> <strong>Notes</strong>\n>\n> Say this.\n>\n> Then that.")


PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1).filter(str.strip)
TRICKY = st.text("a1 *_`~[](){}<>#+-.!|\\&;:$=\"'/", min_size=1, max_size=30).filter(str.strip)


@given(st.one_of(PRINTABLE, TRICKY))
@example("1. x")
@example("1) x")
@example("- x")
@example("---")
@example("***")
@example("a_b_c")
@example("~~x~~")
@example("| a |")
@example("<b>x</b> &amp; &copy;")
@example("[^1]: x")
@example("$a$ and $b$")
@example("    four")
@example("[x]: http://a")
@example("a\\")
@example("{: #x}")
@example("![x](y)")
def test_both_readers_read_a_text_as_it_is(text: str) -> None:
    table = Table((LEFT, LEFT), (t("H"), t("I")), (TableRow((t(text), t("end"))),), None)
    listed = ListBlock(False, 1, ((Paragraph(t(text)),), (Paragraph(t("end")),)))
    page = body(Heading(1, "", t(text), "x"), Paragraph(t(text)), table, listed)
    for read in (github(page), python(page)):
        assert words(read, "h2") == [spoken(text)]
        assert words(read, "p")[0] == spoken(text)
        assert words(read, "td") == [spoken(text), "end"]
        assert words(read, "li")[0] == spoken(text)


@given(st.lists(st.tuples(TRICKY, st.booleans(), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_looks_never_change_the_words(parts: list[tuple[str, bool, bool, bool, bool]]) -> None:
    flow = tuple(Run(*part) for part in parts)
    said = spoken("".join(run.text for run in flow))
    page = body(Paragraph(flow), Table((LEFT,), (t("H"),), (TableRow((flow,)),), None))
    for read in (github(page), python(page)):
        assert words(read, "p")[0].replace(" ", "") == said.replace(" ", "")
        assert words(read, "td")[0].replace(" ", "") == said.replace(" ", "")


def test_looks_are_stars_where_they_surely_open_and_tags_elsewhere() -> None:
    assert body(Paragraph((Run("a "), Run("b", bold=True), Run(" c"), Run("d", italic=True), Run("e")))) == "a **b** c<em>d</em>e"
    assert body(Paragraph((Run("x", code=True), Run(" "), Run("a|b", code=True)))) == "`x` <code>a\\|b</code>"
    assert body(Paragraph((Run("x", strike=True), Run("y", bold=True, italic=True)))) == "<del>x</del><strong><em>y</em></strong>"


def test_the_same_product_gives_the_same_bytes() -> None:
    document = Document(META, (Paragraph(t("x")),), (), 1)
    assert render(document) == render(document)
