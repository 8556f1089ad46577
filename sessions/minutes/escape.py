"""People's words as Markdown that is text and nothing else."""

from __future__ import annotations

import re

from sessions.notes import plain

# What a renderer makes a link of by itself: www., a name that ends as an address does, two slashes, an at sign.
_ENDS = r"(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--)(?![a-z])"
_LINK = rf"(?<=\bwww)\.|(?<=\w)\.(?={_ENDS})|(?<=\w):(?=//)|(?<!:)/(?=/)|@(?=\S)"
# What starts something in the middle of a line: CommonMark 0.31 (backslash escapes), tables and strike-through of GFM;
# and number signs at the end, which a heading would lose.
_INLINE = re.compile(rf"[\\`*_\[\]<|~]|&(?=#?\w+;)|{_LINK}|(?<=\s)#(?=#*$)", re.IGNORECASE)
# What starts a block at the beginning of a line: heading, quote, list, rule, heading's underline, table's alignment.
_BLOCK = re.compile(r"^(?:[#>+=:-]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """Give one line of text escaped for Markdown; blanks at its ends go, since four of them would be code."""
    return _BLOCK.sub(_at_start, escaped_within(text))


def escaped_within(text: str) -> str:
    """Give a text that stands after other words on its line, escaped: "1. mars" after "Frist:" begins no list."""
    return _INLINE.sub(r"\\\g<0>", " ".join(text.split()))


def paragraphs(text: str) -> list[list[str]]:
    """Give a text as paragraphs of lines, without control characters, not escaped."""
    blocks = re.split(r"\n\s*\n", plain(text))
    return [[line for line in (" ".join(raw.split()) for raw in block.split("\n")) if line] for block in blocks]


def _at_start(match: re.Match[str]) -> str:
    """A number before a dot is escaped at the dot, which is the only way CommonMark has."""
    found = match.group()
    return f"{found}\\" if found[0].isdigit() else f"\\{found}"
