"""The pages as a phone gets them: filled in by the laptop, so that they work without the script too."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from sessions.texts import LANGUAGES, Texts, texts
from tui.door.pages import Html, filled, joined
from tui.door.view import View, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.mask.shown import Piece
    from sessions.notes import Note
    from sessions.tables import Table
    from tui.door.door import Door
    from tui.door.sent import Sent

_SCRIPT_WORDS = {
    "send": "send",
    "change": "change",
    "saved": "saved",
    "gone": "gone",
    "kept": "on_laptop",
    "queued": "queued",
    "refused": "refused_note",
    "edit": "edit",
    "takeBack": "take_back",
    "sure": "sure",
    "round": "round_heading",
    "lifted": "lifted",
    "wall": "on_wall",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes the pages of a door in one language. `path` is where the page is that its language links lead to."""

    door: Door
    language: str
    path: str

    @property
    def words(self) -> Texts:
        """The words of the language."""
        return texts(self.language)

    def code(self, *, wrong: bool) -> str:
        """Make the page that asks for the short code."""
        words = self.words
        title = words("phone.code_title")
        said = words("phone.code_wrong") if wrong else ""
        body = filled(
            "code.html",
            title=title,
            label=words("phone.code"),
            wrong=said,
            open=words("phone.code_open"),
            lang=self.language,
        )
        return self.framed(title, body, door=False)

    def told(self, key: str, *, refresh: bool = False, back: bool = True, **values: object) -> str:
        """Make a page that tells one thing; `refresh` has the phone look again by itself."""
        title = self.words(f"phone.{key}_title", **values)
        more = (
            filled("back.html", href=f"/{self.door.keys.door}?choose", name=self.words("phone.tables")) if back else ""
        )
        body = filled("told.html", title=title, text=self.words(f"phone.{key}"), more=more)
        return self.framed(title, body, head=filled("refresh.html") if refresh else "")

    def tables(self, only: int = 0) -> str:
        """Make the page to choose a table on; `only` is the one that the card of a table leads to."""
        words = self.words
        tables = self.door.room.session.tables
        chosen = [table for table in tables if table.number == only] or tables
        title = words("phone.welcome")
        body = filled(
            "tables.html",
            title=title,
            why=words("phone.welcome_why"),
            tables=joined([self._choice(table) for table in chosen]),
            group=self._group(),
        )
        return self.framed(title, body)

    def table(self, table: Table, told: str = "", begun: Note | Sent | None = None) -> str:
        """Make the page that a host writes on; what is `begun`, or is to be changed, stands in its field."""
        words, session, now = self.words, self.door.room.session, self.door.room.now
        shown, seat = view(session, table, words, now), self.seat(table)
        body = filled(
            "table.html",
            no_contact=words("phone.no_contact"),
            where=shown["where"],
            time=_left(shown, now),
            table=" · ".join(filter(None, [words("phone.table", number=table.number), table.theme])),
            question=shown["question"],
            say=shown["say"],
            action=f"{seat}/notes?l={self.language}",
            closed=Html() if shown["writing"] or begun else Html(" hidden"),
            field=words("phone.field"),
            hint=words("phone.hint"),
            text=begun.text if begun else "",
            lift=Html(" checked") if begun and begun.lift else "",
            lift_label=words("phone.lift"),
            id=begun.id if begun else secrets.token_hex(12),
            round=begun.round if begun else shown["round"],
            edit=max(int(1000 * now), begun.edit + 1 if begun else 0),
            send=words("phone.change" if begun and begun.id in session.notes else "phone.send"),
            stop=words("phone.stop_change"),
            told=told,
            written=words("phone.written"),
            nothing=words("phone.nothing"),
            some=Html(" hidden") if shown["notes"] else "",
            notes=joined([self._note(note, seat, writing=shown["writing"]) for note in shown["notes"]]),
            leave=self._leave(seat),
            group=self._group(),
            here=f"{seat}?l={self.language}",
            refresh=words("phone.refresh"),
        )
        script = {name: str(words.words[f"phone.{key}"]) for name, key in _SCRIPT_WORDS.items()}
        carried = json.dumps(script | {"view": shown, "now": now}, ensure_ascii=False)
        return self.framed(words("phone.page", number=table.number), body, seat=seat, carried=carried)

    def seat(self, table: Table) -> str:
        """Give the path of a table's page."""
        return f"/{self.door.keys.door}/{self.door.keys.seat(table.number)}"

    def _leave(self, seat: str) -> Html:
        """Make the way out for who tapped the wrong table; while the door is closed nobody may choose another."""
        if not self.door.room.session.entry.open:
            return Html()
        return filled("leave.html", action=f"{seat}/leave?l={self.language}", name=self.words("phone.leave"))

    def _group(self) -> Html:
        """Make the way to what a group remembers; people who do not meet again have none."""
        if self.door.room.book is None:
            return Html()
        href = f"/{self.door.keys.door}/group?l={self.language}"
        return filled("back.html", href=href, name=self.words("phone.group"))

    def _choice(self, table: Table) -> Html:
        words = self.words
        return filled(
            "choice.html",
            action=f"/{self.door.keys.door}/seat?l={self.language}",
            number=table.number,
            name=words("phone.table", number=table.number),
            theme=table.theme,
            taken=words("phone.has_phone") if self.door.has_phone(table.number) else "",
        )

    def _note(self, note: View, seat: str, *, writing: bool) -> Html:
        words, language = self.words, self.language
        change = filled(
            "change.html",
            action=f"{seat}/notes?l={language}",
            id=note["id"],
            edit=f"{seat}?l={language}&edit={note['id']}",
            edit_name=words("phone.edit"),
            take_back=words("phone.take_back"),
        )
        return filled(
            "note.html",
            text=note["text"],
            wall=self._wall(note["wall"]),
            round=words("phone.round_heading", round=note["round"]),
            lifted=f" · {words('phone.lifted')}" if note["lift"] else "",
            on_laptop=words("phone.on_laptop"),
            change=change if writing else "",
        )

    def _wall(self, pieces: Sequence[Piece]) -> Html:
        """Say what the wall shows of a note, where it is something else; what the mask put in is marked."""
        if not pieces:
            return Html()
        seen = joined([filled("piece.html", tag="i" if piece.put_in else "span", text=piece.text) for piece in pieces])
        return filled("wall.html", label=self.words("phone.on_wall"), seen=seen)

    def framed(
        self,
        title: str,
        body: Html,
        *,
        door: bool = True,
        seat: str = "",
        head: str = "",
        carried: str = "{}",
        who: str = "",
    ) -> str:
        """Make a page of its body; `carried` are the script's words, `who` says who can read what is written."""
        days = self.door.room.session.retention_days
        return filled(
            "frame.html",
            lang=self.language,
            title=title,
            head=head,
            door=self.door.keys.door if door else "",
            seat=seat,
            words=carried,
            body=body,
            who=who or self.words("phone.who", days=days),
            languages_label=self.words("phone.language"),
            languages=joined([self._language(code) for code in LANGUAGES]),
        )

    def _language(self, code: str) -> Html:
        current = Html(' aria-current="true"') if code == self.language else ""
        name = texts(code)("language.name").capitalize()
        return filled("language.html", href=f"{self.path}?l={code}", code=code, current=current, name=name)


def _left(shown: View, now: float) -> str:
    """Give the time that is left, as the script shows it."""
    left = shown["left"] if shown["deadline"] is None else shown["deadline"] - now
    if left is None:
        return ""
    minutes, seconds = divmod(ceil(left) if left > 0 else int(-left), 60)
    return f"{minutes:02}:{seconds:02}" if left > 0 else f"+{minutes}:{seconds:02}"
