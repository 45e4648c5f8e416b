"""Floors and aims of the figures: what they may not fall below, and where they should get to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from attribune.errors import Unreadable

DECIMALS = 1  # figures are compared as they are shown


@dataclass(frozen=True)
class Floor:
    """The least that a figure may be, in per cent, and what it should be, where that is known."""

    floor: float
    aim: float | None = None

    def holds(self, figure: float) -> bool:
        """Whether ``figure``, as it is shown, is not below the floor."""
        return round(figure, DECIMALS) >= self.floor


Floors = Mapping[str, Floor]


def read_floors(path: Path, measured: str) -> Floors:
    """The floors by figure for what was ``measured``, like ``polnear/dev``; none where the file has none."""
    try:
        sets = json.loads(path.read_text(encoding="utf8"))
        return {name: Floor(**entry) for name, entry in sets.get(measured, {}).items()}
    except (ValueError, TypeError, AttributeError) as cause:
        raise Unreadable(f"{path} is no file of floors: {cause}") from cause


def broken(figures: Mapping[str, float], floors: Floors) -> Iterator[str]:
    """Names of the floors that a figure is below, or that have no figure."""
    for name, floor in floors.items():
        if name not in figures or not floor.holds(figures[name]):
            yield name
