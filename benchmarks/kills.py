"""Whether a ledger survives what ends the program: killed at random moments while it adds, again and again.

``python -m benchmarks.kills --articles FOLDER --kills 200`` starts a process that adds short articles to a ledger,
kills it with SIGKILL while it works, checks that what it told is kept and that nothing is broken, and goes on with the
same ledger. In the end the adding is completed, and the ledger compared with one that was never killed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from attribune.article import Article
from attribune.desk.desk import Desk
from attribune.intake import read_paths
from attribune.ledger.opening import create_ledger

PRELOADED = ["attribune.desk.desk", "attribune.reader.session", "attribune.reader.tokens", "onnxruntime", "tokenizers"]
LONGEST_WAIT = 0.6  # seconds from the first new article to the kill: time for about ten transactions
AHEAD = 60  # articles that are always left to add, so that every kill comes at work
LENGTH = 300  # characters of an article, so that transactions are frequent
SHORTEST = 100
CHANGED = 0.3  # of longer words
SEED = 20_26
WORD = re.compile(r"\b[a-z]{6,}\b")


@dataclass
class News:
    """A file of articles that grows; each is a copy of a text, with other words in it."""

    path: Path
    texts: Sequence[str]
    written: int = 0
    words: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def grow(self, articles: int) -> None:
        """Append articles until there are so many."""
        if not self.words:
            for word in (match.group() for text in self.texts for match in WORD.finditer(text)):
                self.words[len(word)].append(word)
        with self.path.open("a", encoding="utf-8") as file:
            for number in range(self.written, articles):
                file.write(json.dumps({"id": number, "language": "en", "text": self._copy(number)}) + "\n")
        self.written = max(self.written, articles)

    def _copy(self, number: int) -> str:
        chance = random.Random(number)

        def exchange(match: re.Match[str]) -> str:
            return chance.choice(self.words[len(match.group())]) if chance.random() < CHANGED else match.group()

        return WORD.sub(exchange, self.texts[number % len(self.texts)])


@dataclass(frozen=True)
class Result:
    """What came of it; ``told`` counts articles of which the killed processes had said that they are in."""

    kills: int
    told: int
    articles: int
    statements: int
    wrong: tuple[str, ...]


def run(texts: Sequence[str], folder: Path, kills: int) -> Result:
    """Kill so many times, verify after each kill, complete, and compare."""
    news, ledger, chance = News(folder / "news.jsonl", texts), folder / "killed.db", random.Random(SEED)
    create_ledger(str(ledger)).close()
    told, wrong = 0, list[str]()
    for number in range(kills):
        news.grow(_kept(ledger) + AHEAD)
        told += _killed(ledger, news.path, chance.uniform(0, LONGEST_WAIT))
        wrong += [f"after kill {number + 1}: {found}" for found in _problems(ledger)]
        if _kept(ledger) < told:
            wrong.append(f"after kill {number + 1}: {told} articles were told of, {_kept(ledger)} are there")
    wrong += _compared(ledger, folder / "whole.db", news.path)
    with Desk.open(ledger) as desk:
        counts = desk.counts()
    return Result(kills, told, counts.versions, counts.statements, tuple(wrong))


def _killed(ledger: Path, news: Path, seconds: float) -> int:
    """Start adding, kill it so long after its first new article; how many new ones it told of."""
    context = get_context("forkserver")  # a process without threads that has imported everything: starting is quick
    context.set_forkserver_preload(PRELOADED)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_add, args=(str(ledger), str(news), sender))
    process.start()
    sender.close()
    told = 0
    with receiver, suppress(EOFError):
        while receiver.recv() != "new":
            pass
        told += 1
        time.sleep(seconds)
        process.kill()
        while True:
            told += receiver.recv() == "new"
    process.join()
    if process.exitcode != -signal.SIGKILL:
        raise RuntimeError(f"the process ended by itself, with {process.exitcode}")
    return told


def _add(ledger: str, news: str, told: Connection) -> None:
    with Desk.open(ledger, by="kills") as desk:
        for one in desk.add(news):
            told.send(one.outcome)


def _kept(ledger: Path) -> int:
    with Desk.open(ledger) as desk:
        return desk.counts().versions


def _problems(ledger: Path, *, quick: bool = True) -> list[str]:
    with Desk.open(ledger) as desk:
        return [f"{one.subject}: {one.sentence}" for one in desk.verify(quick=quick)]


def _compared(ledger: Path, whole: Path, news: Path) -> list[str]:
    """Complete the killed ledger and fill another at one go: what differs."""
    create_ledger(str(whole)).close()
    found = []
    for path in (ledger, whole):
        with Desk.open(path, by="kills") as desk:
            for _ in desk.add(str(news)):
                pass
            with desk.ledger.reading_from() as reader:
                found.append((desk.counts(), sorted((one.entry, one.seal) for one in reader.readings())))
    same = found[0] == found[1]
    return _problems(ledger, quick=False) + ([] if same else [f"the ledgers differ: {found[0][0]}, {found[1][0]}"])


def beginning(article: Article) -> str:
    """Whole sentences from the start of an article."""
    return article.text.replace("\n", " ")[:LENGTH].rpartition(". ")[0] + "."


def main() -> None:
    """Kill, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", required=True, help="folder of articles whose beginnings are copied")
    parser.add_argument("--kills", type=int, default=200)
    given = parser.parse_args()
    articles = (one for one in read_paths(given.articles) if isinstance(one, Article) and one.language == "en")
    texts = [text for text in map(beginning, islice(articles, 200)) if len(text) >= SHORTEST]
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        result = run(texts, Path(folder), given.kills)
    for line in result.wrong:
        print(line)
    print(
        f"{result.kills} kills: {result.told:,} articles told of before them, {result.articles:,} with"
        f" {result.statements:,} statements in the end, {len(result.wrong)} problems"
        f" ({time.perf_counter() - started:.0f} s)"
    )
    sys.exit(bool(result.wrong))


if __name__ == "__main__":
    main()
