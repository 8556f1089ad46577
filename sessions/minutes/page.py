"""Markdown of ours as one page for a browser or a printer: nothing in it comes from elsewhere, and nothing runs."""

from __future__ import annotations

from html import escape
from importlib import resources
from string import Template


def page(title: str, markdown: str, language: str) -> str:
    """Give a page of a title in plain text and a body in Markdown, in which HTML is text."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    return filled(title, body, language)


def filled(title: str, body: str, language: str, style: str = "") -> str:
    """Give a page of a body that is HTML already, with what its own style adds."""
    template = Template(resources.files("sessions.minutes").joinpath("page.html").read_text(encoding="utf-8"))
    return template.substitute(lang=language, title=escape(title), body=body, style=style)
