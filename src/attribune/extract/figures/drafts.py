"""A number with what stands beside it, as tokens of its line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attribune.extract.figures.bounds import Bounds, bounds_before, bounds_behind
from attribune.extract.figures.groups import OPENING, Group, read_group
from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import Number, read_number
from attribune.extract.figures.ranges import read_range
from attribune.extract.figures.units import Unit, read_unit

CLOSING = ("”", "’", '"', "'", "»", "`")


@dataclass(frozen=True)
class Draft:
    """A number, the words that bound it, and its unit or the group that it counts."""

    number: Number
    bounds: Bounds
    unit: Unit | None
    group: Group

    @property
    def first(self) -> int:
        """The figure's first token."""
        return self.bounds.first

    @property
    def end(self) -> int:
        """The token behind the figure's last one."""
        return self.unit.end if self.unit else self.group.end

    @property
    def is_bare(self) -> bool:
        """Whether the number stands without a noun, a unit or a word like "others"."""
        return self.unit is None and self.group.end == self.bounds.end


def draft_at(line: Line, position: int) -> Draft | None:
    """The number whose first numeral stands at a position, with what stands beside it."""
    single = read_number(line, position)
    if not single:
        return None
    number = read_range(line, single)
    bounds = bounds_behind(line, number)
    unit = read_unit(line, number, sign_before=single.first, behind=bounds.end)
    if unit:
        group = Group(unit.end, unit.end)
        bounds = replace(bounds, first=unit.first)
    else:
        group = read_group(line, number, bounds.end)
    counted = "" if group.is_empty else line.at(group.end - 1)
    return Draft(number, bounds_before(line, bounds, counted=counted), unit, group)


def without_group(draft: Draft) -> Draft:
    """The draft without its noun, which belongs to the next clause."""
    start = draft.group.first
    return replace(draft, group=Group(start, start, draft.group.further))


def closed_end(line: Line, draft: Draft) -> int:
    """The token behind the figure's last one, with the mark that closes a quotation around its noun alone."""
    quoted = not draft.group.is_empty and line.at(draft.group.first - 1) in OPENING
    return draft.end + (quoted and line.at(draft.end) in CLOSING and line.glued(draft.end))
