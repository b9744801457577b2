"""Reads all of `content/` into a corpus: the only stage that opens content files, and the home of YAML."""

from pathlib import Path, PurePosixPath

from briefs.diagnostics import Diagnostic, error, nearest, ordered
from briefs.load.files import READ, is_missing, misplaced, read_text, refused_folders
from briefs.load.kinds.sections import read_section
from briefs.load.layout import MEDIA, PAGES, PLACES, REQUIRED, SECTIONS, VOCABULARY, kinds_of
from briefs.load.pictures import read_pictures
from briefs.load.schemas import check_line
from briefs.load.shelf import Shelf
from briefs.load.source import Source, says_draft, softened
from briefs.load.tables import with_model_tables
from briefs.load.yaml_reader import read_yaml
from briefs.model.content import Corpus
from briefs.model.origin import Origin
from briefs.project import Project

__all__ = ["load"]


def load(project: Project) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Everything that the project's content says, and every complaint about how it says it, by place.

    Never raises for what an author wrote: what cannot be read is left out, and its kind is in `Corpus.unread`.
    """
    shelf = Shelf()
    _refuse(project, shelf)
    files = list(project.content_files(READ))
    # Registers are held against the vocabulary, so it is read before them.
    for path in sorted(files, key=lambda path: path.name != VOCABULARY):
        _read(project, path, _inside(project, path), shelf)
    read_pictures(project, shelf)
    corpus, complaints = with_model_tables(shelf.corpus())
    return corpus, ordered((*shelf.found, *complaints))


def _refuse(project: Project, shelf: Shelf) -> None:
    """What is no folder of files where one belongs, and roots that are not there; what they would hold is noted as unread."""
    for path, complaint in (*refused_folders(project), *misplaced(project, (*PLACES, SECTIONS, MEDIA))):
        shelf.found.append(complaint)
        inside = _inside(project, path)
        if top := inside.parts[:1]:
            shelf.unread.update(kinds_of(inside, PLACES[top[0]]) if top[0] in PLACES else ("section",) * (top[0] == SECTIONS))
        else:
            return
    for name in REQUIRED:
        if is_missing(project.content / name):
            place = Origin(project.shown(project.content / name), 1, 1)
            shelf.found.append(error("B101", place, f"content/ has no {name}", "every project has one"))


def _inside(project: Project, path: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(project.content).as_posix())


def _read(project: Project, path: Path, inside: PurePosixPath, shelf: Shelf) -> None:
    top = inside.parts[0].removesuffix(".yaml")
    if str(inside) in PAGES or top == MEDIA:
        return
    if top == SECTIONS and inside.suffix == ".md":
        _read_section(project, path, shelf)
    elif top in PLACES and inside.suffix == ".yaml":
        _read_yaml(project, path, inside, shelf)
    else:
        hint = "files end in .yaml" if inside.suffix == ".yml" else nearest(top, (*PLACES, SECTIONS, MEDIA))
        place = Origin(project.shown(path), 1, 1)
        shelf.found.append(error("B101", place, f"nothing reads '{inside}'", f"sections are .md below sections/; {hint}"))


def _read_section(project: Project, path: Path, shelf: Shelf) -> None:
    text, found = read_text(project, path)
    shelf.found.extend(found)
    if text is None:
        shelf.unread.add("section")
    else:
        read_section(project.shown(path), text, shelf)


def _read_yaml(project: Project, path: Path, inside: PurePosixPath, shelf: Shelf) -> None:
    place = PLACES[inside.parts[0].removesuffix(".yaml")]
    text, found = read_text(project, path)
    shelf.found.extend(found)
    root, complaints = read_yaml(text, project.shown(path)) if text is not None else (None, ())
    shelf.found.extend(complaints)
    source = Source(project.shown(path), text or "")
    if root is None and place is PLACES["briefs"] and says_draft(source.text):
        shelf.found[-len(complaints) :] = softened(complaints)
        shelf.unread.add("draft")
        return
    if root is not None:
        place.reader(source, root, shelf)
        shelf.found.extend(check_line(project, inside, root, source.text))
    shelf.found.extend(source.found)
    if source.draft_lost:
        shelf.unread.add("draft")
    if root is None or source.broken:
        shelf.unread.update(kinds_of(inside, place))
