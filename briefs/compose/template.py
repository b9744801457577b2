"""View templates: Jinja in a sandbox lays out opaque tokens, markup reads the template's own text, tokens become values' nodes.

Data is never parsed a second time: what a field holds cannot be read as markup, because markup never sees it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefs.markup import parse_blocks
from briefs.model import tree
from briefs.model.audience import NOBODY
from briefs.model.nodes import Block, Code, CodeBlock, Inline, Mark, Reference, Text
from briefs.model.origin import Origin
from briefs.model.walk import walk

OPEN, CLOSE, DIGITS = "ᛥ", "ᛰ", "ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾ"
"""A token is a number in runes: letters to markup, which refuses private-use characters, and in no template's own text."""
_TOKEN = re.compile(f"{OPEN}([{DIGITS}]+){CLOSE}")
_TABLE = "values"
MOST_LOOPS = 4
"""Groups, records, fields, and one to spare."""
LAYOUT = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr, nodes.Name, nodes.Getattr,
    nodes.Getitem, nodes.Const, nodes.Tuple, nodes.List, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Filter, nodes.Test, nodes.Concat,
)  # fmt: skip


class TemplateFault(Exception):
    """A template that cannot be used: the message says why."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A value that a template may print; any other use of its text would lose its markup, and is refused."""

    children: tuple[Inline, ...]

    def __bool__(self) -> bool:
        return bool(self.children)

    def __str__(self) -> str:
        raise TemplateFault("a template may print a value with {{ }}, not join or change it")


@dataclass(slots=True)
class _Values:
    """The values that one rendering has printed; their tokens are their places in the list."""

    mark: Mark
    printed: list[tuple[Inline, ...]] = field(default_factory=list)

    def token(self, value: object) -> str:
        if isinstance(value, Printed):
            children = value.children
        elif isinstance(value, (str, int)):
            children = (Text(str(value), self.mark),)
        else:
            raise TemplateFault(f"a template cannot print a {type(value).__name__}")
        self.printed.append(children)
        return OPEN + "".join(DIGITS[int(digit)] for digit in str(len(self.printed) - 1)) + CLOSE

    def expand(self, text: Text) -> Iterator[Inline]:
        """The text with each token replaced by the value's nodes."""
        position = 0
        for found in _TOKEN.finditer(text.text):
            if found.start() > position:
                yield Text(text.text[position : found.start()], text.mark)
            yield from self.printed[int("".join(str(DIGITS.index(rune)) for rune in found[1]))]
            position = found.end()
        if position < len(text.text):
            yield Text(text.text[position:], text.mark)


@dataclass(frozen=True, slots=True)
class _Expanding:
    """The policy that puts values in place of tokens and leaves the rest of a checked template alone."""

    values: _Values
    prune: bool = False

    def mark(self, mark: Mark, parent: Mark) -> Mark:
        return mark

    def reference(self, reference: Reference, mark: Mark) -> Inline:
        return reference

    def settle(self, children: tuple[Inline, ...], outermost: bool) -> tuple[Inline, ...]:
        return tuple(new for child in children for new in (self.values.expand(child) if isinstance(child, Text) else (child,)))


def fill(shape: str, text: str, data: Mapping[str, object], mark: Mark) -> tuple[Block, ...]:
    """The blocks of a template with the data's values in their places; TemplateFault when it cannot be done."""
    values = _Values(mark)
    try:
        laid_out = compiled(text).render(data, **{_TABLE: values})
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as fault:
        raise TemplateFault(f"the template of '{shape}': {fault}") from fault
    return tree.blocks(_read(shape, laid_out), Mark(Origin(f"templates/views/{shape}.md.j2", 1, 1)), _Expanding(values))


@lru_cache(maxsize=1024)
def _read(shape: str, laid_out: str) -> tuple[Block, ...]:
    """The blocks of a filled template, tokens and all; a product is composed twice, and views are alike in many products."""
    blocks, complaints = parse_blocks(laid_out, f"templates/views/{shape}.md.j2", 1, 1)
    if complaints:
        raise TemplateFault(f"the template of '{shape}': {complaints[0].message}")
    _refuse(blocks)
    return blocks


@cache
def compiled(text: str) -> Template:
    """A template ready to fill; the same text is compiled once."""
    if set(text) & {OPEN, CLOSE, *DIGITS}:
        raise TemplateFault("a template cannot hold runes, which stand for values")
    _lays_out(_environment().parse(text), 0)
    return _environment().from_string(text)


def _lays_out(node: nodes.Node, loops: int) -> None:
    """Refuse all but what lays out values: nothing is called, computed or defined, so that no template can go on for long."""
    if not isinstance(node, LAYOUT):
        raise TemplateFault(f"a template cannot use '{type(node).__name__.lower()}', line {node.lineno}")
    if isinstance(node, nodes.For):
        loops += 1
        if loops > MOST_LOOPS or node.recursive or not isinstance(node.iter, nodes.Name | nodes.Getattr | nodes.Getitem):
            raise TemplateFault(f"a template loops over values it is given, {MOST_LOOPS} loops deep at most, line {node.lineno}")
    for child in node.iter_child_nodes():
        _lays_out(child, loops)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_token, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    made.filters = {name: made.filters[name] for name in ("length", "first", "last", "list")}
    made.globals = {}
    return made


@pass_context
def _token(context: Context, value: object) -> object:
    """Called for each value at the moment it is printed: it goes into the rendering's own table."""
    if isinstance(value, Undefined):
        return value
    values: _Values = context[_TABLE]
    return values.token(value)


def _refuse(blocks: tuple[Block, ...]) -> None:
    """A template holds no reference and no tag, and prints no value where markup would not be read."""
    for visit in walk(blocks, NOBODY):
        line = visit.mark.origin.line
        if visit.mark.tag is not None:
            raise TemplateFault(f"a template holds no tag, line {line}")
        if isinstance(visit.node, Reference):
            raise TemplateFault(f"a template holds no reference, line {line}")
        if isinstance(visit.node, (Code, CodeBlock)) and OPEN in visit.node.text:
            raise TemplateFault(f"a template cannot print a value inside code, line {line}")
