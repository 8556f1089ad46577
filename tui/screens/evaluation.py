"""The evaluation: a code to scan and how many have answered; what they answered when it is closed, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from sessions import evaluation
from sessions.ballots import Usefulness
from sessions.prompts import prompt_of
from tui.screens.code import CodeScreen, reached
from tui.screens.gather import GatherScreen
from tui.screens.paper import PaperScreen
from tui.screens.sentences import SentencesScreen
from tui.screens.step import StepScreen
from tui.widgets.bars import Bars
from tui.widgets.large import LargeWords
from tui.widgets.qr import QrCode, largest
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session

_BESIDE = 34  # columns for the words beside the code
_AROUND = 4  # lines of the wall that are not the code's


class EvaluationScreen(StepScreen):
    """Collects while it is open, and shows the numbers when it is closed; the sentences only on purpose."""

    CSS_PATH = "evaluation.tcss"
    KEYS_FIRST = ("close_answers", "reopen", "paper", "sentences", "more", "gather", "large_code")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "close_answers", "close_answers"),
        Binding("v", "reopen", "reopen"),
        Binding("s", "paper", "paper"),
        Binding("s", "sentences", "sentences"),
        Binding("f", "more", "one_more"),
        Binding("p", "gather", "present"),
    ]

    def compose_step(self) -> ComposeResult:
        """Lay out the way in beside what is asked; and, in its place when it is closed, the result."""
        with Horizontal(id="open"):
            yield QrCode(id="code")
            with Vertical(id="beside"):
                yield LargeWords(id="question", share=0.25)
                yield LargeWords(id="instruction", share=0.25)
                yield LargeWords(id="address", share=0.1)
                yield LargeWords(id="answered", share=0.15)
                yield Words(id="told")
        with Vertical(id="result"):
            yield LargeWords(id="verdict", share=0.15)
            yield Bars(id="bars")
            yield Words(id="of")

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        pace = super().pace(session, now)
        return f"{countdown(session.timer.left_at(now))} · {pace}" if session.timer.length else pace

    def show(self, session: Session, now: float) -> None:
        """Show the one half or the other."""
        del now
        is_open = evaluation.is_open(session)
        self.query_one("#open").display, self.query_one("#result").display = is_open, not is_open
        if is_open:
            self._show_way_in(session)
        else:
            self._show_result(session)

    def _show_way_in(self, session: Session) -> None:
        words, phones = self.words, self.phones
        way_in = phones is not None and session.entry.open and not phones.local and session.present > 0
        url = phones.form if phones and way_in else ""
        scale = largest(url, self.app.size.width - _BESIDE, self.app.size.height - _AROUND) if url else 0
        code = self.query_one(QrCode)
        code.display = scale > 0
        code.text, code.scale = url if scale else "", max(scale, 1)
        self._say(
            "question", prompt_of(session.step, words) or words(f"form.{'cafe' if session.rounds else 'meeting'}")
        )
        self._say("instruction", words(f"evaluation.{self._todo(session, scan=scale > 0, way_in=way_in)}"))
        self._say("address", words("door.type", address=phones.short) if phones and way_in else "")
        self._say("answered", self._answered(session) if session.present else "")
        shut = "" if session.entry.open else words("door.shut")
        self.query_one("#told", Words).say(shut or (reached(phones, words) if phones and not phones.local else ""))

    def _todo(self, session: Session, *, scan: bool, way_in: bool) -> str:
        """Give the name of the one thing to do."""
        if not session.present:
            return "how_many"
        if self.room.box.answered >= evaluation.may_answer(session):
            return "everybody"
        return "scan" if scan else "type" if way_in else "on_paper"

    def _answered(self, session: Session) -> str:
        may = evaluation.may_answer(session)
        return self.words("evaluation.count", answered=self.room.box.answered, may=may)

    def _say(self, place: str, text: str) -> None:
        large = self.query_one(f"#{place}", LargeWords)
        large.text, large.display = text, bool(text)

    def _show_result(self, session: Session) -> None:
        words, ticks = self.words, session.ballots.ticks
        shown = evaluation.may_be_shown(session)
        if shown:
            verdict = words("evaluation.verdict", good=ticks.useful + ticks.very, of=ticks.all)
        elif session.ballots.answered:
            verdict = words("evaluation.too_few", least=session.threshold)
        else:
            verdict = words("evaluation.nobody")
        self.query_one("#verdict", LargeWords).text = verdict
        rows = tuple((words(f"usefulness.{tick.value}"), getattr(ticks, tick.value)) for tick in Usefulness)
        self.query_one(Bars).rows = rows if shown else ()
        self.query_one("#of", Words).say(self._answered(session) if session.ballots.answered else "")

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now; notes of a table are written before this step."""
        if self.session is None:
            return True
        session, is_open = self.session, evaluation.is_open(self.session)
        hidden = {
            "close_answers": not is_open,
            "reopen": is_open or session.approved,
            "paper": not (is_open and session.present),
            "sentences": is_open or not (evaluation.may_be_shown(session) and session.ballots.sentences),
            "more": not (is_open and session.present),
            "gather": not is_open,
            "large_code": not is_open or self.phones is None,
            "write": True,
        }
        return not hidden[action] if action in hidden else super().check_action(action, parameters)

    def action_close_answers(self) -> None:
        """Take no more forms, and show what was answered."""
        self.room.let_evaluate(False)

    def action_reopen(self) -> None:
        """Take forms again."""
        self.room.let_evaluate(True)

    def action_more(self) -> None:
        """Let one more answer than are present."""
        self.room.let_one_more_answer()

    def action_gather(self) -> None:
        """Put down who is here."""
        self.app.push_screen(GatherScreen(self.room, self.words))

    def action_paper(self) -> None:
        """Type forms that were filled in on paper."""
        self.app.push_screen(PaperScreen(self.room, self.words))

    def action_sentences(self) -> None:
        """Show the sentences, as the mask leaves them."""
        self.app.push_screen(SentencesScreen(self.room.session, self.words))

    def action_large_code(self) -> None:
        """Show the code of the form as large as the wall."""
        self.app.push_screen(CodeScreen(self.room, self.words, form=True))
