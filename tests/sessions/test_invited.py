"""The files of an invitation: golden in three languages, whole for a calendar, and nothing that people wrote acts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from sessions.answers import Answer
from sessions.ballots import Ballots
from sessions.group import Group
from sessions.invitation import Invitation
from sessions.inviting import InvitationError, Known
from sessions.minutes.calendar import calendar_file
from sessions.minutes.invite import write_invitation
from sessions.minutes.invited import invitation_markdown
from sessions.minutes.page import page
from sessions.past import PastCafe
from sessions.people import Person
from sessions.session import Session
from tests.sessions.building import KARI, LANGUAGES, LINES, NASTY, session
from tests.sessions.markdown import blocks, headings, texts_of
from tests.sessions.rich import rich

READ = {"h1", "h2", "h3", "p", "strong", "em", "ul", "li", "br"}
GOLDEN = Path(__file__).parent / "golden_invitation"
BALLOTS = Ballots(
    2,
    18,
    5,
    answered=26,
    well=("alle fikk sagt noe", "Kari Nordmann ledet det godt"),
    badly=("# tida var <b>knapp</b>",),
    better=("en pause midtveis", "Åpne vinduet"),
)
INVITATION = Invitation(
    4,
    date(2010, 12, 9),
    "13:00",
    "Møterommet i 2. etasje",
    "Kvalitet og visjon",
    "Hva er godt nok, og hvem bestemmer det?",
    90,
    "nb",
    date(2010, 11, 18),
)


LEADER = "Tone Eksempel"
ANSWERS = (
    Answer("3-2", date(2010, 11, 17), "Vet ikke", after=3),
    Answer("3-2", date(2010, 11, 18), "Det gjelder *alle* vakter", "Opplæring hver mandag", LEADER, after=3),
)


def golden(language: str) -> dict[Path, str]:
    group = Group("Dialogkafé Utviklingssenteret", leader=LEADER, answers=ANSWERS)
    last = replace(rich(language), ballots=BALLOTS)
    known = Known([last], (), 4, last.steps, date(2010, 11, 18))
    written = write_invitation(replace(INVITATION, language=language), group, known, GOLDEN / "new")
    files = {path: path.read_bytes().decode() for path in (written.markdown, written.page, written.calendar)}
    for path in files:
        path.unlink()
    (GOLDEN / "new").rmdir()
    return {GOLDEN / f"{language}{path.suffix}": text for path, text in files.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invitation_of_a_rich_group_is_the_golden_one(language: str) -> None:
    """`python -m tests.sessions.test_invited` writes it anew; read what has changed before you keep it."""
    for path, text in golden(language).items():
        assert text == path.read_bytes().decode(), path.name


def invitation(*meetings: Session, group: Group | None = None, **changes: object) -> str:
    made = replace(INVITATION, **changes)  # type: ignore[arg-type]  # any field
    return invitation_markdown(made, group or Group("Natt"), meetings, cafe=True)


def test_what_came_out_and_what_stays_in_the_group_is_in_no_invitation() -> None:
    last = replace(rich("nb"), ballots=BALLOTS)
    text = invitation(last)
    assert "gule lapper" not in text
    assert "radioen" not in text
    assert [text for level, text in headings(text) if level == "h3"] == [
        "Dialogkafeen fungerte godt fordi …",
        "Dialogkafeen fungerte ikke godt fordi …",
        "Dialogkafeen kan forbedres gjennom …",
        "Sak 3-2: Vikarer får ikke opplæring i rapportsystemet",
        "Sak 3-4: Overlapp #",
    ]


def test_only_what_the_group_approved_is_raised() -> None:
    assert "Overlapp" not in invitation(replace(rich("nb"), approved_on=None, ballots=BALLOTS))


def test_earlier_items_come_again_when_they_have_been_answered_since() -> None:
    first, second = rich("nb"), replace(rich("nb"), number=4, items=())
    assert "Sak 3-2" not in invitation(first, second, group=Group("Natt", answers=ANSWERS))
    text = invitation(first, second, group=Group("Natt", answers=(replace(ANSWERS[1], after=4),)))
    assert "Sak 3-2" in text
    assert "Sak 3-4" not in text


def test_where_too_few_have_answered_neither_numbers_nor_sentences_are_told() -> None:
    few = session(ballots=Ballots(1, 1, 0, answered=2, well=("alt",)), present=6)
    assert "alt" not in invitation(few)
    assert "2 av 6 svarte." in invitation(few)
    assert "nyttig: 1" not in invitation(few)
    assert "nyttig: 1" in invitation(replace(few, ballots=Ballots(1, 1, 1, answered=3)))
    past = Group("Natt", past=(PastCafe(1, "Uro", 1, 1, 0, 9),))
    assert "nyttig: 1" not in invitation(group=past)
    assert "nyttig: 1" in invitation(group=replace(past, past=(PastCafe(1, "Uro", 1, 1, 1, 9),)))


def test_it_is_the_last_meeting_that_is_told_of_whether_it_was_held_here_or_before() -> None:
    here, past = session(number=5, title="Natt", ballots=BALLOTS), Group("G", past=(PastCafe(6, "Uro", 9, 0, 0, 9),))
    assert "Uro: 9 av 9 svarte." in texts_of(invitation(here, group=past))
    assert "Uro" not in invitation(replace(here, number=7), group=past)


def test_the_sentences_that_were_erased_are_gone_and_the_numbers_stay() -> None:
    text = invitation(session(ballots=BALLOTS.without_sentences(), erased=True))
    assert "svært nyttig: 5" in text
    assert "fungerte godt" not in text


def test_the_place_is_told_as_it_is_since_it_has_to_be_found() -> None:
    text = invitation(group=Group("Natt", leader="Tone Bø"), place="Rom 212, Tone Bøs kontor")
    assert "Sted: Rom 212, Tone Bøs kontor" in texts_of(text)


def test_what_begins_with_a_number_is_read_without_backslashes_too() -> None:
    answer = Answer("3-2", date(2010, 11, 17), "Ja", deadline="1. januar", after=3)
    text = invitation(rich("nb"), group=Group("Natt", answers=(answer,)), place="2. etasje")
    assert "- Sted: 2. etasje\n" in text
    assert "- Frist: 1. januar\n" in text


def test_the_first_invitation_has_nothing_to_tell() -> None:
    assert [level for level, _ in headings(invitation(theme=""))] == ["h1"]
    assert "Tema: det velger vi når vi møtes" in texts_of(invitation(theme=""))
    assert "Spørsmål" not in invitation(question="")


def test_the_order_in_which_sentences_came_is_not_in_it() -> None:
    meeting = session(people=(KARI,), ballots=BALLOTS)
    turned = replace(BALLOTS, well=tuple(reversed(BALLOTS.well)))
    assert invitation(meeting) == invitation(replace(meeting, ballots=turned))


def test_no_name_of_the_group_stands_in_it() -> None:
    meeting = session(title="Ved Per Olav Hovland", people=(Person("Per Olav Hovland"), KARI), ballots=BALLOTS)
    text = invitation(meeting, group=Group("Tone Bøs gruppe", leader="Tone Bø"), question="Hva vil Tone Bø?")
    assert "Tone" not in text
    assert "Hovland" not in text
    assert "Kari" not in text


@settings(max_examples=60)
@given(NASTY, LINES, LINES, LINES)
def test_what_people_wrote_is_text_and_nothing_else(sentence: str, theme: str, place: str, name: str) -> None:
    meeting = session(title=theme, ballots=Ballots(5, answered=5, well=(sentence,)))
    text = invitation_markdown(
        replace(INVITATION, theme=theme, place=place, question=theme), Group(name), [meeting], cafe=False
    )
    kinds = {block.kind for block in blocks(text)}
    assert kinds <= {"h1heading", "h2heading", "h3heading", "pparagraph", "ulbullet_list", "lilist_item", "text"}
    other = {kind for block in blocks(text) for kind in block.other}
    assert other <= {"strong_open", "strong_close", "em_open", "em_close", "hardbreak"}


class Reader(HTMLParser):
    """Collects the elements of a page and all their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


