"""The stages in order, on one screen: the only module that knows them all.

content/ -load-> Corpus -check-> ok -resolve-> Resolved -select(audience)-> Selection -compose-> Document | Deck
         -render-> Artifact -verify-> ok -publish-> build/
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field, replace

from briefs import compose, pdf, verify
from briefs.check import Strictness, check
from briefs.check.budgets import budgets, pages
from briefs.diagnostics import ContentError, Diagnostic, UnknownNameError, VerificationError, has_errors, nearest, ordered
from briefs.load import load
from briefs.load.brand import read_brand
from briefs.model.artifact import Artifact
from briefs.model.content import Brief, Corpus, Format, Resolved, Selection
from briefs.model.deck import Deck
from briefs.model.document import Contents, Document, Pages
from briefs.model.options import Options
from briefs.pagination import paginated
from briefs.project import Project
from briefs.publish import Published, Terms, publish
from briefs.render import POWERPOINT, WORD, Renderer
from briefs.resolve import resolve
from briefs.select import select

Report = Callable[[str, int, int], None]
"""Progress: what is being done, how much of it is done, out of how much."""

MOST_TASKS = 16
"""Into how many tasks a run is cut for other processes, each of which is handed the whole content."""


@dataclass(frozen=True, slots=True)
class Product:
    """A document or a deck of a brief for one audience, composed."""

    brief: Brief
    made: Document | Deck
    formats: tuple[Format, ...]
    """In which it is rendered."""
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One audience's products."""

    artifacts: tuple[Artifact, ...]
    to_print: tuple[Artifact, ...]
    """The Word or PowerPoint files of which a PDF is asked; proven like all others."""
    found: tuple[Diagnostic, ...]
    """By compose and the budgets."""
    failures: tuple[Diagnostic, ...]
    """By verify."""


@dataclass(frozen=True, slots=True)
class Made:
    """All artifacts of a run, proven, in memory."""

    artifacts: tuple[Artifact, ...]
    resolved: Resolved
    warnings: tuple[Diagnostic, ...] = field(repr=False)


def read(project: Project, release: bool = False) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Load and check; raises ContentError with every complaint when there is an error among them."""
    corpus, found = load(project)
    if project.as_of:
        corpus = replace(corpus, edition=replace(corpus.edition, date=project.as_of))
    if corpus.audiences.rows:
        found = (*found, *check(corpus, Strictness(release, corpus.edition.date)))
    return corpus, _passed(found)


def make(project: Project, options: Options, executor: Executor | None, report: Report) -> Made:
    """Read, resolve, then for each audience select, compose, render and verify; raises ContentError or VerificationError."""
    corpus, warnings = read(project, options.release)
    resolved = resolve(corpus)
    _known(options, resolved)
    if any("pdf" in options.formats_of(brief) for brief in resolved.briefs.values()):
        pdf.libreoffice()
    elif options.paginate:
        pdf.libreoffice("page numbers need")
    wanted = sorted(
        {audience for brief in resolved.briefs.values() for audience in brief.mark.readers if options.wants(brief, audience)}
    )
    size = -(-len(wanted) // MOST_TASKS)
    tasks = [(project, resolved, options, tuple(wanted[at : at + size])) for at in range(0, len(wanted), size or 1)]
    lines: list[Line] = []
    for some in executor.map(_lines, tasks) if executor else map(_lines, tasks):
        lines.extend(some)
        report("products", len(lines), len(wanted))
    warnings = _passed((*warnings, *(item for each in lines for item in each.found)))
    failures = ordered(item for each in lines for item in each.failures)
    if has_errors(failures):
        raise VerificationError(failures)
    prints = pdf.printed([item for each in lines for item in each.to_print], resolved.edition.date, report)
    artifacts = (*(item for each in lines for item in each.artifacts), *prints)
    warnings = _passed((*warnings, *(item for file in artifacts for item in pages(resolved.briefs[file.meta.brief], file))))
    if not artifacts and not options.complete:
        raise UnknownNameError("nothing to build: no product has these audiences and formats")
    return Made(artifacts, resolved, (*warnings, *failures))


def selections(corpus: Corpus, audiences: Sequence[str]) -> tuple[Selection, ...]:
    """What each of the audiences may see of a corpus that has passed check."""
    resolved = resolve(corpus)
    return tuple(select(resolved, audience) for audience in audiences)


@dataclass(frozen=True, slots=True)
class Composed:
    """Content and all products, composed but not rendered: what check and the reports look at."""

    corpus: Corpus
    resolved: Resolved
    products: tuple[tuple[Brief, Document | Deck], ...]
    found: tuple[Diagnostic, ...]
    """Of load, check, compose and the budgets; compose's may hold errors."""


