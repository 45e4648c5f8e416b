"""How often a source stands for the right speaker: GUM's attribution sources against its coreference.

GUM marks the source tokens of an attribution (``sem-atsrc`` in ``Discourse=``) and the entity of every mention
(``Entity=``). A source whose entity has a name somewhere in the document is right when the speaker's name that
Attribune gives ends in a word of the entity's names, wrong when it is another's, open when no speaker is given or
one without a name. "I" and "we" are left out: interviews and speeches don't say who it is.

Usage: ``python -m quality.speakers FOLDER [--show]``, FOLDER with one part of GUM as CoNLL-U files.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from attribune.article import Article, Span
from attribune.errors import NotFound
from attribune.extract.speakers import find_speakers
from attribune.statement import Role, Speaker, Statement

UNIT = re.compile(r"(?:^|;)([\w-]+):(\d+)(?:->(\d+))?([^;]*)")
SOURCE = re.compile(r"sem-atsrc-(\d[\d,-]*?)-(?:_|gold)")
ENTITY = re.compile(r"\((\d+)-[^()]*(\)?)|(\d+)\)")
OWN = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
KINDS = ("pronoun", "name", "phrase")


@dataclass
class Document:
    """Text and annotation of one file; positions are of tokens, but for ``spans``, which are of ``text``."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    attributions: list[tuple[str, list[int]]] = field(default_factory=list)  # unit of the content, source tokens
    opened: dict[str, list[int]] = field(default_factory=dict)
    joined: range = range(0)  # numbers of the tokens that no space follows, in the word being read


@dataclass(frozen=True)
class Outcome:
    """One source, whom it stands for in GUM, and whom Attribune took it for."""

    kind: str
    source: str
    names: frozenset[str]
    given: str | None
    reason: str

    @property
    def verdict(self) -> str:
        """Right, wrong or open."""
        if self.given is None:
            return "open"
        words = {word.casefold() for name in self.names for word in re.findall(r"\w+", name)}
        return "right" if re.findall(r"\w+", self.given.casefold())[-1] in words else "wrong"


def read_document(path: Path) -> Document:
    """One CoNLL-U file; paragraphs are joined by line feeds."""
    document = Document()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and document.text:
            document.text = document.text.rstrip() + "\n"
        if line.startswith("# sent_id"):
            document.joined = range(0)
        columns = line.split("\t")
        if len(columns) == 10:
            _add_line(document, columns)
    return document


def _add_line(document: Document, columns: list[str]) -> None:
    """A token; one of several that are written as one word is not followed by a space."""
    first, _, last = columns[0].partition("-")
    if last.isdigit():
        document.joined = range(int(first), int(last) + int("SpaceAfter=No" in columns[9]))
    elif first.isdigit():
        if int(first) in document.joined:
            columns = [*columns[:9], f"{columns[9]}|SpaceAfter=No"]
        _add_token(document, columns)


def _add_token(document: Document, columns: list[str]) -> None:
    start = len(document.text)
    document.spans.append(Span(start, start + len(columns[1])))
    document.text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    document.tags.append(columns[3])
    misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
    token = len(document.spans) - 1
    for opening, closed, closing in ENTITY.findall(misc.get("Entity", "")):
        if opening:
            document.opened.setdefault(opening, []).append(token)
        entity = opening if closed else closing
        if entity and document.opened.get(entity):
            document.mentions.setdefault(entity, []).append(Span(document.opened[entity].pop(), token + 1))
    for relation, unit, target, signals in UNIT.findall(misc.get("Discourse", "")):
        document.units.setdefault(unit, token)
        found = SOURCE.findall(signals)
        if relation == "attribution-positive" and found and target:
            document.attributions.append((target, list(_tokens(found[0]))))


def _tokens(found: str) -> Iterator[int]:
    for part in found.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first) - 1, int(last or first))


