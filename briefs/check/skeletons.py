"""Words of a skeleton that nobody has replaced: none may reach a reader."""

from collections.abc import Iterator

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Corpus
from briefs.model.nodes import Reference, Text

WORDS = "Replace this"
"""How every line begins that 'briefs new' leaves for its author."""


def left(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B123 at words of a skeleton, and at references to a fact or a term that still has them."""
    for visit in root.visits:
        match visit.node:
            case Text(text=text) if text.startswith(WORDS):
                yield error("B123", visit.mark.origin, f"words of a skeleton: '{text[:40]}'", "replace them, or keep it a draft")
            case Reference(kind=kind, target=target) if _is_skeleton(corpus, kind, target):
                message = f"{kind} '{target}' still has the words of its skeleton"
                yield error("B123", visit.mark.origin, message, "write what it says before referring to it")
            case _:
                pass


def _is_skeleton(corpus: Corpus, kind: str, target: str) -> bool:
    if kind == "fact" and target in corpus.facts:
        return corpus.facts[target].text.startswith(WORDS)
    return kind == "term" and target in corpus.terms and corpus.terms[target].definition.startswith(WORDS)
