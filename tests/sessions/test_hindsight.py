"""Months later people are asked again: what they say has no names, cannot be linked, and stands beside the day's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.asking_again import asked_about, nameless
from sessions.ballots import Ballots, Usefulness
from sessions.desk import Desk
from sessions.group import Group
from sessions.hindsight import Hindsight, HindsightError, LaterForm, checked, tick_of, with_hindsight
from sessions.lookback import look_back, lookback_markdown
from sessions.minutes.hindsight import hindsight_blocks
from sessions.minutes.later_form import later_form, write_later_form
from sessions.past import PastCafe
from sessions.series import SeriesError, held
from sessions.store import TinyStore
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import DAY, KARI, LINES, TestClock, session
from tests.sessions.markdown import blocks, texts_of

GOLDEN = Path(__file__).parent / "golden_hindsight"
SENTENCE = st.sampled_from(["", "", "radioen ble slått av", "Alt", "ære"]) | LINES.map(lambda line: line[:40])
FORMS = st.lists(st.builds(LaterForm, st.none() | st.sampled_from(Usefulness), SENTENCE, SENTENCE), max_size=6)
LATER = DAY + timedelta(days=92)
USEFUL = LaterForm(Usefulness.USEFUL, "Radioen", "Den er slått av")


def taken_apart(forms: Sequence[LaterForm], chance: Random) -> list[LaterForm]:
    """Give other forms of the same parts, in any order."""
    parts = [[getattr(form, name) for form in forms] for name in ("tick", "remember", "came")]
    for part in parts:
        chance.shuffle(part)
    return [LaterForm(*form) for form in zip(*parts, strict=True)]


def bytes_after(folder: Path, forms: Sequence[LaterForm], together: int) -> dict[str, bytes]:
    """Give every file after the forms were put down, so many at a time."""
    with TinyStore(folder) as store:
        book = Desk(store, TestClock(), None).book("Natt")  # type: ignore[arg-type]  # no minutes are written
        book.settle(Group("Natt", threshold=4)).result()
        for start in range(0, len(forms), together):
            book.add_hindsight(1, forms[start : start + together]).result()
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@settings(max_examples=50)
@given(FORMS.filter(bool), st.integers(1, 4), st.integers(1, 4), st.randoms(use_true_random=False))
def test_neither_order_nor_form_can_be_read_from_the_disk(
    forms: list[LaterForm], together: int, otherwise: int, chance: Random
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first = bytes_after(Path(one), forms, together)
        assert first == bytes_after(Path(other), taken_apart(forms, chance), otherwise)
        assert b"remember" not in first["dialogkafe.journal"]


def test_the_bytes_are_others_when_one_tick_is_another(tmp_path: Path) -> None:
    """The test above can fail."""
    other = replace(USEFUL, tick=Usefulness.VERY)
    assert bytes_after(tmp_path / "a", [USEFUL, USEFUL], 2) != bytes_after(tmp_path / "b", [USEFUL, other], 2)


@given(FORMS)
def test_every_tick_and_every_sentence_is_counted_once(forms: list[LaterForm]) -> None:
    [counted] = with_hindsight(Group("Natt"), 3, forms, LATER).hindsight
    assert (counted.number, counted.day, counted.answered) == (3, LATER, len(forms))
    for kind in Usefulness:
        assert getattr(counted.ticks, kind.value) == sum(form.tick is kind for form in forms)
    for name in ("remember", "came"):
        assert sorted(getattr(counted, name)) == sorted(getattr(form, name) for form in forms if getattr(form, name))


def test_paper_that_comes_back_within_six_weeks_is_of_one_asking() -> None:
    group = Group("Natt")
    for number, days in [(1, 0), (1, 42), (1, 90), (2, 90), (1, 100)]:
        group = with_hindsight(group, number, [USEFUL], LATER + timedelta(days=days))
    assert [(one.number, (one.day - LATER).days, one.answered) for one in group.hindsight] == [
        (1, 0, 2),
        (1, 90, 2),
        (2, 90, 1),
    ]


def test_what_was_put_down_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    bytes_after(tmp_path, [USEFUL, LaterForm(None, "Alt", "")], 2)
    with TinyStore(tmp_path) as store:
        [group] = store.groups()
    day = date(2010, 11, 16)
    counted = Hindsight(1, day, useful=1, answered=2, remember=("Alt", "Radioen"), came=("Den er slått av",))
    assert group.hindsight == (counted,)


@pytest.mark.parametrize(("typed", "tick"), [("1", "little"), (" 2 ", "useful"), ("3", "very"), ("", None)])
def test_a_tick_is_typed_as_a_number(typed: str, tick: str | None) -> None:
    assert tick_of(typed) == (Usefulness(tick) if tick else None)


@pytest.mark.parametrize("typed", ["0", "4", "x", "12", "²"])
def test_another_tick_is_refused(typed: str) -> None:
    with pytest.raises(HindsightError) as caught:
        tick_of(typed)
    assert typed in texts("nb").trouble(caught.value)


@pytest.mark.parametrize("form", [LaterForm(), LaterForm(None, " \n", "\x00"), LaterForm(None, "x" * 501)])
def test_an_empty_form_and_one_that_is_too_long_are_refused(form: LaterForm) -> None:
    with pytest.raises(HindsightError):
        checked(form)


def test_no_name_is_kept_since_nothing_would_erase_it(desk: Desk) -> None:
    book = desk.book("Natt")
    book.settle(replace(book.group, leader="Tone Bø"))
    desk.keep(session(group="Natt", people=(KARI,)).approve(DAY))
    form = nameless(LaterForm(None, "Kari Nordmann lo", "Tone Bø ga oss tid"), asked_about(book), book.group, "nb")
    assert form == LaterForm(None, "En kollega lo", "En kollega ga oss tid")


def test_it_is_the_last_meeting_that_is_asked_about_unless_another_is_named(desk: Desk) -> None:
    book = desk.book("Natt")
    with pytest.raises(SeriesError):
        asked_about(book)
    book.add_past([PastCafe(1, "Uro", 1, 2, 3, 9), PastCafe(2, "Mat", 1, 2, 3, 9)])
    desk.keep(session(group="Natt", number=3).approve(DAY))
    assert [asked_about(book, number).number for number in ("", " ", "1", "2")] == [3, 3, 1, 2]
    for number in ("4", "x", "0", "-1"):
        with pytest.raises(HindsightError):
            asked_about(book, number)


def looking_back(language: str = "nb", threshold: int = 3) -> str:
    """Give what is told of a meeting that was asked about twice, and of a café from before."""
    meeting = session(number=2, present=9, people=(KARI,), ballots=Ballots(1, 4, 2, answered=7)).approve(DAY)
    group = Group("Natt", threshold=threshold, past=(PastCafe(1, "Uro", 1, 2, 3, 9),))
    for days, forms in [(92, [USEFUL] * 3), (183, [USEFUL] * 2)]:
        group = with_hindsight(group, 2, forms, DAY + timedelta(days=days))
    group = with_hindsight(group, 1, [LaterForm(Usefulness.VERY, "# Alt", "*Mye* <b>")] * 3, LATER)
    return "\n\n".join(hindsight_blocks(group, [meeting], texts(language))) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_and_the_form_that_asks_are_the_golden_ones(language: str) -> None:
    """`python -m tests.sessions.test_hindsight` writes them anew; read what has changed before you keep it."""
    for path, text in golden(language).items():
        assert text == path.read_text(encoding="utf-8")


def golden(language: str) -> dict[Path, str]:
    group = Group("Dialogkafé <Utviklingssenteret>")
    [about] = held(group, [session(title="Mat & måltider").approve(DAY)])
    return {
        GOLDEN / f"{language}.md": looking_back(language),
        GOLDEN / f"{language}.html": later_form(about, group, texts(language)),
    }


def test_what_was_said_later_stands_beside_what_was_said_on_the_day() -> None:
    words = texts_of(looking_back())
    assert words[words.index("samme dag", 12) :][:15] == [
        *("samme dag", "1", "4", "2", "7"),
        *("etter 3 måneder", "0", "3", "0", "3"),
        *("etter 6 måneder", "–", "–", "–", "2"),
    ]
    assert words.count("Den er slått av") == 3


def test_by_a_higher_threshold_neither_numbers_nor_sentences_are_told() -> None:
    text = looking_back(threshold=8)
    assert "Radioen" not in text
    assert not any(word.isdigit() and int(word) < 7 and word not in "2367" for word in texts_of(text))
    assert "Færre enn 8 har svart." in text


@given(LINES, LINES)
def test_what_people_wrote_is_text_and_nothing_else(sentence: str, theme: str) -> None:
    group = Group("Natt", past=(PastCafe(1, theme, 5, 0, 0, 9),))
    group = with_hindsight(group, 1, [LaterForm(Usefulness.VERY, sentence)] * 3, LATER)
    text = "\n\n".join(hindsight_blocks(group, [], texts("nb")))
    found = [block.kind for block in blocks(text)]
    assert (found.count("h2heading"), found.count("h3heading"), found.count("trtr")) == (1, 1, 3)
    assert {kind for block in blocks(text) for kind in block.other} <= {
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
    }


def test_a_look_back_tells_what_was_said_in_its_time_also_of_a_meeting_that_lies_before_it() -> None:
    meeting = session(number=2, present=9, ballots=Ballots(1, 4, 2, answered=7)).approve(DAY)
    group = Group("Natt")
    for days, word in [(92, "Radioen"), (400, "Vinduet")]:
        forms = [LaterForm(Usefulness.VERY, word)] * 3
        group = with_hindsight(group, 2, forms, DAY + timedelta(days=days))
    text = lookback_markdown(look_back(group, [meeting], DAY + timedelta(days=401), months=6), "nb")
    assert "| samme dag | 1 | 4 | 2 | 7 |" in text
    assert "| etter 13 måneder | 0 | 0 | 3 | 3 |" in text
    assert ("Vinduet" in text, "Radioen" in text) == (True, False)
    assert "I ettertid" not in lookback_markdown(look_back(group, [meeting], DAY + timedelta(days=50)), "nb")


def test_a_group_that_was_not_asked_again_has_nothing_to_tell() -> None:
    assert hindsight_blocks(Group("Natt"), [session().approve(DAY)], texts("nb")) == []
    orphan = with_hindsight(Group("Natt", past=(PastCafe(1, "Uro", 5, 0, 0, 9),)), 9, [USEFUL] * 3, LATER)
    assert hindsight_blocks(orphan, [], texts("nb")) == []


def test_the_form_names_nobody_and_is_told_where_it_cannot_be_written(tmp_path: Path) -> None:
    group = Group("Natt", leader="Tone Bø")
    [about] = held(group, [session(title="Ved Kari Nordmann", people=(KARI,)).approve(DAY)])
    page = write_later_form(about, group, texts("nb"), tmp_path / "ut").read_text(encoding="utf-8")
    assert "Kari" not in page
    assert "«Ved en kollega»" in page
    assert "http" not in page.replace("http-equiv", "")
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HindsightError) as caught:
        write_later_form(about, group, texts("nb"), tmp_path / "file")
    assert caught.value.key == "hindsight.folder"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for language in LANGUAGES:
        for path, text in golden(language).items():
            path.write_text(text, encoding="utf-8", newline="\n")
