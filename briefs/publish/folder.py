"""Stages an edition beside the published one, keeps what is not the build's own, and exchanges the two."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.model.artifact import Artifact
from briefs.model.audience import Audiences
from briefs.model.content import Edition
from briefs.publish import exchange
from briefs.publish.index import index_pages
from briefs.publish.manifest import NAME, Row, read_manifest, written

INPUTS = ".inputs"
"""Holds the digest of what the published files were made from, so that a build that has nothing to do can tell."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did; paths below the output folder, sorted."""

    rows: tuple[Row, ...]
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """Names under which files that a person had changed were kept."""

    @property
    def changed(self) -> bool:
        return bool(self.written or self.removed or self.kept)


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms an edition is published."""

    edition: Edition
    audiences: Audiences
    inputs: str
    """The digest that `is_current` compares."""
    complete: bool
    """These are all products, so that earlier files that are no longer made go; otherwise they stay."""


def publish(out: Path, artifacts: Sequence[Artifact], terms: Terms) -> Published:
    """Publish the artifacts into `out`, all or nothing; touches nothing when every byte is already there.

    Raises OSError and leaves the published folder whole when the disk does not play along.
    """
    with exchange.locked(out):
        exchange.recover(out)
        return _publish(out, artifacts, terms)


def _publish(out: Path, artifacts: Sequence[Artifact], terms: Terms) -> Published:
    before = {row.path: row for row in read_manifest(out)}
    made = {artifact.path: artifact.data for artifact in artifacts}
    rows = [Row.of(artifact) for artifact in artifacts]
    if not terms.complete:
        rows += [row for path, row in before.items() if path not in made and (out / path).is_file()]
    pages = index_pages(rows, terms.edition, terms.audiences)
    files = {**made, **pages, NAME: written(rows, terms.edition), INPUTS: terms.inputs.encode()}
    edited = _edited(out, before)
    result = _result(out, rows, made, before, edited)
    if result.changed or any(_read(out / name) != data for name, data in files.items()):
        _stage(out, files, {row.path for row in rows}, before, edited)
        exchange.exchange(out)
    return result


def is_current(out: Path, inputs: str) -> bool:
    """Whether `out` holds exactly what a build from these inputs would write."""
    rows = read_manifest(out)
    return bool(rows) and _read(out / INPUTS) == inputs.encode() and all(_digest(out / row.path) == row.sha256 for row in rows)


def _result(
    out: Path, rows: Iterable[Row], made: Mapping[str, bytes], before: Mapping[str, Row], edited: Mapping[str, str]
) -> Published:
    same = {path for path, data in made.items() if _read(out / path) == data}
    rows = tuple(sorted(rows, key=lambda row: row.path))
    gone = sorted(set(before) - {row.path for row in rows})
    kept = tuple(sorted(edited.values()))
    return Published(rows, tuple(sorted(set(made) - same)), tuple(sorted(same)), tuple(gone), kept)


def _edited(out: Path, before: Mapping[str, Row]) -> dict[str, str]:
    """Path of each published file that a person changed -> the free name under which it is kept."""
    changed = (path for path, row in before.items() if (out / path).is_file() and _digest(out / path) != row.sha256)
    return {path: _free_name(out, path) for path in changed}


def _free_name(out: Path, path: str) -> str:
    pure, number = PurePosixPath(path), 1
    while True:
        suffix = "" if number == 1 else f" {number}"
        name = str(pure.with_name(f"{pure.stem} (edited{suffix}){pure.suffix}"))
        if not (out / name).exists():
            return name
        number += 1


def _stage(
    out: Path, files: Mapping[str, bytes], current: set[str], before: Mapping[str, Row], edited: Mapping[str, str]
) -> None:
    staged = exchange.staging(out)
    for name, data in files.items():
        target = staged / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if _read(out / name) == data:
            os.link(out / name, target)
        else:
            target.write_bytes(data)
    for name in _others(out):
        destination = edited.get(name, name)
        ours = name in before and name not in edited and name not in current
        index = name.endswith("/index.html") and not (staged / name).exists()
        if not ours and not index and not (staged / destination).exists():
            (staged / destination).parent.mkdir(parents=True, exist_ok=True)
            os.link(out / name, staged / destination)


def _others(out: Path) -> list[str]:
    """Every file of the published folder, as a path below it."""
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()) if out.is_dir() else []


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(path: Path) -> str:
    data = _read(path)
    return "" if data is None else hashlib.sha256(data).hexdigest()
