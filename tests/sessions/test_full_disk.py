"""A full disk is told once, keeps what waits in order, and is told once when it is over."""

import sys
from pathlib import Path

import pytest

from tests.sessions.processes import python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is POSIX's")

FULL = """
import resource, sys
from pathlib import Path
from threading import Event
from sessions.database import Change, Database

room = lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
save = lambda key: database.save([Change("notes", key, {"id": key, "text": 100 * "x"})])
told, started, ended = [], Event(), Event()
def on_trouble(error):
    told.append(error and type(error))
    (started if error else ended).set()

database = Database(Path(sys.argv[1]), on_trouble=on_trouble, retry_after=float(sys.argv[3]))
save("a").result()
room(300)
waiting = [save("b"), save("c")]
started.wait()
waiting.append(save("d"))
try:
    database.flush(0.1)
except TimeoutError as late:
    print("late because of", type(late.__cause__).__name__)
print("done", [promise.done() for promise in waiting], len(database.documents("notes")))
if sys.argv[2] == "room":
    room(resource.RLIM_INFINITY)
    ended.wait()
    [promise.result() for promise in waiting]
if sys.argv[2] == "something new":
    room(resource.RLIM_INFINITY)
    print("over by itself", ended.wait(0.2))
    save("e").result()
if sys.argv[2] == "room at last":
    room(resource.RLIM_INFINITY)
try:
    database.close()
except OSError as error:
    print("closed with", type(error).__name__, {type(promise.exception()).__name__ for promise in waiting})
print([kind and kind.__name__ for kind in told])
room(resource.RLIM_INFINITY)
with Database(Path(sys.argv[1])) as database:
    print([d["id"] for d in database.documents("notes")], database.damaged)
"""


def test_all_is_written_when_there_is_room_again(tmp_path: Path) -> None:
    assert python(FULL, str(tmp_path), "room", "0.01").splitlines() == [
        "late because of OSError",
        "done [False, False, False] 1",
        "['OSError', None]",
        "['a', 'b', 'c', 'd'] None",
    ]


def test_it_is_tried_again_when_something_new_is_saved(tmp_path: Path) -> None:
    """And not without a rest before that."""
    assert python(FULL, str(tmp_path), "something new", "3600").splitlines()[2:] == [
        "over by itself False",
        "['OSError', None]",
        "['a', 'b', 'c', 'd', 'e'] None",
    ]


def test_closing_tries_once_more(tmp_path: Path) -> None:
    assert python(FULL, str(tmp_path), "room at last", "3600").splitlines()[2:] == [
        "['OSError', None]",
        "['a', 'b', 'c', 'd'] None",
    ]


def test_closing_tells_what_could_not_be_written(tmp_path: Path) -> None:
    """And does so in the futures too; what was acknowledged is there."""
    assert python(FULL, str(tmp_path), "no room", "0.01").splitlines() == [
        "late because of OSError",
        "done [False, False, False] 1",
        "closed with OSError {'OSError'}",
        "['OSError']",
        "['a'] None",
    ]
