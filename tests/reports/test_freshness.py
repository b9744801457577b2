"""Facts that are due are listed soonest first, with who reviews them and the products that show them."""

import json
from datetime import date
from pathlib import Path

import pytest

from briefs.pipeline import Composed, compose_all
from briefs.project import open_project
from briefs.reports.freshness import as_json, reviews

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
LATE = date(2099, 1, 1)


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose_all(open_project(LIBRARY))


def test_every_fact_is_due_in_the_end_and_the_soonest_comes_first(composed: Composed) -> None:
    found = reviews(composed.resolved, composed.products, LATE)
    assert {item.fact.id for item in found} == set(composed.resolved.facts)
    assert [item.fact.review_by for item in found] == sorted(item.fact.review_by for item in found)


def test_a_fact_is_due_on_its_day_and_not_the_day_before(composed: Composed) -> None:
    fact = composed.resolved.facts["desk.lost"]
    day_before = date.fromordinal(fact.review_by.toordinal() - 1)
    assert fact.id in [item.fact.id for item in reviews(composed.resolved, composed.products, fact.review_by)]
    assert fact.id not in [item.fact.id for item in reviews(composed.resolved, composed.products, day_before)]


def test_a_due_fact_names_its_owner_its_source_and_only_products_that_show_it(composed: Composed) -> None:
    rows = {row["id"]: row for row in json.loads(as_json(reviews(composed.resolved, composed.products, LATE)))}
    row = rows["desk.lost"]
    fact = composed.resolved.facts["desk.lost"]
    assert (row["owner"], row["review_by"]) == (fact.owner, fact.review_by.isoformat())
    assert row["url"] == composed.resolved.sources[fact.source].url
    assert "City Library/Reading Programme for librarians.docx" in row["used"]
    readers = {product.meta.audience for _, product in composed.products if "desk.lost" in product.uses.facts}
    assert readers <= fact.mark.readers
