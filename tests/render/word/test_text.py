"""Headings, paragraphs, links, footnotes, lists and code, as the XML that Word reads."""

import pytest

from briefs.model.document import Code, Heading, ListBlock, Paragraph
from briefs.model.runs import Anchor, LineBreak, Link, NoteMark, Run, Url
from tests.render.word.read import brief, text_of
from tests.render.word.sample import flow, heading

REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def item(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(flow(text)),)


def test_a_heading_has_its_style_and_a_bookmark_and_word_counts_its_number() -> None:
    made = brief(heading(1, "1", "First"), heading(2, "1.1", "Second"), heading(1, "2", "Third"))
    assert made.styled("Heading1") == ["First", "Third"]
    assert made.styled("Heading2") == ["Second"]
    assert made.values("//w:bookmarkStart/@w:name") == ["_section_first", "_section_second", "_section_third"]
    assert made.find("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]/w:pPr/w:numPr") == []


def test_a_heading_without_number_is_taken_out_of_the_counting() -> None:
    made = brief(heading(1, "", "Sources"))
    number = made.values("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:numPr/w:numId/@w:val")[0]
    abstract = made.values(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")[0]
    formats = made.values(f"//w:abstractNum[@w:abstractNumId='{abstract}']//w:numFmt/@w:val", "word/numbering.xml")
    assert set(formats) == {"none"}


def test_a_number_that_word_would_not_count_is_typed() -> None:
    assert brief(heading(1, "A", "Appendix")).styled("Heading1") == ["A\tAppendix"]


def test_runs_keep_their_looks_and_special_characters() -> None:
    look = Run("a < b & c", bold=True, italic=True, strike=True)
    made = brief(Paragraph((look, LineBreak(), Run("x = 1", code=True))))
    assert made.styled("BodyText") == ["a < b & c\nx = 1"]
    assert [node.tag.split("}")[1] for node in made.find("//w:r[w:t='a < b & c']/w:rPr/*")] == ["b", "bCs", "i", "iCs", "strike"]
    assert made.values("//w:r[w:t='x = 1']/w:rPr/w:rStyle/@w:val") == ["InlineCode"]


def test_links_lead_outside_by_relationship_and_inside_by_bookmark() -> None:
    outside = Link((Run("the page"),), Url("https://example.com/?a=1&b=2"))
    inside = Link((Run("above"),), Anchor("section-start"))
    made = brief(heading(1, "1", "Start"), Paragraph((outside, inside)))
    rid = made.values("//w:hyperlink/@r:id")[0]
    target = next(node for node in made.tree("word/_rels/document.xml.rels") if node.get("Id") == rid)
    assert (target.get("Target"), target.get("TargetMode")) == ("https://example.com/?a=1&b=2", "External")
    assert made.values("//w:hyperlink/@w:anchor") == ["_section_start"]
    assert made.values("//w:hyperlink//w:rStyle/@w:val") == ["Hyperlink", "Hyperlink"]


def test_a_link_to_nowhere_and_an_anchor_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="leads to 'gone'"):
        brief(Paragraph((Link((Run("x"),), Anchor("gone")),)))
    with pytest.raises(ValueError, match="'section-a' occurs twice"):
        brief(heading(1, "1", "A"), heading(1, "2", "A"))


def test_a_link_tells_where_it_leads_in_no_more_letters_than_word_allows() -> None:
    long = "assumptions of the networking lead; " * 12
    tips = [
        brief(Paragraph((Link((Run("x"),), Url("https://example.com/"), about),))).values("//w:hyperlink/@w:tooltip")[0]
        for about in (long[:260], long)
    ]
    assert tips[0] == long[:260]
    assert len(tips[1]) <= 260
    assert tips[1].endswith("networking lead…")
    assert long.startswith(tips[1][:-1])


def test_a_long_anchor_still_makes_a_bookmark_that_word_accepts() -> None:
    long = "ask-" + "very-" * 20 + "long"
    names = brief(Heading(1, "1", flow("A"), long)).values("//w:bookmarkStart/@w:name")
    assert len(names[0]) <= 40
    assert names[0].replace("_", "").isalnum()


