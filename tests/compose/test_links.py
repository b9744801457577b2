"""Where references lead, and which other product has what this one does not show."""

from briefs.compose.links import Links, elsewhere, spoken_name
from briefs.model.content import ViewEntry
from briefs.model.nodes import Division, ViewCall
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
    chosen = selection(nested, registers=(ASKS,), briefs=(mine, asks, handbook))
    assert elsewhere(chosen, mine) == {("section", "s"): "Handbook", ("ask", "scale"): "Ask List"}
    assert elsewhere(selection(nested, registers=(ASKS,), briefs=(mine, handbook)), mine)["ask", "scale"] == "Handbook"
    assert elsewhere(chosen, handbook) == {("section", "a"): "Delivery Plan", ("ask", "scale"): "Ask List"}


def test_names_of_registers_read_as_headings() -> None:
    assert [spoken_name(name) for name in ("test-cases", "non-goals", "dr-designs")] == ["Test cases", "Non-goals", "Dr designs"]