def compose_all(project: Project, release: bool = False) -> Composed:
    """Everything up to and including compose; raises ContentError when the content does not pass check."""
    corpus, found = read(project, release)
    resolved = resolve(corpus)
    audiences = sorted({audience for brief in resolved.briefs.values() for audience in brief.mark.readers})
    renderer = Renderer(project.template)
    selections = [select(resolved, audience) for audience in audiences]
    made = [
        (brief, product, (*complaints, *budgets(brief, product, selection)))
        for selection in selections
        for brief in selection.briefs.values()
        for product, complaints, _ in _composed(project, selection, brief, brief.formats, renderer)
    ]
    complaints = ordered((*found, *(item for _, _, items in made for item in items)))
    return Composed(corpus, resolved, tuple((brief, product) for brief, product, _ in made), complaints)


def contract(project: Project, formats: Collection[Format]) -> tuple[Diagnostic, ...]:
    """What the templates of these formats lack, and each token of `brand.yaml` that they hold otherwise."""
    try:
        return tuple(Renderer(project.template).contract(read_brand(project.template("brand.yaml")), formats))
    except ContentError as fault:
        return fault.diagnostics


def build(project: Project, options: Options, executor: Executor | None, report: Report) -> tuple[Published, Made]:
    """Make everything, then publish it into the output folder in one step."""
    made = make(project, options, executor, report)
    terms = Terms(made.resolved.edition, made.resolved.audiences, project.inputs(options), options.complete)
    return publish(project.out, made.artifacts, terms), made


def prove_files(project: Project, files: Sequence[tuple[str, bytes, str]]) -> tuple[Diagnostic, ...]:
    """The complaints of verify about finished files: path, bytes and audience; without a known audience only what needs none."""
    corpus, _ = read(project)
    resolved = resolve(corpus)
    known = {audience for _, _, audience in files} & resolved.audiences.everyone
    words = _baseline(project)
    expected = {audience: verify.expect(resolved, select(resolved, audience), words) for audience in sorted(known)}
    found = (
        verify.prove(path, data, expected[audience]) if audience in known else verify.whole(path, data)
        for path, data, audience in files
    )
    return ordered(item for complaints in found for item in complaints)


def _lines(task: tuple[Project, Resolved, Options, tuple[str, ...]]) -> tuple[Line, ...]:
    """Some audiences, one after the other; a top-level function, so that any executor can carry it out."""
    project, resolved, options, audiences = task
    known = _baseline(project)
    return tuple(_line(project, resolved, options, audience, known) for audience in audiences)


def _line(project: Project, resolved: Resolved, options: Options, audience: str, known: frozenset[verify.Pieces]) -> Line:
    """One audience from selection to proven files."""
    selection = select(resolved, audience)
    expected = verify.expect(resolved, selection, known)
    renderer = Renderer(project.template)
    products = tuple(_products(project, selection, options, renderer))
    found = tuple(item for each in products for item in each.found)
    whole = [each for each in products if not has_errors(each.found)]
    pages = paginated(renderer, [] if has_errors(found) else list(_to_number(whole, options)))
    artifacts: list[Artifact] = []
    to_print: list[Artifact] = []
    for each in whole:
        published, printed = _files(each, renderer, selection, options, pages)
        artifacts.extend(published)
        to_print.extend(printed)
    once = {id(file): file for file in (*artifacts, *to_print)}
    failures = tuple(item for file in once.values() for item in verify.verify(file, expected))
    return Line(tuple(artifacts), tuple(to_print), found, failures)


