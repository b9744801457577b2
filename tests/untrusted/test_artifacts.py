"""No macro, no object, no field that fetches, no link but to an address gets into a finished file, whatever a stranger writes."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.untrusted.artifacts import active
from tests.untrusted.strangers import ROOT, Hostile, add, answered, both, change, products, project, refusals
from tests.untrusted.test_running import PRINTED, as_written

Parts = dict[str, bytes]
WORD, DECK = "word/brief.docx", "powerpoint/deck.pptx"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEADER, MASTER = "word/header1.xml", "ppt/slideMasters/slideMaster1.xml"


def related(source: str, kind: str, target: str, outside: bool = True) -> Callable[[Parts], None]:
    """A relationship more; to a part that is put there unless it leads outside."""

    def edit(parts: Parts) -> None:
        folder, _, base = source.rpartition("/")
        name = f"{folder}/_rels/{base}.rels".lstrip("/") if base else "_rels/.rels"
        bare = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        mode = ' TargetMode="External"' if outside else ""
        row = f'<Relationship Id="rIdX" Type="{KINDS}{kind}" Target="{target}"{mode}/></Relationships>'.encode()
        parts[name] = parts.get(name, bare).replace(b"</Relationships>", row)
        if not outside:
            parts[f"{folder}/{target}".lstrip("/")] = b"x"
            types = parts["[Content_Types].xml"]
            extra = b'<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/></Types>'
            parts["[Content_Types].xml"] = types.replace(b"</Types>", extra)

    return edit


def inserted(name: str, before: str, written: str) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        assert before.encode() in parts[name]
        parts[name] = parts[name].replace(before.encode(), (written + before).encode())

    return edit


def simple(code: str) -> Callable[[Parts], None]:
    return inserted(HEADER, "</w:hdr>", f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>')


CLICK = (
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="x"><a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" r:id="" action="{}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
)
TEMPLATES: dict[str, tuple[str, Callable[[Parts], None]]] = {
    "a remote template": (WORD, related("word/settings.xml", "attachedTemplate", "https://evil.example/x.dotm")),
    "a picture of the web": (WORD, related("word/document.xml", "image", "https://evil.example/x.png")),
    "a picture of the web in a header": (WORD, related(HEADER, "image", "https://evil.example/x.png")),
    "a frame": (WORD, related("word/document.xml", "frame", "file:///etc/passwd")),
    "a document within": (WORD, related("word/document.xml", "subDocument", r"\\evil\share\x.docx")),
    "a link to a share": (WORD, related("word/footer1.xml", "hyperlink", "smb://evil/x")),
    "an object": (WORD, related("word/document.xml", "oleObject", "object1.bin", outside=False)),
    "an import of another format": (WORD, related("word/document.xml", "aFChunk", "chunk.bin", outside=False)),
    "a ribbon of its own": (WORD, related("", "customUI", "ribbon.bin", outside=False)),
    "macros": (WORD, lambda parts: parts.update({"word/vbaProject.bin": b"x"})),
    "a field that runs": (WORD, simple("DDEAUTO cmd x")),
    "a field that runs, in small letters": (WORD, simple(" dde cmd x")),
    "a field that fetches a picture": (WORD, simple("INCLUDEPICTURE https://evil.example/x.png")),
    "a field that fetches a text": (WORD, simple("INCLUDETEXT c:/x")),
    "a button": (WORD, simple("MACROBUTTON x y")),
    "a picture of the web in a deck": (DECK, related(MASTER, "image", "https://evil.example/x.png")),
    "a film of the web": (DECK, related("ppt/slideLayouts/slideLayout2.xml", "video", "https://evil.example/x.mp4")),
    "a link to a file in a deck": (DECK, related("ppt/slideLayouts/slideLayout2.xml", "hyperlink", "file:///c:/x")),
    "an object in a deck": (DECK, related("ppt/slideLayouts/slideLayout2.xml", "oleObject", "object1.bin", outside=False)),
    "a click that runs a macro": (DECK, inserted(MASTER, "</p:spTree>", CLICK.format("ppaction://macro?name=x"))),
    "a click that runs a program": (DECK, inserted(MASTER, "</p:spTree>", CLICK.format("ppaction://program"))),
    "macros in a deck": (DECK, lambda parts: parts.update({"ppt/vbaProject.bin": b"x"})),
    "a bomb": (WORD, lambda parts: parts.update({"word/media/x.png": bytes(200 << 20)})),
}


def rewritten(path: Path, edit: Callable[[Parts], None]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(out.getvalue())


@pytest.mark.slow
@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_active_of_a_template_reaches_a_product(name: str, tmp_path: Path) -> None:
    """It is refused, or left behind; never in a file."""
    content = project(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    where, edit = TEMPLATES[name]
    rewritten(tmp_path / "templates" / where, edit)
    said = refusals(content)
    if said:
        assert all(re.search(r"B(?:603|90\d)", line) for line in said), said
        return
    made = products(content)
    assert len(made) >= 15
    assert not [what for file, data in made.items() for what in active(file, data)]


def address(url: str) -> Hostile:
    return Hostile(change("sources.yaml", "https://library.example/return", url), "B103", "sources.yaml:2:")


REFUSED = {
    "a link that runs": address("javascript:alert(1)"),
    "a link to a file": address("file:///etc/passwd"),
    "a link to a share": address("smb://evil/x"),
    "a link to a share as Windows writes it": address("//evil/share"),
    "a link to a program": address("ms-word:ofe|u|https://evil.example/x"),
    "a link to a share in an address": address("https:////evil/share"),
    "a link to a share behind an address": address(r"https://\\\\evil\\share"),
    "a link with a name and a password": address("https://library.example@evil.example/x"),
    "a link that leaves its quotes": address("https://x/'><script>alert</script>"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_source_that_is_no_plain_address_is_refused(name: str, tmp_path: Path) -> None:
    answered(REFUSED[name], tmp_path)


@pytest.mark.slow
def test_whatever_the_words_say_they_stay_words(tmp_path: Path) -> None:
    """All at once: in prose, tables, code, headings, captions, titles of records, boxes of diagrams, names of series."""
    content = project(tmp_path)
    prose = "\n\n".join(as_written(text) for text in PRINTED)
    code = "\n\n".join(f"```text\n{text}\n```" for text in PRINTED)
    signs = "<script>alert</script> =cmd|x"
    quoted = f"'{as_written(signs)}'"
    both(
        add(prose),
        add(code),
        add(f"## {as_written(signs)}\n\n| A | B |\n|---|---|\n| {as_written(signs)} | x |"),
        change("registers/assumptions.yaml", "title: The schools stay", f"title: {quoted}"),
        change("diagrams/way-of-a-book.yaml", "label: Class,", f"label: {quoted},"),
        change("charts/ladder.yaml", "name: Children", "name: '=cmd x'"),
    )(content)
    made = products(content)
    assert len(made) >= 15
    assert not [what for file, data in made.items() for what in active(file, data)]


def test_the_search_itself_finds_what_acts() -> None:
    page = (
        b"<a href='javascript:x'>a</a><img src=x onerror=y><script></script><a href='#b'>c</a><a href='https://d.example/'>e</a>"
    )
    assert len(list(active("x.html", page))) == 4
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/a.xml", "<w:instrText>DDE</w:instrText><w:t>DDE is a word here</w:t>")
        archive.writestr("word/_rels/a.xml.rels", '<Relationship Type="x/image" Target="https://e" TargetMode="External"/>')
        archive.writestr("xl/worksheets/s.xml", "<c><f>A1</f></c>")
    assert len(list(active("x.docx", out.getvalue()))) == 3
