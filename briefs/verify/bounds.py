"""How much a file may unpack to, told from what it declares and held while it is read, so that no bomb goes off here."""

import re
import struct
import zipfile
from dataclasses import dataclass

MOST_BYTES = 128 << 20
"""Of all parts together, those of packages inside included; the largest product unpacks to 4 MB."""
MOST_PARTS = 4_000
MOST_DEPTH = 2
"""A brief or deck, and the workbook of a chart in it."""
MOST_RATIO, SMALL = 150, 1 << 20
"""Unpacked to packed bytes of a part above a size; XML of products stays below 16."""
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Of which no more is unpacked than asked for; Office knows no other."""
END = struct.Struct("<4s4H2LH")
ENCODING = re.compile(rb"\s*<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([^\"'>]{0,40})")


@dataclass(slots=True)
class Room:
    """What is left of the bounds while a file is opened, all packages inside it included."""

    size: int = MOST_BYTES
    parts: int = MOST_PARTS
    sealed: bool = True
    """Whether each byte has to belong to a part, as in what a build writes; other programs leave more in a template."""

    def read(self, archive: zipfile.ZipFile) -> tuple[tuple[str, bytes], ...]:
        """Name and bytes of every member; raises zipfile.BadZipFile, before anything is unpacked, when there is no room."""
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self.parts -= len(archive.infolist())
        self.size -= sum(info.file_size for info in infos)
        if self.parts < 0 or self.size < 0:
            raise zipfile.BadZipFile(f"it unpacks to more than {MOST_PARTS:,} parts or {MOST_BYTES >> 20} MB")
        if self.sealed:
            _seamless(archive)
        for info in infos:
            if info.compress_type not in METHODS:
                raise zipfile.BadZipFile(f"'{info.filename}' is packed in a way that no product is")
            if info.file_size > SMALL and info.file_size > MOST_RATIO * info.compress_size:
                raise zipfile.BadZipFile(f"'{info.filename}' unpacks to more than {MOST_RATIO} times its size")
        return tuple((info.filename, _member(archive, info)) for info in infos)


def whole_archive(data: bytes, depth: int) -> None:
    """Raises zipfile.BadZipFile when the bytes are no archive from first to last, or its directory alone is too large."""
    if depth > MOST_DEPTH:
        raise zipfile.BadZipFile("a package in a package in a package")
    at = data.rfind(b"PK\x05\x06")
    if not data.startswith(b"PK\x03\x04") or at < 0 or at + END.size > len(data):
        raise zipfile.BadZipFile("no archive, or there is something before or after the archive")
    _, _, _, _, count, size, _, remark = END.unpack_from(data, at)
    if at + END.size + remark != len(data):
        raise zipfile.BadZipFile("there is something before or after the archive")
    if count > MOST_PARTS or size > MOST_PARTS * 200 or data[max(at - 20, 0) : at].startswith(b"PK\x06\x07"):
        raise zipfile.BadZipFile(f"it unpacks to more than {MOST_PARTS:,} parts or {MOST_BYTES >> 20} MB")


def plain_xml(name: str, data: bytes) -> None:
    """Raises zipfile.BadZipFile for XML in which entities could be declared: one may stand for a thousand others."""
    declared = ENCODING.match(data)
    if b"\0" in data or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise zipfile.BadZipFile(f"'{name}' is not written in UTF-8, as every product is")
    if b"<!DOCTYPE" in data:
        raise zipfile.BadZipFile(f"'{name}' has a document type, which could hide text or hold entities that grow")


def _seamless(archive: zipfile.ZipFile) -> None:
    """Raises zipfile.BadZipFile when there are bytes that no member of the directory has: they could say anything."""
    at = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if info.is_dir():
            raise zipfile.BadZipFile(f"'{info.filename}' is a folder, which no product has")
        if info.header_offset != at or info.flag_bits & 0x08:
            raise zipfile.BadZipFile(f"something stands before '{info.filename}' that the archive does not list")
        assert archive.fp is not None
        archive.fp.seek(at + 26)
        name, extra = struct.unpack("<2H", archive.fp.read(4))
        at += 30 + name + extra + info.compress_size
    if at != archive.start_dir:
        raise zipfile.BadZipFile("something stands behind the last part that the archive does not list")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """What a member declares and no more: asked for all, the reader unpacks whatever a lying member has."""
    with archive.open(info) as stream:
        return stream.read(info.file_size + 1)
