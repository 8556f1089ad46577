"""The leaders' minutes as one page with fields to answer in, for leaders who do not open Markdown.

The page needs nothing but itself: no network, no other file, and its policy lets it ask for none. It gives back the
very file that it was made from, with the answers in it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from sessions.minutes.leaders import Block, pieces_of, plain_title
from sessions.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt

    from sessions.minutes.leaders import LeadersReport

_SHORT = ("responsible", "deadline")  # fields of one line; the others begin with four


def answer_form(report: LeadersReport, name: str) -> str:
    """Give the page as HTML: the same report gives the same page. `name` is what the answers are saved as."""
    words, pieces = texts(report.language), pieces_of(report)
    css, js = _file("form.css"), _file("form.js")
    policy = f"default-src 'none'; style-src {_sum(css)}; script-src {_sum(js)}; base-uri 'none'; form-action 'none'"
    told = {"saved": words("answers.form.saved", name=name), "draft": words("answers.form.draft"), "name": name}
    plain = [list(piece.labels) if isinstance(piece, Block) else piece for piece in pieces]
    return _filled(
        "form.html",
        lang=words.language,
        policy=escape(policy),
        title=escape(words("minutes.leaders_title", title=plain_title(report))),
        css=css,
        js=js,
        paper="\n".join(_paper(pieces, words)),
        pieces=json.dumps(told | {"pieces": plain}, ensure_ascii=False).replace("<", "\\u003c"),
        **{key: escape(words(f"answers.form.{key}")) for key in ("intro", "no_script", "save", "kept", "whole")},
    )


def _paper(pieces: list[str | Block], words: Texts) -> Iterator[str]:
    parser = _parser()
    for place, piece in enumerate(pieces):
        yield _fields(piece, place, words) if isinstance(piece, Block) else parser.render(piece)


def _fields(block: Block, place: int, words: Texts) -> str:
    short = [words(f"minutes.{key}") for key in _SHORT]
    fields = (
        _filled("field.html", id=f"f{place}-{at}", label=escape(label), rows=1 if label in short else 4)
        for at, label in enumerate(block.labels)
    )
    legend = escape(words("answers.form.answer", item=block.item))
    return _filled("fields.html", item=escape(block.item), legend=legend, fields="".join(fields))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _filled(name: str, **values: object) -> str:
    return Template(_file(name)).substitute(values)


def _file(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def _sum(text: str) -> str:
    """Give what a policy knows an inline style or script by."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
