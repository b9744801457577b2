"""The template as a designer owns it: what it must hold, what the brand writes into it, and that an edit is seen."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.diagnostics import ContentError
from briefs.load.brand import BrandError, parse_brand
from briefs.model.brand import Brand
from briefs.render.ooxml.package import Part, write_package
from briefs.render.word import open_template, render
from briefs.render.word.template import check, write_tokens
from tests.render.word import sample
from tests.render.word.read import Brief

ROOT = Path(__file__).parents[3]
PACKAGE = sample.TEMPLATE.read_bytes()


@pytest.fixture
def brand() -> Brand:
    return parse_brand((ROOT / "templates" / "brand.yaml").read_text("utf-8"))


def edited(part: str, old: str, new: str) -> bytes:
    """The template after a designer's edit, by pattern."""
    with zipfile.ZipFile(io.BytesIO(PACKAGE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed, count = re.subn(old, new, parts[part].decode(), flags=re.S)
    assert count
    return write_package(Part(name, changed.encode() if name == part else data) for name, data in parts.items())


def test_the_committed_template_keeps_the_contract_and_every_token(brand: Brand) -> None:
    assert check(PACKAGE, brand) == []


def test_a_missing_style_is_an_error_that_names_it_and_the_nearest_one(brand: Brand) -> None:
    package = edited("word/styles.xml", 'w:val="Card Title"', 'w:val="Card Titel"')
    found = check(package, brand)
    assert [(item.severity, item.code) for item in found] == [("error", "B601")]
    assert "lacks the paragraph style 'Card Title'" in found[0].message
    assert "Card Titel" in found[0].hint
    with pytest.raises(ContentError):
        open_template(package)


def test_a_list_style_that_lost_its_numbering_is_an_error(brand: Brand) -> None:
    package = edited("word/styles.xml", r'(w:val="List Bullet"/>.*?)<w:numPr>.*?</w:numPr>', r"\1")
    assert [item.message for item in check(package, brand)] == ["the style 'List Bullet' of the Word template has no numbering"]


def test_a_footer_without_marking_and_a_template_without_landscape_are_errors(brand: Brand) -> None:
    with zipfile.ZipFile(io.BytesIO(PACKAGE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bare = write_package(Part(name, data.replace(b"{marking}", b"public")) for name, data in parts.items())
    assert "no header or footer of the Word template shows '{marking}'" in [item.message for item in check(bare, brand)]
    upright = edited("word/document.xml", ' w:orient="landscape"', "")
    assert [item.message for item in check(upright, brand)] == ["the Word template has no landscape section"]


def test_a_token_that_differs_is_reported_with_both_values_and_the_template_wins(brand: Brand) -> None:
    package = edited("word/theme/theme1.xml", '<a:accent1><a:srgbClr val="0F5EA8"/>', '<a:accent1><a:srgbClr val="112233"/>')
    found = check(package, brand)
    assert [item.severity for item in found] == ["warning"]
    assert found[0].message == "colour 'primary' is #112233 in the Word template and #0F5EA8 in brand.yaml; the template wins"
    assert b"112233" in Brief(render(sample.document(), open_template(package))).parts["word/theme/theme1.xml"]


@pytest.mark.parametrize(
    ("part", "old", "new", "message"),
    [
        (
            "word/theme/theme1.xml",
            r"(<a:accent1>)<a:srgbClr (val=)",
            r"\1<a:sysClr \2",
            "colour 'primary' is not set in the Word template",
        ),
        (
            "word/styles.xml",
            r'(w:val="heading 1"/>.*?)<w:sz w:val="40"/><w:szCs w:val="40"/>',
            r"\1",
            "size 'heading-1' of 'heading 1'",
        ),
        ("word/header2.xml", "<w:r>.*</w:r>", "", "wordmark is not set in the Word template and 'VAST on Azure' in brand.yaml"),
    ],
)
def test_a_token_that_the_template_leaves_open_is_told_and_not_written(
    brand: Brand, part: str, old: str, new: str, message: str
) -> None:
    package = edited(part, old, new)
    (found,) = check(package, brand)
    assert (found.severity, found.code) == ("warning", "B602")
    assert found.message.startswith(message)
    assert "'make templates' writes only what is set already" in found.hint
    assert check(write_tokens(package, brand), brand) == [found]


def test_writing_tokens_touches_the_parts_that_hold_them_and_nothing_else(brand: Brand) -> None:
    other = replace(
        brand,
        wordmark="Another name",
        colours=replace(brand.colours, primary="123456"),
        fonts=replace(brand.fonts, code="Cambria"),
        word=replace(brand.word, heading_2=15),
    )
    before, after = Brief(PACKAGE), Brief(write_tokens(PACKAGE, other))
    assert after.names == before.names
    changed = {name for name in before.names if before.parts[name] != after.parts[name]}
    assert changed == {"word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/header2.xml"}
    assert check(write_tokens(PACKAGE, other), other) == []
    messages = {item.message.partition(" is ")[0] for item in check(PACKAGE, other)}
    assert messages == {"wordmark", "colour 'primary'", "font 'code'", "size 'heading-2' of 'heading 2'"}


def test_tokens_that_are_there_already_change_no_part(brand: Brand) -> None:
    assert Brief(write_tokens(PACKAGE, brand)).parts == Brief(PACKAGE).parts


def test_a_designers_edit_of_a_style_is_seen_in_the_product() -> None:
    package = edited("word/styles.xml", r'(w:val="heading 1"/>.*?<w:sz w:val=)"40"', r'\1"52"')
    styles = Brief(render(sample.document(), open_template(package))).parts["word/styles.xml"].decode()
    assert re.search(r'w:val="heading 1"/>(?:(?!</w:style>).)*<w:sz w:val="52"/>', styles, re.S)


def test_a_renamed_style_id_is_followed() -> None:
    package = edited("word/styles.xml", '"BodyText"', '"Textkoerper"')
    made = Brief(render(sample.document(), open_template(package)))
    assert "Textkoerper" in made.values("//w:pStyle/@w:val")
    assert "BodyText" not in made.values("//w:pStyle/@w:val")


def test_a_dotx_loads_as_a_docx_does() -> None:
    template = edited("[Content_Types].xml", r"wordprocessingml\.document\.main\+xml", "wordprocessingml.template.main+xml")
    made = Brief(render(sample.document(), open_template(template)))
    assert made.parts == Brief(render(sample.document(), sample.template())).parts


def test_what_tells_of_a_designers_machine_does_not_travel() -> None:
    package = edited(
        "word/settings.xml",
        "<w:zoom",
        '<w:attachedTemplate r:id="rId9" xmlns:r="urn:r"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:zoom',
    )
    settings = Brief(render(sample.document(), open_template(package))).parts["word/settings.xml"]
    assert b"attachedTemplate" not in settings
    assert b"00AB12CD" not in settings


def test_the_template_has_no_author_but_us_and_no_parts_of_a_library() -> None:
    template = Brief(PACKAGE)
    assert template.values("//dc:creator/text()", "docProps/core.xml") == ["briefs"]
    assert not [name for name in template.names if re.search("custom|thumbnail|WithEffects|comments|glossary", name)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  ink:", "  inc:", r"missing 'ink', unknown 'inc'"),
        ('"#0F5EA8"', '"blue"', r"'colours\.primary' must be a colour"),
        ("  body: 10.5", "  body: large", r"'word\.body' must be a size in points"),
        ("  heading: Calibri", "  heading:", r"'fonts\.heading' must be a text"),
        ("wordmark:", "wordmark: [", "not YAML"),
    ],
)
def test_a_fault_in_the_tokens_is_named(old: str, new: str, message: str) -> None:
    text = (ROOT / "templates" / "brand.yaml").read_text("utf-8")
    with pytest.raises(BrandError, match=message):
        parse_brand(text.replace(old, new, 1))
