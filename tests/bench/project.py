"""The workload as a project of this engine: content on disk, read once, then from selection to bytes as often as asked."""

from dataclasses import dataclass
from pathlib import Path

from briefs import compose, verify
from briefs.model.artifact import Artifact
from briefs.model.content import Format, Resolved, Selection
from briefs.pipeline import read
from briefs.project import Project, open_project
from briefs.render import Renderer
from briefs.resolve import resolve
from briefs.select import select
from tests.bench.workload import Block, Sheet, Workload, picture

READER = "reader"
HEAD = """brief: measured
title: A brief that is measured
subtitle: The same words for every writer
owner: Bench lead
audience: [all]
formats: [docx, pptx]
"""
FRONT = "owner: Bench lead\naudience: [all]\nreviewed: 2026-11-01\n"
FOUND = "kind: public, source: source-a, as-of: '2026-06-30', review-by: '2027-06-30', owner: Bench lead"
CHART = """audience: all
chart: shares
kind: column
title: Each share is larger than the one before
alt: Four columns, each higher than the one before.
unit: "%"
categories: [First, Second, Third, Fourth]
series:
  - {name: Share, values: ["fact:share.a", "fact:share.b", "fact:share.c", "fact:share.d"], highlight: true}
"""
DIAGRAM = """audience: all
diagram: path
title: A request passes the gateway
alt: A client asks the gateway, which asks the service and the store.
groups:
  - {id: outside, label: Outside}
  - {id: inside, label: Inside}
nodes:
  - {id: client, label: Client, detail: asks, group: outside, at: [1, 1]}
  - {id: gateway, label: Gateway, detail: decides, group: inside, at: [2, 1]}
  - {id: service, label: Service, detail: answers, group: inside, at: [3, 1]}
  - {id: store, label: Store, detail: keeps, group: inside, at: [3, 2]}
edges:
  - {from: client, to: gateway, label: request}
  - {from: gateway, to: service, label: call}
  - {from: service, to: store, label: read}
"""
NOTES = 20


@dataclass(frozen=True)
class Opened:
    """A project that is loaded, checked and resolved."""

    project: Project
    resolved: Resolved

    def made(self, form: Format, prove: bool = False) -> Artifact:
        """The one product in a format, from selection to bytes, and proven when asked."""
        selection = select(self.resolved, READER)
        brief = next(iter(selection.briefs.values()))
        renderer = Renderer(self.project.template)
        views = self.project.view_templates()
        made = (
            compose.deck(selection, brief, views, renderer.geometry())
            if form == "pptx"
            else compose.document(selection, brief, views)
        )
        product, found = made
        assert not [item for item in found if item.severity == "error"], found
        (artifact,) = renderer.artifacts(product, brief, selection.audience, (form,))
        if prove:
            self._prove(artifact, selection)
        return artifact

    def _prove(self, artifact: Artifact, selection: Selection) -> None:
        found = verify.verify(artifact, verify.expect(self.resolved, selection))
        assert not [item for item in found if item.severity == "error"], found


def opened(work: Workload, folder: Path, exhibits: bool = False) -> Opened:
    """The workload as content below `folder`; with `exhibits` a chart, a diagram and 20 footnotes more."""
    write(work, folder, exhibits)
    project = open_project(folder / "content")
    corpus, _ = read(project)
    return Opened(project, resolve(corpus))


def write(work: Workload, folder: Path, exhibits: bool = False) -> None:
    """Write the content files of the workload."""
    content = folder / "content"
    names = [f"part-{number}" for number in range(len(work.parts))]
    for number, (name, part) in enumerate(zip(names, work.parts, strict=True)):
        more = _exhibits() if exhibits and number == 0 else ""
        sheets = work.sheets[number :: len(work.parts)]
        _put(content / f"sections/{name}.md", _section(name, part, sheets) + more)
    for name in work.pictures:
        (content / "media").mkdir(parents=True, exist_ok=True)
        (content / f"media/{name}").write_bytes(picture(name))
    outline = "".join(f"  - section: {name}\n" for name in names)
    parts = "".join(f"  - {part}: true\n" for part in ("assumptions", "non-goals", "terminology", "sources"))
    asks = "  - {asks: none, because: It is a measurement}\n"
    _put(content / "briefs/measured.yaml", f"{HEAD}outline:\n{outline}{asks}{parts}")
    _put(content / "edition.yaml", 'date: "2026-11-23"\nversion: "1.0"\n')
    row = f"{{id: {READER}, name: Reader, organisation: Readers, groups: [], reader: engineer, marking: For measurement}}"
    _put(content / "audiences.yaml", f"audiences:\n  - {row}\n")
    sources = (
        f"  - {{id: {name}, title: Page {name}, publisher: Bench, {_address(name)}}}" for name in ("source-a", *work.links)
    )
    _put(content / "sources.yaml", "audience: all\nsources:\n" + "\n".join(dict.fromkeys(sources)) + "\n")
    _put(content / "units.yaml", 'units:\n  - {id: "%", name: percent, dimension: "1"}\n')
    if exhibits:
        facts = (
            f'  - {{id: share.{name}, text: "{value}% is one share.", value: {value}, unit: "%", {FOUND}}}\n'
            for name, value in zip("abcd", (20, 30, 40, 50), strict=True)
        )
        _put(content / "facts/shares.yaml", "audience: all\nfacts:\n" + "".join(facts))
        _put(content / "charts/shares.yaml", CHART)
        _put(content / "diagrams/path.yaml", DIAGRAM)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _address(name: str) -> str:
    return f'url: "https://bench.example/{name}", seen: "2026-08-20"'


def _section(name: str, part: tuple[Block, ...], sheets: tuple[Sheet, ...]) -> str:
    title = part[0].lines[0]
    body = "\n\n".join((*map(_block, part[1:]), *map(_slide, sheets)))
    return f"---\nid: {name}\ntitle: {title}\n{FRONT}---\n{body}\n"


def _exhibits() -> str:
    lines = "\n\n".join(f"The step is explained below.[^{number}]" for number in range(1, NOTES + 1))
    notes = "\n".join(f"[^{number}]: It is the step of the note." for number in range(1, NOTES + 1))
    return f"\n::chart shares\n\n::diagram path\n\n{lines}\n\n{notes}\n"


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"## {block.lines[0]}"
        case "text":
            return f"{block.lines[0]}, see [[source:{block.link}]]." if block.link else f"{block.lines[0]}."
        case "bullets":
            return _bullets(block.lines)
        case "table":
            return _table(block.rows)
        case "picture":
            return f'::: figure "{block.lines[0]}"\n![{block.lines[0]}](media/{block.picture})\n:::'


def _slide(sheet: Sheet) -> str:
    body = _table(sheet.rows) if sheet.rows else _bullets(sheet.bullets)
    layout = "table" if sheet.rows else "bullets"
    return f':::: slide "{sheet.title}" layout={layout}\n{body}\n\n::: notes\n{sheet.notes}.\n:::\n::::'


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    first, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((first, "|" + "---|" * len(rows[0]), *rest))