def statements_of(document: Document) -> list[Statement]:
    """GUM's attributions as statements; a content is the discourse unit that the source is attributed."""
    starts = [*sorted(document.units.values()), len(document.spans)]
    after = dict(pairwise(starts))
    found: list[Statement] = []
    for target, listed in document.attributions:
        begin = document.units.get(target)
        tokens = [token for token in listed if token < len(document.spans)]
        if begin is None or not tokens:
            continue
        source = Span(document.spans[tokens[0]].start, document.spans[_run_end(tokens)].end)
        content = Span(document.spans[begin].start, document.spans[after[begin] - 1].end)
        found.append(Statement(len(found), Role((source,)), None, Role((content,)), "indirect"))
    return found


def _run_end(tokens: list[int]) -> int:
    last = tokens[0]
    while last + 1 in tokens:
        last += 1
    return last


def outcomes(path: Path) -> Iterator[Outcome]:
    """Every source of a document whose entity has a name."""
    document = read_document(path)
    speakers, resolved = find_speakers(Article(document.text), statements_of(document))
    owners = _entities(document)
    for statement in resolved:
        span = statement.source.spans[0] if statement.source else Span(0, 0)
        names = _names(document, owners.get(span) or owners.get(_trimmed(span, document.text)))
        said = span.of(document.text)
        if names and said.lower() not in OWN:
            given = _given(speakers, statement)
            yield Outcome(_kind(document, span), said, names, given, statement.reasons[-1])


def _entities(document: Document) -> dict[Span, str]:
    return {
        Span(document.spans[mention.start].start, document.spans[mention.end - 1].end): entity
        for entity, mentions in document.mentions.items()
        for mention in mentions
    }


def _trimmed(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(" ,.:;")))


def _names(document: Document, entity: str | None) -> frozenset[str]:
    """The first words of the entity's mentions that hold a proper noun."""
    found = set()
    for mention in document.mentions.get(entity or "", ()):
        tokens = range(mention.start, min(mention.end, mention.start + 8))
        if any(document.tags[token] == "PROPN" for token in tokens):
            found.add(" ".join(document.spans[token].of(document.text) for token in tokens))
    return frozenset(found)


def _given(speakers: tuple[Speaker, ...], statement: Statement) -> str | None:
    speaker = None if statement.speaker is None else speakers[statement.speaker]
    return speaker.name if speaker and speaker.kind in ("named_person", "named_org") else None


def _kind(document: Document, span: Span) -> str:
    tags = [tag for tag, one in zip(document.tags, document.spans, strict=True) if span.covers(one)]
    if tags == ["PRON"]:
        return "pronoun"
    return "name" if "PROPN" in tags else "phrase"


def measure_speakers(folder: Path) -> dict[str, float]:
    """GUM's dev part: per cent of sources answered, and right among those answered, by kind of source."""
    counts = _counts(read_outcomes(folder / "gum" / "dev"))
    figures = {}
    for kind in ("pronoun", "name"):
        right, wrong, left = (counts[kind, verdict] for verdict in ("right", "wrong", "open"))
        figures[f"{kind} right of answered"] = 100 * right / max(1, right + wrong)
        figures[f"{kind} answered"] = 100 * (right + wrong) / max(1, right + wrong + left)
    return figures


def read_outcomes(folder: Path) -> list[Outcome]:
    """The outcomes of every document in ``folder``; :class:`NotFound` where there is none."""
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise NotFound(f"no CoNLL-U files in {folder}")
    return [one for path in paths for one in outcomes(path)]


def _counts(found: list[Outcome]) -> Counter[tuple[str, str]]:
    return Counter((one.kind, one.verdict) for one in found)


def main(folder: str, *options: str) -> None:
    """Print right, wrong and open by kind of source."""
    found = read_outcomes(Path(folder))
    counts = _counts(found)
    for kind in KINDS:
        right, wrong, left = (counts[kind, verdict] for verdict in ("right", "wrong", "open"))
        print(f"{kind:8} right {right:4} wrong {wrong:4} open {left:4}")
    for one in found:
        if "--show" in options and one.verdict != "right":
            said = f"[{one.source}] is {sorted(one.names)[:3]}, given {one.given}"
            print(f"{one.verdict:5} {one.kind:7} {said}: {one.reason}")


if __name__ == "__main__":
    main(*sys.argv[1:])
