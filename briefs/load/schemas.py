"""The schemas below `content/.schema/`: what they say for a project, which are not current, and the line that names one."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from briefs.diagnostics import Diagnostic, error, has_errors, warning
from briefs.load.schema.editor import Known, schemas
from briefs.load.schema.registers import REGISTERS
from briefs.load.tree import Mapping as Tree
from briefs.load.tree import Node, Scalar
from briefs.model.content import Corpus
from briefs.model.origin import Origin
from briefs.project import Project

FOLDER = ".schema"
_OFFERED = ("audiences.yaml", "units.yaml", "sources.yaml", "backlog.yaml", "vocabulary.yaml")
_MARK = "# yaml-language-server: $schema="


def wanted(corpus: Corpus) -> Mapping[str, str]:
    """Path below `content/.schema/` -> text, for every kind of file."""
    backlog = tuple(item.id for item in corpus.backlog.items)
    sources, tones = tuple(sorted(corpus.sources)), tuple(corpus.tones)
    return schemas(Known(corpus.audiences.names, tuple(corpus.units), sources, backlog, choices(corpus), tones))


def choices(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Lists of vocabulary.yaml by name, as far as a register that has a file uses them."""
    return {
        column.vocabulary: field.choices
        for spec in REGISTERS
        if spec.name in corpus.registers
        for column, field in zip(spec.columns, corpus.registers[spec.name].fields, strict=False)
        if column.vocabulary
    }


def blind(project: Project, found: Iterable[Diagnostic]) -> bool:
    """Whether a file has errors whose names the schemas offer: they would offer too little."""
    paths = {project.shown(project.content / name) for name in _OFFERED}
    return has_errors(item for item in found if item.origin and item.origin.path in paths)


def present(project: Project) -> Mapping[str, Path]:
    """Path below `content/.schema/` -> file, for every schema that is there."""
    folder = project.content / FOLDER
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.json"))}


def stale(project: Project, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """An error for each schema that is missing, says something else, or belongs to no kind of file."""
    there = present(project)
    return tuple(
        error("B120", Origin(project.shown(project.content / FOLDER / name), 1, 1), message, "run 'briefs schema'")
        for name in sorted({*there, *texts})
        if (message := _fault(there.get(name), texts.get(name)))
    )


def _fault(path: Path | None, text: str | None) -> str:
    if path is None:
        return "a schema is missing"
    if text is None:
        return "a schema of no kind of file"
    return "" if path.read_bytes() == text.encode() else "a schema is not current"


def schema_line(inside: PurePosixPath, name: str) -> str:
    """The first line of a file at `inside` below `content/`, for the schema `name`, as `facts` or `registers/asks`."""
    return f"{_MARK}{'../' * (len(inside.parts) - 1)}{FOLDER}/{name}.json"


def schema_of(inside: PurePosixPath, root: Node) -> str:
    """The name of a file's schema: the top of its path, and for records their register."""
    top = inside.parts[0].removesuffix(".yaml")
    register = root.get("register") if isinstance(root, Tree) else None
    return f"{top}/{register.text}" if top == "registers" and isinstance(register, Scalar) else top


def check_line(project: Project, inside: PurePosixPath, root: Node, text: str) -> tuple[Diagnostic, ...]:
    """A warning when a file's first line does not name its schema, in a project that has schemas."""
    if not (project.content / FOLDER).is_dir():
        return ()
    first, right = text.split("\n", 1)[0].rstrip(), schema_line(inside, schema_of(inside, root))
    if first == right:
        return ()
    message = f"the first line names another schema: '{first[len(_MARK) :]}'" if first.startswith(_MARK) else ""
    place = Origin(project.shown(project.content / inside), 1, 1)
    return (warning("B121", place, message or "the first line does not name the file's schema", f"write there '{right}'"),)
