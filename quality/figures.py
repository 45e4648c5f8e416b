"""How well the figures of a text are found, bounded and told apart, against figures annotated by hand.

The gold is in ``quality/gold``, its texts in two corpora that are not part of the project: FA-KES (``fakes``) and RE3D
(``re3d``). A figure is right where a gold one has the same span and the same interval; leniently, where the spans
overlap and the intervals are the same. What else is told of a figure is scored on those found leniently.

``python -m quality.figures [CORPORA] [--gold FILE] [--show]`` prints the figures, and with ``--show`` every error.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribune.article import Article, Span
from attribune.errors import NotFound
from attribune.extract.figures import find_figures
from attribune.statement import Figure
from quality.measures import corpora_folder

GOLD = Path(__file__).parent / "gold" / "figures-measure.jsonl"
DETAILS = ("counts", "of", "unit", "approximate", "whole", "further")
CONTEXT = 60  # code points shown on either side of an error

Pair = tuple[Figure, Figure]  # found, gold


@dataclass(frozen=True)
class Annotated:
    """A text with its gold figures."""

    corpus: str
    id: str
    text: str
    gold: tuple[Figure, ...]


@dataclass(frozen=True)
class Comparison:
    """One text's found and gold figures, and the pairs of those whose spans overlap and whose intervals agree."""

    found: tuple[Figure, ...]
    gold: tuple[Figure, ...]
    pairs: tuple[Pair, ...]

    @property
    def exact(self) -> int:
        """How many pairs have the same span."""
        return sum(found.span == true.span for found, true in self.pairs)


def measure_figures(corpora: Path) -> dict[str, float]:
    """Precision, recall and F1 in per cent, exact and lenient, and accuracy of the details of those found.

    Raises :class:`NotFound` where a corpus or the gold is missing.
    """
    return score([compare(annotated) for annotated in read_gold(corpora, GOLD)])


def read_gold(corpora: Path, file: Path) -> Iterator[Annotated]:
    """The annotated texts of a gold file, in its order."""
    if not file.is_file():
        raise NotFound(f"no gold figures at {file}")
    texts: dict[str, dict[str, str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        corpus, key = article["corpus"], article["id"]
        if corpus not in texts:
            texts[corpus] = dict(read_texts(corpora, corpus))
        if key not in texts[corpus]:
            raise NotFound(f"no text {key} in {corpora / corpus}")
        yield Annotated(corpus, key, texts[corpus][key], tuple(map(gold_figure, article["figures"])))


def read_texts(corpora: Path, corpus: str) -> Iterator[tuple[str, str]]:
    """Ids and texts of a corpus, which is "fakes" or a folder of "re3d"."""
    path = corpora / "fakes" / "fakes_dev.csv" if corpus == "fakes" else corpora / corpus / "documents.json"
    if not path.is_file():
        raise NotFound(f"no texts at {path}")
    with path.open(encoding="utf-8", errors="replace") as file:
        if corpus == "fakes":
            yield from ((row["unit_id"], row["article_content"]) for row in csv.DictReader(file))
        else:
            documents = (json.loads(line) for line in file if line.strip())
            yield from ((document["_id"], document["text"]) for document in documents)


def gold_figure(fields: Mapping[str, Any]) -> Figure:
    """A figure from its fields in a gold file."""
    whole = fields["whole"]
    rest = {name: value for name, value in fields.items() if name not in ("text", "span", "whole")}
    return Figure(span=Span(*fields["span"]), whole=Span(*whole) if whole else None, **rest)


def compare(annotated: Annotated) -> Comparison:
    """What is found in a text beside its gold."""
    found = find_figures(annotated.text, Article(text=annotated.text).paragraphs)
    return Comparison(found, annotated.gold, tuple(pair_up(found, annotated.gold)))


def pair_up(found: Iterable[Figure], gold: Iterable[Figure]) -> Iterator[Pair]:
    """Each gold figure with one found that overlaps it and has its interval; that of the same span comes first."""
    free = list(found)
    for true in gold:
        fitting = [one for one in free if one.span.overlaps(true.span) and (one.low, one.high) == (true.low, true.high)]
        if fitting:
            best = max(fitting, key=lambda one: one.span == true.span)
            free.remove(best)
            yield best, true


def score(comparisons: Sequence[Comparison]) -> dict[str, float]:
    """The figures in per cent over all texts."""
    found = sum(len(one.found) for one in comparisons)
    gold = sum(len(one.gold) for one in comparisons)
    exact = sum(one.exact for one in comparisons)
    pairs = [pair for one in comparisons for pair in one.pairs]
    return {
        "precision": _per_cent(exact, found),
        "recall": _per_cent(exact, gold),
        "f1": _per_cent(2 * exact, found + gold),
        "lenient_f1": _per_cent(2 * len(pairs), found + gold),
        **{name: _per_cent(sum(agrees(name, *pair) for pair in pairs), len(pairs)) for name in DETAILS},
    }


def agrees(detail: str, found: Figure, true: Figure) -> bool:
    """Whether a detail of two figures is the same; of wholes it is enough that they overlap."""
    if detail == "whole" and found.whole and true.whole:
        return found.whole.overlaps(true.whole)
    return bool(getattr(found, detail) == getattr(true, detail))


def _per_cent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def errors(annotated: Annotated) -> Iterator[str]:
    """A line for every error in a text, in the text's order, with the words around it."""
    comparison = compare(annotated)
    found, gold = ({pair[side] for pair in comparison.pairs} for side in (0, 1))
    lines = [(figure.span, "missed", "") for figure in comparison.gold if figure not in gold]
    lines += [(figure.span, "wrong", "") for figure in comparison.found if figure not in found]
    lines += [(pair[0].span, "differs", difference(annotated.text, *pair)) for pair in comparison.pairs]
    for span, label, what in sorted(lines):
        if what or label != "differs":
            yield f"{annotated.corpus} {annotated.id} {label}: {_around(annotated.text, span)} {what}"


def difference(text: str, found: Figure, true: Figure) -> str:
    """What of a pair is not the same."""
    wrong = [
        f"{name} {getattr(found, name)!r} for {getattr(true, name)!r}"
        for name in DETAILS
        if not agrees(name, found, true)
    ]
    if found.span != true.span:
        wrong.append(f"span for {true.span.of(text)!r}")
    return "; ".join(wrong)


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return " ".join(f"{before}[[{span.of(text)}]]{after}".split())


def main() -> None:
    """Print the figures for a gold file, and its errors where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m quality.figures")
    parser.add_argument("corpora", nargs="?", type=Path, default=corpora_folder(os.environ))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--show", action="store_true", help="print every error")
    options = parser.parse_args()
    texts = list(read_gold(options.corpora, options.gold))
    for line in (line for text in texts for line in errors(text) if options.show):
        print(line)
    for name, value in score([compare(text) for text in texts]).items():
        print(f"{name:12}{value:6.1f}")


if __name__ == "__main__":
    main()
