"""References of every kind: what binds, what is refused, and what is said of it."""

from pathlib import Path

import pytest

from briefs.check import Strictness, check
from briefs.diagnostics import Diagnostic
from briefs.load import load
from briefs.project import open_project
from tests.check.kinds import ALL_KINDS, UNLABELLED, files, target
from tests.check.projects import UNUSED, write

WAYS = {
    "plain": "[[{kind}:{all}]].",
    "label": "[our words]({kind}:{all}).",
    "hidden": "[[{kind}:{us}]].",
    "hidden label": "[our words]({kind}:{us}).",
    "narrowed": "Words [and [[{kind}:{us}]]]{{audience=us}}.",
    "unknown": "[[{kind}:{all}l]].",
}
HEAD = "---\nid: text-{kind}\ntitle: Title\naudience: all\nowner: Sales lead\nreviewed: 2026-11-20\n---\n"
Said = dict[tuple[str, str], list[Diagnostic]]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """(Way of referring, kind) -> what is said of it; one project for each way."""
    found: Said = {(way, kind): [] for way in WAYS for kind in (*ALL_KINDS, "")}
    for way, written in WAYS.items():
        texts = {kind: written.format(kind=kind, all=target(kind), us=target(kind, "us")) for kind in ALL_KINDS}
        sections = {f"sections/text-{kind}.md": f"{HEAD.format(kind=kind)}{text}\n" for kind, text in texts.items()}
        for item in _complaints(tmp_path_factory.mktemp("way"), {**files(), **sections}):
            stem = Path(item.origin.path).stem if item.origin else ""
            found[way, stem.removeprefix("text-") if stem.startswith("text-") else ""].append(item)
    return found


def _complaints(folder: Path, content: dict[str, str]) -> list[Diagnostic]:
    corpus, found = load(open_project(write(folder, {**content})))
    judged = check(corpus, Strictness(False, corpus.edition.date))
    return [item for item in (*found, *judged) if item.code not in UNUSED]


@pytest.mark.parametrize("way", WAYS)
def test_the_targets_themselves_are_without_a_fault(said: Said, way: str) -> None:
    assert [str(item) for item in said[way, ""]] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_reference_binds_where_all_who_read_it_may_read_its_target(said: Said, kind: str) -> None:
    assert [str(item) for item in (*said["plain", kind], *said["narrowed", kind])] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_target_that_some_readers_may_not_see_is_an_error_that_names_them(said: Said, kind: str) -> None:
    (found,) = said["hidden", kind]
    hidden = target(kind, "us")
    assert (found.code, found.severity, found.message) == (
        "B202",
        "error",
        f"{kind} '{hidden}' is hidden from buyer, who read this text",
    )
    assert [item.code for item in said["hidden label", kind]] == (["B202", "B203"] if kind in UNLABELLED else ["B202"])


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_unknown_target_is_an_error_with_the_nearest_name(said: Said, kind: str) -> None:
    (found,) = said["unknown", kind]
    assert (found.code, found.message, found.hint) == (
        "B201",
        f"unknown {kind} '{target(kind)}l'",
        f"did you mean '{target(kind)}'?",
    )


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_label_is_taken_by_what_has_a_title(said: Said, kind: str) -> None:
    assert [item.code for item in said["label", kind]] == (["B203"] if kind in UNLABELLED else [])
