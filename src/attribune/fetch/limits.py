"""How much is fetched before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most that one fetch may take.

    ``seconds`` is the time on the clock of one fetch with all its redirects and of each robots.txt; the pauses that
    manners ask for are not in it. ``ratio`` is the most that a compressed body may grow once it has passed
    ``free`` bytes (news compresses 3 to 10 times, a bomb 1,000 times).
    """

    bytes: int = 20_000_000  # of a body, decompressed
    headers: int = 65_536  # bytes of an answer's status line and headers
    seconds: float = 30.0
    silence: float = 10.0  # seconds without a byte
    redirects: int = 10
    ratio: int = 200
    free: int = 1_000_000

    @property
    def megabytes(self) -> str:
        """The limit on bytes in words."""
        return f"{self.bytes / 1_000_000:,g} MB"


DEFAULT = Limits()
