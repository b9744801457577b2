"""A finished package as parts, opened by code of its own and recursively: a workbook inside a deck is parts of the deck, too."""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from lzma import LZMAError

from lxml import etree

from briefs.verify.bounds import Room, plain_xml, whole_archive

NESTED = (".xlsx", ".docx", ".pptx")
XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    """`word/document.xml`; of a package in the package `ppt/embeddings/chart1.xlsx!xl/workbook.xml`."""
    data: bytes
    read: list[etree._Element] = field(default_factory=list, repr=False, compare=False)
    """The root, once somebody has asked for it: every proof reads the same tree."""

    @property
    def is_xml(self) -> bool:
        return self.name.casefold().endswith(XML)

    def tree(self) -> etree._Element:
        """The part's root; raises etree.XMLSyntaxError when it is not well-formed. No entity is resolved, nothing is fetched."""
        if not self.read:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            self.read.append(etree.fromstring(self.data, parser))
        return self.read[0]


@dataclass(frozen=True, slots=True)
class Package:
    parts: tuple[Part, ...]
    """Parts of this package, without those of packages inside it."""
    inner: "tuple[tuple[str, Package], ...]"
    """Name of the part -> the package that it is."""
    twice: tuple[str, ...]
    """Names that the zip archive holds more than once."""
    remarks: tuple[str, ...]
    """Comments of the archive and of its members."""

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)

    def all_remarks(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        """Name of the package, empty for this one -> each comment of its archive."""
        yield from ((prefix, remark) for remark in self.remarks)
        for name, package in self.inner:
            yield from package.all_remarks(f"{prefix}!{name}" if prefix else name)

    def everything(self, prefix: str = "") -> Iterator[Part]:
        """All parts, those of inner packages under `outer!inner`."""
        for part in self.parts:
            yield Part(prefix + part.name, part.data, part.read)
        for name, package in self.inner:
            yield from package.everything(f"{prefix}{name}!")


_UNREADABLE = (zlib.error, struct.error, LZMAError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError)
"""All that Python's zip reader raises for a damaged file, beside what it means to raise."""


def opened(data: bytes, *, sealed: bool = True) -> Package:
    """The package in these bytes; raises zipfile.BadZipFile when they are none, more than that, or would not fit."""
    try:
        return _opened(data, Room(sealed=sealed), 1)
    except _UNREADABLE as fault:
        raise zipfile.BadZipFile(str(fault)) from fault


def _opened(data: bytes, room: Room, depth: int) -> Package:
    whole_archive(data, depth)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = tuple(Part(name, content) for name, content in room.read(archive))
        infos = [info for info in archive.infolist() if not info.is_dir()]
        remarks = [archive.comment, *(info.comment for info in infos), *(info.extra for info in infos)]
    for part in parts:
        if part.is_xml:
            plain_xml(part.name, part.data)
    names = Counter(part.name for part in parts)
    nested = (part for part in parts if part.name.casefold().endswith(NESTED))
    inner = tuple((part.name, _opened(part.data, room, depth + 1)) for part in nested)
    twice = tuple(name for name, count in names.items() if count > 1)
    return Package(parts, inner, twice, tuple(remark.decode("utf-8", "replace") for remark in remarks if remark))
