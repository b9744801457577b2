"""Small editions to publish, and what a folder holds afterwards."""

import hashlib
import json
from datetime import date
from pathlib import Path

from briefs.model.artifact import Artifact
from briefs.model.audience import Audience, Audiences
from briefs.model.content import Edition
from briefs.model.document import Meta, Uses
from briefs.model.origin import Origin
from briefs.publish import Published, Terms, publish

PLACE = Origin("content/audiences.yaml", 1, 1)
AUDIENCES = Audiences(
    (
        Audience("red-chief", "Red chiefs", "Red", ("red",), "executive", "Red only", PLACE),
        Audience("red-maker", "Red makers", "Red", ("red",), "engineer", "Red only", PLACE),
        Audience("blue-chief", "Blue chiefs", "Blue & Sons", ("blue",), "executive", "Shared", PLACE),
    )
)
EDITION = Edition(date(2026, 3, 4), "0.1")
OVERVIEW, DECK, BLUE = "Red/Overview.docx", "Red/Overview.pptx", "Blue & Sons/Overview.docx"


def artifact(path: str, data: bytes, audience: str = "red-chief", slides: int | None = None) -> Artifact:
    row = AUDIENCES.get(audience)
    title = path.rpartition("/")[2].partition(".")[0]
    meta = Meta(
        product=f"overview@{audience}",
        brief="overview",
        audience=audience,
        title=title,
        subtitle="",
        audience_name=row.name,
        organisation=row.organisation,
        reader=row.reader,
        marking=row.marking,
        edition=EDITION,
        contact="Lead",
        checked="",
        id=hashlib.sha256(data).hexdigest()[:8],
    )
    form = path.rpartition(".")[2]
    return Artifact(path, form, data, meta, Uses(("s",), ("f",), ("t",)), 12, slides)  # type: ignore[arg-type]


def edition(words: str = "one") -> list[Artifact]:
    """Three files of two organisations; only the first says the words."""
    return [
        artifact(OVERVIEW, f"overview {words}".encode()),
        artifact(DECK, b"deck", "red-maker", slides=3),
        artifact(BLUE, b"blue", "blue-chief"),
    ]


def put(out: Path, files: list[Artifact], inputs: str = "", complete: bool = True) -> Published:
    """Publish; the inputs' digest is that of the files unless given."""
    digest = inputs or hashlib.sha256(b"".join(item.data for item in files)).hexdigest()
    return publish(out, files, Terms(EDITION, AUDIENCES, digest, complete))


def held(out: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def is_whole(out: Path) -> bool:
    """Whether every file of the manifest is there as the manifest says."""
    rows = json.loads((out / "manifest.json").read_text("utf-8"))["files"]
    return all(hashlib.sha256((out / row["path"]).read_bytes()).hexdigest() == row["sha256"] for row in rows)


def touched(out: Path) -> dict[Path, tuple[int, int]]:
    """Which file each name of a folder is, and when it was last written."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in [out, *out.rglob("*")]}
