"""All planted faults of structure in one table, and what it comes to: `python -m tests.verify.structural`."""

import sys
from collections import Counter

from tests.verify.planted import Fault, Judge
from tests.verify.planted_briefs import BRIEFS
from tests.verify.planted_decks import DECKS
from tests.verify.planted_packages import PACKAGES

FAULTS: tuple[Fault, ...] = (*PACKAGES, *DECKS, *BRIEFS)
JUDGES: tuple[Judge, ...] = ("lint", "sdk", "audit")


def main() -> None:
    """A line for each fault with those that catch it, then how many each catches, and how many it alone does."""
    for fault in FAULTS:
        told = " ".join(f"{name if name in fault.judges else '':5}" for name in JUDGES)
        sys.stdout.write(f"{fault.form}  {told}  {fault.name}\n")
    caught = Counter(name for fault in FAULTS for name in fault.judges)
    alone = Counter(fault.judges[0] for fault in FAULTS if len(fault.judges) == 1)
    told = ", ".join(f"{name} {caught[name]} ({alone[name]} alone)" for name in JUDGES)
    sys.stdout.write(f"{len(FAULTS)} faults planted, {sum(bool(fault.judges) for fault in FAULTS)} caught: {told}\n")


if __name__ == "__main__":
    main()
