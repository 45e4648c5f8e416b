"""The PolNeAR corpus as gold articles.

PolNeAR 1.0: Newell et al. (2018), "An Attribution Relations Corpus for Political News", LREC. A part of it
(``train``, ``dev``, ``test``) is a folder with ``text/NAME.txt`` and, in brat's standoff format,
``attributions/NAME_ANNOTATOR.ann``: a T line for every span ("T3 <tab> Cue 10 14;20 25 <tab> words"), an E line
for every attribution ("E1 <tab> Cue:T3 Source:T1 Content2:T4").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attribune.article import Span
from attribune.errors import NotFound, Unreadable
from attribune.evaluate.gold import ROLES, GoldArticle, RoleName, Roles

SPAN, EVENT = re.compile(r"T\d+"), re.compile(r"E\d+")  # other lines go on with a span's words
Spans = dict[str, list[Span]]


def read_polnear(folder: Path | str) -> Iterator[GoldArticle]:
    """Every article of a part of PolNeAR, by name; of several annotators, the first by name counts.

    :class:`NotFound` for a folder that is no part of it, :class:`Unreadable` for a damaged annotation.
    """
    root = Path(folder)
    _check(root)
    seen: set[str] = set()
    for path in sorted((root / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0] or path.stem
        text = root / "text" / f"{name}.txt"
        if name not in seen and text.exists():
            seen.add(name)
            yield GoldArticle(name, _text(text), _read(path))


def _check(root: Path) -> None:
    missing = [name for name in ("attributions", "text") if not (root / name).is_dir()]
    if missing:
        parts = [path.parent.name for path in sorted(root.glob("*/attributions"))]
        hint = f"; did you mean one of its parts ({', '.join(parts)})?" if parts else ""
        raise NotFound(f"{root} is no part of PolNeAR: it has no folder '{missing[0]}'{hint}")


def _text(path: Path) -> str:
    """The file's text with its own line ends, which the spans count."""
    with path.open(encoding="utf8", newline="") as file:
        return file.read()


def _read(path: Path) -> tuple[Roles, ...]:
    try:
        return tuple(_attributions(path.read_text(encoding="utf8").split("\n")))
    except ValueError as cause:
        raise Unreadable(f"{path} is no annotation in brat's format: {cause}") from cause


def _attributions(lines: list[str]) -> Iterator[Roles]:
    spans: Spans = {}
    for line in lines:
        key, _, rest = line.partition("\t")
        if SPAN.fullmatch(key):
            spans[key] = _spans(rest)
        elif EVENT.fullmatch(key):
            yield _attribution(rest, spans)


def _spans(rest: str) -> list[Span]:
    """The spans in ``Cue 10 14;20 25 <tab> words``."""
    ranges = rest.partition("\t")[0].partition(" ")[2]
    return [_span(one) for one in ranges.split(";")]


def _span(words: str) -> Span:
    start, end = words.split()
    return Span(int(start), int(end))


def _attribution(rest: str, spans: Spans) -> Roles:
    """The roles in ``Cue:T3 Source:T1 Content2:T4``."""
    found: dict[RoleName, list[Span]] = {role: [] for role in ROLES}
    for part in rest.split():
        label, _, key = part.partition(":")
        for role in ROLES:
            if label.rstrip("0123456789").lower() == role:
                found[role] += spans.get(key, [])
    return {role: tuple(found[role]) for role in ROLES}
