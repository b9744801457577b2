"""`briefs select` on the content of this repository: an answer, and usage errors that name what is known."""

from pathlib import Path

from tests.cli.running import Run, shown_words

CONTENT = str(Path(__file__).parents[2] / "content")


def test_select_names_the_variant_first_and_then_why(briefs: Run) -> None:
    made = briefs("select", "--region", "westeurope", "--needs", "near-gpus, soon", "--content", CONTENT)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[0] == "chosen: Variant A (Azure machines)"
    assert "ruled out by soon: " in made.stdout
    assert "westeurope has not answered:" in made.stdout
    short = briefs("select", "--region", "westeurope", "--needs", "near-gpus, soon", "--content", CONTENT, "--quiet")
    assert short.stdout.splitlines() == ["chosen: Variant A (Azure machines)"]


def test_an_unknown_need_is_a_usage_error_with_the_nearest(briefs: Run) -> None:
    made = briefs("select", "--region", "westeurope", "--needs", "near-gpu", "--content", CONTENT)
    assert made.returncode == 2
    assert "unknown need 'near-gpu'; did you mean 'near-gpus'?" in shown_words(made.stderr)
    assert briefs("select", "--region", "westeurope", "--needs", ",", "--content", CONTENT).returncode == 2
