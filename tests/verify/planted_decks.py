"""Faults of decks: what PowerPoint has been known to repair or to refuse, each planted in a deck that holds everything."""

from tests.verify.damage import Damage, add, drop, inside, put
from tests.verify.planted import ALONE, AUDIT, BOTH, SDK, Fault, Others, together

MAIN, MAIN_RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
AGENDA, CHARTED, TABLED, DRAWN, PICTURED = (f"ppt/slides/slide{number}.xml" for number in (2, 7, 9, 10, 12))
AGENDA_RELS, CHARTED_RELS, TABLED_RELS, PICTURED_RELS = (f"ppt/slides/_rels/slide{n}.xml.rels" for n in (2, 7, 9, 12))
NOTES, NOTES_RELS = "ppt/notesSlides/notesSlide3.xml", "ppt/notesSlides/_rels/notesSlide3.xml.rels"
NOTES_MASTER, NOTES_MASTER_RELS = "ppt/notesMasters/notesMaster1.xml", "ppt/notesMasters/_rels/notesMaster1.xml.rels"
MASTER, MASTER_RELS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
CHART, CHART_RELS, BOOK = "ppt/charts/chart1.xml", "ppt/charts/_rels/chart1.xml.rels", "ppt/embeddings/chart1.xlsx"
SHEET, TYPES = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
A16 = 'xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"'
CREATED = "{00000000-0000-4000-8000-000000000007}"
MADE = (
    rf'<a:extLst><a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId {A16} id="{CREATED}"/></a:ext></a:extLst>'
)
CELL = "<a:tc>(?:(?!</a:tc>).)*</a:tc>"
EXTENSION = '<p:extLst><p:ext uri="{0}"/></p:extLst>'


def pptx(name: str, says: str, others: Others, *damages: Damage) -> Fault:
    return Fault(name, "pptx", together(*damages), says, others)


def without(part: str, kind: str) -> Damage:
    """Take the relationship of a kind away."""
    return put(part, rf'<Relationship [^>]*/{kind}"[^>]*>', "")


def created(part: str, shape: str) -> Damage:
    """Give a shape a number by which PowerPoint knows it again."""
    return put(part, rf'(<p:cNvPr id="{shape}" name="[^"]*")/>', rf"\1>{MADE}</p:cNvPr>")


