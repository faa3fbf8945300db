"""How do many draws of a share become one value of a row, and back?"""

import zlib

import numpy as np

STEPS = 65_535


def packed(draws: np.ndarray) -> bytes:
    """One value for draws of a share (0-1), on a grid of 65,536 steps.

    The upper bytes come first, then the lower: the upper ones repeat, and so compress.
    Raises ValueError where a draw is missing or no share.
    """
    shares = np.asarray(draws, dtype="float64")
    if not ((shares >= -1 / STEPS) & (shares <= 1 + 1 / STEPS)).all():
        raise ValueError("Draws of a share lie between 0 and 1, and none is missing.")
    steps = np.rint(shares.clip(0, 1) * STEPS).astype(">u2")
    return zlib.compress(steps.view("u1").reshape(-1, 2).T.tobytes(), level=1)


def unpacked(value: bytes) -> np.ndarray:
    """The draws, 0-1, each within 0.00001 of what was packed."""
    both = np.frombuffer(zlib.decompress(value), dtype="u1").reshape(2, -1)
    return np.ascontiguousarray(both.T).view(">u2")[:, 0].astype(np.float32) / np.float32(STEPS)
