"""What is said of a template that holds a token of the brand otherwise, or not at all."""

from __future__ import annotations

from briefs.diagnostics import Diagnostic, warning


def differs(token: str, title: str, theirs: str, ours: str) -> Diagnostic:
    """A token with both values, as people write them; `title` is `Word template` or `deck template`."""
    message = f"{token} is {theirs} in the {title} and {ours} in brand.yaml; the template wins"
    return warning("B602", None, message, "run 'make templates' to write the token into the template")


def unset(token: str, title: str, ours: str) -> Diagnostic:
    """A token that the template leaves to what is inherited, or to the reader's machine."""
    message = f"{token} is not set in the {title} and {ours} in brand.yaml; what the template inherits wins"
    return warning("B602", None, message, "set it there once in Office; 'make templates' writes only what is set already")
