"""A document that holds every block, as compose would give it, for the tests of the Word renderer."""

import struct
import zlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from briefs.model.content import Edition
from briefs.model.document import (
    Callout,
    Caption,
    Card,
    CardField,
    Cards,
    ChartFigure,
    Code,
    Column,
    Contents,
    ContentsEntry,
    DiagramFigure,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Meta,
    Paragraph,
    PictureFigure,
    Table,
    TableRow,
)
from briefs.model.exhibits import Box, Chart, Connector, Diagram, Series
from briefs.model.runs import Anchor, Flow, LineBreak, Link, NoteMark, Run, Url
from briefs.render.word import Template, open_template

TEMPLATE = Path(__file__).parents[3] / "templates" / "word" / "brief.docx"


@cache
def template() -> Template:
    return open_template(TEMPLATE.read_bytes())


def flow(text: str) -> Flow:
    return (Run(text),)


def meta(reader: Literal["executive", "engineer"] = "engineer") -> Meta:
    return Meta(
        product="sample@vast-eng",
        brief="sample",
        audience="vast-eng",
        title="Engineering Delivery Plan",
        subtitle="How a shared storage tier reaches Azure, what it needs, and what is still open",
        audience_name="VAST engineering",
        organisation="VAST",
        reader=reader,
        marking="VAST internal",
        edition=Edition(date(2026, 11, 23), "0.1"),
        contact="VAST field CTO",
        checked="20 November 2026",
        id="3fa9c1d2",
    )


def table(columns: int, rows: int, text: str = "A cell with a few words") -> Table:
    cells = tuple(flow(f"{text} {number}") for number in range(columns))
    heads = tuple(flow(f"Column {number}") for number in range(columns))
    return Table(tuple(Column("left") for _ in heads), heads, tuple(TableRow(cells) for _ in range(rows)), None)


