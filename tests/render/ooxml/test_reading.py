"""Templates as strangers' files: whatever is wrong with one is one complaint that says what to do, never a traceback."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefs.diagnostics import ContentError, Diagnostic
from briefs.load.brand import parse_brand
from briefs.render.ooxml.reading import MOST_BYTES
from briefs.render.powerpoint import template as decks
from briefs.render.word import template as documents
from tests.verify.damage import Damage, add, drop, put, rebuilt

TEMPLATES = Path(__file__).parents[3] / "templates"
BRAND = parse_brand((TEMPLATES / "brand.yaml").read_text("utf-8"))
WORD, DECK = (TEMPLATES / "word/brief.docx").read_bytes(), (TEMPLATES / "powerpoint/deck.pptx").read_bytes()
PACKAGES = {"deck": DECK, "word": WORD}
DOCUMENT = r"vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main"


def faults(package: bytes) -> list[Diagnostic]:
    kind = decks if b"ppt/presentation.xml" in package else documents
    return [found for found in kind.check(package, BRAND) if found.severity == "error"]


def said(package: bytes) -> str:
    """The one complaint about a template that cannot be used."""
    (found,) = faults(package)
    assert found.code == "B603"
    assert found.hint
    return found.message


def declared(size: int) -> Damage:
    """The package whose first part says that it unpacks to `size` bytes."""

    def change(data: bytes) -> bytes:
        at = data.index(b"PK\1\2") + 24
        return data[:at] + struct.pack("<L", size) + data[at + 4 :]

    return change


def encrypted(data: bytes) -> bytes:
    at = data.index(b"PK\1\2") + 8
    return data[:at] + b"\1\0" + data[at + 2 :]


def nameless(data: bytes) -> bytes:
    """The package whose first part has no name: its first letter ends the name."""
    at = data.index(b"PK\1\2") + 46
    return data[:at] + b"\0" + data[at + 1 :]


def twice(data: bytes) -> bytes:
    return rebuilt(data, lambda parts: parts.update({"word/Styles.xml": parts["word/styles.xml"]}))


FAULTS: dict[str, tuple[Damage, str]] = {
    "nothing": (lambda data: b"", "cannot be unpacked: File is not a zip file"),
    "no zip": (lambda data: b"a letter from a designer", "cannot be unpacked: File is not a zip file"),
    "cut off": (lambda data: data[: len(data) // 2], "cannot be unpacked: File is not a zip file"),
    "a flipped byte": (lambda data: data[:400] + bytes([data[400] ^ 255]) + data[401:], "cannot be unpacked: "),
    "a password": (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, "protected by a password or older than Office 2007"),
    "an encrypted part": (encrypted, "is encrypted, password required"),
    "a part without a name": (nameless, "cannot be unpacked: "),
    "huge": (declared(3 << 30), "unpacks to 18 parts of 3,072 MiB in all"),
    "a part twice": (twice, "holds the part 'word/styles.xml' twice"),
    "no content types": (drop("[Content_Types].xml"), "lacks the part '[Content_Types].xml'"),
    "no relationships": (drop("_rels/.rels"), "lacks the part '_rels/.rels'"),
    "no main part": (put("_rels/.rels", '/officeDocument"', '/somethingElse"'), "names no main part"),
    "a lost part": (drop("word/theme/theme1.xml"), "'word/theme/theme1.xml', to which 'word/_rels/document.xml.rels'"),
    "no numbering": (put("word/_rels/document.xml.rels", "s/numbering", "s/other"), "lacks its part of the kind 'numbering'"),
    "a deck": (put("[Content_Types].xml", "wordprocessingml.document", "presentationml.x"), "is something else"),
    "a damaged part": (put("word/styles.xml", "</w:style>", ""), "has a damaged part, 'word/styles.xml': "),
    "entities": (put("word/styles.xml", "<w:styles ", '<!DOCTYPE a [<!ENTITY e "x">]><w:styles '), "has a document type"),
    "macros": (add("word/vbaProject.bin", b"macro"), "holds macros"),
    "macros by type": (put("[Content_Types].xml", DOCUMENT, "vnd.ms-word.document.macroEnabled.main"), "holds macros"),
    "a foreign root": (add("word/styles.xml", b"<x/>"), "is not built as Office builds one"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_of_a_word_template_is_one_complaint(fault: str) -> None:
    damage, message = FAULTS[fault]
    assert message in said(damage(WORD))


def test_what_unpacks_to_more_than_the_bound_is_not_unpacked() -> None:
    assert faults(declared(MOST_BYTES)(WORD))[0].hint == "at most 2,000 parts of 128 MiB are read; make its pictures smaller"
    many = rebuilt(WORD, lambda parts: parts.update({f"word/media/{number}.png": b"" for number in range(2_000)}))
    assert "unpacks to 2,018 parts" in said(many)


def names(package: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


@pytest.mark.parametrize("package", [WORD, DECK], ids=["word", "powerpoint"])
def test_a_template_without_any_one_of_its_parts_still_serves_or_says_what_is_missing(package: bytes) -> None:
    for name in names(package):
        codes = {found.code for found in faults(drop(name)(package))}
        assert codes <= {"B601", "B603"}, name
        assert codes or name.endswith(".rels") or name.startswith(("docProps/", "ppt/slides/")), name


def thinned(package: bytes, name: str, number: int) -> bytes:
    """The package without one element of one part."""

    def change(parts: dict[str, bytes]) -> None:
        elements = list(etree.fromstring(parts[name]).iter("{*}*"))
        chosen = elements[number % len(elements)]
        parent = chosen.getparent()
        if parent is not None:
            parent.remove(chosen)
            parts[name] = etree.tostring(parent.getroottree())

    return rebuilt(package, change)


@given(st.data())
def test_a_template_without_any_one_of_its_elements_is_never_a_traceback(data: st.DataObject) -> None:
    package = PACKAGES[data.draw(st.sampled_from(sorted(PACKAGES)))]
    name = data.draw(st.sampled_from([name for name in names(package) if name.endswith((".xml", ".rels"))]))
    found = faults(thinned(package, name, data.draw(st.integers(0, 5_000))))
    assert {item.code for item in found} <= {"B601", "B603"}


@given(st.sampled_from(sorted(PACKAGES)), st.integers(0, 200_000), st.integers(0, 255), st.booleans())
def test_a_template_with_any_one_byte_changed_or_cut_off_there_is_never_a_traceback(
    kind: str, at: int, byte: int, cut: bool
) -> None:
    package = PACKAGES[kind]
    at %= len(package)
    damaged = package[:at] if cut else package[:at] + bytes([byte]) + package[at + 1 :]
    assert {item.code for item in documents.check(damaged, BRAND) if item.severity == "error"} <= {"B603"}
    assert {item.code for item in decks.check(damaged, BRAND) if item.severity == "error"} <= {"B603"}


def test_what_is_wrong_with_a_template_is_an_error_of_content_not_a_bug() -> None:
    with pytest.raises(ContentError, match="the Word template cannot be unpacked"):
        documents.open_template(WORD[:5_000])
    with pytest.raises(ContentError, match=r"the deck template is something else: .*wordprocessingml"):
        decks.open_template(WORD)
