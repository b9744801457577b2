"""What no finished file may hold, looked for in its bytes: macros, objects, fields that fetch, targets that are no address."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.proof.finished import parts

ACTIVE = re.compile(
    r"vbaProject|vbaData|macroEnabled|oleObject|activeX|attachedTemplate|aFChunk|altChunk|subDocument|externalLink"
    r"|ppaction://(?!hlinksldjump)|customUI|\bDDE(?:AUTO)?\b|INCLUDE(?:PICTURE|TEXT)|MACROBUTTON|\bIMPORT\b|linkedToFile|r:link=",
)
"""In any part of a package."""
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_TARGET, _TYPE = re.compile(r'\bTarget="([^"]*)"'), re.compile(r'\bType="[^"]*/(\w+)"')
_BESIDE = re.compile(r"(?!\.\.)[\w%.()~-]+(?:/(?!\.\.)[\w%.()~-]+)*(?:#[\w-]*)?")
_SCHEMES = re.compile(r"https?://[^\\/\s]+(?:/|$)")


def active(name: str, data: bytes) -> Iterator[str]:
    """Each thing in a file that would run, fetch or lead anywhere but to an address of the web."""
    if name.endswith((".docx", ".pptx")):
        for part, content in parts(name, data):
            if part.endswith((".xml", ".rels")):
                yield from (f"{part}: {what}" for what in _in_part(part, content.partition(b"\n")[2].decode()))
    elif name.endswith(".html"):
        page = _Page()
        page.feed(data.decode())
        yield from (f"{name}: {what}" for what in page.found)


def _in_part(part: str, text: str) -> Iterator[str]:
    # What is shown may speak of anything; only markup acts.
    yield from (found.group() for found in ACTIVE.finditer(re.sub(r">[^<]*<", "><", _without_text(text))))
    if part.endswith(".rels"):
        for found in _RELATION.finditer(text):
            kind, target = _TYPE.search(found.group()), _TARGET.search(found.group())
            outside = 'TargetMode="External"' in found.group()
            if outside and not (kind and kind[1] == "hyperlink" and target and _SCHEMES.match(target[1])):
                yield f"a relationship to the outside: {found.group()}"
    if "/worksheets/" in part:
        yield from (f"a formula: {found.group()}" for found in re.finditer(r"<f\b", text))


def _without_text(text: str) -> str:
    """The part without the words that are shown; instructions of fields are no such words."""
    return re.sub(
        r"<(a:t|w:t|c:v|t)(?: [^>]*)?>[^<]*</\1>", "", re.sub(r"<w:instrText[^>]*>([^<]*)<", r'<w:instrText was="\1"><', text)
    )


class _Page(HTMLParser):
    """Reads a page as a browser would, and notes what would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "form", "base", "frame", "applet", "link"}:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in {"srcdoc", "formaction"} or (name == "style" and "url(" in (value or "")):
                self.found.append(f"{tag} {name}={value}")
            if name in {"href", "src", "action", "data", "poster", "xlink:href"} and not _led(tag, name, value or ""):
                self.found.append(f"{tag} {name}={value}")


def _led(tag: str, name: str, value: str) -> bool:
    """Whether an attribute leads where a page of ours may: within itself, to an address, or to a picture that it carries."""
    if name == "href" and tag == "a":
        return value.startswith("#") or bool(_SCHEMES.match(value) or _BESIDE.fullmatch(value))
    return tag == "img" and value.startswith("data:image/")
