"""The zip writer and the two indexes of a package, read back by the standard library."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.ooxml import xml
from briefs.render.ooxml.package import Part, pack, write_package
from briefs.render.ooxml.relationships import OFFICE, Relationships, content_types


@given(st.dictionaries(st.text("abcdefgh/.", min_size=1), st.tuples(st.binary(max_size=300), st.booleans())))
def test_what_is_written_is_read_back_in_order_and_dated_1980(files: dict[str, tuple[bytes, bool]]) -> None:
    written = write_package([Part(name, data, compress) for name, (data, compress) in files.items()])
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(files)
        assert [archive.read(name) for name in files] == [data for data, _ in files.values()]
        assert {entry.date_time for entry in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def test_a_packed_part_writes_the_same_bytes_as_a_plain_one() -> None:
    part = Part("word/styles.xml", b"<styles/>" * 100)
    assert write_package([pack(part)]) == write_package([part])


def test_a_name_that_differs_only_in_case_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'Media/a\.png' is written twice"):
        write_package([Part("media/a.png", b""), Part("Media/a.png", b"")])


def test_the_same_target_gets_the_same_id_and_an_external_one_its_mode() -> None:
    relations = Relationships("rIdB")
    image = relations.add(OFFICE + "image", "media/a.png")
    link = relations.add(OFFICE + "hyperlink", "https://example.com/?a=1&b=2", external=True)
    assert relations.add(OFFICE + "image", "media/a.png") == image != link
    found = {
        node.get("Id"): dict(node.attrib)
        for node in ElementTree.fromstring(relations.xml('<Relationship Id="rId1" Type="t" Target="styles.xml"/>'))
    }
    assert set(found) == {"rId1", image, link}
    assert found[link]["Target"] == "https://example.com/?a=1&b=2"
    assert found[link]["TargetMode"] == "External"
    assert "TargetMode" not in found[image]


def test_content_types_name_each_extension_and_part_once() -> None:
    part = content_types([("xml", "a"), ("xml", "a")], [("word/document.xml", "b")])
    nodes = [dict(node.attrib) for node in ElementTree.fromstring(part.data)]
    assert nodes == [
        {"Extension": "xml", "ContentType": "a"},
        {"PartName": "/word/document.xml", "ContentType": "b"},
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_escaped_text_reads_back_as_it_was(value: str) -> None:
    node = ElementTree.fromstring(f'<a b="{xml.attribute(value)}">{xml.text(value)}</a>')
    assert node.get("b") == value
    assert (node.text or "") == value
