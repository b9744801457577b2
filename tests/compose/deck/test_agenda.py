"""The agenda: where it is worth a slide, and where its tiles lead."""

from briefs.compose import deck
from briefs.model.deck import AgendaBody, Deck
from briefs.model.nodes import SlideBlock
from tests.compose.build import brief, entry, part, section, selection
from tests.compose.deck.board import GEOMETRY, bullets, slide

PARTS = (part("asks"), part("assumptions"), part("non-goals"), part("terminology"), part("sources"))


def points(number: int, endings: tuple[str, ...]) -> list[SlideBlock]:
    return [slide(f"x{number}{n}", f"Point {number}{end}", "bullets", bullets("x")) for n, end in enumerate(endings)]


def composed(groups: int, *endings: str) -> Deck:
    sections = [section(f"s{n}", f"Section {n}", *points(n, endings)) for n in range(groups)]
    found, faults = deck(selection(*sections), brief(*(entry(f"s{n}") for n in range(groups)), *PARTS), {}, GEOMETRY)
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
    return found


def test_more_than_four_groups_have_an_agenda_that_jumps_to_each() -> None:
    made = composed(5, "", " more", " still")
    tiles = next(one.body for one in made.slides if one.title == "Agenda")
    assert isinstance(tiles, AgendaBody)
    titles = {one.anchor: one.title for one in made.slides}
    assert len(titles) == len(made.slides)
    leads = {tile.text: titles[tile.anchor] for tile in tiles.entries}
    assert {f"Section {n}": f"Point {n}" for n in range(5)}.items() <= leads.items()


def test_a_deck_that_is_soon_over_has_no_agenda() -> None:
    assert "Agenda" not in [one.title for one in composed(6, "").slides]


def test_eighteen_groups_share_one_agenda() -> None:
    assert [one.title for one in composed(14, "").slides].count("Agenda") == 1
