"""The table of faults planted in finished files: each with what our own lint says of it, and which validators see it, too."""

from dataclasses import dataclass
from typing import Literal

from tests.verify.damage import Damage, rebuilt

Judge = Literal["lint", "sdk", "audit"]
"""`briefs verify`, the Open XML SDK's validator, openxml-audit."""
Others = tuple[Literal["sdk", "audit"], ...]
ALONE: Others = ()
SDK: Others = ("sdk",)
AUDIT: Others = ("audit",)
BOTH: Others = ("sdk", "audit")


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a file could be broken."""

    name: str
    form: Literal["docx", "pptx"]
    damage: Damage
    says: str
    """Words of our own lint's complaint; empty when it leaves the fault to the validators, which know the schema."""
    others: Others
    """The validators that see it."""

    @property
    def judges(self) -> tuple[Judge, ...]:
        return (*(("lint",) if self.says else ()), *self.others)


def renamed(old: str, new: str) -> Damage:
    def change(parts: dict[str, bytes]) -> None:
        parts[new] = parts.pop(old)

    return lambda data: rebuilt(data, change)


def together(*damages: Damage) -> Damage:
    """One damage after the other, where a fault needs more than one place."""

    def change(data: bytes) -> bytes:
        for damage in damages:
            data = damage(data)
        return data

    return change
