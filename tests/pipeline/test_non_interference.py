"""Whatever one audience alone reads may change, or go, and not one byte of another audience's files does."""

from pathlib import Path

import pytest

from tests.pipeline.building import audience, copy

pytestmark = pytest.mark.slow

HOUSE = {"librarians", "trustees"}
DESK = {"librarians", "teachers"}
EVERYONE = {"librarians", "trustees", "teachers", "sponsors", "council"}
LADDER = "sections/reading/ladder.md"
CHANGES = [
    ("a span", LADDER, ", which is more than the board was promised", ", which nobody had hoped for", HOUSE),
    ("a span that goes", LADDER, "[, which is more than the board was promised]{audience=house}", "", HOUSE),
    ("a paragraph", LADDER, "Teachers find the lists", "Teachers and parents find the lists", DESK),
    ("a paragraph that goes", LADDER, "Teachers find the lists at the [[term:lending-desk]]. {audience=desk}\n", "", DESK),
    ("a footnote", LADDER, "Quarters are those of the school office.", "Quarters are the mayor's.", DESK),
    ("a row", LADDER, "Write off", "Give away", HOUSE),
    ("a row that goes", LADDER, "| Write off | Store | summer {audience=house} |\n", "", HOUSE),
    ("a list's item", LADDER, "Sets that do not come back are not asked for twice.", "Lost sets are forgotten.", HOUSE),
    ("a list's item that goes", LADDER, "- Sets that do not come back are not asked for twice. {audience=house}\n", "", HOUSE),
    ("a division", LADDER, "What the desk does not say outside", "What stays inside", HOUSE),
    ("a presenter's note", LADDER, "Do not name the losses.", "Never speak of the losses.", HOUSE),
    ("a slide's title", LADDER, "What the desk keeps to itself", "What stays at the desk", HOUSE),
    ("a section", "sections/reading/board-only.md", "the endowment, and nobody", "the fortune, and nobody", {"trustees"}),
    ("a field of a record", "registers/asks.yaml", "lends class sets for the whole year", "lends sets for ever", {"librarians"}),
    ("a record", "registers/asks.yaml", "A shelf for the class sets.", "Two shelves for the sets.", {*HOUSE, "council"}),
    ("a record of a view", "registers/risks.yaml", "Count twice a year.", "Count each week.", HOUSE),
    ("a name of a term", "terms.yaml", "house: Project Heron", "house: Project Crane", HOUSE),
    ("a fact", "facts/reading.yaml", "value: 318", "value: 319", HOUSE),
    ("a source", "sources.yaml", "Count kept at the desk", "Count kept in the desk", HOUSE),
    ("a diagram's node", "diagrams/way-of-a-book.yaml", "where lost sets are written off", "where lost sets end", HOUSE),
    ("a diagram's arrow", "diagrams/way-of-a-book.yaml", "label: losses", "label: lost sets", HOUSE),
    ("a view of an outline", "briefs/programme.yaml", "What may go wrong", "What could go wrong", HOUSE),
]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = copy(tmp_path_factory.mktemp("before")).files()
    return {path: file.data for path, file in files.items()}


@pytest.mark.parametrize(("what", "name", "old", "new", "readers"), CHANGES, ids=[change[0] for change in CHANGES])
def test_a_change_touches_the_files_of_its_readers_only(
    before: dict[str, bytes], tmp_path: Path, what: str, name: str, old: str, new: str, readers: set[str]
) -> None:
    changed = copy(tmp_path)
    changed.change(name, old, new)
    after = {path: file.data for path, file in changed.files().items()}
    touched = {audience(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert touched == readers


def test_a_change_in_what_all_read_touches_every_reader(before: dict[str, bytes], tmp_path: Path) -> None:
    changed = copy(tmp_path)
    changed.change(LADDER, "The children come from every quarter", "Children come from every quarter")
    after = changed.files()
    assert {audience(path) for path in before if before[path] != after[path].data} == EVERYONE


def test_comments_in_the_content_touch_nothing(before: dict[str, bytes], tmp_path: Path) -> None:
    changed = copy(tmp_path)
    changed.change("terms.yaml", "audience: all\n", "# a word to authors\naudience: all\n")
    changed.change(LADDER, "## How a book travels", "\n\n## How a book travels")
    assert {path: file.data for path, file in changed.files().items()} == before
