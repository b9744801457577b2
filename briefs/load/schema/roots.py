"""Shapes of audiences, edition, backlog and sections' front matter."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from briefs.load.schema.base import Id, Ids, Names, Shape, Status, Text


class AudienceShape(Shape):
    id: Id
    name: Text
    organisation: Text
    groups: tuple[Id, ...]
    reader: Literal["executive", "engineer"]
    marking: Text


class EditionShape(Shape):
    date: date
    version: Annotated[Text, Field(max_length=40)]


class ItemShape(Shape):
    id: Id
    group: Id
    title: Text
    done_when: Text
    proof: dict[str, Any]
    later: str = ""


class SectionShape(Shape):
    id: Id
    title: Text
    audience: Names
    delivers: Annotated[Ids, Field(max_length=3)] = ()
    owner: Text
    reviewed: date
    status: Status = "open"
