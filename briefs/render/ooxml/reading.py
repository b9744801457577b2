"""Opens a designer's template as a stranger's file: whole, of a bounded size, without macros; one complaint if not."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from lzma import LZMAError

from lxml import etree

from briefs.diagnostics import ContentError, error
from briefs.render.ooxml.package import Part, write_package

MOST_PARTS, MOST_BYTES = 2_000, 128 << 20
"""What a package may declare; the largest templates of designers, full of pictures, stay far below."""
_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_NAMES = {
    "t": "http://schemas.openxmlformats.org/package/2006/content-types",
    "r": "http://schemas.openxmlformats.org/package/2006/relationships",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELDS = frozenset({
    "AUTHOR", "DATE", "DOCPROPERTY", "FILENAME", "HYPERLINK", "KEYWORDS", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "REF",
    "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "TITLE", "TOC", "=",
})  # fmt: skip
"""Fields that print something of the document itself."""
KEPT = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/", "ppt/theme/")
"""Parts of a deck template that its decks have, too, with all that they lead to."""
JUMPS = ("ppaction://hlinksldjump", "ppaction://hlinkshowjump", "ppaction://noaction")
_OLD = b"\xd0\xcf\x11\xe0"
"""How a file starts that a password protects, or that is older than Office 2007."""
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    LookupError, OSError,
)  # fmt: skip
"""All that Python's zip reader raises for a damaged, encrypted or truncated file."""

