"""Sections: front matter in YAML between two lines of `---`, then the content language."""

import re
from datetime import date

from briefs.load.schema.roots import SectionShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, is_draft, says_draft, softened
from briefs.load.tree import Mapping, Node, Scalar
from briefs.load.yaml_reader import read_yaml
from briefs.markup import parse_blocks
from briefs.model.content import Section
from briefs.model.nodes import Block, Mark
from briefs.model.origin import Origin

_FENCE = "---"
_LEAF = re.compile(r"^::[a-z]", re.MULTILINE)
MOST_LEAVES = 100


def read_section(path: str, text: str, shelf: Shelf) -> None:
    """`sections/<area>/*.md`."""
    lines = text.split("\n")
    end = next((index for index in range(1, len(lines)) if lines[index].rstrip() == _FENCE), None)
    source = Source(path, "\n".join(["", *lines[1:end]]))
    fenced = lines[0].rstrip() == _FENCE and end is not None
    if not fenced or end is None:
        hint = "it begins with a line '---', fields, and another line '---'"
        source.complain("B103", Origin(path, 1, 1), "a section without its front matter", hint)
        source.broken = True
    else:
        _read(source, "\n".join(lines[end + 1 :]), end + 2, shelf)
    shelf.found.extend(source.found)
    if source.broken:
        shelf.unread.add(_unread(source) if fenced else "section")
    if source.draft_lost:
        shelf.unread.add("draft")


def _unread(source: Source) -> str:
    """`section:id` when its fields say which it is, so that nothing else is taken for it; else `section`, for any."""
    root, _ = read_yaml(source.text, source.path)
    identity = root.get("id") if isinstance(root, Mapping) else None
    return f"section:{identity.text}" if isinstance(identity, Scalar) and identity.text else "section"


def _read(source: Source, body: str, line: int, shelf: Shelf) -> None:
    root, found = read_yaml(source.text, source.path)
    source.found.extend(found)
    shape = source.take(SectionShape, root) if root is not None else None
    blocks, complaints = parse_blocks(body, source.path, line)
    source.found.extend(complaints)
    if len(leaves := list(_LEAF.finditer(body))) > MOST_LEAVES:
        place = Origin(source.path, line + body.count("\n", 0, leaves[MOST_LEAVES].start()), 1)
        text = f"{len(leaves):,} views, charts and diagrams in one section"
        source.complain("B112", place, text, f"at most {MOST_LEAVES}: each view prints a whole register")
    draft = is_draft(root) if root is not None else says_draft(source.text)
    if shape is not None and isinstance(root, Mapping):
        _put(source, root, shape, blocks, draft, shelf)
    elif draft:
        source.draft_lost = True
        _put_bare(source, root, shelf)
    else:
        source.broken = True
    if draft:
        source.found[:] = softened(source.found)


def _put(source: Source, root: Mapping, shape: SectionShape, blocks: tuple[Block, ...], draft: bool, shelf: Shelf) -> None:
    value = Section(
        id=shape.id,
        title=source.inline(root.get("title")),
        delivers=shape.delivers,
        owner=source.words(root.get("owner")),
        reviewed=shape.reviewed,
        draft=draft,
        blocks=blocks,
        mark=source.mark(root, shape.audience),
    )
    shelf.put("section", shelf.sections, shape.id, value, source.key(root, "id"), draft)


def _put_bare(source: Source, root: Node | None, shelf: Shelf) -> None:
    """A draft that cannot be read, as far as its id goes: an outline may name it as it may any other draft."""
    written = root.get("id") if isinstance(root, Mapping) else None
    place = source.origin(written) if written else Origin(source.path, 1, 1)
    found = re.search(r"^id:[ \t]*(\S+)", source.text, re.MULTILINE)
    if found:
        value = Section(found[1], (), (), "", date.min, draft=True, blocks=(), mark=Mark(place))
        shelf.put("section", shelf.sections, found[1], value, place, draft=True)
