"""Whatever a stranger writes, the answer comes in bounded time: from bounds that are said, each at its place."""

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.load.patterns import PatternFault, bounded
from tests.untrusted.strangers import LADDER, Edit, Hostile, add, answered, answers, both, change, project

MODEL, DIAGRAM, CHART = "models/sets.yaml", "diagrams/way-of-a-book.yaml", "charts/ladder.yaml"
FORMULA = "  packed: sets * books"
HEAD = "---\nid: {0}\ntitle: T\naudience: all\nowner: O\nreviewed: 2026-08-25\n---\n\n"


def pattern(written: str, text: str = "") -> Hostile:
    row = change("numbers.yaml", '"KS\\\\d"', f"'{written}'")
    return Hostile(both(row, add(text)), "B790", "numbers.yaml:2:15")


def formulas(count: int, ring: bool) -> Edit:
    lines = (f"  f{step}: f{(step + 1) % count if ring or step + 1 < count else 0}x + 1" for step in range(count))
    return change(MODEL, FORMULA, "\n".join([FORMULA, *(line.replace("x +", " +") for line in lines)]))


def boxes(count: int) -> Edit:
    nodes = "".join(f"  - {{id: n{step}, label: N, group: school, at: [{3 + step}, 1]}}\n" for step in range(count))
    return change(DIAGRAM, "edges:\n", f"{nodes}edges:\n")


def records(count: int, title: str) -> Edit:
    fields = "owner: O, statement: S, likelihood: high, impact: low, mitigation: M., trigger: T."
    rows = (f"  - {{id: r{step}, title: '{title.format((step + 1) % count)}', {fields}}}\n" for step in range(count))
    text = "register: risks\naudience: all\nrecords:\n" + "".join(rows)
    return lambda content: (content / "registers/risks.yaml").write_text(text) and None


