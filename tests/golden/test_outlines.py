"""Every product of the doc set, as text: a reviewer reads the difference of these files, not of zip archives."""

from pathlib import Path

import pytest

from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.model.paths import product_path
from briefs.pipeline import Composed, compose_all
from briefs.project import open_project
from briefs.render import text
from tests.golden.conftest import GOLDENS, Compare

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose_all(open_project(CONTENT))


def outline(composed: Composed, product: Document | Deck) -> str:
    brief = composed.resolved.briefs[product.meta.brief]
    path = product_path(brief, composed.resolved.audiences.get(product.meta.audience))
    return f"outlines/{path}.{'deck' if isinstance(product, Deck) else 'brief'}.md"


@pytest.mark.slow
def test_every_product_reads_as_its_golden_outline(composed: Composed, compare: Compare) -> None:
    for _, product in composed.products:
        compare(outline(composed, product), text.render(product).decode())


@pytest.mark.slow
def test_no_golden_outline_is_left_of_a_product_that_is_gone(composed: Composed) -> None:
    made = {outline(composed, product) for _, product in composed.products}
    kept = {path.relative_to(GOLDENS).as_posix() for path in (GOLDENS / "outlines").rglob("*.md")}
    assert made == kept


@pytest.mark.slow
def test_the_doc_set_has_no_complaints(composed: Composed) -> None:
    assert [str(item) for item in composed.found] == []
