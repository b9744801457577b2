"""What would act, fetch or hide beside the words: fields, clicks, links of a stranger, spare bytes, cells that no chart shows."""

import io
import zipfile
from dataclasses import replace

import pytest

from briefs.verify import prove
from tests.verify.damage import EXPECTED, Damage, brief, deck, inside, own_words, put

COVER = '(<w:p><w:pPr><w:pStyle w:val="CoverTitle"/>)'
BOOK = "word/embeddings/chart1.xlsx"


def field(code: str) -> Damage:
    return put("word/document.xml", COVER, rf'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>\1')


def cell(content: str) -> Damage:
    return inside(BOOK, put("xl/worksheets/sheet1.xml", "</sheetData>", f'<row r="90"><c r="A90"{content}</c></row></sheetData>'))


CLICK = put(
    "ppt/slides/slide1.xml",
    "<p:cNvPr ([^>]*[^/])/>",
    r'<p:cNvPr \1><a:hlinkClick r:id="" action="macro://run"/></p:cNvPr>',
)
FAULTS: tuple[tuple[str, str, str, Damage], ...] = (
    ("docx", "B904", "a field 'DDE'", field("DDE excel x")),
    ("docx", "B904", "a field 'INCLUDEPICTURE'", field("INCLUDEPICTURE x.png")),
    ("docx", "B904", "a field 'MACROBUTTON'", field("MACROBUTTON run x")),
    ("pptx", "B904", "a click does 'macro", CLICK),
    ("docx", "B904", "does not show A90", cell(' t="inlineStr"><is><t>spare</t></is>')),
    ("docx", "B904", "computes or names", cell('><f>WEBSERVICE("x")</f><v>1</v>')),
)  # fmt: skip


@pytest.mark.parametrize(("form", "code", "words", "damage"), FAULTS, ids=[words for _, _, words, _ in FAULTS])
def test_what_would_act_or_hide_is_refused(form: str, code: str, words: str, damage: Damage) -> None:
    data = damage(brief() if form == "docx" else deck())
    found = [item for item in prove(f"x.{form}", data, EXPECTED) if item.code == code]
    assert any(words in item.message for item in found), [item.message for item in found]


def test_a_link_to_an_address_that_no_source_of_the_reader_has_is_refused() -> None:
    sound = brief()
    link = put("word/_rels/document.xml.rels", 'Target="https://[^"]*"', 'Target="https://elsewhere.example/x"')
    open_, closed = EXPECTED, replace(EXPECTED, own=own_words(sound), closed=True)
    said = [item.message for item in prove("x.docx", link(sound), closed) if item.code == "B906"]
    assert any("a link to 'https://elsewhere.example/x'" in item for item in said), said
    assert not [item for item in prove("x.docx", link(sound), open_) if "a link to" in item.message]


def spare(data: bytes, at: str) -> bytes:
    """The archive with bytes that it does not list, before its first part or behind its last."""
    directory = data.index(b"PK\x01\x02")
    if at == "front":
        return b"hidden words" + data
    end = data.rindex(b"PK\x05\x06")
    offset = (directory + 12).to_bytes(4, "little")
    return data[:directory] + b"hidden words" + data[directory:end] + data[end : end + 16] + offset + data[end + 20 :]


@pytest.mark.parametrize(("at", "words"), [("front", "something before"), ("behind", "does not list")])
def test_bytes_that_the_archive_does_not_list_are_refused(at: str, words: str) -> None:
    (found,) = prove("x.docx", spare(brief(), at), EXPECTED)
    assert (found.code, words in found.message) == ("B904", True)


def test_a_folder_among_the_parts_is_refused() -> None:
    buffer = io.BytesIO(brief())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/spare/", b"")
    (found,) = prove("x.docx", buffer.getvalue(), EXPECTED)
    assert (found.code, "is a folder" in found.message) == ("B904", True)
