"""The package as a whole: parts, properties, running texts, contents, and the same bytes each time."""

import posixpath
import re
from dataclasses import replace

import pytest
from lxml import etree

from briefs.model.document import Contents, Document
from briefs.render.word import render
from briefs.render.word.harvest import RunningPart
from briefs.render.word.running import running_parts
from tests.render.word import sample
from tests.render.word.read import NAMES, Brief, text_of


@pytest.fixture(scope="module")
def rich() -> Brief:
    return Brief(render(sample.document(), sample.template()))


def reachable(brief: Brief, rels: str = "_rels/.rels", folder: str = "") -> set[str]:
    found = set()
    for node in brief.tree(rels):
        if node.get("TargetMode") == "External":
            continue
        name = posixpath.normpath(posixpath.join(folder, str(node.get("Target"))))
        found.add(name)
        below, base = posixpath.split(name)
        inner = f"{below}/_rels/{base}.rels"
        if inner in brief.names:
            found |= {inner} | reachable(brief, inner, below)
    return found


def test_every_part_is_reached_by_a_relationship_and_none_is_missing(rich: Brief) -> None:
    assert reachable(rich) | {"[Content_Types].xml", "_rels/.rels"} == set(rich.names)


def test_every_part_has_a_content_type_and_no_type_is_without_part(rich: Brief) -> None:
    types = rich.tree("[Content_Types].xml")
    overrides = {str(node.get("PartName")).lstrip("/") for node in types if node.get("PartName")}
    defaults = {node.get("Extension") for node in types if node.get("Extension")}
    assert overrides <= set(rich.names)
    assert {name for name in rich.names if name.rpartition(".")[2] not in defaults} == set()
    assert "word/document.xml" in overrides


def test_every_style_that_is_used_exists(rich: Brief) -> None:
    known = set(rich.values("//w:style/@w:styleId", "word/styles.xml"))
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        assert set(rich.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)) <= known