def test_anchors_that_word_would_take_for_one_get_different_bookmarks() -> None:
    made = brief(*(Heading(1, str(at), flow("A"), anchor) for at, anchor in enumerate(("a-b", "a_b", "A-b"), 1)))
    assert len({name.lower() for name in made.values("//w:bookmarkStart/@w:name")}) == 3


def test_footnotes_are_native_and_a_second_mark_refers_to_the_first() -> None:
    marks = Paragraph((Run("a"), NoteMark(1), Run("b"), NoteMark(1)))
    made = brief(marks, notes=(flow("Source one."), flow("Never marked.")))
    assert made.values("//w:footnoteReference/@w:id") == ["1"]
    assert made.values("//w:instrText/text()")[-1].split() == ["NOTEREF", "_footnote_1", "\\f", "\\h"]
    notes = made.find("//w:footnote[@w:id > 0]", "word/footnotes.xml")
    assert [text_of(note) for note in notes] == [" Source one."]
    assert made.values("//w:footnote/@w:type", "word/footnotes.xml") == ["separator", "continuationSeparator"]


def test_a_link_in_a_footnote_has_a_relationship_of_the_footnotes() -> None:
    made = brief(Paragraph((NoteMark(1),)), notes=((Link((Run("page"),), Url("https://example.com/")),),))
    assert [node.get("Target") for node in made.tree("word/_rels/footnotes.xml.rels")] == ["https://example.com/"]


def test_each_numbered_list_counts_from_its_own_start() -> None:
    made = brief(ListBlock(True, 3, (item("c"), item("d"))), ListBlock(True, 1, (item("a"),)))
    numbers = made.values("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")
    assert numbers[0] == numbers[1] != numbers[2]
    starts = [
        made.values(f"//w:num[@w:numId='{number}']//w:startOverride/@w:val", "word/numbering.xml")[0] for number in numbers[1:]
    ]
    assert starts == ["3", "1"]


def test_nested_lists_and_further_paragraphs_are_set_in() -> None:
    inner = ListBlock(False, 1, (item("inner"),))
    made = brief(ListBlock(False, 1, ((Paragraph(flow("outer")), inner, Paragraph(flow("more"))),)))
    assert made.styled("ListBullet") == ["outer"]
    assert made.styled("ListBullet2") == ["inner"]
    assert made.styled("ListContinue") == ["more"]


def test_steps_are_numbered_natively_and_hold_code() -> None:
    made = brief(ListBlock(True, 1, ((Paragraph(flow("Do it.")), Code("one\n  two\n", "bash")),), steps=True))
    assert made.styled("Step") == ["Do it."]
    assert made.styled("CodeBlock") == ["one\n  two"]
    assert len(made.find("//w:p[w:pPr/w:pStyle/@w:val='CodeBlock']")) == 1


def test_the_role_of_a_paragraph_chooses_its_style() -> None:
    made = brief(*(Paragraph(flow(role), role) for role in ("body", "lead", "small", "quote", "muted")))
    styles = made.values("//w:p[w:r/w:t]/w:pPr/w:pStyle/@w:val")[-5:]
    assert styles == ["BodyText", "Lead", "ReferenceText", "Quotation", "EmptyNote"]


def test_a_paragraph_that_announces_a_list_stays_with_it() -> None:
    made = brief(Paragraph(flow("Two things:")), ListBlock(False, 1, (item("one"),)), Paragraph(flow("The end:")))
    assert [text_of(node) for node in made.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText'][w:pPr/w:keepNext]")] == ["Two things:"]


def test_a_step_stays_with_the_command_that_it_gives() -> None:
    step = (Paragraph(flow("Sign in.")), Code("az login", "sh"), Paragraph(flow("It says who you are.")))
    made = brief(ListBlock(True, 1, (step, item("Go on."))))
    assert [text_of(node) for node in made.find("//w:p[w:pPr/w:keepNext][w:pPr/w:pStyle/@w:val!='CodeBlock']")] == ["Sign in."]
