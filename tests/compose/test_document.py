"""A brief as a document: order, numbers, parts, links, what is not there."""

from dataclasses import replace
from datetime import date

from briefs.compose import deck, document
from briefs.model.content import Brief, Selection, ViewEntry
from briefs.model.deck import TableBody
from briefs.model.document import (
    Callout,
    Caption,
    Cards,
    Contents,
    ContentsEntry,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    References,
    Table,
)
from briefs.model.nodes import Callout as CalloutNode
from briefs.model.nodes import Cell, Division, Item, ItemList, Quote, Row, SlideBlock, Steps, ViewCall
from briefs.model.nodes import Table as TableNode
from briefs.model.records import FieldSpec
from briefs.model.runs import Anchor, Link, NoteMark, Run, plain
from tests.compose.build import (
    EXECUTIVE,
    MARK,
    brief,
    cite,
    entry,
    fact,
    line,
    para,
    part,
    prose,
    record,
    refs,
    register,
    section,
    selection,
    source,
    term,
    use,
)
from tests.compose.deck.board import GEOMETRY
from tests.compose.test_views import VIEWS

PARTS = (part("asks"), part("assumptions"), part("non-goals"), part("terminology"), part("sources"))


def compose(chosen: Selection, made: Brief) -> Document:
    document_, faults = document(chosen, made, VIEWS)
    assert faults == ()
    return document_


def headings(made: Document) -> list[tuple[int, str, str]]:
    return [(item.level, item.number, plain(item.content)) for item in made.blocks if isinstance(item, Heading)]


def under(made: Document, heading: str) -> list[DocBlock]:
    """The blocks between a heading and the next."""
    at = next(i for i, item in enumerate(made.blocks) if isinstance(item, Heading) and plain(item.content) == heading)
    rest = made.blocks[at + 1 :]
    end = next((i for i, item in enumerate(rest) if isinstance(item, Heading)), len(rest))
    return list(rest[:end])


def entries(made: Document, heading: str) -> list[tuple[str, str, str]]:
    """Label, text and anchor of each entry of the terminology or the sources."""
    (references,) = under(made, heading)
    assert isinstance(references, References)
    return [(item.label, plain(item.content), item.anchor) for item in references.entries]


def division(level: int, title: str, *blocks: object) -> Division:
    return Division(level, line(title), blocks, MARK)  # type: ignore[arg-type]


def test_an_entry_kept_to_decks_or_documents_is_in_those_only() -> None:
    parts = [SlideBlock(f"slide-{name}", line("It holds"), "bullets", (para(name),), (), MARK) for name in "abc"]
    chosen = selection(*(section(name, name, para(name), shown) for name, shown in zip("abc", parts, strict=True)))
    made = brief(replace(entry("a"), only="decks"), entry("b"), replace(entry("c"), only="documents"))
    assert [words for _, _, words in headings(compose(chosen, made))] == ["b", "c"]
    slides, faults = deck(chosen, made, VIEWS, GEOMETRY)
    assert faults == ()
    assert [slide.group for slide in slides.slides] == ["Opening", "a", "b"]


def test_a_part_may_hold_some_of_the_records_in_documents_and_decks_alike() -> None:
    fields = (FieldSpec("statement", "text", "Assumption"),)
    records = (
        record("assumptions", name, f"About {name}", statement=prose(f"We assume {name}.")) for name in ("one", "two", "six")
    )
    shown = SlideBlock("s", line("It holds"), "bullets", (para("x"),), (), MARK)
    chosen = selection(section("a", "a", para("x"), shown), registers=(register("assumptions", fields, *records),))
    made = brief(entry("a"), replace(part("assumptions"), where=(("id", "one, six"),)))
    (table,) = (block for block in under(compose(chosen, made), "Assumptions") if isinstance(block, Table))
    assert [plain(row.cells[0]).split(" ")[1] for row in table.rows] == ["one", "six"]
    slides, faults = deck(chosen, made, VIEWS, GEOMETRY)
    assert faults == ()
    (body,) = [slide.body for slide in slides.slides if slide.title == "Assumptions"]
    assert isinstance(body, TableBody)
    assert [plain(row.cells[0]) for row in body.rows] == ["About one", "About six"]