READERS = "".join(
    f"  - {{id: a{n}, name: A, organisation: O{n}, groups: [], reader: engineer, marking: M}}\n" for n in range(999)
)
WORD = "Word " + "a" * 15_000 + " b1."
ENDS = {
    "repeats within repeats": pattern("(a+)+1", WORD),
    "a choice within repeats": pattern("(a|aa)+1", WORD),
    "repeats of everything": pattern("(.*)*1x", WORD),
    "repeats one after another": pattern(".*.*.*.*1", WORD),
    "many that may be absent": pattern("(?:a?){50}a{50}1", WORD),
    "large counts within one another": pattern("(?:(?:a{1,999}){1,999}){1,999}1", WORD),
    "a pattern without end": pattern("a" * 90_000 + "1"),
    "groups without end": pattern("(" * 90 + "a1" + ")" * 90),
    "a chain of formulas": Hostile(formulas(5_000, ring=False), "B103", MODEL),
    "a circle of formulas": Hostile(formulas(90, ring=True), "B311", MODEL),
    "scenarios without end": Hostile(
        change(MODEL, "  half: {sets: 20}", "\n".join(f"  s{step}: {{sets: {step}}}" for step in range(9_000))), "B103", MODEL
    ),
    "powers of powers": Hostile(change(MODEL, FORMULA, "  packed: 9**9**9**9"), "B311", MODEL),
    "a formula nested without end": Hostile(change(MODEL, FORMULA, f"  packed: '{'(' * 200}sets{')' * 200}'"), "B310", MODEL),
    "squares of squares": Hostile(
        change(MODEL, FORMULA, "\n".join([FORMULA, "  f0: 7", *(f"  f{n + 1}: f{n} * f{n}" for n in range(60))])), "B311", MODEL
    ),
    "an exponent without end": Hostile(change(MODEL, "value: 40", "value: 1e999999999"), "B312", MODEL),
    "a fact without end": Hostile(change("facts/reading.yaml", "value: 318", "value: 1e99999999"), "B", ""),
    "a fact of a million digits": Hostile(change("facts/reading.yaml", "value: 318", f"value: {'9' * 900_000}"), "B", ""),
    "a fact that is no number": Hostile(change("facts/reading.yaml", "value: 318", "value: NaN"), "B103", "facts/"),
    "a unit without end": Hostile(change(MODEL, "unit: books/class sets", f"unit: '{'(' * 5_000}'"), "B312", MODEL),
    "a place without end": Hostile(change(DIAGRAM, "at: [2, 1]", f"at: [{'9' * 6_000}, 1]"), "B103", DIAGRAM),
    "boxes without end": Hostile(boxes(2_000), "B103", DIAGRAM),
    "categories without end": Hostile(
        change(CHART, "categories: [Began", f"categories: [{', '.join(['C'] * 5_000)}, Began"), "B103", CHART
    ),
    "a version without end": Hostile(change("edition.yaml", '"3.2"', f"'{'3' * 900_000}'"), "B103", "edition.yaml:2:10"),
    "views without end": Hostile(add("::view risks as=matrix audience=house\n\n" * 900), "B112", LADDER),
    "an outline without end": Hostile(
        change("briefs/programme.yaml", "  - section: ladder\n", "  - section: ladder\n" * 5_000), "B103", "briefs/"
    ),
    "readers without end": Hostile(add(READERS, "audiences.yaml"), "B103", "audiences.yaml"),
    "titles in a circle of a thousand": Hostile(records(1_000, "After [[risk:r{}]]"), "B203", "registers/risks.yaml"),
    "ten thousand records": Hostile(records(9_000, "See [[risk:none{}]]"), "B", "registers/risks.yaml"),
    "a bomb of aliases": Hostile(
        change("edition.yaml", "version", "a: &a [x]\nb: [*a, *a]\nversion"), "B102", "edition.yaml:2:4"
    ),
    "containers without end": Hostile(
        add("".join(":" * depth + " audience house\n" for depth in range(90, 2, -1))), "B1", LADDER
    ),
    "quotes without end": Hostile(add("> " * 9_000 + "x"), "B112", LADDER),
    "marks without end": Hostile(add("*a **b " * 2_000), "B", ""),
    "brackets without end": Hostile(add("[a" * 9_000), "B", ""),
    "ticks without end": Hostile(add("".join("`" * n + " " for n in range(1, 190))), "B", ""),
    "a line without end": Hostile(add("x" * 999_000), "B112", LADDER),
    "a file without end": Hostile(lambda content: os.truncate(content / "terms.yaml", 1 << 40), "B112", "terms.yaml:1:1"),
    "a table as wide as a file": Hostile(add("|" + "a|" * 9_000 + "\n|" + "-|" * 9_000 + "\n|" + "b|" * 9_000), "B", ""),
    "ten thousand files": Hostile(
        lambda content: [(content / f"sections/x{n}.md").write_text("x") for n in range(5_000)] and None, "B103", "sections/x0.md"
    ),
    "three thousand sections in a circle": Hostile(
        lambda content: (
            [
                (content / f"sections/s{n}.md").write_text(HEAD.format(f"s{n}") + f"See [[section:s{(n + 1) % 3_000}]].\n")
                for n in range(3_000)
            ]
            and None
        ),
        "B411",
        "sections/s0.md",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDS)
def test_what_has_no_end_is_answered_in_time(name: str, tmp_path: Path) -> None:
    hostile = ENDS[name]
    if hostile.place:
        answered(hostile, tmp_path)
        return
    # What is merely large may be taken; what matters is that the answer comes.
    content = project(tmp_path)
    hostile.edit(content)
    assert isinstance(answers(content), list)
    shutil.rmtree(content)


PATTERN_SIGNS = st.text(st.sampled_from("aab1.|()?*+{},5[]^\\d-"), min_size=1, max_size=14)


@given(PATTERN_SIGNS, st.sampled_from(["a" * 3_000, "ab" * 1_500, "1a" * 1_500, "a1.a" * 700 + "-", "-" * 3_000]))
def test_no_pattern_that_is_taken_makes_a_search_long(written: str, text: str) -> None:
    try:
        made = re.compile(bounded(written))
    except (PatternFault, re.error, FutureWarning):
        return
    before = time.process_time()
    made.search(text + "!")
    made.fullmatch(text)
    assert time.process_time() - before < 1


@given(PATTERN_SIGNS, st.text(st.sampled_from("aab1.-5,"), max_size=12))
def test_a_pattern_that_is_taken_means_what_it_meant(written: str, text: str) -> None:
    try:
        made = bounded(written)
    except (PatternFault, re.error, FutureWarning):
        return
    assert bool(re.fullmatch(made, text)) == bool(re.fullmatch(written, text))
