"""Trials are asked about until they were tried or let go, stand in the group's minutes, and nowhere else."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from sessions.desk import Desk
from sessions.group import Group
from sessions.minutes.group import group_minutes
from sessions.people import Person
from sessions.session import Session
from sessions.store import TinyStore
from sessions.texts import LANGUAGES
from sessions.trials import (
    LONGEST_TRIAL,
    HowItWent,
    Trial,
    TrialError,
    report_on,
    to_ask,
    told_on,
    with_report,
    with_trial,
    without_trial,
)
from tests.sessions.building import DAY, KARI, TestClock, noted, session
from tests.sessions.markdown import blocks

FIRST, SECOND, THIRD, FOURTH = (DAY + timedelta(weeks=2 * place) for place in range(4))
DAYS = 24 * 3600.0


def numbers(group: Group, day: date) -> list[int]:
    return [trial.number for trial in to_ask(group, day)]


def test_the_group_asks_from_the_next_meeting_on_until_it_was_tried_or_let_go() -> None:
    group = with_trial(with_trial(with_trial(Group("Natt"), "A", FIRST), "B", FIRST), "C", FIRST)
    assert numbers(group, FIRST) == []
    assert numbers(group, SECOND) == [1, 2, 3]
    group = with_report(group, 1, SECOND, HowItWent.TRIED)
    group = with_report(group, 2, SECOND, HowItWent.NOT_YET)
    assert numbers(group, SECOND) == [1, 2, 3]
    assert numbers(group, THIRD) == [2, 3]
    group = with_report(group, 2, THIRD, HowItWent.LET_GO)
    assert numbers(group, FOURTH) == [3]


def test_what_is_said_later_the_same_day_takes_the_first_s_place() -> None:
    group = with_trial(Group("Natt"), "A", FIRST)
    group = with_report(group, 1, SECOND, HowItWent.NOT_YET)
    group = with_report(group, 1, SECOND, HowItWent.TRIED, "Det gikk\r\nbra ")
    report = report_on(group, 1, SECOND)
    assert report is not None
    assert (len(group.reports), report.went, report.happened) == (1, HowItWent.TRIED, "Det gikk\nbra")
    assert report_on(group, 1, THIRD) is None


def test_a_trial_that_is_taken_away_takes_what_was_said_of_it_along() -> None:
    group = with_report(with_trial(Group("Natt"), "A", FIRST), 1, SECOND, HowItWent.TRIED)
    assert without_trial(group, 1) == Group("Natt")


def test_what_is_no_trial_is_refused() -> None:
    for text in ("", " \n", "a" * (LONGEST_TRIAL + 1)):
        with pytest.raises(TrialError):
            with_trial(Group("Natt"), text, FIRST)
    with pytest.raises(TrialError):
        with_report(Group("Natt"), 1, SECOND, HowItWent.TRIED)
    with pytest.raises(TrialError):
        with_report(with_trial(Group("Natt"), "A", FIRST), 1, SECOND, HowItWent.TRIED, "a" * (LONGEST_TRIAL + 1))


def test_a_meeting_tells_of_what_was_begun_and_what_was_asked_at_it_whatever_comes_later() -> None:
    group = with_trial(with_trial(Group("Natt"), "A", FIRST), "B", SECOND)
    group = with_report(group, 1, SECOND, HowItWent.NOT_YET)
    then = told_on(group, SECOND)
    assert [(trial.text, report.went if report else None) for trial, report in then] == [
        ("A", HowItWent.NOT_YET),
        ("B", None),
    ]
    assert told_on(with_report(group, 1, THIRD, HowItWent.TRIED), SECOND) == then
    assert told_on(group, FOURTH) == ()


def meeting(**changes: object) -> Session:
    return session(id="b", group="Natt", number=2, day=SECOND, **changes)


def remembering(desk: Desk) -> Path:
    """Hold two meetings with trials, and approve the second; give the group's file."""
    desk.keep(session(group="Natt", day=FIRST))
    room = desk.keep(meeting(people=(KARI,), present=6))
    book = room.book
    assert book is not None
    book.try_out("Spørre Nordmann først", "nb", FIRST)
    book.try_out("Ta *fem* minutter alene", "nb", FIRST)
    room.remember(lambda one: one.tell_trial(1, SECOND, HowItWent.TRIED, "# Roligere", "nb"))
    room.remember(lambda one: one.tell_trial(2, SECOND, HowItWent.NOT_YET, "", "nb"))
    room.remember(lambda one: one.try_out("Ringe før vakta", "nb", SECOND))
    written = room.approve()
    room.adjust().result()
    assert not {"minutter", "Roligere", "vakta"} & set(written.leaders.read_text(encoding="utf-8").split())
    return written.group


def test_trials_stand_in_the_group_s_minutes_as_text_and_without_names(desk: Desk) -> None:
    text = remembering(desk).read_text(encoding="utf-8")
    told = [block.text for block in blocks(text)]
    assert "Ikke prøvd ennå: Ta *fem* minutter alene" in told
    assert "Skal prøves: Ringe før vakta" in told
    assert any(line.startswith("Prøvd: Spørre") and line.endswith("# Roligere") for line in told)
    assert "Nordmann" not in text


def test_the_minutes_written_again_are_the_same_bytes_though_the_group_has_gone_on(desk: Desk) -> None:
    file = remembering(desk)
    first = file.read_bytes()
    desk.book("Natt").tell_trial(2, THIRD, HowItWent.LET_GO, "", "nb").result()
    (found,) = (one for one in desk.sessions() if one.number == 2)
    desk.minutes.write(found, tried=desk.tried(found))
    assert file.read_bytes() == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_of_a_meeting_without_trials_say_nothing_of_them(language: str) -> None:
    whole = noted(language=language)
    assert group_minutes(whole, tried=()) == group_minutes(whole)


def test_undoing_takes_back_what_was_said_and_the_approval_is_asked_for_again(desk: Desk) -> None:
    remembering(desk)
    room = desk.open(next(one for one in desk.sessions() if one.number == 2))
    assert room.book is not None
    room.remember(lambda book: book.drop_trial(1), approved_on=None)
    approved = [room.session.approved]
    room.undo()
    assert [*approved, room.session.approved] == [False, True]
    assert [trial.number for trial in room.book.group.trials] == [1, 2, 3]


def test_names_that_were_put_on_the_list_too_late_are_gone_when_their_time_is_over(
    desk: Desk, clock: TestClock, store: TinyStore, tmp_path: Path
) -> None:
    room = desk.keep(meeting())
    assert room.book is not None
    book = room.book
    book.try_out("Spørre xyloq først", "nb", SECOND)
    book.want_theme("xyloqs vakter", "nb")
    book.tell_trial(1, THIRD, HowItWent.TRIED, "xyloq lo", "nb")
    assert book.group.trials == (Trial(1, "Spørre xyloq først", SECOND),)
    room.gather(6, [Person("Xyloq Brantz")])
    room.approve()
    room.adjust().result()
    clock.sleep(200 * DAYS)
    (gone,) = desk.keep_promises()
    assert gone.id == room.session.id
    store.close()
    data = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert b"xyloq" not in data
    assert not book.can_undo
