"""The phone's pages: templates in which each value is escaped, one style sheet and one script."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources
from string import Template


class Html(str):
    """A text that is HTML already, made by `filled`."""

    __slots__ = ()


def filled(name: str, /, **values: object) -> Html:
    """Fill a template; each value that is not Html becomes text and nothing else. KeyError for a value that lacks."""
    return Html(
        _template(name).substitute(
            {key: value if isinstance(value, Html) else escape(str(value)) for key, value in values.items()}
        )
    )


def joined(parts: list[Html]) -> Html:
    """Put pieces one after the other."""
    return Html("".join(parts))


@cache
def file(name: str) -> bytes:
    """Give the style sheet or the script."""
    return resources.files(__name__).joinpath(name).read_bytes()


@cache
def _template(name: str) -> Template:
    return Template(file(name).decode("utf-8").rstrip("\n"))
