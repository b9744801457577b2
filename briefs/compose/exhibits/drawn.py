"""Views that are drawn: the records of a view call as a timeline, risk map, heat table, chevrons, steps or verdicts."""

from collections.abc import Sequence
from itertools import product

from briefs.compose.cards import tone
from briefs.compose.exhibits.chevron import Phase, chevrons
from briefs.compose.exhibits.heat import heat
from briefs.compose.exhibits.lettering import LEAST, PAGE_STEPS, Lettering
from briefs.compose.exhibits.matrix import SIDE, Matrix, side_for
from briefs.compose.exhibits.quadrant import quadrant
from briefs.compose.exhibits.steps import Step, steps
from briefs.compose.exhibits.timeline import Event, Lane, timeline
from briefs.compose.exhibits.verdicts import SCALE, scale, verdicts
from briefs.compose.flow import Inliner
from briefs.compose.links import spoken_name
from briefs.compose.query import View, cell, query
from briefs.compose.views import caption
from briefs.model.exhibits import Box, Diagram
from briefs.model.nodes import ViewCall
from briefs.model.records import KINDS, FieldSpec, PlainField, Record, RefsField

DRAWN = ("timeline", "quadrant", "heat", "chevron", "steps", "verdicts")
"""Shapes of views that are drawn, for which there is no template."""


class UndrawableError(Exception):
    """The register lacks what the shape needs; the message says what."""


def draw(inliner: Inliner, call: ViewCall, width: float, height: float | None, page: bool = False) -> Diagram:
    """The drawing of a view call within its place in points, as high as it wants without a height.

    Raises UndrawableError when the register has no such fields; `faults` says what does not fit. Logs what it shows.
    """
    view = query(inliner.selection, call)
    inliner.uses.view(call.register, call.shape)
    for record in view.records:
        inliner.uses.record(call.register, record.id)
    title = caption(inliner.selection, view, call)
    if not view.records:
        return Diagram(f"{call.register}-{call.shape}", title, title, width, height or 0.0, (), ())
    drawing = _Drawing(inliner, call, view, width, height, page)
    boxes, alt = drawing.boxes()
    tall = height or round(max(box.y + box.height for box in boxes), 2)
    return Diagram(f"{call.register}-{call.shape}", title, f"{title}. {alt}", width, tall, boxes, ())


def without_kind(titles: Sequence[str], kind: str) -> tuple[str, ...]:
    """Titles without the name of their kind where all of them begin with it: `A (own site)` for `Variant A (own site)`."""
    begin = f"{spoken_name(kind)} "
    return tuple(title.removeprefix(begin) if all(each.startswith(begin) for each in titles) else title for title in titles)


