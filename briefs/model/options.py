"""What the command line narrows a run to."""

from dataclasses import dataclass

from briefs.model.content import Brief, Format


@dataclass(frozen=True, slots=True)
class Options:
    """Products, audiences and formats of a run; empty tuples mean everything."""

    products: tuple[str, ...] = ()
    """`brief` or `brief@audience`."""
    audiences: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    """Empty: each brief's own."""
    release: bool = False
    paginate: bool = False
    """Whether the contents of Word briefs say on which page a section is."""

    @property
    def complete(self) -> bool:
        return not (self.products or self.audiences or self.formats)

    def wants(self, brief: Brief, audience: str) -> bool:
        named = not self.products or brief.id in self.products or f"{brief.id}@{audience}" in self.products
        return named and (not self.audiences or audience in self.audiences)

    def formats_of(self, brief: Brief) -> tuple[Format, ...]:
        """Word and PowerPoint only where the brief has them; Markdown, HTML and PDF for every product."""
        asked = self.formats or brief.formats
        return tuple(item for item in asked if item in brief.formats or item in ("md", "html", "pdf"))
