"""Artifacts -> the output folder: manifest, index pages, archives; all or nothing, and nothing a person changed is lost."""

from briefs.publish.archive import archives
from briefs.publish.folder import Published, Terms, is_current, publish
from briefs.publish.manifest import Row, read_manifest

__all__ = ["Published", "Row", "Terms", "archives", "is_current", "publish", "read_manifest"]