def test_sections_are_numbered_after_selection_and_a_section_with_nothing_left_is_not_there() -> None:
    chosen = selection(
        section("a", "First", para("x"), division(2, "Below", para("y"), division(3, "Deeper", para("z")))),
        section("b", "Hidden"),
        section("c", "Second", para("x"), division(2, "Only slides", SlideBlock("s", (), "bullets", (), (), MARK))),
    )
    made = compose(chosen, brief(entry("a"), entry("gone"), entry("b"), entry("c")))
    assert headings(made) == [(1, "1", "First"), (2, "1.1", "Below"), (3, "1.1.1", "Deeper"), (1, "2", "Second")]
    assert made.uses.sections == ("a", "c")


def test_executives_headings_have_no_numbers_and_a_section_opens_with_its_lead() -> None:
    chosen = selection(section("a", "First", para("x"), para("y")), audience=EXECUTIVE)
    made = compose(chosen, brief(entry("a")))
    assert headings(made) == [(1, "", "First")]
    assert made.blocks[1:] == (Paragraph((Run("x"),), "lead"), Paragraph((Run("y"),)))


def test_an_executives_brief_leads_with_its_decision_and_an_engineers_keeps_it_in_place() -> None:
    decision = CalloutNode("decision", line("Approve"), (para("Do it."),), MARK)
    body = section("a", "First", para("x"), division(2, "Ask", decision))
    executive = compose(selection(body, audience=EXECUTIVE), brief(entry("a")))
    assert executive.blocks[0] == Callout("decision", (Run("Approve"),), (Paragraph((Run("Do it."),)),))
    assert headings(executive) == [(1, "", "First")]
    engineer = compose(selection(body), brief(entry("a")))
    assert isinstance(engineer.blocks[-1], Callout)


def test_containers_that_selection_left_empty_disappear() -> None:
    view = ViewCall("asks", "matrix", (), (), "", "", "", MARK)
    empty_list = ItemList(False, 1, (Item((view,), MARK),), MARK)
    nothing = (
        Quote((view,), MARK),
        empty_list,
        CalloutNode("note", line("T"), (view,), MARK),
        TableNode((), Row((), MARK), (), MARK),
    )
    made = compose(selection(section("a", "First", para("x"), *nothing)), brief(entry("a")))
    assert [type(block) for block in made.blocks] == [Heading, Paragraph]


def test_blocks_keep_their_kind() -> None:
    steps = Steps((ItemList(True, 1, (Item((para("do"),), MARK),), MARK),), MARK)
    table = TableNode(
        ("left", "right"),
        Row((Cell(line("H"), MARK), Cell(line("I"), MARK)), MARK),
        (Row((Cell(line("a"), MARK), Cell((), MARK)), MARK),),
        MARK,
    )
    made = compose(selection(section("a", "First", steps, Quote((para("q"),), MARK), table)), brief(entry("a")))
    _, listed, quote, content = made.blocks
    assert isinstance(listed, ListBlock)
    assert (listed.ordered, listed.steps) == (True, True)
    assert quote == Paragraph((Run("q"),), "quote")
    assert isinstance(content, Table)
    assert (content.role, content.caption, [column.align for column in content.columns]) == ("content", None, ["left", "right"])


def test_a_reference_leads_to_its_section_or_names_the_product_that_has_it() -> None:
    chosen = selection(
        section("a", "First", para("See ", use("section", "b", "Second"), " and ", use("section", "c", "Third"), ".")),
        section("b", "Second", para("x")),
        section("c", "Third", para("x")),
        briefs=(brief(entry("c"), identity="other", title="Handbook"),),
    )
    made = compose(chosen, brief(entry("a"), entry("b")))
    assert under(made, "First") == [
        Paragraph((Run("See "), Link((Run("Second"),), Anchor("section-b")), Run(" and Third (Handbook).")))
    ]


def test_the_terminology_has_the_terms_used_by_name_and_the_text_leads_there() -> None:
    chosen = selection(
        section("a", "First", para("A ", use("term", "vip", "VIP"), " and a ", use("term", "zone", "zone"), ".")),
        terms=(term("zone"), term("vip", "VIP"), term("unused")),
    )
    made = compose(chosen, brief(entry("a"), part("terminology")))
    assert entries(made, "Terminology") == [
        ("", "VIP What vip means.", "term-vip"),
        ("", "zone What zone means.", "term-zone"),
    ]
    assert Link((Run("VIP"),), Anchor("term-vip")) in under(made, "First")[0].content  # type: ignore[union-attr]


