"""A project's own templates, as its designer leaves them in the folder: which file is meant, and what is wrong with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.project import engine_templates
from tests.cli.running import Run
from tests.verify.damage import Damage, put

WORD, DECK = "word/brief.docx", "powerpoint/deck.pptx"
STYLE = put("word/styles.xml", 'w:val="Card Title"', 'w:val="Card Titel"')
LAYOUT = put("ppt/slideLayouts/slideLayout1.xml", '<p:cSld name="title">', '<p:cSld name="Titel">')
COLOUR = put("ppt/theme/theme1.xml", '<a:accent1><a:srgbClr val="[0-9A-F]+"', '<a:accent1><a:srgbClr val="112233"')

pytestmark = pytest.mark.slow


@pytest.fixture
def templates(library: Path) -> Path:
    return Path(shutil.copytree(engine_templates(), library / "templates"))


def edit(file: Path, damage: Damage) -> None:
    file.write_bytes(damage(file.read_bytes()))


def as_template(file: Path) -> None:
    """Turn a document into the template that Office makes of it."""
    edit(file, put("[Content_Types].xml", r"(document|presentation)\.main\+xml", "template.main+xml"))
    file.rename(file.with_suffix({".docx": ".dotx", ".pptx": ".potx"}[file.suffix]))


def test_a_dotx_and_a_potx_are_found_where_there_is_no_document(briefs: Run, library: Path, templates: Path) -> None:
    as_template(templates / WORD)
    as_template(templates / DECK)
    assert briefs("check").returncode == 0
    assert briefs("build").returncode == 0
    assert {file.suffix for file in (library / "build").rglob("*.*x")} == {".docx", ".pptx"}


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "two for one": (
        lambda folder: shutil.copy(folder / WORD, folder / "word/brief.dotx"),
        "there are two templates for one, 'word/brief.docx' and 'word/brief.dotx'; keep the one that is meant",
    ),
    "none": (
        lambda folder: (folder / DECK).unlink(),
        "there is no template 'powerpoint/deck.pptx' or 'powerpoint/deck.potx'; copy it from the engine's own templates",
    ),
    "one with macros": (
        lambda folder: (folder / WORD).rename(folder / "word/brief.docm"),
        "there is no template 'word/brief.docx' or 'word/brief.dotx'; save 'brief.docm' as 'brief.docx', without macros",
    ),
    "one cut off": (
        lambda folder: (folder / DECK).write_bytes((folder / DECK).read_bytes()[:9_000]),
        "the deck template cannot be unpacked: File is not a zip file; save it again, as .pptx or .potx",
    ),
    "a renamed style": (
        lambda folder: edit(folder / WORD, STYLE),
        "the Word template lacks the paragraph style 'Card Title'; did you mean 'Card Titel'? Then give it its name back",
    ),
    "a renamed layout": (
        lambda folder: edit(folder / DECK, LAYOUT),
        "the deck template has no layout 'title'; add a layout",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_check_and_build_stop_with_one_complaint_before_anything_is_written(
    briefs: Run, library: Path, templates: Path, fault: str
) -> None:
    plant, message = FAULTS[fault]
    plant(templates)
    for command in ("check", "build"):
        done = briefs(command, "--quiet")
        assert done.returncode == 1, done.stderr
        assert message in done.stderr.replace("\n    hint: ", "; ")
        assert done.stderr.splitlines()[-1] == "1 error, 0 warnings"
    assert not (library / "build").exists()


def test_check_says_where_a_template_differs_from_the_brand_and_the_template_wins(
    briefs: Run, library: Path, templates: Path
) -> None:
    edit(templates / DECK, COLOUR)
    done = briefs("check")
    assert done.returncode == 0
    assert (
        "warning[B602]: colour 'primary' is #112233 in the deck template and #0F5EA8 in brand.yaml; the template wins"
        in done.stderr
    )


def test_tokens_that_cannot_be_read_are_named(briefs: Run, templates: Path) -> None:
    brand = templates / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace('"#0F5EA8"', '"blue"'), "utf-8")
    done = briefs("check")
    assert done.returncode == 1
    assert "error[B603]: the tokens in 'brand.yaml' cannot be read: 'colours.primary' must be a colour" in done.stderr
