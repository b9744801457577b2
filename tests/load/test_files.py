"""Files that cannot be read as they are: each one a located complaint, none of them opened further than it has to be."""

import os
import time
from pathlib import Path

import pytest

from briefs.load import load
from briefs.project import open_project
from tests.load.projects import read, report, write


def said(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, str, str]]:
    return [(item.code, str(item.origin), item.message) for item in read(folder, files)[1]]


def test_bytes_that_are_no_utf8_are_refused_at_their_place(tmp_path: Path) -> None:
    found = said(tmp_path, {"terms.yaml": b"audience: all\n# caf" + b"\xe9\n"})
    assert found == [("B101", "content/terms.yaml:2:6", "byte 0xE9 is not UTF-8 text")]


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    found = said(tmp_path, {"terms.yaml": b"\xef\xbb\xbfaudience: all\nterms: []\n"})
    assert found == [("B101", "content/terms.yaml:1:1", "the file begins with a byte order mark")]


def test_line_ends_of_two_characters_are_read_with_a_warning(tmp_path: Path) -> None:
    corpus, found = read(tmp_path, {"terms.yaml": b"audience: all\r\nterms: [{id: x, name: X, definition: D}]\r\n"})
    assert [(item.severity, item.code, str(item.origin)) for item in found] == [("warning", "B101", "content/terms.yaml:1:14")]
    assert list(corpus.terms) == ["x"]


@pytest.mark.parametrize(
    ("character", "name"), [("\x00", "U+0000"), ("\ue000", "U+E000"), ("\u200b", "U+200B"), ("\r", "U+000D")]
)
def test_characters_that_nobody_sees_are_refused_at_their_place(character: str, name: str, tmp_path: Path) -> None:
    found = said(tmp_path, {"terms.yaml": f"audience: all\nterms: [] # {character}x\n"})
    assert found == [("B102", "content/terms.yaml:2:13", f"a character that nobody sees: {name}")]


