"""Inline nodes become flow: words, links, notes."""

import pytest

from briefs.compose.flow import Inliner
from briefs.compose.links import Links
from briefs.compose.notes import Asides, Endnotes, Footnotes
from briefs.compose.uses import UseLog
from briefs.model.nodes import Break, Footnote, Reference, Span, Styled
from briefs.model.runs import Anchor, LineBreak, Link, NoteMark, Run, Url, plain
from tests.compose.build import MARK, cite, fact, line, para, selection, source, text, use

SELECTION = selection(
    sources=(source("a"), source("b")), facts=(fact("f1", "a"), fact("f2", "a"), fact("f3", "b", says="Idle links close."))
)


def inliner(links: Links | None = None, notes: object = None) -> Inliner:
    return Inliner(SELECTION, links or Links(), UseLog(), notes or Footnotes(SELECTION))  # type: ignore[arg-type]


def test_neighbouring_texts_of_one_look_are_one_run_and_styles_nest() -> None:
    bold = Styled("strong", line("b", Styled("emphasis", line("c"), MARK)), MARK)
    assert inliner().flow(line("a", "b ", bold)) == (Run("ab "), Run("b", bold=True), Run("c", bold=True, italic=True))


def test_a_soft_line_break_is_a_space_and_a_hard_one_a_break() -> None:
    assert inliner().flow((text("a\nb"), Break(MARK), text("c"))) == (Run("a b"), LineBreak(), Run("c"))


def test_a_reference_leads_to_its_anchor_in_this_product() -> None:
    links = Links({("section", "dns"): "section-dns"})
    assert inliner(links).flow(line(use("section", "dns", "DNS"))) == (Link((Run("DNS"),), Anchor("section-dns")),)


def test_a_reference_to_a_target_elsewhere_names_the_product_in_brackets() -> None:
    links = Links(elsewhere={("ask", "scale"): "Ask List"})
    assert inliner(links).flow(line("See ", use("ask", "scale", "More addresses"), ".")) == (
        Run("See More addresses (Ask List)."),
    )


def test_a_reference_to_a_target_that_no_product_shows_is_its_title() -> None:
    assert inliner().flow(line(use("ask", "scale", "More addresses"))) == (Run("More addresses"),)


def test_a_source_leads_to_its_page() -> None:
    assert inliner().flow(line(use("source", "a", "Page a"))) == (Link((Run("Page a"),), Url("https://example.org/a")),)


def test_a_term_leads_to_the_terminology_once_a_section() -> None:
    writer = inliner(Links({("term", "vip"): "term-vip"}))
    children = line(use("term", "vip", "VIP"), " and ", use("term", "vip", "VIP"))
    link = Link((Run("VIP"),), Anchor("term-vip"))
    assert writer.flow(children) == (link, Run(" and VIP"))
    writer.section()
    assert writer.flow(children) == (link, Run(" and VIP"))
    assert writer.uses.frozen().terms == ("vip",)


def test_a_printed_fact_has_a_footnote_of_its_source_once_a_section() -> None:
    notes = Footnotes(SELECTION)
    writer = inliner(notes=notes)
    children = line(use("fact", "f1", "8 nodes"), ", then ", use("fact", "f2", "9 nodes"), ".")
    assert writer.flow(children) == (Run("8 nodes"), NoteMark(1), Run(", then 9 nodes."))
    assert plain(notes.notes[0]) == "Page a, Publisher, as of 4 March 2026."
    writer.section()
    assert NoteMark(2) in writer.flow(children)
    assert writer.uses.frozen().facts == ("f1", "f2")


def test_a_cited_fact_stands_in_the_note_with_its_text_right_after_the_words() -> None:
    notes = Footnotes(SELECTION)
    assert inliner(notes=notes).flow(line("It closes ", cite("f3"), ".")) == (Run("It closes"), NoteMark(1), Run("."))
    assert plain(notes.notes[0]) == "Idle links close. Page b, Publisher, as of 4 March 2026."


def test_cites_side_by_side_share_one_note() -> None:
    notes = Footnotes(SELECTION)
    flow = inliner(notes=notes).flow(line("Claim. ", cite("f1"), " ", cite("f3")))
    assert flow == (Run("Claim."), NoteMark(1))
    assert plain(notes.notes[0]).count("Publisher") == 2


def test_executives_read_numbers_into_the_sources() -> None:
    notes = Endnotes(SELECTION, anchored=True)
    flow = inliner(notes=notes).flow(line(use("fact", "f3", "4 min"), " and ", use("fact", "f1", "8 nodes"), "."))
    pages = ((1, "Page b, Publisher"), (2, "Page a, Publisher"))
    first, second = (Link((Run(f"[{number}]"),), Anchor(f"note-{number}"), page) for number, page in pages)
    assert flow == (Run("4 min "), first, Run(" and 8 nodes "), second, Run("."))
    assert notes.numbers == {("source", "b"): 1, ("source", "a"): 2}
    assert notes.notes == []


def test_a_slide_keeps_notes_out_of_its_text() -> None:
    notes = Asides()
    footnote = Footnote((para("aside"),), MARK)
    assert inliner(notes=notes).flow(line(use("fact", "f1", "8"), " x ", cite("f3"), footnote)) == (Run("8 x"),)
    assert list(notes.facts) == ["f1", "f3"]
    assert notes.remarks == [(Run("aside"),)]


def test_a_marked_number_says_what_it_is_and_its_note_who_owns_it() -> None:
    notes = Footnotes(SELECTION)
    span = Span(line("12 weeks"), MARK, "target", "VAST field CTO")
    assert inliner(notes=notes).flow(line(span, ".")) == (Run("12 weeks (target)"), NoteMark(1), Run("."))
    assert plain(notes.notes[0]) == "Target, owned by: VAST field CTO."


def test_an_authors_footnote_holds_its_blocks_on_lines() -> None:
    notes = Footnotes(SELECTION)
    flow = inliner(notes=notes).flow(line("x", Footnote((para("one"), para("two ", cite("f1"))), MARK)))
    assert flow == (Run("x"), NoteMark(1))
    assert plain(notes.notes[0]) == "one two (Page a)"


def test_a_title_has_neither_links_nor_source_notes_but_logs_what_it_uses() -> None:
    notes = Footnotes(SELECTION)
    writer = inliner(Links({("term", "vip"): "term-vip"}), notes)
    assert writer.title(line(use("term", "vip", "VIP"), " of ", use("fact", "f1", "8"))) == (Run("VIP of 8"),)
    assert (writer.uses.frozen().facts, notes.notes) == (("f1",), [])


def test_a_reference_that_select_left_is_refused() -> None:
    with pytest.raises(ValueError, match="ask:x"):
        inliner().flow((Reference("ask", "x", "plain", (), MARK),))
