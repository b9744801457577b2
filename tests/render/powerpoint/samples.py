"""A deck with every kind of slide, in the words of the real thing, and the template that is shipped."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from functools import cache
from pathlib import Path

from briefs.model.content import Edition
from briefs.model.deck import (
    AgendaBody,
    AgendaEntry,
    Bullet,
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    ColumnsBody,
    CoverBody,
    Deck,
    DiagramBody,
    PictureBody,
    SectionBody,
    Slide,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.document import Card, CardField, Column, Meta, TableRow
from briefs.model.exhibits import Box, Chart, Connector, Diagram, Series
from briefs.model.runs import Anchor, Flow, Link, Run, Url
from briefs.render.powerpoint import Template, open_template

TEMPLATE = Path(__file__).parents[3] / "templates" / "powerpoint" / "deck.pptx"

META = Meta(
    product="engineering-alignment@microsoft-eng",
    brief="engineering-alignment",
    audience="microsoft-eng",
    title="VAST on Azure: engineering alignment & asks",
    subtitle="What VAST and Azure engineering build together, in which order, and what each needs from the other",
    audience_name="Microsoft engineering",
    organisation="Microsoft",
    reader="engineer",
    marking="Shared with Microsoft under NDA",
    edition=Edition(date(2026, 11, 23), "0.1"),
    contact="VAST field CTO",
    checked="20 November 2026",
    id="0123abcd",
)


@cache
def template() -> Template:
    return open_template(TEMPLATE.read_bytes())


def flow(text: str) -> Flow:
    return (Run(text),)


def lead(bold: str, rest: str) -> Flow:
    return (Run(bold, bold=True), Run(rest))


def png(width: int = 16, height: int = 9) -> bytes:
    rows = b"".join(b"\0" + b"\x0f\x5e\xa8" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def node(key: str, x: float, y: float, label: str, detail: str, tone: str = "neutral", shape: str = "rounded") -> Box:
    return Box(key, shape, x, y, 168.0, 58.0, label, detail, tone, 13.0, 11.0)  # type: ignore[arg-type]


def architecture() -> Diagram:
    """Two tiers, three columns."""
    boxes = (
        Box("gov", "group", 0, 0, 840, 100, "Governance tier", "", "neutral", 12.0, 12.0),
        Box("perf", "group", 0, 150, 840, 130, "Performance tier", "", "neutral", 12.0, 12.0),
        node("entra", 30, 32, "Entra ID", "identity for people and jobs", "primary"),
        node("purview", 336, 32, "Purview", "catalog and policy", "primary"),
        node("fabric", 642, 32, "Fabric", "OneLake shortcuts", "primary"),
        node("cluster", 30, 196, "VAST cluster", "file, object, table", "teal"),
        node("gateway", 336, 196, "Private Link Service", "one endpoint a protocol"),
        node("gpu", 642, 196, "GPU nodes", "training and inference", "slate"),
    )
    connectors = (
        Connector("entra", "cluster", 2, 0, ((114, 90), (114, 196)), "tokens", (114, 143), False),
        Connector(
            "entra", "gateway", 3, 0, ((198, 61), (267, 61), (267, 125), (420, 125), (420, 196)), "access", (343, 125), False
        ),
        Connector("purview", "fabric", 3, 1, ((504, 61), (642, 61)), "lineage", (573, 61), False),
        Connector("cluster", "gateway", 3, 1, ((198, 225), (336, 225)), "NFS", (267, 225), False),
        Connector("gateway", "gpu", 3, 1, ((504, 225), (642, 225)), "RDMA", (573, 225), False),
        Connector("gpu", "fabric", 3, 3, ((810, 225), (830, 225), (830, 61), (810, 61)), "", None, True),
    )
    return Diagram(
        "two-tier",
        "Governance above, performance below",
        "Entra ID, Purview and Fabric above a VAST cluster that feeds GPU nodes through a Private Link Service.",
        840,
        280,
        boxes,
        connectors,
    )


def process() -> Diagram:
    steps = ("Crawl", "Walk", "Run")
    details = ("one region, NFS and S3", "Fabric and Purview read it", "every region, self-service")
    boxes = tuple(
        Box(f"s{i}", "chevron", 280 * i, 0, 270, 90, step, detail, tone, 16.0, 12.0)  # type: ignore[arg-type]
        for i, (step, detail, tone) in enumerate(zip(steps, details, ("primary", "amber", "deep"), strict=True))
    )
    line = Box("axis", "line", 0, 140, 830, 0, "", "", "plain", 12, 11)
    gates = tuple(Box(f"g{i}", "diamond", 270 * i + 120, 125, 30, 30, "", "", "attention", 12, 11) for i in range(3))
    return Diagram("phases", "Three phases", "Crawl, Walk and Run with a gate below each.", 830, 160, (*boxes, line, *gates), ())


def chart() -> Chart:
    return Chart(
        "gpu-idle-cost",
        "bar",
        "Storage stalls cost more than the storage",
        "Bars of monthly cost: idle GPUs 48,000 today and 10,700 tuned.",
        "USD a month",
        ("Today", "Tuned", "Tuned, second region"),
        (Series("Idle GPUs", (48000, 10700, 14300), True),),
        "#,##0",
        "Idle GPUs, USD a month",
    )


def table(count: int = 6) -> TableBody:
    rows = (
        ("Data Factory", "yes", "managed VNet integration runtime", "Crawl"),
        ("Microsoft Fabric", "yes, by resource id", "managed private endpoint, approval by owner", "Walk"),
        ("Azure Databricks serverless", "not run", "network connectivity configuration", "Walk"),
        ("Azure Machine Learning", "yes", "managed virtual network, outbound rule", "Crawl"),
        ("Azure OpenAI on your data", "no", "needs a public Blob endpoint today", "Run"),
        ("Purview", "partly", "self-hosted integration runtime scans S3", "Walk"),
    )[:count]
    return TableBody(
        tuple(Column(align) for align in ("left", "left", "left", "center")),
        (230.0, 170.0, 353.6, 120.0),
        tuple(flow(name) for name in ("Service", "Reaches Private Link", "How", "Phase")),
        tuple(TableRow(tuple(flow(cell) for cell in row), f"row-{order}") for order, row in enumerate(rows)),
        (26.0,) * (len(rows) + 1),
        14.0,
    )


def ask(number: int) -> Card:
    title, kicker, what, why, tone = (
        ("Raise the NAT address limit", "Private Link · Crawl", "More than 8 NAT addresses for one service.",
         "Large clusters run out of ports.", "primary"),
        ("Approve by resource id in Fabric", "Fabric · Walk", "A managed private endpoint to a partner's service.",
         "OneLake shortcuts stay private.", "amber"),
        ("Publish the idle timeout", "Private Link · Crawl", "A documented, settable idle timeout.",
         "Long NFS sessions drop without a word.", "primary"),
        ("List in the Marketplace", "Marketplace · Run", "A transactable offer with private plans.",
         "Customers buy against their commitment.", "deep"),
    )[number % 4]  # fmt: skip
    fields = (
        CardField("What", flow(what)),
        CardField("Why", flow(why)),
        CardField("Owner", flow("VAST networking lead")),
        CardField("Proof", flow("a run in our lab, on request")),
    )
    return Card(flow(title), kicker, fields, f"ask-{number}", tone)


def slide(layout: str, title: str, body: SlideBody, anchor: str, group: str = "Opening", source: str = "") -> Slide:
    notes = (f"Say first: {title}", "Then stop, and let the room read.")
    return Slide(layout, title, body, source, notes, group, anchor)  # type: ignore[arg-type]


def bullets() -> BulletsBody:
    return BulletsBody((
        Bullet(0, lead("One namespace. ", "Training data, checkpoints and features are read where they lie; nothing is copied.")),
        Bullet(1, flow("NFS and S3 on the same files, table format on top")),
        Bullet(0, lead("One identity. ", "People and jobs come with Entra ID; access is decided in one place.")),
        Bullet(0, (Run("One private path. ", bold=True), Link((Run("Private Link Service"),), Url("https://learn.microsoft.com/a?b=1&c=2")),
                   Run(" carries every protocol, with "), Run("TCP 2049", code=True), Run(" for NFS."))),
        Bullet(0, (Run("What is missing. ", bold=True), Run("See "), Link((Run("the asks"),), Anchor("asks")), Run("."))),
    ))  # fmt: skip


def columns() -> ColumnsBody:
    left = ("Data is copied to each cluster", "Every team keeps its own keys", "GPUs wait for the slowest copy")
    right = ("Data is read in place over RDMA", "Entra ID decides, once", "GPUs stay busy; a copy is an exception")
    return ColumnsBody(
        flow("Before"),
        tuple(Bullet(0, flow(line)) for line in left),
        flow("After"),
        tuple(Bullet(0, flow(line)) for line in right),
    )


def closing() -> ClosingBody:
    return ClosingBody((
        ("Decision asked", flow("Start the Crawl phase in one region with two customers")),
        ("By whom", flow("Azure Storage and Azure Networking leadership, with VAST product leadership")),
        ("Next step", flow("A joint engineering review of the four network asks")),
        ("Whom to ask", flow("VAST field CTO")),
    ))  # fmt: skip


def agenda(count: int) -> AgendaBody:
    names = ("What we build together", "How it works", "What we ask", "What happens next", "Risks", "Sources", "Terms")
    anchors = ("section", "bullets", "asks", "closing", "table", "chart", "statement")
    return AgendaBody(tuple(AgendaEntry(name, anchor) for name, anchor in zip(names[:count], anchors[:count], strict=True)))


def deck() -> Deck:
    why, how, ask_group = "What we build together", "How it works", "What we ask"
    note = "Source: Microsoft, Private Link service overview, 4 March 2026"
    slides = (
        slide("title", META.title, CoverBody(META.subtitle), "cover"),
        slide("bullets", "Four questions, thirty minutes", agenda(4), "agenda"),
        slide("section", why, SectionBody(flow("One data platform beside the services that customers already use")),
              "section", why),
        slide("statement", "A single service carries at most eight NAT addresses, which bounds the largest cluster",
              StatementBody(flow("8 NAT addresses"), (
                  flow("Each address gives about 64,000 ports, shared by every client of the service."),
                  flow("A cluster for 512 GPUs opens more connections than that during a checkpoint."),
                  flow("We ask for a higher limit, or for several services behind one name."))), "statement", why, note),
        slide("bullets", "Data stays in one place, and every Azure service reaches it by its own door", bullets(), "bullets",
              why),
        slide("two-columns", "GPUs stop waiting when data is read in place", columns(), "columns", why, note),
        slide("chart", "Storage stalls cost more than the storage", ChartBody(chart(), flow(
            "A tuned cluster cuts the cost of waiting GPUs by more than three quarters.")), "chart", how, note),
        slide("chart", "A second series is told apart without a legend", ChartBody(
            Chart("two", "column", "t", "Columns of read rates by phase.", "GB/s", ("Crawl", "Walk", "Run"),
                  (Series("VAST", (40, 80, 160), True), Series("Blob", (20, 25, 30), False)), "0", "GB/s"), ()), "chart-2",
              how, note),
        slide("table", "Six services, three doors: who reaches a Private Link Service today", table(), "table", how, note),
        slide("diagram", "Governance stays in Azure, performance stays beside the GPUs", DiagramBody(architecture(), flow(
            "Policy travels down, audit travels up; data never leaves the performance tier.")), "diagram", how),
        slide("diagram", "Three phases, each with a gate that either side can hold", DiagramBody(process(), ()), "phases", how),
        slide("picture", "A picture carries its own words for who cannot see it", PictureBody(
            png(), "A plain blue field, wider than high.", 16, 9, flow("Whole, never cropped.")), "picture", how),
        slide("asks", "Three asks unblock the first phase", CardsBody(tuple(ask(i) for i in range(3)), 16.0), "asks", ask_group),
        slide("asks", "Four asks, one page", CardsBody(tuple(ask(i + 3) for i in range(4))), "asks-4", ask_group),
        slide("asks", "Six asks fill a page and stay legible from the back", CardsBody(tuple(ask(i + 7) for i in range(6)), 12.0),
              "asks-6", ask_group),
        slide("closing", "Approve phase one in one region", closing(), "closing", ask_group),
    )  # fmt: skip
    return Deck(META, slides, words=900)


def one(body_slide: Slide) -> Deck:
    return Deck(META, (body_slide,), words=1)
