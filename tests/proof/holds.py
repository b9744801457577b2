"""What must hold of the files of a corpus, as functions that the proofs and the seeded faults both call."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefs.model.artifact import Artifact
from briefs.model.content import Resolved
from briefs.publish.manifest import Row, written
from briefs.resolve import resolve
from briefs.select import select
from tests.proof.finished import exhibited, expected, files, parts, printed, words
from tests.proof.others import with_more
from tests.select.properties import reworded, without
from tests.select.trees import EVERYONE, Grown

DOCUMENTS = ("docx", "md", "html")


@dataclass
class Count:
    """What a run has looked at; printed at its end."""

    trees: int = 0
    files: int = 0
    parts: int = 0
    canaries: int = 0

    def __str__(self) -> str:
        return f"{self.trees:,} trees, {self.files:,} files, {self.parts:,} parts, {self.canaries:,} canaries"


def nothing_foreign_is_in_a_file(grown: Grown, count: Count) -> None:
    """No word that an audience may not read stands in any part of its files; every word of running text that it may, does."""
    count.trees += 1
    for audience in sorted(EVERYONE):
        made = tuple(files(grown.corpus, audience))
        hidden = grown.hidden_from(audience)
        pictures = _hidden_pictures(grown, audience)
        shown: dict[str, set[str]] = {}
        for file in made:
            count.files += 1
            for place, found in words(file).items():
                count.parts += 1
                count.canaries += len(found)
                assert not found & hidden, f"{place} of {audience} holds {sorted(found & hidden)}"
                shown.setdefault(file.format, set()).update(found)
            _no_picture(file, pictures)
        _all_own(grown, audience, shown)


def _all_own(grown: Grown, audience: str, shown: Mapping[str, set[str]]) -> None:
    selection = select(resolve(grown.corpus), audience)
    for brief in selection.briefs.values():
        for form in DOCUMENTS:
            missing = expected(selection, brief, deck=False) - shown.get(form, set())
            assert not missing, f"{form} of {audience} lacks {sorted(missing)}"
        missing = exhibited(selection, brief) - shown.get("docx", set())
        assert not missing, f"exhibits of {audience} lack {sorted(missing)}"
        missing = expected(selection, brief, deck=True) - shown.get("pptx", set())
        assert not missing, f"pptx of {audience} lacks {sorted(missing)}"


def _hidden_pictures(grown: Grown, audience: str) -> set[bytes]:
    seen = set(select(resolve(grown.corpus), audience).media.values())
    return set(grown.corpus.media.values()) - seen


def _no_picture(file: Artifact, pictures: set[bytes]) -> None:
    for place, data in parts(file.path, file.data):
        assert not any(picture in data for picture in pictures), f"{place} holds a picture of another audience"


def what_is_hidden_changes_no_byte(grown: Grown, count: Count) -> None:
    """Other words, of other lengths, in every place that an audience may not see; all of that gone; more of it everywhere.

    Each leaves the same: file names and bytes in the same order, and so ids, names of media and widths of columns within them,
    the manifest, and what is said to whoever builds that audience's files.
    """
    count.trees += 1
    resolved = resolve(grown.corpus)
    for audience in sorted(EVERYONE):
        other = {word: f"other-{word[::-1]}-and-more" for word in grown.hidden_from(audience)}
        media = {reworded(path, other): data for path, data in grown.corpus.media.items()}
        changed = replace(reworded(replace(grown.corpus, media={}), other), media=media)
        before = outcome(resolved, audience)
        for what, after in (
            ("changed", outcome(resolve(changed), audience)),
            ("taken away", outcome(without(resolved, audience), audience)),
            ("added", outcome(with_more(resolved, audience), audience)),
        ):
            count.files += len(after.files)
            same(before, after, f"when what {audience} may not see is {what}")


@dataclass(frozen=True)
class Outcome:
    """All that an audience's readers and builders get."""

    files: tuple[tuple[str, bytes], ...]
    manifest: bytes
    said: tuple[str, ...]


def outcome(resolved: Resolved, audience: str) -> Outcome:
    made, said = printed(select(resolved, audience))
    rows = written([Row.of(file) for file in made], resolved.edition)
    return Outcome(tuple((file.path, file.data) for file in made), rows, tuple(map(str, said)))


def same(before: Outcome, after: Outcome, when: str) -> None:
    assert [path for path, _ in before.files] == [path for path, _ in after.files], f"names of files {when}"
    assert not [path for (path, one), (_, two) in zip(before.files, after.files, strict=True) if one != two], f"bytes {when}"
    assert before.manifest == after.manifest, f"the manifest {when}"
    assert before.said == after.said, f"what is said {when}"
