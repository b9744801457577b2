"""What a product turns out to show, collected while it is composed: the terminology, the sources and the manifest need it."""

from dataclasses import dataclass, field

from briefs.model.document import Uses
from briefs.model.models import Computed


@dataclass(slots=True)
class UseLog:
    """Ids in the order of their first use; dictionaries serve as ordered sets."""

    sections: dict[str, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)
    """Printed, cited, or behind a chart."""
    cited: dict[str, None] = field(default_factory=dict)
    """Those facts of which the reader is owed the text, because only a note stands for them."""
    terms: dict[str, None] = field(default_factory=dict)
    records: dict[tuple[str, str], None] = field(default_factory=dict)
    """(register, id) of records shown by a view or part; a passing mention of a title is none."""
    results: dict[str, None] = field(default_factory=dict)
    """Results of models, printed or behind a chart."""
    charts: dict[str, None] = field(default_factory=dict)
    diagrams: dict[str, None] = field(default_factory=dict)
    views: dict[tuple[str, str], None] = field(default_factory=dict)

    def section(self, identity: str) -> None:
        self.sections[identity] = None

    def fact(self, identity: str) -> None:
        self.facts[identity] = None

    def cite(self, identity: str) -> None:
        self.facts[identity] = None
        self.cited[identity] = None

    def result(self, computed: Computed) -> None:
        self.results[computed.id] = None
        self.facts.update(dict.fromkeys(computed.facts))

    def term(self, identity: str) -> None:
        self.terms[identity] = None

    def record(self, register: str, identity: str) -> None:
        self.records[register, identity] = None

    def chart(self, identity: str) -> None:
        self.charts[identity] = None

    def diagram(self, identity: str) -> None:
        self.diagrams[identity] = None

    def view(self, register: str, shape: str) -> None:
        self.views[register, shape] = None

    def frozen(self) -> Uses:
        """Everything so far, sorted."""
        return Uses(
            sections=tuple(sorted(self.sections)),
            facts=tuple(sorted(self.facts)),
            terms=tuple(sorted(self.terms)),
            records=tuple(sorted(self.records)),
            results=tuple(sorted(self.results)),
            charts=tuple(sorted(self.charts)),
            diagrams=tuple(sorted(self.diagrams)),
            views=tuple(sorted(self.views)),
        )