def test_a_file_of_fifty_megabytes_is_not_opened(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    with (content / "terms.yaml").open("wb") as file:
        file.truncate(50_000_000)
    began = time.process_time()
    _, found = load(open_project(content))
    assert time.process_time() - began < 2
    assert [(item.code, item.message) for item in found] == [("B112", "a file of 50,000,000 bytes")]


def test_a_link_out_of_content_is_refused(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    (tmp_path / "secret.yaml").write_text("audience: all\nterms: []\n")
    (content / "terms.yaml").symlink_to(tmp_path / "secret.yaml")
    (content / "facts").symlink_to(tmp_path)
    _, found = load(open_project(content))
    assert [(str(item.origin), item.message) for item in found] == [
        ("content/facts:1:1", "a symbolic link to a folder"),
        ("content/terms.yaml:1:1", "a symbolic link that leaves content/"),
    ]


def test_a_link_to_nothing_and_a_link_to_itself_are_refused(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    (content / "terms.yaml").symlink_to(content / "nothing.yaml")
    (content / "units.yaml").symlink_to(content / "units.yaml")
    _, found = load(open_project(content))
    assert [(item.code, str(item.origin)) for item in found] == [
        ("B101", "content/terms.yaml:1:1"),
        ("B101", "content/units.yaml:1:1"),
    ]


def test_a_pipe_does_not_hang_the_reader(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    os.mkfifo(content / "terms.yaml")
    _, found = load(open_project(content))
    assert [item.message for item in found] == ["not an ordinary file"]


def test_a_project_without_audiences_or_edition_says_so(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    corpus, found = load(open_project(content))
    assert [str(item.origin) for item in found] == ["content/audiences.yaml:1:1", "content/edition.yaml:1:1"]
    assert not corpus.audiences.rows


def test_an_empty_list_in_each_file_is_no_fault(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms.yaml": "terms: []\n",
        "units.yaml": "units: []\n",
        "facts/a.yaml": "facts: []\n",
        "registers/asks.yaml": "register: asks\nrecords: []\n",
        "README.md": "For authors.\n",
        "media/notes.md": "Not read.\n",
        ".hidden/x.yaml": "hidden: yes\n",
    }
    assert report(*read(tmp_path, files)) == ""


@pytest.mark.parametrize("written", ["[]", "", '""', "[us, ]", "{us: them}"])
def test_an_audience_that_names_nobody_is_never_everyone(written: str, tmp_path: Path) -> None:
    term = f"audience: all\nterms:\n  - id: x\n    name: X\n    definition: D\n    audience: {written}\n"
    corpus, found = read(tmp_path, {"terms.yaml": term})
    if written == "[us, ]":
        assert corpus.terms["x"].mark.tag
        assert corpus.terms["x"].mark.tag.names == ("us",)
    else:
        assert [(item.code, item.origin and item.origin.line) for item in found] == [("B103", 6)]
        assert not corpus.terms


HOSTILE = {
    "deep brackets": "a: " + "[" * 100_000,
    "deep braces": "{a: " * 100_000,
    "deep dashes": "- " * 100_000,
    "many keys": "".join(f"k{number}: v\n" for number in range(60_000)),
    "one long line": "a: " + "x" * 900_000,
    "quotes": "a: " + '"' * 900_000,
    "colons": ": " * 400_000,
    "questions": "? " * 400_000,
    "percent": "%" * 900_000,
    "bars": "|" * 900_000,
    "stars": "*a " * 300_000,
    "comments": "# x\n" * 200_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("file", ["terms.yaml", "registers/asks.yaml"])
def test_hostile_yaml_is_answered_within_two_seconds(name: str, file: str, tmp_path: Path) -> None:
    content = write(tmp_path, {file: HOSTILE[name]})
    began = time.process_time()
    _, found = load(open_project(content))
    assert time.process_time() - began < 2
    assert found
    assert all(item.origin and item.origin.path == f"content/{file}" for item in found)


def told(content: Path) -> list[tuple[str, str]]:
    return [(str(item.origin), item.message) for item in load(open_project(content))[1] if item.code == "B101" and item.hint]


@pytest.mark.parametrize("name", ["facts", "sections", "media"])
def test_a_file_in_the_place_of_a_folder_is_told(name: str, tmp_path: Path) -> None:
    content = write(tmp_path, {name: "A note.\n"})
    assert told(content) == [(f"content/{name}:1:1", f"a file where the folder '{name}/' belongs")]


def test_links_to_nothing_and_in_a_circle_in_the_place_of_folders_are_told(tmp_path: Path) -> None:
    content = write(tmp_path, {"sections/a/x.txt": "Not read.\n"})
    (content / "facts").symlink_to(content / "nowhere")
    (content / "registers").symlink_to(content / "registers")
    (content / "sections/a/again").symlink_to(content / "sections")
    (content / ".#lock").symlink_to("nobody@nowhere")
    assert told(content) == [
        ("content/facts:1:1", "a symbolic link that leads to no file"),
        ("content/registers:1:1", "a symbolic link that leads to no file"),
        ("content/sections/a/again:1:1", "a symbolic link to a folder"),
    ]


def test_a_folder_that_cannot_be_listed_is_told_and_what_it_would_hold_is_not_missed(tmp_path: Path) -> None:
    content = write(tmp_path, {"facts/a.yaml": "audience: all\nfacts: []\n"})
    part = "n" * 200
    _nest(content / "facts", part)
    corpus, found = load(open_project(content))
    (complaint,) = found
    assert complaint.code == "B101"
    assert complaint.message.startswith("the folder cannot be read: ")
    assert complaint.origin
    assert complaint.origin.path.startswith(f"content/facts/{part}/{part}")
    assert 2 < complaint.origin.path.count(part) <= DEPTH
    assert corpus.unread == {"fact"}


DEPTH = 25
"""With names of 200 characters a path is longer then than any system call takes."""


def _nest(folder: Path, part: str) -> None:
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(DEPTH):
        os.mkdir(part, dir_fd=handle)
        inner = os.open(part, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)
