"""What an editor says of each field, in one line: the help that an author sees while typing."""

from collections.abc import Mapping

from briefs.model.records import FieldSpec

_SHARED: Mapping[str, str] = {
    "alt": "What the exhibit says, in words, for a reader who does not see it.",
    "audience": "Who may read it: ids or groups of audiences.yaml, as [a, b] or a, b. It can only narrow what it stands in.",
    "definitions": "How a term is defined where the text first uses it: none, text (in brackets) or footnote.",
    "delivers": "Items of backlog.yaml that this delivers, as [B1.1, B1.2].",
    "fields": "Audiences of whole fields, for all records of the file.",
    "id": "Its name in references, once in the project: letters, digits, points and hyphens.",
    "label": "What is printed.",
    "owner": "The role that answers for it, never a person.",
    "records": "The register's records, in the order in which views show them.",
    "register": "Which register the records belong to.",
    "status": "draft keeps it out of every product and turns its own mistakes into warnings.",
    "title": "What a reader sees; a reference prints it.",
    "unit": "A unit of units.yaml.",
}
_OWN: Mapping[str, Mapping[str, str]] = {
    "AudiencesFile": {"audiences": "One row for each audience."},
    "AudienceShape": {
        "groups": "Names that stand for several audiences in a tag.",
        "marking": "How its files are marked, on every page.",
        "name": "What its files call the reader.",
        "organisation": "The folder of the output that its files go to.",
        "reader": "The form in which asks are read: one page, or in full.",
    },
    "BacklogFile": {"groups": "Id and heading of each group.", "items": "What must be delivered."},
    "ItemShape": {
        "done-when": "How a reader judges that it is delivered.",
        "group": "A group of this file.",
        "later": "The part that is known to come later; the item is then partial.",
        "proof": "Least counts of what products show for it: words, facts cited, tables and more.",
    },
    "BriefShape": {
        "brief": "Its name on the command line, once in the project.",
        "budgets": "How long its products may be; more is an error.",
        "formats": "The formats that a build writes, as [docx, pptx].",
        "lists": "Lists that its documents have after the contents, as [figures, tables].",
        "outline": "What its products hold, in this order.",
        "path": "Where its files go, without the format's ending.",
        "source-notes": "Where its documents say what a number comes from: footnotes, or numbers that lead into the sources.",
        "subtitle": "The line below the title.",
    },
    "BudgetsShape": {
        "appendix-slides": "Most slides of the appendix.",
        "grade": "Highest reading grade.",
        "jargon-per-100-words": "Most terms in a hundred words.",
        "pages": "Most pages.",
        "sentence-words": "Most words of a sentence.",
        "title-words": "Most words of a title.",
        "slides": "Most slides.",
        "words": "Most words.",
    },
    "EntryShape": {
        "asks": "The asks in the reader's form, or none, with a because.",
        "assumptions": "The assumptions, a mandatory part.",
        "because": "Why the asks are left out.",
        "heading": "The heading of a view or of a part.",
        "non-goals": "The non-goals, a mandatory part.",
        "section": "The id of a section.",
        "slides": "The slides of the section that a deck shows, by id; all of them without this line.",
        "only": "Keeps the entry to documents or to decks.",
        "columns": "Fields of its records that a document prints, in this order, in place of the reader's usual form.",
        "sources": "The facts used and their sources, a mandatory part.",
        "where": "Values that the records of the asks, the assumptions or the non-goals must have; all of them without it.",
        "terminology": "The terms used, a mandatory part.",
        "view": "Records of a register in a shape.",
    },
    "ViewShape": {
        "as": "The shape: matrix, cards, one-page, checklist, per-workload, or a drawn one.",
        "columns": "Fields of the register, in this order.",
        "empty": "What is printed when no record is left.",
        "group": "The field whose values become groups.",
        "of": "The register.",
        "sort": "The field to sort by; a minus before it sorts downwards.",
        "where": "Values that a record's fields must have.",
    },
    "ChartShape": {
        "categories": "What the values are of, in order; each may have an audience.",
        "chart": "Its name in ::chart, once in the project.",
        "kind": "The kind of chart.",
        "series": "Rows of values, one value for each category.",
    },
    "CategoryShape": {
        "audience": "Who may see it; all readers of the chart without it.",
        "highlight": "Whether its bar stands out from the others.",
        "label": "What its values are of.",
    },
    "SeriesShape": {
        "highlight": "Whether this series stands out.",
        "name": "Its name in the legend.",
        "values": 'References, as ["fact:id", "result:model.name@scenario"].',
    },
    "DiagramShape": {
        "diagram": "Its name in ::diagram, once in the project.",
        "edges": "Arrows between nodes.",
        "groups": "Frames round nodes.",
        "nodes": "Boxes on a grid.",
    },
    "NodeShape": {
        "at": "Column and row on the grid, from 1, as [1, 2].",
        "detail": "A second, smaller line.",
        "group": "The id of a group.",
        "tone": "A value of vocabulary.yaml that has a tone, or a tone: its color.",
    },
    "EdgeShape": {"from": "The id of a node.", "style": "flow is a full line, return a dashed one.", "to": "The id of a node."},
    "EditionShape": {"date": "The day that files show, as 2026-11-23.", "version": "The edition's version."},
    "FactsFile": {"facts": "One entry for each claim."},
    "FactShape": {
        "as-of": "The day from which the source says so, as 2026-11-23.",
        "confidence": "How sure we are.",
        "kind": "Public, the vendor's own claim, or derived by us.",
        "review-by": "The day by which its owner looks again.",
        "source": "The id of a source of sources.yaml.",
        "text": "The claim in our own words.",
        "value": "The number; together with a unit, or neither.",
    },
    "ModelShape": {
        "formulas": "Names and what they are computed from, as a * b.",
        "inputs": "What the formulas start from, each with its unit.",
        "model": "Its name in [[result:model.name]], once in the project.",
        "results": "The formulas that content may refer to.",
        "scenarios": "Other values of inputs, by name; [[result:model.name@scenario]] refers to one.",
    },
    "InputShape": {
        "fact": "The id of a fact, which brings its value.",
        "kind": "Whether the value is an assumption or a target.",
        "unit": "A unit of units.yaml, or several as GB/s.",
        "value": "A number that somebody answers for.",
    },
    "ResultShape": {
        "format": "How many decimals print: 0,0 none, 0.0 one.",
        "unit": "The unit that the result is printed in.",
    },
    "NumbersFile": {"patterns": "One row for each kind of name."},
    "PatternShape": {
        "example": "A name that the pattern covers.",
        "pattern": "A regular expression that covers the whole name.",
        "why": "Why such a name is no claim.",
    },
    "SectionShape": {"reviewed": "The day on which its owner last read it, as 2026-11-23."},
    "SourcesFile": {"sources": "One row for each page."},
    "SourceShape": {
        "dated": "The day that the page itself shows.",
        "publisher": "Who published it.",
        "seen": "The day on which we read it.",
        "url": "The page's address, with https://.",
    },
    "TermsFile": {"forbidden": "Spellings that may not ship and belong to no term.", "terms": "One entry for each name."},
    "TermShape": {
        "definition": "One sentence that every reader of the term may see.",
        "forbid": "Spellings that may not ship.",
        "name": "What is printed, alike for all or by audience.",
        "plural": "What [[terms:id]] prints.",
    },
    "ForbidShape": {
        "any-case": "Whether capitals make no difference.",
        "instead": "The right spelling.",
        "spelling": "The words that are forbidden for these readers.",
    },
    "UnitsFile": {"units": "One row for each unit."},
    "UnitShape": {
        "counted": "Whether it is a noun that is counted.",
        "dimension": "What it measures, so that models can check their sums.",
        "name": "Its name in words.",
    },
    "OutcomeShape": {
        "by": "The role that ran it.",
        "date": "The day of the run, as 2026-11-23.",
        "evidence": "Where its record is kept.",
        "item": "The id of what was tried.",
        "status": "How it ended.",
    },
    "VocabularyFile": {
        "choices": "Lists of values by name, each in its order.",
        "labels": "Headings of columns by field, or by register.field.",
        "tones": "The color of a value of the lists, wherever a record or box bears it.",
    },
}


def about(shape: str, name: str) -> str:
    """The line for a shape's field; empty when nobody wrote one, which a test refuses."""
    if shape.endswith("-fields"):
        return f"Who may read the field '{name}' of every record in this file."
    return _OWN.get(shape, {}).get(name) or _SHARED.get(name, "")


def about_column(field: FieldSpec) -> str:
    """The line for a field of a register."""
    match field.type:
        case "text":
            return f"{field.label}: text with references and tags; in quotes or under '>-'."
        case "blocks":
            return f"{field.label}: paragraphs, lists and tables under '|'."
        case "plain":
            return f"{field.label}: {'one of ' + ', '.join(field.choices) if field.choices else 'words without markup'}."
        case "number":
            return f"{field.label}: a number."
        case "refs":
            return f"{field.label}: the id of a {field.kind}, or several as [a, b] where several are meant."
