"""What an invitation says where nothing is said: what is known, and never a guess at a day, a place or a theme."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.desk import Desk
from sessions.group import Group
from sessions.invitation import Invitation, uid_of
from sessions.inviting import Asked, InvitationError, Known, MissingError, invited, usual_steps, with_invitation
from sessions.session import Session
from sessions.shelf import Shelf, built_in
from sessions.store import TinyStore
from sessions.texts import LANGUAGES, texts
from sessions.timer import MINUTE
from tests.sessions.building import DAY, NOON, TestClock, session

TODAY = date(2010, 11, 20)
ALL = Asked("2010-12-07", "13:00", "Møterommet", "Kvalitet", "Hva er godt nok?", "60")
CAFE, GROUP = built_in("dialogkafe").steps, built_in("refleksjonsgruppe").steps


def known(*meetings: Session, earlier: tuple[Invitation, ...] = (), usual: object = CAFE) -> Known:
    return Known(meetings, earlier, 1 + len(meetings), usual, TODAY)  # type: ignore[arg-type]  # steps of a programme


def held(**changes: object) -> Session:
    """Give a café that was to end at 14:30 in Oslo."""
    ends = NOON + 150 * MINUTE
    return replace(session(number=1, **changes).next(NOON), ends=ends)


def test_what_is_said_is_taken() -> None:
    made = invited(ALL, known(), "nn")
    assert made == Invitation(
        1, date(2010, 12, 7), "13:00", "Møterommet", "Kvalitet", "Hva er godt nok?", 60, "nn", TODAY
    )


def test_what_is_not_said_is_asked_for_in_one_sentence_that_names_all_of_it() -> None:
    with pytest.raises(MissingError) as caught:
        invited(Asked(), known(), "nb")
    assert caught.value.names == ["date", "time", "place", "theme"]
    for language in LANGUAGES:
        assert "--date, --time, --place, --theme" in texts(language).trouble(caught.value)
    with pytest.raises(MissingError) as caught:
        invited(Asked(date="2010-12-07", place="   "), known(held()), "nb")
    assert caught.value.names == ["place", "theme"]


def test_time_and_length_are_those_of_the_last_meeting() -> None:
    made = invited(replace(ALL, time="", minutes=""), known(held(), usual=GROUP), "nb")
    assert (made.number, made.begins, made.minutes) == (2, "13:00", 90)


def test_a_group_that_has_not_met_takes_the_time_its_programme_takes() -> None:
    assert invited(replace(ALL, minutes=""), known(usual=GROUP), "nb").minutes == 60


def test_a_group_that_chooses_its_theme_when_it_meets_need_not_say_it() -> None:
    assert invited(replace(ALL, theme=""), known(usual=GROUP), "nb").theme == ""


def test_a_meeting_that_is_set_up_is_the_one_that_is_invited_to() -> None:
    ends = datetime(2010, 11, 30, 13, 30, tzinfo=UTC).timestamp()  # 14:30 in Oslo
    planned = session(number=2, title="Vakter", day=date(2010, 11, 30), purpose="Hvem?", ends=ends)
    made = invited(Asked(place="Kantina"), known(held(), planned), "nb")
    assert made == Invitation(2, date(2010, 11, 30), "13:00", "Kantina", "Vakter", "Hvem?", 90, "nb", TODAY)
    assert known(held(), replace(planned, day=DAY)).planned is None


def test_a_second_invitation_to_the_same_meeting_needs_only_what_is_changed() -> None:
    first = invited(ALL, known(), "nb")
    later = replace(known(earlier=(first,)), today=date(2010, 11, 25))
    assert invited(Asked(), later, "nb") == first
    moved = invited(Asked(date="14.12.2010"), later, "nb")
    assert moved == replace(first, day=date(2010, 12, 14), made_on=date(2010, 11, 25), revision=1)
    assert uid_of("Natt", moved) == uid_of("Natt", first)


def test_the_meeting_after_that_keeps_time_and_place_and_asks_for_the_rest() -> None:
    first = invited(ALL, known(), "nb")
    after = known(held(), earlier=(first,))
    with pytest.raises(MissingError) as caught:
        invited(Asked(), after, "nb")
    assert caught.value.names == ["date", "theme"]
    second = invited(Asked(date="2010-12-21", theme="Vakter"), after, "nb")
    assert (second.number, second.begins, second.place, second.question) == (2, "13:00", "Møterommet", "")
    assert uid_of("Natt", second) != uid_of("Natt", first) != uid_of("Dag", first)


@pytest.mark.parametrize("said", ["13:00", "13.00", "13", " 13:00 "])
def test_a_time_is_read_as_people_write_it(said: str) -> None:
    assert invited(replace(ALL, time=said), known(), "nb").begins == "13:00"


@pytest.mark.parametrize("said", ["2010-12-07", "7.12.2010", "07.12.2010", "7. 12. 2010"])
def test_a_date_is_read_as_people_write_it(said: str) -> None:
    assert invited(replace(ALL, date=said), known(), "nb").day == date(2010, 12, 7)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        *[
            ({"date": text}, "date")
            for text in ("i morgen", "2010-13-01", "31.2.2011", "7.12.10", "1999-01-01", "7/12")
        ],
        *[({"time": text}, "time") for text in ("25:00", "13:60", "ett", "13:0", "1300", "-1", "24:00", "²")],
        *[({"minutes": text}, "minutes") for text in ("4", "601", "en time", "90.5", "-90", "9" * 9)],
        *[({name: "x" * 301}, "long") for name in ("place", "theme", "question")],
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(said: dict[str, str], key: str) -> None:
    with pytest.raises(InvitationError) as caught:
        invited(replace(ALL, **said), known(), "nb")
    assert caught.value.key == f"invite.{key}"
    for language in LANGUAGES:
        assert texts(language).trouble(caught.value).count("\n") == 0


def test_nobody_is_invited_to_a_day_that_has_passed() -> None:
    with pytest.raises(InvitationError) as caught:
        invited(replace(ALL, date="2010-11-19"), known(), "nb")
    assert texts("nb").trouble(caught.value) == "«2010-11-19» er forbi. Skriv en dag som kommer."
    assert invited(replace(ALL, date="2010-11-20"), known(), "nb").day == TODAY


def test_an_invitation_can_be_written_again_after_its_day() -> None:
    first = invited(ALL, known(), "nb")
    assert invited(Asked(), replace(known(earlier=(first,)), today=date(2010, 12, 8)), "nb") == first


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 9)), max_size=8))
def test_there_is_one_invitation_to_a_meeting_and_the_newest_counts(made: list[tuple[int, int]]) -> None:
    first = invited(ALL, known(), "nb")
    kept: tuple[Invitation, ...] = ()
    for number, revision in made:
        kept = with_invitation(kept, replace(first, number=number, revision=revision))
    assert {one.number: one.revision for one in kept} == dict(made)
    assert [one.number for one in kept] == sorted({number for number, _ in made})


def test_an_invitation_is_there_when_the_folder_is_opened_again(desk: Desk, tmp_path: Path) -> None:
    del desk
    made = invited(ALL, known(), "nb")
    with TinyStore(tmp_path / "again") as store:
        Desk(store, TestClock(), None).book("Natt").invite(made).result()  # type: ignore[arg-type]  # no minutes are written
    with TinyStore(tmp_path / "again") as store:
        assert store.groups() == [Group("Natt", invitations=(made,))]


def test_a_programme_that_is_gone_is_no_reason_not_to_invite() -> None:
    assert usual_steps(Shelf(), "vår-egen") == ()
    assert usual_steps(Shelf(), "dialogkafe") == CAFE
    assert invited(ALL, known(usual=()), "nb").minutes == 60