def png(width: int = 40, height: int = 20) -> bytes:
    raw = b"".join(b"\0" + b"\x0f\x5e\xa8" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def chart(kind: Literal["bar", "column", "line", "stacked", "waterfall"] = "bar") -> Chart:
    return Chart(
        "idle", kind, "Idle GPUs cost more than storage", "Two bars; idle GPUs fall from 120 to 30.", "USD thousand a month",
        ("Today", "Tuned"), (Series("Idle GPUs", (120.0, 30.0), True), Series("Storage", (24.0, 26.0), False)), "#,##0",
        "USD thousand a month",
    )  # fmt: skip


def diagram() -> Diagram:
    def box(key: str, x: float, y: float, label: str, tone: Literal["neutral", "teal", "primary"]) -> Box:
        return Box(key, "rounded", x, y, 120, 46, label, "one line of detail", tone, 11, 9.5)

    return Diagram(
        "tiers", "Governance above performance", "Entra ID above a VAST cluster that feeds GPU nodes.", 468, 220,
        (
            Box("group-perf", "group", 8, 110, 452, 104, "Performance tier", "", "neutral", 10, 9),
            box("entra", 30, 20, "Entra ID", "primary"),
            box("vast", 30, 145, "VAST cluster", "teal"),
            box("gpu", 300, 145, "GPU nodes", "neutral"),
        ),
        (
            Connector("entra", "vast", 2, 0, ((90, 66), (90, 145)), "tokens", (90, 95), False),
            Connector("vast", "gpu", 3, 1, ((150, 168), (300, 168)), "reads", (225, 168), False),
            Connector("gpu", "entra", 0, 3, ((360, 145), (360, 43), (150, 43)), "audit", (360, 80), True),
        ),
    )  # fmt: skip


def heading(level: int, number: str, text: str) -> Heading:
    return Heading(level, number, flow(text), "section-" + text.lower().replace(" ", "-"))


def prose() -> tuple[DocBlock, ...]:
    return (
        heading(1, "1", "What the plan delivers"),
        Paragraph(flow("A lead that says in one sentence what this section is about."), "lead"),
        Paragraph(
            (
                Run("A Private Link Service takes at most "),
                Run("8 NAT addresses", bold=True),
                NoteMark(1),
                Run(". See "),
                Link((Run("the DNS design"),), Anchor("section-dns-design")),
                Run(", the "),
                Link((Run("service overview"),), Url("https://learn.microsoft.com/azure/?a=1&b=2")),
                Run(", "),
                Run("az network", code=True),
                Run(", "),
                Run("emphasis", italic=True),
                Run(" and what is "),
                Run("no longer so", strike=True),
                Run(". Cited again"),
                NoteMark(1),
                Run(", then another"),
                NoteMark(2),
                Run("."),
            )
        ),
        ListBlock(
            False,
            1,
            (
                (
                    Paragraph(
                        flow("The first point, which is long enough to run over the end of the line so that its indent shows.")
                    ),
                ),
                (
                    Paragraph(flow("The second, with a list inside:")),
                    ListBlock(True, 1, ((Paragraph(flow("lettered")),), (Paragraph(flow("and again")),))),
                    Paragraph(flow("A paragraph that belongs to the second point.")),
                ),
            ),
        ),
        heading(2, "1.1", "DNS design"),
        ListBlock(True, 3, ((Paragraph(flow("Starts at three")),), (Paragraph(flow("and goes on")),))),
        ListBlock(
            True,
            1,
            (
                (
                    Paragraph(flow("Create the endpoint.")),
                    Code("az network private-endpoint create \\\n  --name vast-s3", "bash"),
                ),
                (Paragraph(flow("Check the record.")),),
            ),
            steps=True,
        ),
        heading(3, "1.1.1", "Why a zone of its own"),
        Paragraph(flow("A quotation stands apart."), "quote"),
        Code("one = 1\n  two = <2> & 3", "python"),
    )


def exhibits() -> tuple[DocBlock, ...]:
    return (
        heading(1, "2", "What it costs"),
        ChartFigure(chart(), Caption("Figure", 1, flow("Idle GPUs cost more than storage")), "Source: VAST finance lead."),
        DiagramFigure(diagram(), Caption("Figure", 2, flow("Governance above, performance below"))),
        PictureFigure(png(), "A blue field.", 40, 20, Caption("Figure", 3, flow("A picture"))),
        Table(
            (Column("left"), Column("left"), Column("right")),
            (flow("Service"), flow("Reaches Private Link Service"), flow("Nodes")),
            tuple(TableRow((flow(name), (*flow("yes, by "), Run("resource id", code=True)), flow(count)), f"service-{name}")
                  for name, count in (("Data-Factory", "1,024"), ("Fabric", "16"), ("Databricks", "256"))),
            Caption("Table", 1, flow("Services and their reach")),
        ),
    )  # fmt: skip


def records() -> tuple[DocBlock, ...]:
    fields = (
        CardField(
            "What", (*flow("Raise the limit of NAT addresses to sixteen"), LineBreak(), *flow("for the largest clusters."))
        ),
        CardField("Why", flow("A cluster of forty nodes runs out of addresses before it runs out of bandwidth.")),
        CardField("Proof", flow("A test with forty clients.")),
    )
    return (
        heading(1, "3", "What is asked"),
        Callout("decision", flow("Approve phase one"), (Paragraph(flow("Six weeks, two engineers, one region.")), ListBlock(
            False, 1, ((Paragraph(flow("Cost: none beyond staff")),), (Paragraph(flow("Risk: a fixed limit")),))))),
        Callout("warning", (), (Paragraph(flow("Idle connections close after a while.")),)),
        Callout("example", flow("One endpoint"), (Code("nslookup vast", ""),)),
        Callout("note", flow("A table inside"), (table(2, 2),)),
        Cards((Card(flow("Raise the NAT address limit"), "Private Link · Crawl", fields, "ask-nat", "primary"),
               Card(flow("Say when Fabric follows"), "", fields[:2], "ask-fabric", "teal"))),
        heading(2, "", "Terminology"),
        Paragraph(flow("Small text at the end."), "small"),
        Paragraph(flow("None for this edition."), "muted"),
    )  # fmt: skip


def document(reader: Literal["executive", "engineer"] = "engineer", *, contents: bool = True) -> Document:
    blocks = (*prose(), *exhibits(), *records())
    entries = tuple(
        ContentsEntry(block.level, block.number, str(block.content[0].text), block.anchor)  # type: ignore[union-attr]
        for block in blocks
        if isinstance(block, Heading)
    )
    head = (Contents(entries),) if contents else ()
    notes = (
        flow("Microsoft, Private Link service overview, 4 March 2026."),
        (Run("See "), Link((Run("the list"),), Url("https://example.com/list"))),
    )
    return Document(meta(reader), (*head, *blocks), notes, 400)
