"""Every deck of the doc set is sound as a deck, and each thing that is looked for is found when it is put in."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from briefs import verify
from briefs.load import load
from briefs.model.content import Resolved
from briefs.pipeline import prove_files
from briefs.project import open_project
from briefs.resolve import resolve
from briefs.select import select
from tests.docset.conftest import ROOT, DocSet
from tests.docset.decks import JUMP, MAIN, Deck, clicks, faults, title
from tests.verify.damage import Damage, drop, first, put

pytestmark = pytest.mark.slow

DECK = "Microsoft/Engineering Alignment & Asks.pptx"
JUMPED = rf'(<a:hlinkClick r:id=")([^"]*)(" action="{re.escape(JUMP)}"/>)'


@pytest.fixture(scope="module")
def decks(docset: DocSet) -> dict[str, Deck]:
    return {str(file.relative_to(docset.folder)): Deck(file) for file in docset.files("pptx")}


def test_nothing_is_wrong_with_any_deck(docset: DocSet) -> None:
    files = docset.files("pptx")
    assert len(files) >= 20
    assert {str(file): found for file in files if (found := faults(file))} == {}


def test_the_decks_hold_all_that_was_looked_at(decks: dict[str, Deck]) -> None:
    held: Counter[str] = Counter()
    for deck in decks.values():
        held["sections"] += len(deck.sections)
        held["notes"] += len(deck.all_of("notesSlide"))
        held["jumps"] += sum(len(list(clicks(slide))) for slide in deck.slides)
        held["agendas"] += sum(title(slide).startswith("Agenda") for slide in deck.slides)
        held["glued ends"] += sum(1 for slide in deck.slides for _ in slide.tree.iter("{*}stCxn", "{*}endCxn"))
    least = {"sections": 80, "notes": 150, "jumps": 150, "agendas": 2, "glued ends": 150}
    assert {name: held[name] for name, count in least.items() if held[name] < count} == {}


def test_a_deck_has_the_slides_and_notes_that_its_properties_count(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        said = {node.tag.rpartition("}")[2]: node.text for node in deck.parts["docProps/app.xml"]}
        assert (said["Slides"], said["Notes"]) == (str(len(deck.slides)), str(len(deck.all_of("notesSlide")))), name


slide = partial(first, r"ppt/slides/slide\d+\.xml")
spoken = partial(first, r"ppt/notesSlides/notesSlide\d+\.xml")
FAULTS: dict[str, tuple[Damage, str]] = {
    "a slide in no section": (put(MAIN, '<p14:sldId id="257"/>', ""), "the sections do not hold each slide once"),
    "sections out of order": (
        put(MAIN, '<p14:sldId id="256"/><p14:sldId id="257"/>', '<p14:sldId id="257"/><p14:sldId id="256"/>'),
        "and in order",
    ),
    "a nameless section": (put(MAIN, 'section name="[^"]*"', 'section name=" "'), "a section has no name"),
    "a section's number taken": (put(MAIN, r'(section [^>]*id=")[^"]*', r"\1{0}"), "no number of its own"),
    "a jump to nowhere": (slide(JUMPED, r"\1rIdNone\3"), "leads to no slide of the deck"),
    "a jump to a layout": (slide(JUMPED, r"\1rId1\3"), "leads to no slide of the deck"),
    "a tile to another slide": (
        put("ppt/slides/slide2.xml", r'(<a:hlinkClick r:id=")rId2(" action[^>]*/>)', r"\1rId3\2"),
        "does not lead to the section",
    ),
    "a forgotten tile": (put(MAIN, 'section name="Workstreams"', 'section name="Streams"'), "the agenda leaves out ['Streams']"),
    "silent notes": (spoken("<p:txBody>.*</p:txBody>", "<p:txBody><a:bodyPr/><a:p/></p:txBody>"), "the presenter says nothing"),
    "no master of notes": (put(MAIN, "<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""), "the deck has no master of notes"),
    "glue without a shape": (slide(r'<a:stCxn id="\d+"', '<a:stCxn id="999"'), "is glued to shape 999"),
    "glue at another side": (slide(r'(<a:stCxn id="\d+" idx=")0', r"\g<1>1"), "does not touch"),
    "a moved connector": (
        slide(r'(<p:cxnSp>(?:(?!</p:cxnSp>).)*stCxn(?:(?!</p:cxnSp>).)*<a:off x=")\d', r"\g<1>9"),
        "does not touch",
    ),
    "no title": (slide('<p:ph type="title"/>', '<p:ph type="body" idx="99"/>'), "it has no title"),
    "no marking": (slide(r'(?s)<p:sp>(?:(?!</p:sp>).)*type="ftr".*?</p:sp>', ""), "it has no marking"),
    "no edition": (slide(r'(?s)<p:sp>(?:(?!</p:sp>).)*type="dt".*?</p:sp>', ""), "it has no edition"),
    "a number that is text": (slide(r"<a:fld [^>]*>(.*?)</a:fld>", r"<a:r>\1</a:r>"), "its number is no field"),
    "a footer of its own": (
        slide(r'(type="ftr"[^>]*/></p:nvPr></p:nvSpPr>)<p:spPr/>', r"\1<p:spPr><a:xfrm/></p:spPr>"),
        "stand and look",
    ),
    "text that shrinks": (slide("<a:noAutofit/>", "<a:normAutofit/>"), "normAutofit stands in it"),
    "a layout that grows": (first(r"ppt/slideLayouts/.*\.xml", "<a:noAutofit/>", "<a:spAutoFit/>"), "spAutoFit stands in it"),
    "a long title": (slide('(<p:ph type="title"/>.*?<a:t>)', r"\1" + "A title that goes on and on " * 8), "lines"),
    "a title read last": (
        slide(r'(?s)(<p:sp>(?:(?!</p:sp>).)*type="title".*?</p:sp>)(.*)(</p:spTree>)', r"\2\1\3"),
        "is not read from",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_deck_is_found(docset: DocSet, tmp_path: Path, fault: str) -> None:
    damage, message = FAULTS[fault]
    assert [said for said in damaged(docset, tmp_path, damage) if message in said]


def damaged(docset: DocSet, folder: Path, damage: Damage) -> list[str]:
    file = folder / "deck.pptx"
    file.write_bytes(damage((docset.folder / DECK).read_bytes()))
    return faults(file)


def linked_notes(deck: Deck) -> Iterator[tuple[str, str]]:
    """The relationships of each page of notes and of its slide."""
    for item in deck.slides:
        for name in deck.follow(item.name, "notesSlide"):
            yield (
                name.replace("notesSlides/", "notesSlides/_rels/") + ".rels",
                item.name.replace("slides/", "slides/_rels/") + ".rels",
            )


def test_notes_that_lead_to_another_slide_or_to_no_master_are_found(
    docset: DocSet, decks: dict[str, Deck], tmp_path: Path
) -> None:
    own, _ = next(linked_notes(decks[DECK]))
    assert any("does not lead back" in said for said in damaged(docset, tmp_path, put(own, r"slides/slide\d+", "slides/slide1")))
    assert any(
        "another master" in said for said in damaged(docset, tmp_path, put(own, "<Relationship [^>]*notesMaster[^>]*>", ""))
    )


def test_a_page_of_notes_that_its_slide_does_not_name_or_that_is_missing_is_found(
    docset: DocSet, decks: dict[str, Deck], tmp_path: Path
) -> None:
    _, slides = next(linked_notes(decks[DECK]))
    lost = put(slides, "<Relationship [^>]*notesSlide[^>]*>", "")
    assert any("does not lead back" in said for said in damaged(docset, tmp_path, lost))
    gone = drop(decks[DECK].all_of("notesSlide")[0])
    assert any("notes that do not exist" in said for said in damaged(docset, tmp_path, gone))


@pytest.fixture(scope="module")
def resolved() -> Resolved:
    return resolve(load(open_project(ROOT / "content"))[0])


def test_the_notes_of_every_deck_are_filtered_and_read_by_the_proof(
    docset: DocSet, resolved: Resolved, decks: dict[str, Deck]
) -> None:
    """Words that the reader may not see, put into the notes of a deck as the presenter's, are named with their page."""
    project, leaks, pages = open_project(ROOT / "content", ROOT / "templates"), [], []
    hidden = {name: verify.expect(resolved, select(resolved, name)).hidden.triples for name in resolved.audiences.everyone}
    for row in (row for row in docset.rows if row.format == "pptx"):
        secret = " ".join(max(hidden[row.audience], key=lambda words: (len("".join(words)), words)))
        page = decks[row.path].all_of("notesSlide")[-1]
        leak = put(page, r"(<a:t>)[^<]*(</a:t></a:r></a:p></p:txBody>)", rf"\g<1>{secret}\2")
        leaks.append((row.path, leak((docset.folder / row.path).read_bytes()), row.audience))
        pages.append(page)
    said = [item.message for item in prove_files(project, leaks) if item.code == "B901"]
    for (path, _, _), page in zip(leaks, pages, strict=True):
        assert any(message.startswith(f"'{path}', {page}") for message in said), path
