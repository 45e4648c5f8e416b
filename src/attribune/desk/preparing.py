"""Captures to what the ledger takes: read, named and measured, without any look at the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from attribune.article import Article
from attribune.capture import Capture
from attribune.desk.files import fault, read_one
from attribune.desk.meanings import vectors_of
from attribune.errors import AttribuneError, InputError, MissingExtra
from attribune.intake import Failure, read_capture
from attribune.intake.address import host_of
from attribune.ledger.addition import Vectors
from attribune.link import identity_key
from attribune.reading import Reading

NAMED = ("named_person", "named_org")


@dataclass(frozen=True)
class Prepared:
    """One article, ready to be added.

    ``keys`` are those of its named speakers, by their ids in the reading; None for a name that many may have.
    """

    capture: Capture
    reading: Reading
    keys: Mapping[int, str | None]
    vectors: Vectors | None


@dataclass(frozen=True)
class Listed:
    """What a feed says of an article that it names; it counts where the article says nothing of it itself."""

    outlet: str | None = None
    published: datetime | None = None

    def told_of(self, article: Article, url: str | None) -> Article:
        """The article with it; an outlet that was only guessed from the host's name is none."""
        guessed = {None, host_of(article.url), host_of(url)}
        outlet = self.outlet if self.outlet and article.outlet in guessed else article.outlet
        return replace(article, outlet=outlet, published=article.published or self.published)


def prepare(capture: Capture, listed: Listed | None = None) -> Prepared | Failure:
    """Read one capture; the work of a process of its own."""
    try:
        article = read_capture(capture)
        found = read_one(listed.told_of(article, capture.url) if listed else article)
        return found if isinstance(found, Failure) else prepared(capture, found)
    except (InputError, MissingExtra) as error:
        return Failure(capture.name, error)
    except AttribuneError:
        raise
    except Exception as cause:  # noqa: BLE001 - as in read_one: a fault in one article must not end a run
        return fault(capture.name, cause)


def prepared(capture: Capture, reading: Reading) -> Prepared:
    """A reading of a capture, with what the ledger needs besides."""
    clean = replace(reading, article=_storable(reading))
    return Prepared(capture, clean, keys_of(clean), vectors_of(clean))


def keys_of(reading: Reading) -> dict[int, str | None]:
    """The keys by which the named speakers of a reading are known across articles."""
    named = (speaker for speaker in reading.speakers if speaker.kind in NAMED)
    return {speaker.id: identity_key(speaker.name, speaker.kind) for speaker in named}


def _storable(reading: Reading) -> Article:
    """The article without lone surrogates and NULs beside its text, which no database takes."""
    article = reading.article
    names = ("title", "outlet", "language", "url", "file", "ref")
    values = {name: getattr(article, name) for name in names}
    broken: dict[str, Any] = {
        name: _whole(value) for name, value in values.items() if value is not None and _whole(value) != value
    }
    return replace(article, **broken) if broken else article


def _whole(value: str) -> str:
    return value.encode("utf-8", "backslashreplace").decode().replace("\0", "\ufffd")
