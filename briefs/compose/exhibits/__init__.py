"""Exhibits: charts and diagrams as authors specify them, drawings of records, all native shapes measured before they are shown.

`chart(selection, spec, words)` and `diagram(spec, words, width, height)` draw; `words` is the product's `Inliner.words`, so
that the terms of a label are logged as used. On a page: `diagram(spec, words, 468, None, page=True)`, as high as it wants.
`diagram_faults(spec, drawn)` says why a drawing cannot be shown.
"""

from briefs.compose.exhibits.chart import chart, chart_facts
from briefs.compose.exhibits.diagram import diagram, diagram_faults
from briefs.compose.exhibits.faults import faults

__all__ = ["chart", "chart_facts", "diagram", "diagram_faults", "faults"]
