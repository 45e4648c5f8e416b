"""Which column of a table is what, and a row as a JSON record."""

from __future__ import annotations

import csv
import json
import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime

from attribune.errors import TooLarge, Unreadable
from attribune.intake.about import parse_moment
from attribune.intake.limits import Limits

DELIMITERS = ",\t;|"
LONGEST_HEADER = 4_096  # bytes of a first line that is taken for a header without the name saying so
LONGEST_NAME = 60  # characters of a column's name
MOST_NAMED = 20  # columns that a message names
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "maintext"),
    "html": ("html",),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper"),
    "published": ("published", "published_at", "date", "publish_date", "published_date", "date_published", "pubdate"),
    "url": ("url", "link"),
    "id": ("id",),
    "language": ("language", "lang"),
}  # without "article_" or "news_" before them; by the key of a JSON record; where a table has several, the first counts
OF_THE_ARTICLE = re.compile(r"^(?:article|news|story)_(?=.)")
PART = re.compile(r"[\s-]+")
NAMED_DATES = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")
IN_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})\2([12]\d{3})")
ISO = re.compile(r"\d{4}(?:-\d\d-\d\d|\d{4})(?:[T ].*)?")  # a time in seconds since 1970 is none, whatever Python says
ZONE = re.compile(r"\s+([+-]\d\d:?\d\d)$")
WORD_IN_DATE = re.compile(r"[A-Za-z]{3}")

Row = Callable[[Sequence[object]], bytes]


def is_plain_header(head: bytes) -> bool:
    """Whether bytes begin with a line that names a column of texts and another column that is known."""
    line, end, _ = head.partition(b"\n")
    if not end or len(line) > LONGEST_HEADER:
        return False
    text = line.decode("utf-8", "replace").strip()
    names = split_header(text, delimiter_of(text))
    keys = find_columns(names).keys()
    return bool({"text", "html"} & keys) and len(keys) > 1 and all(0 < len(name) <= LONGEST_NAME for name in names)


def delimiter_of(header: str) -> str:
    """The sign that parts the names of a header: the one with which a known column is found, else the commonest."""
    return max(DELIMITERS, key=lambda sign: (len(find_columns(split_header(header, sign))), header.count(sign)))


def split_header(header: str, delimiter: str) -> list[str]:
    """The names in a header's line; none where they can't be told apart."""
    try:
        return [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    except csv.Error:
        return []


def find_columns(names: Sequence[str]) -> dict[str, int]:
    """The number of the column for each key of a record that a table has."""
    folded = [OF_THE_ARTICLE.sub("", PART.sub("_", name.strip().casefold())) for name in names]
    found = {
        key: next((folded.index(name) for name in known if name in folded), None) for key, known in COLUMNS.items()
    }
    return {key: number for key, number in found.items() if number is not None}


def row_writer(names: Sequence[str], limits: Limits) -> Row:
    """What turns a row into the bytes of its record; :class:`Unreadable` where no column holds texts."""
    columns = find_columns(names)
    if not {"text", "html"} & columns.keys():
        shown = ", ".join(f'"{name[:LONGEST_NAME]}"' for name in names[:MOST_NAMED]) or "none"
        wanted = ", ".join([*COLUMNS["text"], *COLUMNS["html"]])
        raise Unreadable(f"is a table without a column of texts (it has {shown}); name one of them {wanted}")

    def write(cells: Sequence[object]) -> bytes:
        return record_bytes(_record(names, columns, cells), limits)

    return write


def record_bytes(record: object, limits: Limits) -> bytes:
    """The record as compact JSON in UTF-8, its keys in their order."""
    try:
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=str)
        data = text.encode()
    except UnicodeEncodeError:  # lone surrogates, which JSON can only hold as escapes
        data = json.dumps(record, separators=(",", ":"), default=str).encode()
    except (RecursionError, ValueError) as cause:
        raise Unreadable("is a record with values too deep; give plain records") from cause
    if len(data) > limits.bytes:
        raise TooLarge(f"the record holds more than {limits.megabytes}; split it into articles")
    return data


def _record(names: Sequence[str], columns: Mapping[str, int], cells: Sequence[object]) -> dict[str, object]:
    """What the row says: known keys first, further columns behind them under their own names."""
    found = {key: _known(key, cells[number]) for key, number in columns.items()}
    record = {key: value for key, value in found.items() if value is not None}
    for number, (name, cell) in enumerate(zip(names, cells, strict=True)):
        lost = number == columns.get("published") and "published" not in record
        if (number not in columns.values() or lost) and not _is_blank(cell):
            record.setdefault(f"{name} as given" if name in COLUMNS else name, _plain(cell))
    return record


def _is_blank(cell: object) -> bool:
    return cell is None or cell == "" or cell != cell  # noqa: PLR0124  (NaN, as tables say "none")


def _known(key: str, cell: object) -> object:
    """A cell as the value of a known key, None where it has none."""
    if _is_blank(cell):
        return None
    if key == "published":
        return _published(cell)
    if key == "id" and isinstance(cell, float) and cell.is_integer():
        return int(cell)
    value = _plain(cell)
    return value if value is None or (key == "id" and isinstance(value, int)) else str(value)


def _published(cell: object) -> str | None:
    """A date in ISO 8601, None where the cell's words may mean several days or none."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    text = ZONE.sub(r"\1", str(cell).strip().removesuffix(" UTC"))
    if ISO.fullmatch(text) and parse_moment(text):
        return text
    moment = _named_date(text)
    return moment.isoformat() if moment and parse_moment(moment.isoformat()) else None


def _named_date(text: str) -> datetime | None:
    for form in NAMED_DATES:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    if numbers := IN_NUMBERS.fullmatch(text):
        return _only_reading(*numbers.groups())
    try:
        return parsedate_to_datetime(text) if WORD_IN_DATE.search(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _only_reading(first: str, sign: str, second: str, year: str) -> datetime | None:
    """The day that three numbers mean, where they can mean one only; with points between, the day stands first."""
    orders = [(int(second), int(first))] if sign == "." else [(int(second), int(first)), (int(first), int(second))]
    found = {datetime(int(year), month, day) for month, day in orders if _is_day(int(year), month, day)}
    return found.pop() if len(found) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _plain(cell: object) -> object:
    """A cell as JSON has it."""
    if isinstance(cell, bytes):
        try:
            return cell.decode()
        except UnicodeDecodeError:
            return None
    if isinstance(cell, Decimal):
        return str(cell)
    return cell.isoformat() if isinstance(cell, datetime | date) else cell
