"""Markdown read back, as those do who get the minutes: blocks with the text that stands in them."""

from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

PRESETS = ("commonmark", "gfm-like")
"""The standard (with tables), and the one of the program's own wall, which also makes links of bare addresses."""
TEXT = {"text": None, "hardbreak": "\n"}


@dataclass(frozen=True)
class Block:
    """What opens, and the text of what stands in it; `other` is what is neither text nor a break in a line."""

    kind: str
    text: str = ""
    other: tuple[str, ...] = ()


def blocks(markdown: str, preset: str = "commonmark") -> list[Block]:
    """Give all blocks of a text in their order: what opens, and each run of text."""
    parser = MarkdownIt(preset).enable("table")
    return [
        inline(token) if token.children is not None else Block(token.tag + token.type.removesuffix("_open"))
        for token in parser.parse(markdown)
        if token.nesting >= 0
    ]


def inline(token: Token) -> Block:
    children = token.children or []
    text = "".join(TEXT.get(child.type) or child.content for child in children)
    return Block("text", text, tuple(child.type for child in children if child.type not in TEXT))


def texts_of(markdown: str, preset: str = "commonmark") -> list[str]:
    return [block.text for block in blocks(markdown, preset) if block.kind == "text"]


def headings(markdown: str) -> list[tuple[str, str]]:
    """Give each heading as its level and its text."""
    found = blocks(markdown)
    return [(one.kind[:2], then.text) for one, then in pairwise(found) if "heading" in one.kind]
