"""What publishing leaves in the output folder: the edition, and whatever a person put there."""

import os
from pathlib import Path

import pytest

from briefs.publish import folder, is_current
from tests.publish.editions import BLUE, DECK, OVERVIEW, artifact, edition, held, is_whole, put, touched


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def test_a_first_edition_is_all_there(out: Path) -> None:
    published = put(out, edition())
    assert published.written == (BLUE, OVERVIEW, DECK)
    assert sorted(held(out)) == [
        ".inputs",
        BLUE,
        "Blue & Sons/index.html",
        OVERVIEW,
        DECK,
        "Red/index.html",
        "manifest.json",
    ]
    assert is_whole(out)


def test_a_second_publication_of_the_same_touches_nothing(out: Path) -> None:
    put(out, edition())
    before = touched(out)
    published = put(out, edition())
    assert not published.changed
    assert touched(out) == before


def test_an_unchanged_file_is_the_same_file_in_the_next_edition(out: Path) -> None:
    put(out, edition())
    before = {name: (out / name).stat() for name in (OVERVIEW, DECK, BLUE)}
    published = put(out, edition("two"))
    assert (published.written, published.unchanged) == ((OVERVIEW,), (BLUE, DECK))
    for name in (DECK, BLUE):
        assert ((out / name).stat().st_ino, (out / name).stat().st_mtime_ns) == (before[name].st_ino, before[name].st_mtime_ns)
    assert (out / OVERVIEW).read_bytes() == b"overview two"


def test_a_file_that_a_person_changed_is_kept_under_another_name(out: Path) -> None:
    put(out, edition())
    (out / OVERVIEW).write_bytes(b"by hand")
    published = put(out, edition())
    assert published.kept == ("Red/Overview (edited).docx",)
    assert published.written == (OVERVIEW,)
    assert (out / "Red/Overview (edited).docx").read_bytes() == b"by hand"
    assert (out / OVERVIEW).read_bytes() == b"overview one"


def test_a_second_change_by_hand_gets_a_name_of_its_own(out: Path) -> None:
    put(out, edition())
    for words in (b"first", b"second", b"third"):
        (out / OVERVIEW).write_bytes(words)
        put(out, edition())
    names = ["Red/Overview (edited).docx", "Red/Overview (edited 2).docx", "Red/Overview (edited 3).docx"]
    assert [(out / name).read_bytes() for name in names] == [b"first", b"second", b"third"]


def test_a_change_by_hand_that_the_build_makes_too_needs_no_copy(out: Path) -> None:
    put(out, edition())
    (out / OVERVIEW).write_bytes(b"overview two")
    assert put(out, edition("two")).kept == ()


def test_a_changed_file_of_a_product_that_is_no_longer_made_is_kept(out: Path) -> None:
    put(out, edition())
    (out / OVERVIEW).write_bytes(b"by hand")
    published = put(out, edition()[1:])
    assert published.kept == ("Red/Overview (edited).docx",)
    assert OVERVIEW not in held(out)


def test_a_file_that_was_in_the_place_of_a_first_product_is_kept(out: Path) -> None:
    (out / "Red").mkdir(parents=True)
    (out / OVERVIEW).write_bytes(b"a person's own")
    assert put(out, edition()).kept == ("Red/Overview (edited).docx",)
    assert (out / "Red/Overview (edited).docx").read_bytes() == b"a person's own"


@pytest.mark.parametrize("name", ["Red/index.html", "manifest.json"])
def test_a_page_that_a_person_changed_is_kept_and_written_again(out: Path, name: str) -> None:
    put(out, edition())
    before = held(out)
    with (out / name).open("a") as page:
        page.write("\n")
    published = put(out, edition("one"))
    stem, _, suffix = name.rpartition(".")
    assert published.kept == (f"{stem} (edited).{suffix}",)
    assert (out / name).read_bytes() == before[name]


def test_a_file_in_the_place_of_a_folder_is_kept(out: Path) -> None:
    out.mkdir()
    (out / "Red").write_bytes(b"a note")
    assert put(out, edition()).kept == ("Red (edited)",)
    assert is_whole(out)


def test_removed_products_go_and_with_them_their_page(out: Path) -> None:
    put(out, edition())
    published = put(out, edition()[:2])
    assert published.removed == (BLUE,)
    assert not (out / "Blue & Sons").exists()
    assert is_whole(out)


def test_a_partial_build_keeps_the_others(out: Path) -> None:
    put(out, edition())
    published = put(out, [artifact(OVERVIEW, b"overview two")], complete=False)
    assert published.removed == ()
    assert [row.path for row in published.rows] == [BLUE, OVERVIEW, DECK]
    assert is_whole(out)
    assert b"blue" in held(out).values()


def test_a_partial_build_leaves_a_changed_file_of_others_alone(out: Path) -> None:
    put(out, edition())
    (out / BLUE).write_bytes(b"by hand")
    published = put(out, [artifact(OVERVIEW, b"overview two")], complete=False)
    assert published.kept == ()
    assert (out / BLUE).read_bytes() == b"by hand"
    assert put(out, edition("two")).kept == ("Blue & Sons/Overview (edited).docx",)


def test_a_partial_build_does_not_list_what_a_person_removed(out: Path) -> None:
    put(out, edition())
    (out / BLUE).unlink()
    assert [row.path for row in put(out, edition()[:1], complete=False).rows] == [OVERVIEW, DECK]
    assert not (out / "Blue & Sons/index.html").exists()


def test_a_persons_own_files_links_and_folders_stay(out: Path) -> None:
    (out / "empty").mkdir(parents=True)
    (out / "notes").mkdir()
    (out / ".gitignore").write_text("*\n!.gitignore\n")
    (out / "notes/index.html").write_text("mine")
    (out / "notes/away.txt").symlink_to("/nowhere")
    (out / "elsewhere").symlink_to(out.parent)
    for words in ("one", "two"):
        put(out, edition(words))
        assert (out / ".gitignore").read_text() == "*\n!.gitignore\n"
        assert (out / "notes/index.html").read_text() == "mine"
        assert os.readlink(out / "notes/away.txt") == "/nowhere"
        assert (out / "elsewhere").is_symlink()
        assert (out / "empty").is_dir()


def test_a_disk_without_links_gets_copies(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*names: object, **options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    put(out, edition())
    (out / "note.txt").write_text("mine")
    monkeypatch.setattr(folder.os, "link", refuse)
    put(out, edition("two"))
    assert is_whole(out)
    assert (out / "note.txt").read_text() == "mine"


def test_a_file_in_the_place_of_the_output_folder_is_refused_and_left(out: Path) -> None:
    out.write_text("mine")
    with pytest.raises(NotADirectoryError):
        put(out, edition())
    assert out.read_text() == "mine"


def test_a_build_knows_whether_its_work_is_done(out: Path) -> None:
    assert not is_current(out, "x")
    put(out, edition(), inputs="x")
    assert is_current(out, "x")
    assert not is_current(out, "y")


@pytest.mark.parametrize("name", [OVERVIEW, "Red/index.html", "manifest.json", ".inputs"])
def test_a_folder_that_lacks_something_is_not_current(out: Path, name: str) -> None:
    put(out, edition(), inputs="x")
    (out / name).unlink()
    assert not is_current(out, "x")


@pytest.mark.parametrize("name", [OVERVIEW, "Red/index.html", "manifest.json"])
def test_a_folder_in_which_something_was_changed_is_not_current(out: Path, name: str) -> None:
    put(out, edition(), inputs="x")
    (out / name).write_bytes((out / name).read_bytes() + b" ")
    assert not is_current(out, "x")
