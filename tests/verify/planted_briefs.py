"""Faults of briefs: what Word has been known to repair, to refuse or to misread, each planted in one that holds everything."""

from tests.verify.damage import Damage, add, drop, inside, put
from tests.verify.planted import ALONE, AUDIT, BOTH, Fault, Others, together

DOCUMENT, NOTES, HEADER = "word/document.xml", "word/footnotes.xml", "word/header1.xml"
STYLES, NUMBERS, SETTINGS = "word/styles.xml", "word/numbering.xml", "word/settings.xml"
CHART, BOOK, TYPES = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx", "[Content_Types].xml"
NAMED = r'(<w:bookmarkStart [^>]*w:name=")[^"]*'
ROW = "<w:tr>(?:(?!</w:tr>).)*</w:tr>"
FIELD_END = '<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="end"/></w:r>'


def docx(name: str, says: str, others: Others, *damages: Damage) -> Fault:
    return Fault(name, "docx", together(*damages), says, others)


BOOKMARKS: tuple[Fault, ...] = (
    docx(
        "two bookmarks of one name",
        "two bookmarks 'same'",
        ALONE,
        put(DOCUMENT, rf'{NAMED}("/?>.*?<w:bookmarkStart [^>]*w:name=")[^"]*', r"\1same\2same"),
    ),
    docx(
        "two bookmarks of one number",
        "two bookmarks with the id 2",
        BOTH,
        put(DOCUMENT, 'bookmarkStart w:id="1"', 'bookmarkStart w:id="2"'),
    ),
    docx(
        "a bookmark that does not end",
        "a bookmark begins and does not end",
        ALONE,
        put(DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""),
    ),
    docx("a bookmark's name too long", "is longer than 40 letters", BOTH, put(DOCUMENT, NAMED, r"\1" + "n" * 41)),
    docx(
        "a link to no bookmark",
        "a link to 'nowhere', which is no bookmark",
        ALONE,
        put(DOCUMENT, 'w:anchor="[^"]*"', 'w:anchor="nowhere"'),
    ),
    docx(
        "a link of a note to no bookmark",
        "a link to 'nowhere'",
        BOTH,
        put(NOTES, '(<w:footnote w:id="1"[^>]*><w:p>)', r'\1<w:hyperlink w:anchor="nowhere"/>'),
    ),
    docx(
        "a link that tells too much", "tells more than 260", BOTH, put(DOCUMENT, 'w:tooltip="[^"]*"', f'w:tooltip="{"n" * 261}"')
    ),
    docx(
        "a field that refers to no bookmark",
        "a field refers to '_nowhere'",
        ALONE,
        put(DOCUMENT, "NOTEREF _footnote_1", "NOTEREF _nowhere"),
    ),
)

FIELDS: tuple[Fault, ...] = (
    docx("a field that does not end", "a field that is not balanced", ALONE, put(DOCUMENT, FIELD_END, "")),
    docx("a field that ends twice", "a field that is not balanced", ALONE, put(DOCUMENT, FIELD_END, r"\g<0>\g<0>")),
    docx("a field of a header that does not end", "a field that is not balanced", ALONE, put(HEADER, FIELD_END, "")),
    docx(
        "a field that is parted twice",
        "a field that is not balanced",
        ALONE,
        put(DOCUMENT, '<w:fldChar w:fldCharType="separate"/>', r"\g<0>\g<0>"),
    ),
    docx(
        "fields to update at opening",
        "asks the reader to update",
        BOTH,
        put(SETTINGS, "<w:defaultTabStop", r'<w:updateFields w:val="true"/>\g<0>'),
    ),
    docx(
        "a field marked as stale",
        "asks the reader to update",
        ALONE,
        put(DOCUMENT, 'fldCharType="begin"', 'fldCharType="begin" w:dirty="true"'),
    ),
)

