"""Document | Deck -> bytes: Word, PowerPoint, Markdown and HTML; each renderer is imported when it is first used."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.diagnostics import Diagnostic
from briefs.model.artifact import Artifact
from briefs.model.audience import Audience
from briefs.model.brand import Brand
from briefs.model.content import Brief, Format
from briefs.model.deck import Deck
from briefs.model.document import Document, Pages
from briefs.model.geometry import Geometry
from briefs.model.identity import identify
from briefs.model.paths import product_path

WORD = "word/brief.docx"
POWERPOINT = "powerpoint/deck.pptx"


WIDEST = 888
"""Stands for a page number that is not known yet; as wide as any, so that no line of the contents breaks otherwise later."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word brief that is printed to learn its pages."""

    data: bytes
    bookmarks: Mapping[str, str]
    """Anchor -> the bookmark's name, for all that the contents lead to."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders products with the templates of a project."""

    template: Callable[[str], bytes]
    """Name below `templates/` -> bytes; a template in a designer's form is found under the name of a document."""

    def contract(self, brand: Brand, formats: Collection[Format]) -> Iterator[Diagnostic]:
        """What the templates of these formats lack, and each token of the brand that they hold otherwise."""
        if "docx" in formats:
            from briefs.render.word import template as documents  # noqa: PLC0415 - as below

            yield from documents.check(self.template(WORD), brand)
        if "pptx" in formats:
            from briefs.render.powerpoint import template as decks  # noqa: PLC0415

            yield from decks.check(self.template(POWERPOINT), brand)

    def geometry(self) -> Geometry:
        """The boxes of the deck template's layouts."""
        from briefs.render import powerpoint  # noqa: PLC0415 - python-pptx costs 130 ms, and a brief needs none of it

        return powerpoint.open_template(self.template(POWERPOINT)).geometry

    def draft(self, document: Document) -> Draft:
        """The Word brief with a page number of three digits wherever one will stand, and where its contents lead."""
        from briefs.render import word  # noqa: PLC0415

        bookmarks = word.listed(document)
        template = self.template(WORD)
        named = document.named(identify(document, template))
        return Draft(word.render(named, word.open_template(template), dict.fromkeys(bookmarks, WIDEST)), bookmarks)

    def artifacts(
        self,
        product: Document | Deck,
        brief: Brief,
        audience: Audience,
        formats: Sequence[Format],
        pages: Pages | None = None,
    ) -> Iterator[Artifact]:
        """The product in each of the formats, under its own id; the Word brief with page numbers when they are known."""
        template = self.template(POWERPOINT if isinstance(product, Deck) else WORD)
        named = product.named(identify(product, template))
        for form in formats:
            yield Artifact(
                path=f"{product_path(brief, audience)}.{form}",
                format=form,
                data=_rendered(named, form, template, pages),
                meta=named.meta,
                uses=named.uses,
                words=named.words,
                slides=len(named.slides) if isinstance(named, Deck) else None,
                pages=pages.count if pages and form == "docx" else None,
            )


def _rendered(product: Document | Deck, form: Format, template: bytes, pages: Pages | None) -> bytes:
    match form, product:
        case "docx", Document():
            from briefs.render import word  # noqa: PLC0415

            return word.render(product, word.open_template(template), pages.of if pages else {})
        case "pptx", Deck():
            from briefs.render import powerpoint  # noqa: PLC0415

            return powerpoint.render(product, powerpoint.open_template(template))
        case "md", _:
            from briefs.render import text  # noqa: PLC0415

            return text.render(product)
        case "html", _:
            from briefs.render import text, web  # noqa: PLC0415

            return web.render(text.render(product).decode(), product.meta)
        case _:
            raise ValueError(f"no renderer for {form}")
