"""`make bench`: every budget beside its peer, in turn, in one run; name families (word, powerpoint, docset) for these alone."""

import gc
import sys
import tempfile
from pathlib import Path

from briefs.cli import CYCLES_AFTER
from tests.bench.docset import docset
from tests.bench.personal import personal
from tests.bench.powerpoint import powerpoint
from tests.bench.word import word

FAMILIES = {"docset": docset, "word": word, "powerpoint": powerpoint, "personal": personal}


def main(names: list[str]) -> None:
    """Print the rows of each named family, or of all; cycles are looked for as seldom as the program does, for peers alike."""
    gc.set_threshold(CYCLES_AFTER)
    with tempfile.TemporaryDirectory() as scratch:
        for name in names or FAMILIES:
            FAMILIES[name](Path(scratch))


if __name__ == "__main__":
    main(sys.argv[1:])