SLIDES: tuple[Fault, ...] = (
    pptx("a slide's number below 256", "slide id 12 is out of range", BOTH, put(MAIN, 'sldId id="256"', 'sldId id="12"', 0)),
    pptx("a slide's number too large", "is out of range", BOTH, put(MAIN, 'sldId id="256"', 'sldId id="2147483648"', 0)),
    pptx("two slides of one number", "two slides with the id 257", BOTH, put(MAIN, '<p:sldId id="256"', '<p:sldId id="257"')),
    pptx("a slide listed twice", "the list of slides names 'rIdSlide2' twice", ALONE, put(MAIN, 'rIdSlide1"', 'rIdSlide2"')),
    pptx("a slide listed that does not exist", "uses relationship 'rIdSlide99'", BOTH, put(MAIN, 'rIdSlide3"', 'rIdSlide99"')),
    pptx(
        "a slide dropped from the list only",
        "a slide that the deck does not list",
        ALONE,
        put(MAIN, '<p:sldId id="258" [^>]*>', ""),
        put(MAIN, '<p14:sldId id="258"/>', ""),
    ),
    pptx(
        "a slide whose part is gone",
        "leads to 'ppt/slides/slide5.xml', which does not exist",
        BOTH,
        drop("ppt/slides/slide5.xml"),
    ),
    pptx("a slide without a layout", "has no relationship to a slideLayout", AUDIT, without(TABLED_RELS, "slideLayout")),
    pptx(
        "a slide of two layouts",
        "has 2 relationships to a slideLayout",
        BOTH,
        put(
            TABLED_RELS,
            "</Relationships>",
            '<Relationship Id="x9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" '
            'Target="../slideLayouts/slideLayout2.xml"/></Relationships>',
        ),
    ),
    pptx("two shapes of one number", "two shapes with the id 2", AUDIT, put(AGENDA, '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    pptx("a shape without a number", "a shape has the id ''", BOTH, put(AGENDA, '<p:cNvPr id="3"', "<p:cNvPr")),
    pptx(
        "a shape's number too large",
        "a shape has the id '4294967296'",
        BOTH,
        put(AGENDA, '<p:cNvPr id="3"', '<p:cNvPr id="4294967296"'),
    ),
    pptx(
        "two shapes created under one number",
        f"two things created under '{CREATED}'",
        ALONE,
        created(CHARTED, "2"),
        created(CHARTED, "4"),
    ),
    pptx("a value that is no number", "has a value that is no number", BOTH, put(AGENDA, 'x="548640"', 'x="NaN"')),
    pptx("a shape of negative width", "a shape of negative size", BOTH, put(AGENDA, r'<a:ext cx="\d{3,}"', '<a:ext cx="-5"')),
    pptx("a text without a paragraph", "a text without a paragraph", BOTH, put(AGENDA, "(<p:txBody>.*?)<a:p>.*?</a:p>", r"\1")),
    pptx("a text without its frame", "a text without its frame", BOTH, put(AGENDA, "(<p:txBody>)<a:bodyPr/>", r"\1")),
    pptx("text before its looks", "", BOTH, put(AGENDA, '<a:rPr lang="en-US"/>(<a:t>[^<]*</a:t>)', r'\1<a:rPr lang="en-US"/>')),
    pptx("an extension before the rest", "", BOTH, put(CHARTED, "<p:clrMapOvr>", f"{EXTENSION}<p:clrMapOvr>")),
    pptx("a picture that is not there", "uses relationship 'rId99'", BOTH, put(PICTURED, 'r:embed="[^"]*"', 'r:embed="rId99"')),
    pptx(
        "a picture of another kind than its name",
        "is no png",
        AUDIT,
        add("ppt/media/picture1.png", b"\xff\xd8\xff\xe0\x00\x02\xff\xd9"),
    ),
    pptx(
        "a picture that leads to the layout", "leads to a slideLayout", ALONE, put(PICTURED, 'r:embed="[^"]*"', 'r:embed="rId1"')
    ),
    pptx("a size no slide has", "the slide size is out of range", BOTH, put(MAIN, '<p:sldSz cx="12192000"', '<p:sldSz cx="12"')),
)

LINKS: tuple[Fault, ...] = (
    pptx(
        "a jump without a target",
        "uses relationship 'rId99'",
        BOTH,
        put(AGENDA, r'hlinkClick r:id="[^"]*"', 'hlinkClick r:id="rId99"'),
    ),
    pptx(
        "a jump to a layout",
        "a jump that leads to no slide",
        ALONE,
        put(AGENDA, r'hlinkClick r:id="[^"]*"', 'hlinkClick r:id="rId1"'),
    ),
    pptx(
        "an address that is none",
        "which is no address",
        ALONE,
        put("ppt/slides/_rels/slide5.xml.rels", 'Target="https://[^"]*"', 'Target="https://a b["'),
    ),
    pptx(
        "an address taken for a part",
        "which does not exist",
        BOTH,
        put("ppt/slides/_rels/slide5.xml.rels", ' TargetMode="External"', ""),
    ),
    pptx("glue without a shape", "a connector glued to shape 999", ALONE, put(DRAWN, r'<a:stCxn id="\d+"', '<a:stCxn id="999"')),
    pptx(
        "glue at a side that the shape lacks", "which has no site 9", ALONE, put(DRAWN, r'(<a:stCxn id="\d+" idx=")\d', r"\g<1>9")
    ),
)

SECTIONS: tuple[Fault, ...] = (
    pptx(
        "a section naming an unknown slide",
        "the sections do not hold each slide once",
        ALONE,
        put(MAIN, '<p14:sldId id="256"/>', '<p14:sldId id="999"/>'),
    ),
    pptx("a slide in no section", "the sections do not hold each slide once", ALONE, put(MAIN, '<p14:sldId id="257"/>', "")),
    pptx(
        "a slide in two sections",
        "the sections do not hold each slide once",
        ALONE,
        put(MAIN, '<p14:sldId id="257"/>', r"\g<0>\g<0>"),
    ),
    pptx(
        "two sections of one number",
        "two sections with the id",
        ALONE,
        put(MAIN, r'(<p14:section [^>]*id=")[^"]*', r"\1{D6AB112B-B3F8-5756-927F-5F72FCC2984F}", 0),
    ),
    pptx(
        "a section's number that is none",
        "a section has the id 'one'",
        BOTH,
        put(MAIN, r'(<p14:section [^>]*id=")[^"]*', r"\1one"),
    ),
)

MASTERS: tuple[Fault, ...] = (
    pptx(
        "two layouts of one number",
        "two masters or layouts with the id 2147483651",
        BOTH,
        put(MASTER, 'id="2147483650"', 'id="2147483651"'),
    ),
    pptx(
        "a layout's number that is the master's",
        "two masters or layouts with the id",
        ALONE,
        put(MASTER, 'id="2147483650"', 'id="2147483648"'),
    ),
    pptx(
        "a layout's number too small",
        "the id 12 of a master or layout is out of range",
        BOTH,
        put(MASTER, 'id="2147483650"', 'id="12"'),
    ),
    pptx(
        "a layout that its master does not list", "does not list", ALONE, put(MASTER, r'<p:sldLayoutId id="2147483650"[^>]*>', "")
    ),
    pptx(
        "a layout listed that does not exist",
        "uses relationship 'rId99'",
        BOTH,
        put(MASTER, r'(<p:sldLayoutId id="2147483650" r:id=")[^"]*', r"\1rId99"),
    ),
    pptx("a layout without a master", "has no relationship to a slideMaster", AUDIT, without(LAYOUT_RELS, "slideMaster")),
    pptx("a master without a theme", "has no relationship to a theme", AUDIT, without(MASTER_RELS, "theme")),
    pptx(
        "a master that the deck does not list", "has no master", AUDIT, put(MAIN, "<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", "")
    ),
    pptx(
        "notes and slides of one theme",
        "shares its theme",
        ALONE,
        put(NOTES_MASTER_RELS, "theme2", "theme1"),
        drop("ppt/theme/theme2.xml"),
        put(TYPES, '<Override PartName="/ppt/theme/theme2.xml"[^>]*>', ""),
    ),
    pptx("notes without a master", "has no relationship to a notesMaster", ALONE, without(NOTES_RELS, "notesMaster")),
    pptx("notes without a slide", "has no relationship to a slide", ALONE, without(NOTES_RELS, "slide")),
    pptx(
        "notes that lead to another slide", "does not lead back", ALONE, put(NOTES_RELS, "slides/slide3.xml", "slides/slide4.xml")
    ),
    pptx(
        "notes of two slides",
        "does not lead back",
        ALONE,
        put("ppt/slides/_rels/slide4.xml.rels", "notesSlide4.xml", "notesSlide3.xml"),
    ),
    pptx(
        "a master of notes that the deck does not list",
        "has no master of notes",
        ALONE,
        put(MAIN, "<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
    ),
    pptx("a master of notes without a theme", "has no relationship to a theme", ALONE, without(NOTES_MASTER_RELS, "theme")),
    pptx(
        "an empty placeholder of the master of notes",
        "a text without a paragraph",
        BOTH,
        put(NOTES_MASTER, "<p:txBody>.*?</p:txBody>", "<p:txBody><a:bodyPr/><a:lstStyle/></p:txBody>"),
    ),
)

TABLES: tuple[Fault, ...] = (
    pptx("a row that is short of cells", "a row of 3 cells in a grid of 4", ALONE, put(TABLED, CELL, "")),
    pptx("a row with a cell too many", "a row of 5 cells in a grid of 4", ALONE, put(TABLED, CELL, r"\g<0>\g<0>")),
    pptx(
        "a cell wider than its table",
        "a cell that is wider or higher than its table",
        ALONE,
        put(TABLED, f"(<a:tr [^>]*>{CELL}{CELL}{CELL})<a:tc>", r'\1<a:tc gridSpan="3">'),
    ),
    pptx(
        "a cell higher than its table",
        "a cell that is wider or higher than its table",
        ALONE,
        put(TABLED, "<a:tc>", '<a:tc rowSpan="40">'),
    ),
    pptx(
        "a merged cell whose neighbours are not",
        "a merged cell that does not cover its neighbours",
        ALONE,
        put(TABLED, "<a:tc>", '<a:tc gridSpan="2">'),
    ),
    pptx("a cell merged with nothing", "a cell is merged with none", ALONE, put(TABLED, "<a:tc>", '<a:tc hMerge="1">')),
    pptx(
        "a cell without a paragraph",
        "a text without a paragraph",
        BOTH,
        put(TABLED, "(<a:tc><a:txBody>.*?)<a:p>.*?</a:p>", r"\1"),
    ),
    pptx("a cell without text", "a cell without text", ALONE, put(TABLED, "<a:tc><a:txBody>.*?</a:txBody>", "<a:tc>")),
    pptx("a table without a row", "has no row", BOTH, put(TABLED, "<a:tr .*</a:tr>", "")),
)

CHARTS: tuple[Fault, ...] = (
    pptx("an axis with too large a number", "is out of range", SDK, put(CHART, r'<c:axId val="\d+"', '<c:axId val="4294967295"')),
    pptx(
        "an axis that is not there",
        "uses the axis 7, which it does not have",
        ALONE,
        put(CHART, r'(</c:ser>.*?<c:axId val=")\d+', r"\g<1>7"),
    ),
    pptx(
        "an axis that crosses none",
        "crosses the axis 7, which does not cross it",
        ALONE,
        put(CHART, r'<c:crossAx val="\d+"', '<c:crossAx val="7"'),
    ),
    pptx("two axes of one number", "two axes with the id 111111111", ALONE, put(CHART, "222222222", "111111111", 0)),
    pptx(
        "two series of one place",
        "two series with the idx 0",
        ALONE,
        put("ppt/charts/chart2.xml", '<c:idx val="1"/><c:order', '<c:idx val="0"/><c:order'),
    ),
    pptx(
        "more points than counted",
        "more points than it counts",
        ALONE,
        put(CHART, r'(<c:numCache>.*?<c:ptCount val=")\d+', r"\g<1>1"),
    ),
    pptx("a point that is no number", "a point that is no number", ALONE, put(CHART, "(<c:numCache>.*?<c:v>)[^<]*", r"\1NaN")),
    pptx("a chart without its workbook's part", "which does not exist", BOTH, drop(BOOK)),
    pptx("a chart that names no workbook", "names no workbook", ALONE, put(CHART, "<c:externalData.*?</c:externalData>", "")),
    pptx(
        "a chart whose workbook is not related",
        "uses relationship 'rId99'",
        SDK,
        put(CHART, r'<c:externalData r:id="[^"]*"', '<c:externalData r:id="rId99"'),
    ),
    pptx("a workbook that is no package", "not a package", ALONE, add(BOOK, b"not a workbook")),
    pptx("a workbook without its sheet", "which does not exist", ALONE, inside(BOOK, drop(SHEET))),
    pptx("a workbook without a list of types", "[Content_Types].xml: missing", ALONE, inside(BOOK, drop(TYPES))),
    pptx("a chart of a sheet that is not there", "names the sheet 'Other'", ALONE, put(CHART, "Data!", "Other!", 0)),
    pptx(
        "a chart that shows another number",
        "shows other values than",
        ALONE,
        put(CHART, "(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>31415"),
    ),
    pptx(
        "a frame whose chart is not related",
        "uses relationship 'rId99'",
        BOTH,
        put(CHARTED, r'(<c:chart [^>]*r:id=")[^"]*', r"\1rId99"),
    ),
)

DECKS = (*SLIDES, *LINKS, *SECTIONS, *MASTERS, *TABLES, *CHARTS)
