"""The proofs on the real doc set: each file passes as its reader's, and one put into other hands does not."""

import pytest

from briefs import verify
from briefs.load import load
from briefs.model.content import Resolved
from briefs.pipeline import prove_files
from briefs.project import open_project
from briefs.resolve import resolve
from briefs.select import select
from tests.docset.conftest import ROOT, DocSet

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def resolved() -> Resolved:
    return resolve(load(open_project(ROOT / "content"))[0])


@pytest.mark.parametrize("reader", ["microsoft-exec", "microsoft-eng"])
def test_a_file_of_vast_in_the_hands_of_microsoft_is_caught_by_its_texts_and_by_its_names(
    docset: DocSet, resolved: Resolved, reader: str
) -> None:
    expected = verify.expect(resolved, select(resolved, reader))
    for row in docset.rows:
        if row.audience.startswith("vast"):
            codes = {item.code for item in verify.prove(row.path, (docset.folder / row.path).read_bytes(), expected)}
            assert "B901" in codes, row.path
            assert "B902" in codes or "mor-proxy" not in row.terms, row.path
    assert sum("mor-proxy" in row.terms for row in docset.rows) >= 8


def test_each_file_is_proven_as_its_reader_s_own(docset: DocSet) -> None:
    files = [(row.path, (docset.folder / row.path).read_bytes(), row.audience) for row in docset.rows]
    assert prove_files(open_project(ROOT / "content", ROOT / "templates"), files) == ()


def test_hidden_texts_of_every_kind_are_looked_for(resolved: Resolved) -> None:
    expected = verify.expect(resolved, select(resolved, "microsoft-eng"))
    assert len(expected.hidden.triples) > 100
    assert any("margin" in words for words in expected.hidden.triples)
    assert expected.spellings["tuscany"][0].instead == "migration-on-read proxy"
