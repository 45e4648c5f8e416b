"""How many attributions inside contents are found: the product against our own gold.

The gold (``quality/gold/nested-measure.jsonl``) lists what 195 contents of PolNeAR hold. An inner attribution is found
when a nested statement's source, cue and content each share a word with the gold ones.
Only statements whose content lies inside one of those contents count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribune.article import Article, Span
from attribune.desk import Reader
from attribune.errors import NotFound
from attribune.evaluate.polnear import read_polnear
from attribune.reading import Reading
from attribune.statement import Role, Statement

GOLD = Path(__file__).parent / "gold" / "nested-measure.jsonl"


def measure_nested(corpora: Path, gold: Path = GOLD) -> dict[str, float]:
    """Precision, recall and F1 of inner attributions in per cent."""
    right = given = there = 0
    for reading, content in read_contents(corpora, gold):
        spans = [Span(*one) for one in content["spans"]]
        found = [one for one in reading.statements if one.parent is not None and _lies_in(one, spans)]
        there += len(content["inner"])
        given += len(found)
        right += sum(any(matches(one, inner) for one in found) for inner in content["inner"])
    return {
        "nested precision": 100 * right / max(1, given),
        "nested recall": 100 * right / max(1, there),
        "nested f1": 200 * right / max(1, given + there),
    }


def read_contents(corpora: Path, gold: Path) -> Iterator[tuple[Reading, dict[str, Any]]]:
    """Every gold content with the reading of its article; :class:`NotFound` where corpus or gold is missing."""
    if not gold.is_file():
        raise NotFound(f"no gold in {gold}")
    wanted = {row["id"]: row["contents"] for row in map(json.loads, gold.read_text("utf-8").splitlines())}
    reader = Reader.open()
    for article in read_polnear(corpora / "polnear" / "dev"):
        if article.name in wanted:
            reading = reader.read(Article(article.text))
            yield from ((reading, content) for content in wanted[article.name])


def _lies_in(one: Statement, spans: list[Span]) -> bool:
    return any(span.covers(part) for span in spans for part in one.content.spans)


def matches(one: Statement, inner: dict[str, Any]) -> bool:
    """Whether source, cue and content each share a code point with the gold ones."""
    roles = ((one.source, "source"), (one.cue, "cue"), (one.content, "content"))
    return all(_touches(role, inner[name]) for role, name in roles)


def _touches(role: Role | None, spans: list[list[int]]) -> bool:
    return role is not None and any(role.overlaps(Span(*one)) for one in spans)