def test_a_mandatory_part_that_is_empty_says_so() -> None:
    made = compose(selection(section("a", "First", para("x"))), brief(entry("a"), *PARTS))
    assert [title for _, _, title in headings(made)] == ["First", "Asks", "Assumptions", "Non-goals", "Terminology", "Sources"]
    assert under(made, "Asks") == [Paragraph((Run("None for this edition"),), "muted")]


ASKS = register(
    "asks",
    (
        FieldSpec("team", "Azure team", "refs", kind="team"),
        FieldSpec("why", "Why", "text"),
        FieldSpec("test", "Acceptance test", "text"),
    ),
    record("asks", "scale", "Raise the limit", team=refs("team", "net"), why=prose("It grows."), test=prose("Count.")),
)
TEAMS = register("teams", (), record("teams", "net", "Network"))


def test_engineers_read_asks_in_full_by_team() -> None:
    made = compose(
        selection(section("a", "First", para("x")), registers=(ASKS, TEAMS)), brief(entry("a"), part("asks", "What we ask"))
    )
    assert headings(made)[1:] == [(1, "2", "What we ask"), (2, "2.1", "Network")]
    (cards,) = under(made, "Network")
    assert isinstance(cards, Cards)
    assert [(item.label, plain(item.content)) for item in cards.cards[0].fields] == [
        ("Why", "It grows."),
        ("Acceptance test", "Count."),
    ]
    assert cards.cards[0].kicker == "VAST lead"
    assert made.uses.records == (("asks", "scale"),)


def test_executives_read_asks_on_one_page() -> None:
    chosen = selection(section("a", "First", para("x")), registers=(ASKS, TEAMS), audience=EXECUTIVE)
    (table,) = under(compose(chosen, brief(entry("a"), part("asks"))), "Asks")
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Azure team", "Ask", "Owner"]
    assert [plain(cell) for cell in table.rows[0].cells] == ["Network", "Raise the limit: It grows.", "VAST lead"]


def test_executives_read_assumptions_as_entries_and_engineers_as_a_table() -> None:
    spec = FieldSpec("text", "Assumption", "text")
    taken = register("assumptions", (spec,), record("assumptions", "sized", "Sizes hold", text=prose("We count none.")))
    outline = brief(entry("a"), part("assumptions"))
    body = section("a", "First", para(use("assumption", "sized", "Sizes hold")))
    made = compose(selection(body, registers=(taken,), audience=EXECUTIVE), outline)
    assert entries(made, "Assumptions") == [("", "Sizes hold. We count none.", "assumption-sized")]
    assert under(made, "First") == [Paragraph((Link((Run("Sizes hold"),), Anchor("assumption-sized")),), "lead")]
    assert isinstance(under(compose(selection(body, registers=(taken,)), outline), "Assumptions")[0], Table)
    short = brief(entry("a"), replace(part("assumptions"), columns=("title", "text")))
    assert entries(compose(selection(body, registers=(taken,)), short), "Assumptions") == entries(made, "Assumptions")


def test_the_day_on_which_most_sources_were_read_is_said_once() -> None:
    pages = (source("p"), source("q", date(2026, 10, 1)), source("r"))
    body = para(*(use("fact", f"f{page.id}", "8") for page in pages))
    chosen = selection(section("a", "First", body), sources=pages, facts=tuple(fact(f"f{page.id}", page.id) for page in pages))
    made = compose(chosen, brief(entry("a"), part("sources")))
    (references,) = under(made, "Sources")
    assert isinstance(references, References)
    assert references.opening == "Read on 23 November 2026, where no other day is named."
    assert [text.rpartition(", ")[2] for _, text, _ in entries(made, "Sources")] == [
        "dated 4 March 2026.",
        "read on 1 October 2026.",
        "dated 4 March 2026.",
    ]


def test_executives_are_not_sent_to_other_papers() -> None:
    chosen = selection(
        section("a", "First", para("See ", use("section", "c", "Third"), ".")),
        section("c", "Third", para("x")),
        briefs=(brief(entry("c"), identity="other", title="Handbook"),),
        audience=EXECUTIVE,
    )
    assert under(compose(chosen, brief(entry("a"))), "First") == [Paragraph((Run("See Third."),), "lead")]


