"""Of the evaluation the group's minutes tell numbers and sentences, and the leaders' the numbers alone."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.ballots import Ballot, Ballots, Usefulness
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.retention import without_raw
from sessions.session import Session
from sessions.shelf import built_in
from tests.sessions.building import KARI, LANGUAGES, session

BALLOTS = Ballots(
    *(2, 18, 5, 25),
    well=("alle fikk sagt noe", "Kari Nordmann lyttet", "æren gikk rundt"),
    badly=("# tida var knapp",),
    better=(),
)


def evaluated(ballots: Ballots = BALLOTS, **changes: object) -> Session:
    return replace(session(present=33, people=(KARI,)), ballots=ballots, **changes)  # type: ignore[arg-type]  # fields of a session


def section(text: str, heading: str = "## Evaluering") -> str:
    return text.partition(f"{heading}\n\n")[2].partition("\n\n## ")[0]


def test_the_group_gets_numbers_and_sentences_by_their_words_without_names() -> None:
    assert section(group_minutes(evaluated())) == (
        "25 av 33 har svart.\n\n- lite nyttig: 2\n- nyttig: 18\n- svært nyttig: 5\n\n"
        "### Dialogkafeen fungerte godt fordi …\n\n"
        "- *En kollega* lyttet\n- alle fikk sagt noe\n- æren gikk rundt\n\n"
        "### Dialogkafeen fungerte ikke godt fordi …\n\n- \\# tida var knapp\n\n"
        "Setningene slettes når innspillene slettes."
    )


def test_leaders_get_the_three_numbers_and_no_sentence() -> None:
    text = leaders_minutes(report_of(evaluated()))
    assert "\n\nEvaluering: lite nyttig 2, nyttig 18, svært nyttig 5.\n\n" in text
    for word in ("fikk sagt", "lyttet", "knapp", "25", "fungerte"):
        assert word not in text


@pytest.mark.parametrize("answered", [0, 1, 4])
def test_leaders_do_not_get_to_know_that_few_have_answered(answered: int) -> None:
    few = evaluated(Ballots(very=answered, answered=answered))
    assert leaders_minutes(report_of(few)) == leaders_minutes(report_of(evaluated(Ballots())))


@pytest.mark.parametrize("answered", [1, 2])
def test_where_one_could_guess_who_wrote_nothing_of_it_is_shown(answered: int) -> None:
    few = evaluated(Ballots(very=answered, answered=answered, well=("alle fikk sagt noe",)))
    assert section(group_minutes(few)) == "Færre enn 3 har svart. Det er for få til å vise hva de svarte."


def test_without_an_answer_there_is_no_section() -> None:
    assert "## Evaluering" not in group_minutes(evaluated(Ballots()))


def test_more_answers_than_people_present_are_told_of_as_many() -> None:
    assert section(group_minutes(evaluated(Ballots(very=34, answered=34)))).startswith("34 av 34 har svart.")


def test_after_the_erasure_the_numbers_stand_alone() -> None:
    text = section(group_minutes(without_raw(evaluated())))
    assert "- nyttig: 18" in text
    assert text.endswith("Setningene er slettet, slik gruppa ble lovet.")
    assert "sagt noe" not in text


def test_a_group_that_sits_in_one_circle_has_had_a_meeting() -> None:
    circle = evaluated(steps=built_in("refleksjonsgruppe").steps)
    assert "### Møtet fungerte godt fordi …" in group_minutes(circle)


@pytest.mark.parametrize(
    ("language", "heading", "numbers"),
    [
        ("nb", "## Evaluering", "lite nyttig 2, nyttig 18, svært nyttig 5"),
        ("nn", "## Evaluering", "lite nyttig 2, nyttig 18, svært nyttig 5"),
        ("en", "## Evaluation", "of little use 2, useful 18, very useful 5"),
    ],
)
def test_each_language_tells_it_in_its_words(language: str, heading: str, numbers: str) -> None:
    assert language in LANGUAGES
    whole = evaluated(language=language)
    assert heading in group_minutes(whole)
    assert numbers in leaders_minutes(report_of(whole))


FORMS = st.lists(st.builds(Ballot, st.sampled_from(Usefulness), *[st.text(max_size=8)] * 3), min_size=3, max_size=6)


@settings(max_examples=60)
@given(FORMS, st.randoms(use_true_random=False))
def test_the_minutes_do_not_tell_in_which_order_forms_came(forms: list[Ballot], chance: Random) -> None:
    def minutes(of: list[Ballot]) -> str:
        ballots = Ballots()
        for form in of:
            ballots = ballots.with_ballot(form)
        return group_minutes(evaluated(ballots))

    shuffled = [*forms]
    chance.shuffle(shuffled)
    assert minutes(shuffled) == minutes(forms)
