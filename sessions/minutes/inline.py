"""What stands in a paragraph, as plain lines: without the marks of bold and italics, all else as it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.minutes.smart import curly

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_SPAN = re.compile(r"\[([^\[\]]*)\]\{\.[a-z-]+\}|</?(?:u|mark)>")  # as pandoc writes what is underlined or marked
_BREAKS = {"softbreak": "soft", "hardbreak": "hard"}


def plain_lines(children: list[Token], *, smart: bool) -> list[tuple[str, str]]:
    """Give each line with how it begins: "block" for the first, then "soft", "hard" or, at an HTML break, "br"."""
    lines = [["", "block"]]
    for place, child in enumerate(children):
        if child.type in _BREAKS:
            lines.append(["", _BREAKS[child.type]])
            continue
        first, *more = _BREAK.split(_text(children, place, lines[-1][0][-1:], smart=smart))
        lines[-1][0] += first
        lines += [[part, "br"] for part in more]
    return [(text, joint) for text, joint in lines]


def _text(children: list[Token], place: int, before: str, *, smart: bool) -> str:
    child = children[place]
    if child.type == "text":
        return _SPAN.sub(r"\1", curly(child.content, before) if smart else child.content)
    if child.type == "code_inline":
        return f"{child.markup}{child.content}{child.markup}"
    if child.type == "image":
        return f"[{child.content}]"
    if child.type in {"em_open", "em_close"} and child.markup == "*":
        return "*" if _is_product(children, place) else ""
    if child.type == "link_close" and child.markup != "autolink":
        return _address(children[:place])
    return child.content


def _is_product(children: list[Token], place: int) -> bool:
    """Tell whether a star stands inside a word, as in 2*3*4, where it was meant as a star."""
    step = 1 if children[place].nesting > 0 else -1
    level = children[place].level
    other = next(
        at
        for at in range(place + step, len(children) if step > 0 else -1, step)
        if children[at].type in {"em_open", "em_close"} and children[at].level == level
    )
    first, last = sorted((place, other))
    return _touches(children, first - 1, -1) or _touches(children, last + 1, 0)


def _touches(children: list[Token], place: int, end: int) -> bool:
    if not 0 <= place < len(children):
        return False
    content = children[place].content
    return bool(content) and content[end].isalnum()


def _address(before: list[Token]) -> str:
    """Give where a link leads, behind its words, unless they say it."""
    opened = next(at for at in range(len(before) - 1, -1, -1) if before[at].type == "link_open")
    href = str(before[opened].attrs.get("href", ""))
    said = "".join(child.content for child in before[opened:])
    return "" if href.removeprefix("mailto:") in said else f" ({href})"
