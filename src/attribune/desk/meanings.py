"""Vectors of statements, and the search among them by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from attribune.ledger.addition import Codes, Vectors
from attribune.ledger.contract import LedgerReader, StoredReading
from attribune.ledger.query import Everything, Node
from attribune.meaning import Block, Index, Meaning
from attribune.meaning.blocks import signs
from attribune.reading import Reading

TOGETHER = 65_536  # rows that are put into the index at once
CHOSEN = 200_000  # lines of a query up to which the nearest are looked for among them
RANKED = 2_000  # nearest lines up to which those are looked for that a query with more lines finds
SPARE = 20  # nearest lines more than wanted, for those that are no longer current

EVERY = 2**31 - 1  # more than there are

Ids = NDArray[np.int64]
Near = tuple[int, float]  # a line and its cosine


@cache
def meaning() -> Meaning:
    """What turns texts into vectors, opened when it is first needed."""
    return Meaning.open()


def vectors_of(reading: Reading) -> Vectors | None:
    """Codes and vectors of a reading's statements; none where it has no statement."""
    if not reading.statements:
        return None
    text, made_by = reading.article.text, meaning()
    vectors = made_by.vectors([statement.content.text(text) for statement in reading.statements])
    return Vectors(made_by.sha256, signs(vectors).tobytes(), vectors.tobytes())


@dataclass
class Meanings:
    """The index of one ledger's vectors, filled when it is first asked and kept up to date."""

    last: int = 0  # the newest reading that is in it
    index: Index | None = None
    starts: list[int] = field(default_factory=list)  # of each reading its first line, in their order
    readings: list[int] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def nearest(
        self, reader: LedgerReader, words: str, limit: int, *, only: Node, at: datetime | None
    ) -> Sequence[tuple[int, float]]:
        """Ids of the lines that are nearest in meaning, with their cosines; of those only that a query finds."""
        vector = meaning().vector(words)
        with self._lock:
            index = self._updated(reader)
        find = partial(index.nearest, vector, fetch=partial(self._fetch, reader))
        among = partial(reader.found_among, only, at=at)
        if only == Everything() and at is None:
            return _ranked(find, among, limit, EVERY) or []
        many = reader.count(only, at=at, most=CHOSEN + 1) > CHOSEN
        if many and (found := _ranked(find, among, limit, RANKED)) is not None:
            return found
        ids = reader.search(only, limit=EVERY, order="recorded", at=at)
        return find(limit, only=partial(_among, _sorted(ids)))

    def scores(self, reader: LedgerReader, words: str, lines: Sequence[int]) -> Mapping[int, float]:
        """How near in meaning each of some lines is, from -1 to 1; -1 for a line without a vector."""
        vector = meaning().vector(words)
        with self._lock:
            index = self._updated(reader)
        chosen = partial(_among, _sorted(lines))
        near = index.nearest(vector, len(lines), fetch=partial(self._fetch, reader), only=chosen)
        return dict.fromkeys(lines, -1.0) | dict(near)

    def _updated(self, reader: LedgerReader) -> Index:
        """The index with everything that the ledger holds by now; vectors of other models are left out."""
        index = self.index = self.index or Index(meaning().size)
        for some in _together(self._new(reader)):
            ids = np.concatenate([np.arange(one.line, one.line + _rows(one), dtype=np.int64) for one in some])
            codes = np.concatenate([np.frombuffer(one.codes, dtype=np.uint8) for one in some])
            index.add(Block(ids, codes.reshape(len(ids), -1)))
            self.starts += [one.line for one in some]
            self.readings += [one.reading for one in some]
            self.last = some[-1].reading
        return index

    def _new(self, reader: LedgerReader) -> Iterator[Codes]:
        for one in reader.codes(after=self.last):
            if one.model == meaning().sha256 and 8 * len(one.codes) % meaning().size == 0:
                yield one

    def _fetch(self, reader: LedgerReader, ids: Ids) -> NDArray[np.int8]:
        """The vectors of lines, in their order."""
        size = meaning().size
        places = np.searchsorted(np.array(self.starts, dtype=np.int64), ids, side="right") - 1
        kept = reader.vectors({self.readings[place] for place in places})
        tables = {reading: np.frombuffer(data, dtype=np.int8).reshape(-1, size) for reading, data in kept.items()}
        found = np.zeros((len(ids), size), dtype=np.int8)
        for row, (line, place) in enumerate(zip(ids, places, strict=True)):
            found[row] = tables[self.readings[place]][line - self.starts[place]]
        return found


def _rows(one: Codes) -> int:
    return 8 * len(one.codes) // meaning().size


def _together(codes: Iterator[Codes]) -> Iterator[list[Codes]]:
    """Codes of many readings at once."""
    some: list[Codes] = []
    rows = 0
    for one in codes:
        some.append(one)
        rows += _rows(one)
        if rows >= TOGETHER:
            yield some
            some, rows = [], 0
    if some:
        yield some


def _ranked(
    find: Callable[[int], Sequence[Near]], among: Callable[[Sequence[int]], set[int]], limit: int, most: int
) -> Sequence[Near] | None:
    """The nearest lines that are ``among`` the wanted ones; None where ``most`` hold too few of them."""
    wanted = limit + SPARE
    while wanted <= max(most, limit + SPARE):
        near = find(wanted)
        standing = among([line for line, _ in near])
        found = [one for one in near if one[0] in standing]
        if len(found) >= limit or len(near) < wanted:
            return found[:limit]
        wanted *= 4
    return None


def _sorted(lines: Sequence[int]) -> Ids:
    return np.sort(np.array(lines, dtype=np.int64))


def _among(chosen: Ids, some: Ids) -> NDArray[np.bool_]:
    """Whether each of some ids is among the chosen ones, which are sorted."""
    if not len(chosen):
        return np.zeros(len(some), dtype=np.bool_)
    places = np.minimum(np.searchsorted(chosen, some), len(chosen) - 1)
    found: NDArray[np.bool_] = chosen[places] == some
    return found


def kept_vectors(reader: LedgerReader) -> Iterator[tuple[Codes, bytes]]:
    """The codes of all readings, each with its vectors."""
    for some in _together(reader.codes()):
        vectors = reader.vectors([one.reading for one in some])
        yield from ((one, vectors.get(one.reading, b"")) for one in some)


def are_whole(codes: Codes, vectors: bytes) -> bool:
    """Whether the codes are the signs of the vectors; those of another model are taken as they are."""
    if codes.model != meaning().sha256:
        return True
    size = meaning().size
    if len(vectors) % size or not vectors:
        return False
    return signs(np.frombuffer(vectors, dtype=np.int8).reshape(-1, size)).tobytes() == codes.codes


def are_of(stored: StoredReading, model: str, kept: Mapping[int, bytes]) -> bool:
    """Whether the vectors of a reading are those of its statements; those of another model are taken as they are."""
    if model != meaning().sha256:
        return True
    made = meaning().vectors([content for *_, content in stored.words])
    return kept.get(stored.id) == made.tobytes()
