"""The sizes of terminal that screens are looked at in, from a small laptop's to a wall's.

The smallest and the usual one always; the others with the `sweep` marker, since a picture takes a second.
"""

import pytest

_USUAL = [(60, 18), (120, 40)]
_MORE = [(80, 24), (240, 67)]

at_sizes = pytest.mark.parametrize(
    "size",
    [
        *(pytest.param(size, id=f"{size[0]}x{size[1]}") for size in _USUAL),
        *(pytest.param(size, id=f"{size[0]}x{size[1]}", marks=pytest.mark.sweep) for size in _MORE),
    ],
)
