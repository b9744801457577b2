"""Views that name what does not exist."""

from datetime import date

import pytest

from briefs.check.roots import Root
from briefs.check.views import view_problems, views
from briefs.model.audience import Audiences
from briefs.model.content import Backlog, Brief, Budgets, Corpus, Edition, Section, ViewEntry
from briefs.model.nodes import Callout, Mark, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import FieldSpec, PlainField, Record, Register
from briefs.model.walk import walk

ORIGIN = Origin("content/sections/x.md", 4, 1)
FIELDS = (
    FieldSpec("phase", "Phase", "plain", ("Crawl", "Walk")),
    FieldSpec("what", "What", "text"),
    FieldSpec("team", "Team", "refs", kind="team"),
    FieldSpec("effort", "Effort", "plain"),
)


def record(register: str, identity: str, owner: str, effort: str = "Small") -> Record:
    return Record(register, identity, (), owner, "open", {"effort": PlainField(effort, Mark(ORIGIN))}, (), Mark(ORIGIN))


ASKS = Register("asks", FIELDS, (record("asks", "scale", "Sales lead"), record("asks", "list", "Desk lead", "Large")))
TEAMS = Register("teams", (), (record("teams", "network", "Sales lead"), record("teams", "foundry", "Sales lead")))


def root(value: Section | Brief) -> Root:
    return Root(value, False, tuple(walk(value, frozenset({"one"}))))


def problems(
    register: str = "asks",
    shape: str = "matrix",
    columns: tuple[str, ...] = (),
    where: tuple[tuple[str, str], ...] = (),
    sort: str = "",
    group: str = "",
    empty: str = "",
) -> list[tuple[str, str]]:
    call = ViewCall(register, shape, columns, where, sort, group, empty, Mark(ORIGIN))
    found = view_problems(call, {"asks": ASKS, "teams": TEAMS}, ("matrix", "cards"))
    assert all((item.code, item.origin, item.severity) == ("B405", ORIGIN, "error") for item in found)
    return [(item.message, item.hint) for item in found]


def test_a_view_of_what_exists_is_no_problem() -> None:
    where = (
        ("phase", "Crawl, Walk"),
        ("id", "scale, list"),
        ("status", "open, agreed"),
        ("team", "network"),
        ("owner", "Sales lead"),
    )
    assert problems(columns=("title", "what", "owner"), where=where, sort="-phase, title", group="status") == []


def test_a_view_that_says_what_it_prints_for_none_may_ask_for_a_value_that_no_record_has_yet() -> None:
    where = (("owner", "Nobody yet"), ("effort", "Huge"), ("what", "Anything"))
    assert problems(where=where, empty="None yet.") == []
    assert [message for message, _ in problems(where=where)] == [
        "unknown owner 'Nobody yet' in a view of 'asks'",
        "unknown effort 'Huge' in a view of 'asks'",
    ]
    assert problems(where=(("phase", "Rn"),), empty="None yet.") != []


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ({"register": "ask"}, "unknown register 'ask'", "did you mean 'asks'?"),
        ({"shape": "matrx"}, "unknown shape 'matrx' in a view of 'asks'", "did you mean 'matrix'?"),
        ({"columns": ("phse",)}, "unknown column 'phse' in a view of 'asks'", "did you mean 'phase'?"),
        ({"sort": "title, phas"}, "unknown sort field 'phas' in a view of 'asks'", "did you mean 'phase'?"),
        ({"group": "wat"}, "unknown group field 'wat' in a view of 'asks'", "did you mean 'what'?"),
        ({"where": (("phasing", "x"),)}, "unknown filter 'phasing' in a view of 'asks'", "did you mean 'phase'?"),
        ({"where": (("phase", "Crawl, Wlk"),)}, "unknown phase 'Wlk' in a view of 'asks'", "did you mean 'Walk'?"),
        ({"where": (("status", "opn"),)}, "unknown status 'opn' in a view of 'asks'", "did you mean 'open'?"),
        ({"where": (("status", "draft"),)}, "unknown status 'draft' in a view of 'asks'", "known are agreed, closed, open"),
        ({"where": (("owner", "Sale lead"),)}, "unknown owner 'Sale lead' in a view of 'asks'", "did you mean 'Sales lead'?"),
        ({"where": (("id", "scale, lst"),)}, "unknown id 'lst' in a view of 'asks'", "did you mean 'list'?"),
        ({"where": (("team", "netwrk"),)}, "unknown team 'netwrk' in a view of 'asks'", "did you mean 'network'?"),
        ({"where": (("effort", "Smal"),)}, "unknown effort 'Smal' in a view of 'asks'", "did you mean 'Small'?"),
    ],
)
def test_each_unknown_name_is_said_with_the_nearest(call: dict[str, object], message: str, hint: str) -> None:
    assert problems(**call) == [(message, hint)]  # type: ignore[arg-type]


def test_all_problems_of_a_call_are_said_together() -> None:
    assert len(problems(shape="x", columns=("y",), sort="z")) == 3


def test_views_of_sections_and_of_outlines_are_judged_and_unread_registers_are_not() -> None:
    mark = Mark(ORIGIN)
    wrong = ViewCall("asks", "any", ("phse",), (), "", "", "", mark)
    section = Section("s", (), (), "Owner", date(2026, 11, 20), False, (Callout("note", (), (wrong,), mark),), mark)
    brief = Brief("b", "B", "", "Owner", ("docx",), "b", (ViewEntry("Asks", wrong, mark),), Budgets(), None, False, mark)
    for value in (section, brief):
        assert [item.code for item in views(root(value), corpus())] == ["B405"]
        assert list(views(root(value), corpus(unread=frozenset({"ask"})))) == []


def corpus(unread: frozenset[str] = frozenset()) -> Corpus:
    return Corpus(
        Audiences(()),
        Edition(date(2026, 11, 23), "0.1"),
        {},
        (),
        {},
        (),
        {},
        {},
        {"asks": ASKS},
        {},
        {},
        {},
        {},
        {},
        Backlog({}, ()),
        {},
        unread,
    )
