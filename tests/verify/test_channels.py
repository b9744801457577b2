"""Ways round a reader of packages: text behind underscores, escapes, fields, comments, entities, or in parts nobody reads."""

import io
import zipfile

import pytest

from briefs.verify import prove
from tests.verify.damage import EXPECTED, SECRET, Damage, add, brief, deck, inside, put
from tests.verify.planted import together

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COVER = '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")'
FIELD = '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType="end"/>'
DOCTYPE = rf'<!DOCTYPE w:document [<!ENTITY s "{SECRET}">]>\1'


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def split(first: str, between: str, second: str) -> Damage:
    return put("word/document.xml", COVER, rf"<w:p>{run(first)}<w:r>{between}</w:r>{run(second)}</w:p>\1\2")


def related(target: str, kind: str, mode: str = "") -> Damage:
    link = f'<Relationship Id="x9" Type="{REL}/{kind}" Target="{target}"{mode}/></Relationships>'
    return put("word/_rels/document.xml.rels", "</Relationships>", link)


def outside(target: str, kind: str) -> Damage:
    return related(target, kind, ' TargetMode="External"')


def remark(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        package.comment = SECRET.encode()
    return buffer.getvalue()


def garbled(data: bytes) -> bytes:
    at = data.find(b"word/document.xml") + 60
    return data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 2]) + data[at + 2 :]


RICH = "<is><r><t>The margin of </t></r><r><t>the pilot is thin</t></r></is>"
FAULTS: tuple[tuple[str, str, str, Damage], ...] = (
    ("docx", "B901", SECRET, put("word/document.xml", '(<w:bookmarkStart [^>]*w:name=")[^"]*', rf"\1{SECRET.replace(' ', '_')}")),
    ("docx", "B901", SECRET, outside(f"https://x.example/{SECRET.replace(' ', '%20')}", "hyperlink")),
    ("docx", "B901", SECRET, split("The margin ", FIELD, "of the pilot is thin")),
    ("docx", "B902", "Tuscany", split("Tus", FIELD, "cany")),
    ("docx", "B901", SECRET, inside("word/embeddings/chart1.xlsx", put("xl/worksheets/sheet1.xml", "<is><t.*?</is>", RICH))),
    ("docx", "B901", SECRET, inside("word/embeddings/chart1.xlsx", remark)),
    ("docx", "B901", SECRET, put("word/document.xml", "(<w:document )", rf"<!-- {SECRET} -->\1")),
    ("docx", "B901", SECRET, put("word/document.xml", "</w:body>", f"{SECRET}</w:body>")),
    ("docx", "B904", "document type", put("word/document.xml", "(<w:document )", DOCTYPE)),
    ("docx", "B904", "before or after the archive", lambda data: SECRET.encode() + data),
    ("docx", "B904", "before or after the archive", lambda data: data + SECRET.encode()),
    ("docx", "B904", "not a package", garbled),
    ("docx", "B904", "no product has", add("word/c.html", SECRET.encode())),
    ("docx", "B904", "no product has", add("word/media/p.svg", b"<svg/>")),
    ("docx", "B904", "no product has", add("word/x.bin", b"\xd0\xcf\x11\xe0")),
    ("docx", "B904", "from outside", outside("https://x.example/a.png", "image")),
    ("docx", "B904", "from outside", outside("https://x.example/a.dotm", "attachedTemplate")),
    ("docx", "B904", "in a grid of", put("word/document.xml", "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="x"/>')),
    ("pptx", "B904", "out of range", put("ppt/charts/chart1.xml", '<c:axId val="\\d+"', '<c:axId val="x"')),
    ("docx", "B904", "not well-formed", put("docProps/core.xml", "</cp:coreProperties>", "")),
    ("docx", "B903", "no creator", put("docProps/core.xml", "<dc:creator>[^<]*</dc:creator>", "")),
    ("docx", "B903", "no created", put("docProps/core.xml", "<dcterms:created[^>]*>[^<]*</dcterms:created>", "")),
    (
        "docx",
        "B904",
        "'nowhere', which is no bookmark",
        put("word/footnotes.xml", '(<w:footnote w:id="1"[^>]*><w:p>)', r'\1<w:hyperlink w:anchor="nowhere"/>'),
    ),
)
TEXTS = (
    ("md", f"<!-- {SECRET} -->"),
    ("md", f"_{SECRET}_"),
    ("md", "the mar**gin** of the pilot is thin"),
    ("html", f"<!-- {SECRET} -->"),
    ("html", f"<p title='{SECRET}'>x</p>"),
    ("html", "the mar<b>gin</b> of the pilot is thin"),
    ("html", f'<!DOCTYPE x "{SECRET}">'),
)


@pytest.mark.parametrize(("form", "code", "words", "damage"), FAULTS, ids=[f"{n}-{row[2][:24]}" for n, row in enumerate(FAULTS)])
def test_no_way_round_the_reader_is_open(form: str, code: str, words: str, damage: Damage) -> None:
    found = prove(f"Microsoft/x.{form}", damage(deck() if form == "pptx" else brief()), EXPECTED)
    assert [str(item) for item in found if item.code == code and words.casefold() in item.message.casefold()], found


@pytest.mark.parametrize(("form", "text"), TEXTS)
def test_no_markup_hides_a_text(form: str, text: str) -> None:
    assert {item.code for item in prove(f"Microsoft/x.{form}", text.encode(), EXPECTED)} == {"B901"}


def test_a_style_that_begins_like_a_heading_is_none() -> None:
    used = put("word/document.xml", 'w:pStyle w:val="CoverTitle"', 'w:pStyle w:val="HeadingTop"')
    styled = together(put("word/styles.xml", '"CoverTitle"', '"HeadingTop"', 0), used)
    assert prove("Microsoft/x.docx", styled(brief()), EXPECTED) == ()


def test_a_suffix_in_capitals_is_a_package_too() -> None:
    assert prove("Microsoft/x.DOCX", b"hello", EXPECTED)[0].code == "B904"
