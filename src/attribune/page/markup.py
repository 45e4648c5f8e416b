"""HTML out of plain values: everything is escaped, nothing of an article is ever markup."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from importlib.resources import files

# Code points that no HTML document can hold; each becomes one replacement character.
IMPOSSIBLE = re.compile(r"[\x00\ud800-\udfff]")
WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def escaped(value: str) -> Markup:
    """Text as HTML, good between tags and inside quoted attributes; markup stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup(html.escape(IMPOSSIBLE.sub("\ufffd", value)).replace("\r", "&#13;"))


def joined(*parts: str) -> Markup:
    """The parts one after another."""
    return Markup("".join(escaped(part) for part in parts))


def element(name: str, *children: str, **attributes: str | int | None) -> Markup:
    """An element; ``class_`` gives class, ``data_s`` data-s; attributes that are None are left out."""
    return Markup(f"<{name}{_attributes(attributes)}>{joined(*children)}</{name}>")


def void(name: str, **attributes: str | int | None) -> Markup:
    """An element that has no content and no end tag."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def _attributes(attributes: dict[str, str | int | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )


def asset(name: str) -> str:
    """A style sheet or script that lies next to this file."""
    return files(__package__).joinpath(name).read_text("utf-8")


def digest(inline: str) -> str:
    """The source expression that lets a content security policy pass one inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, None for anything that could run in the page."""
    return url if url and WEB.fullmatch(url) else None
