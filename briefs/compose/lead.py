"""The decision that an executive's brief leads with."""

from dataclasses import replace

from briefs.model.nodes import Block, Callout, Division, Group


def without_decision(blocks: tuple[Block, ...]) -> tuple[Callout | None, tuple[Block, ...]]:
    """The first decision callout among blocks, headings and groups included, and the blocks without it."""
    for index, block in enumerate(blocks):
        before, after = blocks[:index], blocks[index + 1 :]
        if isinstance(block, Callout) and block.kind == "decision":
            return block, (*before, *after)
        if isinstance(block, (Division, Group)):
            decision, inner = without_decision(block.blocks)
            if decision is not None:
                return decision, (*before, *((replace(block, blocks=inner),) if inner else ()), *after)
    return None, blocks
