"""Prepared articles into the ledger: who is known already, and what becomes of the reviews of an older version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from attribune.desk.appearing import appearance_of, heard_as
from attribune.desk.carrying import carried_reviews
from attribune.desk.locating import locator_of, place_of
from attribune.desk.preparing import Prepared
from attribune.ledger.addition import Added, Addition, Known
from attribune.ledger.contract import LedgerReader, LedgerWriter
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance as Heard
from attribune.ledger.line import Line
from attribune.ledger.merging import standing
from attribune.link import Appearance, Profile, conflicts, profile_of
from attribune.reading import Reading
from attribune.statement import SpeakerKind

Naming = tuple[str, SpeakerKind]  # what an article calls a speaker
REMEMBERED = 2_000  # profiles of identities that are kept at hand
ENOUGH = 30  # appearances that tell who an identity is


@dataclass
class Filing:
    """Puts prepared articles in, one transaction each; it remembers whom it met."""

    profiles: dict[int, Profile] = field(default_factory=dict)

    def file(self, writer: LedgerWriter, prepared: Prepared) -> Added:
        """Add one article."""
        locator = locator_of(prepared.capture, prepared.reading.article)
        versions = list(writer.entries(locator=locator))
        before = next((one for one in versions if one.superseded is None), None)
        earlier = next((one for one in versions if _is_earlier(writer, one, prepared)), None)
        if earlier is not None:
            return Added("known", earlier.id, 0)
        addition = Addition(
            locator=locator,
            capture=prepared.capture,
            reading=prepared.reading,
            vectors=prepared.vectors,
            place=place_of(prepared.capture),
        )
        if before is not None and before.article.id == prepared.reading.article.id:
            return writer.add(addition)
        lines = [] if before is None else writer.lines_of(before.id)
        known = self.known(writer, prepared.reading, prepared.keys, lines)
        carried = {} if before is None else carried_reviews(writer, locator, lines, prepared.reading)
        return writer.add(replace(addition, known=known, carried=carried))

    def known(
        self, writer: LedgerReader, reading: Reading, keys: Mapping[int, str | None], lines: Sequence[Line] = ()
    ) -> dict[int, Known]:
        """The identity of each named speaker.

        It is the one that the name has in ``lines``, those of the article's older reading; else one with the same key
        that nothing speaks against; else a new one.
        """
        older = _identities_in(writer, lines)
        named = {key for key in keys.values() if key}
        candidates = writer.with_keys(named | set(map(undecided, named)))
        self._remember(writer, {one for some in candidates.values() for one in some})
        found = {}
        for number, key in keys.items():
            speaker = reading.speakers[number]
            same = older.get((speaker.name, speaker.kind))
            appearance = appearance_of(reading, speaker)
            known = Known(same, key) if same else self._known(writer, appearance, candidates, key)
            found[number] = known
            self._forget(known, appearance)
        return found

    def _known(
        self, writer: LedgerReader, appearance: Appearance, candidates: Mapping[str, Sequence[int]], key: str | None
    ) -> Known:
        """One of the candidates; where several fit, the one for whom nobody has decided, which draws nobody else."""
        if key is None:
            return Known()
        profiles = {one: self._profile(writer, one) for one in candidates.get(key, ())}
        fitting = self._fitting(writer, profiles, appearance)
        roots = _roots(writer, fitting) if len(fitting) > 1 else set(fitting)
        if len(roots) > 1:
            agreeing = [one for one in fitting if _agrees(profiles[one], appearance)]
            roots = _roots(writer, agreeing) or roots
        if len(roots) == 1:
            return Known(roots.pop(), key)
        if not roots:
            return Known(None, key)
        open_ones = self._fitting(writer, candidates.get(undecided(key), ()), appearance)
        return Known(min(_roots(writer, open_ones) - roots, default=None), undecided(key))

    def _fitting(self, writer: LedgerReader, candidates: Iterable[int], appearance: Appearance) -> list[int]:
        """Those that nothing speaks against."""
        profiles = {one: self._profile(writer, one) for one in candidates}
        return [one for one, profile in profiles.items() if not (profile and conflicts(profile, appearance))]

    def _forget(self, known: Known, appearance: Appearance) -> None:
        """Leave a profile to be made anew, where the appearance tells more than it."""
        if known.identity is not None and (appearance.role or appearance.country):
            self.profiles.pop(known.identity, None)

    def _remember(self, writer: LedgerReader, identities: set[int]) -> None:
        """Learn who some identities are in one question; those that others crowd out of it are asked for later."""
        unknown = sorted(identities - self.profiles.keys())
        heard: dict[int, list[Heard]] = {}
        for one in writer.appearances(unknown, limit=ENOUGH * len(unknown)) if unknown else ():
            heard.setdefault(one.identity or 0, []).append(one)
        for identity, some in heard.items():
            self._keep(identity, some[-ENOUGH:])

    def _keep(self, identity: int, heard: Sequence[Heard]) -> None:
        if len(self.profiles) >= REMEMBERED:
            self.profiles.pop(next(iter(self.profiles)))
        self.profiles[identity] = profile_of([heard_as(one) for one in heard], key=str(identity))

    def _profile(self, writer: LedgerReader, identity: int) -> Profile | None:
        """What is known of an identity; nothing where no current article has it."""
        if identity not in self.profiles:
            heard = writer.appearances([identity], limit=ENOUGH)
            if not heard:
                return None
            self._keep(identity, heard)
        return self.profiles[identity]


def _is_earlier(reader: LedgerReader, entry: Entry, prepared: Prepared) -> bool:
    """Whether these very bytes gave a version that was superseded since, and still stand where they stood.

    A file of many may hold several versions of an article, and so may an archive; given again, they are no news. A
    file or page that is as it was before another version is news.
    """
    capture = prepared.capture
    if entry.superseded is None or entry.article.id != prepared.reading.article.id:
        return False
    moments = {card.captured for card in reader.captures(entry.id) if card.sha256 == capture.sha256}
    return bool(moments) and (capture.kind == "record" or capture.part is not None or capture.captured in moments)


def _roots(reader: LedgerReader, identities: Iterable[int]) -> set[int]:
    """The identities that stand for these, which merges may have made one."""
    stands = standing(reader.decisions())
    return {stands.root(one) for one in identities}


def _identities_in(reader: LedgerReader, lines: Sequence[Line]) -> dict[Naming, int]:
    """Whom an article's names stand for: identities as they are without merges, so that those can be undone."""
    named = {
        (line.speaker.name, line.speaker.kind): line.identity
        for line in lines
        if line.speaker is not None and line.identity is not None
    }
    groups = standing(reader.decisions()).members() if named else {}
    members = {one for root in named.values() for one in groups.get(root, ())}
    heard = reader.appearances(members) if members else ()
    return named | {
        (one.speaker.name, one.speaker.kind): one.identity
        for one in heard
        if one.entry == lines[0].entry and one.identity is not None
    }


def _agrees(profile: Profile | None, appearance: Appearance) -> bool:
    """Whether the country or the role is one that the profile has."""
    if profile is None:
        return False
    roles = {held.role for held in profile.roles}
    return appearance.country in profile.countries or appearance.role in roles


def undecided(key: str) -> str:
    """The key of those who may be either of two speakers with a key."""
    return f"{key}?"
