"""How the trials went: each that is open, one key for how it stands, and what happened in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessions.mask.shown import veil_of
from sessions.prompts import prompt_of
from sessions.trials import HowItWent, report_on, to_ask
from tui.screens.step import StepScreen
from tui.screens.trial import TrialScreen, begin_trial
from tui.widgets.choices import Side
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeWords
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session
    from sessions.trials import Trial, TrialReport

    Shown = tuple[tuple[Trial, TrialReport | None], ...]

_MARKS = {HowItWent.TRIED: "✓", HowItWent.NOT_YET: "…", HowItWent.LET_GO: "–", None: "·"}


class _Trials(Side):
    """The trials that are asked about."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", show=False)]


class TrialsScreen(StepScreen):
    """The trials from before this meeting, and what is said of each of them today."""

    CSS_PATH = "trials.tcss"
    AUTO_FOCUS = "_Trials"
    KEYS_FIRST = ("tell('tried')", "tell('not_yet')", "tell('let_go')", "happened", "begin", "drop")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "tell('tried')", "tried"),
        Binding("2", "tell('not_yet')", "not_yet"),
        Binding("3", "tell('let_go')", "let_go"),
        Binding("o", "happened", "happened"),
        Binding("p", "begin", "try_out"),
        Binding("x", "drop", "remove"),
    ]

    _shown: Shown | None = None

    def compose_step(self) -> ComposeResult:
        """Lay out the question and the list."""
        yield LargeWords(id="instruction", share=0.25)
        yield _Trials()
        yield Words(id="none")
        yield DayBar()

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        left = f"{countdown(session.timer.left_at(now))} · " if session.timer.length else ""
        return left + super().pace(session, now)

    def show(self, session: Session, now: float) -> None:
        """Show the trials; only what has changed is drawn anew."""
        words, asked = self.words, self._asked(session)
        self.query_one("#instruction", LargeWords).text = prompt_of(session.step, words) or words("instruction.trials")
        if asked != self._shown:
            self._fill(session, asked)
        self.query_one("#none", Words).say("" if asked else words("trials.none"))
        self.query_one(DayBar).show(session, now)

    def _asked(self, session: Session) -> Shown:
        group = self.room.book.group if self.room.book else None
        if group is None:
            return ()
        return tuple((one, report_on(group, one.number, session.day)) for one in to_ask(group, session.day))

    def _fill(self, session: Session, asked: Shown) -> None:
        trials = self.query_one(_Trials)
        at, self._shown = trials.highlighted or 0, asked
        trials.clear_options().add_options(Option(Content(self._line(session, *pair))) for pair in asked)
        trials.display = bool(asked)
        trials.highlighted = min(at, len(asked) - 1) if asked else None
        self.refresh_bindings()

    def _line(self, session: Session, trial: Trial, report: TrialReport | None) -> str:
        stands = f" · {self.words(f'trials.{report.went.value}')}" if report else ""
        happened = (
            f"\n    {' '.join(veil_of(session).shown(report.happened).split())}" if report and report.happened else ""
        )
        text = " ".join(veil_of(session).shown(trial.text).split())
        return f"{_MARKS[report.went if report else None]} {text}{stands}{happened}"

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to say of no trial."""
        if action in {"tell", "happened", "drop"}:
            return bool(self._shown)
        if action == "begin":
            return self.room.book is not None
        return super().check_action(action, parameters)

    def action_tell(self, went: str) -> None:
        """Put down how it stands, and go on to the next trial."""
        trials = self.query_one(_Trials)
        at = trials.highlighted
        if (pair := self._here()) and at is not None:
            self._tell(pair[0], HowItWent(went), pair[1].happened if pair[1] else "")
            trials.highlighted = min(at + 1, trials.option_count - 1)

    def action_happened(self) -> None:
        """Put down what happened; a trial of which nothing was said yet is one that was tried."""
        if pair := self._here():
            trial, report = pair
            went = report.went if report else HowItWent.TRIED
            told = veil_of(self.room.session).shown(report.happened) if report else ""
            of = veil_of(self.room.session).shown(trial.text)
            keep = TrialScreen(self.words, lambda text: self._tell(trial, went, text), told=told, of=of)
            self.app.push_screen(keep)

    def action_begin(self) -> None:
        """Put down something new that someone will try."""
        begin_trial(self)

    def action_drop(self) -> None:
        """Take the trial away that the cursor is on."""
        if pair := self._here():
            self.room.remember(lambda book: book.drop_trial(pair[0].number), approved_on=None)
            self._refresh_step()

    def action_undo(self) -> None:
        """Undo the last change."""
        super().action_undo()
        self._refresh_step()

    def on_screen_resume(self) -> None:
        """A dialog may have changed what is told."""
        super().on_screen_resume()
        self._refresh_step()

    @on(OptionList.OptionSelected, "_Trials")
    def _selected(self) -> None:
        self.action_happened()

    def _tell(self, trial: Trial, went: HowItWent, happened: str) -> None:
        session = self.room.session
        self.room.remember(
            lambda book: book.tell_trial(trial.number, session.day, went, happened, session.language), approved_on=None
        )
        self._refresh_step()

    def _here(self) -> tuple[Trial, TrialReport | None] | None:
        at = self.query_one(_Trials).highlighted
        return self._shown[at] if self._shown and at is not None else None
