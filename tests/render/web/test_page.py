"""The web page: whole, safe, in the look's colours."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import yaml

from briefs.model.document import Callout, Caption, Column, Document, Heading, Paragraph, Table, TableRow
from briefs.model.runs import Anchor, Flow, Link, NoteMark, Run
from briefs.render.text import render as text_of
from briefs.render.web import render
from briefs.render.web.style import STYLE
from tests.render.text.test_markdown import META

VOID = {"meta", "br", "hr", "a"}


def t(text: str) -> Flow:
    return (Run(text),)


DOCUMENT = Document(
    META,
    (
        Heading(1, "1", t("Why <now>"), "section-a"),
        Paragraph((Run("It grows"), NoteMark(1), Run(", see "), Link((Run("the row"),), Anchor("ask-a")), Run("."))),
        Callout("decision", t("Approve"), (Paragraph(t("Do it & go.")),)),
        Table((Column("left"),), (t("Ask"),), (TableRow((t("Raise"),), "ask-a"),), Caption("Table", 1, t("All"))),
    ),
    (t("Page, Publisher."),),
    0,
)


def page() -> str:
    return render(text_of(DOCUMENT).decode(), META).decode()


class Elements(HTMLParser):
    """Every element with its attributes, and whether all are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def elements() -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(page())
    assert parser.open == []
    return parser.seen


def test_the_page_is_in_its_language_with_title_marking_and_edition_above_and_below() -> None:
    text = page()
    assert '<html lang="en-US">' in text
    assert "<title>Plan &amp; Asks · VAST engineering</title>" in text
    assert text.count('<span class="marking">VAST internal</span>') == 2
    assert text.count("Edition 0.1, 23 November 2026") == 2
    assert "0123abcd" in text


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs() -> None:
    tags = {tag for tag, _ in elements()}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_ids_are_unique_and_every_inner_link_has_its_place() -> None:
    ids = [attrs["id"] for _, attrs in elements() if attrs.get("id")]
    assert len(ids) == len(set(ids))
    inner = {(attrs["href"] or "")[1:] for tag, attrs in elements() if tag == "a" and (attrs.get("href") or "").startswith("#")}
    assert inner <= set(ids)
    assert "content" in inner


def test_an_alert_is_a_panel_and_a_table_names_its_header_cells() -> None:
    text = page()
    assert '<aside class="important">\n<p><strong>Decision: Approve</strong></p>\n<p>Do it &amp; go.</p>\n</aside>' in text
    assert '<div aria-label="Table: Ask" class="table" role="region" tabindex="0">' in text
    assert '<th scope="col">Ask</th>' in text
    assert "[!" not in text


def test_the_words_are_those_of_the_document() -> None:
    main = re.search(r"<main.*?</main>", page(), re.DOTALL)
    assert main
    words = html.unescape(re.sub(r"<[^>]*>", " ", main[0]))
    for said in ("Why <now>", "It grows", "the row", "Do it & go.", "Raise", "All", "Page, Publisher."):
        assert said in words


def test_the_colours_are_the_brands() -> None:
    tokens = yaml.safe_load(Path("templates/brand.yaml").read_text())["colours"]
    used = dict(re.findall(r"--(\w+): #([0-9A-F]{6})", STYLE))
    assert used == {name: str(tokens[name]).lstrip("#").upper() for name in used}
