"""How the tests start the program, and how they read what a box round an error has broken over lines."""

import re
import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def shown_words(text: str) -> str:
    """A complaint without the box that is drawn round it, its lines joined."""
    return re.sub(r"\s+", " ", re.sub(r"[│╭╮╰╯─]", " ", text))
