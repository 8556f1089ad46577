"""A text as the dark and light modules of a QR code (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache

QUIET_ZONE = 4  # modules of white around it, which the standard asks for


@lru_cache(maxsize=64)
def matrix(text: str) -> list[list[bool]]:
    """Give the rows of modules, dark ones True, with error correction M and the quiet zone around them."""
    import qrcode  # type: ignore[import-untyped]  # it has no types

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    modules: list[list[bool]] = code.get_matrix()
    return modules
