"""Write the committed tables of font widths; a developer's command, `make metrics`, that nothing else imports.

It needs fontTools and the open fonts on disk, and the package at run time needs neither: the tables are what it leaves.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype")
TABLES = Path(__file__).parent / "tables"

FAMILIES = {
    "Calibri": "crosextra/Carlito",
    "Cambria": "crosextra/Caladea",
    "Arial": "liberation2/LiberationSans",
    "Courier New": "liberation2/LiberationMono",
}
"""The fonts that documents name, and the files of the open fonts that are drawn to the same widths."""

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")

RANGES = ((0x20, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2700), (0xFB00, 0xFB07))
"""Latin, Greek, Cyrillic, punctuation, arrows, mathematics, boxes and shapes, ligatures."""


USE_TYPOGRAPHIC = 1 << 7
"""The bit of OS/2 by which a font asks for its typographic line height."""


def line_height(font: TTFont) -> int:
    """What Windows takes for one line of this font, in font units."""
    os2, hhea = font["OS/2"], font["hhea"]
    across: int = hhea.ascent - hhea.descent + hhea.lineGap
    typographic: int = os2.sTypoAscender - os2.sTypoDescender + os2.sTypoLineGap
    windows: int = os2.usWinAscent + os2.usWinDescent
    return max(across, typographic if os2.fsSelection & USE_TYPOGRAPHIC else windows)


def runs(widths: dict[int, int]) -> list[list[int]]:
    """Widths as rows of one first code point and the widths of it and its followers, without gaps."""
    rows: list[list[int]] = []
    expected = -1
    for code in sorted(widths):
        if code != expected:
            rows.append([code])
        rows[-1].append(widths[code])
        expected = code + 1
    return rows


def face(path: Path) -> dict[str, object]:
    """One file's table: its version, units to the em, line height and widths."""
    font = TTFont(path, lazy=True)
    advances = font["hmtx"]
    widths = {
        code: advances[glyph][0]
        for code, glyph in font.getBestCmap().items()
        if any(first <= code < last for first, last in RANGES)
    }
    return {
        "font": path.stem,
        "version": font["name"].getDebugName(5).split(";")[0],
        "em": font["head"].unitsPerEm,
        "line": line_height(font),
        "widths": runs(widths),
    }


def lines(faces: dict[str, dict[str, object]]) -> str:
    """JSON with one style to a line, so that a change of one face is a change of one line."""
    rows = [f"{json.dumps(style)}: {json.dumps(table, separators=(',', ':'))}" for style, table in faces.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main() -> None:
    """Read every face and write one table for each family."""
    fonts = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    for family, stem in FAMILIES.items():
        tables = {style: face(fonts / f"{stem}-{style}.ttf") for style in STYLES}
        (TABLES / f"{family.lower().replace(' ', '-')}.json").write_text(lines(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
