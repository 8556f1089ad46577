"""Trials in the group's minutes. They stay in the group: the leaders' minutes know nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.minutes.masked import Scribe
    from sessions.texts import Texts
    from sessions.trials import ToldTrial, TrialReport


def tried_blocks(tried: Sequence[ToldTrial], words: Texts, scribe: Scribe) -> list[str]:
    """Give a heading and a list, by their words; nothing where the group spoke of no trial."""
    if not tried:
        return []
    lines = sorted((_line(trial.text, report, words, scribe) for trial, report in tried), key=str.casefold)
    return [f"## {words('minutes.trials')}", "\n".join(f"- {line}" for line in lines)]


def _line(text: str, report: TrialReport | None, words: Texts, scribe: Scribe) -> str:
    stands = words(f"trials.{report.went.value}" if report else "trials.begun")
    happened = f" {scribe.line(report.happened)}" if report and report.happened else ""
    return f"**{stands}:** {scribe.line(text)}{'.' if happened and text[-1:] not in '.!?' else ''}{happened}"
