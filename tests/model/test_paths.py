"""Where a product is written, and how its own id is made."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.document import Document, Paragraph
from briefs.model.identity import identify
from briefs.model.origin import Origin
from briefs.model.paths import product_path
from briefs.model.runs import Link, NoteMark, Run, Url, plain
from tests.check.products import BRIEF, META, READER, slide

TEXT = Document(META, (Paragraph((Run("One."),)),), (), 1)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{organisation}/{title}", "Us/X"),
        ("{organisation}/{title} for {reader}s", "Us/X for Executives"),
        ("{audience}", "sales"),
        ("plain", "plain"),
    ],
)
def test_a_pattern_is_filled_in_for_an_audience(pattern: str, path: str) -> None:
    assert product_path(replace(BRIEF, path=pattern), READER) == path


@pytest.mark.parametrize("pattern", ["{organization}", "{}", "{title!r}", "{title.__class__}", "{title:>9}", "{0}", "{", "}"])
def test_what_is_no_placeholder_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"placeholder|'[{}]'"):
        product_path(replace(BRIEF, path=pattern), READER)


def test_an_id_is_eight_digits_of_what_is_shown_and_of_the_template() -> None:
    first = identify(TEXT, b"template")
    assert len(first) == 8
    assert int(first, 16) >= 0
    assert identify(TEXT, b"template") == first
    assert identify(TEXT, b"another") != first
    assert identify(replace(TEXT, blocks=(Paragraph((Run("Two."),)),)), b"template") != first


def test_where_a_slide_was_written_is_not_in_its_decks_id() -> None:
    assert repr(replace(slide(), origin=Origin("content/x.md", 4, 1))) == repr(slide())


def test_an_id_is_the_same_in_every_process() -> None:
    code = "from tests.model.test_paths import *; print(identify(TEXT, b'template'))"
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert made == {identify(TEXT, b"template")}


def test_plain_text_leaves_looks_and_marks_out() -> None:
    assert plain((Run("a", bold=True), Link((Run("b"),), Url("https://example.org")), NoteMark(1), Run("c"))) == "abc"
