"""Every diagnostic code, once, with what it stands for: an unknown code cannot be constructed, an unused one fails a test."""

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    # B1xx reading: files, YAML, markup
    "B101": "a file cannot be read",
    "B102": "the YAML is broken",
    "B103": "a field is missing, unknown or of the wrong type",
    "B104": "an unknown audience or group",
    "B105": "an id is used twice",
    "B106": "the audience is missing",
    "B107": "a container is not closed",
    "B108": "markup that belongs to nothing",
    "B109": "markup that the content language does not have",
    "B110": "a table row has too many or too few cells",
    "B111": "a tag that narrows nothing, or to nobody",
    "B112": "a limit of size or nesting is exceeded",
    "B113": "a slide holds more than a slide may",
    "B114": "a picture is missing or not a picture",
    "B120": "a schema for editors is not current",
    "B121": "a file that does not name its schema",
    "B122": "a new entry that cannot be written",
    # B2xx references
    "B201": "a reference to something that does not exist",
    "B202": "a reference that some of its readers may not follow",
    "B203": "a form that this kind of reference does not have",
    "B204": "records that do not name one another",
    # B3xx evidence and vocabulary
    "B301": "a forbidden spelling",
    "B302": "two names of a term with an equal claim",
    "B303": "a term without a name for some of its readers",
    "B304": "a fact that is overdue for review",
    "B305": "a unit, source or owner that does not exist",
    "B306": "a number that nothing vouches for",
    "B307": "a pattern of numbers that matches nothing",
    "B310": "a formula that cannot be read",
    "B311": "a formula that cannot be computed, or whose units do not go together",
    "B312": "an input of a model in another unit than its fact",
    "B313": "a scenario that changes what is no assumption",
    "B314": "a result without its formula",
    # B4xx briefs, views, exhibits
    "B401": "an outline names something that does not exist",
    "B402": "a mandatory part is missing",
    "B403": "two products of one path, or a path that leaves the output folder",
    "B404": "a draft in a product",
    "B405": "a view that its register or templates do not have",
    "B406": "a budget is exceeded",
    "B407": "a product that has nothing to show for an audience",
    "B408": "a diagram that cannot be drawn",
    "B410": "a group that no tag names",
    "B411": "a section in no product",
    "B412": "a record in no view and no reference",
    "B413": "a term that nothing uses",
    "B414": "a chart or diagram in no section",
    "B415": "two variants of nearly the same words",
    "B420": "a sentence that is longer than its brief allows",
    "B421": "a title that is longer than its brief allows",
    # B5xx fit
    "B501": "text that does not fit its slide",
    "B502": "text that fits its slide only just",
    # B6xx templates
    "B601": "a template lacks a style or layout",
    "B602": "a template differs from the brand's tokens",
    # B7xx environment and output
    "B701": "a part of the system is missing",
    "B702": "a file in the output folder that a person changed",
    # B9xx proofs on finished files
    "B901": "text of another audience in a finished file",
    "B902": "a spelling that is forbidden for the audience in a finished file",
    "B903": "metadata that is not ours in a finished file",
    "B904": "a package that is not whole",
    "B905": "a finished file that is not accessible",
}
