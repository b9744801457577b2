"""Terminology and sources: small, hanging, in two columns that end level, with the places that links lead to."""

from dataclasses import replace

from briefs.model.document import Heading, Paragraph, Reference, References
from briefs.model.runs import Anchor, Link, Run
from tests.render.word.read import brief

TEXT = Paragraph((Run("Before "), Link((Run("VIP"),), Anchor("term-vip"))))
TERMS = References((Reference("", (Run("VIP", bold=True), Run(" An address.")), "term-vip"),))
SOURCES = References((Reference("1", (Run("A page."),), "note-1"), Reference("", (Run("Another."),))))


def test_entries_are_small_and_a_number_hangs_before_its_entry() -> None:
    made = brief(TEXT, TERMS, SOURCES)
    assert made.styled("ReferenceText") == ["VIP An address.", "1\tA page.", "\tAnother."]
    assert made.values("//w:p[w:pPr/w:pStyle/@w:val='ReferenceText']//w:bookmarkStart/@w:name") == ["_term_vip", "_note_1"]
    assert made.values("//w:p[w:pPr/w:pStyle/@w:val='ReferenceText']/w:pPr/w:ind/@w:hanging") == ["380", "380"]


def test_they_and_their_headings_stand_in_columns_on_the_page_where_the_text_ends() -> None:
    made = brief(TEXT, Heading(1, "", (Run("Terminology"),), "t"), TERMS, Heading(1, "", (Run("Sources"),), "s"), SOURCES)
    assert made.values("//w:sectPr/w:cols/@w:num") == ["2"]
    assert made.values("//w:sectPr/w:type/@w:val") == ["continuous"] * 2
    first, columns, last = made.find("//w:sectPr")
    assert made.find("//w:p[w:pPr/w:sectPr]/preceding-sibling::w:p//w:t[.='Terminology']")
    assert [section.find("{*}type") is not None for section in (first, columns, last)] == [False, True, True]


def test_the_columns_end_level_because_a_section_without_columns_follows() -> None:
    made = brief(TEXT, TERMS)
    assert len(made.find("/w:document/w:body/w:sectPr/w:cols[not(@w:num)]")) == 1
    assert len(brief(TEXT, TERMS, TEXT).find("//w:sectPr")) == 3


def test_the_paragraph_below_the_columns_takes_no_room_that_could_begin_a_page() -> None:
    assert len(brief(TEXT, TERMS).find("/w:document/w:body/w:p[last()][not(w:r)]/w:pPr/w:rPr/w:vanish")) == 1
    assert brief(TERMS, TEXT).find("//w:vanish") == []


def test_what_follows_the_columns_goes_on_below_them() -> None:
    made = brief(TEXT, TERMS, Heading(1, "", (Run("Next"),), "n"), TEXT)
    assert made.find("/w:document/w:body/w:sectPr/w:type[@w:val='continuous']")
    assert len(made.find("//w:sectPr/w:titlePg")) == len(made.find("(//w:sectPr)[1]/w:titlePg")) == 1


def test_a_heading_in_columns_is_small_unless_it_is_found_by_its_number() -> None:
    plain, numbered = (brief(TEXT, Heading(1, number, (Run("Sources"),), "s"), TERMS) for number in ("", "1"))
    assert plain.styled("ReferenceHeading") == ["Sources"]
    assert numbered.styled("Heading1") == ["Sources"]


def test_what_holds_for_all_entries_stands_before_them() -> None:
    assert brief(TEXT, replace(TERMS, opening="Read today.")).styled("ReferenceText") == ["Read today.", "VIP An address."]
