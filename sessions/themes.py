"""Themes that people want to talk about: words without a name, and without the order in which they came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.notes import one_line
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from datetime import date

    from sessions.group import Group

LONGEST_THEME, MOST_THEMES = 300, 100  # characters of one, and how many may wait


class ThemeError(TroubleError):
    """A theme that cannot be kept as it is."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that someone wants; `used_on` is the day on which it was talked about, None while it waits."""

    text: str
    used_on: date | None = None


def waiting(group: Group) -> tuple[Theme, ...]:
    """Give the themes that were not talked about yet, by their words."""
    return tuple(theme for theme in group.themes if theme.used_on is None)


def with_theme(group: Group, text: str) -> Group:
    """Give the group with one more theme; one that waits already is one. They stand by their words.

    Raises ThemeError without a word, for more than 300 characters, and when a hundred wait already.
    """
    text = one_line(text)
    if not text:
        raise ThemeError("themes.empty")
    if len(text) > LONGEST_THEME:
        raise ThemeError("themes.long", most=LONGEST_THEME)
    if any(theme.text.casefold() == text.casefold() for theme in waiting(group)):
        return group
    if len(waiting(group)) >= MOST_THEMES:
        raise ThemeError("themes.full", most=MOST_THEMES)
    return _with(group, (*group.themes, Theme(text)))


def with_theme_used(group: Group, theme: Theme, on: date, instead_of: str = "") -> Group:
    """Give the group with a theme that waits marked as talked about on a day; one that is not there changes nothing.

    The theme with the words of `instead_of`, chosen the same day, waits again.
    """
    if theme not in waiting(group):
        return group
    back, chosen = Theme(instead_of, on), replace(theme, used_on=on)
    changed = {theme: chosen, back: replace(back, used_on=None)}
    return _with(group, tuple(changed.get(one, one) for one in group.themes))


def without_theme(group: Group, theme: Theme) -> Group:
    """Give the group without a theme."""
    return replace(group, themes=tuple(one for one in group.themes if one != theme))


def _with(group: Group, themes: tuple[Theme, ...]) -> Group:
    ordered = sorted(themes, key=lambda one: (one.text.casefold(), one.text, str(one.used_on)))
    return replace(group, themes=tuple(dict.fromkeys(ordered)))
