"""What changed between two versions of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from attribune.desk.locating import plain_address
from attribune.errors import UsageError
from attribune.intake import ADDRESS
from attribune.ledger.contract import LedgerReader
from attribune.ledger.entry import Entry
from attribune.link import Changes, compare_readings

LONGEST = 19  # digits of a number that no database takes for an id


@dataclass(frozen=True)
class Difference:
    """Two versions, and the statements and figures that appeared, changed or vanished between them."""

    old: Entry
    new: Entry
    changes: Changes


def versions_of(reader: LedgerReader, name: str) -> Sequence[Entry]:
    """The versions of the article that a name stands for: an address, a file, its number or its text's hash.

    Raises :class:`UsageError` where there is none, or several articles fit.
    """
    locators = sorted({entry.locator for entry in _entries(reader, name)})
    if not locators:
        raise UsageError(f"{name}: is not in the ledger; give an address or file that was added, or a number")
    if len(locators) > 1:
        raise UsageError(f"{name}: stands for {len(locators)} articles ({', '.join(locators[:3])}); give one of them")
    return list(reader.entries(locator=locators[0]))


def _entries(reader: LedgerReader, name: str) -> Sequence[Entry]:
    if name.isdecimal() and len(name) < LONGEST:
        found = reader.entry(int(name))
        return [found] if found else []
    if ADDRESS.match(name):
        return list(reader.entries(locator=plain_address(name)))
    exact = list(reader.entries(locator=name)) or list(reader.entries(locator=Path(name).absolute().as_posix()))
    return exact or list(reader.entries(text=name.lower()))


def differences(reader: LedgerReader, name: str, *, old: int | None = None, new: int | None = None) -> Difference:
    """What changed from one version to another; from the last but one to the last, unless others are named."""
    versions = versions_of(reader, name)
    if len(versions) < 2 and old is None and new is None:
        raise UsageError(f"{name}: the ledger has one version of it; there is nothing to compare")
    after = _version(versions, versions[-1].version if new is None else new, name)
    before = _version(versions, after.version - 1 if old is None else old, name)
    readings = [reader.reading(entry.id) for entry in (before, after)]
    one, two = (stored.reading for stored in readings if stored is not None)
    return Difference(before, after, compare_readings(one, two))


def _version(versions: Sequence[Entry], number: int, name: str) -> Entry:
    for entry in versions:
        if entry.version == number:
            return entry
    raise UsageError(f"{name}: has no version {number}; the ledger has 1 to {versions[-1].version}")
