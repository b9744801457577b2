"""Pictures: opened, judged and written anew, so that no metadata, thumbnail or comment of theirs ever travels."""

import io
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

from briefs.diagnostics import Diagnostic, error, warning
from briefs.load.files import MOST_PICTURE_BYTES, is_missing, refusal
from briefs.load.shelf import Shelf
from briefs.model.nodes import Block, Division, Figure, Group, Picture, SlideBlock
from briefs.model.records import BlocksField
from briefs.project import Project

MOST_PIXELS = 40_000_000


def read_pictures(project: Project, shelf: Shelf) -> None:
    """Put every picture that a figure shows on the shelf; complain at the figure of one that is missing or no picture."""
    known: dict[str, bytes | Diagnostic] = {}
    for picture, draft in ((found, draft) for blocks, draft in _texts(shelf) for found in _pictures(blocks)):
        if picture.source not in known:
            known[picture.source] = _read(project, picture)
        value = known[picture.source]
        if isinstance(value, bytes):
            shelf.media[picture.source] = value
        else:
            complaint = warning if draft else error
            shelf.found.append(complaint("B114", picture.mark.origin, value.message, value.hint))


def _texts(shelf: Shelf) -> Iterator[tuple[tuple[Block, ...], bool]]:
    """The blocks that may hold pictures, and whether they are a draft's."""
    for section in shelf.sections.values():
        yield section.blocks, section.draft
    for record in (record for records in shelf.records.values() for record in records.values()):
        for field in record.fields.values():
            if isinstance(field, BlocksField):
                yield field.blocks, record.status == "draft"


def _pictures(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        match block:
            case Figure():
                yield block.picture
            case Division() | Group() | SlideBlock():
                yield from _pictures(block.blocks)
            case _:
                pass


def _read(project: Project, picture: Picture) -> bytes | Diagnostic:
    path = project.content / picture.source
    place = picture.mark.origin
    if is_missing(path):
        return error("B114", place, f"picture '{picture.source}' is missing", f"put it into {project.shown(path.parent)}/")
    refused = refusal(project, path, MOST_PICTURE_BYTES)
    if refused:
        return error("B114", place, f"picture '{picture.source}': {refused.message}", refused.hint)
    try:
        return reencoded(path.read_bytes())
    except UnidentifiedImageError:
        reason = "neither PNG nor JPEG"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        reason = str(fault)
    hint = f"PNG or JPEG, still, whole, of at most {MOST_PIXELS:,} pixels"
    return error("B114", place, f"'{picture.source}' is not a picture that can be used: {reason}", hint)


def reencoded(data: bytes) -> bytes:
    """The same picture as a clean PNG or JPEG, upright; OSError or ValueError when it is none, or too large."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError(f"{opened.width} by {opened.height} pixels")
        if getattr(opened, "n_frames", 1) > 1:
            raise ValueError("it moves")
        upright = ImageOps.exif_transpose(opened)
        jpeg = opened.format == "JPEG"
    clean = upright.convert("RGB" if jpeg else "RGBA" if upright.has_transparency_data else "RGB")
    bare = Image.frombytes(clean.mode, clean.size, clean.tobytes())
    out = io.BytesIO()
    if jpeg:
        bare.save(out, "JPEG", quality=92)
    else:
        bare.save(out, "PNG", compress_level=9)
    return out.getvalue()
