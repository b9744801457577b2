"""Where references lead, and which other product has what this one does not show."""

from dataclasses import replace

from briefs.compose.elsewhere import elsewhere
from briefs.compose.links import Links, spoken_name
from briefs.model.content import SectionEntry, ViewEntry
from briefs.model.exhibits import DiagramSpec, NodeSpec
from briefs.model.nodes import ChartCall, DiagramCall, Division, SlideBlock, ViewCall
from briefs.model.runs import Anchor
from tests.compose.build import MARK, brief, entry, line, para, part, record, register, section, selection

ASKS = register("asks", (), record("asks", "scale", "Raise the limit"))
VIEW = ViewCall("asks", "matrix", (), (), "", "", "", MARK)


def test_a_slide_that_the_product_does_not_have_is_reached_through_its_section() -> None:
    links = Links({("section", "dns"): "section-dns", ("section", "dns#why"): "slide-why"}, {("section", "x"): "Handbook"})
    assert links.anchor("section", "dns#why") == Anchor("slide-why")
    assert links.anchor("section", "dns#how") == Anchor("section-dns")
    assert links.anchor("section", "x") is None
    assert links.product("section", "x#y") == "Handbook"


def test_other_products_have_their_sections_and_the_records_of_their_views_and_parts() -> None:
    nested = section("s", "S", Division(2, line("T"), (para("x"), VIEW), MARK))
    handbook = brief(entry("s"), identity="handbook", title="Handbook")
    asks = brief(ViewEntry("Asks", VIEW, MARK), part("asks"), identity="asks", title="Ask List")
    mine = brief(entry("a"))
    chosen = selection(nested, section("a", "A", para("x")), registers=(ASKS,), briefs=(mine, asks, handbook))
    assert elsewhere(chosen, mine, deck=False) == {("section", "s"): "Handbook", ("ask", "scale"): "Ask List"}
    shorter = selection(nested, registers=(ASKS,), briefs=(mine, handbook))
    assert elsewhere(shorter, mine, deck=False)["ask", "scale"] == "Handbook"
    assert elsewhere(chosen, handbook, deck=False) == {("section", "a"): "Delivery Plan", ("ask", "scale"): "Ask List"}


def test_a_view_that_leaves_a_record_out_does_not_have_it() -> None:
    narrow = replace(VIEW, where=(("id", "other"),))
    other = brief(ViewEntry("Asks", narrow, MARK), identity="asks", title="Ask List")
    mine = brief(entry("a"))
    assert elsewhere(selection(registers=(ASKS,), briefs=(mine, other)), mine, deck=False) == {}


def test_a_part_that_is_narrowed_has_only_what_it_shows() -> None:
    mine = brief(entry("a"))
    for kept, found in (("scale", {("ask", "scale"): "Ask List"}), ("another", {})):
        other = brief(replace(part("asks"), where=(("id", kept),)), identity="list", title="Ask List")
        assert elsewhere(selection(registers=(ASKS,), briefs=(mine, other)), mine, deck=False) == found


def test_a_deck_has_what_its_slides_show_and_is_named_to_readers_of_decks_only() -> None:
    slides = [
        SlideBlock(name, line("T"), "chart", (ChartCall(f"chart-{name}", MARK),), (), MARK) for name in ("shown", "left-out")
    ]
    both = section("s", "S", para("x"), DiagramCall("way", MARK), *slides)
    deck = replace(brief(SectionEntry("s", ("shown",), MARK), identity="talk", title="Talk"), formats=("pptx",))
    document = brief(entry("s"), identity="handbook", title="Handbook")
    mine = brief(entry("a"))
    way = DiagramSpec("way", line("Way"), "Way.", (), (NodeSpec("a", line("A"), (), "", (1, 1), "", MARK),), (), MARK)
    chosen = selection(both, briefs=(mine, deck, document), diagrams={"way": way})
    assert elsewhere(chosen, mine, deck=True) == {("section", "s"): "Talk", ("chart", "chart-shown"): "Talk"}
    assert elsewhere(chosen, mine, deck=False) == {("section", "s"): "Handbook", ("diagram", "way"): "Handbook"}


def test_names_of_registers_read_as_headings() -> None:
    assert [spoken_name(name) for name in ("test-cases", "non-goals", "dr-designs")] == ["Test cases", "Non-goals", "DR designs"]