TABLES: tuple[Fault, ...] = (
    docx(
        "a row that is short of cells", "in a grid of", ALONE, put(DOCUMENT, r"(<w:tr>.*?)<w:tc>(?:(?!</w:tc>).)*</w:tc>", r"\1")
    ),
    docx("a grid that is short of a column", "in a grid of", ALONE, put(DOCUMENT, "<w:gridCol [^>]*/>", "")),
    docx(
        "a cell wider than its table", "in a grid of", ALONE, put(DOCUMENT, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="9"/>')
    ),
    docx(
        "a cell that does not end in a paragraph",
        "does not end in a paragraph",
        ALONE,
        put(DOCUMENT, "</w:tc>", "<w:bookmarkStart w:id='987' w:name='q'/><w:bookmarkEnd w:id='987'/></w:tc>"),
    ),
    docx(
        "a cell that holds nothing",
        "does not end in a paragraph",
        AUDIT,
        put(DOCUMENT, "(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)(?:(?!</w:tc>).)*", r"\1"),
    ),
    docx("a table without a row", "has no row", ALONE, put(DOCUMENT, f"({ROW})+", "")),
    docx("a table without a grid", "in a grid of 0", BOTH, put(DOCUMENT, "<w:tblGrid>.*?</w:tblGrid>", "")),
    docx(
        "a cell that goes on from none",
        "a cell goes on from none above it",
        ALONE,
        put(DOCUMENT, "<w:tcPr>(<w:tcW [^>]*/>)", r"<w:tcPr>\1<w:vMerge/>"),
    ),
)

NOTED: tuple[Fault, ...] = (
    docx(
        "a reference to no note",
        "footnote 91 does not exist",
        BOTH,
        put(DOCUMENT, '<w:footnoteReference w:id="1"', '<w:footnoteReference w:id="91"'),
    ),
    docx("a note that nothing refers to", "nothing refers to footnote 91", BOTH, put(NOTES, 'w:id="1"', 'w:id="91"')),
    docx("two notes of one number", "two footnotes with the id 1", BOTH, put(NOTES, 'w:id="2"', 'w:id="1"')),
    docx(
        "a note without a paragraph",
        "a footnote without a paragraph",
        ALONE,
        put(NOTES, '(<w:footnote w:id="1">).*?(</w:footnote>)', r"\1\2"),
    ),
    docx(
        "no separator of the notes",
        "the separator -1 of the settings does not exist",
        BOTH,
        put(NOTES, '<w:footnote w:type="separator".*?</w:footnote>', ""),
    ),
    docx(
        "notes whose part is gone",
        "which does not exist",
        BOTH,
        drop(NOTES),
        put(TYPES, '<Override PartName="/word/footnotes.xml"[^>]*>', ""),
    ),
)

LOOKS: tuple[Fault, ...] = (
    docx(
        "a style that does not exist",
        "the style 'Nowhere', which does not exist",
        AUDIT,
        put(DOCUMENT, '<w:pStyle w:val="BodyText"', '<w:pStyle w:val="Nowhere"'),
    ),
    docx(
        "a table's style that does not exist",
        "the style 'Nowhere', which does not exist",
        AUDIT,
        put(DOCUMENT, '<w:tblStyle w:val="[^"]*"', '<w:tblStyle w:val="Nowhere"'),
    ),
    docx("two styles of one name", "two styles 'BodyText'", BOTH, put(STYLES, 'w:styleId="[^"]*"', 'w:styleId="BodyText"')),
    docx(
        "a style based on none",
        "the style 'Nowhere', which does not exist",
        AUDIT,
        put(STYLES, '<w:basedOn w:val="[^"]*"', '<w:basedOn w:val="Nowhere"'),
    ),
    docx(
        "a style based on itself",
        "is based on itself",
        ALONE,
        put(STYLES, r'(<w:style [^>]*w:styleId=")([^"]*)("(?:(?!</w:style>).)*<w:basedOn w:val=")[^"]*', r"\1\2\3\2"),
    ),
    docx(
        "a list that does not exist",
        "the list 999, which does not exist",
        AUDIT,
        put(DOCUMENT, '<w:numId w:val="6"', '<w:numId w:val="999"'),
    ),
    docx(
        "a list of no kind",
        "the kind of list 999, which does not exist",
        AUDIT,
        put(NUMBERS, '<w:abstractNumId w:val="1"', '<w:abstractNumId w:val="999"'),
    ),
    docx("two lists of one number", "two lists with the id 2", ALONE, put(NUMBERS, '<w:num w:numId="1"', '<w:num w:numId="2"')),
    docx(
        "a kind of list after the lists",
        "",
        BOTH,
        put(NUMBERS, "(<w:num .*</w:num>)", r'\1<w:abstractNum w:abstractNumId="77"/>'),
    ),
    docx("a size with a fraction", "'20.5' is no whole number", ALONE, put(DOCUMENT, '<w:sz w:val="20"', '<w:sz w:val="20.5"')),
    docx("a colour that is none", "", AUDIT, put(DOCUMENT, '<w:color w:val="[^"]*"', '<w:color w:val="red"')),
)

STORIES: tuple[Fault, ...] = (
    docx("a header without a paragraph", "a story without a paragraph", ALONE, put(HEADER, "<w:p>.*</w:p>", "")),
    docx(
        "a header that is not there",
        "uses relationship 'rId99'",
        BOTH,
        put(DOCUMENT, r'(<w:headerReference [^>]*r:id=")[^"]*', r"\1rId99"),
    ),
    docx(
        "a header that is a footer",
        "leads to a footer",
        BOTH,
        put(DOCUMENT, r'(<w:headerReference [^>]*r:id=")[^"]*', r"\1rId12"),
    ),
    docx(
        "two headers of one kind",
        "two headers of one kind",
        ALONE,
        put(DOCUMENT, '<w:headerReference w:type="first"', '<w:headerReference w:type="default"'),
    ),
    docx("a paragraph in a paragraph", "", BOTH, put(DOCUMENT, "(<w:p>)(<w:pPr>.*?</w:pPr>)", r"\1\2<w:p/>")),
    docx("text outside a run", "", BOTH, put(DOCUMENT, "<w:r>(<w:t [^>]*>[^<]*</w:t>)</w:r>", r"\1")),
    docx(
        "a run's looks after its text",
        "",
        BOTH,
        put(DOCUMENT, "(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(<w:t [^>]*>[^<]*</w:t>)", r"\2\1"),
    ),
    docx(
        "a frame of content without content",
        "a frame without content",
        ALONE,
        put(DOCUMENT, "<w:sdtContent>.*?</w:sdtContent>", ""),
    ),
    docx(
        "a change that somebody tracked",
        "holds 'ins'",
        ALONE,
        put(
            DOCUMENT,
            "(<w:p>)(<w:pPr>.*?</w:pPr>)",
            r'\1\2<w:ins w:id="900" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins>',
        ),
    ),
)

DRAWINGS: tuple[Fault, ...] = (
    docx(
        "two drawings of one number", "two drawings with the id 1", ALONE, put(DOCUMENT, '<wp:docPr id="13"', '<wp:docPr id="1"')
    ),
    docx(
        "a drawing of negative width",
        "a shape of negative size",
        BOTH,
        put(DOCUMENT, '<wp:extent cx="[^"]*"', '<wp:extent cx="-5"'),
    ),
    docx("a picture that is not there", "uses relationship 'rId99'", BOTH, put(DOCUMENT, 'r:embed="[^"]*"', 'r:embed="rId99"')),
    docx(
        "a chart that is not there",
        "uses relationship 'rId99'",
        BOTH,
        put(DOCUMENT, '<c:chart r:id="[^"]*"', '<c:chart r:id="rId99"'),
    ),
    docx(
        "glue without a shape", "a connector glued to shape 999", ALONE, put(DOCUMENT, r'<a:stCxn id="\d+"', '<a:stCxn id="999"')
    ),
    docx("a chart without its workbook", "names no workbook", ALONE, put(CHART, "<c:externalData.*?</c:externalData>", "")),
    docx("a workbook that is no package", "not a package", ALONE, add(BOOK, b"not a workbook")),
    docx(
        "a chart that shows another number",
        "shows other values than",
        ALONE,
        put(CHART, "(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>31415"),
    ),
    docx(
        "a workbook with another name",
        "shows other values than",
        ALONE,
        inside(BOOK, put("xl/worksheets/sheet1.xml", "(<t [^>]*>)[^<]*", r"\1Other")),
    ),
)

BRIEFS = (*BOOKMARKS, *FIELDS, *TABLES, *NOTED, *LOOKS, *STORIES, *DRAWINGS)