@settings(max_examples=60)
@given(NASTY, LINES)
def test_a_page_loads_nothing_runs_nothing_and_leads_nowhere(sentence: str, name: str) -> None:
    meeting = session(title=name, ballots=Ballots(5, answered=5, well=(sentence,)))
    markdown = invitation_markdown(INVITATION, Group(name), [meeting], cafe=True)
    reader = Reader()
    reader.feed(page(name, markdown, "nb"))
    assert reader.tags <= {"html", "head", "meta", "title", "style", "body", *READ}
    assert reader.attributes <= {"lang", "charset", "name", "content", "http-equiv"}


def test_a_page_says_what_the_text_says() -> None:
    reader = Reader()
    reader.feed(page("Tittel", invitation(theme="Mat & <drikke>"), "nb"))
    assert "Tema: Mat & <drikke>" in reader.words


def read(text: str) -> Any:  # noqa: ANN401  # what a calendar holds is of thirty kinds
    [event] = Calendar.from_ical(text).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("day", "begins", "minutes", "start", "end"),
    [
        (date(2026, 1, 15), "13:00", 90, "12:00", "13:30"),
        (date(2026, 7, 15), "13:00", 90, "11:00", "12:30"),
        (date(2026, 3, 28), "13:00", 90, "12:00", "13:30"),
        (date(2026, 3, 29), "01:30", 60, "00:30", "01:30"),
        (date(2026, 10, 25), "13:00", 90, "12:00", "13:30"),
        (date(2026, 10, 24), "13:00", 90, "11:00", "12:30"),
    ],
)
def test_a_calendar_has_the_hours_of_oslo_in_summer_and_winter(
    day: date, begins: str, minutes: int, start: str, end: str
) -> None:
    event = read(calendar_file(replace(INVITATION, day=day, begins=begins, minutes=minutes), Group("Natt")))
    assert [f"{event[key].dt:%H:%M}" for key in ("dtstart", "dtend")] == [start, end]
    assert event["dtstart"].dt.utcoffset() == timedelta()


