"""A plan says little and gets a whole session; what it says is what the session is."""

import tomllib
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path

import pytest

from sessions.people import Person
from sessions.plan import Plan, plan_of, read_plan, session_of
from sessions.programme import StepKind
from sessions.shelf import built_in
from sessions.tables import Table
from tests.sessions.building import DAY

EXAMPLES = Path(str(resources.files("sessions") / "examples"))
CSV = "navn;enhet;yrke\r\nKari Bø;Solsida;sykepleier\r\nÅse-Lill Næss;;kokk\r\n"
PEOPLE = (Person("Kari Bø", "Solsida", "sykepleier"), Person("Åse-Lill Næss", "", "kokk"))


def read(folder: Path, text: str) -> Plan:
    file = folder / "min.toml"
    file.write_text(text, encoding="utf-8")
    return read_plan(file, DAY)


def test_a_title_is_enough() -> None:
    plan = plan_of({"title": "Brukerkunnskap"}, DAY)
    assert plan == Plan(
        "Brukerkunnskap", built_in("dialogkafe"), DAY, tables=tuple(Table(number) for number in range(1, 6))
    )
    session = session_of(plan, "nn")
    assert (session.id, session.language, session.ends) == ("2010-11-16-brukerkunnskap", "nn", None)
    assert (session.at, session.timer.running, session.step.kind) == (0, False, StepKind.LOBBY)
    assert [timer.length for timer in session.timers] == [step.minutes * 60 for step in session.steps]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.toml")), ids=lambda file: file.stem)
def test_an_example_plan_makes_a_session(file: Path) -> None:
    plan = read_plan(file, DAY)
    session = session_of(plan, "nb")
    assert session.language == file.stem.removeprefix("plan-")
    assert (session.present, len(session.tables), len(session.questions), session.rounds) == (27, 5, 3, 3)
    assert session.ends == datetime(2026, 11, 24, 13, 30, tzinfo=UTC).timestamp()
    assert "#" in file.read_text(encoding="utf-8").splitlines()[0]


def test_an_example_plan_shows_every_field_but_the_second_way_to_ask() -> None:
    from sessions.plan import KNOWN

    for file in EXAMPLES.glob("*.toml"):
        assert set(tomllib.loads(file.read_text(encoding="utf-8"))) == {*KNOWN} - {"question"}


def test_everything_a_plan_says_is_in_its_session(tmp_path: Path) -> None:
    text = """
    title = "Måltider"
    purpose = "Hva vet vi?"
    question = "Hvem spør?"
    group = "Solsida"
    date = 2011-01-02
    end = 14:30:00
    language = "en"
    programme = "dialogkafe-kort"
    rounds = 1
    retention_days = 3
    wifi = "Sal 2"
    wifi_password = "kaffe"
    tables = [{ number = 7, theme = "Kjøkken", question = "Når?" }]
    people = [{ name = "Kari Bø", unit = "Solsida" }]
    """
    session = session_of(read(tmp_path, text), "nb", number=4)
    assert (session.title, session.purpose, session.questions) == ("Måltider", "Hva vet vi?", ("Hvem spør?",))
    assert (session.group, session.number, session.day) == ("Solsida", 4, date(2011, 1, 2))
    assert (session.language, session.programme, session.rounds) == ("en", "dialogkafe-kort", 1)
    assert session.ends == datetime(2011, 1, 2, 13, 30, tzinfo=UTC).timestamp()
    assert session.tables == (Table(7, "Kjøkken", "Når?"),)
    assert (session.people, session.present, session.retention_days) == ((Person("Kari Bø", "Solsida"),), 1, 3)
    assert (session.entry.wifi, session.entry.wifi_password) == ("Sal 2", "kaffe")


@pytest.mark.parametrize("end", ['"14:30"', '"14.30"', "14:30:00", '" 14:30 "'])
def test_an_end_is_read_in_the_ways_people_write_it(end: str, tmp_path: Path) -> None:
    assert read(tmp_path, f'title = "x"\nend = {end}').end == time(14, 30)


def test_an_hour_before_ten_needs_no_nought() -> None:
    assert plan_of({"title": "x", "end": "9:05"}, DAY).end == time(9, 5)


@pytest.mark.parametrize("day", ["2011-01-02", '"2011-01-02"'])
def test_a_date_is_read_with_quotes_and_without(day: str, tmp_path: Path) -> None:
    assert read(tmp_path, f'title = "x"\ndate = {day}').day == date(2011, 1, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ","])
def test_people_come_from_a_file_as_a_spreadsheet_writes_it(encoding: str, mark: str, tmp_path: Path) -> None:
    (tmp_path / "folk.csv").write_bytes(CSV.replace(";", mark).encode(encoding))
    plan = read(tmp_path, 'title = "x"\npeople_file = "folk.csv"\ntables = [{ number = 1 }]')
    assert plan.people == PEOPLE
    assert plan.present == 2


def test_people_of_the_plan_come_before_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "folk.csv").write_text(CSV, encoding="utf-8")
    text = 'title = "x"\npeople_file = "folk.csv"\npresent = 10\npeople = [{ name = "Per" }]'
    assert read(tmp_path, text).people == (Person("Per"), *PEOPLE)


def test_a_plan_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, '\ufefftitle = "Måltider"').title == "Måltider"


def test_a_session_gets_an_id_of_its_own() -> None:
    plan = plan_of({"title": "Måltider"}, DAY)
    base = "2010-11-16-maltider"
    assert session_of(plan, "nb", {base}).id == f"{base}-2"
    assert session_of(plan, "nb", {base, f"{base}-2", "annet"}).id == f"{base}-3"
    assert session_of(plan, "nb", {f"{base}-2"}).id == base


@pytest.mark.parametrize(("present", "tables"), [(0, 5), (1, 1), (3, 1), (6, 2), (11, 3), (27, 5), (2000, 5)])
def test_a_plan_that_names_no_tables_gets_as_many_as_there_are_people_for(present: int, tables: int) -> None:
    assert len(plan_of({"title": "x", "present": present}, DAY).tables) == tables
