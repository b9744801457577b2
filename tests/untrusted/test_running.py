"""Nothing that a stranger writes is run: it is refused at its place, or printed as it stands."""

import html
import re
import shutil
from pathlib import Path

import pytest

from tests.proof.finished import parts
from tests.untrusted.strangers import LADDER, ROOT, Edit, Hostile, add, answered, change, products, project, refusals

STATED, MODEL = "registers/assumptions.yaml", "models/sets.yaml"
PYTHON = '!!python/object/apply:os.system ["touch ran"]'


def formula(written: str) -> Hostile:
    return Hostile(change(MODEL, "packed: sets * books", f"packed: '{written}'"), "B31", MODEL)


def pattern(written: str, example: str = "KS2") -> Hostile:
    return Hostile(change("numbers.yaml", '"KS\\\\d"', f"'{written}'"), "B790", "numbers.yaml:2:15")


REFUSED = {
    "an object of Python in YAML": Hostile(change("edition.yaml", '"3.2"', PYTHON), "B102", "edition.yaml:2:10"),
    "an object of Python in front matter": Hostile(
        change(LADDER, "owner: Head of the reading room", f"owner: {PYTHON}"), "B102", f"{LADDER}:6:8"
    ),
    "an object of Python as a key": Hostile(change("edition.yaml", "version", "!!python/name:os.system x"), "B102", "edition"),
    "a tag of its own": Hostile(change("edition.yaml", '"3.2"', "!env HOME"), "B102", "edition.yaml:2:10"),
    "a merge": Hostile(change("edition.yaml", "version", "<<: {a: b}\nversion"), "B103", "edition.yaml:2:1"),
    "a formula that imports": formula('__import__("os").system("touch ran")'),
    "a formula that reaches into Python": formula("sets.__class__ * books"),
    "a formula that calls what is no function": formula("eval(sets)"),
    "a formula that indexes": formula("sets[0]"),
    "a formula that is a function": formula("lambda: sets"),
    "a format of a result": Hostile(
        change(MODEL, "title: books packed, unit: books", "unit: books, format: '{0.__class__}'"), "B103", MODEL
    ),
    "a pattern with a look ahead": pattern("(?=K)KS\\d"),
    "a pattern with a name": pattern("(?P<x>KS)\\d"),
    "a pattern with flags": pattern("(?x)KS\\d"),
    "a pattern that looks back": pattern("(K)S\\d\\1?"),
    "a link that runs": Hostile(add("[x](javascript:alert(1))"), "B10", LADDER),
    "a link in angles that runs": Hostile(add("<javascript:alert(1)>"), "B109", LADDER),
    "a link of data": Hostile(add("[x](data:text/html,y)"), "B10", LADDER),
    "HTML": Hostile(add("<script>alert(1)</script>"), "B109", LADDER),
    "HTML after a language": Hostile(add('```"><script>\nx\n```'), "B108", LADDER),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_run_is_refused_at_its_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answered(REFUSED[name], tmp_path)
    assert not (tmp_path / "ran").exists()


PRINTED = (
    "{{ ''.__class__.__mro__ }}",
    "{% for x in y %}{{ x }}{% endfor %}",
    "{# gone #}",
    "${HOME} $(id) `id` %s %(name)s {0.__class__}",
    "=cmd|' /C calc'!A",
    "@SUM(A:A)",
    "<script>alert('x')</script>",
    "<img src=x onerror=alert('x')>",
    '"><svg onload=alert("x")>',
    "![x](evil/x.png) [y](javascript:alert)",
    "&lt;script&gt; &amp;lt;b&gt;",
    "DDEAUTO cmd x",
    "HYPERLINK \\\\evil\\share",
    "]]> --> <?xml?> <!DOCTYPE x>",
)


def as_written(text: str) -> str:
    """The text in the content language, where each sign may stand for itself."""
    return "".join(f"\\{sign}" if not sign.isalnum() and sign != " " else sign for sign in text)


def field(text: str) -> Edit:
    quoted = "'" + as_written(text).replace("'", "''") + "'"
    return change(STATED, "statement: Every school that takes part this year takes part next year.", f"statement: {quoted}")


@pytest.mark.parametrize("text", PRINTED)
@pytest.mark.parametrize("surface", ["prose", "record"])
def test_what_looks_like_code_is_printed_as_it_stands(text: str, surface: str, tmp_path: Path) -> None:
    content = project(tmp_path)
    (add(as_written(text)) if surface == "prose" else field(text))(content)
    shown = [words(data) for name, data in products(content).items() if name.endswith(".docx")]
    assert any(letters(text) in letters(said) for said in shown)


def words(data: bytes) -> str:
    """The words of a Word file's body, without its elements."""
    body = "".join(part.decode(errors="replace") for name, part in parts("", data) if name.endswith("!word/document.xml"))
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)))


def letters(text: str) -> str:
    """Without signs, which typography may set otherwise."""
    return "".join(sign for sign in text if sign.isalnum())


VIEWS = {
    "a power": "{{ 9**9**9 }}",
    "a text times a number": "{{ 'a' * 10000000000 }}",
    "a call": "{{ records.append(1) }}",
    "a format": "{{ '%s' % records }}",
    "an attribute of Python": "{{ records.__class__ }}",
    "an include": "{% include '/etc/passwd' %}",
    "an import": "{% import 'x' as y %}",
    "a macro that calls itself": "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "a variable": "{% set x = records %}",
    "loops without end": "{% for a in records %}" * 9 + "x" + "{% endfor %}" * 9,
    "a loop over its own list": "{% for a in [1, 2, 3] %}x{% endfor %}",
    "parentheses without end": "{{ " + "(" * 30_000 + "records" + ")" * 30_000 + " }}",
    "HTML": "<script>alert(1)</script>",
    "no text": "\udcff",
    "too much text": "x" * 200_000,
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_template_lays_out_values_and_nothing_else(name: str, tmp_path: Path) -> None:
    content = project(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates/views/matrix.md.j2").write_bytes(VIEWS[name].encode("utf-8", "surrogateescape"))
    said = refusals(content)
    assert said
    assert all("B405" in line or "B603" in line for line in said)
