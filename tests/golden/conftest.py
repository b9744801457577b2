"""Compares with a golden file, or writes it when the run was started with `--accept`."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDENS = Path(__file__).parent

Compare = Callable[[str, str], None]
"""Path below this folder, text that must stand there."""


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    accept = request.config.getoption("--accept")

    def comparing(name: str, text: str) -> None:
        path = GOLDENS / name
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.is_file(), f"no golden '{name}'; look at the product, then run pytest with --accept"
        assert text == path.read_text("utf-8"), f"'{name}' changed; look at the product, then run pytest with --accept"

    return comparing
