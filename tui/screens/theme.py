"""Choosing the theme: what people want to talk about, without names and in no order of coming; one key picks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessions.group import Group
from sessions.mask.shown import veil_of
from sessions.prompts import prompt_of
from sessions.themes import waiting, with_theme
from tui.screens.step import StepScreen
from tui.screens.wish import WishScreen
from tui.widgets.choices import Side
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeWords
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session
    from sessions.themes import Theme


class _Themes(Side):
    """The themes that wait."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "pick")]


class ThemeScreen(StepScreen):
    """The question of the step, the one that was chosen, and the themes that wait."""

    CSS_PATH = "theme.tcss"
    AUTO_FOCUS = "_Themes"
    KEYS_FIRST = ("select", "wish", "drop")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "wish", "wish"),
        Binding("x", "drop", "remove"),
    ]

    _shown: tuple[Theme, ...] | None = None

    def compose_step(self) -> ComposeResult:
        """Lay out the question, what was chosen, and the list."""
        yield LargeWords(id="instruction", share=0.2)
        yield LargeWords(id="chosen", share=0.4)
        yield _Themes()
        yield Words(id="none")
        yield DayBar()

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        left = f"{countdown(session.timer.left_at(now))} · " if session.timer.length else ""
        return left + super().pace(session, now)

    def show(self, session: Session, now: float) -> None:
        """Show the themes; only what has changed is drawn anew."""
        words, themes = self.words, self._waiting()
        chosen = veil_of(session).shown(session.question) if session.questions else ""
        self.query_one("#instruction", LargeWords).text = (
            words("themes.chosen") if chosen else prompt_of(session.step, words) or words("instruction.theme")
        )
        large = self.query_one("#chosen", LargeWords)
        large.text, large.display = chosen, bool(chosen)
        if themes != self._shown:
            self._fill(session, themes)
        self.query_one("#none", Words).say("" if themes or chosen else words("themes.none"))
        self.query_one(DayBar).show(session, now)

    def _fill(self, session: Session, themes: tuple[Theme, ...]) -> None:
        """Show other themes; the cursor stays on the one it was on, if that still waits."""
        shown = self.query_one(_Themes)
        was = self._shown[shown.highlighted] if self._shown and shown.highlighted is not None else None
        self._shown = themes
        shown.clear_options().add_options(
            Option(Content(f"· {veil_of(session).shown(theme.text)}")) for theme in themes
        )
        shown.display = bool(themes)
        if themes:
            shown.highlighted = themes.index(was) if was in themes else min(shown.highlighted or 0, len(themes) - 1)
        self.refresh_bindings()

    def _waiting(self) -> tuple[Theme, ...]:
        return waiting(self.room.book.group) if self.room.book else ()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to remove where nothing waits."""
        if action == "drop":
            return bool(self._shown)
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected, "_Themes")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        """Make the theme the question of the meeting."""
        theme, session = (self._shown or ())[event.option_index], self.room.session
        before = session.question if session.questions else ""
        self.room.remember(lambda book: book.use_theme(theme, session.day, before), questions=(theme.text,))
        self._refresh_step()

    def action_wish(self) -> None:
        """Put down one more theme; for people who do not meet again it is the question at once."""
        session, book = self.room.session, self.room.book

        def keep(text: str) -> None:
            if book:
                self.room.remember(lambda known: known.want_theme(text, session.language))
            else:
                (theme,) = with_theme(Group(""), veil_of(session).shown(text)).themes
                self.room.adjust(questions=(theme.text,))

        self.app.push_screen(WishScreen(self.words, keep))

    def action_drop(self) -> None:
        """Take the theme away that the cursor is on."""
        at = self.query_one(_Themes).highlighted
        if self._shown and at is not None:
            theme = self._shown[at]
            self.room.remember(lambda book: book.drop_theme(theme))
            self._refresh_step()

    def action_undo(self) -> None:
        """Undo the last change."""
        super().action_undo()
        self._refresh_step()

    def on_screen_resume(self) -> None:
        """A dialog may have added a theme."""
        super().on_screen_resume()
        self._refresh_step()