Trees = Mapping[str, etree._Element]
"""Part name -> parsed part, of the parts that are XML."""


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of template, as its file says what it is."""

    title: str
    """`Word template`."""
    document: str
    """Content type of the main part of a document."""
    template: str
    """That of a template."""
    suffixes: str
    """`.docx or .dotx`."""
    needs: tuple[str, ...]
    """Kinds of parts to which the main part has to lead."""


WORD = Family(
    "Word template",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".docx or .dotx",
    ("styles", "numbering", "theme"),
)
POWERPOINT = Family(
    "deck template",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    ".pptx or .potx",
    ("slideMaster", "theme", "tableStyles"),
)


def as_document(package: bytes, family: Family) -> bytes:
    """The package as python-docx and python-pptx open it: a template differs from a document in one content type.

    Raises ContentError with one B603 for a file that is not a whole package of this family, or that holds macros.
    """
    parts = read_parts(package, family)
    trees = {name: _parsed(name, data, family) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    _whole(parts, trees, family)
    if _main_type(trees, family) == family.document:
        return package
    types = parts.pop(_TYPES).replace(family.template.encode(), family.document.encode())
    return write_package([Part(_TYPES, types), *(Part(name, data) for name, data in parts.items())])


@contextmanager
def understood(family: Family) -> Iterator[None]:
    """One B603 for a package whose parts are not built as the schemas of Office say.

    The two libraries answer an absent element with whatever error it leads to, so that any error at all has to be taken for one.
    """
    try:
        yield
    except ContentError:
        raise
    except Exception as fault:
        found = f"is not built as Office builds one: {type(fault).__name__} {fault}".rstrip()
        raise _fault(family, found, f"open it in the program that made it and save it again, as {family.suffixes}") from fault


def read_parts(package: bytes, family: Family) -> dict[str, bytes]:
    """Every part by its name in the zip, in the order of the zip; ContentError when they cannot all be read."""
    if package.startswith(_OLD):
        raise _fault(family, "is protected by a password or older than Office 2007", f"save it without one, as {family.suffixes}")
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bounded(entries, family)
            return {entry.filename: archive.read(entry) for entry in entries}
    except _UNREADABLE as fault:
        raise _fault(family, f"cannot be unpacked: {fault}", f"save it again, as {family.suffixes}") from fault


def _bounded(entries: list[zipfile.ZipInfo], family: Family) -> None:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or size > MOST_BYTES:
        found = f"unpacks to {len(entries):,} parts of {size / (1 << 20):,.0f} MiB in all"
        raise _fault(family, found, f"at most {MOST_PARTS:,} parts of {MOST_BYTES >> 20} MiB are read; make its pictures smaller")
    (name, times), *_ = Counter(entry.filename.lower() for entry in entries).most_common(1) or [("", 0)]
    if times > 1:
        raise _fault(family, f"holds the part '{name}' twice", f"save it again, as {family.suffixes}")


def _parsed(name: str, data: bytes, family: Family) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise _fault(family, f"has a damaged part, '{name}': {fault.msg}", f"save it again, as {family.suffixes}") from fault
    if tree.getroottree().docinfo.internalDTD is not None:
        raise _fault(family, f"has a document type in the part '{name}'", "no program of Office writes one; save it again")
    return tree


def _whole(parts: Mapping[str, bytes], trees: Trees, family: Family) -> None:
    for name in (_TYPES, _ROOT):
        if name not in trees:
            raise _fault(family, f"lacks the part '{name}'", f"save it again, as {family.suffixes}")
    kind = _main_type(trees, family)
    if "macroenabled" in kind.lower() or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise _fault(family, "holds macros, which no product may carry", f"save it without macros, as {family.suffixes}")
    if kind not in (family.document, family.template):
        raise _fault(family, f"is something else: '{kind}'", f"put a {family.suffixes} in its place")
    if acting := next(_acting(trees), ""):
        raise _fault(family, f"holds {acting}, which acts in a reader's hands", "take it out of the template and save it again")
    _leads_on(trees, family)
    for source, target in _targets(trees):
        if target not in parts:
            raise _fault(family, f"lacks the part '{target}', to which '{source}' refers", f"save it again, as {family.suffixes}")


def _acting(trees: Trees) -> Iterator[str]:
    """What would fetch, run or ask something on the machine of whoever opens a product: fields and actions of no known kind."""
    for name, tree in trees.items():
        simple = (str(node.get(f"{_W}instr")) for node in tree.iter(f"{_W}fldSimple"))
        for code in (*simple, *_instructions(tree)):
            if code.split() and code.split()[0].upper() not in FIELDS:
                yield f"a field '{code.strip()[:40]}' in '{name}'"
        if name.startswith(KEPT):
            for target in _found(tree, "r:Relationship[@TargetMode='External']/@Target"):
                yield f"a link to the outside, '{target[:60]}', in '{name}'"
        for action in _found(tree, "//@action"):
            if action and not action.startswith(JUMPS):
                yield f"an action '{action[:40]}' in '{name}'"


def _instructions(tree: etree._Element) -> Iterator[str]:
    """The code of each field, which may be written in pieces between its marks."""
    code = ""
    for node in tree.iter(f"{_W}fldChar", f"{_W}instrText"):
        if node.tag == f"{_W}instrText":
            code += node.text or ""
        else:
            yield code
            code = ""
    yield code


def _leads_on(trees: Trees, family: Family) -> None:
    folder, base = posixpath.split(_main(trees, family))
    relations = trees.get(f"{folder}/_rels/{base}.rels".lstrip("/"))
    kinds = set() if relations is None else {kind.rpartition("/")[2] for kind in _found(relations, "r:Relationship/@Type")}
    for kind in family.needs:
        if kind not in kinds:
            raise _fault(family, f"lacks its part of the kind '{kind}'", "start again from the engine's own template")


def _main(trees: Trees, family: Family) -> str:
    """The part that the package's own relationships call its document."""
    mains = _found(trees[_ROOT], "r:Relationship[contains(@Type, '/relationships/officeDocument')]/@Target")
    if len(mains) != 1:
        raise _fault(family, "names no main part", f"save it again, as {family.suffixes}")
    return mains[0].lstrip("/")


def _main_type(trees: Trees, family: Family) -> str:
    name, types = f"/{_main(trees, family)}", trees[_TYPES]
    overrides = zip(_found(types, "t:Override/@PartName"), _found(types, "t:Override/@ContentType"), strict=False)
    return dict(overrides).get(name, "of no type")


def _targets(trees: Trees) -> Iterator[tuple[str, str]]:
    """(relationships part, part that it names) for each relationship within the package."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            for target in _found(tree, "r:Relationship[not(@TargetMode='External')]/@Target"):
                path = target.partition("#")[0]
                yield name, posixpath.normpath(posixpath.join("/", base, path)).lstrip("/")


def _found(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path, namespaces=_NAMES)
    return [str(item) for item in found] if isinstance(found, list) else []


def _fault(family: Family, what: str, hint: str) -> ContentError:
    return ContentError([error("B603", None, f"the {family.title} {what}", hint)])
