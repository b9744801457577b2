"""One person's broken draft blocks nobody: whatever is wrong with it is a warning, and it is never selected."""

from pathlib import Path

import pytest

from briefs.check import Strictness, check
from briefs.diagnostics import Diagnostic
from briefs.load import load
from briefs.model.content import Corpus
from briefs.project import open_project
from briefs.resolve import resolve
from briefs.select import select
from tests.check.projects import BASE, write

HEAD = "---\nid: later\ntitle: Later\naudience: all\nowner: Sales lead\nreviewed: 2026-11-20\nstatus: draft\n---\n"
NAMED = BASE["briefs/base.yaml"].replace("  - section: base\n", "  - section: base\n  - section: later\n")
RECORD = "\n  - {id: later, title: L, owner: Sales lead, why: W., status: draft}\n"
SECTIONS = {
    "a container that is not closed": HEAD + "::: audience us\nText.\n",
    "a reference to nothing": HEAD + "A [[term:hob]] of [[fact:none]] and [[kind:x]].\n",
    "an audience that does not exist": HEAD + "Text. {audience=nobody}\n",
    "a number without a fact": HEAD + "It costs $500.\n",
    "a forbidden spelling": HEAD + "A Falcon.\n",
    "raw HTML": HEAD + "<b>Text</b>\n",
    "a picture that is missing": HEAD + '::: figure "A box"\n![A box](media/none.png)\n:::\n',
    "a table with ragged rows": HEAD + "| a | b |\n|---|---|\n| c |\n",
    "markup in its title": HEAD.replace("title: Later", "title: 'Later [x]{audience=nobody} [[term:hob]] <b>'") + "Text.\n",
    "a title that prints itself": HEAD.replace("title: Later", "title: 'Later [[section:later]]'") + "Text.\n",
    "a field that is missing": HEAD.replace("owner: Sales lead\n", "") + "Text.\n",
    "a field that is unknown": HEAD.replace("owner:", "ownr: x\nowner:") + "Text.\n",
    "an audience that is missing": HEAD.replace("audience: all\n", "") + "Text.\n",
    "YAML that cannot be read": HEAD.replace("title: Later", "title: 'Later") + "Text.\n",
    "a key twice": HEAD.replace("title: Later", "title: Later\ntitle: Later") + "Text.\n",
}
RECORDS = {
    "a reference to nothing": RECORD.replace("W.", "'A [[term:hob]].'"),
    "a field that is missing": RECORD.replace(", why: W.", ""),
    "a field that is unknown": RECORD.replace("why:", "wy: x, why:"),
    "an audience that does not exist": RECORD.replace("status", "audience: nobody, status"),
    "markup that does not exist": RECORD.replace("W.", "'<b>W</b> [x]{y=z}'"),
    "the id of a record": RECORD.replace("later", "no-red"),
}
BRIEFS = {
    "a part that is missing": "brief: x\ntitle: X\nsubtitle: S\nowner: O\naudience: all\nformats: [docx]\n"
    + "status: draft\noutline:\n  - section: bass\n",
    "a field that is missing": "brief: x\nstatus: draft\n",
    "YAML that cannot be read": "brief: x\nstatus: draft\ntitle: 'X\n",
    "markup in its title": BASE["briefs/base.yaml"]
    .replace("title: Boxes", "status: draft\ntitle: '<b> [[term:x]]'")
    .replace("brief: base", "brief: x"),
    "the id of a brief": BASE["briefs/base.yaml"].replace("title:", "status: draft\ntitle:"),
}
FILES = [
    *(
        pytest.param({"sections/later.md": text, "briefs/base.yaml": NAMED}, id=f"section: {name}")
        for name, text in SECTIONS.items()
    ),
    *(
        pytest.param({"registers/non-goals.yaml": BASE["registers/non-goals.yaml"].rstrip("\n") + text}, id=f"record: {name}")
        for name, text in RECORDS.items()
    ),
    *(pytest.param({"briefs/a.yaml": text}, id=f"brief: {name}") for name, text in BRIEFS.items()),
]


def judged(folder: Path, files: dict[str, str | bytes], release: bool = False) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    corpus, found = load(open_project(write(folder, files)))
    return corpus, (*found, *check(corpus, Strictness(release, corpus.edition.date)))


@pytest.mark.parametrize("files", FILES)
def test_a_broken_draft_is_warned_of_and_changes_nothing_that_is_selected(files: dict[str, str | bytes], tmp_path: Path) -> None:
    corpus, found = judged(tmp_path / "draft", files)
    assert {item.severity for item in found} == {"warning"}
    bare, _ = judged(tmp_path / "bare", {})
    for audience in ("sales", "support", "buyer"):
        mine, theirs = (select(resolve(each), audience) for each in (corpus, bare))
        assert list(mine.sections) == list(theirs.sections)
        assert [len(item.records) for item in mine.registers.values()] == [
            len(item.records) for item in theirs.registers.values()
        ]
        assert [item.title for item in mine.briefs.values()] == [item.title for item in theirs.briefs.values()]


@pytest.mark.parametrize("text", SECTIONS.values(), ids=SECTIONS)
def test_an_outline_that_names_a_broken_draft_is_refused_by_a_release(text: str, tmp_path: Path) -> None:
    _, found = judged(tmp_path, {"sections/later.md": text, "briefs/base.yaml": NAMED}, release=True)
    assert [(item.code, item.message) for item in found if item.severity == "error"] == [
        ("B404", "section 'later' is a draft; 'base' is built without it")
    ]


def test_a_broken_draft_hides_no_fault_of_others(tmp_path: Path) -> None:
    live = BASE["sections/base.md"].replace("away.", "away, see [[section:later]], [[section:latter]] and [[non-goal:latest]].")
    files = {
        "sections/base.md": live,
        "sections/later.md": SECTIONS["a field that is missing"],
        "registers/non-goals.yaml": BASE["registers/non-goals.yaml"].rstrip("\n") + RECORDS["a field that is missing"],
    }
    _, found = judged(tmp_path, files)
    assert [item.message for item in found if item.severity == "error"] == [
        "section 'later' is a draft, and in no product",
        "unknown section 'latter'",
        "unknown non-goal 'latest'",
    ]


@pytest.mark.parametrize("name", ["a-copy", "z-copy"])
def test_a_copy_that_keeps_the_id_of_its_original_takes_nothing_from_it(name: str, tmp_path: Path) -> None:
    copied = BASE["sections/base.md"].replace("audience: all", "audience: all\nstatus: draft").replace("away", "far away")
    corpus, found = judged(tmp_path, {f"sections/{name}.md": copied})
    assert [(item.severity, item.code) for item in found if item.code == "B105"] == [("warning", "B105")]
    assert not corpus.sections["base"].draft
