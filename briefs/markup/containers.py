"""Containers: audience, callout, figure, steps and slide."""

from typing import get_args

from briefs.diagnostics import nearest
from briefs.markup.footnotes import BlockReader
from briefs.markup.holding import Place
from briefs.markup.page import Page
from briefs.markup.pictures import read_picture
from briefs.markup.slides import read_slide
from briefs.markup.tree import Node
from briefs.model.audience import Tag
from briefs.model.nodes import Block, Callout, CalloutKind, Figure, Group, ItemList, Mark, Steps

NAMES = ("audience", "callout", "figure", "notes", "slide", "steps")
_KINDS: tuple[CalloutKind, ...] = get_args(CalloutKind)
_NAMED = "as in '::: audience all', with ids or groups of audiences.yaml"


def read_container(page: Page, node: Node, place: Place, read_blocks: BlockReader) -> Block | None:
    """The node of a container; None, with a complaint, when there is no such container."""
    page.check_closed(node)
    match node.token.info:
        case "audience":
            return _group(page, node, place, read_blocks)
        case "callout":
            return _callout(page, node, read_blocks)
        case "figure":
            return _figure(page, node)
        case "steps":
            return _steps(page, node, read_blocks)
        case "slide":
            return read_slide(page, node, read_blocks)
        case "notes":
            page.error("B109", page.origin(node), "presenter notes outside a slide", "'::: notes' stands inside ':::: slide'")
        case name:
            page.error("B109", page.origin(node), f"unknown container '{name}'", nearest(name, NAMES))
    return None


def _group(page: Page, node: Node, place: Place, read_blocks: BlockReader) -> Group | None:
    words = page.words(node.token)
    names = tuple(part for word in words.bare for part in word.split(",") if part)
    tag = Tag(names, words.origin) if names else words.tag
    if words.title or (names and words.tag):
        page.error("B108", words.origin, "only names follow '::: audience'", _NAMED)
    blocks = read_blocks(page, node.children, place)
    if tag is None:
        page.error("B106", words.origin, "'::: audience' names nobody", _NAMED)
        return None
    return Group(blocks, Mark(words.origin, tag))


def _callout(page: Page, node: Node, read_blocks: BlockReader) -> Callout | None:
    words = page.words(node.token)
    page.no_more(words, bare=1, title=True)
    kind = words.bare[0] if words.bare else ""
    title = page.title(words.title, node.line)
    blocks = read_blocks(page, node.children, "a callout")
    if kind not in _KINDS:
        page.error("B103", words.origin, f"unknown kind of callout '{kind}'", nearest(kind, _KINDS))
        return None
    return Callout(kind, title, blocks, Mark(words.origin, words.tag))


def _figure(page: Page, node: Node) -> Figure | None:
    words = page.words(node.token)
    page.no_more(words, title=True)
    picture = read_picture(page, node)
    if words.title is None:
        page.error("B103", words.origin, "a figure without its caption", '::: figure "What it shows"')
    if picture is None or words.title is None:
        return None
    return Figure(page.title(words.title, node.line), picture, Mark(words.origin, words.tag))


def _steps(page: Page, node: Node, read_blocks: BlockReader) -> Steps | None:
    words = page.words(node.token)
    page.no_more(words)
    blocks = read_blocks(page, node.children, "a procedure")
    if len(blocks) == 1 and isinstance(blocks[0], ItemList) and blocks[0].ordered:
        return Steps(blocks, Mark(words.origin, words.tag))
    page.error("B109", words.origin, "'::: steps' holds one numbered list and nothing else", "number its items 1., 2., …")
    return None
