"""`make bench`: every budget beside its peer, in turn, in one run; name families (word, powerpoint, docset) for these alone."""

import sys
import tempfile
from pathlib import Path

from tests.bench.docset import docset
from tests.bench.personal import personal
from tests.bench.powerpoint import powerpoint
from tests.bench.word import word

FAMILIES = {"docset": docset, "word": word, "powerpoint": powerpoint, "personal": personal}


def main(names: list[str]) -> None:
    """Print the rows of each named family, or of all."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in names or FAMILIES:
            FAMILIES[name](Path(scratch))


if __name__ == "__main__":
    main(sys.argv[1:])
