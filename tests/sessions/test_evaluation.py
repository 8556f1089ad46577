"""Everyone who is present may answer once; a form has its receipt when it is on disk, with others or at the end."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from sessions import evaluation
from sessions.ballots import LONGEST_SENTENCE, Ballot, BallotError, Ballots, Ticks, Usefulness
from sessions.desk import Desk
from sessions.programme import StepKind
from sessions.room import Room
from sessions.store import TinyStore
from tests.sessions.building import TestClock, session

USEFUL = Ballot(Usefulness.USEFUL, well="alle fikk sagt noe")


def at_evaluation(desk: Desk, present: int = 8) -> Room:
    """Open a café at its evaluation."""
    room = desk.keep(session(present=present))
    while room.session.step.kind is not StepKind.EVALUATION:
        room.next()
    return room


@pytest.fixture
def room(desk: Desk) -> Room:
    return at_evaluation(desk)


def done(*receipts: Future[None]) -> list[bool]:
    """Tell which forms are on disk, once the disk has all that was saved."""
    return [receipt.done() for receipt in receipts]


def wait(room: Room) -> None:
    """Wait until the disk has all that was saved."""
    room._store.save(room.session, room.session).result(10)


def test_a_form_waits_for_two_others_and_then_all_three_have_their_receipt(room: Room, store: TinyStore) -> None:
    first, second = (room.box.put(USEFUL, form) for form in ("form-one", "form-two"))
    wait(room)
    assert done(first, second) == [False, False]
    assert (room.box.answered, room.box.waiting, room.session.ballots) == (2, 2, Ballots())
    third = room.box.put(Ballot(Usefulness.VERY), "form-three")
    for receipt in (first, second, third):
        receipt.result(10)
    assert (room.box.answered, room.box.waiting) == (3, 0)
    [kept] = store.sessions()
    assert kept.ballots == Ballots(useful=2, very=1, answered=3, well=("alle fikk sagt noe",) * 2)


END: dict[str, Callable[[Room], object]] = {
    "the facilitator closes it": lambda room: room.let_evaluate(False),
    "the facilitator goes on": lambda room: room.next(),
    "the facilitator goes back": lambda room: room.back(),
    "fewer turn out to be present": lambda room: room.gather(1, ()),
    "the program is left": lambda room: room.box.count(),
}


@pytest.mark.parametrize("end", END)
def test_the_last_form_waits_no_longer_than_the_evaluation_lasts(room: Room, store: TinyStore, end: str) -> None:
    receipt = room.box.put(USEFUL)
    END[end](room)
    receipt.result(10)
    assert store.sessions()[0].ballots.answered == 1


def test_when_everybody_has_answered_nobody_is_waited_for(desk: Desk) -> None:
    room = at_evaluation(desk, present=5)
    receipts = [room.box.put(USEFUL) for _ in range(5)]
    for receipt in receipts:
        receipt.result(10)
    assert room.session.ballots.answered == 5


def test_an_approval_takes_the_forms_that_wait_into_the_minutes(room: Room) -> None:
    receipts = [room.box.put(Ballot(Usefulness.VERY, better="å ha mer tid")) for _ in range(4)]
    written = room.approve()
    receipts[3].result(10)
    assert room.session.ballots.answered == 4
    assert "svært nyttig: 4" in written.group.read_text(encoding="utf-8")


def test_the_same_form_sent_again_is_one_ballot(room: Room, desk: Desk) -> None:
    """While it waits, when it is on disk, when it is closed, and after the program was started again."""
    first = room.box.put(USEFUL, "form-one")
    assert room.box.put(USEFUL, "form-one") is first
    assert room.box.put(Ballot(Usefulness.LITTLE), "form-one") is first
    assert room.box.answered == 1
    room.let_evaluate(False)
    first.result(10)
    assert room.box.put(USEFUL, "form-one").done()
    wait(room)
    again = desk.open(desk.sessions()[0])
    assert again.box.put(USEFUL, "form-one").done()
    again.let_evaluate(True)
    assert again.box.put(USEFUL, "form-one").done()
    assert again.session.ballots.answered == 1


def test_a_form_without_a_receipt_is_counted_when_it_comes_again(room: Room, desk: Desk) -> None:
    """The program was killed while the form waited: nothing of it is on disk, and the phone still has it."""
    room.box.put(USEFUL, "form-one")
    wait(room)
    again = desk.open(desk.sessions()[0])
    assert again.box.answered == 0
    receipt = again.box.put(USEFUL, "form-one")
    again.let_evaluate(False)
    receipt.result(10)
    assert again.session.ballots.answered == 1


def test_two_forms_of_the_same_words_typed_at_the_laptop_are_two(room: Room) -> None:
    for _ in range(3):
        room.box.put(USEFUL)
    assert room.session.ballots.answered == 3


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(BallotError) as caught:
        act()
    return caught.value.key


def test_no_more_answer_than_are_present_unless_the_facilitator_says_so(desk: Desk) -> None:
    room = at_evaluation(desk, present=2)
    for _ in range(2):
        room.box.put(USEFUL)
    assert refusal(lambda: room.box.put(USEFUL)) == "ballot.enough"
    room.let_one_more_answer()
    room.box.put(USEFUL)
    assert refusal(lambda: room.box.put(USEFUL)) == "ballot.enough"
    assert room.session.ballots.answered == 3
    room.undo()
    assert evaluation.may_answer(room.session) == 2


def test_while_nobody_is_known_to_be_present_nobody_answers(desk: Desk) -> None:
    room = at_evaluation(desk, present=0)
    assert refusal(lambda: room.box.put(USEFUL)) == "ballot.nobody"
    room.gather(3, ())
    room.box.put(USEFUL)
    assert room.box.answered == 1


BAD = {
    "nothing in it": (Ballot(), "ballot.empty"),
    "blanks in it": (Ballot(well=" \u202e\n"), "ballot.empty"),
    "ten thousand characters": (Ballot(Usefulness.VERY, badly="x" * 10_000), "ballot.long"),
    "a character too many": (Ballot(better="x" * (LONGEST_SENTENCE + 1)), "ballot.long"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_form_that_cannot_be_taken_changes_nothing(room: Room, bad: str) -> None:
    ballot, key = BAD[bad]
    before = room.session
    assert refusal(lambda: room.box.put(ballot, "form-one")) == key
    assert room.session is before
    assert room.box.answered == 0
    room.box.put(USEFUL, "form-one")
    assert room.box.answered == 1


def test_sentences_are_one_line_of_plain_text(room: Room) -> None:
    room.box.put(Ballot(well="  vi\nfikk\tsnakke \u202e", badly="x" * LONGEST_SENTENCE))
    room.let_evaluate(False)
    assert room.session.ballots.well == ("vi fikk snakke",)
    assert len(room.session.ballots.badly[0]) == LONGEST_SENTENCE


def test_forms_are_taken_at_the_step_alone_until_it_is_closed_or_approved(room: Room) -> None:
    at = room.session.at
    for place in range(len(room.session.steps)):
        assert evaluation.is_open(replace(room.session, at=place)) is (place == at)
    room.let_evaluate(False)
    assert refusal(lambda: room.box.put(USEFUL)) == "ballot.closed"
    room.let_evaluate(True)
    room.approve()
    assert refusal(lambda: room.box.put(USEFUL)) == "ballot.closed"


def test_the_marks_of_forms_are_forgotten_when_the_group_approves(room: Room) -> None:
    room.box.put(USEFUL, "form-one")
    room.let_evaluate(False)
    [mark] = room.session.forms
    assert "form-one" not in mark
    room.approve()
    assert not room.session.forms


@pytest.mark.parametrize(("threshold", "ticks", "shown"), [(3, 4, False), (3, 5, True), (10, 9, False), (10, 10, True)])
def test_leaders_get_the_numbers_from_five_on_or_from_the_threshold_of_the_group(
    threshold: int, ticks: int, shown: bool
) -> None:
    whole = replace(session(), threshold=threshold, ballots=Ballots(little=1, useful=ticks - 1, answered=ticks + 3))
    assert evaluation.for_leaders(whole) == (Ticks(1, ticks - 1, 0) if shown else None)


def test_the_group_sees_its_result_from_its_own_threshold_on(desk: Desk) -> None:
    room = desk.keep(session(present=8, group="Natt"))
    assert room.book
    room.book.settle(replace(room.book.group, threshold=4))
    while room.session.step.kind is not StepKind.EVALUATION:
        room.next()
    for _ in range(3):
        room.box.put(USEFUL)
    assert not evaluation.may_be_shown(room.session)
    room.box.put(USEFUL)
    room.let_evaluate(False)
    assert room.session.threshold == 4
    assert evaluation.may_be_shown(room.session)


def test_on_a_full_disk_there_is_no_receipt_until_there_is_room(
    room: Room, store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("sessions.storage.pair.write_snapshot", full)
        receipts = [room.box.put(USEFUL) for _ in range(3)]
        with pytest.raises(TimeoutError):
            receipts[0].result(0.1)
        assert store.trouble
    for receipt in receipts:
        receipt.result(10)
    assert store.sessions()[0].ballots.answered == 3


def test_a_form_that_the_disk_never_took_has_no_receipt(
    room: Room, store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sessions.storage.pair.write_snapshot", full)
    receipts = [room.box.put(USEFUL) for _ in range(3)]
    with pytest.raises(OSError, match="No space left"):
        store.close()
    for receipt in receipts:
        with pytest.raises(OSError, match="No space left"):
            receipt.result(10)


def test_an_erased_session_leaves_no_tick_and_no_sentence(room: Room, desk: Desk, tmp_path: Path) -> None:
    receipts = [room.box.put(USEFUL) for _ in range(3)]
    receipts[0].result(10)
    desk.erase(room.session)
    data = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("dialogkafe.j*"))
    assert b"alle fikk" not in data
    assert b'"answered"' not in data


def test_a_session_of_before_there_were_ballots_is_read_as_one_without(
    desk: Desk, clock: TestClock, tmp_path: Path
) -> None:
    del clock
    desk.keep(session())
    [kept] = desk.sessions()
    assert (kept.ballots, kept.forms, kept.more_may_answer) == (Ballots(), (), 0)
    data = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("dialogkafe.j*"))
    assert b'"sentences"' not in data
