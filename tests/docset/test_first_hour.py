"""The first hour of content/README.md, carried out as it is written: an author who copies it arrives where it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTION = "sections/engineering/private-connectivity.md"


def steps() -> dict[int, list[str]]:
    """Number of a step -> its blocks of code, without their indent."""
    hour = (ROOT / "content/README.md").read_text("utf-8").partition("## The first hour")[2]
    parts = re.split(r"^(\d+)\. ", hour, flags=re.M)[1:]
    return {
        int(number): [
            re.sub(r"^ {7}", "", block, flags=re.M).strip("\n")
            for block in re.findall(r"(?:^(?: {7}.*)?\n)+", body, flags=re.M)
            if block.strip()
        ]
        for number, body in zip(parts[::2], parts[1::2], strict=True)
    }


def briefs(content: Path, line: str) -> str:
    """What a command of the README prints, on a copy of the content."""
    words = shlex.split(line.replace(".look", str(content.parent)))
    assert words[0] == ".venv/bin/briefs"
    places = ["--content", str(content), "--templates", str(ROOT / "templates")]
    done = subprocess.run(
        [str(Path(sys.executable).with_name("briefs")), *words[1:], *places],
        cwd=content.parent,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def follow(content: Path, written: dict[int, list[str]]) -> None:
    """Steps 1 to 5: what the author types, where the step says."""
    facts = content / "facts/azure-network.yaml"
    facts.write_text(facts.read_text("utf-8") + "".join(f"  {line}\n" for line in written[1][0].splitlines()), "utf-8")
    (content / "charts/private-endpoint-reach.yaml").write_text(written[3][0] + "\n", "utf-8")
    section = content / SECTION
    text = section.read_text("utf-8")
    last = re.search(r"^\| Bandwidth of the Direct Connect preview .*\n", text, flags=re.M)
    assert last is not None
    text = text[: last.end()] + written[2][0] + "\n" + text[last.end() :]
    text = text.replace("## The design\n", written[4][0] + "\n\n## The design\n", 1)
    section.write_text(text + "\n" + written[5][0] + "\n", "utf-8")


def editions(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}


@pytest.mark.slow
def test_the_first_hour_of_an_author_ends_where_it_says(content: Path) -> None:
    written = steps()
    build = written[7][0].splitlines()[0]
    briefs(content, build)
    before = editions(content.parent / "md")
    follow(content, written)
    check, explain, impact = written[6][0].splitlines()
    assert "error" not in briefs(content, check)
    assert "fleet of clusters" in briefs(content, explain)
    reached = briefs(content, impact)
    assert "private-connectivity" in reached
    assert "private-endpoint-reach" in reached
    briefs(content, build)
    after = editions(content.parent / "md")
    fact, tagged = (
        {path for path, text in after.items() if word in text}
        for word in ("Private endpoints across peered", "fleet of clusters")
    )
    assert {path.partition("/")[0] for path in fact} == {"VAST", "Microsoft"}
    assert {path for path in after if "Executive" in path} & fact == set()
    assert len(fact) == 2
    assert tagged == {path for path in fact if path.startswith("VAST/")}
    assert {path for path in after if after[path] != before[path]} == fact
