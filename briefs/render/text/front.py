"""What stands at the head of every Markdown edition: title, purpose, reader, edition, marking, whom to ask."""

from briefs.model.dates import spoken
from briefs.model.document import Meta
from briefs.render.text.escape import escape, opening


def front_lines(meta: Meta) -> list[str]:
    """The title block."""
    facts = [
        ("For", meta.audience_name),
        ("Marking", meta.marking),
        ("Edition", f"{meta.edition.version}, {spoken(meta.edition.date)}"),
        ("Whom to ask", meta.contact),
        ("Facts checked as of", meta.checked),
        ("Id", meta.id),
    ]
    listed = [f"-   **{label}:** {escape(value)}" for label, value in facts if value]
    subtitle = [opening(escape(meta.subtitle)), ""] if meta.subtitle else []
    return [f"# {escape(meta.title)}", "", *subtitle, *listed, ""]
