"""What a page says about its article: title, outlet, date, language and address, from its metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from attribune.intake.about import About, parse_language, parse_moment
from attribune.intake.address import host_of, is_address, own_address
from attribune.intake.text import canonical
from attribune.intake.title import words_of

ARTICLE_TYPE = re.compile(r"Article$|^(?:BlogPosting|Report|LiveBlogPosting|Review|WebPage)$")
MOST_NODES = 5_000  # of a page's JSON-LD
TITLE_BREAK = re.compile(r"\s+(?:[|–—·•-]|::)\s+|\s*[|]\s*")
LATEST = "2099-12-31"  # htmldate would take today, and read the same page otherwise tomorrow


@dataclass(frozen=True)
class Facts:
    """A page's own statements about its article; None where it makes none."""

    title: str | None
    outlet: str | None
    published: datetime | None
    language: str | None
    url: str | None
    descriptions: tuple[str, ...]

    def about(self, language: str) -> About:
        """The facts as those of an article in that language."""
        return About(title=self.title, outlet=self.outlet, published=self.published, url=self.url, language=language)


def read_facts(tree: Any, address: str | None = None) -> Facts:
    """The facts of a parsed page; of one that was captured from an address, what it says of its own is checked."""
    meta = _meta(tree)
    data = _linked_data(tree)
    url = _url(tree, meta) if address is None else own_address(address, _addresses(tree, meta))
    outlet = _outlet(meta, data, url)
    return Facts(
        title=_title(tree, meta, data, outlet),
        outlet=outlet,
        published=_published(tree, meta, data),
        language=_language(tree, meta),
        url=url,
        descriptions=tuple(_strings(meta.get("og:description"), meta.get("description"), data.get("description"))),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The page's ``meta`` elements by name or property; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: Any) -> Mapping[str, Any]:
    """The first JSON-LD object that describes an article, ``{}`` where there is none."""
    nodes = [node for script in tree.iter("script") for node in _objects(script)]
    kinds = [[kind for kind in _list(node.get("@type")) if isinstance(kind, str)] for node in nodes]
    described = [node for node, kind in zip(nodes, kinds, strict=True) if any(map(ARTICLE_TYPE.search, kind))]
    return max(described, key=lambda node: ("datePublished" in node) + ("headline" in node), default={})


def _objects(script: Any) -> Iterator[Mapping[str, Any]]:
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        pending = [json.loads(script.text or "null", strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_NODES):
        if not pending:
            return
        node = pending.pop(0)
        if isinstance(node, dict):
            yield node
            pending += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            pending += node


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(*values: object) -> Iterator[str]:
    """Those of the values that are strings with something in them."""
    yield from (value.strip() for value in values if isinstance(value, str) and value.strip())


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _title(tree: Any, meta: Mapping[str, str], data: Mapping[str, Any], outlet: str | None) -> str | None:
    """The headline as the page shows it, where one of its names for itself says the same; else that name."""
    shown = [text for element in tree.iter("h1") if (text := " ".join(element.text_content().split()))]
    tags = [" ".join((element.text or "").split()) for element in tree.iter("title")]
    named = [_without_outlet(name, outlet) for name in _strings(meta.get("og:title"), data.get("headline"), *tags[:1])]
    for heading in shown:
        if any(_alike(heading, name) for name in named):
            return _line(heading)
    if meta.get("og:title") or not shown:
        return _line(named[0]) if named else None
    return _line(shown[0]) if len(shown) == 1 else _line(_first(named) or shown[0])


def _line(text: str) -> str | None:
    return " ".join(canonical(text).split()) or None


def _alike(first: str, second: str) -> bool:
    """Whether two headlines share most of their words."""
    one, other = set(words_of(first)), set(words_of(second))
    return bool(one) and len(one & other) >= 0.6 * max(len(one), len(other))


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name behind the last bar or dash."""
    breaks = list(TITLE_BREAK.finditer(title))
    if not breaks:
        return title
    head, tail = title[: breaks[-1].start()], title[breaks[-1].end() :]
    named = outlet is not None and _same_name(tail, outlet)
    barred = "|" in breaks[-1].group() and len(tail.split()) <= 3
    return head.strip() if head.strip() and (named or barred) else title


def _same_name(tail: str, outlet: str) -> bool:
    one, other = "".join(words_of(tail)), "".join(words_of(outlet))
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _outlet(meta: Mapping[str, str], data: Mapping[str, Any], url: str | None) -> str | None:
    publishers = [node.get("name") if isinstance(node, dict) else node for node in _list(data.get("publisher"))]
    name = _first(_strings(meta.get("og:site_name"), *publishers))
    return " ".join(canonical(name).split()) if name else host_of(url)


def _addresses(tree: Any, meta: Mapping[str, str]) -> Iterator[str]:
    """The addresses that the page calls its own, the canonical one first."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return _strings(*links, meta.get("og:url"))


def _url(tree: Any, meta: Mapping[str, str]) -> str | None:
    return _first(url for url in _addresses(tree, meta) if is_address(url))


def _language(tree: Any, meta: Mapping[str, str]) -> str | None:
    declared = _strings(tree.get("lang"), meta.get("og:locale"), meta.get("content-language"))
    return _first(language for tag in declared if (language := parse_language(tag)))


def _published(tree: Any, meta: Mapping[str, str], data: Mapping[str, Any]) -> datetime | None:
    """The date that the page names as the article's own; else what htmldate finds in its address and markup."""
    times = [element.get("datetime") for element in tree.iter("time") if _is_publication(element)]
    names = (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "dc.date.issued",
    )
    stated = _strings(data.get("datePublished"), *map(meta.get, names), *times)
    return next((moment for text in stated if (moment := parse_moment(text))), None) or _guessed_date(tree)


def _is_publication(element: Any) -> bool:
    return "datePublished" in (element.get("itemprop") or "") or element.get("pubdate") is not None


def _guessed_date(tree: Any) -> datetime | None:
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=False, max_date=LATEST)
    return parse_moment(found) if found else None
