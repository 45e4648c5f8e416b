"""Prepared articles into the ledger: who is known already, and what becomes of the reviews of an older version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from attribune.desk.locating import locator_of, place_of
from attribune.desk.preparing import Prepared
from attribune.ledger.addition import Added, Addition, Carried, Known
from attribune.ledger.contract import LedgerReader, LedgerWriter
from attribune.ledger.identity import Appearance as Heard
from attribune.ledger.line import Line
from attribune.link import Appearance, Profile, carry, conflicts, profile_of
from attribune.reading import Reading
from attribune.statement import Speaker

REMEMBERED = 2_000  # profiles of identities that are kept at hand
ENOUGH = 30  # appearances that tell who an identity is


@dataclass
class Filing:
    """Puts prepared articles in, one transaction each; it remembers whom it met."""

    profiles: dict[int, Profile] = field(default_factory=dict)

    def file(self, writer: LedgerWriter, prepared: Prepared) -> Added:
        """Add one article."""
        locator = locator_of(prepared.capture, prepared.reading.article)
        before = next((one for one in writer.entries(locator=locator) if one.superseded is None), None)
        if before is not None and before.article.id != prepared.reading.article.id:
            carried = carried_reviews(writer.lines_of(before.id), prepared.reading)
        else:
            carried = {}
        addition = Addition(
            locator=locator,
            capture=prepared.capture,
            reading=prepared.reading,
            known=self.known(writer, prepared.reading, prepared.keys),
            vectors=prepared.vectors,
            carried=carried,
            place=place_of(prepared.capture),
        )
        return writer.add(addition)

    def known(self, writer: LedgerReader, reading: Reading, keys: Mapping[int, str | None]) -> dict[int, Known]:
        """The identity of each named speaker: one with the same key that nothing speaks against, else a new one."""
        candidates = writer.with_keys({key for key in keys.values() if key})
        return {
            number: Known() if key is None else self._known(writer, reading, number, candidates.get(key, ()), key)
            for number, key in keys.items()
        }

    def _known(self, writer: LedgerReader, reading: Reading, number: int, candidates: Sequence[int], key: str) -> Known:
        appearance = appearance_of(reading, reading.speakers[number])
        fitting = [one for one in candidates if self._fits(writer, one, appearance)]
        if len(fitting) > 1 and (appearance.role or appearance.country):
            fitting = [one for one in fitting if _agrees(self.profiles[one], appearance)]
        return Known(fitting[0], key) if len(fitting) == 1 else Known(None, key)

    def _fits(self, writer: LedgerReader, identity: int, appearance: Appearance) -> bool:
        profile = self.profiles.get(identity) or self._profile(writer, identity)
        return profile is not None and conflicts(profile, appearance) is None

    def _profile(self, writer: LedgerReader, identity: int) -> Profile | None:
        heard = writer.appearances([identity], limit=ENOUGH)
        if not heard:
            found = writer.identity(identity)
            if found is None:
                return None
            profile = profile_of([Appearance(str(identity), found.name, found.kind)])
        else:
            profile = profile_of([heard_as(one) for one in heard], key=str(identity))
        if len(self.profiles) >= REMEMBERED:
            self.profiles.pop(next(iter(self.profiles)))
        self.profiles[identity] = profile
        return profile


def _agrees(profile: Profile, appearance: Appearance) -> bool:
    """Whether the country or the role is one that the profile has."""
    roles = {held.role for held in profile.roles}
    return appearance.country in profile.countries or appearance.role in roles


def appearance_of(reading: Reading, speaker: Speaker) -> Appearance:
    """A speaker of one article, as the link between articles sees it."""
    article = reading.article
    words = dict.fromkeys(span.of(article.text) for span in speaker.mentions)
    return Appearance(
        key=f"{article.id}:{speaker.id}",
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        country=speaker.country,
        day=article.published.date() if article.published else None,
        outlet=article.outlet,
        names=tuple(words),
    )


def heard_as(heard: Heard) -> Appearance:
    """An appearance that the ledger keeps, as the link between articles sees it."""
    speaker = heard.speaker
    return Appearance(
        key=str(heard.id),
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        country=speaker.country,
        day=heard.day,
        outlet=heard.outlet,
    )


def carried_reviews(lines: Sequence[Line], reading: Reading) -> Mapping[int, Carried]:
    """Where the reviews of older lines go in a newer reading."""
    if not any(line.review for line in lines):
        return {}
    text = lines[0].article.text
    matches = carry([line.statement for line in lines], text, reading.statements, reading.article.text)
    places = {statement.id: place for place, statement in enumerate(reading.statements)}
    return {
        line.id: Carried(None if match.new_id is None else places[match.new_id], match.certain, match.reason)
        for line in lines
        if line.review and (match := matches.get(line.statement.id)) is not None
    }
