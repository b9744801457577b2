"""Exhibits: charts and diagrams as authors specify them, drawings of records, all native shapes measured before they are shown.

`chart(selection, spec, words)` and `diagram(spec, words, width, height)` draw; `words` is the product's `Inliner.words`, so
that the terms of a label are logged as used. On a page: `diagram(spec, words, 468, None, page=True)`, as high as it wants.
`draw(inliner, call, width, height)` draws a view of one of the shapes in `DRAWN`.
`chart_faults(spec, drawn, area)`, `diagram_faults(spec, drawn)` and `faults(drawn, origin)` say why a drawing cannot be shown.
"""

from briefs.compose.exhibits.chart import chart, chart_facts, chart_results
from briefs.compose.exhibits.chart_fit import chart_faults
from briefs.compose.exhibits.diagram import diagram, diagram_faults
from briefs.compose.exhibits.drawn import DRAWN, UndrawableError, draw
from briefs.compose.exhibits.faults import faults

__all__ = [
    "DRAWN",
    "UndrawableError",
    "chart",
    "chart_facts",
    "chart_faults",
    "chart_results",
    "diagram",
    "diagram_faults",
    "draw",
    "faults",
]
