"""Articles that an older reader or program has read, read anew; reviews stay with their statements."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from attribune.desk.carrying import carried_reviews
from attribune.desk.files import read_one, reader_card
from attribune.desk.filing import Filing
from attribune.desk.meanings import vectors_of
from attribune.desk.preparing import keys_of
from attribune.errors import InputError, UsageError
from attribune.intake import Failure
from attribune.ledger.addition import Added
from attribune.ledger.contract import Ledger
from attribune.ledger.entry import Entry
from attribune.reading import Reading
from attribune.version import program


@dataclass(frozen=True)
class Reread:
    """An article that was read anew, or why it could not be; ``kept``, ``flagged`` and ``lost`` count its reviews."""

    entry: Entry
    added: Added | None
    failure: Failure | None = None
    kept: int = 0
    flagged: int = 0
    lost: int = 0


def outdated(ledger: Ledger) -> list[int]:
    """The current articles that another reader or program has read, by their ids."""
    card, version = reader_card(), program()
    with ledger.reading_from() as reader:
        return [one.id for one in reader.entries() if one.reader != card or one.program != version]


def reread(ledger: Ledger, entries: list[int], *, by: str) -> Generator[Reread, None, None]:
    """Read articles anew from their texts as they are kept; each is one transaction.

    Raises :class:`UsageError` for a number that is no article's.
    """
    filing = Filing()
    for number in entries:
        with ledger.reading_from() as reader:
            entry = reader.entry(number)
        if entry is None:
            raise UsageError(f"article {number} is not in the ledger; attribune search shows the numbers of articles")
        found = read_one(entry.article)
        yield Reread(entry, None, found) if isinstance(found, Failure) else _file(ledger, filing, entry, found, by)


def _file(ledger: Ledger, filing: Filing, entry: Entry, found: Reading, by: str) -> Reread:
    with ledger.writing(by) as writer:
        newest = writer.entry(entry.id)
        if newest is None or newest.superseded is not None:
            error = InputError("was superseded by a newer version of the article; that one is read instead")
            return Reread(entry, None, Failure(f"article {entry.id} ({entry.locator})", error))
        lines = writer.lines_of(entry.id)
        carried = carried_reviews(writer, entry.locator, lines, found)
        known = filing.known(writer, found, keys_of(found), lines)
        added = writer.reread(entry.id, found, known=known, vectors=vectors_of(found), carried=carried)
    lost = sum(one.number is None for one in carried.values())
    kept = sum(one.number is not None and one.certain for one in carried.values())
    return Reread(entry, added, None, kept, len(carried) - kept - lost, lost)
