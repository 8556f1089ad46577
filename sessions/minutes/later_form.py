"""The form that asks again, on paper: one page, printed as often as there are people, and handed in without a name."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sessions.ballots import Usefulness
from sessions.hindsight import SENTENCES, HindsightError
from sessions.mask.shown import settled_veil_of
from sessions.minutes.files import write_all
from sessions.minutes.page import filled
from sessions.names import slug
from sessions.series import names_of

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.group import Group
    from sessions.series import Held
    from sessions.texts import Texts

_LINES = '<div class="line"></div>' * 5
_STYLE = """.line { height: 1.05cm; border-bottom: 1px solid #8a867d; }
.box { display: inline-block; width: .9em; height: .9em; border: 1.5px solid #1a1a1a; margin-right: .5em; }
.ticks { font-size: 1.2rem; display: flex; gap: 2.5rem; }
"""


def later_form(meeting: Held, group: Group, words: Texts) -> str:
    """Give the page: the same meeting gives the same bytes, on any day."""
    veil = settled_veil_of(names_of(group, words.language, meeting))
    theme, name = (veil.shown(text) for text in (meeting.theme or str(meeting.number), group.name))
    when = "form_about" if meeting.day else "form_about_before"
    day = words.day(meeting.day) if meeting.day else ""
    parts = [
        f"<h1>{escape(words('hindsight.form_title'))}</h1>",
        f"<p>{escape(words(f'hindsight.{when}', day=day, theme=theme, group=name))}</p>",
    ]
    parts += [f"<h2>{escape(words(f'hindsight.ask.{name}'))}</h2>\n{_LINES}" for name in SENTENCES]
    parts += [f"<h2>{escape(words('hindsight.ask.tick'))}</h2>", f'<p class="ticks">{_boxes(words)}</p>']
    parts += [f"<p>{escape(words('hindsight.form_nameless'))}</p>"]
    return filled(words("hindsight.form_title"), "\n".join(parts) + "\n", words.language, _STYLE)


def write_later_form(meeting: Held, group: Group, words: Texts, folder: Path) -> Path:
    """Write the page, and give where. Raises HindsightError when the folder refuses."""
    path = folder / f"{slug(group.name)}-{meeting.number}-{words('hindsight.file')}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_all({path: later_form(meeting, group, words)})
    except OSError as error:
        raise HindsightError("hindsight.folder", path=folder, reason=error.strerror or error) from error
    return path


def _boxes(words: Texts) -> str:
    names = (escape(words(f"usefulness.{kind.value}")) for kind in Usefulness)
    return "".join(f'<span><span class="box"></span>{name}</span>' for name in names)
