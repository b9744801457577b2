"""`[[kind:id]]` and `[label](kind:id)` as reference nodes; whether the target exists is for later stages."""

import re
from collections.abc import Mapping

from markdown_it.token import Token

from briefs.markup.complaints import Complaints
from briefs.model.nodes import Form, Inline, Mark, Reference
from briefs.model.origin import Origin

_FORMS: Mapping[str, tuple[str, Form]] = {
    "terms": ("term", "plural"),
    "Term": ("term", "capital"),
    "Terms": ("term", "capital-plural"),
    "cite": ("fact", "cite"),
}
_TARGET = re.compile(r"([a-z][a-z-]*):([A-Za-z0-9](?:[\w.@#/-]*\w)?)")
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|tel:|//)", re.IGNORECASE)


def read_reference(token: Token, origin: Origin) -> Reference:
    """The node of a `reference` token."""
    kind, form = _FORMS.get(token.info, (token.info, "plain"))
    return Reference(kind, token.content, form, (), Mark(origin))


def read_link(token: Token, origin: Origin, children: tuple[Inline, ...], complaints: Complaints) -> tuple[Inline, ...]:
    """The node of a link with a label; the label alone, with a complaint, when the link leads outside or nowhere."""
    target = str(token.attrs.get("href", ""))
    found = _TARGET.fullmatch(target)
    if token.markup == "autolink" or _OUTSIDE.match(target):
        complaints.error("B109", origin, f"a link to the outside: '{target}'", "list it in sources.yaml and write [[source:id]]")
    elif not found or "title" in token.attrs:
        complaints.error(
            "B109", origin, f"a link that leads nowhere: '{target}'", "write [label](kind:id), as [the design](section:dns)"
        )
    elif not children:
        complaints.error("B109", origin, "a link without a label", f"write [[{target}]], or a label in the brackets")
    else:
        return (Reference(found[1], found[2], "label", children, Mark(origin)),)
    return children
