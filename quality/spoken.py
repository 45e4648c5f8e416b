"""Whom a source stands for, of what kind the speaker is and of what class the cue: the product against our own gold.

The gold (``quality/gold``) says for sources of PolNeAR which name the article gives the speaker, or that it gives
none. Only sources that the reader finds are counted: a statement whose source and cue both share a word with the gold
ones. A name is right when it is the gold name or an alias, or when one of the two holds all words of the other and they
end in the same word, but a bare "poll" or "report" is no name; "none" is right when the speaker given has no name, or
when none is given.
Usage: ``python -m quality.spoken CORPORA [--gold FILE] [--show]``.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribune.article import Article, Span
from attribune.desk import Reader
from attribune.errors import NotFound
from attribune.evaluate.polnear import read_polnear
from attribune.reading import Reading
from attribune.statement import Role, Statement

GOLD = Path(__file__).parent / "gold" / "speakers-measure.jsonl"
NAMED = ("named_person", "named_org")
WORD = re.compile(r"[^\W_]+")
EMPTY = frozenset({"the", "s", "mr", "mrs", "ms", "dr", "jr", "sr", "sen", "rep", "gov"})


@dataclass(frozen=True)
class Heard:
    """One gold source, and the statement that the product has for it, if it has one."""

    gold: dict[str, Any]
    reading: Reading
    statement: Statement | None

    @property
    def given(self) -> str | None:
        """The name that the product gives; None where it gives none."""
        speaker = self.reading.speaker_of(self.statement) if self.statement else None
        return speaker.name if speaker and (speaker.kind in NAMED or self._is_titled) else None

    @property
    def _is_titled(self) -> bool:
        return bool(self.gold["name"]) and self.gold["kind"] in ("document", "poll_or_data")

    @property
    def kind(self) -> str | None:
        """The speaker's kind; that of nobody where the product names no speaker."""
        speaker = self.reading.speaker_of(self.statement) if self.statement else None
        return speaker.kind if speaker else None

    @property
    def name_is_right(self) -> bool:
        """Whether the right name is given, or rightly none."""
        if self.gold["name"] is None:
            return self.given is None
        known = [self.gold["name"], *self.gold["aliases"]]
        told = self.given is not None and (self.kind in NAMED or len(words_of(self.given)) > 1)
        return told and any(is_same(self.given or "", one) for one in known)


def is_same(one: str, two: str) -> bool:
    """Whether two names can be one: equal but for case, or one holds the other's words and both end alike."""
    first, second = words_of(one), words_of(two)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return short[-1] == long[-1] and set(short) <= set(long)


def words_of(name: str) -> list[str]:
    """The words of a name that tell it from others, in small letters."""
    return [word for word in WORD.findall(name.casefold()) if word not in EMPTY]


def hear(corpora: Path, gold: Path) -> Iterator[Heard]:
    """Every gold source with the product's statement for it; reads each article once."""
    if not gold.is_file():
        raise NotFound(f"no gold in {gold}")
    wanted = {row["id"]: row for row in map(json.loads, gold.read_text("utf-8").splitlines())}
    parts = {row["corpus"] for row in wanted.values()}
    reader = Reader.open()
    for part in sorted(parts):
        for article in read_polnear(corpora / part):
            if article.name in wanted:
                reading = reader.read(Article(article.text))
                yield from (Heard(one, reading, match(reading, one)) for one in wanted[article.name]["sources"])


def match(reading: Reading, gold: dict[str, Any]) -> Statement | None:
    """The statement whose source and cue overlap the gold ones most."""
    source, cue = ([Span(*one) for one in gold[role]] for role in ("source", "cue"))
    found = [
        (_overlap(one.source, source) + _overlap(one.cue, cue), one)
        for one in reading.statements
        if _overlap(one.source, source) and _overlap(one.cue, cue)
    ]
    return max(found, key=lambda one: (one[0], -one[1].id))[1] if found else None


def _overlap(role: Role | None, spans: list[Span]) -> int:
    if role is None:
        return 0
    pairs = ((one, two) for one in role.spans for two in spans)
    return sum(max(0, min(one.end, two.end) - max(one.start, two.start)) for one, two in pairs)


def measure_spoken(corpora: Path, gold: Path = GOLD) -> dict[str, float]:
    """Per cent of the gold sources found, and of these of right name or none, right kind, and right cue class."""
    return figures_of(list(hear(corpora, gold)))


def figures_of(heard: list[Heard]) -> dict[str, float]:
    """The figures of gold sources that were heard."""
    found = [one for one in heard if one.statement]
    named = [one for one in found if one.gold["name"] is not None]
    total = max(1, len(found))
    return {
        "found": 100 * len(found) / max(1, len(heard)),
        "speaker": 100 * sum(one.name_is_right for one in found) / total,
        "speaker with a name": 100 * sum(one.name_is_right for one in named) / max(1, len(named)),
        "kind": 100 * sum(one.kind == one.gold["kind"] for one in found) / total,
        "cue class": 100 * sum(_cue_class(one) == one.gold["cue_class"] for one in found) / total,
    }


def _cue_class(one: Heard) -> str:
    return one.statement.stance.cue_class if one.statement else ""


def main(corpora: str, *options: str) -> None:
    """Print the figures and, with ``--show``, what is wrong."""
    gold = Path(options[options.index("--gold") + 1]) if "--gold" in options else GOLD
    heard = list(hear(Path(corpora), gold))
    for name, figure in figures_of(heard).items():
        print(f"{name:20} {figure:5.1f}")
    if "--show" in options:
        for one in heard:
            show(one)
        print(Counter((one.gold["kind"], one.kind) for one in heard if one.statement).most_common())


def show(one: Heard) -> None:
    """One line for each thing that is wrong of a source that was found."""
    if one.statement is None:
        return
    text = one.reading.article.text
    source, cue = (" ".join(text[s:e] for s, e in one.gold[role]) for role in ("source", "cue"))
    if not one.name_is_right:
        print(f"NAME  [{source}] is {one.gold['name']}, given {one.given} ({one.kind}): {one.statement.reasons}")
    if one.kind != one.gold["kind"]:
        print(f"KIND  [{source}] is {one.gold['kind']}, given {one.kind}")
    if _cue_class(one) != one.gold["cue_class"]:
        given = f"{_cue_class(one)}: {one.statement.content.text(text)[:70]}"
        print(f"CUE   [{cue}] is {one.gold['cue_class']}, given {given}")


if __name__ == "__main__":
    main(*sys.argv[1:])
