"""What a group remembers stays in it: contract, logs, trials, themes, ticks and newcomers reach no leader's file."""

import re
from dataclasses import fields, replace
from datetime import timedelta
from inspect import signature
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.checklist import Check
from sessions.contract import Agreement, Contract
from sessions.group import Group
from sessions.group_documents import PARTS
from sessions.lookback import look_back, lookback_markdown
from sessions.minutes.files import MinutesFolder
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import LeadersReport, leaders_minutes, report_of
from sessions.session import Session
from sessions.situation_log import EpisodeKind, HandedIn, SealedLog
from sessions.themes import Theme
from sessions.trials import HowItWent, Trial, TrialReport, told_on
from tests.sessions.building import sessions

WORDS = st.integers(0, 999).map(lambda number: f"hemmelig{number:03}")
"""Words that stand nowhere else."""


def few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(one, max_size=3)


@st.composite
def groups(draw: st.DrawFn, meeting: Session) -> Group:
    """Give a group that remembers all kinds of things, from the day of a meeting and the days around it."""
    days = st.integers(-40, 40).map(lambda ahead: meeting.day + timedelta(ahead)) | st.just(meeting.day)
    numbers = st.integers(1, 3)
    return Group(
        meeting.group or "Natt",
        purpose=draw(WORDS),
        not_for=draw(WORDS),
        leader=draw(WORDS),
        unit=draw(WORDS),
        contracts=tuple(draw(few(st.builds(Contract, numbers, WORDS, days)))),
        agreements=tuple(draw(few(st.builds(Agreement, numbers, numbers, days)))),
        themes=tuple(draw(few(st.builds(Theme, WORDS, st.none() | days)))),
        trials=tuple(Trial(place, text, draw(days)) for place, text in enumerate(draw(few(WORDS)), start=1)),
        reports=tuple(draw(few(st.builds(TrialReport, numbers, days, st.sampled_from(HowItWent), WORDS)))),
        handed_in=tuple(draw(few(st.builds(HandedIn, days, st.sampled_from(EpisodeKind))))),
        logs=tuple(draw(few(st.builds(SealedLog, numbers, WORDS, WORDS, numbers, numbers)))),
    )


@settings(max_examples=60)
@given(st.data())
def test_no_word_that_a_group_remembers_is_in_the_leaders_file(data: st.DataObject) -> None:
    """Not a byte of the file comes from the group, or from what is put down before and at the opening."""
    meeting = data.draw(sessions())
    group = data.draw(groups(meeting))
    held = replace(
        meeting,
        group=group.name,
        leader=group.leader,
        ready=tuple(check.value for check in Check),
        newcomers=3,
        questions=tuple(theme.text for theme in group.themes[:1]) or meeting.questions,
    )
    bare = replace(meeting, group=group.name)
    text = leaders_minutes(report_of(held))
    assert "hemmelig" not in text
    assert text == leaders_minutes(report_of(bare))


@settings(max_examples=60)
@given(st.data())
def test_contract_logs_and_other_days_are_not_in_the_group_s_file_either(data: st.DataObject) -> None:
    meeting = data.draw(sessions())
    group = data.draw(groups(meeting))
    tried = told_on(group, meeting.day)
    text = group_minutes(meeting, tried=tried)
    may = {trial.text for trial, _ in tried} | {report.happened for _, report in tried if report}
    assert set(re.findall(r"hemmelig\d{3}", text)) <= may
    assert set(re.findall(r"hemmelig\d{3}", group_minutes(meeting))) == set()


@settings(max_examples=60)
@given(st.data())
def test_a_look_back_has_trials_and_themes_that_were_used_and_nothing_more(data: st.DataObject) -> None:
    meeting = data.draw(sessions())
    group = data.draw(groups(meeting))
    text = lookback_markdown(look_back(group, [meeting], meeting.day + timedelta(60)), "nb")
    may = {trial.text for trial in group.trials} | {report.happened for report in group.reports}
    may |= {theme.text for theme in group.themes if theme.used_on}
    assert set(re.findall(r"hemmelig\d{3}", text)) <= may - {group.leader}


def test_the_report_for_leaders_has_no_place_for_a_group() -> None:
    """What builds it is given a session and what was raised earlier; the folder hands trials to the group's file only.

    The leader's name is there for the mask alone, as those of the people are.
    """
    assert not {field.name for field in fields(LeadersReport)} & {*PARTS, "ready", "newcomers", "tried"}
    assert MinutesFolder.write.__kwdefaults__ == {"tried": (), "earlier": ()}
    assert set(signature(report_of).parameters) == {"session", "earlier"}