class _Drawing:
    """One view on its way to boxes."""

    __slots__ = ("call", "height", "inliner", "letters", "page", "view", "width")

    def __init__(self, inliner: Inliner, call: ViewCall, view: View, width: float, height: float | None, page: bool) -> None:
        self.inliner, self.call, self.view = inliner, call, view
        self.width, self.height, self.page = width, height, page
        self.letters = Lettering(*PAGE_STEPS[-1]) if page else LEAST

    def boxes(self) -> tuple[tuple[Box, ...], str]:
        """The boxes, and what a reader who cannot see them is told."""
        match self.call.shape:
            case "timeline":
                lanes = self._lanes()
                return timeline(lanes, self.width, self.height, self.page), " ".join(_lane_words(lane) for lane in lanes)
            case "quadrant":
                names = self._matrix(("likelihood", "impact"), down_first=True)
                return quadrant(names, self.width, self.height, self.page), _matrix_words(names)
            case "heat":
                counts = self._matrix((), down_first=False)
                return heat(counts, self.width, self.height, self.letters), _count_words(counts)
            case "chevron":
                phases = self._phases()
                told = " ".join(f"{phase.name}: {'; '.join(phase.lines)}." for phase in phases)
                return chevrons(phases, self.width, self.height, self.page), told
            case "steps":
                found = self._steps()
                told = "; ".join(f"{number}. {_step_words(step)}" for number, step in enumerate(found, 1))
                return steps(found, self.width, self.height, self.page), f"{told}."
            case "verdicts":
                said = self._asked_refs()
                table = self._verdicts(said)
                tones = scale([spec.label for spec in said])
                return verdicts(table, tones, self.width, self.height, self.letters), _said_words(table)
            case _:
                raise UndrawableError(f"'{self.call.shape}' is not drawn")

    def _steps(self) -> tuple[Step, ...]:
        """Records in their order; the first number among the columns in bold, behind the name of its field."""
        names = [column.name for column in self.view.columns if column.name != "title"] if self.call.columns else []
        return tuple(self._step(record, names) for record in self.view.records)

    def _step(self, record: Record, names: Sequence[str]) -> Step:
        key = next((name for name in names if _is_number(record, name)), "")
        told = (self._words(record, name) for name in names if name != key)
        bold = f"{self._spec(key).label} {self._words(record, key)}" if key else ""
        shown = tone(self.inliner.selection, record)
        return Step(record.id, self._title(record), shown, bold, tuple(line for line in told if line))

    def _lanes(self) -> tuple[Lane, ...]:
        field = self.call.group or "phase"
        spec = self._spec(field)
        found: dict[str, list[Event]] = {name: [] for name in spec.choices}
        for record in self.view.records:
            start, finish = self._number(record, "start"), self._number(record, "finish")
            found.setdefault(self._words(record, field), []).append(Event(record.id, self._title(record), start, finish))
        return tuple(Lane(name, spec.tone_of(name), tuple(events)) for name, events in found.items() if events)

    def _matrix(self, usual: Sequence[str], down_first: bool) -> Matrix:
        """`columns` names two fields, else the usual ones, else the register's first two enums.

        A field has fixed values, or names records: then those that are named stand there by their titles.
        """
        enums = [spec.name for spec in self.view.register.fields if spec.choices]
        fixed = [spec.name for spec in self.view.register.fields if spec.choices or spec.type == "refs"]
        asked = [name for name in self.call.columns if name in fixed] or [name for name in usual if name in enums] or enums
        if len(asked) < 2:
            raise UndrawableError(f"'{self.call.shape}' needs two fields of '{self.call.register}' with fixed values")
        down, across = (asked[0], asked[1]) if down_first else (asked[1], asked[0])
        cells: dict[tuple[str, str], tuple[str, ...]] = {}
        for record in self.view.records:
            for key in product(self._values(record, across), self._values(record, down)):
                cells[key] = (*cells.get(key, ()), self._title(record))
        (columns, over), (rows, beside) = self._axis(across), self._axis(down)
        return Matrix(columns, rows, over, beside, cells, SIDE if beside else side_for(rows, self.letters, self.width))

    def _axis(self, name: str) -> tuple[tuple[str, ...], str]:
        """The values of a field in their order, and what it is called; titles of records need no such name."""
        spec = self._spec(name)
        if spec.type != "refs":
            return spec.choices, spec.label
        named = {value for record in self.view.records for value in self._values(record, name)}
        targets = self.inliner.selection.registers[KINDS[spec.kind]].records
        return tuple(title for target in targets if (title := self._title(target)) in named), ""

    def _values(self, record: Record, name: str) -> tuple[str, ...]:
        """The value of a field, or the title of each record that it names."""
        field = record.fields.get(name)
        if not isinstance(field, RefsField):
            return (self._words(record, name),)
        targets = {target.id: target for target in self.inliner.selection.registers[KINDS[field.kind]].records}
        return tuple(self._title(targets[name]) for name in field.ids if name in targets)

    def _asked_refs(self) -> tuple[FieldSpec, ...]:
        """The fields that `columns` names, from the worst verdict to the best; all of them name records of one register."""
        asked = tuple(spec for spec in map(self._spec, self.call.columns) if spec.type == "refs")
        if not 1 < len(asked) <= len(SCALE) or len({spec.kind for spec in asked}) > 1:
            raise UndrawableError(f"'{self.call.shape}' needs two to {len(SCALE)} columns that name records of one register")
        return asked

    def _verdicts(self, said: Sequence[FieldSpec]) -> Matrix:
        """Records down, what they speak of across; in a cell the labels of the fields that name it."""
        rows = tuple(self._title(record) for record in self.view.records)
        targets = self.inliner.selection.registers[KINDS[said[0].kind]].records
        columns = dict(zip(map(self._title, targets), without_kind([*map(self._title, targets)], said[0].kind), strict=True))
        cells: dict[tuple[str, str], tuple[str, ...]] = {}
        for record, spec in product(self.view.records, said):
            for value in filter(columns.__contains__, self._values(record, spec.name)):
                key = (columns[value], self._title(record))
                cells[key] = (*cells.get(key, ()), spec.label)
        side = side_for(rows, self.letters, self.width, 0.25 if self.page else 0.4)
        return Matrix(tuple(columns.values()), rows, "", "", cells, side)

    def _phases(self) -> tuple[Phase, ...]:
        field = self.call.group or "phase"
        spec = self._spec(field)
        found: dict[str, list[str]] = {name: [] for name in spec.choices}
        for record in self.view.records:
            found.setdefault(self._words(record, field), []).append(self._title(record))
        return tuple(Phase(name, spec.tone_of(name), tuple(lines)) for name, lines in found.items() if lines)

    def _spec(self, name: str) -> FieldSpec:
        for spec in self.view.register.fields:
            if spec.name == name:
                return spec
        raise UndrawableError(f"'{self.call.shape}' needs the field '{name}', which '{self.call.register}' does not have")

    def _number(self, record: Record, name: str) -> float:
        value = record.fields.get(name)
        if isinstance(value, PlainField) and value.number is not None:
            return value.number
        raise UndrawableError(f"'{self.call.shape}' needs the number '{name}' of '{record.id}'")

    def _title(self, record: Record) -> str:
        return self.inliner.words(record.title)

    def _words(self, record: Record, name: str) -> str:
        return self.inliner.words(cell(self.inliner.selection, record, name, self.inliner.links)) if name else ""


def _is_number(record: Record, name: str) -> bool:
    value = record.fields.get(name)
    return isinstance(value, PlainField) and value.number is not None


def _step_words(step: Step) -> str:
    return f"{step.title} ({step.key})" if step.key else step.title


def _lane_words(lane: Lane) -> str:
    return f"{lane.name}: {', '.join(f'{event.name} (weeks {event.start:g} to {event.finish:g})' for event in lane.events)}."


def _matrix_words(matrix: Matrix) -> str:
    names = {f"{matrix.across_name} {a}, {matrix.down_name} {b}".lower(): cell for (a, b), cell in matrix.cells.items()}
    return " ".join(f"{name.capitalize()}: {'; '.join(cell)}." for name, cell in names.items())


def _count_words(matrix: Matrix) -> str:
    return " ".join(f"{across}, {down}: {len(names)}." for (across, down), names in matrix.cells.items())


def _said_words(table: Matrix) -> str:
    said = {row: [f"{column}, {word.lower()}" for column in table.across for word in table.at(column, row)] for row in table.down}
    return " ".join(f"{row}: {'; '.join(words)}." for row, words in said.items() if words)
