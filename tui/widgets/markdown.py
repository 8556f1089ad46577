"""How minutes are read on the wall: CommonMark and tables, no HTML, no links made of what people wrote."""

from __future__ import annotations

from markdown_it import MarkdownIt


def only_text() -> MarkdownIt:
    """Give the parser for minutes."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")
