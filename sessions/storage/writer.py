"""The one thread that writes: it makes all that waits durable at once, and tries again while the disk does not."""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sessions.storage.journaled import JournaledStorage

    Told = Callable[[OSError | None], None]

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    """A transaction to write, or else something to do when all before it is written.

    `traced` says whether the transaction may stand in the journal by itself.
    """

    done: Future[Any]
    transaction: str = ""
    traced: bool = True
    act: Callable[[], object] | None = None


class Writer:
    """Takes transactions from any thread and never keeps one waiting; the futures tell when the disk has them.

    The order of calls is kept. `trouble` is what stands in the way of writing, or None.
    """

    def __init__(self, storage: JournaledStorage, on_trouble: Told, retry_after: float) -> None:
        """Start to write.

        While the disk does not take what waits, it is tried again every `retry_after` seconds and when something new
        is saved. `on_trouble` is called from the writer's thread with the error when that starts, and with None when
        it is over.
        """
        self.trouble: OSError | None = None
        self._storage = storage
        self._on_trouble = on_trouble
        self._retry_after = retry_after
        self._waiting: deque[_Job] = deque()
        self._news = Condition()
        self._closing = False
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, transaction: str, *, traced: bool = True) -> Future[None]:
        """Write the transaction; the future is done when the disk has it. Raises ValueError after `close`.

        One that is not `traced` is never in the journal.
        """
        return self._add(_Job(_promise(), transaction, traced))

    def run(self, act: Callable[[], T]) -> Future[T]:
        """Do something in the writer's thread, when all that was saved before is on the disk.

        The future has what `act` returns or raises. Raises ValueError after `close`.
        """
        return self._add(_Job(_promise(), act=act))

    def close(self) -> None:
        """Write all that waits, and stop.

        Raises OSError if the disk did not take it; the futures of what was not written have the same error.
        """
        with self._news:
            self._closing = True
            self._news.notify()
        self._thread.join()
        if self._waiting:
            error = self.trouble or OSError("the writer has stopped")
            for job in self._waiting:
                job.done.set_exception(error)
            self._waiting.clear()
            raise error

    def _add(self, job: _Job) -> Future[Any]:
        with self._news:
            if self._closing:
                raise ValueError("closed")
            self._waiting.append(job)
            self._news.notify()
        return job.done

    def _run(self) -> None:
        while batch := self._next_batch():
            is_last_try = self._closing
            try:
                self._write(batch)
            except OSError as error:
                self._tell(error)
                if is_last_try:
                    return
                self._wait_for_room()
            else:
                self._tell(None)
                self._finish(batch)

    def _next_batch(self) -> list[_Job]:
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._closing)
            waiting = list(self._waiting)
            alike = takewhile(lambda job: job.act is None and job.traced is waiting[0].traced, waiting)
            return list(alike) or waiting[:1]

    def _write(self, batch: list[_Job]) -> None:
        transactions = [job.transaction for job in batch if job.act is None]
        if not batch[0].traced:
            self._storage.commit_untraced(transactions)
            return
        with self._storage.group():
            for transaction in transactions:
                self._storage.commit_transaction(transaction)

    def _wait_for_room(self) -> None:
        with self._news:
            tried = len(self._waiting)
            self._news.wait_for(lambda: len(self._waiting) > tried or self._closing, self._retry_after)

    def _finish(self, batch: list[_Job]) -> None:
        with self._news:
            for _ in batch:
                self._waiting.popleft()
        for job in batch:
            _settle(job)
        # What was saved is in the journal; a snapshot can wait for a better moment.
        with suppress(OSError):
            self._storage.compact_if_worth_it()

    def _tell(self, trouble: OSError | None) -> None:
        is_news = (trouble is None) != (self.trouble is None)
        self.trouble = trouble
        if is_news:
            try:
                self._on_trouble(trouble)
            except Exception:  # noqa: BLE001 - a listener's mistake must not stop the writing
                _log.exception("on_trouble failed; the writing goes on")


def _promise() -> Future[Any]:
    """Make a future that cannot be cancelled: who no longer waits for a note has still saved it."""
    promise: Future[Any] = Future()
    promise.set_running_or_notify_cancel()
    return promise


def _settle(job: _Job) -> None:
    try:
        result = job.act() if job.act else None
    except Exception as error:  # noqa: BLE001 - it belongs to the one who holds the future
        job.done.set_exception(error)
    else:
        job.done.set_result(result)
