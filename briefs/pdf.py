"""Finished Word and PowerPoint files -> PDF for print and screen readers (PDF/UA), by one call of LibreOffice.

LibreOffice writes the moment of its call, and digests of it, into a PDF; they are replaced by values of the same length that
depend on the file alone, so that the same file and the same LibreOffice give the same bytes.
"""

import hashlib
import re
import subprocess
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefs.diagnostics import EnvironmentFault, error
from briefs.model.artifact import Artifact
from briefs.project import program

STARTING, EACH = 120, 15
"""Seconds that one call may take: to start on a busy machine, and for each file."""

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="PDFUACompliance" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="ExportBookmarks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="ExportBookmarksToPDFDestination" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""Settings of the private profile: they hold for Word and PowerPoint files alike, where options of a filter would not."""

_HEADER_LINK = re.compile(
    rb"(<</Type/Annot/Subtype/Link)(/Border\[0 0 0\])(/Rect\[[^\]]*\](?:/Contents<[0-9A-F]*>)?/Dest\[[^\]]*\]>>)"
)
"""A link without a place in the reading order: LibreOffice makes one of each header that names a section. Its flags then say
that it is hidden, since what is not read aloud cannot be followed by ear."""
_KIDS = rb"/Type/Pages\b.*?/Kids\[(.*?)\]"
_TABLE = rb"/Type/Catalog\b.*?/Dests (\d+) 0 R"
_REFERENCE = re.compile(rb"(\d+) 0 R")
_DESTINATION = re.compile(rb"/([^\s\[/]+)\[(\d+) 0 R")


def libreoffice(what: str = "a PDF needs") -> str:
    """The path of LibreOffice's program; EnvironmentFault, which says what needs it, when the machine has none."""
    found = program("soffice", "libreoffice")
    if found is None:
        hint = "install LibreOffice 25.2 or newer, or leave out --format pdf and --paginate; nothing else needs it"
        raise EnvironmentFault(error("B701", None, f"{what} LibreOffice, and this machine has none", hint))
    return found


def printed(artifacts: Sequence[Artifact], edition: date, report: Callable[[str, int, int], None]) -> tuple[Artifact, ...]:
    """The PDF of each artifact, in their order, with the number of its pages; EnvironmentFault when LibreOffice fails."""
    if not artifacts:
        return ()
    report("PDF files", 0, len(artifacts))
    made = prints([(item.data, item.format) for item in artifacts])
    report("PDF files", len(made), len(artifacts))
    return tuple(_artifact(item, data, edition) for item, data in zip(artifacts, made, strict=True))


def prints(files: Sequence[tuple[bytes, str]]) -> tuple[bytes, ...]:
    """The PDF of each file, given with the ending of its name, as LibreOffice wrote it; EnvironmentFault when it fails."""
    if not files:
        return ()
    office = libreoffice()
    with tempfile.TemporaryDirectory(prefix="briefs-pdf-") as name:
        folder = Path(name)
        paths = [folder / f"{number:04}.{ending}" for number, (_, ending) in enumerate(files)]
        for path, (data, _) in zip(paths, files, strict=True):
            path.write_bytes(data)
        _convert(office, paths, folder)
        made = [path.with_suffix(".pdf") for path in paths]
        if not all(path.is_file() for path in made):
            raise EnvironmentFault(error("B701", None, "LibreOffice left a file without its PDF", "run it again"))
        return tuple(path.read_bytes() for path in made)


def _convert(office: str, files: Sequence[Path], folder: Path) -> None:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(PROFILE, "utf-8")
    words = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    words += ["--outdir", str(folder), *map(str, files)]
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=STARTING + EACH * len(files))
    except subprocess.SubprocessError as fault:
        raise EnvironmentFault(
            error("B701", None, f"LibreOffice failed: {fault}", "run it again; nothing was replaced")
        ) from fault


def _artifact(source: Artifact, pdf: bytes, edition: date) -> Artifact:
    path = f"{source.path.rpartition('.')[0]}.pdf"
    data = settled(pdf, source.data, edition)
    return replace(source, path=path, format="pdf", data=data, pages=pages(data))


def settled(pdf: bytes, source: bytes, edition: date) -> bytes:
    """The PDF with the edition's date for the moment of printing, and digests of its source for random ones."""
    digest = hashlib.sha256(source).hexdigest().upper().encode()
    moment = f"{edition:%Y%m%d}000000".encode()
    pdf = _HEADER_LINK.sub(lambda found: found[1] + b"/F 2".ljust(len(found[2])) + found[3], pdf)
    pdf = re.sub(rb"(/(?:Creation|Mod)Date\s*\(D:)\d{14}", lambda found: found[1] + moment, pdf)
    pdf = re.sub(rb"(/DocChecksum\s*/)[0-9A-F]{32}", lambda found: found[1] + digest[:32], pdf)
    pair = rb"(/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}"
    return re.sub(pair, lambda found: found[1] + digest[:32] + found[2] + digest[:32], pdf)


def pages(pdf: bytes) -> int:
    """How many pages a PDF of LibreOffice has; it writes page objects plainly, outside compressed streams."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def destinations(pdf: bytes, names: Collection[str]) -> Mapping[str, int]:
    """The page, from 1, on which each of these bookmarks stands; EnvironmentFault when the PDF lacks one.

    LibreOffice writes the tables of pages and of destinations plainly, and each letter of a name that is neither letter nor
    digit as two hexadecimal digits.
    """
    order = {int(number): page for page, number in enumerate(_REFERENCE.findall(_found(_KIDS, pdf)), start=1)}
    table = _found(rb"\n" + _found(_TABLE, pdf) + rb" 0 obj\n<<(.*?)>>\nendobj", pdf)
    places = {name.decode(): order[int(number)] for name, number in _DESTINATION.findall(table)}
    missing = sorted(name for name in names if _written(name) not in places)
    if missing:
        raise EnvironmentFault(error("B701", None, f"LibreOffice did not say where '{missing[0]}' stands", "run it again"))
    return {name: places[_written(name)] for name in names}


def _written(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", lambda letter: f"{ord(letter[0]):02X}", name)


def _found(pattern: bytes, pdf: bytes) -> bytes:
    """What the pattern finds first; nothing when it finds nothing."""
    found = re.search(pattern, pdf, re.S)
    return found[1] if found else b""
