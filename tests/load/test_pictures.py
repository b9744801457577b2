"""Pictures are written anew: nothing but their pixels travels."""

import io
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from briefs.load.pictures import reencoded
from tests.load.projects import read, report

SECTION = """\
---
id: a
title: A
audience: all
owner: O
reviewed: 2026-11-20
---
::: figure "F"
![What it shows](media/x.png)
:::
"""


def png(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 2), (1, 2, 3)).save(out, "PNG", **options)
    return out.getvalue()


def test_metadata_does_not_travel() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "a person")
    data = png(pnginfo=info, dpi=(300, 300))
    assert b"a person" in data
    clean = Image.open(io.BytesIO(reencoded(data)))
    assert (clean.format, clean.size, clean.info, clean.getpixel((0, 0))) == ("PNG", (4, 2), {}, (1, 2, 3))


def test_a_photograph_stays_one_and_stands_upright_without_its_exif() -> None:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A camera"
    Image.new("RGB", (4, 2)).save(out, "JPEG", exif=exif)
    clean = Image.open(io.BytesIO(reencoded(out.getvalue())))
    assert (clean.format, clean.size, dict(clean.getexif())) == ("JPEG", (2, 4), {})


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert reencoded(png()) == reencoded(png(compress_level=1))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", png()[:40], b"\x89PNG\r\n\x1a\n" + b"\x00" * 100])
def test_what_is_no_picture_is_refused_at_its_reference(data: bytes, tmp_path: Path) -> None:
    corpus, found = read(tmp_path, {"sections/a.md": SECTION, "media/x.png": data})
    assert [(item.code, str(item.origin)) for item in found] == [("B114", "content/sections/a.md:9:1")]
    assert not corpus.media


def test_a_picture_that_is_shown_is_on_the_corpus(tmp_path: Path) -> None:
    corpus, found = read(tmp_path, {"sections/a.md": SECTION, "media/x.png": png(), "media/unused.png": b"x"})
    assert report(corpus, found) == ""
    assert corpus.media == {"media/x.png": reencoded(png())}


def test_a_picture_out_of_content_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "content" / "media").mkdir(parents=True)
    (tmp_path / "content" / "media" / "x.png").symlink_to(tmp_path / "secret.png")
    _, found = read(tmp_path, {"sections/a.md": SECTION})
    assert [(item.code, item.message) for item in found] == [
        ("B114", "picture 'media/x.png': a symbolic link that leaves content/")
    ]
