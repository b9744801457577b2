"""Where a product is written: the brief's pattern filled in for one audience."""

import re

from briefs.model.audience import Audience
from briefs.model.content import Brief


def product_path(brief: Brief, audience: Audience) -> str:
    """The path below the output folder, without suffix: `VAST/Executive Overview`; ValueError for an unknown placeholder."""
    values = {
        "organisation": audience.organisation,
        "title": brief.title,
        "reader": audience.reader.capitalize(),
        "audience": audience.id,
    }
    unknown = sorted(set(re.findall(r"\{([^}]*)\}", brief.path)) - set(values))
    if unknown:
        raise ValueError(f"unknown placeholder '{{{unknown[0]}}}'; known are {', '.join(f'{{{name}}}' for name in values)}")
    return brief.path.format_map(values)
