"""What good content becomes: typed values, with their places and tags."""

from datetime import date
from decimal import Decimal

import pytest

from briefs.model.audience import Tag
from briefs.model.content import Corpus, PartEntry, SectionEntry, ViewEntry
from briefs.model.exhibits import Value
from briefs.model.facts import Named
from briefs.model.nodes import Division, Paragraph, Reference, Span
from briefs.model.origin import Origin
from briefs.model.records import PlainField, RefsField, TextField
from tests.load.projects import read, report

FILES: dict[str, str | bytes] = {
    "vocabulary.yaml": "choices: {phases: [Crawl, Walk, Run], leads: [VAST]}\ntones: {Walk: amber, VAST: teal}\n",
    "terms.yaml": """\
audience: all
terms:
  - id: proxy
    name: {all: copying proxy, us: Tuscany}
    plural: copying proxies
    definition: "A proxy that copies."
    forbid: [{spelling: Tuscany, audience: them}, {spelling: Copy Proxy, audience: all, instead: proxy, any-case: true}]
    audience: us
forbidden: [{spelling: leverage, audience: all, instead: use}]
""",
    "sources.yaml": """\
sources:
  - {id: page, title: A page, publisher: They, url: "https://a.b/c", dated: "2026-03-04", seen: "2026-11-23"}
""",
    "units.yaml": "units: [{id: GB/s, name: gigabytes a second, dimension: data/time}, {id: seats, counted: true}]\n",
    "numbers.yaml": 'patterns: [{pattern: "AES-\\\\d+", why: a cipher, example: AES-256}]\n',
    "facts/a.yaml": """\
audience: [sales, them]
facts:
  - id: speed.max
    text: "It does 2.50 GB/s."
    value: 2.50
    unit: GB/s
    kind: vendor-claim
    confidence: low
    source: page
    as-of: "2026-03-04"
    review-by: "2027-05-23"
    owner: Sales lead
    audience: us
""",
    "registers/asks.yaml": """\
register: asks
audience: all
fields: {leverage: {audience: us}}
records:
  - id: limit
    title: Raise the limit
    owner: Sales lead
    status: agreed
    delivers: [D1]
    team: net
    what: >-
      Raise the limit of [[fact:speed.max]] for
      [our customers]{audience=us}.
    why: {text: "Because.", audience: us}
    effort: "E."
    acceptance: "A."
    validation: "V."
    phase: Walk
    workloads: [W2, W5]
    priority: 3
    leverage: "L."
    progress: in-discussion
""",
    "registers/more-asks.yaml": "register: asks\naudience: us\nrecords: []\n",
    "charts/c.yaml": """\
chart: c
kind: bar
title: It [[fact:speed.max]] pays
alt: Two bars.
unit: GB/s
categories: [Now, {label: Then, audience: us}]
series:
  - {name: Speed, values: ["fact:speed.max", "result:m.r@base"], highlight: true}
  - {name: Ours, values: ["fact:speed.max", "fact:speed.max"], audience: us}
""",
    "diagrams/d.yaml": """\
diagram: d
title: T
alt: A box to a box.
groups: [{id: g, label: Group}]
nodes: [{id: a, label: "[[term:proxy]]", detail: copies, group: g, at: [1, 2], tone: vast}, {id: b, label: B, at: [2, 2]}]
edges: [{from: a, to: b, label: reads, style: return, audience: us}]
""",
    "sections/net/limits.md": """\
---
id: limits
title: Limits of [[term:proxy]]
audience: [all]
delivers: [D1, D2]
owner: Networking lead
reviewed: 2026-11-20
---

## First {audience=us}

Text with [[fact:speed.max]].
""",
    "briefs/b.yaml": """\
brief: b
title: Overview
subtitle: What it is for.
owner: Sales lead
audience: [sales, buyer]
formats: [docx, pptx]
outline:
  - section: limits
    slides: [limits#one, two]
    audience: us
  - heading: The asks
    view: {of: asks, as: matrix, columns: "title, phase", where: {phase: Walk}, sort: priority, empty: None yet}
  - asks: none
    because: It is a reference.
  - non-goals: true
    heading: What we leave out
budgets: {words: 600, jargon-per-100-words: 4, appendix-slides: 2}
""",
    "backlog.yaml": """\
groups: {one: First}
items:
  - id: D1
    group: one
    title: T
    done-when: "It is done"
    proof: {words: 300, product: ["Us/Overview"], records: {asks: 5}}
    later: a diagram
""",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    loaded, found = read(tmp_path_factory.mktemp("project"), FILES)
    assert report(loaded, found) == ""
    return loaded


def test_audiences_and_edition_are_read(corpus: Corpus) -> None:
    assert [(row.id, row.groups, row.reader) for row in corpus.audiences.rows] == [
        ("sales", ("us",), "executive"),
        ("buyer", ("them",), "engineer"),
    ]
    assert (corpus.edition.date, corpus.edition.version) == (date(2026, 11, 23), "0.1")


def test_a_term_keeps_each_claim_and_what_to_write_instead(corpus: Corpus) -> None:
    term = corpus.terms["proxy"]
    assert term.names == (Named("all", "copying proxy"), Named("us", "Tuscany"))
    assert term.plurals == (Named("all", "copying proxies"),)
    assert [(rule.spelling, rule.audience.names, rule.instead, rule.any_case) for rule in term.forbid] == [
        ("Tuscany", ("them",), "copying proxy", False),
        ("Copy Proxy", ("all",), "proxy", True),
    ]
    assert term.mark.tag == Tag(("us",), Origin("content/terms.yaml", 8, 15))
    assert [rule.instead for rule in corpus.forbidden] == ["use"]


def test_a_fact_keeps_its_digits_and_its_own_audience_replaces_the_files(corpus: Corpus) -> None:
    fact = corpus.facts["speed.max"]
    assert (str(fact.value), fact.unit, fact.confidence) == ("2.50", "GB/s", "low")
    assert fact.value == Decimal("2.5")
    assert fact.mark.tag
    assert fact.mark.tag.names == ("us",)
    assert fact.review_by == date(2027, 5, 23)


def test_a_records_fields_come_in_the_order_of_the_schema(corpus: Corpus) -> None:
    (ask,) = corpus.registers["asks"].records
    assert list(ask.fields)[:4] == ["team", "what", "why", "effort"]
    assert ask.fields["workloads"] == RefsField("workload", ("W2", "W5"), ask.fields["workloads"].mark)
    assert isinstance(ask.fields["team"], RefsField)
    assert ask.fields["team"].ids == ("net",)
    assert (ask.status, ask.delivers) == ("agreed", ("D1",))


def test_an_enum_knows_its_order_and_a_number_its_value(corpus: Corpus) -> None:
    fields = corpus.registers["asks"].records[0].fields
    phase, priority = fields["phase"], fields["priority"]
    assert isinstance(phase, PlainField)
    assert isinstance(priority, PlainField)
    assert (phase.text, phase.choices) == ("Walk", ("Crawl", "Walk", "Run"))
    (spec,) = (spec for spec in corpus.registers["asks"].fields if spec.name == "phase")
    assert [spec.tone_of(value) for value in spec.choices] == ["neutral", "amber", "neutral"]
    assert (priority.text, priority.number) == ("3", 3.0)


def test_fields_are_tagged_at_the_head_or_in_place(corpus: Corpus) -> None:
    fields = corpus.registers["asks"].records[0].fields
    assert fields["leverage"].mark.tag == Tag(("us",), Origin("content/registers/asks.yaml", 3, 31))
    assert fields["why"].mark.tag == Tag(("us",), Origin("content/registers/asks.yaml", 14, 39))
    assert fields["effort"].mark.tag is None


def test_markup_in_folded_text_keeps_line_and_column(corpus: Corpus) -> None:
    what = corpus.registers["asks"].records[0].fields["what"]
    assert isinstance(what, TextField)
    reference, span = what.children[1], what.children[3]
    assert isinstance(reference, Reference)
    assert isinstance(span, Span)
    assert str(reference.mark.origin) == "content/registers/asks.yaml:12:26"
    assert str(span.mark.origin) == "content/registers/asks.yaml:13:7"


def test_columns_have_labels_for_headings(corpus: Corpus) -> None:
    labels = {field.name: field.label for field in corpus.registers["asks"].fields}
    assert (labels["acceptance"], labels["what"]) == ("Acceptance test", "What is asked")


def test_a_chart_holds_references_and_tagged_parts(corpus: Corpus) -> None:
    chart = corpus.charts["c"]
    assert [(part.label, part.mark.tag and part.mark.tag.names) for part in chart.categories] == [
        ("Now", None),
        ("Then", ("us",)),
    ]
    assert [(value.kind, value.target) for value in chart.series[0].values] == [("fact", "speed.max"), ("result", "m.r@base")]
    assert isinstance(chart.series[0].values[0], Value)
    assert [series.highlight for series in chart.series] == [True, False]


def test_a_diagram_has_its_places_labels_and_tones(corpus: Corpus) -> None:
    diagram = corpus.diagrams["d"]
    first, second = diagram.nodes
    assert (first.id, first.at, first.group, first.tone) == ("a", (1, 2), "g", "teal")
    assert (second.id, second.at, second.group, second.tone) == ("b", (2, 2), "", "neutral")
    assert isinstance(diagram.nodes[0].label[0], Reference)
    assert (diagram.edges[0].style, diagram.edges[0].mark.tag and diagram.edges[0].mark.tag.names) == ("return", ("us",))


def test_a_sections_text_is_placed_after_its_front_matter(corpus: Corpus) -> None:
    section = corpus.sections["limits"]
    (division,) = section.blocks
    assert isinstance(division, Division)
    assert str(division.mark.origin) == "content/sections/net/limits.md:10:1"
    (paragraph,) = division.blocks
    assert isinstance(paragraph, Paragraph)
    assert str(paragraph.children[1].mark.origin) == "content/sections/net/limits.md:12:11"
    assert str(section.title[1].mark.origin) == "content/sections/net/limits.md:3:18"
    assert (section.owner, section.draft, section.delivers) == ("Networking lead", False, ("D1", "D2"))


def test_a_brief_has_its_outline_and_budgets(corpus: Corpus) -> None:
    brief = corpus.briefs["b"]
    section, view, part = brief.outline
    assert isinstance(section, SectionEntry)
    assert (section.section, section.slides) == ("limits", ("one", "two"))
    assert isinstance(view, ViewEntry)
    assert (view.view.columns, view.view.where, view.view.empty) == (("title", "phase"), (("phase", "Walk"),), "None yet")
    assert isinstance(part, PartEntry)
    assert (part.part, part.heading) == ("non-goals", "What we leave out")
    assert (brief.asks_because, brief.path) == ("It is a reference.", "{organisation}/{title}")
    assert (brief.budgets.words, brief.budgets.appendix_slides, brief.budgets.pages) == (600, 2, None)


def test_a_backlog_items_proof_has_numbers(corpus: Corpus) -> None:
    (item,) = corpus.backlog.items
    assert item.proof == {"words": 300, "product": ["Us/Overview"], "records": {"asks": 5}}
    assert (item.later, corpus.backlog.groups) == ("a diagram", {"one": "First"})


def test_units_and_patterns_are_read(corpus: Corpus) -> None:
    assert [(unit.id, unit.name, unit.dimension) for unit in corpus.units.values()] == [
        ("GB/s", "gigabytes a second", "data/time"),
        ("seats", "seats", ""),
    ]
    assert [pattern.pattern for pattern in corpus.numbers] == ["AES-\\d+"]
    assert corpus.sources["page"].dated == date(2026, 3, 4)
