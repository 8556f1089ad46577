"""Law 7: what is on disk after an evaluation tells neither which form came when nor what stood in one form."""

import json
import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.ballots import Ballot, Usefulness
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.minutes.group import group_minutes
from sessions.programme import StepKind
from sessions.room import Room
from sessions.storage.line import read_lines
from sessions.store import TinyStore
from tests.sessions.building import LINES, TestClock, session

PRESENT = 12
WORDS = ["", "", "alle fikk sagt noe", "Tida var knapp", "ære være", "å si det høyt"]
SENTENCE = st.sampled_from(WORDS) | LINES.map(lambda line: line[:40])
FORMS = st.lists(
    st.builds(Ballot, st.sampled_from(Usefulness), SENTENCE, SENTENCE, SENTENCE), min_size=1, max_size=PRESENT
)


def evaluated(folder: Path, forms: Sequence[Ballot], ids: Sequence[str], together: int) -> Room:
    """Hold an evaluation over a data folder: the forms come in this order, and so many are written at a time."""
    with TinyStore(folder) as store:
        room = Desk(store, TestClock(), MinutesFolder(folder)).keep(session(present=PRESENT))
        room.box.together = together
        while room.session.step.kind is not StepKind.EVALUATION:
            room.next()
        receipts = [room.box.put(form, form_id) for form, form_id in zip(forms, ids, strict=True)]
        room.box.count()
        for receipt in receipts:
            receipt.result(10)
    return room


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Give every file of a data folder; the lock is always empty."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def taken_apart(forms: Sequence[Ballot], chance: Random) -> list[Ballot]:
    """Give other forms of the same parts: each tick and each sentence may come with any others, in any order."""
    parts = [[getattr(form, name) for form in forms] for name in ("tick", "well", "badly", "better")]
    for part in parts:
        chance.shuffle(part)
    return [Ballot(*form) for form in zip(*parts, strict=True)]


@settings(max_examples=60)
@given(FORMS, st.integers(1, 5), st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_bytes_are_the_same_for_any_order_any_batches_and_any_way_the_forms_were_put_together(
    forms: list[Ballot], together: int, otherwise: int, chance: Random
) -> None:
    """Were a form, its id, its place or its batch to be told from the file, these would differ."""
    ids = [f"form-{number:08}" for number in range(len(forms))]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first = evaluated(Path(one), forms, ids, together)
        again = evaluated(Path(other), taken_apart(forms, chance), chance.sample(ids, len(ids)), otherwise)
        assert bytes_in(Path(one)) == bytes_in(Path(other))
        assert group_minutes(first.session) == group_minutes(again.session)


def test_the_bytes_are_others_when_one_tick_is_another(tmp_path: Path) -> None:
    """The test above can fail."""
    ids = ["form-one", "form-two"]
    same = Ballot(Usefulness.VERY, "alle fikk sagt noe")
    for name, tick in (("one", Usefulness.VERY), ("other", Usefulness.LITTLE)):
        evaluated(tmp_path / name, [same, Ballot(tick, "alle fikk sagt noe")], ids, 3)
    assert bytes_in(tmp_path / "one") != bytes_in(tmp_path / "other")


def test_who_copies_the_disk_all_the_time_sees_no_fewer_than_three_forms_at_once(tmp_path: Path) -> None:
    """And the journal has never held one, though other things are written meanwhile."""
    folder = tmp_path / "data"
    with TinyStore(folder) as store:
        room = Desk(store, TestClock(), MinutesFolder(tmp_path)).keep(session(present=40))
        while room.session.step.kind is not StepKind.EVALUATION:
            room.next()
        answered = []
        for number in range(38):
            room.box.put(Ballot(Usefulness.USEFUL, f"setning {number}"), f"form-{number:08}")
            room.toggle().result(10)
            journal = (folder / "dialogkafe.journal").read_bytes()
            assert b"setning" not in journal
            assert not any(
                step[1] in {"ticks", "sentences"} for line in read_lines(journal).lines for step in line.steps
            )
            answered.append(answered_on_disk(folder, tmp_path / f"copy-{number}"))
    steps = [later - earlier for earlier, later in pairwise([0, *answered]) if later != earlier]
    assert sum(steps) == 36
    assert min(steps) >= 3


def answered_on_disk(folder: Path, copy: Path) -> int:
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.lock", "*.owner"))
    with TinyStore(copy) as store:
        answered = store.sessions()[0].ballots.answered
    shutil.rmtree(copy)
    return answered


def test_nothing_beside_the_numbers_and_the_sentences_is_kept_of_a_form(tmp_path: Path) -> None:
    """The id that the phone made is in no file, and what is kept in its place leads to no tick and no sentence."""
    forms = [Ballot(Usefulness.VERY, well="Én"), Ballot(Usefulness.LITTLE, badly="To"), Ballot(Usefulness.VERY)]
    evaluated(tmp_path, forms, ["form-aaaa", "form-bbbb", "form-cccc"], 3)
    tables = json.loads((tmp_path / "dialogkafe.json").read_bytes())
    [ticks], [sentences], [own] = (list(tables[name].values()) for name in ("ticks", "sentences", "sessions"))
    about = {"session": own["id"], "place": 0}
    assert ticks == about | {"little": 1, "useful": 0, "very": 2, "answered": 3}
    assert sentences == about | {"well": ["Én"], "badly": ["To"], "better": []}
    assert own["forms"] == sorted(own["forms"])
    assert b"form-" not in b"".join(bytes_in(tmp_path).values())
