"""What a product says of itself, the same for documents and decks."""

from briefs.model.content import Brief, Selection
from briefs.model.dates import spoken
from briefs.model.document import Meta, Uses


def meta(selection: Selection, brief: Brief, uses: Uses) -> Meta:
    """Title, reader, marking, edition, contact, and the oldest day on which a source of its facts was read; no id yet."""
    audience = selection.audience
    seen = [selection.sources[selection.facts[fact].source].seen for fact in uses.facts]
    return Meta(
        product=f"{brief.id}@{audience.id}",
        brief=brief.id,
        audience=audience.id,
        title=brief.title,
        subtitle=brief.subtitle,
        audience_name=audience.name,
        organisation=audience.organisation,
        reader=audience.reader,
        marking=audience.marking,
        edition=selection.edition,
        contact=brief.owner,
        checked=spoken(min(seen)) if seen else "",
    )
