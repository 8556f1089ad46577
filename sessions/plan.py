"""A plan: what is settled before people come, from a TOML file or from the screen, and the session it makes."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING, Any

from sessions import plan_fields as read
from sessions.entry import Entry
from sessions.group import LONGEST_RETENTION, USUAL_RETENTION
from sessions.names import slug
from sessions.people import Person, read_people
from sessions.programme import Programme, changed
from sessions.session import Session
from sessions.shelf import built_in
from sessions.tables import Table
from sessions.timer import Timer
from sessions.trouble import PlanError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    FindProgramme = Callable[[str], Programme]

KNOWN = (
    *("title", "purpose", "question", "questions", "group", "date", "end", "language", "programme", "rounds", "seats"),
    *("steps", "tables", "present", "people", "people_file", "retention_days"),
    *("wifi", "wifi_password"),
)
LANGUAGES = ("nb", "nn", "en")
MOST_TABLES, USUAL_TABLES = 40, 5
_YEARS = range(2000, 2100)  # another year is a slip of the finger, and some systems have no clock for it


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session is made from. `end` is local time on `date`; without it the end follows from the start.

    `retention_days` is None where the plan says nothing of it; then it is the group's.
    """

    title: str
    programme: Programme
    day: date
    purpose: str = ""
    questions: tuple[str, ...] = ()
    group: str = ""
    end: time | None = None
    language: str = ""
    tables: tuple[Table, ...] = ()
    people: tuple[Person, ...] = ()
    present: int = 0
    retention_days: int | None = None
    wifi: str = ""
    wifi_password: str = ""


