"""Files that are no text, told by the bytes they begin with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Signature(NamedTuple):
    """What a file of a kind begins with, what it is, and what to do about it."""

    start: bytes
    name: str
    advice: str

    @property
    def message(self) -> str:
        """What was found and what to do."""
        return f"is {self.name}, no text; {self.advice}"


def binary_kind(data: bytes) -> Signature | None:
    """The kind of file that the bytes begin, None where they may be text."""
    return next((kind for kind in _signatures() if data.startswith(kind.start)), None)


@cache
def _signatures() -> tuple[Signature, ...]:
    lines = (files(__package__) / "data" / "signatures.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Signature(bytes.fromhex(start), name, advice) for start, name, advice in rows)
