"""A brief as a deck: order, groups, agenda, asks in the reader's form, appendix, notes and sources."""

from dataclasses import replace

import pytest

from briefs.compose import deck
from briefs.model.audience import Audience
from briefs.model.content import Brief, Selection
from briefs.model.deck import (
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    ColumnsBody,
    CoverBody,
    Deck,
    DiagramBody,
    SectionBody,
    StatementBody,
    TableBody,
)
from briefs.model.exhibits import Category, ChartSpec, SeriesSpec, Value
from briefs.model.nodes import ChartCall, DiagramCall, Group, Span, Styled
from briefs.model.records import FieldSpec, Record, Register
from briefs.model.runs import Anchor, Link, plain
from tests.compose.build import (
    ENGINEER,
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
from tests.compose.build import plain as plain_field
from tests.compose.deck.board import GEOMETRY, bullets, slide, text, view
from tests.compose.exhibits.drawing import edge, node, spec

PARTS = (part("asks"), part("assumptions"), part("non-goals"), part("terminology"), part("sources"))
ASK_FIELDS = (
    FieldSpec("team", "Azure team", "refs", kind="team"),
    FieldSpec("what", "What is asked", "text"),
    FieldSpec("why", "Why", "text"),
    FieldSpec("phase", "Phase", "plain", ("Crawl", "Walk", "Run")),
    FieldSpec("priority", "Priority", "number"),
    FieldSpec("progress", "Progress", "plain", ("proposed", "agreed")),
)


def compose(chosen: Selection, made: Brief) -> Deck:
    found, faults = deck(chosen, made, {}, GEOMETRY)
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
    return found


def titles(made: Deck) -> list[str]:
    return [one.title for one in made.slides]


def of(made: Deck, title: str) -> object:
    return next(one.body for one in made.slides if one.title == title)


def ask(number: int, team: str = "storage", **more: str) -> Record:
    return record(
        "asks",
        f"ask-{number}",
        f"Ask number {number}",
        team=refs("team", team),
        what=prose(f"Do thing {number}."),
        why=prose(f"Because of {number}."),
        phase=plain_field("Crawl" if number % 2 else "Walk", choices=("Crawl", "Walk", "Run")),
        **{name: plain_field(value, float(value) if value.isdigit() else None) for name, value in more.items()},
    )


def asking(*asks: Record, audience: Audience) -> Selection:
    teams = register("teams", (), *(record("teams", name, name.capitalize()) for name in ("storage", "fabric")))
    return selection(
        section("a", "First", slide("s", "A point", "bullets", bullets("x"))),
        audience=audience,
        registers=(register("asks", ASK_FIELDS, *asks), teams),
    )


def test_slides_come_in_the_order_of_the_outline_and_prose_stays_out() -> None:
    chosen = selection(
        section(
            "a", "First", para("prose"), slide("s", "One", "bullets", bullets("x")), slide("t", "Two", "bullets", bullets("y"))
        ),
        section("b", "Second", Group((slide("u", "Three", "bullets", para("z")),), MARK)),
    )
    made = compose(chosen, brief(entry("b"), entry("gone"), entry("a")))
    assert titles(made) == ["Delivery Plan", "Three", "One", "Two"]
    assert made.slides[0].body == CoverBody("What we build")
    assert [one.group for one in made.slides] == ["Opening", "Second", "First", "First"]
    assert made.uses.sections == ("a", "b")
    assert made.words == len(["Delivery", "Plan", "What", "we", "build", "Three", "z", "One", "x", "Two", "y"])


def test_an_entry_that_names_slides_takes_those_in_its_order() -> None:
    chosen = selection(
        section("a", "First", *(slide(name, name.upper(), "bullets", bullets("x")) for name in ("one", "two", "three")))
    )
    made = compose(chosen, brief(replace(entry("a"), slides=("a#three", "one", "hidden"))))
    assert titles(made)[1:] == ["THREE", "ONE"]


def test_a_slide_that_selection_left_empty_disappears() -> None:
    chosen = selection(
        section(
            "a",
            "First",
            slide("c", "Chart gone", "chart", ChartCall("hidden", MARK), para("Takeaway stays.")),
            slide("v", "View empty", "table", view("nothing")),
            slide("b", "Kept", "bullets", bullets("x")),
        )
    )
    assert titles(compose(chosen, brief(entry("a")))) == ["Delivery Plan", "Kept"]


def test_every_layout_becomes_its_own_body() -> None:
    strong = Styled("strong", line("Decision"), MARK)
    chosen = selection(
        section(
            "a",
            "First",
            slide("1", "Stat", "statement", para("8 weeks"), para("to the first gate")),
            slide("2", "Part", "section"),
            slide("3", "Two", "two-columns", para("Left"), bullets("a", "b"), para("Right"), bullets("c")),
            slide("4", "Picture of it", "diagram", DiagramCall("d", MARK), para("Note this.")),
            slide("5", "End", "closing", bullets((strong, text(": approve it")), "Next step: begin")),
        ),
        diagrams={"d": spec([node("x", 1, 1), node("y", 2, 1)], [edge("x", "y")])},
    )
    made = compose(chosen, brief(entry("a")))
    stat, columns, drawn, closing = of(made, "Stat"), of(made, "Two"), of(made, "Picture of it"), of(made, "End")
    assert isinstance(stat, StatementBody)
    assert (plain(stat.big), [plain(one) for one in stat.lines]) == ("8 weeks", ["to the first gate"])
    assert of(made, "Part") == SectionBody(())
    assert isinstance(columns, ColumnsBody)
    assert (plain(columns.left_title), len(columns.left), plain(columns.right_title)) == ("Left", 2, "Right")
    assert isinstance(drawn, DiagramBody)
    assert plain(drawn.takeaway) == "Note this."
    assert isinstance(closing, ClosingBody)
    assert [(label, plain(flow)) for label, flow in closing.lines] == [("Decision", "approve it"), ("Next step", "begin")]
    assert made.uses.diagrams == ("d",)


def test_closing_comes_after_the_asks_and_before_the_appendix() -> None:
    closing = slide("z", "Approve phase one", "closing", bullets("Decision: yes"))
    chosen = replace(
        asking(ask(1), audience=ENGINEER),
        sections={"a": section("a", "First", closing, slide("s", "A", "bullets", bullets("x")))},
    )
    made = compose(chosen, brief(entry("a"), *PARTS))
    order = [one.title for one in made.slides]
    assert order[:4] == ["Delivery Plan", "A", "These are the asks, phase by phase", "Approve phase one"]
    assert order[4:] == ["Assumptions", "Non-goals", "Terminology and sources"]
    assert [one.appendix for one in made.slides] == [False] * 4 + [True] * 3
    assert {one.group for one in made.slides if one.appendix} == {"Appendix"}
    assert made.slides[3].group == "Closing"


def test_parts_that_are_empty_say_so() -> None:
    made = compose(asking(audience=ENGINEER), brief(entry("a"), *PARTS))
    for title in ("Assumptions", "Non-goals", "Terminology and sources"):
        body = of(made, title)
        assert isinstance(body, TableBody)
        assert plain(body.rows[0].cells[0]) == plain(body.rows[-1].cells[0]) == "None for this edition"
    asks = made.slides[2].body
    assert isinstance(asks, BulletsBody)
    assert plain(asks.bullets[0].content) == "None for this edition"


def test_few_asks_are_cards_for_executives_with_what_and_why_in_the_notes() -> None:
    made = compose(asking(ask(1), ask(2, "fabric"), audience=EXECUTIVE), brief(entry("a"), part("asks")))
    body = made.slides[-1].body
    assert isinstance(body, CardsBody)
    assert [(plain(card.title), card.kicker) for card in body.cards] == [
        ("Ask number 1", "Storage · Crawl"),
        ("Ask number 2", "Fabric · Walk"),
    ]
    assert {"Ask number 1.", "What is asked: Do thing 1.", "Why: Because of 1."} <= set(made.slides[-1].notes)


def test_many_asks_are_a_column_for_each_phase_for_executives() -> None:
    asks = [ask(n, priority="1") for n in range(9)]
    made = compose(asking(*asks, audience=EXECUTIVE), brief(entry("a"), part("asks")))
    (only,) = [one for one in made.slides if one.group == "Asks"]
    assert isinstance(only.body, CardsBody)
    assert [plain(card.title) for card in only.body.cards] == ["Crawl", "Walk"]
    crawl, walk = ([plain(one.content) for one in card.fields] for card in only.body.cards)
    assert crawl == [f"Ask number {n} Storage, priority 1" for n in (1, 3, 5, 7)]
    assert len(walk) == 5
    assert only.body.size == 18
    assert "Why: Because of 8." in only.notes


def test_asks_of_one_phase_are_a_table_for_executives() -> None:
    asks = [ask(n) for n in range(1, 20, 2)]
    made = compose(asking(*asks, audience=EXECUTIVE), brief(entry("a"), part("asks")))
    (only,) = [one for one in made.slides if one.group == "Asks"]
    assert isinstance(only.body, TableBody)
    assert len(only.body.rows) == 10


def test_engineers_read_asks_paged_with_the_full_text_of_each_page_in_its_notes() -> None:
    made = compose(asking(*(ask(n) for n in range(40)), audience=ENGINEER), brief(entry("a"), part("asks")))
    pages = [one for one in made.slides if one.group == "Asks"]
    assert pages[0].title == f"These are the asks, phase by phase (1 of {len(pages)})"
    assert len(pages) > 1
    bodies = [page.body for page in pages if isinstance(page.body, TableBody)]
    names = [[plain(row.cells[0]) for row in body.rows] for body in bodies]
    headings = [
        [name for number, name in enumerate(held) if number in body.headings] for held, body in zip(names, bodies, strict=True)
    ]
    assert [held[0] in ("Crawl", "Walk") for held in names] == [True] * len(pages)
    assert list(dict.fromkeys(name for held in headings for name in held)) == ["Crawl", "Walk"]
    asks = [[name for name in held if name not in ("Crawl", "Walk")] for held in names]
    assert sorted(name for held in asks for name in held) == sorted(f"Ask number {n}" for n in range(40))
    for page, held in zip(pages, asks, strict=True):
        assert {f"{name}." for name in held} <= set(page.notes)


def test_priority_and_progress_are_columns_where_the_reader_may_see_them() -> None:
    insider = compose(
        asking(ask(1, priority="2", progress="proposed"), ask(2, priority="1", progress="proposed"), audience=ENGINEER),
        brief(entry("a"), part("asks")),
    )
    body = insider.slides[-1].body
    assert isinstance(body, TableBody)
    assert [plain(cell) for cell in body.header] == ["Ask", "Phase", "Progress"]
    assert [plain(row.cells[0]) for row in body.rows] == ["Priority 1", "Ask number 2", "Priority 2", "Ask number 1"]
    assert body.headings == {0, 2}
    assert insider.slides[-1].title == "These are the asks, the most urgent first"
    outsider = compose(asking(ask(1), ask(2), audience=ENGINEER), brief(entry("a"), part("asks")))
    assert isinstance(outsider.slides[-1].body, TableBody)
    assert [plain(cell) for cell in outsider.slides[-1].body.header] == ["Ask", "What is asked"]


def held(name: str, count: int) -> Register:
    fields = (FieldSpec("statement", "Statement", "text"),)
    records = (
        record(name, f"{name}-{n}", f"{name} title {n}", statement=prose("A sentence about it. " * 3)) for n in range(count)
    )
    return register(name, fields, *records)


def test_an_executives_appendix_is_two_slides_with_the_parts_of_records_side_by_side() -> None:
    facts = tuple(fact(f"f{n}", f"s{n}") for n in range(12))
    cited = [para("Claim.", cite(f"f{n}")) for n in range(4)]
    chosen = selection(
        section("a", "First", *(slide(f"s{n}", f"Point {n}", "bullets", one) for n, one in enumerate(cited))),
        audience=EXECUTIVE,
        registers=(held("assumptions", 12), held("non-goals", 10)),
        facts=facts,
        sources=tuple(source(f"s{n}") for n in range(12)),
    )
    made = compose(chosen, brief(entry("a"), *PARTS[1:]))
    back = [one.title for one in made.slides if one.appendix]
    assert back == ["Assumptions and non-goals", "Terminology and sources"]
    body = of(made, "Assumptions and non-goals")
    assert isinstance(body, TableBody)
    assert [plain(cell) for cell in body.header] == ["Assumptions", "Non-goals"]
    assert len(body.rows) == 12


def test_the_source_line_names_what_the_slide_uses_and_the_notes_say_it_in_full() -> None:
    chosen = selection(
        section(
            "a",
            "First",
            slide("s", "Cited", "bullets", para("A claim", cite("f"), "."), notes=(para("Say this", cite("g"), "."),)),
            slide("t", "Bare", "bullets", para("Nothing.")),
        ),
        facts=(fact("f", "one", "The claim itself."), fact("g", "two", "Said aloud.")),
        sources=(source("one"), source("two")),
    )
    made = compose(chosen, brief(entry("a"), part("sources")))
    cited, bare = made.slides[1], made.slides[2]
    assert cited.source == "Source: Page one, Publisher, 4 March 2026"
    assert cited.notes[0] == "Say this."
    assert any("The claim itself." in note for note in cited.notes)
    assert any("Said aloud." in note for note in cited.notes)
    assert (bare.source, bare.notes) == ("", ())
    assert made.uses.facts == ("f", "g")


def test_a_long_source_line_is_shortened_until_it_fits() -> None:
    facts = tuple(fact(f"f{n}", f"a-rather-long-name-of-a-source-{n}") for n in range(30))
    chosen = selection(
        section("a", "First", slide("s", "Cited", "bullets", para("Claims.", *(cite(one.id) for one in facts)))),
        facts=facts,
        sources=tuple(source(one.source) for one in facts),
    )
    line_ = compose(chosen, brief(entry("a"))).slides[1].source
    assert line_.startswith("Sources: Page a-rather-long-name-of-a-source-0, Publisher; ")
    assert line_.endswith("more, listed in the notes")


def test_a_chart_brings_its_facts() -> None:
    values = (Value("fact", "f", MARK), Value("fact", "g", MARK))
    categories = (Category("A", MARK), Category("B", MARK))
    chart = ChartSpec("c", "bar", line("T"), "Alt", "nodes", categories, (SeriesSpec("S", values, True, MARK),), MARK)
    chosen = selection(
        section("a", "First", slide("s", "Grows", "chart", ChartCall("c", MARK), para("It grows."))),
        facts=(fact("f", "one", value="8"), fact("g", "one", value="16")),
        sources=(source("one"),),
        charts={"c": chart},
    )
    made = compose(chosen, brief(entry("a")))
    body = made.slides[1].body
    assert isinstance(body, ChartBody)
    assert body.chart.series[0].values == (16.0, 8.0)
    assert made.slides[1].source.startswith("Source: Page one")
    assert (made.uses.charts, made.uses.facts) == (("c",), ("f", "g"))


def test_references_jump_to_the_slide_that_shows_their_target() -> None:
    chosen = replace(
        asking(ask(1), ask(2), audience=ENGINEER),
        sections={
            "a": section(
                "a",
                "First",
                slide("s", "See", "bullets", para("See ", use("ask", "ask-2", "that ask"), " and ", use("section", "b", "b"))),
            ),
            "b": section("b", "Second", slide("t", "Target", "bullets", bullets("x"))),
        },
    )
    made = compose(chosen, brief(entry("a"), entry("b"), part("asks")))
    anchors = {one.anchor: one.title for one in made.slides}
    body = made.slides[1].body
    assert isinstance(body, BulletsBody)
    links = [piece for piece in body.bullets[0].content if isinstance(piece, Link)]
    assert [anchors[link.target.id] for link in links if isinstance(link.target, Anchor)] == [
        "These are the asks, phase by phase",
        "Target",
    ]


def test_targets_and_assumptions_are_marked_and_owned_in_the_notes() -> None:
    number = Span(line("40"), MARK, "target", "VAST field CTO")
    chosen = selection(section("a", "First", slide("s", "Aim", "bullets", para("Reach ", number, " GB/s."))))
    made = compose(chosen, brief(entry("a")))
    body = made.slides[1].body
    assert isinstance(body, BulletsBody)
    assert plain(body.bullets[0].content) == "Reach 40 (target) GB/s."
    assert made.slides[1].notes == ("40: target, owned by: VAST field CTO.",)


def test_only_the_terms_that_the_deck_uses_are_explained() -> None:
    chosen = selection(
        section("a", "First", slide("s", "Say", "bullets", para("A ", use("term", "pls", "Private Link Service"), "."))),
        terms=(term("pls", "Private Link Service"), term("other")),
    )
    body = of(compose(chosen, brief(entry("a"), part("terminology"))), "Terminology")
    assert isinstance(body, TableBody)
    assert [plain(row.cells[0]) for row in body.rows] == ["Private Link Service"]


def test_a_deck_without_slides_for_its_reader_is_an_error_at_the_brief() -> None:
    _, faults = deck(selection(section("a", "First", para("prose"))), brief(entry("a")), {}, GEOMETRY)
    assert [fault.code for fault in faults] == ["B407"]


@pytest.mark.parametrize("count", [1, 7])
def test_a_view_is_cards_while_they_fit_and_a_table_beyond(count: int) -> None:
    chosen = replace(
        asking(*(ask(n) for n in range(count)), audience=ENGINEER),
        sections={"a": section("a", "First", slide("s", "All of them", "table", view("asks", "cards", "title", "what")))},
    )
    body = of(compose(chosen, brief(entry("a"))), "All of them")
    assert isinstance(body, CardsBody if count == 1 else TableBody)


def test_composing_twice_gives_the_same_deck() -> None:
    chosen = asking(*(ask(n) for n in range(20)), audience=ENGINEER)
    made = brief(entry("a"), *PARTS)
    assert repr(compose(chosen, made)) == repr(compose(chosen, made))
