"""``python -m benchmarks.read``: how fast texts become statements on one core, and where the time goes.

Articles are read into memory first; what is timed is text to statements. The hardware's limit is the time that
the encoder's multiplications alone would take at the core's int8 peak.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.core import one_core, peak_memory, processor
from benchmarks.starts import first_statement_seconds, help_seconds
from benchmarks.stopwatch import watching

if TYPE_CHECKING:
    from attribune.article import Article
    from attribune.desk import Reader

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
OPERATIONS = 23.6e6  # of a 6-layer, 384-wide encoder for a word piece in windows of 256
PEAK_TOPS = 0.91  # int8, one core with AVX-512 VNNI, as measured on the reference machine
SMOKE_ARTICLES = 3
STAGES = {
    "tokenise": ("attribune.reader.tokens:tokenise",),
    "windows": ("attribune.reader.windows:find_windows", "attribune.reader.predictor:pack_windows"),
    "encoder": ("attribune.reader.session:OnnxBackend.encode",),
    "cues": ("attribune.reader.predictor:Predictor._cues",),
    "roles": ("attribune.reader.session:OnnxBackend.roles",),
    "decode": ("attribune.extract.decode:decode", "attribune.extract.settle:settle"),
    "assemble": (
        "attribune.extract.assemble:draft",
        "attribune.extract.assemble:number",
        "attribune.extract.carried:carry_on",
    ),
    "stance": ("attribune.extract.stance:read_stance",),
    "speakers": ("attribune.extract.speakers:find_speakers", "attribune.extract.capitals:article_names"),
    "everything else": ("attribune.desk.reader:Reader.read",),
}


@dataclass(frozen=True)
class Speed:
    """What was read in how many seconds on the clock, of which the process had ``cpu`` seconds of its core."""

    articles: int
    pieces: int
    statements: int
    seconds: float
    cpu: float

    def row(self, seconds: float) -> list[str]:
        """Articles, word pieces and statements a second."""
        return [f"{count / seconds:,.1f}" for count in (self.articles, self.pieces, self.statements)]

    def limit_share(self, peak_tops: float) -> float:
        """Part of the core's int8 peak that the encoder's multiplications used, 0 to 1, by the core's own time."""
        return self.pieces * OPERATIONS / self.cpu / (peak_tops * 1e12)


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark, or with ``--smoke`` only see that it runs."""
    options = parse(arguments)
    console = Console()
    with one_core() as core:
        articles = load(options.articles)
        if options.smoke:
            return smoke(articles[:SMOKE_ARTICLES], console)
        pinned = f"CPU {core}, one thread" if core is not None else "one thread, not pinned"
        console.print(f"{processor()}; {pinned}; {len(articles)} articles of {options.articles}")
        run(articles, options.seconds, options.peak_tops, console)
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.read", description="Articles a second on one core.")
    parser.add_argument("--articles", type=Path, default=EXAMPLES, help="folder of articles (default: the examples)")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to read (default: 10)")
    parser.add_argument(
        "--peak-tops", type=float, default=PEAK_TOPS, help=f"int8 peak of a core (default: {PEAK_TOPS})"
    )
    parser.add_argument("--smoke", action="store_true", help=f"read {SMOKE_ARTICLES} articles and print no figures")
    return parser.parse_args(arguments)


def load(folder: Path) -> list[Article]:
    """Every article that the folder's files hold."""
    from attribune.article import Article
    from attribune.intake import read_paths

    articles = [found for found in read_paths([str(folder)]) if isinstance(found, Article)]
    if not articles:
        sys.exit(f"no articles in {folder}")
    return articles


def smoke(articles: Sequence[Article], console: Console) -> int:
    """0 where statements come out."""
    from attribune.desk import Reader

    statements = sum(len(reading.statements) for reading in Reader.open().stream(articles))
    console.print(f"{statements} statements in {len(articles)} articles")
    return 0 if statements else 1


def run(articles: Sequence[Article], seconds: float, peak_tops: float, console: Console) -> None:
    """Measure and print everything."""
    from attribune.desk import Reader

    start = time.perf_counter()
    reader = Reader.open()
    opening = time.perf_counter() - start
    speed = read_for(reader, articles, seconds)
    memory = peak_memory()
    with watching(STAGES) as stopwatch:
        read_for(reader, articles, seconds / 2)
    console.print(speed_table(speed))
    console.print(stage_table(stopwatch.seconds))
    console.print(f"Share of the core's limit: {speed.limit_share(peak_tops):.0%}, assuming {limit_words(peak_tops)}")
    console.print(f"Memory at its highest: {memory:,.0f} MiB. Opening the reader: {opening:.2f} s.")
    longest = max(articles, key=lambda article: len(article.text))
    console.print(f"First statement of a new process: {first_statement_seconds(longest.text):.2f} s.")
    console.print(f"attribune --help: {help_seconds():.2f} s.")


def read_for(reader: Reader, articles: Sequence[Article], seconds: float) -> Speed:
    """Read whole rounds of the articles until the time is up, after one round to warm up."""
    pieces = sum(pieces_in(reader, article) for article in articles)
    statements = sum(len(reading.statements) for reading in reader.stream(articles))
    start, cpu = time.perf_counter(), time.process_time()
    rounds, spent = 0, 0.0
    while spent < seconds:
        for article in articles:
            reader.read(article)
        rounds, spent = rounds + 1, time.perf_counter() - start
    return Speed(rounds * len(articles), rounds * pieces, rounds * statements, spent, time.process_time() - cpu)


def pieces_in(reader: Reader, article: Article) -> int:
    """Word pieces of the article."""
    from attribune.reader.tokens import tokenise

    return len(tokenise(article, reader.predictor.tokenizer).pieces)


def limit_words(peak_tops: float) -> str:
    """What the limit assumes, in words."""
    limit = peak_tops * 1e12 / OPERATIONS
    return f"{peak_tops} int8 TOPS and {OPERATIONS / 1e6:.1f} million operations a word piece ({limit:,.0f} a second)"


def speed_table(speed: Speed) -> Table:
    """Rates by the clock and by the core's own time, which differ where other processes use the core."""
    table = _table("one core", "articles/s", "word pieces/s", "statements/s")
    table.add_row("by the clock", *speed.row(speed.seconds))
    table.add_row(f"by the core's time ({speed.cpu / speed.seconds:.0%} of it was ours)", *speed.row(speed.cpu))
    return table


def stage_table(seconds: dict[str, float]) -> Table:
    """Each stage's share of the time; what the stopwatch costs is in it."""
    whole = sum(seconds.values())
    table = _table("where the time goes", "share")
    for stage in STAGES:
        if stage in seconds:
            table.add_row(stage, f"{seconds[stage] / whole:.1%}")
    return table


def _table(first: str, *columns: str) -> Table:
    table = Table(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
