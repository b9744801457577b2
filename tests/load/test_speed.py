"""A megabyte of content is read in well under a second of the processor's time, each file once."""

import time
from pathlib import Path

import pytest

from briefs.load import load
from briefs.project import open_project
from tests.load.projects import write

FRONT = "---\nid: s{0}\ntitle: Section {0}\naudience: all\nowner: Sales lead\nreviewed: 2026-11-20\n---\n\n"
PROSE = (
    "A client resolves the name of the endpoint inside its own network, see [[fact:speed.max]] and [the design](section:s1). "
    "[Only we discuss this]{audience=us}, and nothing else has to change on the side of the customer, whose tools stay.\n\n"
)
RECORD = """\
  - id: a{0}
    title: "Raise limit {0}"
    owner: Sales lead
    why: >-
      Because a limit of [[fact:speed.max]] is too low for what the customer plans, and because the next
      phase builds on it; the limit is named in the contract, and nobody knows another way.
    instead: "Wait for the next version, and say so in the plan, as [[milestone:m1]] does."
"""


@pytest.mark.slow
def test_a_megabyte_is_read_in_under_a_second_of_the_processor(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"sections/s{number}.md": FRONT.format(number) + PROSE * 40 for number in range(60)}
    for part in range(4):
        records = "".join(RECORD.format(part * 250 + number) for number in range(250))
        files[f"registers/n{part}.yaml"] = f"register: non-goals\naudience: all\nrecords:\n{records}"
    assert sum(len(text) for text in files.values()) > 900_000
    project = open_project(write(tmp_path, files))
    began = time.process_time()
    corpus, found = load(project)
    assert time.process_time() - began < 1
    assert not found
    assert (len(corpus.sections), len(corpus.registers["non-goals"].records)) == (60, 1000)
