"""Models are computed once, for everyone; who may see a result is the result's own mark."""

from briefs.formula.compute import compute
from briefs.formula.units import Units
from briefs.model.content import Resolved
from briefs.model.models import Computed, Results


def computed(resolved: Resolved) -> Results:
    """The results of all models; ValueError where check should have stopped the build, so that nothing is guessed."""
    units = Units.of(resolved.units)
    results: dict[str, Computed] = {}
    for model in resolved.models.values():
        found, complaints = compute(model, resolved.facts, units)
        if complaints:
            raise ValueError("; ".join(str(item) for item in complaints))
        results.update(found)
    return results
