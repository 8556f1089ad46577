"""Markdown as the lines that a reader sees: what stands in them, where, and how each goes on from the last."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sessions.minutes.inline import plain_lines
from sessions.minutes.smart import curly, is_smart
from sessions.notes import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007", " ") | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"))
_COMMENT = re.compile(r"(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)
# The first word of a line; no program that wraps lets a line begin with what would be a list, so that goes with it.
_FIRST = re.compile(r"\S+(?: (?:[-+*>#]|\d+\\?[.)])(?=\s|$))*")
_DASH = 2  # characters that a dash is written with at most
WIDEST_WRAP = 100  # columns: a file whose lines are all shorter may have been wrapped by a program


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text.

    `number` is its line in the file, from 1; `depth` in how many list items it stands and `quotes` in how many quotes;
    `mark` is the list marker it begins with. `joint` says how it goes on from the line before: "block" begins a block,
    "hard" is a line end that was meant, "soft" one that came from wrapping. `heading` is the level of a heading, 0 for
    none; `strong` says that all of the block is bold; `cells` are those of a table's row; `rule` is a line across the
    page; `parted` says that a comment stands between this list and the one before, as pandoc parts paragraphs of one.
    """

    number: int
    text: str
    depth: int = 0
    quotes: int = 0
    mark: str = ""
    joint: str = "block"
    heading: int = 0
    strong: bool = False
    cells: tuple[str, ...] = ()
    rule: bool = False
    parted: bool = False


def cleaned(text: str) -> str:
    """Give a text with one kind of line end and of blank, and without characters that act or cannot be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS).expandtabs(4)
    return unicodedata.normalize("NFC", harmless(text))


def lines_of(text: str) -> list[Line]:
    """Give the lines of a Markdown text that is cleaned; nothing of what stands in it is left out but comments."""
    return list(_Walk(text.split("\n"), is_smart(text)).lines(_parser().parse(text)))


@cache
def _parser() -> MarkdownIt:
    """CommonMark and tables. HTML is text, and so is what looks like a link's address: nobody's words may vanish."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["reference", "text_join"])


class _Walk:
    """Goes through the tokens once, and keeps in how many lists and quotes it is."""

    def __init__(self, source: list[str], smart: bool) -> None:  # one of two ways of writing
        self._source = source
        self._smart = smart
        self._width = _width(source)
        self._depth = self._quotes = self._heading = 0
        self._setext = self._parted = False
        self._mark = ""
        self._cells: list[str] | None = None

    def lines(self, tokens: list[Token]) -> Iterator[Line]:
        for token in tokens:
            kind = token.type
            if kind in {"list_item_open", "list_item_close"}:
                self._depth += token.nesting
                self._mark = f"{token.info}{token.markup}" if token.nesting > 0 else ""
            elif kind in {"blockquote_open", "blockquote_close"}:
                self._quotes += token.nesting
            elif kind == "heading_open":
                self._setext = token.markup in {"-", "="}
                self._heading = 0 if self._setext else int(token.tag[1])
                self._opened = token
            elif kind == "heading_close":
                yield from self._underline() if self._setext else ()
                self._heading, self._setext = 0, False
            elif kind in {"tr_open", "tr_close"}:
                yield from self._row(token)
            elif kind == "hr":
                yield self._line(token, token.markup, rule=True)
            elif kind in {"code_block", "fence"}:
                yield from self._code(token)
            elif kind == "inline":
                yield from self._inline(token)

    def _line(self, token: Token, text: str, *, rule: bool = False) -> Line:
        number = token.map[0] + 1 if token.map else len(self._source)
        line = Line(number, text, self._depth, self._quotes, self._mark, heading=self._heading, rule=rule)
        line = replace(line, parted=self._parted)
        self._mark, self._parted = "", False
        return line

    def _underline(self) -> Iterator[Line]:
        """Give what made a heading of the lines over it: a line across the page, or a dash that was left alone."""
        number = (self._opened.map or [0, 0])[1]
        text = self._source[number - 1].strip(" >")
        line = replace(self._line(self._opened, text, rule=len(text) > _DASH), number=number)
        joint = "soft" if self._was_wrapped(number) else "hard"
        yield line if line.rule else replace(line, text=curly(text, " ") if self._smart else text, joint=joint)

    def _row(self, token: Token) -> Iterator[Line]:
        if token.nesting > 0:
            self._cells, self._opened = [], token
        elif self._cells is not None:
            cells, self._cells = tuple(self._cells), None
            yield replace(self._line(self._opened, " | ".join(filter(None, cells))), cells=cells)

    def _code(self, token: Token) -> Iterator[Line]:
        if token.info.startswith("{="):  # pandoc's way of writing what is meant for another format
            self._parted = True
            return
        written = [line.strip() for line in token.content.split("\n") if line.strip()]
        for place, text in enumerate(written):
            line = self._line(token, text)
            number = line.number + place + (token.type == "fence")
            yield replace(line, number=number, joint="hard" if place else "block")

    def _inline(self, token: Token) -> Iterator[Line]:
        found = plain_lines(token.children or [], smart=self._smart)
        if self._cells is not None:
            self._cells.append("\n".join(text for text, _ in found).strip())
            return
        if _COMMENT.fullmatch(token.content):
            self._parted = True
            return
        strong = len(found) == 1 and _is_strong(token.children or [])
        first = self._line(token, "")
        offset = 0
        for place, (text, before) in enumerate(found):
            offset += before in {"soft", "hard"}
            joint = before
            if before == "soft" and not self._was_wrapped(first.number + offset):
                joint = "hard"
            joint = "hard" if joint == "br" else joint
            line = replace(first, text=text.strip(), number=first.number + offset, joint=joint)
            yield replace(line, strong=strong) if place == 0 else replace(line, mark="", parted=False)

    def _was_wrapped(self, number: int) -> bool:
        """Tell whether a program may have put the line end before this line: its first word had no room on the last."""
        if not 1 < number <= len(self._source) or self._width > WIDEST_WRAP:
            return False
        first = _FIRST.match(self._source[number - 1].lstrip(" >"))
        return len(self._source[number - 2].rstrip()) + 1 + len(first[0] if first else "") > self._width


def _width(source: list[str]) -> int:
    """Give how long lines are at most, but for those that no program would break."""
    breakable = (line.rstrip() for line in source if not re.match(r"\s*[#|+]|\s*[-=*_ ]*$", line))
    return max((len(line) for line in breakable if " " in line.lstrip(" >*-0123456789.)")), default=0)


def _is_strong(children: list[Token]) -> bool:
    told = [child for child in children if child.content.strip() or child.nesting]
    return (
        bool(told)
        and told[0].type == "strong_open"
        and told[-1].type == "strong_close"
        and sum(child.type == "strong_open" for child in told) == 1
    )
