"""One screen a file, its styles beside it; and which screen shows which step."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from sessions.programme import StepKind

if TYPE_CHECKING:
    from tui.screens.step import StepScreen

_SCREENS = {
    StepKind.LOBBY: "tui.screens.lobby:LobbyScreen",
    StepKind.ROUND: "tui.screens.round:RoundScreen",
    StepKind.CHANGE: "tui.screens.change:ChangeScreen",
    StepKind.OPENING: "tui.screens.opening:OpeningScreen",
    StepKind.ANSWERS: "tui.screens.answers:AnswersScreen",
    StepKind.TRIALS: "tui.screens.trials:TrialsScreen",
    StepKind.THEME: "tui.screens.theme:ThemeScreen",
    StepKind.TALK: "tui.screens.talk:TalkScreen",
    StepKind.BREAK: "tui.screens.talk:TalkScreen",
    StepKind.EVALUATION: "tui.screens.evaluation:EvaluationScreen",
    StepKind.PLENARY: "tui.screens.sorting:SortingScreen",
    StepKind.SORTING: "tui.screens.sorting:SortingScreen",
    StepKind.READING: "tui.screens.reading:ReadingScreen",
    StepKind.CLOSING: "tui.screens.closing:ClosingScreen",
}


def screen_of(kind: StepKind) -> type[StepScreen]:
    """Give the screen for a kind of step. It is loaded when first needed: the start does not wait for it."""
    module, name = _SCREENS[kind].split(":")
    return cast("type[StepScreen]", getattr(import_module(module), name))
