"""The words of the part of the asks: the title and notes of a slide of their layout that shows nothing itself."""

from briefs.compose import deck
from briefs.model.content import Brief, Selection
from briefs.model.deck import CardsBody, Deck
from briefs.model.nodes import SlideBlock
from briefs.model.records import FieldSpec
from tests.compose.build import EXECUTIVE, brief, entry, fact, para, part, prose, record, register, section, selection, source
from tests.compose.build import cite as cited
from tests.compose.deck.board import GEOMETRY, bullets, slide

WORDS = slide("asks", "Two asks decide it", "asks", notes=(para("Ask for both", cited("f"), "."), para("Then wait.")))


def compose(chosen: Selection, made: Brief) -> Deck:
    found, faults = deck(chosen, made, {}, GEOMETRY)
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
    return found


def asking(*slides: SlideBlock) -> Selection:
    fields = (FieldSpec("what", "What is asked", "text"),)
    asks = register("asks", fields, *(record("asks", f"a{n}", f"Ask {n}", what=prose(f"Do {n}.")) for n in (1, 2)))
    return selection(
        section("a", "First", slide("s", "A point", "bullets", bullets("x")), *slides),
        audience=EXECUTIVE,
        registers=(asks,),
        facts=(fact("f", "one", "A claim."),),
        sources=(source("one"),),
    )


def test_the_asks_have_the_title_and_the_notes_of_the_slide_that_words_them() -> None:
    made = compose(asking(WORDS), brief(entry("a"), part("asks", "Asks of all")))
    assert [one.title for one in made.slides] == ["Delivery Plan", "A point", "Two asks decide it"]
    asks = made.slides[-1]
    assert isinstance(asks.body, CardsBody)
    assert asks.group == "Asks"
    assert asks.notes[:2] == ("Ask for both.", "Then wait.")
    assert any(note.startswith("Source: A claim.") for note in asks.notes)
    assert asks.notes.index("Ask 1.") < asks.notes.index("Ask 2.")


def test_without_such_a_slide_or_without_asks_nothing_is_worded() -> None:
    made = compose(asking(), brief(entry("a"), part("asks", "Asks of all")))
    assert made.slides[-1].title == "Asks of all"
    alone = compose(asking(WORDS), brief(entry("a")))
    assert [one.title for one in alone.slides] == ["Delivery Plan", "A point"]
