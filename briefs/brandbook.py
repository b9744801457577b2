"""`python -m briefs.brandbook`: writes the brand's tokens into the committed templates and says how they keep the contract.

It stands beside the pipeline, since it is the one other place that knows both renderers and the loader.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from briefs.diagnostics import ContentError, Diagnostic, has_errors
from briefs.load.brand import read_brand
from briefs.model.brand import Brand
from briefs.project import engine_templates, template_file
from briefs.render.powerpoint import template as powerpoint
from briefs.render.word import template as word

Write = Callable[[bytes, Brand], bytes]
Check = Callable[[bytes, Brand], list[Diagnostic]]

TEMPLATES: tuple[tuple[str, Write, Check], ...] = (
    ("word/brief.docx", word.write_tokens, word.check),
    ("powerpoint/deck.pptx", powerpoint.write_tokens, powerpoint.check),
)


def main(folder: Path) -> int:
    """Write tokens that differ into the templates below `folder`, and say which; a template that lacks something is left alone.

    Returns 1 when the brand or a template cannot be used, else 0.
    """
    try:
        brand = read_brand(template_file(folder, "brand.yaml").read_bytes())
        paths = [template_file(folder, name) for name, _, _ in TEMPLATES]
    except ContentError as fault:
        return _say([str(fault)], 1)
    broken = False
    for path, (_, write, check) in zip(paths, TEMPLATES, strict=True):
        name = path.relative_to(folder).as_posix()
        package = path.read_bytes()
        found = check(package, brand)
        _say([f"{name}: {item}" for item in found] or [f"{name}: nothing is missing, every token is as in brand.yaml"], 0)
        broken = broken or has_errors(found)
        if found and not has_errors(found):
            path.write_bytes(written := write(package, brand))
            _say([f"{name}: tokens written: {len(found) - len(check(written, brand))}"], 0)
    return int(broken)


def _say(lines: list[str], code: int) -> int:
    sys.stdout.write("\n".join(lines) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else engine_templates()))
