"""A project without a fault, to which each case adds one."""

from pathlib import Path

DAYS = 'as-of: "2026-11-20", review-by: "2027-11-20", owner: Sales lead'
BASE = {
    "vocabulary.yaml": """\
choices:
  phases: [Crawl, Walk, Run]
  leads: [VAST, Microsoft, Customer]
  integrations: [mount, endpoint-based, picker-based, none]
""",
    "audiences.yaml": """\
audiences:
  - {id: sales, name: Sales, organisation: Us, groups: [us, desk], reader: executive, marking: Ours}
  - {id: support, name: Support, organisation: Us, groups: [us], reader: engineer, marking: Ours}
  - {id: buyer, name: Buyers, organisation: Them, groups: [them, desk], reader: engineer, marking: Shared}
""",
    "edition.yaml": 'date: "2026-11-23"\nversion: "0.1"\n',
    "sources.yaml": """\
sources:
  - {id: page, title: A page, publisher: P, url: "https://example.org/", seen: "2026-11-20"}
  - {id: own, title: Our count, publisher: P, url: "https://example.org/own", seen: "2026-11-20", audience: us}
""",
    "units.yaml": 'units:\n  - {id: GB, name: gigabytes, dimension: data}\n  - {id: "%", name: percent, dimension: "1"}\n',
    "terms.yaml": """\
audience: all
terms:
  - id: hop
    name: {all: hop, us: Falcon}
    definition: A step on the way.
    forbid: [{spelling: Falcon, audience: them}]
  - {id: ours, name: our word, plural: our words, definition: Said among us., audience: us}
""",
    "facts/base.yaml": f"""\
audience: all
facts:
  - {{id: size, text: A box holds eight gigabytes., value: 8, unit: GB, kind: public, source: page, {DAYS}}}
  - {{id: said, text: Boxes are blue., kind: public, source: page, {DAYS}}}
  - {{id: margin, text: We keep nine percent., value: 9, unit: "%", kind: public, source: own, {DAYS}, audience: us}}
""",
    "registers/non-goals.yaml": """\
register: non-goals
audience: all
records:
  - {id: no-red, title: No red boxes, owner: Sales lead, why: Blue sells.}
  - {id: no-loan, title: No loans, owner: Sales lead, why: They come back broken., audience: us}
""",
    "sections/base.md": """\
---
id: base
title: Boxes are blue
audience: all
owner: Sales lead
reviewed: 2026-11-20
---
A [[term:hop]] away.

:::: slide "Boxes are blue" layout=statement id=blue
::::
""",
    "briefs/base.yaml": """\
brief: base
title: Boxes
subtitle: What we sell
owner: Sales lead
audience: all
formats: [docx]
path: "{organisation}/{title} for {audience}"
outline:
  - section: base
  - {asks: none, because: nothing is asked}
  - assumptions: true
  - non-goals: true
  - terminology: true
  - sources: true
""",
}

UNUSED = frozenset({"B410", "B411", "B412", "B413", "B414"})
"""Codes of what nothing reaches: the base has a group and a term that only some cases use."""


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The project below `folder`, with files added or replaced; its content folder."""
    content = folder / "content"
    for name, text in {**BASE, **files}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content
