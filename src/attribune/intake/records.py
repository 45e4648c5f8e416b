"""JSON records to articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from attribune.article import Article
from attribune.errors import NoArticle, Unreadable
from attribune.intake.about import About, parse_language, parse_moment
from attribune.intake.limits import Limits
from attribune.intake.text import read_text

STRINGS = ("text", "html", "title", "outlet", "published", "url", "language")
KNOWN = frozenset({*STRINGS, "id"})
KIND_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


def parse_json(text: str) -> object:
    """The value that the JSON holds; :class:`Unreadable` names line and column where it is broken."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as cause:
        place = f"line {cause.lineno}, column {cause.colno}" if "\n" in text.strip() else f"column {cause.colno}"
        raise Unreadable(f"is broken JSON at {place} ({cause.msg}); mend it there") from cause
    except (ValueError, RecursionError) as cause:
        raise Unreadable("is JSON with a number too long or brackets too deep; give plain records") from cause


def read_record(record: object, file: str | None, limits: Limits) -> Article:
    """The article of one record; its keys are those of "Articles as input", others are kept as metadata."""
    if not isinstance(record, dict):
        raise Unreadable(f'is {_kind(record)}, not an object; give {{"text": "..."}} for each article')
    if {"article", "statements"} <= record.keys() and not {"text", "html"} & record.keys():
        raise NoArticle("is what Attribune wrote of an article; give the article itself")
    strings = {key: _string(record, key) for key in STRINGS}
    about = _about(record, strings, file)
    if strings["text"]:
        return read_text(strings["text"], about, limits)
    if strings["html"]:
        return _from_page(strings["html"], about, limits)
    raise NoArticle('has neither "text" nor "html"; give one of them')


def _from_page(html: str, about: About, limits: Limits) -> Article:
    """The article of a record's page; what the record says goes before what the page says."""
    from attribune.intake.page import read_page

    page = read_page(html, limits)
    said = {name: value for name, value in vars(about).items() if value is not None}
    return read_text(page.text, replace(page.about, **said), limits)


def _about(record: Mapping[str, object], strings: Mapping[str, str | None], file: str | None) -> About:
    language = strings["language"]
    return About(
        title=strings["title"],
        outlet=strings["outlet"],
        published=_published(strings["published"]),
        url=strings["url"],
        language=parse_language(language) if language else None,
        file=file,
        ref=_ref(record.get("id")),
        metadata={key: value for key, value in record.items() if key not in KNOWN},
    )


def _string(record: Mapping[str, object], key: str) -> str | None:
    """The string under a key, None where it is missing, null or blank."""
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f'has {_kind(value)} as "{key}"; give a string or leave the key out')
    return value.strip() or None if value else None


def _ref(value: object) -> str | None:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return None if value is None else str(value)
    raise Unreadable(f'has {_kind(value)} as "id"; give a string or a number')


def _published(text: str | None) -> datetime | None:
    moment = parse_moment(text) if text else None
    if text and moment is None:
        raise Unreadable(
            f'has "{text[:40]}" as "published"; give an ISO 8601 date such as 2015-10-03, or leave the key out'
        )
    return moment


def _kind(value: object) -> str:
    return KIND_NAMES.get(type(value), "a number")
