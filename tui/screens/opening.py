"""The opening: what the group is for and what it is not, and the contract when someone is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import var

from sessions.contract import agreement_of, contract_of, not_for_of, purpose_of
from sessions.group import Group
from sessions.mask.shown import veil_of
from sessions.prompts import prompt_of
from sessions.trouble import TroubleError
from tui.screens.contract import ContractScreen
from tui.screens.gather import GatherScreen
from tui.screens.step import StepScreen
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeWords
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


_MARGINS = 4  # columns beside what a step shows


class OpeningScreen(StepScreen):
    """Two pages: the purpose, and the contract, which is shown as soon as someone is marked as new."""

    CSS_PATH = "opening.tcss"
    KEYS_FIRST = ("agree", "newcomer", "turn(True)", "turn(False)", "word")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "turn(True)", "contract"),
        Binding("k", "turn(False)", "purpose"),
        Binding("f", "newcomer", "newcomer"),
        Binding("a", "agree", "agree"),
        Binding("o", "word", "word"),
        Binding("p", "gather", "present"),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
    ]

    on_contract: var[bool] = var(False)

    def compose_step(self) -> ComposeResult:
        """Lay out both pages; one of them is shown."""
        with Vertical(id="purpose-page"):
            yield LargeWords(id="purpose", share=0.45)
            yield LargeWords(id="not-for", share=0.42)
        with VerticalScroll(id="contract-page", can_focus=False):
            yield Words(id="contract")
        yield LargeWords(id="instruction", share=0.12)
        yield DayBar()

    def on_mount(self) -> None:
        """Begin with the contract where someone was marked as new before."""
        super().on_mount()
        self.on_contract = self.room.book is not None and self.room.session.newcomers > 0

    def on_resize(self) -> None:
        """Draw what is smaller no larger than what is larger."""
        self._refresh_step()

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        left = f"{countdown(session.timer.left_at(now))} · " if session.timer.length else ""
        return left + super().pace(session, now)

    def show(self, session: Session, now: float) -> None:
        """Show the page that is open."""
        group, words = self._group(session), self.words
        self.query_one("#purpose-page").display = not self.on_contract
        self.query_one("#contract-page").display = self.on_contract
        purpose, not_for, instruction = (
            self.query_one(f"#{name}", LargeWords) for name in ("purpose", "not-for", "instruction")
        )
        veil = veil_of(session)
        purpose.text = veil.shown(group.purpose or session.purpose or purpose_of(group, words))
        not_for.text = veil.shown(not_for_of(group, words))
        not_for.largest = instruction.largest = purpose.scale(self.app.size.width - _MARGINS)
        contract = contract_of(group)
        text = veil_of(session).shown(contract.text) if contract else words("contract.start")
        apart = "\n" if self.has_class("-short") else "\n\n"
        self.query_one("#contract", Words).say(apart.join(f"– {line}" for line in text.split("\n")))
        instruction.text = self._said(session, group)
        self.query_one(DayBar).show(session, now)

    def _group(self, session: Session) -> Group:
        return self.room.book.group if self.room.book else Group(session.group)

    def _said(self, session: Session, group: Group) -> str:
        """Give the one thing to say now."""
        words, agreement = self.words, agreement_of(group)
        today = agreement is not None and agreement.agreed_on == session.day
        if not self.on_contract:
            if self.room.book is None:
                return prompt_of(session.step, words)
            return words("opening.anyone_new") if agreement else words("opening.no_contract")
        new = words.count("opening.new", session.newcomers) + " " if session.newcomers else ""
        if agreement is None:
            return new + words("contract.ask")
        said = words.count("contract.agreed", agreement.people, day=words.day(agreement.agreed_on))
        return said if today else f"{new}{said} {words('contract.ask') if new else ''}".strip()

    def watch_on_contract(self) -> None:
        """Turn the page."""
        self._refresh_step()
        self.refresh_bindings()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The contract is the group's; who does not meet again has none."""
        if action == "turn":
            return self.room.book is not None and parameters != (self.on_contract,)
        if action == "newcomer":
            return self.room.book is not None
        if action in {"agree", "word"}:
            return self.on_contract
        return super().check_action(action, parameters)

    def on_screen_resume(self) -> None:
        """A dialog may have changed the contract."""
        super().on_screen_resume()
        self._refresh_step()

    def action_turn(self, to_contract: bool) -> None:  # a parameter of the binding
        """Turn to the contract, or back to the purpose."""
        self.on_contract = to_contract

    def action_newcomer(self) -> None:
        """Mark one more as new, and show the contract."""
        self.room.adjust(newcomers=self.room.session.newcomers + 1)
        self.on_contract = True

    def action_agree(self) -> None:
        """Put down that all who are here say yes; at the first meeting, to the words to begin from."""
        session = self.room.session
        try:
            if self.room.book and contract_of(self.room.book.group) is None:
                self.room.remember(lambda book: book.write_contract(self.words("contract.start"), session.day))
            self.room.remember(lambda book: book.agree(session.present, session.day))
        except TroubleError as error:
            self.notify(self.words.trouble(error), markup=False)
        self._refresh_step()
        self.refresh_bindings()

    def action_word(self) -> None:
        """Write the contract in other words."""
        self.app.push_screen(ContractScreen(self.room, self.words))

    def action_gather(self) -> None:
        """Put down who is here."""
        self.app.push_screen(GatherScreen(self.room, self.words))

    def action_undo(self) -> None:
        """Undo the last change."""
        super().action_undo()
        self._refresh_step()

    def action_scroll(self, lines: int) -> None:
        """Read on where the contract is longer than the wall."""
        self.query_one("#contract-page").scroll_relative(y=lines, animate=False)
