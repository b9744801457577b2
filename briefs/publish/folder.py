"""Stages an edition beside the published one, keeps what is not the build's own, and exchanges the two."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.model.artifact import Artifact
from briefs.model.audience import Audiences
from briefs.model.content import Edition
from briefs.publish import exchange
from briefs.publish.index import index_pages
from briefs.publish.manifest import NAME, Row, read_manifest, written

INPUTS = ".inputs"
"""Holds the digest of what the published files were made from, so that a build that has nothing to do can tell; then, for each
page that is not in the manifest, its sha256 and path."""
UNLINKABLE = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV, errno.ENOSYS})
"""What a disk says that has no hard links, or no more of them for a file."""


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
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out))
    made = {artifact.path: artifact.data for artifact in artifacts}
    rows = [Row.of(artifact) for artifact in artifacts]
    earlier = {row.path: row for row in read_manifest(out)}
    if not terms.complete:
        rows += [row for path, row in earlier.items() if path not in made and (out / path).is_file()]
    pages = {**index_pages(rows, terms.edition, terms.audiences), NAME: written(rows, terms.edition)}
    files = {**made, **pages, INPUTS: _inputs(terms.inputs, pages)}
    stay = _staying(out, files, {row.path for row in rows})
    result = _result(out, rows, made, earlier, stay)
    if result.changed or any(_read(out / name) != data for name, data in files.items()):
        _stage(out, files, stay)
        exchange.exchange(out)
    return result


def is_current(out: Path, inputs: str) -> bool:
    """Whether `out` holds exactly what a build from these inputs would write."""
    first = (_read(out / INPUTS) or b"").decode(errors="replace").partition("\n")[0]
    return first == inputs and bool(read_manifest(out)) and all(_digest(out / name) == sha for name, sha in _ours(out).items())


def _inputs(inputs: str, pages: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(pages.items()))
    return f"{inputs}\n{''.join(lines)}".encode()


def _ours(out: Path) -> dict[str, str]:
    """Path -> sha256 of everything that the last build wrote, as it wrote it."""
    lines = (_read(out / INPUTS) or b"").decode(errors="replace").splitlines()[1:]
    pages = {name: sha for sha, separator, name in (line.partition("  ") for line in lines) if separator}
    return {**pages, **{row.path: row.sha256 for row in read_manifest(out)}}


def _result(
    out: Path, rows: Iterable[Row], made: Mapping[str, bytes], before: Mapping[str, Row], stay: Mapping[str, str]
) -> Published:
    same = {path for path, data in made.items() if _read(out / path) == data}
    rows = tuple(sorted(rows, key=lambda row: row.path))
    gone = sorted(set(before) - {row.path for row in rows})
    kept = sorted(name for path, name in stay.items() if name != path)
    return Published(rows, tuple(sorted(set(made) - same)), tuple(sorted(same)), tuple(gone), tuple(kept))


def _staying(out: Path, files: Mapping[str, bytes], current: set[str]) -> dict[str, str]:
    """Path of each earlier file that the next edition keeps -> its path there: another one where a person's work is in the way.

    A file is the build's own when it is as the last build wrote it; everything else is a person's and is never lost.
    """
    ours, stay = _ours(out), {}
    folders = {str(folder) for name in files for folder in PurePosixPath(name).parents}
    for name in _others(out):
        own = name in ours and _digest(out / name) == ours[name]
        in_the_way = name in files or (name in ours and name not in current) or (name in folders and not _is_folder(out / name))
        if name == INPUTS or (own and in_the_way) or _same(out / name, files.get(name)):
            continue
        stay[name] = _free_name(out, name) if in_the_way else name
    return stay


def _same(path: Path, data: bytes | None) -> bool:
    return data is not None and _read(path) == data


def _free_name(out: Path, path: str) -> str:
    pure, number = PurePosixPath(path), 1
    while True:
        suffix = "" if number == 1 else f" {number}"
        name = str(pure.with_name(f"{pure.stem} (edited{suffix}){pure.suffix}"))
        if not (out / name).exists():
            return name
        number += 1


def _stage(out: Path, files: Mapping[str, bytes], stay: Mapping[str, str]) -> None:
    staged = exchange.staging(out)
    for name, data in files.items():
        if _same(out / name, data):
            _carry(out / name, staged / name)
        else:
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).write_bytes(data)
    for name, place in stay.items():
        _carry(out / name, staged / place)


def _carry(source: Path, target: Path) -> None:
    """The same file under another name: linked, so that it is not even touched; copied where the disk has no links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        target.symlink_to(source.readlink())
    elif source.is_dir():
        target.mkdir(exist_ok=True)
    else:
        try:
            os.link(source, target)
        except OSError as fault:
            if fault.errno not in UNLINKABLE:
                raise
            shutil.copy2(source, target)


def _others(out: Path) -> Iterator[str]:
    """Every file, link and empty folder of the published folder, as a path below it."""
    for folder, names, found in os.walk(out):
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        for name in sorted([*links, *found]):
            yield (Path(folder) / name).relative_to(out).as_posix()
        if not names and not found and Path(folder) != out:
            yield Path(folder).relative_to(out).as_posix()


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(path: Path) -> str:
    data = _read(path)
    return "" if data is None else hashlib.sha256(data).hexdigest()
