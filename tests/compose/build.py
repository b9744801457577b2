"""Hand-built selections for the tests of compose, short enough to read in a test."""

from datetime import date
from decimal import Decimal

from briefs.model.audience import Audience
from briefs.model.content import Brief, Budgets, Edition, OutlineEntry, PartEntry, Section, SectionEntry, SelectedTerm, Selection
from briefs.model.facts import Fact, Source
from briefs.model.nodes import Block, Inline, Mark, Paragraph, Text, Use
from briefs.model.origin import Origin
from briefs.model.records import Field, FieldSpec, PlainField, Record, RefsField, Register, TextField

MARK = Mark(Origin("content/sections/x.md", 1, 1))
ENGINEER = Audience("vast-eng", "VAST engineering", "VAST", ("vast", "eng"), "engineer", "VAST internal", MARK.origin)
EXECUTIVE = Audience("vast-exec", "VAST executives", "VAST", ("vast", "exec"), "executive", "VAST internal", MARK.origin)


def text(words: str) -> Text:
    return Text(words, MARK)


def line(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(text(part) if isinstance(part, str) else part for part in parts)


def para(*parts: str | Inline) -> Paragraph:
    return Paragraph(line(*parts), MARK)


def use(kind: str, target: str, words: str = "", form: str = "plain") -> Use:
    return Use(kind, target, form, line(words) if words else (), MARK)  # type: ignore[arg-type]


def cite(fact: str) -> Use:
    return use("fact", fact, form="cite")


def source(identity: str, seen: date = date(2026, 11, 23)) -> Source:
    return Source(identity, f"Page {identity}", "Publisher", f"https://example.org/{identity}", date(2026, 3, 4), seen, MARK)


def fact(identity: str, of: str, says: str = "", value: str = "8") -> Fact:
    return Fact(
        identity,
        says or f"Claim {identity}.",
        Decimal(value),
        "nodes",
        "public",
        "high",
        of,
        date(2026, 3, 4),
        date(2027, 3, 4),
        "Owner",
        MARK,
    )


def record(
    register: str, identity: str, title: str | tuple[Inline, ...], owner: str = "VAST lead", **fields: Field | str
) -> Record:
    values = {name.replace("_", "-"): plain(item) if isinstance(item, str) else item for name, item in fields.items()}
    shown = line(title) if isinstance(title, str) else title
    return Record(register, identity, shown, owner, "open", values, (), MARK)


def plain(words: str, number: float | None = None, choices: tuple[str, ...] = ()) -> PlainField:
    return PlainField(words, MARK, number, choices)


def prose(*parts: str | Inline) -> TextField:
    return TextField(line(*parts), MARK)


def refs(kind: str, *ids: str) -> RefsField:
    return RefsField(kind, ids, MARK)


def register(name: str, fields: tuple[FieldSpec, ...], *records: Record) -> Register:
    return Register(name, fields, records)


def section(identity: str, title: str, *blocks: Block) -> Section:
    return Section(identity, line(title), (), "VAST lead", date(2026, 11, 20), False, blocks, MARK)


def brief(*outline: OutlineEntry, identity: str = "plan", title: str = "Delivery Plan") -> Brief:
    return Brief(
        identity, title, "What we build", "VAST lead", ("docx",), "{organisation}/{title}", outline, Budgets(), None, False, MARK
    )


def entry(name: str) -> SectionEntry:
    return SectionEntry(name, None, MARK)


def part(name: str, heading: str = "") -> PartEntry:
    return PartEntry(name, heading, MARK)  # type: ignore[arg-type]


def term(identity: str, name: str = "") -> SelectedTerm:
    return SelectedTerm(identity, name or identity, "", f"What {identity} means.")


def selection(
    *sections: Section,
    audience: Audience = ENGINEER,
    terms: tuple[SelectedTerm, ...] = (),
    sources: tuple[Source, ...] = (),
    facts: tuple[Fact, ...] = (),
    registers: tuple[Register, ...] = (),
    briefs: tuple[Brief, ...] = (),
    **more: object,
) -> Selection:
    return Selection(
        audience=audience,
        edition=Edition(date(2026, 11, 23), "0.1"),
        units={},
        terms={item.id: item for item in terms},
        sources={item.id: item for item in sources},
        facts={item.id: item for item in facts},
        registers={item.name: item for item in registers},
        models=more.get("models", {}),  # type: ignore[arg-type]
        results=more.get("results", {}),  # type: ignore[arg-type]
        charts=more.get("charts", {}),  # type: ignore[arg-type]
        diagrams=more.get("diagrams", {}),  # type: ignore[arg-type]
        sections={item.id: item for item in sections},
        briefs={item.id: item for item in briefs},
        media=more.get("media", {}),  # type: ignore[arg-type]
    )
