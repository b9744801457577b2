"""The appendix of a deck: lists that are looked up stand close together, two entries to a row, and no date is torn."""

from briefs.compose import deck
from briefs.compose.deck.tables import SIZES, Grid, paged
from briefs.model.content import Brief, Selection
from briefs.model.deck import Deck, TableBody
from briefs.model.document import Column, TableRow
from briefs.model.geometry import CELL_INSET_Y, DENSE_INSET_Y
from briefs.model.nodes import Inline
from briefs.model.runs import Flow, Link, Run, plain
from tests.compose.build import ENGINEER, brief, cite, entry, fact, para, part, section, selection, source, term, use
from tests.compose.deck.board import GEOMETRY, slide


def compose(chosen: Selection, made: Brief) -> Deck:
    found, faults = deck(chosen, made, {}, GEOMETRY)
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
    return found


def pages(made: Deck, title: str) -> list[TableBody]:
    return [one.body for one in made.slides if one.title.startswith(title) and isinstance(one.body, TableBody)]


def test_terms_stand_two_to_a_row_for_engineers_too() -> None:
    names = [f"t{n:02}" for n in range(9)]
    said: list[Inline] = [use("term", name, f"Term {name}") for name in names]
    chosen = selection(
        section("a", "First", slide("s", "Say", "bullets", para(*said))),
        audience=ENGINEER,
        terms=tuple(term(name, f"Term {name}") for name in names),
    )
    (body,) = pages(compose(chosen, brief(entry("a"), part("terminology"))), "Terminology")
    assert [plain(cell) for cell in body.header] == ["Term", "Meaning"] * 2
    assert len(body.rows) == 5
    assert [plain(row.cells[0]) for row in body.rows] == [f"Term {name}" for name in names[:5]]
    assert [plain(row.cells[2]) for row in body.rows] == [*(f"Term {name}" for name in names[5:]), ""]


def test_a_source_is_one_entry_whose_title_leads_to_it_and_whose_date_stays_whole() -> None:
    chosen = selection(
        section("a", "First", slide("s", "Say", "bullets", para("A claim", cite("f"), "."))),
        facts=(fact("f", "one"),),
        sources=(source("one"),),
    )
    (body,) = pages(compose(chosen, brief(entry("a"), part("sources"))), "Sources")
    ((title, rest),) = [row.cells[0] for row in body.rows]
    assert isinstance(title, Link)
    assert rest == Run(", Publisher, 4\u00a0March\u00a02026")


def test_sixty_sources_need_two_slides() -> None:
    chosen = selection(
        section("a", "First", slide("s", "Say", "bullets", para("A claim", *(cite(f"f{n}") for n in range(60)), "."))),
        facts=tuple(fact(f"f{n}", f"s{n}") for n in range(60)),
        sources=tuple(source(f"s{n}") for n in range(60)),
    )
    found = pages(compose(chosen, brief(entry("a"), part("sources"))), "Sources")
    assert [len(body.rows) for body in found] == [15, 15]
    assert all(body.inset == DENSE_INSET_Y for body in found)


def looked_up(terms: int, sources: int) -> Deck:
    """A deck that uses so many of both."""
    names, facts = [f"t{n:02}" for n in range(terms)], [f"f{n:02}" for n in range(sources)]
    said: list[Inline] = [*(use("term", name, name) for name in names), *(cite(name) for name in facts)]
    chosen = selection(
        section("a", "First", slide("s", "Say", "bullets", para("This: ", *said, "."))),
        terms=tuple(term(name, f"Term {name}") for name in names),
        facts=tuple(fact(name, f"s{name}") for name in facts),
        sources=tuple(source(f"s{name}") for name in facts),
    )
    return compose(chosen, brief(entry("a"), part("terminology"), part("sources")))


def titles(made: Deck) -> list[str]:
    return [one.title for one in made.slides if one.appendix]


def test_few_terms_and_few_sources_share_a_slide_and_are_as_large_as_it_allows() -> None:
    made = looked_up(3, 2)
    assert titles(made) == ["Terminology and sources"]
    (body,) = pages(made, "Terminology and sources")
    assert [plain(row.cells[0]) for row in body.rows] == ["Term t00", "Term t01", "Term t02", "Sources", "Publisher", "Publisher"]
    assert body.headings == {3}
    assert isinstance(body.rows[4].cells[1][0], Link)
    assert body.size == 18.0


def test_few_terms_share_a_slide_with_all_the_sources_that_it_holds() -> None:
    assert titles(looked_up(3, 11)) == ["Terminology and sources"]
    assert titles(looked_up(3, 24)) == ["Terminology", "Sources"]


def test_long_lists_have_slides_of_their_own() -> None:
    assert titles(looked_up(7, 7)) == ["Terminology", "Sources"]


def test_a_dense_table_is_lower_and_never_in_large_text() -> None:
    cells: tuple[Flow, ...] = ((Run("a"),), (Run("b"),))
    loose = Grid((Column("left"),) * 2, cells, (TableRow(cells),) * 4)
    dense = Grid((Column("left"),) * 2, cells, (TableRow(cells),) * 4, inset=DENSE_INSET_Y)
    (high,), (low,) = (paged(one, 873.6, 342.0, "Calibri") for one in (loose, dense))
    assert (high.body.size, low.body.size) == (18.0, SIZES[0])
    assert low.body.heights[1] == 1.2 * SIZES[0] + 2 * DENSE_INSET_Y
    assert (high.body.inset, low.body.inset) == (CELL_INSET_Y, DENSE_INSET_Y)
