"""The two minutes of a session: one text a session, whole in every language, with the block that leaders fill in."""

import cProfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from sessions.items import Fate
from sessions.mask import shown
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.notes import Notes
from sessions.retention import without_raw
from sessions.session import Session
from sessions.sorting import decided, made
from tests.sessions import rich
from tests.sessions.building import LANGUAGES, note, noted, session, sessions
from tests.sessions.markdown import Block, blocks, headings, texts_of

LABELS = {
    "nb": ["Slik forstår vi saken:", "Dette gjør vi:", "Ansvarlig:", "Frist:"],
    "nn": ["Slik forstår vi saka:", "Dette gjer vi:", "Ansvarleg:", "Frist:"],
    "en": ["How we understand this:", "What we will do:", "Responsible:", "Deadline:"],
}


def leaders(whole: Session) -> str:
    return leaders_minutes(report_of(whole))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_of_one_rich_session_are_the_golden_ones(language: str) -> None:
    for path, text in rich.minutes(language).items():
        assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(rich.GOLDEN.glob("*.md")), ids=lambda file: file.stem)
def test_the_golden_minutes_are_plain_to_read(file: Path) -> None:
    text = file.read_bytes().decode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\n\n\n" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert len(list(rich.GOLDEN.iterdir())) == 2 * len(LANGUAGES)


def test_the_group_reads_what_came_out_what_stays_and_what_is_raised() -> None:
    assert headings(group_minutes(rich.rich("nb"))) == [
        ("h1", "Brukerkunnskap: gruppas referat"),
        ("h2", "Det som kom fram"),
        ("h3", "Måltider"),
        ("h3", "Rapport og overlapp"),
        ("h3", "Uten tema"),
        ("h2", "Blir i gruppa"),
        ("h3", "Sak 3-1: Vi slår av radioen under middagen. Det trenger vi ikke…"),
        ("h3", "Sak 3-3: Opplæring av vikarer er ingen sin oppgave"),
        ("h2", "Løftes til ledelsen"),
        ("h3", "Sak 3-2: Vikarer får ikke opplæring i rapportsystemet"),
        ("h3", "Sak 3-4: Overlapp #"),
        ("h2", "Hva skjer videre"),
    ]


def test_the_leaders_read_what_is_raised_and_nothing_else() -> None:
    assert headings(leaders(rich.rich("nb"))) == [
        ("h1", "Brukerkunnskap: til ledelsen"),
        ("h3", "Sak 3-2: Vikarer får ikke opplæring i rapportsystemet"),
        ("h3", "Sak 3-4: Overlapp #"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_leader_fills_in_four_labels_under_each_item(language: str) -> None:
    found = blocks(leaders(rich.rich(language)))
    words = [block.text for block in found if block.kind == "text"]
    places = [place for place, text in enumerate(words) if text == LABELS[language][0]]
    assert len(places) == 2
    for place in places:
        assert words[place : place + 4] == LABELS[language]
        at = found.index(Block("text", LABELS[language][0]))
        assert [block.kind for block in found[at - 3 : at]] == ["ulbullet_list", "lilist_item", "pparagraph"]
    assert sum(block.kind == "ulbullet_list" for block in found) == 3


@settings(max_examples=60)
@given(sessions())
def test_every_raised_item_has_its_four_lines_exactly(whole: Session) -> None:
    for text in (leaders(whole), leaders(replace(whole, erased=True))):
        raised = sum(item.raised for item in whole.items)
        block = "\n".join(f"- {label}" for label in LABELS[whole.language])
        assert text.count(f"\n\n{block}\n\n") == raised
        assert len([found for found in headings(text) if found[0] == "h3"]) == raised


@settings(max_examples=60)
@given(sessions())
def test_the_same_session_gives_the_same_bytes(whole: Session) -> None:
    """Whatever order its notes were written in, at whatever time, in whatever round; the clock is not in it."""
    turned = Notes(replace(one, written=-one.written, round=7) for one in reversed(list(whole.notes.values())))
    later = replace(whole, notes=turned, at=len(whole.steps) - 1, ends=None)
    assert group_minutes(whole) == group_minutes(later)
    assert leaders(whole) == leaders(later)
    assert group_minutes(whole).encode()


@settings(max_examples=60)
@given(sessions())
def test_the_group_s_minutes_have_every_item_once(whole: Session) -> None:
    found = [text for level, text in headings(group_minutes(whole)) if level == "h3"]
    for item in whole.items:
        assert sum(f" {whole.number}-{item.number}: " in f"{text} " for text in found) >= 1


def test_what_there_is_nothing_of_is_said() -> None:
    words = texts_of(group_minutes(session()))
    for said in ("Ingen innspill ble skrevet.", "Ingen saker.", "Ingen saker løftes denne gangen."):
        assert said in words
    assert "Ingenting går til ledelsen fra dette møtet." in words
    empty = texts_of(leaders(session()))
    assert empty[1] == "Gruppa løfter ingen saker denne gangen."
    assert "Hensikt" not in group_minutes(session())
    assert not any("Nei, fordi" in text for text in empty)


def test_one_item_and_one_day_are_said_in_the_singular() -> None:
    whole = decided(made(session(retention_days=1), "Mat"), 1, Fate.RAISED)
    assert "Gruppa løfter 1 sak." in leaders(whole)
    assert "slettes dagen etter godkjenning" in group_minutes(whole)


def test_the_approval_stands_in_both_when_it_was_given() -> None:
    line = "Gruppa leste dette sammen og godkjente det 17. november 2010."
    for write in (group_minutes, leaders):
        assert line not in texts_of(write(session()))
        assert line in texts_of(write(session().approve(date(2010, 11, 17))))


def test_a_text_that_its_heading_says_whole_is_not_said_twice() -> None:
    whole = decided(made(session(), "Mat er viktig."), 1, Fate.RAISED)
    assert leaders(whole).count("Mat er viktig") == 1


def test_notes_of_one_theme_alone_have_no_heading_when_the_tables_have_none() -> None:
    assert "Uten tema" not in group_minutes(noted(note("a", table=9)))
    assert "### Uten tema" in group_minutes(noted(note("a", table=9), note("b")))


def test_erased_notes_are_said_to_be_erased() -> None:
    bare = group_minutes(without_raw(noted(note("a"))))
    assert "Innspillene er slettet, slik gruppa ble lovet." in texts_of(bare)
    assert "14 dager" not in bare


def test_minutes_take_time_in_proportion_to_what_stands_in_them() -> None:
    """Counted in calls, which no busy machine changes."""

    def calls(size: int) -> int:
        whole = noted(*(note(str(n), f"Innspill {n}") for n in range(size)))
        for number in range(1, size // 10 + 1):
            whole = decided(made(whole, f"Sak {number}"), number, Fate.RAISED)
        shown._seen.cache_clear()
        profile = cProfile.Profile()
        profile.runcall(lambda: (group_minutes(whole), leaders(whole)))
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)  # the mask's data is loaded once
    assert calls(800) < 2.2 * calls(400)
