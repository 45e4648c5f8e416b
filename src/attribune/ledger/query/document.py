"""What search knows of a statement, as one stream of terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attribune.ledger.query.fields import BREAK, Field, country_term, in_field, terms_of


@dataclass(frozen=True)
class Document:
    """The texts and classes of a statement that are searched.

    ``speaker`` holds every name the speaker has: the best name, the source's words, role, affiliation; ``of`` and
    ``counts`` those of all figures; ``countries`` are ISO 3166-1 alpha-2 codes.
    """

    content: str
    speaker: tuple[str, ...] = ()
    cue: str | None = None
    outlet: str | None = None
    cue_class: str = "other"
    quote: str = "indirect"
    commitment: str = "unknown"
    distance: str = "neutral"
    kind: str | None = None
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    speaker_id: int | None = None

    def terms(self) -> tuple[str, ...]:
        """All terms, the content's first, each field's with its prefix; between two values stands a break.

        The last term is a break too, so that every statement has one term in common.
        """
        return (*terms_of(self.content), *self._names(), *self._classes(), BREAK)

    def _names(self) -> Iterator[str]:
        """The terms of fields in which words are searched."""
        worded: tuple[tuple[Field, tuple[str | None, ...]], ...] = (
            ("speaker", self.speaker),
            ("cue", (self.cue,)),
            ("outlet", (self.outlet,)),
            ("place", self.places),
            ("of", self.of),
        )
        for field, values in worded:
            for value in filter(None, values):
                yield from in_field(field, terms_of(value))
                yield BREAK

    def _classes(self) -> Iterator[str]:
        """The terms of fields with a closed set of values."""
        yield from in_field("place", map(country_term, self.countries))
        yield from in_field("counts", self.counts)
        closed: tuple[tuple[Field, str | int | None], ...] = (
            ("class", self.cue_class),
            ("quote", self.quote),
            ("commitment", self.commitment),
            ("distance", self.distance),
            ("kind", self.kind),
            ("speaker_id", self.speaker_id),
        )
        yield from (term for field, value in closed if value is not None for term in in_field(field, (str(value),)))
