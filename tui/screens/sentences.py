"""The sentences of the evaluation, as the mask leaves them and by their words. Opened on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from sessions.evaluation import beginnings
from sessions.mask.shown import veil_of
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session
    from sessions.texts import Texts


class SentencesScreen(Dialog[None]):
    """What people wrote, each kind under how it begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,s,enter,q", "cancel", "close"),
        Binding("pagedown,down", "page(1)", "page", key_display="PgDn PgUp"),
        Binding("pageup,up", "page(-1)", show=False),
    ]

    def __init__(self, session: Session, words: Texts) -> None:
        super().__init__(words)
        self._session = session

    def title_text(self) -> str:
        """Say what this is."""
        return self.words("sentences.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the kinds that there is something of."""
        session, veil = self._session, veil_of(self._session)
        for kind, beginning in beginnings(session, self.words).items():
            masked = [veil.shown(text) for text in getattr(session.ballots, kind)]
            if masked:
                yield Words(beginning, classes="label")
                yield Words("\n".join(f"· {text}" for text in sorted(masked, key=lambda text: (text.casefold(), text))))

    def action_page(self, pages: int) -> None:
        """Turn a page, with a line of the last one kept in view."""
        content = self.query_one("#content")
        content.scroll_relative(y=pages * max(1, content.size.height - 1), animate=False)