def _baseline(project: Project) -> frozenset[verify.Pieces]:
    """What the templates bring into every file; a template that is missing brings nothing, and makes no file."""
    found = frozenset(text for view in project.view_templates().values() for text in verify.of_view(view))
    for name in (WORD, POWERPOINT):
        with suppress(ContentError):
            found |= verify.baseline(project.template(name))
    return found


def _products(project: Project, selection: Selection, options: Options, renderer: Renderer) -> Iterator[Product]:
    wanted = (brief for brief in selection.briefs.values() if options.wants(brief, selection.audience.id))
    for brief in wanted:
        rendered = tuple(dict.fromkeys(_printable(brief) if item == "pdf" else item for item in options.formats_of(brief)))
        for made, complaints, formats in _composed(project, selection, brief, rendered, renderer):
            yield Product(brief, made, formats, (*complaints, *budgets(brief, made, selection)))


def _to_number(products: Sequence[Product], options: Options) -> Iterator[Document]:
    """Documents whose pages have to be known: all Word briefs when they are asked for, else those whose PDF has contents."""
    for each in products:
        if isinstance(each.made, Document) and "docx" in each.formats:
            listed = any(isinstance(block, Contents) for block in each.made.blocks)
            if options.paginate or (listed and "pdf" in options.formats_of(each.brief)):
                yield each.made


def _files(
    product: Product, renderer: Renderer, selection: Selection, options: Options, numbers: Mapping[str, Pages]
) -> tuple[tuple[Artifact, ...], tuple[Artifact, ...]]:
    """What is published, and what is printed; the print has page numbers, the published file when they are asked for."""
    asked = options.formats_of(product.brief)
    pages = numbers.get(product.made.meta.product)

    def files(formats: Sequence[Format], known: Pages | None) -> tuple[Artifact, ...]:
        return tuple(renderer.artifacts(product.made, product.brief, selection.audience, formats, known))

    published = files([item for item in product.formats if item in asked], pages if options.paginate else None)
    to_print = [item for item in product.formats if "pdf" in asked and item == _printable(product.brief)]
    same = pages is None or options.paginate
    printed = tuple(file for file in published if file.format in to_print) if same else ()
    return published, printed or files(to_print, pages)


def _printable(brief: Brief) -> Format:
    """Of which file a brief's PDF is made: its Word brief, or its deck when it has no other."""
    return "pptx" if "pptx" in brief.formats and "docx" not in brief.formats else "docx"


def _composed(
    project: Project, selection: Selection, brief: Brief, formats: tuple[Format, ...], renderer: Renderer
) -> Iterator[tuple[Document | Deck, tuple[Diagnostic, ...], tuple[Format, ...]]]:
    """The document and the deck of a brief; a brief that is a deck only has its deck as Markdown and HTML, too."""
    views = project.view_templates()
    for_deck = tuple(item for item in formats if item == "pptx" or _printable(brief) == "pptx")
    for_document = tuple(item for item in formats if item not in for_deck)
    if for_document:
        yield *compose.document(selection, brief, views), for_document
    if for_deck:
        yield *compose.deck(selection, brief, views, renderer.geometry()), for_deck


def _known(options: Options, resolved: Resolved) -> None:
    products = {brief.id for brief in resolved.briefs.values()}
    products |= {f"{brief.id}@{audience}" for brief in resolved.briefs.values() for audience in brief.mark.readers}
    for what, names, known in (
        ("product", options.products, products),
        ("audience", options.audiences, resolved.audiences.everyone),
    ):
        for name in names:
            if name not in known:
                raise UnknownNameError(f"unknown {what} '{name}'; {nearest(name, known)}")


def _passed(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The complaints in order, when all of them are warnings; else ContentError with all of them."""
    complaints = ordered(found)
    if has_errors(complaints):
        raise ContentError(complaints)
    return complaints
