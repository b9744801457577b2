"""Views: filter, sort, group, columns, templates, anchors."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.blocks import Place, Writer
from briefs.compose.flow import Inliner
from briefs.compose.links import Links
from briefs.compose.notes import Footnotes
from briefs.compose.numbering import Numbering
from briefs.compose.query import query
from briefs.compose.template import TemplateFault, fill
from briefs.compose.uses import UseLog
from briefs.model.content import Selection
from briefs.model.document import Cards, DiagramFigure, DocBlock, Heading, ListBlock, Paragraph, Table
from briefs.model.nodes import ViewCall
from briefs.model.records import FieldSpec, PlainField, Record, Register
from briefs.model.runs import Anchor, Link, Run, plain
from tests.compose.build import MARK, line, prose, record, refs, register, selection, use
from tests.compose.build import plain as enum

VIEWS = {path.name.removesuffix(".md.j2"): path.read_text() for path in Path("templates/views").glob("*.md.j2")}
PHASES = ("Crawl", "Walk", "Run")
FIELDS = (
    FieldSpec("team", "Azure team", "refs", kind="team"),
    FieldSpec("what", "What", "text"),
    FieldSpec("phase", "Phase", "plain", choices=PHASES, tones=(("Walk", "amber"),)),
    FieldSpec("effort", "Effort", "number"),
    FieldSpec("priority", "Priority", "plain", choices=("High", "Low")),
)


def ask(identity: str, title: str, team: str, phase: str, effort: float = 1.0, what: str = "Raise it.") -> Record:
    fields = {"team": refs("team", team), "what": prose(what), "phase": enum(phase, choices=PHASES)}
    return record("asks", identity, title, **fields, effort=enum(f"{effort:g}", effort))


ASKS = register(
    "asks",
    FIELDS,
    ask("scale", "Raise the limit", "network", "Walk", 10),
    ask("picker", "Open the list", "foundry", "Crawl", 9),
    ask("idle", "Keep idle links", "network", "Crawl", 2),
)
TEAMS = register("teams", (), record("teams", "network", "Network team"), record("teams", "foundry", "Foundry team"))
SELECTION = selection(registers=(ASKS, TEAMS))


def call(
    shape: str = "matrix", columns: tuple[str, ...] = (), sort: str = "", group: str = "", empty: str = "", **where: str
) -> ViewCall:
    return ViewCall("asks", shape, columns, tuple(where.items()), sort, group, empty, MARK)


def writer(chosen: Selection = SELECTION, links: Links | None = None, views: dict[str, str] | None = None) -> Writer:
    inliner = Inliner(chosen, links or Links(), UseLog(), Footnotes(chosen))
    return Writer(inliner, Numbering(numbered=True), VIEWS if views is None else views)


def composed(view: ViewCall, chosen: Selection = SELECTION, links: Links | None = None) -> tuple[DocBlock, ...]:
    return writer(chosen, links).view(view, Place(1, 1))


def texts(table: DocBlock) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def test_a_matrix_has_the_columns_asked_for_with_their_labels_and_a_caption() -> None:
    (table,) = composed(call(columns=("title", "phase", "effort"), phase="Crawl"))
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Ask", "Phase", "Effort"]
    assert [column.align for column in table.columns] == ["left", "left", "right"]
    assert texts(table) == [["Open the list", "Crawl", "9"], ["Keep idle links", "Crawl", "2"]]
    assert table.caption
    assert (table.caption.number, plain(table.caption.content), table.role) == (1, "Asks (Crawl)", "view")


def test_a_column_that_this_audience_has_no_value_for_is_not_there_even_when_asked_for() -> None:
    (table,) = composed(call(columns=("title", "priority")))
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Ask"]


@pytest.mark.parametrize("shape", ["matrix", "cards", "one-page", "checklist", "per-workload"])
def test_a_view_whose_every_column_is_hidden_from_this_audience_is_not_there(shape: str) -> None:
    assert composed(call(shape, columns=("priority",))) == ()
    assert composed(call(shape, columns=("priority",), empty="None.")) == (Paragraph((Run("None."),), "muted"),)


def test_a_view_grouped_by_what_this_audience_may_not_see_has_no_groups() -> None:
    (table,) = composed(call(columns=("title",), group="priority"))
    assert texts(table) == [["Raise the limit"], ["Open the list"], ["Keep idle links"]]
    (table,) = composed(call("per-workload", columns=("title",), group="priority"))
    assert texts(table) == [["Raise the limit"], ["Open the list"], ["Keep idle links"]]


def test_groups_of_an_enum_stand_in_its_order_and_their_column_is_left_out() -> None:
    blocks = composed(call(columns=("title", "phase"), group="phase"))
    assert [plain(block.content) for block in blocks if isinstance(block, Heading)] == ["Crawl", "Walk"]
    assert [texts(block) for block in blocks if isinstance(block, Table)] == [
        [["Open the list"], ["Keep idle links"]],
        [["Raise the limit"]],
    ]


def test_keys_sort_one_within_the_other_each_in_its_own_direction() -> None:
    view = call(columns=("title",), sort="-phase, effort")
    assert [row[0] for row in texts(composed(view)[0])] == ["Raise the limit", "Keep idle links", "Open the list"]


def test_several_filters_narrow_together() -> None:
    view = call(columns=("title",), phase="Crawl, Walk", team="network", status="open, agreed", id="idle, picker")
    assert texts(composed(view)[0]) == [["Keep idle links"]]


def test_an_id_may_be_a_column_and_is_set_as_code() -> None:
    (table,) = composed(call(columns=("id", "title"), id="scale"))
    assert isinstance(table, Table)
    assert ([plain(cell) for cell in table.header], texts(table)) == (["Id", "Ask"], [["scale", "Raise the limit"]])
    assert [run.code for run in table.rows[0].cells[0] if isinstance(run, Run)] == [True]


def test_a_caption_names_records_by_title_leaves_out_ids_and_what_the_headings_say() -> None:
    def captions(**where: str) -> list[str]:
        group = where.pop("group", "")
        tables = composed(call(columns=("title",), group=group, **where))
        return [plain(table.caption.content) for table in tables if isinstance(table, Table) and table.caption]

    assert captions(team="network") == ["Asks (Network team)"]
    assert captions(team="network, foundry", group="team") == ["Asks: Network team", "Asks: Foundry team"]
    assert captions(id="scale") == ["Asks"]


def test_enums_sort_in_their_order_and_numbers_by_size() -> None:
    assert [row[0] for row in texts(composed(call(columns=("title",), sort="phase"))[0])] == [
        "Open the list",
        "Keep idle links",
        "Raise the limit",
    ]
    assert [row[0] for row in texts(composed(call(columns=("effort",), sort="effort"))[0])] == ["2", "9", "10"]


def test_a_minus_before_a_field_sorts_it_downwards() -> None:
    assert [row[0] for row in texts(composed(call(columns=("effort",), sort="-effort"))[0])] == ["10", "9", "2"]


def test_groups_are_headings_one_below_in_the_order_of_their_register() -> None:
    blocks = composed(call(columns=("title", "team"), group="team"))
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [(item.level, plain(item.content)) for item in headings] == [(2, "Network team"), (2, "Foundry team")]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [plain(table.caption.content) for table in tables if table.caption] == ["Asks: Network team", "Asks: Foundry team"]
    assert texts(tables[0]) == [["Raise the limit"], ["Keep idle links"]]


def test_one_page_has_the_group_named_once_then_title_and_text_in_one_column() -> None:
    (table,) = composed(call("one-page", columns=("title", "what", "phase"), group="team"))
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Azure team", "Ask", "Phase"]
    assert texts(table) == [
        ["Network team", "Raise the limit: Raise it.", "Walk"],
        ["", "Keep idle links: Raise it.", "Crawl"],
        ["Foundry team", "Open the list: Raise it.", "Crawl"],
    ]
    assert [row.anchor for row in table.rows] == ["ask-scale", "ask-idle", "ask-picker"]


def test_one_page_without_a_group_is_a_list() -> None:
    (block,) = composed(call("one-page", columns=("title", "what", "phase")))
    assert isinstance(block, ListBlock)
    first = block.items[0][0]
    assert isinstance(first, Paragraph)
    assert first.content == (Run("Raise the limit", bold=True), Run(": Raise it.; Walk"))


def test_a_checklist_has_boxes() -> None:
    assert [row[0] for row in texts(composed(call("checklist", columns=("title",)))[0])] == ["☐", "☐", "☐"]


def test_per_workload_lists_the_records_of_each_group_in_one_row() -> None:
    (table,) = composed(call("per-workload", columns=("title", "phase"), group="team"))
    assert texts(table)[0] == ["Network team", "Raise the limit (Walk); Keep idle links (Crawl)"]


def test_cards_hold_a_record_in_full_with_team_phase_and_owner_without_labels() -> None:
    (cards,) = composed(call("cards"))
    assert isinstance(cards, Cards)
    assert [card.anchor for card in cards.cards] == ["ask-scale", "ask-picker", "ask-idle"]
    first = cards.cards[0]
    assert (plain(first.title), first.kicker, first.tone) == ("Raise the limit", "Network team · Walk · VAST lead", "amber")
    assert [(item.label, plain(item.content)) for item in first.fields] == [("What", "Raise it."), ("Effort", "10")]


def test_references_of_a_record_lead_to_their_targets_where_the_product_shows_them() -> None:
    links = Links({("team", "network"): "team-network"})
    (table,) = composed(call(columns=("team",), phase="Walk"), links=links)
    assert isinstance(table, Table)
    assert table.rows[0].cells[0] == (Link((Run("Network team"),), Anchor("team-network")),)


def test_the_id_of_a_hidden_target_is_never_printed() -> None:
    chosen = selection(registers=(ASKS, Register("teams", (), TEAMS.records[:1])))
    shown = texts(composed(call(columns=("title", "team")), chosen)[0])
    assert shown[1] == ["Open the list", ""]


def test_a_row_is_the_anchor_of_its_record_where_it_is_shown_first() -> None:
    one = writer()
    first, second = (one.view(call(columns=("title",)), Place(1, 1))[0] for _ in range(2))
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [row.anchor for row in first.rows] == ["ask-scale", "ask-picker", "ask-idle"]
    assert [row.anchor for row in second.rows] == ["", "", ""]
    assert one.inliner.uses.frozen().records == (("asks", "idle"), ("asks", "picker"), ("asks", "scale"))


def test_an_empty_view_prints_its_word_or_nothing() -> None:
    assert composed(call(phase="Never", empty="None yet.")) == (Paragraph((Run("None yet."),), "muted"),)
    assert composed(call(phase="Never")) == ()


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ nothing }}", "nothing"),
        ("{{ records[0].title ~ 'x' }}", "join or change"),
        ("{{ records }}", "cannot print"),
        ("`{{ records[0].title }}`", "inside code"),
        ("```\n{{ records[0].title }}\n```", "inside code"),
        ("[[ask:scale]]", "no reference"),
        ("Text {audience=vast}", "no tag"),
        ("ᛥᚠᛰ", "runes"),
        ("{{ ().__class__ }}", "unsafe"),
        ("{% for x %}", "template"),
    ],
)
def test_a_template_that_could_hide_or_forge_a_value_is_refused(template: str, message: str) -> None:
    with pytest.raises(TemplateFault, match=message):
        writer(views={"matrix": template}).view(call(), Place(1, 1))


def test_a_faulty_template_is_a_complaint_at_the_call() -> None:
    one = writer(views={"matrix": "{{ nothing }}"})
    assert one.blocks((call(),), Place(1, 1)) == ()
    assert [(item.code, item.origin) for item in one.faults] == [("B405", MARK.origin)]


def test_an_unknown_shape_is_a_complaint_with_the_nearest() -> None:
    one = writer()
    assert one.blocks((call("matrx"),), Place(1, 1)) == ()
    assert [(item.code, item.message, item.hint) for item in one.faults] == [
        ("B405", "unknown shape 'matrx' in a view of 'asks'", "did you mean 'matrix'?")
    ]


def test_a_drawn_view_is_a_figure_and_says_when_it_cannot_be_drawn() -> None:
    phases = writer()
    (figure,) = phases.blocks((call("chevron"),), Place(1, 1))
    assert isinstance(figure, DiagramFigure)
    assert (figure.caption.label, figure.caption.number, phases.faults) == ("Figure", 1, [])
    times = writer()
    assert times.blocks((call("timeline"),), Place(1, 1)) == ()
    assert [item.code for item in times.faults] == ["B405"]


def test_records_that_are_only_drawn_are_reached_at_their_figure_and_others_where_they_are_written() -> None:
    one = writer()
    (figure,) = one.blocks((call("chevron"),), Place(1, 1))
    (table,) = one.view(call(columns=("title",), id="idle"), Place(1, 1))
    assert isinstance(figure, DiagramFigure)
    assert isinstance(table, Table)
    reached = {**one.numbering.drawn, **one.numbering.anchors}
    assert reached == {
        ("ask", "scale"): figure.caption.anchor,
        ("ask", "picker"): figure.caption.anchor,
        ("ask", "idle"): table.rows[0].anchor,
    }


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_whatever_a_field_holds_a_view_prints_exactly_that(words: str) -> None:
    chosen = selection(registers=(register("asks", FIELDS, ask("a", words, "network", "Walk", what=words)), TEAMS))
    expected = words.replace("\n", " ")
    (table,) = composed(call(columns=("title", "what")), chosen)
    assert texts(table) == [[expected, expected]]
    (cards,) = composed(call("cards", columns=("title", "what")), chosen)
    assert isinstance(cards, Cards)
    assert plain(cards.cards[0].title) == expected
    (listed,) = composed(call("one-page", columns=("title", "what")), chosen)
    assert isinstance(listed, ListBlock)
    assert [type(block) for block in listed.items[0]] == [Paragraph]
    assert plain(listed.items[0][0].content) == f"{expected}: {expected}"  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["a | b", "{{ 7 * 7 }}", "[[ask:scale]]", "<b>x</b>", "# x", "- y", "**z**", "ᛥᚠᛰ", "::: note"])
def test_markup_in_a_field_stays_what_it_is(words: str) -> None:
    chosen = selection(registers=(register("asks", FIELDS, ask("a", words, "network", "Walk")), TEAMS))
    assert texts(composed(call(columns=("title", "phase")), chosen)[0]) == [[words, "Walk"]]


def test_a_value_is_printed_once_for_each_time_the_template_prints_it() -> None:
    blocks = fill("x", "{{ a }} and {{ a }}", {"a": "b"}, MARK)
    assert writer().blocks(blocks, Place(1, 1)) == (Paragraph((Run("b and b"),)),)


def test_a_digest_has_a_column_for_records_and_one_for_each_running_text() -> None:
    (table,) = writer().blocks(
        (call("digest", columns=("title", "owner", "phase", "effort", "team", "what"), id="scale"),), Place(1, 1)
    )
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Ask", "What"]
    assert [plain(cell) for cell in table.rows[0].cells] == [
        "Raise the limit Phase: Walk · Effort: 10 · VAST lead Azure team: Network team",
        "Raise it.",
    ]
    assert table.rows[0].anchor == "ask-scale"


def test_in_a_cell_no_other_product_is_named() -> None:
    away = ask("away", "Ask away", "network", "Crawl", what="x")
    linked = replace(away, fields={**away.fields, "what": prose("See ", use("section", "s", "the section"), ".")})
    chosen = selection(registers=(register("asks", FIELDS, linked), TEAMS))
    there = Links({}, {("section", "s"): "Handbook"})
    (table,) = writer(chosen, there).blocks((call("matrix", columns=("title", "what")),), Place(1, 1))
    assert isinstance(table, Table)
    assert plain(table.rows[0].cells[1]) == "See the section."
    assert (
        plain(writer(chosen, there).inliner.flow(line("See ", use("section", "s", "the section"))))
        == "See the section (Handbook)"
    )


def test_days_are_sorted_as_days_and_not_as_words() -> None:
    days = {"late": "2026-11-02", "early": "2026-02-10", "middle": "2026-10-30"}
    said = {"late": "2 November 2026", "early": "10 February 2026", "middle": "30 October 2026"}
    runs = [record("runs", name, name, day=PlainField(said[name], MARK, day=days[name])) for name in days]
    chosen = selection(registers=(register("runs", (FieldSpec("day", "Day", "plain"),), *runs),))
    view = query(chosen, ViewCall("runs", "matrix", ("title", "day"), (), "day", "", "", MARK))
    assert [item.id for item in view.records] == ["early", "middle", "late"]
