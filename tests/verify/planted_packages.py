"""Faults of packages: the archive, its types, its relationships and its properties, alike for Word and PowerPoint."""

from tests.verify.damage import Damage, add, drop, put, twice
from tests.verify.planted import ALONE, AUDIT, BOTH, SDK, Fault, Others, renamed, together

TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
DOCUMENT, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SLIDE_TYPE = r"application/vnd\.openxmlformats-officedocument\.presentationml\.slide\+xml"


def docx(name: str, says: str, others: Others, *damages: Damage) -> Fault:
    return Fault(name, "docx", together(*damages), says, others)


def pptx(name: str, says: str, others: Others, *damages: Damage) -> Fault:
    return Fault(name, "pptx", together(*damages), says, others)


def related(target: str, kind: str, more: str = "") -> Damage:
    written = f'<Relationship Id="x9" Type="{OFFICE}/{kind}" Target="{target}"{more}/></Relationships>'
    return put(LINKS, "</Relationships>", written)


ARCHIVE: tuple[Fault, ...] = (
    docx("no archive at all", "not a package", BOTH, lambda data: b"not a package"),
    docx("an archive cut short", "not a package", BOTH, lambda data: data[: len(data) // 2]),
    docx("bytes behind the archive", "not a package", ALONE, lambda data: data + b"more"),
    docx("a part twice in the archive", "twice in the archive", SDK, twice("word/styles.xml")),
    docx("two parts that differ by case", "differs from another part by case only", SDK, add("word/Styles.xml", b"<x/>")),
    docx("a part's name with a backslash", "no name of a part", BOTH, renamed("word/styles.xml", "word\\styles.xml")),
    docx("a part that is not well-formed", "not well-formed", BOTH, put(DOCUMENT, "</w:body>", "")),
    docx("a part that begins with a space", "not well-formed", BOTH, put("word/styles.xml", "<\\?xml", " <?xml")),
    docx(
        "a part of a kind that nobody reads", "a kind of part that no product has", AUDIT, add("word/x.bin", b"\xd0\xcf\x11\xe0")
    ),
    docx(
        "a prefix to ignore that is not declared",
        "ignores the prefix 'zz'",
        BOTH,
        put(DOCUMENT, 'mc:Ignorable="', 'mc:Ignorable="zz '),
    ),
    docx(
        "a choice that needs an undeclared prefix",
        "needs the prefix 'zz'",
        SDK,
        put(DOCUMENT, 'Requires="[^"]*"', 'Requires="zz"'),
    ),
    docx(
        "a choice without a fallback", "a choice without a fallback", ALONE, put(DOCUMENT, "<mc:Fallback>.*?</mc:Fallback>", "")
    ),
)

CONTENT_TYPES: tuple[Fault, ...] = (
    docx("no list of types", f"{TYPES}: missing", BOTH, drop(TYPES)),
    docx(
        "a type for a part that is not there",
        "a type for 'word/none.xml'",
        ALONE,
        put(TYPES, "</Types>", '<Override PartName="/word/none.xml" ContentType="application/xml"/></Types>'),
    ),
    docx(
        "two types for one part",
        "two types for 'word/styles.xml'",
        SDK,
        put(TYPES, '<Override PartName="/word/styles.xml"[^>]*>', r"\g<0>\g<0>"),
    ),
    docx("a picture without a type", "has no content type", SDK, put(TYPES, '<Default Extension="png"[^>]*>', "")),
    docx("a picture under another's type", "has the content type 'image/gif'", ALONE, put(TYPES, "image/png", "image/gif")),
    pptx(
        "a slide under no type of its own",
        "has the content type 'application/xml'",
        SDK,
        put(TYPES, '<Override PartName="/ppt/slides/slide3.xml"[^>]*>', ""),
    ),
    pptx(
        "a slide under a layout's type",
        "has the content type",
        SDK,
        put(TYPES, SLIDE_TYPE, "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"),
    ),
    pptx(
        "a deck under a template's type",
        "has the content type",
        AUDIT,
        put(TYPES, r"presentation\.main\+xml", "template.main+xml"),
    ),
    docx(
        "a brief under a template's type", "has the content type", AUDIT, put(TYPES, r"document\.main\+xml", "template.main+xml")
    ),
    docx(
        "styles under no type of their own",
        "has the content type 'application/xml'",
        BOTH,
        put(TYPES, '<Override PartName="/word/styles.xml"[^>]*>', ""),
    ),
)

RELATIONS: tuple[Fault, ...] = (
    docx("no relationships of the package", f"{ROOT}: missing", BOTH, drop(ROOT)),
    docx(
        "a package without a main part",
        "the package has no relationship to a officeDocument",
        BOTH,
        put(ROOT, '<Relationship [^>]*/officeDocument"[^>]*>', ""),
    ),
    docx(
        "a package without its properties",
        "no relationship leads to it",
        ALONE,
        put(ROOT, '<Relationship [^>]*core-properties"[^>]*>', ""),
    ),
    docx("properties that are not there", "which does not exist", BOTH, drop("docProps/core.xml")),
    docx(
        "properties twice",
        "has 2 relationships to a core-properties",
        SDK,
        put(ROOT, '<Relationship Id="[^"]*"( [^>]*core-properties"[^>]*>)', r'\g<0><Relationship Id="x9"\1'),
    ),
    docx("two relationships of one name", "two relationships 'rId1'", BOTH, put(LINKS, 'Id="rId4"', 'Id="rId1"')),
    docx("a relationship that is not there", "uses relationship 'rNone'", BOTH, put(DOCUMENT, 'r:id="[^"]*"', 'r:id="rNone"')),
    docx("a relationship that leads nowhere", "which does not exist", BOTH, drop("word/charts/chart1.xml")),
    docx("a relationship out of the package", "which does not exist", BOTH, related("../../secret.xml", "header")),
    docx(
        "relationships of no part",
        "belongs to no part",
        ALONE,
        add("word/_rels/none.xml.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
    ),
    docx("a part that nothing leads to", "no relationship leads to it", ALONE, add("word/orphan.xml", b"<x/>")),
    docx("a picture from outside", "from outside", ALONE, related("https://x.example/a.png", "image", ' TargetMode="External"')),
    docx(
        "a template from outside",
        "from outside",
        ALONE,
        related("https://x.example/a.dotm", "attachedTemplate", ' TargetMode="External"'),
    ),
)

PACKAGES = (*ARCHIVE, *CONTENT_TYPES, *RELATIONS)