def test_a_night_in_which_clocks_are_changed_ends_when_its_minutes_have_passed() -> None:
    night = replace(INVITATION, day=date(2026, 3, 29), begins="01:30", minutes=60)
    assert f"{night.end:%H:%M}" == "03:30"


@settings(max_examples=60)
@given(LINES, LINES, LINES, LINES)
def test_a_calendar_reads_back_what_was_said(theme: str, place: str, question: str, name: str) -> None:
    made = replace(INVITATION, theme=theme, place=place, question=question)
    text = calendar_file(made, Group(name))
    assert text == calendar_file(made, Group(name))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = read(text)
    assert {key.casefold() for key in event} == {
        *("uid", "dtstamp", "sequence", "dtstart", "dtend", "summary", "location", "description"),
    }
    assert event["dtstart"].dt == datetime(2010, 12, 9, 12, tzinfo=UTC)


def test_a_calendar_has_the_very_words() -> None:
    made = replace(INVITATION, place="Rom 2; 3. etg, øst \\ vest", theme="Mat & <drikke>", question='Hva "er" nok?')
    event = read(calendar_file(made, Group("Natt, øst")))
    assert (event["location"], event["summary"]) == ("Rom 2; 3. etg, øst \\ vest", "Natt, øst: Mat & <drikke>")
    assert str(event["description"]).startswith('Hva "er" nok?\nTiden er satt av')


def test_a_folder_that_refuses_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InvitationError) as caught:
        write_invitation(INVITATION, Group("Natt"), Known([], (), 4, (), date(2010, 11, 18)), tmp_path / "file" / "x")
    assert caught.value.key == "invite.folder"


if __name__ == "__main__":
    for language in LANGUAGES:
        for path, text in golden(language).items():
            path.write_bytes(text.encode())
