"""Code that a reader copies: each block of shell, YAML, JSON and Python in the sections parses."""

import ast
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefs.load import load
from briefs.model.audience import NOBODY
from briefs.model.nodes import CodeBlock
from briefs.model.walk import walk
from briefs.project import open_project
from tests.docset.conftest import ROOT


def blocks() -> Iterator[CodeBlock]:
    for section in load(open_project(ROOT / "content"))[0].sections.values():
        yield from (visit.node for visit in walk(section.blocks, NOBODY) if isinstance(visit.node, CodeBlock))


ALL = tuple(blocks())


@pytest.mark.parametrize("block", ALL, ids=[f"{Path(item.mark.origin.path).stem}:{item.mark.origin.line}" for item in ALL])
def test_a_block_of_code_parses(block: CodeBlock) -> None:
    match block.language:
        case "sh" | "bash":
            ran = subprocess.run(["bash", "-n"], input=block.text, capture_output=True, text=True, check=False, timeout=10)
            assert (ran.returncode, ran.stderr) == (0, "")
        case "yaml":
            assert yaml.safe_load(block.text)
        case "json":
            assert json.loads(block.text)
        case "python":
            assert ast.parse(block.text).body
        case "text" | "http" | "sql":
            assert block.text.strip()
        case other:
            pytest.fail(f"nothing checks '{other}': name a language that this test knows")


def test_there_is_code_to_check() -> None:
    assert sum(block.language in ("sh", "bash") for block in ALL) >= 30
