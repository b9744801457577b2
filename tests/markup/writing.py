"""Strategies that write what authors write, nearly: whole blocks of the content language, some with one slip of the hand."""

from hypothesis import strategies as st

NAMES = st.sampled_from(["vast", "eng", '"vast, eng"', "exce", '""', "all"])
TARGETS = st.sampled_from(
    ["fact:a.b", "terms:t", "Term:t", "section:x", "workload:W2", "cite:a.b", "source:s", "nothing:x", "fact:"]
)
TAGS = NAMES.map(lambda name: f"{{audience={name}}}")
WORDS = st.sampled_from(
    ["A reader", "copies 40 GB", "*at once*", "**now**", "`code {audience=x}`", "~~gone~~", "é – “so”", "\\[as typed\\]"]
)
LEAVES = st.sampled_from(
    ["::chart c", "::diagram d", "::view asks as=matrix where.phase=Walk sort=id", '::view asks columns="id, title"']
)


def _spans(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, TAGS).map(lambda it: f"[{it[0]}]{it[1]}"),
        inner.map(lambda it: f'[{it}]{{number=target owner="Sales lead"}}'),
        st.tuples(inner, TARGETS).map(lambda it: f"[{it[0]}]({it[1]})"),
        st.tuples(inner, inner).map(" ".join),
        inner.map(lambda it: f"*{it}*"),
    )


INLINE = st.recursive(st.one_of(WORDS, TARGETS.map(lambda it: f"[[{it}]]"), st.just("[^1]")), _spans, max_leaves=5)
ENDS = st.one_of(st.just(""), TAGS.map(lambda it: f" {it}"))
LINES = st.tuples(INLINE, ENDS).map("".join)
ROWS = st.lists(st.tuples(INLINE, INLINE, ENDS).map(lambda it: f"| {it[0]} | {it[1]}{it[2]} |"), min_size=1, max_size=3)
ITEMS = st.lists(st.tuples(st.sampled_from(["- ", "  - ", "1. ", "   1. "]), LINES).map("".join), min_size=1, max_size=4)


def _held(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    opening = st.sampled_from(["audience vast", "audience vast, eng", "steps", 'callout decision "D"', 'figure "F"', "notes"])
    slide = st.sampled_from(['slide "T" layout=bullets', 'slide "T" layout=diagram audience=eng', "slide layout=none"])
    return st.one_of(
        st.tuples(opening, inner).map(lambda it: f"::: {it[0]}\n{it[1]}\n:::"),
        st.tuples(opening, inner, TAGS).map(lambda it: f":::: {it[0]} {it[2][1:-1]}\n{it[1]}\n::::"),
        st.tuples(slide, inner).map(lambda it: f"::::: {it[0]}\n{it[1]}\n::::"),
        st.tuples(slide, inner).map(lambda it: f"::::: {it[0]}\n{it[1]}\n::: notes\nSay so.\n:::\n:::::"),
        st.lists(inner, min_size=2, max_size=4).map("\n\n".join),
    )


BLOCKS = st.recursive(
    st.one_of(
        LINES,
        st.tuples(st.sampled_from(["## ", "### ", "> "]), LINES).map("".join),
        ROWS.map(lambda rows: "\n".join(["| A | B |", "|---|---|", *rows])),
        ITEMS.map("\n".join),
        LINES.map(lambda it: f"[^1]: {it}"),
        st.tuples(LEAVES, ENDS).map("".join),
        st.just("```text\n::: notes\n```"),
        LINES.map(lambda it: f"![{it}](media/x.png)"),
    ),
    _held,
    max_leaves=8,
)
SLIPS = st.sampled_from(
    ["", "\n", ":", "]", "[", "}", "{", "|", "`", '"', " ", "\t", "\\", "<b>", "[^1]", "\u200b", "\n:::\n", "  "]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A whole text; every other one has a piece cut out of it, and a slip put in its place."""
    text = draw(BLOCKS)
    if draw(st.booleans()):
        position = draw(st.integers(0, len(text)))
        text = text[:position] + draw(SLIPS) + text[position + draw(st.integers(0, 3)) :]
    return text
