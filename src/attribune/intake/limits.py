"""How much is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most that one article, file, line or page may hold.

    JSON Lines, tables, mailboxes and web archives may be of any size, as they are read piece by piece; ``ratio`` is
    the most that a compressed input may grow once it has passed ``bytes`` (news compresses 3 to 10 times, a bomb
    1,000 times).
    """

    characters: int = 1_000_000  # of one article's text
    bytes: int = 20_000_000  # of a file that holds one article, and of one piece of a file that holds many
    elements: int = 100_000  # of a page; news pages have 500 to 10,000, and extraction takes 0.05 ms for each
    ratio: int = 200
    pages: int = 500  # of a PDF

    @property
    def megabytes(self) -> str:
        """The limit on bytes in words."""
        return f"{self.bytes / 1_000_000:,g} MB"


DEFAULT = Limits()
