"""What a document says of its numbers: footnotes beside sources, and numbers that lead into them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from briefs.model.models import Computed
from briefs.model.runs import Anchor, Link, Run, plain
from tests.compose.build import ENGINEER, EXECUTIVE, MARK, brief, cite, entry, fact, para, part, section, selection, source, use
from tests.compose.test_document import compose, entries, under


def test_footnotes_stand_beside_the_sources_of_the_facts_used_with_the_text_of_the_cited() -> None:
    chosen = selection(
        section("a", "First", para("At most ", use("fact", "f1", "8 nodes"), ". It closes. ", cite("f2"))),
        sources=(source("p"), source("q", date(2026, 10, 1)), source("unused")),
        facts=(fact("f1", "q"), fact("f2", "p", says="Idle links close."), fact("f3", "unused")),
    )
    made = compose(chosen, replace(brief(entry("a"), part("sources")), source_notes="footnotes"))
    assert [plain(note) for note in made.notes] == [
        "Page q, Publisher, as of 4 March 2026.",
        "Idle links close. Page p, Publisher, as of 4 March 2026.",
    ]
    assert entries(made, "Sources") == [
        ("", "Page p, Publisher, dated 4 March 2026. Idle links close.", ""),
        ("", "Page q, Publisher, dated 4 March 2026, read on 1 October 2026.", ""),
    ]
    assert (made.meta.checked, made.uses.facts) == ("1 October 2026", ("f1", "f2"))


def test_executives_numbers_lead_to_rows_of_the_sources_wherever_the_part_stands() -> None:
    chosen = selection(
        section("a", "First", para("At most ", use("fact", "f1", "8 nodes"), ".")),
        audience=EXECUTIVE,
        sources=(source("p"),),
        facts=(fact("f1", "p"),),
    )
    made = compose(chosen, brief(part("sources"), entry("a")))
    assert made.notes == ()
    assert entries(made, "Sources") == [("1", "Page p, Publisher, dated 4 March 2026.", "note-1")]
    assert Link((Run("[1]"),), Anchor("note-1"), "Page p, Publisher") in under(made, "First")[0].content  # type: ignore[union-attr]


def test_a_brief_may_ask_for_numbers_or_footnotes_whoever_reads_it() -> None:
    body = section("a", "First", para("At most ", use("fact", "f1", "8 nodes"), "."))
    for reader, asked, notes in (
        (ENGINEER, "numbers", 0),
        (EXECUTIVE, "footnotes", 1),
        (ENGINEER, None, 0),
        (EXECUTIVE, None, 0),
    ):
        chosen = selection(body, audience=reader, sources=(source("p"),), facts=(fact("f1", "p"),))
        made = compose(chosen, replace(brief(entry("a"), part("sources")), source_notes=asked))
        assert len(made.notes) == notes
        assert [label for label, _, _ in entries(made, "Sources")] == ["" if notes else "1"]


def test_an_entry_of_numbered_sources_says_all_that_a_footnote_would() -> None:
    claim = replace(fact("f2", "p", says="Idle links close."), kind="vendor-claim", as_of=date(2026, 5, 6))
    computed = Computed("m.x", "m", Decimal(12), "nodes", "result", "Owner", "Computed by the model “M”", ("f3",), MARK)
    body = para("At most ", use("fact", "f1", "8"), ". It closes. ", cite("f2"), use("result", "m.x", "12 nodes"))
    chosen = selection(
        section("a", "First", body),
        sources=(source("p"), source("q")),
        facts=(fact("f1", "p"), claim, fact("f3", "q")),
        results={"m.x": computed},
    )
    made = compose(chosen, replace(brief(entry("a"), part("sources")), source_notes="numbers"))
    whose = "in part the vendor's own statement, dated 4 March 2026, as of 6 May 2026"
    assert entries(made, "Sources") == [
        ("1", f"Page p, Publisher, {whose}. Idle links close.", "note-1"),
        ("2", "Computed by the model “M”. Claim f3. Page q, Publisher, as of 4 March 2026.", "note-2"),
        ("", "Page q, Publisher, dated 4 March 2026.", ""),
    ]
