"""`manifest.json`: what was published, file by file; written from artifacts, read again by the next build and by the index."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from briefs.model.artifact import Artifact
from briefs.model.content import Edition

NAME = "manifest.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One file, in the order of the manifest's keys."""

    path: str
    product: str
    brief: str
    audience: str
    format: str
    sha256: str
    bytes: int
    pages: int | None
    slides: int | None
    words: int
    sections: tuple[str, ...]
    facts: tuple[str, ...]
    terms: tuple[str, ...]
    id: str

    @classmethod
    def of(cls, artifact: Artifact) -> "Row":
        """The row of an artifact."""
        meta, uses = artifact.meta, artifact.uses
        return cls(
            path=artifact.path,
            product=meta.product,
            brief=meta.brief,
            audience=meta.audience,
            format=artifact.format,
            sha256=hashlib.sha256(artifact.data).hexdigest(),
            bytes=len(artifact.data),
            pages=artifact.pages,
            slides=artifact.slides,
            words=artifact.words,
            sections=uses.sections,
            facts=uses.facts,
            terms=uses.terms,
            id=meta.id,
        )


def written(rows: Iterable[Row], edition: Edition) -> bytes:
    """The manifest's bytes: rows sorted by path, two-space indent, final newline."""
    document = {
        "schema": SCHEMA,
        "edition": {"date": edition.date.isoformat(), "version": edition.version},
        "files": [asdict(row) for row in sorted(rows, key=lambda row: row.path)],
    }
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path) -> tuple[Row, ...]:
    """The rows of the manifest in a folder; none when there is none or when another program's file has its name."""
    try:
        document = json.loads((folder / NAME).read_text("utf-8"))
        return tuple(_row(item) for item in document["files"]) if document["schema"] == SCHEMA else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _row(item: dict[str, object]) -> Row:
    lists: dict[str, object] = {name: tuple(item[name]) for name in ("sections", "facts", "terms")}  # type: ignore[arg-type]
    return Row(**{**item, **lists})  # type: ignore[arg-type]
