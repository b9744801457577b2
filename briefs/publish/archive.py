"""One archive for each audience: the files that the manifest lists for it, with fixed dates, so same files are same bytes."""

import hashlib
import io
import zipfile
from pathlib import Path

from briefs.diagnostics import EnvironmentFault, error
from briefs.publish.manifest import Row, read_manifest

EPOCH = (1980, 1, 1, 0, 0, 0)


def archives(out: Path, to: Path) -> tuple[Path, ...]:
    """Write `AUDIENCE.zip` into `to` for each audience of the manifest in `out`.

    FileNotFoundError when nothing is published; EnvironmentFault, and no archive, when a file is not what was published.
    """
    rows = read_manifest(out)
    if not rows:
        raise FileNotFoundError(f"no manifest in {out}")
    audiences = sorted({row.audience for row in rows})
    made = {to / f"{name}.zip": _archive(out, [row for row in rows if row.audience == name]) for name in audiences}
    to.mkdir(parents=True, exist_ok=True)
    for target, data in made.items():
        target.write_bytes(data)
    return tuple(made)


def _archive(out: Path, rows: list[Row]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for row in rows:
            entry = zipfile.ZipInfo(row.path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, _published(out, row))
    return buffer.getvalue()


def _published(out: Path, row: Row) -> bytes:
    """The bytes of a file as they were proven: what a person changed since is handed to nobody."""
    path = out / row.path
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != row.sha256:
        hint = "run 'briefs build': it keeps a changed file under another name"
        raise EnvironmentFault(error("B702", None, f"'{row.path}' is not what was published", hint))
    return data
