"""A finished brief and deck, and the ways in which a test damages them."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

from briefs.render import powerpoint, word
from briefs.verify import baseline
from briefs.verify.expectation import Expectation, Hidden, Spelling
from briefs.verify.phrases import Phrasebook
from tests.render.powerpoint import samples
from tests.render.word import sample

SECRET = "the margin of the pilot is thin"
NOTHING = Phrasebook.of(())
EXPECTED = Expectation(
    audience="microsoft-eng",
    edition=date(2026, 11, 23),
    own=NOTHING,
    hidden=Hidden.of((SECRET, "project heron"), NOTHING),
    spellings={
        "tuscany": (Spelling(re.compile(r"(?<!\w)Tuscany(?!\w)", re.IGNORECASE), "migration-on-read proxy", False),),
        "on": (Spelling(re.compile(r"(?<!\w)on-premise(?!\w)", re.IGNORECASE), "on-premises", True),),
    },
)

Damage = Callable[[bytes], bytes]


def brief() -> bytes:
    return word.render(sample.document(), sample.template())


def deck() -> bytes:
    return powerpoint.render(samples.deck(), samples.template())


def own_words(data: bytes) -> Phrasebook:
    """Everything that a sound file says, as its reader's own."""
    return Phrasebook.of(baseline(data))


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], None], twice: str = "") -> bytes:
    """The package with its parts changed; one name may be written twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
        if twice:
            package.fp.flush()  # type: ignore[union-attr]
            package.NameToInfo.pop(twice)
            package.writestr(twice, parts[twice])
    return buffer.getvalue()


def put(part: str, old: str, new: str, count: int = 1) -> Damage:
    """Replace text of a part; the old text must be there."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode("utf-8")
        assert re.search(old, text), (part, old)
        parts[part] = re.sub(old, lambda found: found.expand(new), text, count=count).encode()

    return lambda data: rebuilt(data, change)


def first(kind: str, old: str, new: str) -> Damage:
    """Replace text in the first part, by name, that holds it; `kind` is a pattern of the whole name."""

    def change(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = sorted(name for name in package.namelist() if re.fullmatch(kind, name))
            return put(next(name for name in parts if re.search(old, package.read(name).decode())), old, new)(data)

    return change


def add(name: str, content: bytes) -> Damage:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = content

    return lambda data: rebuilt(data, change)


def drop(name: str) -> Damage:
    def change(parts: dict[str, bytes]) -> None:
        del parts[name]

    return lambda data: rebuilt(data, change)


def twice(name: str) -> Damage:
    return lambda data: rebuilt(data, lambda parts: None, name)


def inside(part: str, damage: Damage) -> Damage:
    """Damage a package inside the package, as a chart's workbook."""

    def change(parts: dict[str, bytes]) -> None:
        parts[part] = damage(parts[part])

    return lambda data: rebuilt(data, change)
