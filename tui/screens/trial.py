"""What someone will try, in her own words; or what happened when she did."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from sessions.texts import Texts
    from tui.screens.step import StepScreen


class TrialScreen(Dialog[None]):
    """A few lines of words; `keep` puts them down, and raises TroubleError when they cannot be."""

    CSS_PATH = "trial.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, words: Texts, keep: Callable[[str], object], *, told: str = "", of: str = "") -> None:
        """With `of`, a trial, it asks what happened; `told` is what stands there already."""
        super().__init__(words)
        self._keep = keep
        self._told = told
        self._of = of

    def title_text(self) -> str:
        """Say what is asked for, and that the wall shows it."""
        return f"{self.words('trials.what_happened' if self._of else 'trials.new')} · {self.words('note.seen')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the trial that is spoken of, the words, and what becomes of them."""
        if self._of:
            yield Words(self._of, id="of")
        hint = self.words("trials.happened_hint" if self._of else "trials.hint")
        yield TextArea(self._told, id="text", placeholder=hint, tab_behavior="focus")
        yield Words(self.words("trials.stays" if self._of else "trials.why"), classes="label")

    def action_save(self) -> None:
        """Keep the words, or say why they cannot be kept."""
        try:
            self._keep(self.query_one(TextArea).text)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(None)


def begin_trial(screen: StepScreen) -> None:
    """Ask at a step for what someone will try, and keep it in the group's book."""
    session = screen.room.session

    def keep(text: str) -> None:
        screen.room.remember(lambda book: book.try_out(text, session.language, session.day), approved_on=None)

    screen.app.push_screen(TrialScreen(screen.words, keep))
