"""One archive for each audience: the files that the manifest lists for it, with fixed dates, so same files are same bytes."""

import io
import zipfile
from pathlib import Path

from briefs.publish.manifest import Row, read_manifest

EPOCH = (1980, 1, 1, 0, 0, 0)


def archives(out: Path, to: Path) -> tuple[Path, ...]:
    """Write `AUDIENCE.zip` into `to` for each audience of the manifest in `out`; FileNotFoundError when nothing is published."""
    rows = read_manifest(out)
    if not rows:
        raise FileNotFoundError(f"no manifest in {out}")
    to.mkdir(parents=True, exist_ok=True)
    made = []
    for audience in sorted({row.audience for row in rows}):
        target = to / f"{audience}.zip"
        target.write_bytes(_archive(out, [row for row in rows if row.audience == audience]))
        made.append(target)
    return tuple(made)


def _archive(out: Path, rows: list[Row]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for row in rows:
            entry = zipfile.ZipInfo(row.path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, (out / row.path).read_bytes())
    return buffer.getvalue()
