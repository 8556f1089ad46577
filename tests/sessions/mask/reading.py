"""What the mask is sure of in a text, as the tests of its rules ask for it."""

from sessions.mask import mask
from sessions.mask.engine import THRESHOLD
from sessions.people import Person


def sure(text: str, people: tuple[Person, ...] = (), threshold: int = THRESHOLD) -> list[str]:
    """Give the words that are taken out without anyone's help, in the order they stand."""
    return [text[f.start : f.end] for f in mask(text, people, threshold=threshold).findings if f.sure]
