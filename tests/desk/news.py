"""Short news of invented events, and the files that they come in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attribune.desk.adding import Filed
from attribune.desk.desk import Desk

DAM = (
    "Mayor Ida Korvin said on Monday that the dam above Lodra had held. "
    "Police chief Tomas Brandl told reporters that 12 people were killed in the flood."
)
DAM_LATER = (
    "Mayor Ida Korvin said on Monday that the dam above Lodra had held. "
    "Police chief Tomas Brandl told reporters that 14 people were killed in the flood. "
    "Korvin denied that the alarm was late."
)
FERRY = 'The ferry Orvel sank, Transport Minister Ida Korvin said. "We found 30 boats," said Brandl.'
TALKS = "Norwegian Prime Minister Ida Brandt said that the talks had failed."
SONG = "Brazilian coach Ida Brandt said that the knee had healed."
BRIDGE = "Engineer Ada Lund said that {} bridges near Orvel had fallen."
FRENCH = "Le maire a dit que le barrage avait tenu et que les habitants pouvaient rentrer chez eux ce soir."

DAM_RECORD = {"id": "dam", "text": DAM, "outlet": "Norvik Post", "published": "2031-05-02"}
LATER_RECORD = {**DAM_RECORD, "text": DAM_LATER}
FERRY_RECORD = {"id": "ferry", "text": FERRY, "outlet": "Lodra Times", "published": "2031-06-01"}
TALKS_RECORD = {"id": "talks", "text": TALKS, "outlet": "Norvik Post", "published": "2031-06-03"}


def write_records(path: Path, *records: dict[str, Any]) -> Path:
    """A file of JSON Lines; the language is said, as short texts don't tell it."""
    lines = (json.dumps({"language": "en", **record}) + "\n" for record in records)
    path.write_text("".join(lines), "utf-8")
    return path


def bridges(*numbers: int) -> list[dict[str, Any]]:
    """Records with an id each, all of them other texts."""
    return [{"id": f"bridge-{number}", "text": BRIDGE.format(number)} for number in numbers]


def page(text: str, canonical: str | None = None) -> str:
    """A page with an article."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    paragraphs = "".join(f"<p>{one}</p>" for one in (text, "The river Orvel runs through Lodra and on to the sea."))
    head = f"<head><title>News of Lodra</title>{link}</head>"
    return f'<html lang="en">{head}<body><article>{paragraphs}</article></body></html>'


def outcomes(filed: Iterable[Filed]) -> list[str]:
    return [one.outcome for one in filed]


def add(desk: Desk, *paths: Path | str, jobs: int = 1) -> list[str]:
    """What came of each article in the paths."""
    return outcomes(desk.add([str(path) for path in paths], jobs=jobs))


def contents(desk: Desk, query: str = "", **options: Any) -> list[str]:
    """What the found lines say."""
    return [hit.line.content for hit in desk.search(query, **options).hits]


def line_of(desk: Desk, words: str) -> int:
    """The current line whose content holds the words."""
    (found,) = [hit.line.id for hit in desk.search("*", limit=1_000).hits if words in hit.line.content]
    return found


def problems(desk: Desk, **options: Any) -> list[str]:
    """What a verification finds, each as one line."""
    return [f"{one.subject}: {one.sentence}" for one in desk.verify(**options)]
