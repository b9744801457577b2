"""`::view MODEL as=inputs` and `as=results` become tables of references, so that a model reads like any other content.

Each row carries the audience of its input or result, and each value is a reference, so that every later rule holds for both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefs.diagnostics import Diagnostic, error
from briefs.model.audience import Tag
from briefs.model.content import Corpus
from briefs.model.models import BASE_SCENARIO, Input, ModelSpec
from briefs.model.nodes import (
    Align,
    Block,
    Callout,
    Cell,
    Division,
    Group,
    Inline,
    Mark,
    Reference,
    Row,
    SlideBlock,
    Table,
    Text,
    ViewCall,
)

INPUTS, RESULTS = "inputs", "results"
_LEFT: tuple[Align, ...] = ("left",)
_RIGHT: tuple[Align, ...] = ("right",)


def with_model_tables(corpus: Corpus) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus with the tables in its sections; B103 for a call with options that a model's table does not have."""
    found: list[Diagnostic] = []
    sections = {
        key: replace(section, blocks=_blocks(section.blocks, corpus.models, found)) for key, section in corpus.sections.items()
    }
    return replace(corpus, sections=sections), tuple(found)


def _blocks(blocks: Iterable[Block], models: Mapping[str, ModelSpec], found: list[Diagnostic]) -> tuple[Block, ...]:
    return tuple(_block(item, models, found) for item in blocks)


def _block(block: Block, models: Mapping[str, ModelSpec], found: list[Diagnostic]) -> Block:
    if isinstance(block, (Division, Group, Callout, SlideBlock)):
        return replace(block, blocks=_blocks(block.blocks, models, found))
    if not isinstance(block, ViewCall) or block.register not in models or block.shape not in (INPUTS, RESULTS):
        return block
    if block.where or block.sort or block.group or block.empty or (block.columns and block.shape == INPUTS):
        hint = "inputs take no options; results take columns=, the scenarios to show"
        found.append(error("B103", block.mark.origin, f"a model's {block.shape} cannot be filtered, sorted or grouped", hint))
    model = models[block.register]
    return _inputs(model, block.mark) if block.shape == INPUTS else _results(model, block)


def _inputs(model: ModelSpec, mark: Mark) -> Table:
    rows = tuple(_row(_input_cells(model, item, mark), mark, item.mark.tag) for item in model.inputs)
    header = [_text(title, mark) for title in ("Input", "Value", "Basis")]
    return Table(("left", "right", "left"), _row(header, mark, None), rows, mark)


def _input_cells(model: ModelSpec, item: Input, mark: Mark) -> Iterator[Inline]:
    yield _text(_capital(item.title), mark)
    yield Reference("fact", item.fact, "plain", (), _bare(mark)) if item.fact else _value(model, item.id, BASE_SCENARIO, mark)
    yield _text("Fact" if item.fact else f"{_capital(item.kind)} of {item.owner}", mark)


def _results(model: ModelSpec, call: ViewCall) -> Table:
    mark, scenarios = call.mark, call.columns or model.scenario_ids
    header = [_text("Result", mark), *(_text(_capital(name.replace("-", " ")), mark) for name in scenarios)]
    rows = tuple(
        _row(
            [_text(_capital(item.title), mark), *(_value(model, item.id, name, mark) for name in scenarios)], mark, item.mark.tag
        )
        for item in model.results
    )
    return Table((*_LEFT, *_RIGHT * len(scenarios)), _row(header, mark, None), rows, mark)


def _value(model: ModelSpec, name: str, scenario: str, mark: Mark) -> Reference:
    target = f"{model.id}.{name}" if scenario == BASE_SCENARIO else f"{model.id}.{name}@{scenario}"
    return Reference("result", target, "plain", (), _bare(mark))


def _row(cells: Iterable[Inline], mark: Mark, tag: Tag | None) -> Row:
    return Row(tuple(Cell((cell,), _bare(mark)) for cell in cells), replace(mark, tag=tag))


def _text(text: str, mark: Mark) -> Text:
    return Text(text, _bare(mark))


def _bare(mark: Mark) -> Mark:
    """The call's place without its tag, which the table as a whole already has."""
    return replace(mark, tag=None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
