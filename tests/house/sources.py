"""The engine's modules as text and as syntax trees, read once for all rules."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "briefs"


@dataclass(frozen=True, slots=True)
class Module:
    path: Path

    @property
    def name(self) -> str:
        """Its place below the package, as `metrics/faces.py`."""
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"briefs/{self.name}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    return tuple(Module(path) for path in sorted(PACKAGE.rglob("*.py")) if "_templates" not in path.parts)
