"""Compare lists each difference once, at its widest grain, in both directions, on a tiny project and on a whole one."""

import json
from pathlib import Path

import pytest

from briefs.model.document import Uses
from briefs.pipeline import Composed, compose_all, selections
from briefs.project import open_project
from briefs.reports.compare import Difference, as_json, as_text, compare, shown_in
from tests.check.projects import BASE, write

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
HEAD = "---\nid: x\ntitle: Title\naudience: all\nowner: Sales lead\nreviewed: 2026-11-20\n---\n"
TEXT = (
    HEAD
    + """\
Both read of a [[term:hop]].

Boxes are blue[, and we keep the margin]{audience=us}.

## What we keep {audience=us}

A paragraph.

- An item.
- Another.

### Deeper

A paragraph.

## What we share

| Box | Colour |
|---|---|
| Large | blue |
| Small | red {audience=them} |

- For both.
- For them. {audience=them}

::: audience us
In a container.

Twice.
:::
"""
)
RECORDS = """\
register: non-goals
audience: all
records:
  - {id: no-red, title: No red boxes, owner: Sales lead, why: "Blue sells[, to us]{audience=us}."}
  - {id: no-loan, title: No loans, owner: Sales lead, why: They come back broken., audience: us}
"""


def differences(folder: Path, files: dict[str, str | bytes]) -> tuple[Difference, ...]:
    brief = BASE["briefs/base.yaml"].replace("  - section: base\n", "  - section: base\n  - section: x\n")
    composed = compose_all(open_project(write(folder, {"sections/x.md": TEXT, "briefs/base.yaml": brief, **files})))
    return compare(*selections(composed.corpus, ("support", "buyer")))


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose_all(open_project(LIBRARY))


def rows(found: tuple[Difference, ...], kind: str) -> list[tuple[str, int, str, str]]:
    return [(":".join(item.holder), item.origin.line, item.grain, item.kind) for item in found if item.holder[0] == kind]


def test_a_text_is_named_at_the_widest_grain_that_differs(tmp_path: Path) -> None:
    assert rows(differences(tmp_path, {}), "section") == [
        ("section:x", 10, "paragraph", "differs"),
        ("section:x", 12, "heading", "only first"),
        ("section:x", 28, "row", "only second"),
        ("section:x", 31, "item", "only second"),
        ("section:x", 33, "audience", "only first"),
    ]


def test_a_record_that_is_only_ones_is_not_named_again_for_its_fields(tmp_path: Path) -> None:
    found = differences(tmp_path, {"registers/non-goals.yaml": RECORDS})
    assert rows(found, "record") == [
        ("record:non-goal:no-red", 4, "why", "differs"),
        ("record:non-goal:no-loan", 5, "record", "only first"),
    ]
    (why, _) = [item for item in found if item.holder[0] == "record"]
    assert (why.first, why.second) == ("Blue sells, to us.", "Blue sells.")


def test_a_term_that_is_named_differently_is_one_difference_and_none_where_it_is_used(tmp_path: Path) -> None:
    found = differences(tmp_path, {})
    assert [(item.holder[1], item.kind, item.first, item.second) for item in found if item.holder[0] == "term"] == [
        ("hop", "differs", "Falcon", "hop"),
        ("ours", "only first", "our word, plural our words", ""),
    ]
    assert not [item for item in found if "Both read" in item.first]


def test_facts_and_sources_that_one_may_not_see_are_listed(tmp_path: Path) -> None:
    found = differences(tmp_path, {})
    assert rows(found, "fact") == [("fact:margin", 5, "fact", "only first")]
    assert rows(found, "source") == [("source:own", 3, "source", "only first")]


def test_the_other_way_round_is_the_same_with_the_sides_exchanged(composed: Composed) -> None:
    other = {"only first": "only second", "only second": "only first", "differs": "differs"}
    there = compare(*selections(composed.corpus, ("teachers", "council")))
    back = compare(*selections(composed.corpus, ("council", "teachers")))
    assert {(item.holder, item.origin, item.grain, item.kind, item.first, item.second) for item in there} == {
        (item.holder, item.origin, item.grain, other[item.kind], item.second, item.first) for item in back
    }


def test_each_place_is_listed_once_and_where_it_is_written(composed: Composed) -> None:
    found = compare(*selections(composed.corpus, ("teachers", "council")))
    assert len({(item.holder, item.origin, item.grain) for item in found}) == len(found)
    lines = {str(item.origin): item for item in found}
    desk = lines["content/sections/reading/ladder.md:11:1"]
    assert (desk.kind, desk.first, desk.second) == ("only first", "Teachers find the lists at the lending desk.", "")
    hour = lines["content/sections/reading/next-year.md:9:1"]
    assert hour.second == hour.first.removesuffix(".") + ", and the shelves that the council decides on."


def test_an_audience_does_not_differ_from_itself(composed: Composed) -> None:
    assert compare(*selections(composed.corpus, ("council", "council"))) == ()


def test_products_that_show_it_stand_beside_each_difference(composed: Composed) -> None:
    found = compare(*selections(composed.corpus, ("teachers", "council")))
    products = shown_in([(product.meta, product.uses) for _, product in composed.products], ("teachers", "council"))
    assert products["section", "ladder"] == ("programme@council", "programme@teachers")
    text = as_text(found, ("teachers", "council"), products)
    assert "section ladder (programme@council, programme@teachers)" in text.splitlines()
    data = json.loads(as_json(found, ("teachers", "council"), products))
    assert (data["first"], data["second"], len(data["differences"])) == ("teachers", "council", len(found))
    asks = {item["holder"]: item["products"] for item in data["differences"] if item["holder"].startswith("record:ask:")}
    assert asks
    assert all(names for names in asks.values())


def test_what_another_audience_is_shown_counts_for_nobody(composed: Composed) -> None:
    (meta,) = {product.meta for _, product in composed.products if product.meta.product == "programme@council"}
    assert shown_in([(meta, Uses(sections=("ladder",)))], ("teachers", "trustees")) == {}
