r"""Text as Markdown prints it: escaped so that GitHub and Python's `markdown` both read it as typed.

Python's `markdown` knows fewer backslash escapes than CommonMark, so the signs that it leaves out are written as entities.
"""

import re

_ANYWHERE = str.maketrans(
    {
        "\\": "\\\\",
        "`": "\\`",
        "*": "\\*",
        "_": "\\_",
        "[": "\\[",
        "]": "\\]",
        "{": "\\{",
        "}": "\\}",
        "|": "\\|",
        "<": "&lt;",
        "~": "&#126;",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)
_ENTITY = re.compile(r"&(?! )")
"""An ampersand alone between spaces is safe, and reads better as it is."""
_OPENS_BLOCK = re.compile(r"(?P<sign>[#>+-])|(?P<number>\d+)(?P<dot>[.)])(?=\s|$)")
_ADDRESS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "|": "%7C", "\\": "%5C", "`": "%60"})


def escape(text: str) -> str:
    """Text within a line."""
    escaped = _ENTITY.sub("&amp;", text).translate(_ANYWHERE)
    return escaped.replace("$", "&#36;") if text.count("$") > 1 else escaped


def opening(line: str) -> str:
    """A whole escaped line, safe at the start of a block: what would open a heading, a list or a quote does not."""
    line = line.strip(" ")
    found = _OPENS_BLOCK.match(line)
    if not found:
        return line
    if found["sign"]:
        return f"\\{line}"
    return f"{found['number']}\\{line[found.start('dot') :]}"


def address(href: str) -> str:
    """An address within the brackets of a link."""
    return _ENTITY.sub("&amp;", href).translate(_ADDRESS)
