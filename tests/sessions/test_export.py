"""The table for whoever studies a group: each fact by itself, nothing of who or when, and no cell that acts."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.ballots import Ballot, Ballots, Usefulness
from sessions.group import Group
from sessions.hindsight import LaterForm, with_hindsight
from sessions.minutes.export import COLUMNS, FACTS, export_columns, export_sheet
from sessions.past import PastCafe
from sessions.people import Person
from sessions.series import SeriesError
from sessions.session import Session
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import DAY, KARI, NASTY, session
from tests.sessions.markdown import blocks, texts_of
from tests.sessions.rich import rich

FORMS = [
    Ballot(Usefulness.VERY, "alle fikk sagt noe", "", "=HYPERLINK(1)"),
    Ballot(Usefulness.VERY, "Kari Nordmann ledet det", "tida", ""),
    Ballot(Usefulness.USEFUL, "", "Åpent vindu; @trekk", ""),
    Ballot(Usefulness.USEFUL, "", "", "-pause"),
    Ballot(Usefulness.LITTLE, "", "", ""),
    Ballot(None, "bare ord", "", ""),
]


def ballots(forms: list[Ballot]) -> Ballots:
    counted = Ballots()
    for form in forms:
        counted = counted.with_ballot(form)
    return counted


def meeting(forms: list[Ballot], **changes: object) -> Session:
    whole = session(number=2, people=(KARI,), present=9, ballots=ballots(forms), group="Hjemmetjenesten")
    return replace(whole.approve(DAY), **changes)  # type: ignore[arg-type]  # any field


GROUP = Group("Hjemmetjenesten", leader="Tone Bø", past=(PastCafe(1, "Uro", 1, 2, 3, 9),))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_row_is_one_fact() -> None:
    later = with_hindsight(GROUP, 2, [LaterForm(Usefulness.VERY, "Radioen")] * 5, DAY + timedelta(days=92))
    found = [tuple(row.values()) for row in rows(export_sheet(later, [meeting(FORMS)]))]
    assert found == [
        ("1", "1", "0", "theme", "", "Uro"),
        ("1", "1", "0", "present", "9", ""),
        ("1", "1", "0", "answered", "6", ""),
        ("1", "1", "0", "ticked_little", "1", ""),
        ("1", "1", "0", "ticked_useful", "2", ""),
        ("1", "1", "0", "ticked_very", "3", ""),
        ("2", "1", "0", "theme", "", "Brukerkunnskap"),
        ("2", "1", "0", "present", "9", ""),
        ("2", "1", "0", "answered", "6", ""),
        ("2", "1", "0", "ticked_little", "1", ""),
        ("2", "1", "0", "ticked_useful", "2", ""),
        ("2", "1", "0", "ticked_very", "2", ""),
        ("2", "1", "0", "said_well", "", "alle fikk sagt noe"),
        ("2", "1", "0", "said_well", "", "bare ord"),
        ("2", "1", "0", "said_well", "", "En kollega ledet det"),
        ("2", "1", "0", "said_badly", "", "tida"),
        ("2", "1", "0", "said_badly", "", "Åpent vindu;' @trekk"),
        ("2", "1", "0", "said_better", "", "'-pause"),
        ("2", "1", "0", "said_better", "", "'=HYPERLINK(1)"),
        ("2", "2", "3", "answered", "5", ""),
        ("2", "2", "3", "ticked_little", "0", ""),
        ("2", "2", "3", "ticked_useful", "0", ""),
        ("2", "2", "3", "ticked_very", "5", ""),
        *[("2", "2", "3", "said_remember", "", "Radioen")] * 5,
    ]


@settings(max_examples=40)
@given(st.permutations(FORMS), st.randoms(use_true_random=False))
def test_neither_the_order_nor_which_parts_were_one_form_can_be_read(forms: list[Ballot], chance: Random) -> None:
    parts = [[getattr(form, name) for form in forms] for name in ("tick", "well", "badly", "better")]
    for part in parts:
        chance.shuffle(part)
    others = [Ballot(*form) for form in zip(*parts, strict=True)]
    assert export_sheet(GROUP, [meeting(forms)]) == export_sheet(GROUP, [meeting(others)])


def test_no_id_time_or_name_is_in_it() -> None:
    people = (KARI, Person("Per Olav Hovland", "Solsida", "kokk"))
    whole = replace(rich("nb"), people=people, group="Hjemmetjenesten", ballots=ballots(FORMS), title="Ved Tone Bø")
    text = export_sheet(GROUP, [whole])
    for word in (
        whole.id,
        "2010",
        "november",
        "Kari",
        "Hovland",
        "Tone",
        "Hjemmetjenesten",
        "Solsida",
        "radioen",
        "gule lapper",
    ):
        assert word not in text
    assert export_sheet(GROUP, [replace(whole, day=DAY + timedelta(days=9))]) == text


@pytest.mark.parametrize("threshold", range(3, 11))
def test_where_too_few_have_ticked_there_is_neither_number_nor_sentence(threshold: int) -> None:
    group = replace(GROUP, threshold=threshold)
    for count in range(1, 12):
        what = {row["what"] for row in rows(export_sheet(group, [meeting(FORMS[:1] * count)])) if row["meeting"] == "2"}
        assert ("ticked_very" in what) == ("said_well" in what) == (count >= max(5, threshold))


@settings(max_examples=60)
@given(st.lists(NASTY, min_size=5, max_size=7), NASTY)
def test_no_cell_acts_whatever_people_wrote(sentences: list[str], theme: str) -> None:
    forms = [Ballot(Usefulness.VERY, sentence, sentence, sentence) for sentence in sentences]
    text = export_sheet(GROUP, [meeting(forms, title=theme)])
    assert text.count("\n") == 1 + len(rows(text))
    for delimiter in ",;\t":
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_and_every_fact_is_explained(language: str) -> None:
    text = export_columns(replace(GROUP, threshold=7), texts(language))
    assert all(f"`{name}`: " in text for name in (*COLUMNS, *FACTS))
    assert "7" in texts_of(text)[-1]
    assert {block.kind for block in blocks(text)} == {
        *("h1heading", "h2heading", "pparagraph", "ulbullet_list", "lilist_item", "text"),
    }
    assert {row["what"] for row in rows(export_sheet(GROUP, [meeting(FORMS)]))} <= set(FACTS)


def test_a_group_that_nothing_is_known_of_has_no_table() -> None:
    with pytest.raises(SeriesError):
        export_sheet(Group("Natt"), [session()])
