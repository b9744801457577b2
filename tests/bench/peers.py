"""Other writers of the same workload: pandoc, docxtpl and plain python-pptx, each used as its documentation says."""

import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pptx
import pypandoc
from docx.shared import Inches
from docxtpl import DocxTemplate, InlineImage, RichText
from pptx.util import Inches as SlideInches

from tests.bench.workload import Block, Sheet, Workload, picture

BULLETS_LAYOUT, TITLE_LAYOUT = 1, 5
"""Of python-pptx's own template."""


def pandoc(source: Path, form: str) -> None:
    """One pandoc process, as people run it."""
    words = [pypandoc.get_pandoc_path(), source.name, "-f", "markdown", "-o", f"{source.stem}.{form}"]
    subprocess.run(words, check=True, capture_output=True, cwd=source.parent)


def pandoc_brief(work: Workload, folder: Path) -> Path:
    """The brief as pandoc's Markdown, with its pictures."""
    for name in work.pictures:
        (folder / name).write_bytes(picture(name))
    path = folder / "brief.md"
    path.write_text("\n\n".join(_markdown(block) for part in work.parts for block in part), "utf-8")
    return path


def pandoc_deck(work: Workload, folder: Path) -> Path:
    """The deck as pandoc's Markdown."""
    path = folder / "deck.md"
    path.write_text("\n\n".join(_slide(sheet) for sheet in work.sheets), "utf-8")
    return path


def _markdown(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * block.level} {block.lines[0]}"
        case "text":
            return (
                f"{block.lines[0]}, see [Page {block.link}](https://bench.example/{block.link})."
                if block.link
                else block.lines[0]
            )
        case "bullets":
            return "\n".join(f"- {line}" for line in block.lines)
        case "table":
            return _table(block.rows)
        case "picture":
            return f"![{block.lines[0]}]({block.picture})"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    first, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((first, "|" + "---|" * len(rows[0]), *rest))


def _slide(sheet: Sheet) -> str:
    body = _table(sheet.rows) if sheet.rows else "\n".join(f"- {line}" for line in sheet.bullets)
    return f"## {sheet.title}\n\n{body}\n\n::: notes\n{sheet.notes}\n:::"


def docxtpl_template() -> bytes:
    """A template with one loop over blocks and one place for each kind of them."""
    made = docx.Document()
    made.add_paragraph("{%p for b in blocks %}")
    for level in (1, 2):
        made.add_paragraph("{%p if b.kind == 'heading' and b.level == " + str(level) + " %}")
        made.add_heading("{{ b.line }}", level)
        made.add_paragraph("{%p endif %}")
    for kind, style, text in (("text", None, "{{r b.rich }}"), ("picture", None, "{{ b.image }}")):
        made.add_paragraph("{%p if b.kind == '" + kind + "' %}")
        made.add_paragraph(text, style=style)
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if b.kind == 'bullets' %}")
    made.add_paragraph("{%p for line in b.lines %}")
    made.add_paragraph("{{ line }}", style="List Bullet")
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if b.kind == 'table' %}")
    table = made.add_table(rows=3, cols=5)
    table.style = "Table Grid"
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    for number in range(5):
        table.cell(1, number).text = f"{{{{ row[{number}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def docxtpl_brief(work: Workload, template: bytes) -> bytes:
    """The brief from that template, with links and pictures."""
    made = DocxTemplate(BytesIO(template))
    made.init_docx()
    made.render({"blocks": [_block(made, block) for part in work.parts for block in part]}, autoescape=True)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _block(made: DocxTemplate, block: Block) -> dict[str, object]:
    found: dict[str, object] = {"kind": block.kind, "level": block.level, "lines": block.lines, "rows": block.rows}
    if block.kind == "heading":
        found["line"] = block.lines[0]
    elif block.kind == "text":
        rich = RichText(block.lines[0])
        if block.link:
            address = f"https://bench.example/{block.link}"
            rich.add(f"Page {block.link}", url_id=made.build_url_id(address), underline=True)
        found["rich"] = rich
    elif block.kind == "picture":
        found["image"] = InlineImage(made, BytesIO(picture(block.picture)), width=Inches(4))
    return found


def pptx_deck(work: Workload) -> bytes:
    """The deck with plain python-pptx and its own template."""
    made = pptx.Presentation()
    for sheet in work.sheets:
        slide = made.slides.add_slide(made.slide_layouts[TITLE_LAYOUT if sheet.rows else BULLETS_LAYOUT])
        slide.shapes.title.text = sheet.title
        if sheet.bullets:
            _fill_bullets(slide.placeholders[1].text_frame, sheet.bullets)
        if sheet.rows:
            _fill_table(slide, sheet.rows)
        slide.notes_slide.notes_text_frame.text = sheet.notes
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _fill_bullets(frame: pptx.text.text.TextFrame, lines: tuple[str, ...]) -> None:
    frame.text = lines[0]
    for line in lines[1:]:
        frame.add_paragraph().text = line


def _fill_table(slide: pptx.slide.Slide, rows: tuple[tuple[str, ...], ...]) -> None:
    places = (SlideInches(inches) for inches in (0.5, 1.6, 9, 4))
    table = slide.shapes.add_table(len(rows), len(rows[0]), *places).table
    for across, row in enumerate(rows):
        for down, text in enumerate(row):
            table.cell(across, down).text = text
