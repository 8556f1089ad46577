"""The pages of the evaluation: the form, and what is said when it was handed in."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sessions.ballots import LONGEST_SENTENCE, SENTENCES, Usefulness
from sessions.evaluation import beginnings, enough_for_leaders
from sessions.programme import StepKind
from tui.door.pages import Html, filled, joined
from tui.phones import FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sessions.texts import Texts
    from tui.door.render import Pages

_SCRIPT_WORDS = ("sends", "delivered", "waits", "no_contact", "others_wait")
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class FormPages:
    """Makes the pages of the evaluation within the frame of the others."""

    frame: Pages

    @property
    def words(self) -> Texts:
        """The words of the language."""
        return self.frame.words

    def form(self, filled_in: Mapping[str, Any] = _NOTHING, told: str = "") -> str:
        """Make the form, to be filled in; or as it was filled in, with why it was not taken."""
        return self._page(filled_in, told)

    def shut(self) -> str:
        """Say that the evaluation has not begun, or that it is over; what waits on the phone is sent all the same."""
        session = self.frame.door.room.session
        ahead = any(step.kind is StepKind.EVALUATION for step in session.steps[session.at + 1 :])
        return self._page(shut=self.words("form.early" if ahead else "form.late"), ahead=ahead)

    def delivered(self) -> str:
        """Say that a form is on disk."""
        return self._told("delivered", "thanks", self._next())

    def waiting(self, data: Mapping[str, Any]) -> str:
        """Say that a form has come and is not on disk yet; it carries the form, so that it can be sent again."""
        names = ("id", "tick", *SENTENCES)
        carried = joined([filled("hidden.html", name=name, value=data.get(name, "")) for name in names])
        again = filled(
            "again.html", action=f"{self._path}?l={self.words.language}", fields=carried, name=self.words("form.look")
        )
        return self._told("come", "waits", joined([again, self._next()]))

    @property
    def _path(self) -> str:
        return f"/{self.frame.door.keys.door}{FORM}"

    def _page(
        self, filled_in: Mapping[str, Any] = _NOTHING, told: str = "", *, shut: str = "", ahead: bool = False
    ) -> str:
        words, session = self.words, self.frame.door.room.session
        title = words("form.cafe" if session.rounds else "form.meeting")
        body = filled(
            "form.html",
            title=title,
            why=words("form.why"),
            hidden=Html(" hidden") if shut else "",
            shut=shut,
            action=f"{self._path}?l={words.language}",
            asked=words("form.asked_cafe" if session.rounds else "form.asked_meeting"),
            ticks=joined([self._tick(tick, filled_in) for tick in Usefulness]),
            sentences=joined([self._sentence(*pair, filled_in) for pair in beginnings(session, words).items()]),
            id=filled_in.get("id") or secrets.token_hex(12),
            told=told,
            send=words("form.send"),
            next=words("form.next"),
        )
        said = {name: str(words.words[f"form.{name}"]) for name in _SCRIPT_WORDS} | {
            "empty": words("trouble.ballot.empty")
        }
        carried = json.dumps(said, ensure_ascii=False)
        head = [filled("script.html"), *([filled("refresh.html")] if ahead else [])]
        return self._framed(title, body, head=joined(head), carried=carried)

    def _tick(self, tick: Usefulness, filled_in: Mapping[str, Any]) -> Html:
        checked = Html(" checked" if filled_in.get("tick") == tick.value else "")
        return filled("tick.html", value=tick.value, name=self.words(f"usefulness.{tick.value}"), checked=checked)

    def _sentence(self, kind: str, beginning: str, filled_in: Mapping[str, Any]) -> Html:
        whole = beginning.replace(" …", "\u00a0…")  # the three dots do not stand on a line of their own
        text = filled_in.get(kind, "")
        return filled("sentence.html", name=kind, beginning=whole, most=LONGEST_SENTENCE, text=text)

    def _told(self, title: str, text: str, more: Html) -> str:
        heading = self.words(f"form.{title}")
        return self._framed(heading, filled("told.html", title=heading, text=self.words(f"form.{text}"), more=more))

    def _next(self) -> Html:
        return filled("back.html", href=f"{self._path}?l={self.words.language}", name=self.words("form.next"))

    def _framed(self, title: str, body: Html, *, head: str = "", carried: str = "{}") -> str:
        who = self.words("form.who", least=enough_for_leaders(self.frame.door.room.threshold))
        return self.frame.framed(title, body, head=head, carried=carried, who=who)
