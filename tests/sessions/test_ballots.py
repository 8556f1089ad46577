"""Forms that were handed in cannot be put together again, nor told apart by the order in which they came."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.ballots import Ballot, BallotError, Ballots, Usefulness, tick_of

FORMS = st.lists(
    st.builds(
        Ballot,
        st.none() | st.sampled_from(Usefulness),
        *[st.sampled_from(["", "alle fikk sagt noe", "Tida var knapp", "ære"])] * 3,
    ),
    max_size=6,
)


def counted(forms: list[Ballot]) -> Ballots:
    ballots = Ballots()
    for form in forms:
        ballots = ballots.with_ballot(form)
    return ballots


@given(FORMS, st.randoms(use_true_random=False))
def test_the_order_in_which_forms_came_leaves_no_trace(forms: list[Ballot], chance: Random) -> None:
    shuffled = [*forms]
    chance.shuffle(shuffled)
    assert counted(shuffled) == counted(forms)


@given(FORMS)
def test_every_tick_and_every_sentence_is_counted_once(forms: list[Ballot]) -> None:
    ballots = counted(forms)
    assert ballots.answered == len(forms)
    for kind in Usefulness:
        assert getattr(ballots, kind.value) == sum(form.tick is kind for form in forms)
    for name in ("well", "badly", "better"):
        assert sorted(getattr(ballots, name)) == sorted(getattr(form, name) for form in forms if getattr(form, name))


def test_a_tick_is_known_by_its_name_or_there_is_none() -> None:
    assert [tick_of(name) for name in ("little", "useful", "very", "")] == [*Usefulness, None]


@pytest.mark.parametrize("name", ["great", "LITTLE", "useful ", "1", "\x00"])
def test_an_unknown_tick_is_refused(name: str) -> None:
    with pytest.raises(BallotError) as caught:
        tick_of(name)
    assert caught.value.key == "ballot.tick"
