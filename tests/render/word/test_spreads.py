"""Which blocks lie on their side: what cannot stand upright, and runs of tables that need far fewer pages so."""

from briefs.model.document import DocBlock, Document, Paragraph, Table
from briefs.render.word.spreads import measure, spreads
from tests.render.word import sample
from tests.render.word.sample import flow, heading
from tests.render.word.test_tables import with_cells

HEAD = ["Service", "Integration", "Lead", "What blocks it", "What enables it"]
ROW = ["Azure Kubernetes Service", "endpoint-based", "Customer", "words that go on " * 9, "and words on what is done " * 8]


def matrix(rows: int) -> Table:
    return with_cells([HEAD, *[ROW] * rows])


def sides(*blocks: DocBlock, reader: str = "engineer") -> list[tuple[bool, int]]:
    """(on its side, blocks) of each stretch."""
    document = Document(sample.meta(reader), blocks, (), 0)  # type: ignore[arg-type]
    made = spreads(document, sample.template(), measure(blocks, sample.template()))
    return [(stretch.wide, len(stretch.blocks)) for stretch in made]


def test_a_matrix_of_several_pages_lies_on_its_side_and_one_of_a_page_stands() -> None:
    assert sides(heading(1, "1", "Before"), Paragraph(flow("x")), heading(1, "2", "All"), matrix(40)) == [(False, 2), (True, 2)]
    assert sides(heading(1, "2", "Some"), matrix(6)) == [(False, 2)]


def test_tables_with_only_their_headings_between_share_the_pages_on_their_side() -> None:
    parts = [(heading(2, f"1.{at}", f"Part {at}"), Paragraph(flow("What it says.")), matrix(12)) for at in range(4)]
    assert sides(*(block for part in parts for block in part)) == [(True, 12)]


def test_text_between_tables_parts_them_so_that_each_is_judged_alone() -> None:
    text = [Paragraph(flow("A paragraph.")) for _ in range(3)]
    assert sides(heading(2, "1.1", "One"), matrix(8), *text, heading(2, "1.2", "Two"), matrix(8)) == [(False, 7)]


def test_a_table_that_cannot_stand_takes_its_neighbours_with_it() -> None:
    breaking = with_cells([["x" * 40] * 4] * 2)
    assert sides(heading(2, "1.1", "One"), matrix(6), heading(2, "1.2", "Two"), breaking) == [(True, 4)]


def test_executives_pages_are_turned_only_for_words_that_would_break() -> None:
    assert sides(heading(1, "2", "All"), matrix(40), reader="executive") == [(False, 2)]
    assert sides(with_cells([["x" * 40] * 4] * 2), reader="executive") == [(True, 1)]


def test_a_table_that_gains_nothing_on_its_side_stands_however_long_it_is() -> None:
    even = with_cells([HEAD, *[["two words"] * 5] * 400])
    assert sides(even) == [(False, 1)]
