"""The ballot box: forms wait in it, in memory alone, until some can be written together.

Who copies the disk before and after a form is written could tell from the difference what stood in it. So no fewer than
three are written at a time, but when the evaluation ends or everybody has answered: then there is nobody to wait for.
A form has its receipt when it is on disk. One that waits when the program is killed is lost here and has no receipt, so
the phone sends it again.
"""

from __future__ import annotations

import secrets
from concurrent.futures import Future
from hashlib import sha256
from typing import TYPE_CHECKING

from sessions import evaluation
from sessions.ballots import BallotError, checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sessions.ballots import Ballot
    from sessions.session import Session

TOGETHER = 3
_MARK = 16  # hexadecimal digits: enough that no two forms of a meeting have the same


class BallotBox:
    """The forms of one meeting that have come and are not counted yet. Used from one thread."""

    def __init__(
        self,
        session: Callable[[], Session],
        commit: Callable[[Session], object],
        threshold: Callable[[], int],
        together: int = TOGETHER,
    ) -> None:
        """`session` gives the session as it is, and `commit` changes it, through `emptied_into`.

        `threshold` gives the group's; `together` is how many forms are written at a time, at least.
        """
        self.together = together
        self._session = session
        self._commit = commit
        self._threshold = threshold
        self._is_last = False
        self._forms: dict[str, Ballot] = {}
        self._receipts: dict[str, Future[None]] = {}

    @property
    def answered(self) -> int:
        """How many have handed in a form, also those whose form is not on disk yet."""
        return self._session().ballots.answered + len(self._forms)

    @property
    def waiting(self) -> int:
        """How many forms are not on disk yet."""
        return len(self._forms)

    def put(self, ballot: Ballot, form: str = "") -> Future[None]:
        """Take a form, and give its receipt, which is done when the form is on disk.

        `form` is the id that the phone has made for it, so that the same form sent again is one; empty for one that is
        typed at the laptop. BallotError when the evaluation is not open, when as many have answered as may, and for a
        form that cannot be taken.
        """
        session, mark = self._session(), sha256((form or secrets.token_hex(12)).encode()).hexdigest()[:_MARK]
        if mark in self._receipts:
            return self._receipts[mark]
        receipt: Future[None] = Future()
        receipt.set_running_or_notify_cancel()  # who no longer waits for a form has still handed it in
        if mark in session.forms:
            receipt.set_result(None)
            return receipt
        _check_may_hand_in(session, self.answered)
        self._forms[mark] = checked(ballot)
        self._receipts[mark] = receipt
        if self._is_due(session):
            self._commit(session)
        return receipt

    def count(self) -> None:
        """Count what waits, however little it is: nobody will be here when more comes."""
        if self._forms:
            self._is_last = True
            self._commit(self._session())
            self._is_last = False

    def emptied_into(self, session: Session) -> tuple[Session, Callable[[Future[None]], None]]:
        """Give the session with what is due to be counted, and what to call when it is saved: it gives the receipts."""
        if not (self._is_last or self._is_due(session)):
            return session, lambda _: None
        after = evaluation.counted(session, self._forms, self._threshold())
        receipts = [self._receipts[mark] for mark in self._forms]
        self._forms = {}
        return after, lambda kept: _settle(receipts, kept)

    def _is_due(self, session: Session) -> bool:
        """Tell whether enough wait for one writing, or there is nobody more to wait for."""
        everybody = session.ballots.answered + self.waiting >= evaluation.may_answer(session)
        return bool(self._forms) and (self.waiting >= self.together or everybody or not evaluation.is_open(session))


def _settle(receipts: Iterable[Future[None]], kept: Future[None]) -> None:
    for receipt in receipts:
        if error := kept.exception():
            receipt.set_exception(error)
        else:
            receipt.set_result(None)


def _check_may_hand_in(session: Session, answered: int) -> None:
    if not evaluation.is_open(session):
        raise BallotError("ballot.closed")
    if not session.present:
        raise BallotError("ballot.nobody")
    if answered >= evaluation.may_answer(session):
        raise BallotError("ballot.enough")