def test_fields_are_balanced_and_none_asks_to_be_updated(rich: Brief) -> None:
    kinds = rich.values("//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0
    assert b"w:dirty" not in rich.parts["word/document.xml"]
    assert b"updateFields" not in rich.parts["word/settings.xml"]


def test_bookmarks_are_unique_closed_and_all_that_links_lead_to(rich: Brief) -> None:
    names = rich.values("//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))
    assert rich.values("//w:bookmarkStart/@w:id") == sorted(rich.values("//w:bookmarkEnd/@w:id"), key=int)
    assert set(rich.values("//w:hyperlink/@w:anchor")) <= set(names)


def test_properties_are_ours_and_dated_by_the_edition(rich: Brief) -> None:
    core = "docProps/core.xml"
    assert rich.values("//dc:creator/text() | //cp:lastModifiedBy/text()", core) == ["briefs", "briefs"]
    assert rich.values("//dcterms:created/text() | //dcterms:modified/text()", core) == ["2026-11-23T00:00:00Z"] * 2
    assert rich.values("//dc:title/text() | //dc:language/text()", core) == ["Engineering Delivery Plan", "en-US"]
    assert not [name for name in rich.names if re.search("custom|thumbnail|WithEffects|comments|people", name)]
    assert not [name for name, data in rich.parts.items() if b"python-docx" in data or b"rsid" in data]


def test_header_and_footer_show_title_marking_edition_and_page(rich: Brief) -> None:
    running = [text_of(node) for name in ("word/header1.xml", "word/footer1.xml") for node in rich.find("//w:p", name)]
    assert running == [
        "Engineering Delivery Plan\tFor VAST engineering",
        "VAST internal\tEdition 23 November 2026 · 3fa9c1d2\tPage 1 of 1",
    ]
    assert not [name for name, data in rich.parts.items() if re.search(rb"\{(title|running|marking|edition)\}", data)]


def test_the_header_names_the_section_of_each_page_by_a_field(rich: Brief) -> None:
    for name in ("word/header1.xml", "word/header3.xml"):
        assert rich.values("//w:instrText/text()", name) == [" STYLEREF 1 "]
        kinds = rich.values("//w:fldChar/@w:fldCharType", name)
        assert kinds == ["begin", "separate", "end"]
    assert rich.values("//w:instrText", "word/header2.xml") == []


def test_a_designers_look_of_the_section_in_the_header_is_kept() -> None:
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">In {running}!</w:t></w:r>'
    part = RunningPart("word/header1.xml", f'<w:hdr xmlns:w="{NAMES["w"]}"><w:p>{bold}</w:p></w:hdr>')
    (made,) = running_parts((part,), sample.document())
    root = etree.fromstring(made.data)
    assert text_of(root) == "In For VAST engineering!"
    assert len(root.findall(".//{*}r")) == len(root.findall(".//{*}r/{*}rPr/{*}b")) == 7


def test_only_the_first_section_begins_a_page(rich: Brief) -> None:
    first = rich.find("/w:document/w:body/*[preceding-sibling::*[1][self::w:p/w:pPr/w:sectPr]]")
    assert [text_of(node) for node in first] == ["What the plan delivers"]


def test_a_heading_at_the_top_of_a_page_has_no_gap_above(rich: Brief) -> None:
    at_top = rich.find("//w:p[w:pPr/w:spacing/@w:before='0'][w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]")
    assert [text_of(node) for node in at_top] == ["What the plan delivers"]


def test_without_contents_the_header_says_for_whom_the_brief_is() -> None:
    made = Brief(render(sample.document("executive", contents=False), sample.template()))
    assert len(made.find("//w:sectPr")) == 1
    assert text_of(made.find("//w:p", "word/header1.xml")[0]) == "Engineering Delivery Plan\tFor VAST engineering"


def test_the_cover_of_engineers_says_for_whom_when_and_whom_to_ask(rich: Brief) -> None:
    assert rich.styled("CoverTitle") == ["Engineering Delivery Plan"]
    assert dict(zip(rich.styled("CoverLabel"), rich.styled("CoverText"), strict=True)) == {
        "Audience": "VAST engineering",
        "Edition": "23 November 2026, version 0.1",
        "Facts checked as of": "20 November 2026",
        "Whom to ask": "VAST field CTO",
        "Marking": "VAST internal",
    }


def test_executives_have_a_band_and_no_cover() -> None:
    made = Brief(render(sample.document("executive", contents=False), sample.template()))
    assert made.styled("Title") == ["Engineering Delivery Plan"]
    assert made.styled("BandMeta") == ["23 November 2026 · Facts checked 20 November 2026 · Ask: VAST field CTO · VAST internal"]
    assert made.styled("CoverTitle") == []


def test_contents_are_filled_and_show_pages_only_when_they_are_known(rich: Brief) -> None:
    assert rich.styled("Toc1")[0] == "1\tWhat the plan delivers"
    assert rich.styled("Toc2")[0] == "1.1\tDNS design"
    codes = [value.split() for value in rich.values("//w:sdt//w:instrText/text()")]
    assert codes == [["TOC", "\\o", '"1-2"', "\\n", '"1-2"', "\\h", "\\z", "\\u"]]
    document = sample.document()
    contents = document.blocks[0]
    assert isinstance(contents, Contents)
    pages = {entry.anchor: at for at, entry in enumerate(contents.entries, 3)}
    paged = Brief(render(document, sample.template(), pages))
    assert paged.styled("Toc1")[0] == "1\tWhat the plan delivers\t3"
    assert "\\n" not in paged.values("//w:sdt//w:instrText/text()")[0]


def test_the_same_document_gives_the_same_bytes(rich: Brief) -> None:
    again = Brief(render(sample.document(), sample.template()))
    assert again.names == rich.names
    assert again.parts == rich.parts


def test_a_document_without_blocks_is_still_a_whole_file() -> None:
    made = Brief(render(Document(sample.meta("executive"), (), (), 0), sample.template()))
    assert made.styled("Title") == ["Engineering Delivery Plan"]


def test_a_part_of_another_edition_differs_only_where_it_is_shown(rich: Brief) -> None:
    document = sample.document()
    other = replace(document, meta=replace(document.meta, id="00000000"))
    made = Brief(render(other, sample.template()))
    changed = {name for name in rich.names if made.parts[name] != rich.parts[name]}
    assert changed == {"docProps/core.xml", "word/footer1.xml", "word/footer2.xml", "word/footer3.xml"}