def test_a_long_engineers_brief_has_contents_a_short_one_and_an_executives_none() -> None:
    sections = [section(f"s{number}", f"Section {number}", para("x")) for number in range(9)]
    outline = brief(*(entry(item.id) for item in sections))
    made = compose(selection(*sections), outline)
    assert isinstance(made.blocks[0], Contents)
    assert [item.text for item in made.blocks[0].entries] == [f"Section {number}" for number in range(9)]
    assert not any(isinstance(block, Contents) for block in compose(selection(*sections[:3]), outline).blocks)
    assert not any(isinstance(block, Contents) for block in compose(selection(*sections, audience=EXECUTIVE), outline).blocks)


def test_contents_list_the_second_level_only_where_a_cover_or_a_page_has_room() -> None:
    def levels(sections: int, parts: int) -> list[int]:
        """Levels of the contents, when so many sections have a part below them."""
        bodies = [
            section(f"s{n}", f"S{n}", para("x"), *([division(2, "Part", para("x"))] if n < parts else []))
            for n in range(sections)
        ]
        head = compose(selection(*bodies), brief(*(entry(item.id) for item in bodies))).blocks[0]
        assert isinstance(head, Contents)
        return [item.level for item in head.entries]

    assert levels(9, 9).count(2) == 9
    assert levels(10, 8).count(2) == 8
    assert levels(10, 9) == [1] * 10
    assert levels(24, 12).count(2) == 12
    assert levels(24, 13) == [1] * 24


def test_a_brief_may_ask_for_lists_of_its_figures_and_tables() -> None:
    view = ViewCall("asks", "matrix", ("title",), (), "", "", "", MARK)
    chosen = selection(section("a", "First", para("x"), view), registers=(ASKS, TEAMS))
    plain_brief = brief(entry("a"))
    (heading, _, table) = compose(chosen, plain_brief).blocks
    assert isinstance(table, Table)
    assert table.caption == Caption("Table", 1, (Run("Asks"),))
    listed = compose(chosen, replace(plain_brief, lists=("figures", "tables"))).blocks
    assert listed[0] == Contents((ContentsEntry(1, "Table 1.", "Asks", "table-1"),), "tables")
    assert listed[1] == heading
    assert listed[3] == replace(table, caption=replace(table.caption, anchor="table-1"))


def test_words_are_counted_outside_terminology_sources_views_and_notes() -> None:
    views = (ViewCall("asks", shape, (), (), "", "", "", MARK) for shape in ("matrix", "one-page", "cards"))
    chosen = selection(
        section("a", "One two", para("three ", use("fact", "f", "4"), "."), *views),
        registers=(ASKS, TEAMS),
        sources=(source("p"),),
        facts=(fact("f", "p"),),
    )
    made = compose(chosen, replace(brief(entry("a"), part("sources")), source_notes="footnotes"))
    assert made.words == len(["One", "two", "three", "4.", "Sources"])


def test_a_view_of_the_outline_has_its_heading_and_its_records_are_anchors() -> None:
    view = ViewEntry("The asks", ViewCall("asks", "matrix", ("title",), (), "", "", "", MARK), MARK)
    chosen = selection(section("a", "First", para(use("ask", "scale", "Raise the limit"))), registers=(ASKS, TEAMS))
    made = compose(chosen, brief(entry("a"), view))
    (table,) = under(made, "The asks")
    assert isinstance(table, Table)
    assert table.rows[0].anchor == "ask-scale"
    assert under(made, "First") == [Paragraph((Link((Run("Raise the limit"),), Anchor("ask-scale")),))]
    assert made.uses.views == (("asks", "matrix"),)


def test_a_product_with_nothing_to_show_is_a_complaint() -> None:
    _, faults = document(selection(), brief(entry("a"), *PARTS), VIEWS)
    assert [fault.code for fault in faults] == ["B407"]


def test_notes_and_marks_agree_and_every_inner_link_has_its_anchor() -> None:
    chosen = selection(
        section("a", "First", para(use("fact", "f", "8"), " ", use("term", "t", "t")), division(2, "Below", para(cite("f")))),
        sources=(source("p"),),
        facts=(fact("f", "p"),),
        terms=(term("t"),),
    )
    made = compose(chosen, replace(brief(entry("a"), *PARTS), source_notes="footnotes"))
    assert repr(made).count("NoteMark(") == len(made.notes)
    assert NoteMark(1) in under(made, "First")[0].content  # type: ignore[union-attr]


def test_the_same_selection_gives_the_same_document() -> None:
    chosen = selection(section("a", "First", para("x")), registers=(ASKS, TEAMS))
    outline = brief(entry("a"), *PARTS)
    assert repr(compose(chosen, outline)) == repr(compose(replace(chosen), outline))
