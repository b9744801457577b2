"""One row of the table: what, here, the peer, the budget, and whether it is met."""

import sys

WIDTHS = (56, 10, 24, 22)


def heading(text: str) -> None:
    """A family of rows, and the names of their columns."""
    sys.stdout.write(f"\n{text}\n")
    _write("", "here", "peer", "budget", "")


def within(what: str, here: float, budget: float, peer: str = "-", unit: str = "s", least: bool = False) -> None:
    """A row with a budget in its own unit; `least` when more is better."""
    verdict = "met" if (here >= budget if least else here <= budget) else "MISSED"
    _write(what, shown(here, unit), peer, f"{'at least ' if least else ''}{shown(budget, unit)}", verdict)


def beside(what: str, here: float, peer: tuple[str, float], part: float = 1.0) -> None:
    """A row of seconds whose budget is a part of the peer's time in the same run."""
    name, theirs = peer
    share = "" if part == 1 else f" (peer / {part:g})"
    verdict = "met" if here <= theirs / part else "MISSED"
    _write(what, shown(here), f"{name} {shown(theirs)}", shown(theirs / part) + share, verdict)


def stated(what: str, here: float, peer: str = "-", unit: str = "s") -> None:
    """A row without a budget."""
    _write(what, shown(here, unit), peer, "-", "")


def shown(value: float, unit: str = "s") -> str:
    """Three digits that count; seconds below one as milliseconds."""
    if unit == "s" and value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} {unit}".rstrip() if value < 1000 else f"{value:,.0f} {unit}".rstrip()


def _write(*cells: str) -> None:
    fixed = "".join(f"{cell:<{width}} " for cell, width in zip(cells, WIDTHS, strict=False))
    sys.stdout.write(f"{fixed}{cells[-1]}".rstrip() + "\n")
    sys.stdout.flush()
