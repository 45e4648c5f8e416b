"""Readers of the corpora that the branch learns from."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from attribune.article import Span
from quality.texts import Labelled, Mention, in_part, join

PLACES = {
    "Literal": "place", "Mixed": "place", "Coercion": "place", "Literal_Modifier": "place",
    "Metonymic": "government", "Non_Literal_Modifier": "adjective", "Demonym": "adjective",
}  # fmt: skip
PRONOUNS = frozenset(
    ("he", "she", "him", "her", "his", "hers", "himself", "herself", "they", "them", "their", "theirs", "themselves")
) | {"it", "its", "itself"}
PERSONAL = frozenset({"person", "organization", "place", "animal"})
BRACKET = re.compile(r"\((\d+)-([^()]*)(\)?)|(\d+)\)")  # opens an entity, and closes it at once; closes one


def newswire(folder: Path) -> Iterator[Labelled]:
    """Worldwide newswire: nine kinds of names in local English-language news (Shan et al. 2023)."""
    for path in sorted((folder / "worldwide_newswire" / "processed_annotated").glob("*.tsv")):
        blocks = [[]]
        for line in path.read_text("utf-8").splitlines():
            parts = line.rstrip().rsplit("\t", 1)
            if not line.strip():
                blocks.append([])
            elif len(parts) == 2 and parts[0].strip() and "\t" not in parts[0]:
                blocks[-1].append((parts[0].strip().replace(" ", "_"), parts[1]))
        blocks = [block for block in blocks if block and not block[0][0].startswith("http")]
        text, placed = join([token for token, _ in block] for block in blocks)
        names = [
            one for block, spans in zip(blocks, placed, strict=True) for one in _spans([tag for _, tag in block], spans)
        ]
        yield Labelled("newswire", path.name.split(".")[0], text, names=tuple(names))


def _spans(tags: list[str], spans: list[Span]) -> Iterator[tuple[Span, str]]:
    start = None
    for position, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield Span(spans[start].start, spans[position - 1].end), tags[start][2:]
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = position


def geowebnews(folder: Path) -> Iterator[Labelled]:
    """GeoWebNews: place names by how they are used (Gritta et al. 2020)."""
    for path in sorted((folder / "geowebnews").glob("*.ann"), key=lambda path: int(path.stem)):
        text = path.with_suffix(".txt").read_text("utf-8")
        found = {}
        for line in path.read_text("utf-8").splitlines():
            parts = line.split("\t")
            kind, *offsets = parts[1].split(" ") if line.startswith("T") else ("",)
            if kind in PLACES and len(offsets) == 2:
                found[Span(int(offsets[0]), int(offsets[1]))] = PLACES[kind]
        yield Labelled("geowebnews", path.stem, text, places=tuple(sorted(found.items())))


def factuality(folder: Path, part: str) -> Iterator[Labelled]:
    """Four corpora of events with a factuality from -3 to 3 (Stanovsky et al. 2017; White et al. 2018)."""
    for corpus in ("UDS_IH2", "UW", "MEANTIME", "CB/CB"):
        for number, line in enumerate(
            (folder / "factuality" / corpus / f"{part}.jsonl").read_text("utf-8").splitlines()
        ):
            row = json.loads(line)
            text, (placed,) = join([row["text"].split(" ")])
            labels = [(placed[one["span1"][0]], float(one["label"])) for one in row["targets"]]
            yield Labelled(f"factuality/{corpus}", f"{part}-{number}", text, factuality=tuple(labels))


def gap(folder: Path, part: str) -> Iterator[Labelled]:
    """GAP: a pronoun and two names, at most one of which it means (Webster et al. 2018)."""
    with (folder / "gap" / f"gap-{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sought = _at(row["Pronoun"], row["Pronoun-offset"])
            entity = 0 if row["A-coref"].upper() == "TRUE" else 1 if row["B-coref"].upper() == "TRUE" else 2
            mentions = [
                Mention(_at(row["A"], row["A-offset"]), 0), Mention(_at(row["B"], row["B-offset"]), 1),
                Mention(sought, entity, sought=True, candidate=False),
            ]  # fmt: skip
            yield Labelled("gap", row["ID"], row["Text"], mentions=tuple(mentions))


def _at(words: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(words))


def gum(folder: Path, part: str) -> Iterator[Labelled]:
    """GUM: coreference of persons, organisations and places in many genres (Zeldes 2017)."""
    for path in sorted((folder / "gum" / part).glob("*.conllu")):
        yield _gum_document(path)


def _gum_document(path: Path) -> Labelled:
    text, tokens, found, opened, base = "", [], [], {}, 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n"
        columns = line.split("\t")
        if len(columns) != 10:
            base = len(tokens) if not line else base
            continue
        if not columns[0].isdigit():
            continue
        tokens.append(
            (Span(len(text), len(text) + len(columns[1])), columns[1], columns[3], base + int(columns[6]) - 1)
        )
        text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        entity = next((part[7:] for part in columns[9].split("|") if part.startswith("Entity=")), "")
        for start, about, closed, end in BRACKET.findall(entity):
            if start:
                opened.setdefault(start, []).append((len(tokens) - 1, about))
            key = start if closed else end
            if key and opened.get(key):
                first, kind = opened[key].pop()
                found.append((first, len(tokens), int(key), kind))
    mentions = sorted(_gum_mentions(tokens, found), key=lambda one: (one.span.start, one.span.end))
    return Labelled("gum", path.stem, text, mentions=tuple(mentions))


def _gum_mentions(tokens: list, found: list) -> Iterator[Mention]:
    for first, last, entity, about in found:
        kind = about.split("-")[0]
        if kind not in PERSONAL:
            continue
        head = next((at for at in range(first, last) if not first <= tokens[at][3] < last), first)
        low = end = head
        while low > first and tokens[low - 1][2] == "PROPN" == tokens[head][2]:
            low -= 1
        while end + 1 < last and tokens[end + 1][2] == "PROPN" == tokens[head][2]:
            end += 1
        word, tag = tokens[head][1].lower(), tokens[head][2]
        if tag == "PRON" and word not in PRONOUNS:
            continue
        definite = tag == "NOUN" and tokens[first][1].lower() in ("the", "this", "that", "these", "those")
        sought = word in PRONOUNS or definite
        yield Mention(Span(tokens[low][0].start, tokens[end][0].end), entity, sought, candidate=tag != "PRON")


def ecb(folder: Path) -> Iterator[Labelled]:
    """ECB+: participants of events, coreferent within and across articles (Cybulska and Vossen 2014)."""
    for path in sorted((folder / "ecbplus").glob("*/*.xml")):
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        sentences: dict[int, list] = {}
        for token in root.iter("token"):
            sentences.setdefault(int(token.get("sentence")), []).append((token.get("t_id"), token.text or "_"))
        text, placed = join([word for _, word in one] for one in sentences.values())
        where = {
            key: span for one, spans in zip(sentences.values(), placed, strict=True)
            for (key, _), span in zip(one, spans, strict=True)
        }  # fmt: skip
        yield Labelled("ecb", path.stem, text, mentions=tuple(_ecb_mentions(root, where, text)))


def _ecb_mentions(root: etree._Element, where: dict[str, Span], text: str) -> list[Mention]:
    entity = {}
    for number, relation in enumerate(root.find("Relations")):
        for source in relation.iter("source"):
            entity[source.get("m_id")] = number
    found = []
    for mark in root.find("Markables"):
        anchors = [where[one.get("t_id")] for one in mark.iter("token_anchor")]
        if not anchors or not mark.tag.startswith("HUMAN"):
            continue
        span = Span(anchors[0].start, anchors[-1].end)
        pronoun = span.of(text).lower() in PRONOUNS
        found.append(Mention(span, entity.get(mark.get("m_id"), -1), sought=pronoun, candidate=not pronoun))
    return sorted(found, key=lambda one: one.span)


def parts(folder: Path) -> tuple[list[Labelled], list[Labelled]]:
    """Everything to learn from, and everything to measure on."""
    learn, measure = [], []
    for one in newswire(folder):
        (measure if in_part(one.key, 10) else learn).append(one)
    for one in geowebnews(folder):
        (measure if in_part(one.key, 4) else learn).append(one)
    learn += [*factuality(folder, "train"), *gap(folder, "development"), *gum(folder, "train"), *ecb(folder)]
    measure += [*factuality(folder, "dev"), *gap(folder, "validation"), *gum(folder, "dev")]
    return learn, measure