def read_plan(path: Path, today: date, find: FindProgramme = built_in) -> Plan:
    """Read a plan file. Raises PlanError, which names the line or the field; nothing is changed on disk."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PlanError("plan.missing", path=path, reason=error.strerror or error) from error
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PlanError("plan.encoding", path=path, line=raw.count(b"\n", 0, error.start) + 1) from error
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits, and lists in lists in lists
        raise PlanError("plan.syntax", path=path, reason=error) from error
    return plan_of(data, today, path.parent, find)


def plan_of(data: dict[str, Any], today: date, folder: Path | None = None, find: FindProgramme = built_in) -> Plan:
    """Check what a plan says and build it; `folder` is where the file of people lies. Raises PlanError.

    `find` gives the programme of a name, and raises PlanError when there is none.
    """
    read.known_only(data, KNOWN)
    programme = changed(find(read.text(data, "programme") or "dialogkafe"), data)
    tables = tuple(_table(entry, place) for place, entry in enumerate(read.entries(data, "tables"), start=1))
    people = _people(data, folder)
    present = read.whole(data, "present", len(people), 0, 2000)
    plan = Plan(
        title=read.needed(data, "title"),
        programme=programme,
        day=_date(data.get("date"), today),
        purpose=read.text(data, "purpose"),
        questions=_questions(data),
        group=read.text(data, "group"),
        end=_time(data.get("end")),
        language=_language(data),
        tables=tables or _usual_tables(present, programme),
        people=people,
        present=present,
        retention_days=_retention(data),
        wifi=read.text(data, "wifi"),
        wifi_password=read.text(data, "wifi_password"),
    )
    return _seated(plan)


def session_of(plan: Plan, language: str, taken: Collection[str] = (), number: int = 1) -> Session:
    """Make the session of a plan, in the lobby. `taken` are the ids that are in use already."""
    base = f"{plan.day.isoformat()}-{slug(plan.title, (person.name for person in plan.people))}"
    ids = (base if copy == 1 else f"{base}-{copy}" for copy in range(1, len(taken) + 2))
    return Session(
        id=next(candidate for candidate in ids if candidate not in taken),
        title=plan.title,
        day=plan.day,
        steps=plan.programme.steps,
        timers=tuple(Timer.of(step.minutes) for step in plan.programme.steps),
        purpose=plan.purpose,
        questions=plan.questions,
        group=plan.group,
        number=number,
        language=plan.language or language,
        programme=plan.programme.name,
        ends=datetime.combine(plan.day, plan.end).astimezone().timestamp() if plan.end else None,
        present=plan.present,
        retention_days=USUAL_RETENTION if plan.retention_days is None else plan.retention_days,
        tables=plan.tables,
        people=plan.people,
        entry=Entry(wifi=plan.wifi, wifi_password=plan.wifi_password),
    )


def _seated(plan: Plan) -> Plan:
    numbers = [table.number for table in plan.tables]
    if twice := next((n for n in numbers if numbers.count(n) > 1), None):
        raise PlanError("plan.table_twice", number=twice)
    if len(numbers) > MOST_TABLES:
        raise PlanError("plan.number", field="tables", value=len(numbers), least=1, most=MOST_TABLES)
    most = _most_tables(plan.present)
    if len(numbers) > most:
        raise PlanError("plan.few", tables=len(numbers), present=plan.present, least=most)
    return plan


def _most_tables(present: int) -> int:
    """Two are a talk."""
    return max(1, present // 2) if present else MOST_TABLES


def _usual_tables(present: int, programme: Programme) -> tuple[Table, ...]:
    """Give the tables of a plan that names none: five, or fewer when so many are not needed; one for a circle."""
    if not programme.at_tables:
        return (Table(1),)
    wanted = ceil(present / programme.seats) if present else USUAL_TABLES
    return tuple(Table(number) for number in range(1, min(USUAL_TABLES, wanted, _most_tables(present)) + 1))


def _questions(data: dict[str, Any]) -> tuple[str, ...]:
    several = data.get("questions", [])
    if not isinstance(several, list) or not all(isinstance(one, str) for one in several):
        raise PlanError("plan.list", field="questions")
    one = read.text(data, "question")
    rows = ((f"questions[{place}]", text) for place, text in enumerate(several, start=1))
    return tuple(read.text({field: text}, field) for field, text in rows) or ((one,) if one else ())


def _table(entry: dict[str, Any], place: int) -> Table:
    read.known_only(entry, ("number", "theme", "question"), f"tables[{place}].")
    number = entry.get("number")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise PlanError("plan.table_number", place=place)
    return Table(
        number, read.text(entry, "theme", f"tables[{place}]."), read.text(entry, "question", f"tables[{place}].")
    )


def _people(data: dict[str, Any], folder: Path | None) -> tuple[Person, ...]:
    listed = tuple(_person(entry, place) for place, entry in enumerate(read.entries(data, "people"), start=1))
    name = read.text(data, "people_file")
    if not name or folder is None:
        return listed
    try:
        raw = (folder / name).read_bytes()
    except OSError as error:
        raise PlanError("plan.people_file", path=folder / name, reason=error.strerror or error) from error
    try:
        return listed + read_people(_decoded(raw).splitlines())
    except csv.Error as error:
        raise PlanError("plan.people_file", path=folder / name, reason=error) from error


def _decoded(raw: bytes) -> str:
    """Spreadsheets write UTF-8 with a byte-order mark, or the old Windows code page."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _person(entry: dict[str, Any], place: int) -> Person:
    where = f"people[{place}]."
    read.known_only(entry, ("name", "unit", "profession"), where)
    return Person(
        read.needed(entry, "name", where), read.text(entry, "unit", where), read.text(entry, "profession", where)
    )


def _language(data: dict[str, Any]) -> str:
    language = read.text(data, "language")
    if language and language not in LANGUAGES:
        raise PlanError("plan.language", name=language, known=", ".join(LANGUAGES))
    return language


def _retention(data: dict[str, Any]) -> int | None:
    return read.whole(data, "retention_days", 0, 0, LONGEST_RETENTION) if "retention_days" in data else None


def _date(value: object, today: date) -> date:
    if value is None:
        return today
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        raise PlanError("plan.date", value=value) from None
    if day.year not in _YEARS:
        raise PlanError("plan.date", value=value)
    return day


def _time(value: object) -> time | None:
    if value is None or isinstance(value, time):
        return value
    try:
        return time.fromisoformat(str(value).strip().replace(".", ":").zfill(5))
    except ValueError:
        raise PlanError("plan.time", value=value) from None
