"""Terms and forbidden spellings."""

from typing import Any

from briefs.load.kinds.evidence import required_tag
from briefs.load.schema.base import Names, Shape
from briefs.load.schema.evidence import ForbidShape, TermShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, items
from briefs.load.tree import Mapping, Node, Scalar
from briefs.model.audience import ALL, Tag
from briefs.model.facts import Forbidden, Named, Term


class _TermsHead(Shape):
    terms: tuple[Any, ...] = ()
    forbidden: tuple[Any, ...] = ()
    audience: Names = ()


def read_terms(source: Source, root: Node, shelf: Shelf) -> None:
    """`terms.yaml`."""
    head = source.take(_TermsHead, root)
    default = source.tag(root, head.audience) if head else None
    for node in items(root, "terms"):
        row = source.take(TermShape, node)
        tag = required_tag(source, node, row.audience if row else None, default)
        if row is None or tag is None or not isinstance(node, Mapping):
            continue
        names = _claims(source, node, "name")
        forbid = tuple(
            _forbidden(source, spelling, shape, names) for spelling, shape in zip(items(node, "forbid"), row.forbid, strict=True)
        )
        plurals, definition = _claims(source, node, "plural"), source.words(node.get("definition"))
        value = Term(row.id, names, plurals, definition, forbid, source.mark(node, row.audience, default))
        shelf.put("term", shelf.terms, row.id, value, source.key(node, "id"))
    for node in items(root, "forbidden"):
        rule = source.take(ForbidShape, node)
        if rule:
            shelf.forbidden.append(_forbidden(source, node, rule, ()))


def _claims(source: Source, node: Mapping, name: str) -> tuple[Named, ...]:
    value = node.get(name)
    if isinstance(value, Scalar):
        return (Named(ALL, source.words(value)),)
    if isinstance(value, Mapping):
        return tuple(Named(audience, source.words(entry.value)) for audience, entry in value.entries.items())
    return ()


def _forbidden(source: Source, node: Node, shape: ForbidShape, names: tuple[Named, ...]) -> Forbidden:
    audience = Tag(shape.audience, source.key(node, "audience"))
    instead = shape.instead or _name_for(shape, names)
    return Forbidden(shape.spelling, audience, instead, shape.any_case, source.mark(node))


def _name_for(shape: ForbidShape, names: tuple[Named, ...]) -> str:
    """The term's name for the readers who may not see the spelling: theirs, else everyone's."""
    fitting = {claim.audience: claim.text for claim in names if claim.text != shape.spelling}
    own = next((fitting[audience] for audience in shape.audience if audience in fitting), None)
    return own or fitting.get(ALL) or next(iter(fitting.values()), "")
