"""How many random trees the proofs take: as many as CI has time for, or as many as are asked for."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--trees", type=int, default=2000, help="random content trees that the proofs carry to finished files")
