"""Times as people read them."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessions.texts import Texts


def countdown(left: float) -> str:
    """Give the seconds left as "07:41", over time as "+0:42". A second is shown until it has gone whole."""
    if left > 0:
        minutes, seconds = divmod(ceil(left), 60)
        return f"{minutes:02}:{seconds:02}"
    minutes, seconds = divmod(int(-left), 60)
    return f"+{minutes}:{seconds:02}"


def of_day(at: float) -> str:
    """Give a time in UTC seconds as the time of day where the laptop is: "14:30"."""
    return datetime.fromtimestamp(at).astimezone().strftime("%H:%M")


def left_in_words(left: float, words: Texts) -> str:
    """Give the seconds left as words: "3 minutter igjen"."""
    return words.count("time.minutes", max(1, ceil(left / 60)))
