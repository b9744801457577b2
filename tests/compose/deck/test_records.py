"""Records on slides: none is lost over pages, and each page cites its own facts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.compose import deck
from briefs.model.content import Brief, Selection
from briefs.model.deck import Deck, TableBody
from briefs.model.nodes import Span
from briefs.model.records import FieldSpec
from briefs.model.runs import Run, plain
from tests.compose.build import MARK, brief, cite, entry, fact, line, prose, record, register, section, selection, source
from tests.compose.deck.board import GEOMETRY, bullets, slide, view


def compose(chosen: Selection, made: Brief) -> Deck:
    found, faults = deck(chosen, made, {}, GEOMETRY)
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
    return found


@given(st.lists(st.lists(st.sampled_from(["storage", "endpoint", "of", "Private Link"]), min_size=1, max_size=40), max_size=40))
@settings(max_examples=25, deadline=None)
def test_a_view_of_any_records_loses_none_and_stays_inside_its_frame(texts: list[list[str]]) -> None:
    fields = (FieldSpec("what", "What", "text"),)
    records = (record("things", f"t{n}", f"Thing {n}", what=prose(" ".join(words))) for n, words in enumerate(texts))
    chosen = selection(
        section(
            "a",
            "First",
            slide("s", "All", "table", view("things", "matrix", "title", "what")),
            slide("k", "Kept", "bullets", bullets("x")),
        ),
        registers=(register("things", fields, *records),),
    )
    pages = [one.body for one in compose(chosen, brief(entry("a"))).slides if isinstance(one.body, TableBody)]
    assert [plain(row.cells[0]) for page in pages for row in page.rows] == [f"Thing {n}" for n in range(len(texts))]


def test_the_title_of_each_row_is_bold_and_what_it_says_is_not() -> None:
    fields = (FieldSpec("what", "What", "text"),)
    chosen = selection(
        section("a", "First", slide("s", "All", "table", view("things", "matrix", "title", "what"))),
        registers=(register("things", fields, record("things", "t", "Thing", what=prose("More."))),),
    )
    (body,) = [one.body for one in compose(chosen, brief(entry("a"))).slides if isinstance(one.body, TableBody)]
    assert body.rows[0].cells == ((Run("Thing", bold=True),), (Run("More."),))


def test_the_facts_of_a_row_are_cited_on_its_own_page_alone() -> None:
    fields = (FieldSpec("what", "What", "text"),)
    records = [record("things", f"t{n}", f"Thing {n}", what=prose("More to say here. " * 12, cite(f"f{n}"))) for n in range(20)]
    chosen = selection(
        section("a", "First", slide("s", "All", "table", view("things", "matrix", "title", "what"))),
        registers=(register("things", fields, *records),),
        facts=tuple(fact(f"f{n}", f"s{n}") for n in range(20)),
        sources=tuple(source(f"s{n}") for n in range(20)),
    )
    pages = [one for one in compose(chosen, brief(entry("a"))).slides if isinstance(one.body, TableBody)]
    assert len(pages) > 1
    assert "Page s0" in pages[0].source
    assert not any("Page s0," in text for text in (pages[-1].source, *pages[-1].notes))


def test_a_checklist_has_a_box_before_each_record_and_the_header_on_every_page() -> None:
    records = [record("things", f"t{n}", f"Thing {n}") for n in range(30)]
    chosen = selection(
        section("a", "First", slide("s", "All", "table", view("things", "checklist", "title"))),
        registers=(register("things", (), *records),),
    )
    slides = [one for one in compose(chosen, brief(entry("a"))).slides if isinstance(one.body, TableBody)]
    pages = [one.body for one in slides if isinstance(one.body, TableBody)]
    assert [plain(cell) for page in pages for cell in page.header] == ["Done", "Things"] * len(pages)
    assert [[plain(cell) for cell in row.cells] for page in pages for row in page.rows] == [
        ["☐", f"Thing {n}"] for n in range(30)
    ]
    assert [one.title for one in slides] == [f"All ({number} of {len(slides)})" for number in range(1, len(slides) + 1)]


def test_a_target_within_a_record_is_told_beside_that_record_alone() -> None:
    day = Span(line("one day"), MARK, number="target", owner="VAST lead")
    rows = [record("things", f"r{n}", f"Thing {n}", test=prose("Done in ", day if n == 1 else "time", ".")) for n in range(40)]
    held = register("things", (FieldSpec("title", "Thing", "plain"), FieldSpec("test", "Test", "text")), *rows)
    shown = slide("s", "All", "table", view("things", "cards", "title"))
    made = compose(selection(section("a", "First", shown), registers=(held,)), brief(entry("a")))
    first, *others = made.slides[1:]
    assert "One day: target, owned by: VAST lead." in first.notes
    assert first.notes.index("One day: target, owned by: VAST lead.") == first.notes.index("Thing 2.") - 1
    assert others
    assert not any("target" in note for page in others for note in page.notes)


def test_a_cell_without_a_word_has_a_dash_but_in_a_checklist() -> None:
    rows = [record("things", "one", "One", needs=prose("Two")), record("things", "two", "Two")]
    held = register("things", (FieldSpec("title", "Thing", "plain"), FieldSpec("needs", "Needs", "text")), *rows)
    for shape, said in (("matrix", ["Two", "–"]), ("checklist", ["Two", ""])):
        shown = slide("s", "All", "table", view("things", shape, "title", "needs"))
        body = compose(selection(section("a", "First", shown), registers=(held,)), brief(entry("a"))).slides[1].body
        assert isinstance(body, TableBody)
        assert [plain(row.cells[-1]) for row in body.rows] == said


def test_a_title_is_named_by_its_kind_unless_a_column_beside_it_has_that_name() -> None:
    rows = [record("risks", "one", "Late", risk=prose("It comes late."), cure=prose("Start early."))]
    held = register("risks", (FieldSpec("risk", "Risk", "text"), FieldSpec("cure", "Cure", "text")), *rows)
    for columns, named in ((("title", "risk"), ["In short", "Risk"]), (("title", "cure"), ["Risk", "Cure"])):
        shown = slide("s", "All", "table", view("risks", "matrix", *columns))
        body = compose(selection(section("a", "First", shown), registers=(held,)), brief(entry("a"))).slides[1].body
        assert isinstance(body, TableBody)
        assert [plain(cell) for cell in body.header] == named
