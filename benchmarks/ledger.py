"""How fast a ledger is at a million statements: adding, searching, and what it takes on the disk.

``python -m benchmarks.ledger --articles FOLDER --ledger big.db`` reads the articles once, then fills the ledger with
copies of what was read, whose names are other names and whose words are exchanged for others of their length and
frequency, so that spans stay where they are and the index grows as with real news. Then it asks.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from attribune.capture import Capture
from attribune.desk import read_paths
from attribune.desk.desk import Desk
from attribune.desk.filing import Filing
from attribune.desk.preparing import prepared
from attribune.ledger.opening import create_ledger
from attribune.reading import Reading

NAME = re.compile(r"\b[A-Z][a-z]+\b")
WORD = re.compile(r"\b[a-z]{6,}\b")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEPT = 10  # one copy in so many keeps its names, so that some speakers are heard thousands of times
SHARED = 5  # copies that share other names
CHANGED = 0.3  # of longer words
BATCH = 50  # articles in a transaction, here only
START = datetime(2014, 1, 1, tzinfo=UTC)
DAYS = 4_000
REPEATS = 5  # of each question


@dataclass(frozen=True)
class Copier:
    """Makes articles that never were out of those that were read."""

    readings: Sequence[Reading]
    words: dict[int, list[str]]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Copier:
        words: dict[int, list[str]] = defaultdict(list)
        for reading in readings:
            for match in WORD.finditer(reading.article.text):
                words[len(match.group())].append(match.group())
        return cls(readings, words)

    def copies(self) -> Iterator[Reading]:
        for number in count():
            for place, reading in enumerate(self.readings):
                yield self._copy(reading, number, random.Random(number * 1_000_003 + place))

    def _copy(self, reading: Reading, number: int, chance: random.Random) -> Reading:
        shift = 0 if number % KEPT == 0 else 1 + (number // SHARED) % 25 + 26 * (number // SHARED // 25)

        def rename(match: re.Match[str]) -> str:
            word = match.group()
            moved = "".join(
                LETTERS[(LETTERS.index(letter) + shift * (3 + 2 * place)) % 26]
                for place, letter in enumerate(word.lower())
            )
            return moved.capitalize() if shift else word

        def exchange(match: re.Match[str]) -> str:
            word = match.group()
            return chance.choice(self.words[len(word)]) if chance.random() < CHANGED else word

        text = WORD.sub(exchange, NAME.sub(rename, reading.article.text))
        article = replace(
            reading.article,
            text=text,
            title=None,
            furniture=(),
            outlet=f"Outlet {chance.randrange(60)}",
            published=START + timedelta(days=chance.randrange(DAYS)),
            file=None,
        )
        speakers = tuple(replace(one, name=NAME.sub(rename, one.name)) for one in reading.speakers)
        return replace(reading, article=article, speakers=speakers)


def fill(desk: Desk, readings: Sequence[Reading], statements: int) -> None:
    """Add copies until the ledger has so many statements."""
    done, started, articles, filing = desk.counts().statements, time.perf_counter(), 0, Filing()
    copies = Copier.of(readings).copies()
    for _ in range(desk.counts().versions):
        next(copies)
    spent = 0.0
    while done < statements:
        batch = [
            prepared(Capture(one.article.text.encode(), "text", f"copy {desk.by}", url=_url(one)), one)
            for one in islice(copies, BATCH)
        ]
        before = time.perf_counter()
        with desk.ledger.writing("benchmark") as writer:
            for one in batch:
                done += filing.file(writer, one).statements
        spent += time.perf_counter() - before
        articles += len(batch)
        if articles % (BATCH * 20) == 0:
            rate = articles / (time.perf_counter() - started)
            cost = 1000 * spent / articles
            print(f"{done:,} statements, {rate:.0f} articles/s, ledger {cost:.1f} ms an article", flush=True)


def _url(reading: Reading) -> str:
    return f"https://news.example/{reading.article.id[:24]}"


def ask(desk: Desk, name: str, questions: Sequence[dict[str, object]]) -> None:
    """Print how long the questions take."""
    times = []
    for question in questions:
        for _ in range(REPEATS):
            before = time.perf_counter()
            desk.search(**question)  # type: ignore[arg-type]
            times.append(1000 * (time.perf_counter() - before))
    times.sort()
    p95 = times[int(0.95 * (len(times) - 1))]
    print(f"{name:42} median {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms   worst {times[-1]:7.1f} ms")


def questions(desk: Desk) -> dict[str, list[dict[str, object]]]:
    """Words of all frequencies, as a person would ask: drawn from lines of the ledger, by their length alone."""
    chance = random.Random(7)
    ids = [line.line for line in desk.search("date:2016", limit=400).hits]
    words = sorted({word.group().lower() for line in ids for word in re.finditer(r"\b[A-Za-z]{4,}\b", line.content)})
    names = sorted({line.name for line in ids if line.identity and line.name})
    some = chance.sample(words, 40)
    people = chance.sample(names, 40)
    frequent = [one.name for one in desk.speakers(limit=20)]
    return {
        "one word": [{"query": word} for word in some],
        "two words": [{"query": f"{one} {two}"} for one, two in zip(some[::2], some[1::2], strict=False)],
        "common words": [{"query": word} for word in ("people", "government", "said", "would", "president", "more")],
        "phrase": [{"query": f'"{one}"'} for one in ("white house", "the president", "united states", "last week")],
        "speaker": [{"query": f'speaker:"{name}"'} for name in people],
        "most heard speakers": [{"query": f'speaker:"{name}"'} for name in frequent],
        "speaker and word": [{"query": f'speaker:"{name}" {word}'} for name, word in zip(people, some, strict=False)],
        "class, date and word": [{"query": f"class:deny date:2016 {word}"} for word in some],
        "figure and noun": [{"query": f"figure:>{n} of:people"} for n in (10, 100, 1000)],
        "by meaning": [{"like": f"{one} {two} people"} for one, two in zip(some[::2], some[1::2], strict=False)],
    }


def main() -> None:
    """Fill and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", required=True, help="folder of articles whose shapes are copied")
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--read", type=int, default=100, help="articles to read")
    given = parser.parse_args()
    if not Path(given.ledger).exists():
        create_ledger(given.ledger).close()
    desk = Desk.open(given.ledger)
    if desk.counts().statements < given.statements:
        readings = [one for one in islice(read_paths(given.articles), given.read) if isinstance(one, Reading)]
        fill(desk, readings, given.statements)
    print(desk.counts(), f"{Path(given.ledger).stat().st_size / 1e6:,.0f} MB")
    for name, some in questions(desk).items():
        ask(desk, name, some)
    print(f"memory at its highest {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
