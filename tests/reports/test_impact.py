"""What a fact reaches is found in the content and in what products really show, slides by number, documents by heading."""

import json
from pathlib import Path

import pytest

from briefs.pipeline import Composed, compose_all
from briefs.project import open_project
from briefs.reports.impact import as_json, as_text, impact, target_of

LIBRARY = Path(__file__).parents[1] / "projects/library/content"


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose_all(open_project(LIBRARY))


def reached(composed: Composed, words: str) -> dict[str, list[dict[str, object]]]:
    target, _ = target_of(words, composed.resolved)
    assert target is not None
    rows: dict[str, list[dict[str, object]]] = json.loads(as_json(impact(target, composed.resolved, composed.products)))
    return rows


def shown(rows: dict[str, list[dict[str, object]]], path: str) -> object:
    return next((item["where"] for item in rows["products"] if item["path"] == path), None)


def test_a_fact_reaches_sections_records_and_the_places_in_products(composed: Composed) -> None:
    rows = reached(composed, "desk.lost")
    assert [item["line"] for item in rows["sections"] if item["id"] == "ladder"] == [30, 55]
    assert [item["id"] for item in rows["records"]] == ["non-goal:no-fines"]
    deck = shown(rows, "City Library/Reading Programme for librarians.pptx")
    assert isinstance(deck, list)
    assert any(place.endswith(": What the desk keeps to itself") for place in deck)
    brief = shown(rows, "City Library/Reading Programme for librarians.docx")
    assert isinstance(brief, list)
    assert any(place.endswith("What the desk does not say outside") for place in brief)


def test_products_of_those_who_do_not_read_it_are_not_reached(composed: Composed) -> None:
    paths = {str(item["path"]) for item in reached(composed, "desk.lost")["products"]}
    assert paths
    assert all(path.startswith("City Library/") for path in paths)


def test_a_fact_behind_a_chart_reaches_the_slides_and_headings_where_the_chart_stands(composed: Composed) -> None:
    rows = reached(composed, "ladder.finished")
    (chart,) = {json.dumps(item) for item in rows["charts"] if item["id"] == "ladder"}
    assert [at["id"] for at in json.loads(chart)["stands"]] == ["ladder", "ladder"]
    deck = shown(rows, "City Council/Reading Programme for council.pptx")
    assert isinstance(deck, list)
    numbers = [int(place.removeprefix("slide ").partition(":")[0]) for place in deck]
    (council,) = [
        product for _, product in composed.products if product.meta.audience == "council" and hasattr(product, "slides")
    ]
    assert [council.slides[number - 1].title for number in numbers] == [place.partition(": ")[2] for place in deck]
    assert "The ladder reaches most children, and most finish" in deck[0]


def test_a_source_reaches_what_its_facts_reach_and_a_term_and_a_record_what_names_them(composed: Composed) -> None:
    source = composed.resolved.facts["desk.lost"].source
    mine, theirs = reached(composed, "desk.lost"), reached(composed, f"source:{source}")
    assert {item["path"] for item in mine["products"]} <= {item["path"] for item in theirs["products"]}
    assert {item["id"] for item in reached(composed, "term:lending-desk")["sections"]} >= {"ladder"}
    record = next(iter(composed.resolved.registers["asks"].records))
    assert str(reached(composed, f"ask:{record.id}")["target"]) == f"ask:{record.id}"


def test_a_name_that_does_not_exist_is_none_and_says_what_there_is(composed: Composed) -> None:
    assert target_of("desk.lots", composed.resolved) == (None, tuple(composed.resolved.facts))
    none, known = target_of("term:ladder", composed.resolved)
    assert none is None
    assert "term:reading-ladder" in known
    assert "fact:" in target_of("luck:x", composed.resolved)[1]


def test_the_text_lists_each_place_under_its_kind(composed: Composed) -> None:
    found = impact(("fact", "ladder.finished"), composed.resolved, composed.products)
    lines = as_text(found).splitlines()
    assert lines.index("sections") < lines.index("charts") < lines.index("products")
    assert any(line.startswith("    stands at content/sections/reading/ladder.md:15:1") for line in lines)


def test_a_fact_reaches_through_a_model_what_its_results_reach(composed: Composed) -> None:
    rows = reached(composed, "desk.lost")
    assert [item["id"] for item in rows["models"]] == ["sets"]
    assert "sets.kept" in rows["results"]
    assert "next-year" in {item["id"] for item in rows["sections"]}
    assert {item["id"] for item in rows["charts"]} == {"sets"}
    brief = shown(rows, "City Library/Reading Programme for librarians.docx")
    assert isinstance(brief, list)
    assert "2 Next year asks for an hour and a shelf" in brief
    assert "sets.kept" in reached(composed, "result:sets.kept")["results"]
