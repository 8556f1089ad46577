"""Answers since last time: one item a page, as the leader wrote; what the group says of it; and what still waits."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from sessions.answers import Outcome, Verdict
from sessions.mask.shown import veil_of, without_members
from sessions.minutes.leaders import LABELS
from sessions.path import OUTCOMES, path_of, waiting
from tui.screens.step import StepScreen
from tui.widgets.large import LargeWords
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.answers import Answer, Judgement
    from sessions.path import EarlierItem
    from sessions.session import Session

_BETWEEN = "     "  # who and when stand on one line where there is room
_KEPT_IN_VIEW = 2  # lines of the last page, when a long answer is turned
_AROUND = 3  # lines that the head and the line of keys take
_MARGINS = 4  # columns that the screen leaves empty
_LARGEST = 2  # times as large as its shapes: an answer is a sentence, not a headline


class AnswersScreen(StepScreen):
    """Page by page through the answers, the new ones first, and then to the next step: a clicker is enough for that.

    What the group says after it has approved what leaders get has to be approved anew: it tells what is raised again.
    """

    CSS_PATH = "answers.tcss"
    KEYS_FIRST = ("turn(1)", "judge('better')", "leave('followed_up')", "leave('raised_again')")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,right,enter", "turn(1)", "page", key_display="PgDn"),
        Binding("pageup,left", "turn(-1)", show=False),
        Binding("1", "judge('better')", "judge", key_display="1 2 3"),
        Binding("2", "judge('same')", show=False),
        Binding("3", "judge('worse')", show=False),
        Binding("f", "leave('followed_up')", "followed_up"),
        Binding("l", "leave('raised_again')", "raise_again"),
        Binding("u", "undo", "undo"),
        Binding("n", "next", "next"),
        Binding("b", "back", "back"),
    ]

    def compose_step(self) -> ComposeResult:
        """Lay out heading and path, what stands on the page, and what the group says."""
        self._page = 0
        self._read()
        yield LargeWords(id="heading", share=0.25)
        yield Words(id="path")
        with VerticalScroll(id="paper", can_focus=False):
            yield Words(id="rest")
            yield Words(self.words("minutes.understand"), classes="label")
            yield Words(id="understand", classes="answer")
            yield Words(self.words("minutes.do"), classes="label")
            yield LargeWords(id="do", share=1)
            yield Words(id="who", classes="answer")
        yield Words(id="said")

    def _read(self) -> None:
        """Read what has come of the items that were raised; the pages are those that have an answer to be read."""
        self._items = self.room.earlier()
        self._pages = sorted((item for item in self._items if _has_page(item)), key=lambda item: item.read)
        self._waiting = waiting(self._items)

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        return f"{countdown(session.timer.left_at(now))} · {super().pace(session, now)}"

    def where(self, session: Session) -> str:
        """Say which of the answers it is."""
        if not self._pages:
            return super().where(session)
        if self._item is None:
            return self.words("answers.where_waiting")
        return self.words("answers.where", n=self._page + 1, all=len(self._pages))

    def show(self, session: Session, now: float) -> None:
        """Show the page that is turned to."""
        del now
        item, heading = self._item, self.query_one("#heading", LargeWords)
        self.set_class(item is not None, "-answer")
        if item is None:
            heading.text, rest, why = self._still()
            self._say("path", "")
            self._say("said", self.words("answers.take_in") if self._waiting and not self._pages else "")
        else:
            heading.text = f"{item.id}  {veil_of(session).shown(item.heading)}"
            rest, why = self.words("answers.ask", ask=veil_of(session).shown(item.ask)) if item.ask else "", ""
            self._say("path", path_of(item, self.words))
            self._say("said", self._said(item))
        self._say("rest", rest)
        self._show_answer(item.answer if item else None, session, why)
        self._make_large()

    @property
    def _item(self) -> EarlierItem | None:
        """The item of this page; None on the page of those that wait."""
        return self._pages[self._page] if self._page < len(self._pages) else None

    def _say(self, name: str, text: str) -> None:
        """Say something in its place; where there is nothing to say, that takes no room."""
        told = self.query_one(f"#{name}", Words)
        told.say(text)
        told.display = bool(text)

    def _show_answer(self, answer: Answer | None, session: Session, why: str) -> None:
        """Show what the leader wrote, or `why` nothing is shown; a line that she left empty takes no room."""
        lines = answer.lines if answer else ("",) * len(LABELS)
        told = {
            key: without_members(line, session.people, session.language)
            for key, line in zip(LABELS, lines, strict=True)
        }
        for label, key in zip(self.query(".label"), LABELS, strict=False):
            label.display = bool(told[key])
        self._say("understand", told["understand"])
        does = self.query_one("#do", LargeWords)
        does.text = told["do"] or why
        does.display = bool(does.text)
        who = [f"{self.words(f'minutes.{key}')} {told[key]}" for key in ("responsible", "deadline") if told[key]]
        self._say("who", _BETWEEN.join(who))

    def _make_large(self) -> None:
        """Draw the answer as large as leaves all of the page in view, and the heading with what room is left then."""
        heading, does = self.query_one("#heading", LargeWords), self.query_one("#do", LargeWords)
        width = self.app.size.width - _MARGINS
        plain = [self.query_one(f"#{name}", Words) for name in ("path", "rest", "understand", "who", "said")]
        plain += list(self.query(".label").results(Words))
        room = self.app.size.height - _AROUND - self.query_one("#paper").styles.margin.height
        room -= sum(_lines(one, width) for one in plain if one.display)
        room -= sum(one.styles.margin.height for one in (heading, does) if one.display)
        largest = 0 if "\n" in does.text else min(does.scale(width), _LARGEST)  # drawn letters keep no line ends
        scales = product(range(largest, -1, -1), range(heading.scale(width), -1, -1))
        fits = ((a, h) for a, h in scales if does.lines(width, a) * does.display + heading.lines(width, h) <= room)
        does.largest, heading.largest = next(fits, (0, 0))

    def _still(self) -> tuple[str, str, str]:
        """Say what waits for an answer and for how long, or why there is nothing to show."""
        words = self.words
        if not self._waiting:
            return words("answers.none_yet"), "", words("answers.none_raised" if self.room.book else "answers.no_group")
        session = self.room.session
        lines = [
            f"{item.id}  {veil_of(session).shown(item.heading)}\n"
            f"      {words.count('answers.days', item.days(self.room.today))} · {path_of(item, words)}"
            for item in self._waiting
        ]
        return words.count("answers.still", len(self._waiting)), "\n\n".join(lines), ""

    def _said(self, item: EarlierItem) -> str:
        """Ask how it is now, or tell what the group has said, here or last time."""
        judgement = item.judgement
        if judgement is None:
            return self.words("answers.judge")
        said = [self.words(f"path.verdict.{judgement.verdict.value}")] if judgement.verdict else []
        said += [self.words(f"path.stage.{OUTCOMES[judgement.outcome].value}")] if judgement.outcome else []
        if judgement.session == item.at:
            return self.words("answers.judged", said=", ".join(said))
        return f"{self.words('answers.judged_before', said=', '.join(said))} {self.words('answers.judge')}"

    def on_resize(self) -> None:
        """Draw the page anew for the room there is."""
        self._refresh_soon()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what cannot be said of a page without an answer."""
        if not self.is_mounted:
            return True
        if action in {"judge", "leave"}:
            return self._item is not None
        return super().check_action(action, parameters)

    def action_turn(self, pages: int) -> None:
        """Turn a page of a long answer, then go to the next item, and from the last one to the next step; or back."""
        paper = self.query_one("#paper")
        room_left = paper.scroll_offset.y < paper.max_scroll_y if pages > 0 else paper.scroll_offset.y > 0
        if room_left:
            lines = max(1, paper.size.height - _KEPT_IN_VIEW)
            paper.scroll_relative(y=pages * lines, animate=False)
        elif 0 <= self._page + pages < self._all_pages:
            self._page += pages
            paper.scroll_home(animate=False)
            self._show_anew()
        elif pages > 0:
            self.room.next()
        else:
            self.room.back()

    def action_judge(self, verdict: str) -> None:
        """Say that it is better, the same or worse; said again, it is taken back."""
        if item := self._item:
            said = _of_here(item)
            again = said is not None and said.verdict is Verdict(verdict)
            self._judge(item, None if again else Verdict(verdict), said.outcome if said else None)

    def action_leave(self, outcome: str) -> None:
        """Say that it is followed up, or raise it again; said again, it is taken back."""
        if item := self._item:
            said = _of_here(item)
            again = said is not None and said.outcome is Outcome(outcome)
            self._judge(item, said.verdict if said else None, None if again else Outcome(outcome))

    def action_undo(self) -> None:
        """Undo the last change."""
        super().action_undo()
        self._show_anew(read=True)

    def _judge(self, item: EarlierItem, verdict: Verdict | None, outcome: Outcome | None) -> None:
        self.room.remember(lambda book: book.judge(item.id, item.at, verdict, outcome), approved_on=None)
        self._show_anew(read=True)

    def _show_anew(self, *, read: bool = False) -> None:
        if read:
            self._read()
        self._refresh_step()
        self.refresh_bindings()

    @property
    def _all_pages(self) -> int:
        """How many pages there are: one for each answer, and one for what waits, or for that there is nothing."""
        return len(self._pages) + bool(self._waiting or not self._pages)


def _has_page(item: EarlierItem) -> bool:
    """Tell whether there is an answer to read: one that the group has not done with at an earlier meeting."""
    done = item.judgement is not None and item.judgement.outcome is not None and item.judgement.session < item.at
    return item.answer is not None and not done


def _of_here(item: EarlierItem) -> Judgement | None:
    """Give what the group has said at this meeting."""
    return item.judgement if item.judgement and item.judgement.session == item.at else None


def _lines(told: Words, width: int) -> int:
    """Give how many lines a text takes at this width, with the empty ones around it."""
    return len(Content(str(told.render())).wrap(max(width, 1))) + told.styles.margin.height
