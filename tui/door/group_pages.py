"""The pages for what a group remembers, as a phone gets them; they work without any script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.situation_log import LONGEST_ANSWER, MARKS, PROMPTS, EpisodeKind
from sessions.themes import LONGEST_THEME
from tui.door.pages import Html, filled, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sessions.group import Group
    from sessions.texts import Texts
    from tui.door.render import Pages


@dataclass(frozen=True, slots=True)
class GroupPages:
    """Makes the pages in the language of `pages`."""

    pages: Pages

    @property
    def words(self) -> Texts:
        """The words of the language."""
        return self.pages.words

    @property
    def language(self) -> str:
        """The language."""
        return self.pages.language

    @property
    def path(self) -> str:
        """Where the group's page is."""
        return f"/{self.pages.door.keys.door}/group"

    def page(self, group: Group, said: str = "", told: str = "") -> str:
        """Make the page of what can be done; `said` names a thing that was done, `told` is what went wrong."""
        words = self.words
        body = filled(
            "group.html",
            title=group.name,
            told=told or (words(f"phone.{said}") if said else ""),
            wish_action=f"{self.path}/wish?l={self.language}",
            wish=words("phone.wish"),
            wish_why=words("phone.wish_why"),
            most=LONGEST_THEME,
            wish_send=words("phone.wish_send"),
            log_title=words("log.title"),
            log_why=words("log.why"),
            log_new=words("log.new"),
            log_href=f"{self.path}/log?l={self.language}",
            known=self._known(group),
            back=self._back("/" + self.pages.door.keys.door + "?", "phone.back"),
        )
        return self._framed(group.name, body)

    def log(self, data: Mapping[str, str] | None = None, told: str = "") -> str:
        """Make the page of a log, with what was written in `data`; one with a mark is known, and can be handed in."""
        words, data = self.words, data or {}
        mark = mark_in(data)
        known = mark is not None
        title = words("log.new_title") if mark is None else words("log.called", name=self._mark(mark))
        body = filled(
            "log.html",
            title=title,
            promise=words("log.promise"),
            clear=words("log.clear"),
            told=told,
            action=f"{self.path}/log?l={self.language}",
            prompts=joined([self._prompt(name, data.get(name, "")) for name in PROMPTS]),
            kind=words("log.kind"),
            kinds=joined([self._kind(kind, data.get("kind", "")) for kind in EpisodeKind]),
            word=words("log.word"),
            word_why=words("log.word_known" if known else "log.word_why"),
            mark="" if mark is None else mark,
            keep=words("log.keep"),
            more=self._more(data) if known else Html(),
            back=self._back(f"{self.path}?", "log.leave"),
        )
        return self._framed(title, body)

    def done(self, what: str, mark: int = 0) -> str:
        """Make the page that says that a log is kept or erased, or something handed in."""
        words = self.words
        title = words(f"log.{what}_title", name=self._mark(mark))
        more = self._back(f"{self.path}?", "log.leave")
        return self._framed(title, filled("told.html", title=title, text=words(f"log.{what}"), more=more))

    def _known(self, group: Group) -> Html:
        """Make the form that opens a log; nothing where there is none."""
        if not group.logs:
            return Html()
        words = self.words
        return filled(
            "known.html",
            action=f"{self.path}/log?l={self.language}",
            title=words("log.open_title"),
            marks=joined([self._choice("mark", str(one.mark), self._mark(one.mark)) for one in group.logs]),
            word=words("log.word"),
            open=words("log.open"),
        )

    def _more(self, data: Mapping[str, str]) -> Html:
        words = self.words
        return filled(
            "hand_in.html",
            title=words("log.hand_in_title"),
            why=words("log.hand_in_why"),
            said_label=words("log.said"),
            said=data.get("said", ""),
            most=LONGEST_THEME,
            trial_label=words("log.trial"),
            trial=data.get("trial", ""),
            longest=LONGEST_ANSWER,
            hand_in=words("log.hand_in"),
            erase=words("log.erase"),
        )

    def _prompt(self, name: str, text: str) -> Html:
        return filled("prompt.html", name=name, label=self.words(f"log.{name}"), text=text, most=LONGEST_ANSWER)

    def _kind(self, kind: EpisodeKind, chosen: str) -> Html:
        return self._choice("kind", kind.value, self.words(f"episode.{kind.value}"), chosen)

    def _choice(self, name: str, value: str, said: str, chosen: str = "") -> Html:
        checked = Html(" checked") if value == chosen else ""
        return filled("radio.html", name=name, value=value, said=said, checked=checked)

    def _mark(self, mark: int) -> str:
        return str(self.words.words["log.marks"][mark])

    def _back(self, where: str, key: str) -> Html:
        return filled("back.html", href=f"{where}l={self.language}", name=self.words(key))

    def _framed(self, title: str, body: Html) -> str:
        return self.pages.framed(title, body, who=self.words("log.who"))


def mark_in(data: Mapping[str, str]) -> int | None:
    """Give the mark of the log that a page is about; None for a new one."""
    mark = data.get("mark", "")
    return next((known for known in range(MARKS) if str(known) == mark), None)
