"""What a group remembers, without names: they are taken out before anything is kept, and once more before they go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.answers_masked import nameless_answer
from sessions.mask.shown import Names, veil_of
from sessions.notes import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.group import Group
    from sessions.people import Person


def nameless(text: str, people: Sequence[Person], language: str) -> str:
    """Give a text of one line or more without the names of these people, or of anyone else the mask finds."""
    return veil_of(Names(tuple(people), language)).shown(plain(text))


def without_names(group: Group, people: Sequence[Person], language: str) -> Group:
    """Give the group with the names of these people taken out of its themes, its trials and its leaders' answers."""

    def clean(text: str) -> str:
        return nameless(text, people, language)

    return replace(
        group,
        themes=tuple(replace(theme, text=clean(theme.text)) for theme in group.themes),
        trials=tuple(replace(trial, text=clean(trial.text)) for trial in group.trials),
        reports=tuple(replace(report, happened=clean(report.happened)) for report in group.reports),
        answers=tuple(nameless_answer(answer, people, language) for answer in group.answers),
    )
