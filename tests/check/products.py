"""The least of a product that budgets can be judged on."""

from dataclasses import fields
from datetime import date
from typing import Any

from briefs.model.audience import Audience
from briefs.model.content import Brief, Budgets, Edition, SelectedTerm, Selection
from briefs.model.deck import BulletsBody, Slide
from briefs.model.document import Meta
from briefs.model.nodes import Mark
from briefs.model.origin import Origin

PLACE = Origin("content/briefs/x.yaml", 1, 1)
READER = Audience("sales", "Sales", "Us", ("us",), "executive", "Ours", PLACE)
EDITION = Edition(date(2026, 11, 23), "0.1")
BRIEF = Brief("x", "X", "S", "Sales lead", ("docx",), "{title}", (), Budgets(), None, False, Mark(PLACE))
META = Meta("x@sales", "x", "sales", "X", "S", "Sales", "Us", "executive", "Ours", EDITION, "Sales lead", "")
TERMS = {"hop": SelectedTerm("hop", "hop", "hops", "D."), "skip": SelectedTerm("skip", "mat", "", "D.")}
EMPTY: dict[str, Any] = {item.name: {} for item in fields(Selection) if item.init}
SELECTION = Selection(**EMPTY | {"audience": READER, "edition": EDITION, "terms": TERMS})


def slide(appendix: bool = False) -> Slide:
    return Slide("bullets", "A sentence", BulletsBody(()), "", (), "Main", "slide-a", appendix)
