"""Native numbering: the template's lists, and one restarted instance for each list of a brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document as TemplateDocument
from lxml import etree

from briefs.render.ooxml.xml import HEAD
from briefs.render.word.styles import Named, Paragraphs

_NONE_LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The template's numbering part, cut where instances are added."""

    before: str
    after: str
    first_free: int
    """The smallest instance id that is not taken."""
    numbers: str
    """Abstract id of numbered lists."""
    steps: str
    """Abstract id of procedures."""
    none: int
    """An instance that numbers nothing, for headings without a number."""

    def part(self, instances: tuple[tuple[str, int, int], ...]) -> bytes:
        """The whole part with an instance for each (abstract id, level, start), counted from `first_free`."""
        added = "".join(
            f'<w:num w:numId="{self.first_free + at}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for at, (abstract, level, start) in enumerate(instances)
        )
        return f"{HEAD}{self.before}{added}{self.after}".encode()


def read_numbering(document: TemplateDocument, ids: Mapping[Named, str]) -> Numbering:
    """Take the numbering of a template whose list styles are known to have one."""
    root = document.part.numbering_part.element
    numbers = root.findall(f"{_W}num")
    abstract = {num.get(f"{_W}numId"): num.find(f"{_W}abstractNumId").get(f"{_W}val") for num in numbers}

    def abstract_of(style: Paragraphs) -> str:
        return str(abstract[document.styles[style.value].element.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]])

    none = _add_none(root, numbers)
    marker = etree.Comment("instances")
    root.findall(f"{_W}num")[-1].addnext(marker)
    before, after = etree.tostring(root, encoding="unicode").split("<!--instances-->")
    root.remove(marker)
    return Numbering(before, after, none + 1, abstract_of(Paragraphs.NUMBER_1), abstract_of(Paragraphs.STEP), none)


def _add_none(root: etree._Element, numbers: list[etree._Element]) -> int:
    """Add a list that numbers nothing: instance 0, which means the same, is taken for a missing one by some checkers."""
    key = 1 + max(int(str(item.get(f"{_W}abstractNumId"))) for item in root.findall(f"{_W}abstractNum"))
    instance = 1 + max(int(str(num.get(f"{_W}numId"))) for num in numbers)
    levels = "".join(_NONE_LEVEL.format(level=level) for level in range(4))
    head = f'<w:{{0}} xmlns:w="{_W[1:-1]}" w:{{0}}Id="{{1}}">{{2}}</w:{{0}}>'
    abstract = head.format("abstractNum", key, f'<w:multiLevelType w:val="multilevel"/>{levels}')
    number = head.replace("{0}Id", "numId").format("num", instance, f'<w:abstractNumId w:val="{key}"/>')
    numbers[0].addprevious(etree.fromstring(abstract))
    numbers[-1].addnext(etree.fromstring(number))
    return instance
