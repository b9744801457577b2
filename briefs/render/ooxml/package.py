"""Writes an Office package as a zip of fixed dates and given order, deflating static parts once.

The standard library's zip writer deflates each part on each write; a template's parts are the same in
every document, so they are kept deflated here and only copied.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_DATE, _TIME = (0 << 9) | (1 << 5) | 1, 0
"""1 January 1980, the first day that a zip can hold: no file tells when it was built."""
_STORED, _DEFLATED = 0, 8
_FIELDS = "<HHHHHLLLHH"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a package; `compress=False` for what is compressed already, such as a PNG."""

    name: str
    """Path in the zip, without a leading slash."""
    data: bytes
    compress: bool = True


@dataclass(frozen=True, slots=True)
class StaticPart:
    """A part whose deflated bytes are kept, for use in many packages."""

    name: str
    packed: bytes
    size: int
    """Bytes before deflating."""
    checksum: int
    method: int


def pack(part: Part) -> StaticPart:
    """Deflate a part once; the result may be written any number of times."""
    packed = _deflate(part.data) if part.compress else part.data
    method = _DEFLATED if part.compress else _STORED
    return StaticPart(part.name, packed, len(part.data), zlib.crc32(part.data), method)


def write_package(parts: Iterable[Part | StaticPart]) -> bytes:
    """Return the zip of the parts in the given order.

    The caller puts `[Content_Types].xml` first. Raises ValueError for a name that occurs twice,
    also when only the case differs: Office repairs such a file.
    """
    entries = [part if isinstance(part, StaticPart) else pack(part) for part in parts]
    _refuse_doubles(entries)
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode("utf-8")
        fields = struct.pack(
            _FIELDS, 20, 0, entry.method, _TIME, _DATE, entry.checksum, len(entry.packed), entry.size, len(name), 0
        )
        body += (b"PK\3\4", fields, name, entry.packed)
        directory.append(b"PK\1\2\x14\0" + fields + struct.pack("<HHHLL", 0, 0, 0, 0, offset) + name)
        offset += 4 + len(fields) + len(name) + len(entry.packed)
    index = b"".join(directory)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, len(entries), len(entries), len(index), offset, 0)
    return b"".join((*body, index, end))


def _deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def _refuse_doubles(entries: Iterable[StaticPart]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.name.lower()
        if name in seen:
            raise ValueError(f"part '{entry.name}' is written twice")
        seen.add(name)
