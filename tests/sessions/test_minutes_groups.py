"""Minutes of a group over several meetings: what leaders may know of the earlier ones, and the same text again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.answers import Answer, Judgement, Outcome, Verdict
from sessions.contract import Contract
from sessions.group import Group
from sessions.group_documents import PARTS
from sessions.intake import take_in
from sessions.minutes.form import answer_form
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.path import earlier_items, path_of
from sessions.situation_log import SealedLog
from sessions.texts import texts
from sessions.themes import Theme
from sessions.trials import HowItWent, Trial, TrialReport
from tests.sessions.building import KARI, LINES, PER, TestClock, session, sessions
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, filled, hold, leaders_file, meeting
from tests.sessions.markdown import headings, texts_of
from tests.sessions.test_minutes_leaders import hidden, may_be_seen, words

if TYPE_CHECKING:
    from sessions.desk import Desk
    from sessions.session import Session


@st.composite
def groups(draw: st.DrawFn) -> tuple[Group, list[Session]]:
    """Give a group with one to four meetings, some approved, and what came of items, also of unknown ones."""
    count = draw(st.integers(1, 4))
    met = [replace(draw(sessions()), group="Natt", number=number + 1) for number in range(count)]
    met = [
        replace(whole, day=date(2026, 1, 5) + timedelta(days=14 * place), language=met[0].language)
        for place, whole in enumerate(met)
    ]
    ids = st.builds("{}-{}".format, st.integers(1, count), st.integers(1, 3))
    answers = st.builds(
        Answer, ids, st.dates(date(2026, 1, 1), date(2026, 12, 1)), LINES, LINES, LINES, LINES, st.integers(0, 4)
    )
    judgements = st.builds(
        Judgement,
        ids,
        st.dates(date(2026, 1, 1), date(2026, 12, 1)),
        st.integers(1, 4),
        st.none() | st.sampled_from(Verdict),
        st.none() | st.sampled_from(Outcome),
    )
    own = draw(own_of_the_group())
    given_answers, said = draw(st.lists(answers, max_size=4)), draw(st.lists(judgements, max_size=4))
    return replace(own, answers=tuple(given_answers), judgements=tuple(said)), met


@st.composite
def own_of_the_group(draw: st.DrawFn) -> Group:
    """Give a group with a contract, themes, trials and what was said of them: what no leader may read."""
    day = st.dates(date(2026, 1, 1), date(2026, 12, 1))
    parts = {
        "contracts": st.builds(Contract, st.just(1), LINES, day),
        "themes": st.builds(Theme, LINES, st.none() | day),
        "trials": st.builds(Trial, st.just(1), LINES, day),
        "reports": st.builds(TrialReport, st.just(1), day, st.sampled_from(HowItWent), LINES),
        "logs": st.builds(SealedLog, st.integers(1, 9), LINES, LINES, st.just(1), st.just(1)),
    }
    own = {name: tuple(draw(st.lists(some, max_size=2))) for name, some in parts.items()}
    return Group("Natt", purpose=draw(LINES), not_for=draw(LINES), **own)  # type: ignore[arg-type]  # by name, as above


def told_in(group: Group) -> set[str]:
    """Give every word that the group remembers for itself."""
    told = [group.purpose, group.not_for]
    told += [one.text for one in group.contracts] + [one.text for one in group.themes]
    told += [one.text for one in group.trials] + [one.happened for one in group.reports]
    return words(*told, *(text for one in group.logs for text in (one.salt, one.box)))


def of_path(whole: Session) -> set[str]:
    """Give the words that the program itself says of what waits."""
    own = texts(whole.language).words
    said = [str(text) for key, text in own.items() if key.startswith(("answers.wait", "answers.new", "path."))]
    months = [texts(whole.language).day(date(2026, month, 1)) for month in range(1, 13)]
    days = [str(number) for number in range(400)] + [str(number) for number in range(2000, 2100)]
    return words(*said, *months, *days)


@settings(max_examples=60)
@given(groups())
def test_no_word_that_leaders_may_not_see_of_any_meeting_is_in_their_file(drawn: tuple[Group, list[Session]]) -> None:
    """Kept items, notes, names, themes of all meetings; what another leader answered; what the group said of it."""
    group, met = drawn
    last = met[-1]
    earlier = earlier_items(group, met, last.number)
    secret = set().union(*(hidden(whole) for whole in met))
    secret |= told_in(group)
    secret |= {word for answer in group.answers for word in words(*answer.lines)}
    open_ones = [whole for whole in met[:-1] if whole.approved]
    allowed = set().union(*(may_be_seen(whole) for whole in [*open_ones, last])) | of_path(last)
    found = words(leaders_minutes(report_of(last, earlier)))
    assert not (secret - allowed) & found
    form = words(answer_form(report_of(last, earlier), "svar.md"))
    page = words(answer_form(report_of(session(language=last.language)), "svar.md"))
    assert not {word for word in secret - allowed - page if len(word) > 8} & form


def test_the_parts_of_a_group_that_the_file_is_held_against_are_all_there_are() -> None:
    """A part more of the group is a decision: what it holds must not reach the leaders either."""
    seen = {"answers", "judgements", "contracts", "themes", "trials", "reports", "logs"}
    numbers_and_what_is_for_the_group = {"agreements", "handed_in", "past", "invitations", "hindsight"}
    assert seen | numbers_and_what_is_for_the_group == set(PARTS)


@settings(max_examples=60)
@given(groups(), st.integers(0, 3))
def test_what_comes_after_a_meeting_changes_not_a_byte_of_its_minutes(
    drawn: tuple[Group, list[Session]], later: int
) -> None:
    group, met = drawn
    place = min(later, len(met) - 1)
    whole = met[place]
    known = replace(
        group,
        answers=tuple(one for one in group.answers if one.after < whole.number),
        judgements=tuple(one for one in group.judgements if one.session <= whole.number),
    )
    now, then = earlier_items(group, met, whole.number), earlier_items(known, met[: place + 1], whole.number)
    assert group_minutes(whole, earlier=now) == group_minutes(whole, earlier=then)
    assert leaders_minutes(report_of(whole, now)) == leaders_minutes(report_of(whole, then))


def test_minutes_written_again_after_a_year_are_the_same_bytes(desk: Desk, tmp_path: object, clock: TestClock) -> None:
    """Also when answers have come, meetings were held, and the names are gone."""
    del tmp_path
    one = hold(desk, meeting(1, [TRAINING, OVERLAP], people=(KARI, PER)))
    desk.book(GROUP).take_answers([Answer("1-1", date.min, "Ja", "Vi ordner det")], "nb")
    two = hold(desk, meeting(2, [MEALS]))
    before = {path: path.read_bytes() for path in desk.minutes.folder.iterdir()}
    desk.book(GROUP).take_answers([Answer("1-2", date.min, "Ja", "Det også")], "nb")
    desk.book(GROUP).judge("1-1", 3, Verdict.BETTER, Outcome.RAISED_AGAIN)
    hold(desk, meeting(3, [OVERLAP]))
    clock.at = 1.8e9
    for whole in (one, two):
        desk.write_minutes(whole)
    assert {path: path.read_bytes() for path in before} == before


def test_leaders_get_what_waits_first_with_its_days_and_lines_to_answer_in(desk: Desk) -> None:
    one = hold(desk, meeting(1, [TRAINING, OVERLAP]))
    desk.book(GROUP).take_answers([Answer("1-1", date.min, "Ja", "Vi ordner det")], "nb")
    two = hold(desk, meeting(2, [MEALS]))
    text = leaders_file(desk, two)
    assert headings(text) == [
        ("h1", "Refleksjonsgruppe: til ledelsen"),
        ("h2", "Venter fortsatt på svar"),
        ("h3", "Sak 1-2: Overlapp mellom vaktene"),
        ("h2", "Nye saker"),
        ("h3", "Sak 2-1: Måltider"),
    ]
    said = texts_of(text)
    assert said[1].endswith("1 sak fra tidligere venter fortsatt på svar, og står først.")
    assert "●○○○○ forberede · løftet\nLøftet 1. september 2026. Har ventet i 14 dager." in said
    assert text.count("- Slik forstår vi saken:") == 2
    assert "Venter fortsatt" not in leaders_file(desk, one)


def test_the_group_reads_its_earlier_items_with_their_answers(desk: Desk) -> None:
    hold(desk, meeting(1, [TRAINING, OVERLAP]))
    book = desk.book(GROUP)
    book.take_answers(
        [Answer("1-1", date.min, "Ja", "Vi ordner *det*\n\nSnart", "Tone Eksempel, 912 34 567", "1. mai")], "nb"
    )
    book.judge("1-1", 2, Verdict.BETTER)
    two = meeting(2, [MEALS], people=(KARI,))
    text = group_minutes(two, earlier=desk.earlier(two))
    said = texts_of(text)
    place = said.index("Løftet tidligere")
    assert said[place + 1 : place + 11] == [
        "Sak 1-1: Opplæring av vikarer",
        "●●●●○ kontrollere · bedre",
        "Svar fra leder, tatt inn 16. november 2010",
        "Slik forstår vi saken: Ja",
        "Dette gjør vi: Vi ordner *det*",
        "Snart",
        "Ansvarlig: Tone Eksempel, 912 34 567",
        "Frist: 1. mai",
        "Sak 1-2: Overlapp mellom vaktene",
        "●○○○○ forberede · løftet\nLøftet 1. september 2026. Har ventet i 14 dager.",
    ]


def test_an_item_that_was_followed_up_is_in_the_minutes_of_that_meeting_and_then_no_more(desk: Desk) -> None:
    hold(desk, meeting(1, [TRAINING]))
    book = desk.book(GROUP)
    book.take_answers([Answer("1-1", date.min, "Ja", "Vi ordner det")], "nb")
    book.judge("1-1", 2, None, Outcome.FOLLOWED_UP)
    two, three = meeting(2), meeting(3)
    assert "●●●●● følge opp · fulgt opp" in group_minutes(two, earlier=desk.earlier(two))
    hold(desk, two)
    assert "Løftet tidligere" not in group_minutes(three, earlier=desk.earlier(three))


def test_an_item_that_is_raised_again_waits_anew_and_a_new_answer_ends_that(desk: Desk, tmp_path: object) -> None:
    hold(desk, meeting(1, [TRAINING]))
    book, words = desk.book(GROUP), texts("nb")
    book.take_answers([Answer("1-1", date.min, "Ja", "Vi venter og ser")], "nb")
    book.judge("1-1", 2, Verdict.WORSE, Outcome.RAISED_AGAIN)
    two = hold(desk, meeting(2))
    assert "Sak 1-1" in leaders_file(desk, two)
    path = desk.minutes.folder / "svar.md"
    path.write_text(filled(leaders_file(desk, two), "1-1", "Ja", "Vi gjør det likevel"), encoding="utf-8")
    take_in(desk, path)
    [item] = desk.earlier(meeting(3))
    assert path_of(item, words) == "●●○○○ planlegge · besvart"
    assert [one.does for one in item.answers] == ["Vi venter og ser", "Vi gjør det likevel"]
    assert not item.waits
    del tmp_path


@pytest.mark.parametrize("language", ["nn", "en"])
def test_what_the_mask_put_in_is_marked_in_the_language_of_the_meeting(language: str, desk: Desk) -> None:
    hold(desk, meeting(1, [("Til Kari", "Vi spurte Kari Nordmann i går.", "")], people=(KARI,), language=language))
    two = meeting(2, language=language)
    colleague = texts(language)("placeholder.participant")
    assert f"Vi spurte *{colleague}* i går." in leaders_file(desk, two)
