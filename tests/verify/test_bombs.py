"""Files that would unpack to more than any machine has: each is refused at once, by one complaint, and nothing grows."""

import io
import resource
import struct
import time
import zipfile
from collections.abc import Callable

import pytest

from briefs.verify import pictures, prove, whole
from briefs.verify.bounds import MOST_BYTES, MOST_PARTS
from tests.verify.damage import EXPECTED, add, brief, deck, inside, put

MEBI = 1 << 20
LAUGHS = "<!DOCTYPE w:document [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 12)
)


def packed(name: str, size: int, method: int = zipfile.ZIP_DEFLATED, copies: int = 1) -> bytes:
    """An archive with parts of zeros, as small as zeros pack."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for number in range(copies):
            with archive.open(f"{number}{name}", "w") as part:
                for _ in range(size // MEBI):
                    part.write(bytes(MEBI))
    return buffer.getvalue()


def added(data: bytes, bomb: bytes) -> bytes:
    """The file with the members of another archive, as they are packed there."""
    return add("word/embeddings/bomb.xlsx", bomb)(data)


def lying(data: bytes) -> bytes:
    """The archive with a declared size of one byte for each member."""
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark)
        while place >= 0:
            data = data[: place + at] + struct.pack("<L", 1) + data[place + at + 4 :]
            place = data.find(mark, place + 1)
    return data


def overlapping(count: int) -> bytes:
    """An archive whose directory names one member again and again, as in bombs that need no nesting."""
    one = packed("x.xml", MEBI)
    start, end = one.find(b"PK\x01\x02"), one.find(b"PK\x05\x06")
    directory = one[start:end] * count
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), start, 0)
    return one[:start] + directory + tail


def nested(depth: int) -> bytes:
    data = packed("x.xml", MEBI)
    for _ in range(depth):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inner.xlsx", data)
        data = buffer.getvalue()
    return data


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "one part of 2 GB": ("150 times its size", lambda: packed("x.xml", 64 * MEBI)),
    "many parts": ("more than 4,000 parts", lambda: packed("x.xml", 8 * MEBI, copies=MOST_BYTES // (8 * MEBI) + 1)),
    "a bomb in a workbook": ("150 times its size", lambda: added(brief(), packed("x.xml", 64 * MEBI))),
    "a member that lies": ("not a package", lambda: lying(packed("x.xml", 64 * MEBI))),
    "a member that lies, in a workbook": ("not a package", lambda: added(brief(), lying(packed("x.xml", 64 * MEBI)))),
    "a directory of one member": ("more than 4,000 parts", lambda: overlapping(MOST_PARTS + 1)),
    "a directory that counts wrong": ("more than 4,000 parts", lambda: overlapping(0x10000 * 2)),
    "packages in packages": ("a package in a package", lambda: nested(3)),
    "packed by another method": ("packed in a way", lambda: packed("x.xml", 64 * MEBI, zipfile.ZIP_BZIP2)),
    "entities that grow": ("document type", lambda: put("word/document.xml", "(<w:document )", LAUGHS + r"]>\1")(brief())),
    "entities that grow, in a workbook": (
        "document type",
        lambda: inside("ppt/embeddings/chart1.xlsx", put("xl/workbook.xml", "(<workbook)", LAUGHS + r"]>\1"))(deck()),
    ),
    "XML of another encoding": (
        "not written in UTF-8",
        lambda: put("word/document.xml", "encoding=.UTF-8.", "encoding='UTF-7'")(brief()),
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_complaint_and_does_not_go_off(name: str) -> None:
    words, made = BOMBS[name]
    data = made()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = (*prove("x.docx", data, EXPECTED), *whole("x.docx", data))
    assert pictures("x.docx", data) == 0
    assert time.process_time() - began < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
    assert [(item.code, words in item.message) for item in found] == [("B904", True)] * 2


def test_a_large_picture_is_no_bomb() -> None:
    """What does not pack well may be large: only what unpacks to many times its size is refused."""
    data = add("word/media/large.png", bytes(range(256)) * 4096 * 2)(brief())
    assert not [item for item in whole("x.docx", data) if "not a package" in item.message]
