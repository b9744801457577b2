"""What a change of a fact, or of anything else that content refers to, reaches: content, models, charts, products."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.content import Brief, Resolved
from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.model.origin import Origin
from briefs.model.paths import product_path
from briefs.model.records import KINDS
from briefs.reports.mentions import Mention, Target, mentions
from briefs.reports.places import Sought, places

HELD = ("sections", "records", "models", "charts", "diagrams")
"""What may name a target, in the order in which it is listed."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that names the target, and where."""

    id: str
    origin: Origin
    stands: tuple[tuple[str, Origin], ...] = ()
    """Of a chart or diagram: the sections and records that show it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A product that shows it."""

    product: str
    path: str
    """Below the output folder."""
    where: tuple[str, ...]
    """Slides by number, headings by their path."""


@dataclass(frozen=True, slots=True)
class Impact:
    target: Target
    text: str
    """What the target says of itself."""
    held: Mapping[str, tuple[Named, ...]]
    """Keys are `HELD`; one entry for each place."""
    results: tuple[str, ...]
    """`model.result` of models that reckon with it."""
    products: tuple[Shown, ...]


def target_of(words: str, resolved: Resolved) -> tuple[Target | None, tuple[str, ...]]:
    """The target that a person means by `id` of a fact or by `kind:id`, or none and the names that there are."""
    kind, _, name = words.rpartition(":")
    known = _known(kind or "fact", resolved)
    return ((kind or "fact", name) if name in known else None), tuple(known if kind in ("", "fact") else _spelled(kind, known))


def impact(target: Target, resolved: Resolved, products: Sequence[tuple[Brief, Document | Deck]]) -> Impact:
    """Everything that names the target, or a result reckoned with it, or a fact of it when it is a source."""
    facts = {key for key, fact in resolved.facts.items() if target in (("fact", key), ("source", fact.source))}
    results = {
        key
        for key, item in resolved.results.items()
        if facts & set(item.facts) or target in (("result", key), ("model", item.model))
    }
    reached = frozenset({target, *(("fact", key) for key in facts), *(("result", key) for key in results)})
    found = mentions(resolved, reached)
    exhibits = frozenset((item.kind, item.holder) for item in found if item.kind in ("chart", "diagram"))
    standing = mentions(resolved, exhibits)
    return Impact(
        target,
        _known(target[0], resolved)[target[1]],
        {name: tuple(_named(name.removesuffix("s"), found, standing)) for name in HELD},
        tuple(sorted({key.partition("@")[0] for key in results})),
        tuple(_products((*found, *standing), resolved, [item for item in products if _uses(item[1], reached)])),
    )


def as_json(found: Impact) -> str:
    """`{target, text, sections: [{id, path, line}], …, charts: [{…, stands}], results, products: [{product, path, where}]}`."""

    def place(key: str, origin: Origin) -> dict[str, object]:
        return {"id": key, "path": origin.path, "line": origin.line}

    held = {
        name: [
            place(item.id, item.origin) | ({"stands": [place(*at) for at in item.stands]} if item.stands else {})
            for item in items
        ]
        for name, items in found.held.items()
    }
    products = [{"product": item.product, "path": item.path, "where": list(item.where)} for item in found.products]
    rows = {"target": ":".join(found.target), "text": found.text, **held, "results": list(found.results), "products": products}
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_text(found: Impact) -> str:
    """Each kind with its places below it; kinds that have none are left out."""
    lines: list[str] = []
    for name, items in found.held.items():
        lines += [name] if items else []
        for item in items:
            lines.append(f"  {item.origin}  {item.id}")
            lines.extend(f"    stands at {origin} in {key}" for key, origin in item.stands)
    lines += ["results", *(f"  {name}" for name in found.results)] if found.results else []
    lines += ["products"] if found.products else []
    for product in found.products:
        lines.append(f"  {product.product}  {product.path}")
        lines.extend(f"    {place}" for place in product.where)
    return "\n".join(lines) or "nothing reaches it"


def _known(kind: str, resolved: Resolved) -> Mapping[str, str]:
    """Ids of a kind, and what each says of itself."""
    match kind:
        case "fact":
            return {key: item.text for key, item in resolved.facts.items()}
        case "term":
            return {key: item.definition for key, item in resolved.terms.items()}
        case "source":
            return {key: f"{item.title}, {item.publisher}" for key, item in resolved.sources.items()}
        case "result":
            return {key: item.provenance for key, item in resolved.results.items()}
        case "model":
            return {key: f"a model of: {item.owner}" for key, item in resolved.models.items()}
        case _ if KINDS.get(kind) in resolved.registers:
            return {item.id: f"a record of: {item.owner}" for item in resolved.registers[KINDS[kind]].records}
        case _:
            return {}


def _spelled(kind: str, known: Iterable[str]) -> Iterator[str]:
    return (
        (f"{kind}:{name}" for name in known) if known else (f"{name}:" for name in ("fact", "term", "source", "result", *KINDS))
    )


def _named(kind: str, found: tuple[Mention, ...], standing: tuple[Mention, ...]) -> Iterator[Named]:
    for item in found:
        if item.kind == kind:
            stands = tuple((at.holder, at.origin) for at in standing if at.target == (kind, item.holder))
            yield Named(item.holder, item.origin, stands)


def _uses(product: Document | Deck, reached: frozenset[Target]) -> bool:
    """Whether a product says that it shows any of these; one may show a record without the field that names a fact."""
    used = {"fact": product.uses.facts, "term": product.uses.terms, "result": product.uses.results}
    return any(name in used.get(kind, (name,)) for kind, name in reached if kind not in ("source", "model"))


def _products(
    found: tuple[Mention, ...], resolved: Resolved, products: Sequence[tuple[Brief, Document | Deck]]
) -> Iterator[Shown]:
    for brief, product in products:
        audience = resolved.audiences.get(product.meta.audience)
        where = places(product, _sought([item for item in found if audience.id in item.readers]))
        if where:
            suffix = "pptx" if isinstance(product, Deck) else next((form for form in brief.formats if form != "pptx"), "docx")
            yield Shown(product.meta.product, f"{product_path(brief, audience)}.{suffix}", where)


def _sought(found: list[Mention]) -> Sought:
    def of(kind: str) -> frozenset[str]:
        return frozenset(item.holder for item in found if item.kind == kind)

    return Sought(
        sections=frozenset((item.holder, item.headings) for item in found if item.kind == "section" and item.slide is None),
        slides=frozenset(item.slide for item in found if item.slide is not None),
        charts=of("chart"),
        diagrams=of("diagram"),
        anchors=frozenset(name.replace(":", "-", 1) for name in of("record")),
    )
