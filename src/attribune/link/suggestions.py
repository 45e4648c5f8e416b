"""Suggestions: among all speakers, those that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from attribune.link.blocking import blocks
from attribune.link.identity import identity_keys
from attribune.link.names import OTHER_NAME, best_match, is_short
from attribune.link.profile import Profile
from attribune.link.speakers import compare
from attribune.link.suggestion import Suggestion
from attribune.link.wordlists import weights

LARGEST = 100  # speakers of one block; a larger one's key tells too little, and every name has finer ones
AHEAD = 0.1  # by which one of several bearers of a surname must lead to be the one whom it means

Pair = tuple[Profile, Profile]


def suggest(profiles: Iterable[Profile], *, at_least: float = 0.6) -> Iterator[Suggestion]:
    """Pairs of speakers that may be one, best first; the order of ``profiles`` changes nothing.

    Only speakers that share a block are compared, in time that grows with their number: blocks of more than 100
    speakers are left out. A bare surname or acronym is suggested for one bearer only, the one that leads the others
    clearly, and gains where all its bearers may be one; two bare surnames, or two bodies that every state has, only
    where one is the other's best. Pairs that are surely two are never among them; those that are surely one are, where
    they were kept apart. Profiles' keys must differ.
    """
    known = {profile.key: profile for profile in profiles}
    found = [one for pair in _pairs(known.values()) if (one := _suggestion(pair)) is not None]
    loose = {key for key, profile in known.items() if not identity_keys(profile)}
    short = {key for key, profile in known.items() if is_short(profile.names, profile.kind)}
    nearest = _nearest([one for one in found if _shares(one, loose) == 2], known)
    meant = _all_meant([one for one in found if _shares(one, short) == 1], short, known)
    kept = [one for one in found if _shares(one, loose) < 2 and _shares(one, short) != 1]
    kept = [*kept, *nearest, *meant]
    return iter(sorted((one for one in kept if one.score >= at_least), key=_rank))


def _shares(one: Suggestion, keys: set[str]) -> int:
    return (one.a_key in keys) + (one.b_key in keys)


def _rank(one: Suggestion) -> tuple[float, str, str]:
    return -one.score, one.a_key, one.b_key


def _pairs(profiles: Iterable[Profile]) -> Iterator[Pair]:
    by_block: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in blocks(profile):
            by_block[key].append(profile)
    seen: set[tuple[str, str]] = set()
    for block in by_block.values():
        if len(block) > LARGEST:
            continue
        for one, two in combinations(sorted(block, key=lambda profile: profile.key), 2):
            if (one.key, two.key) not in seen:
                seen.add((one.key, two.key))
                yield one, two


def _suggestion(pair: Pair) -> Suggestion | None:
    found = compare(*pair)
    if found.same is False or found.score == 0.0:
        return None
    one, two = pair
    return Suggestion(one.key, two.key, found.score, found.reasons)


def _nearest(found: Sequence[Suggestion], known: Mapping[str, Profile]) -> list[Suggestion]:
    """Of speakers without a name of their own, those pairs that are the best of either; of equals the best known."""
    best: dict[str, tuple[float, int, str, Suggestion]] = {}
    for one in found:
        for key, other in ((one.a_key, one.b_key), (one.b_key, one.a_key)):
            candidate = (-one.score, -known[other].articles, other, one)
            if key not in best or candidate[:3] < best[key][:3]:
                best[key] = candidate
    return list({(one.a_key, one.b_key): one for *_, one in best.values()}.values())


def _all_meant(found: Sequence[Suggestion], short: set[str], known: Mapping[str, Profile]) -> Iterator[Suggestion]:
    rivals: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for one in found:
        rivals[one.a_key if one.a_key in short else one.b_key].append(one)
    for key, suggestions in rivals.items():
        meant = _meant(key, suggestions, known)
        if meant:
            yield meant


def _meant(key: str, rivals: Sequence[Suggestion], known: Mapping[str, Profile]) -> Suggestion | None:
    """Whom a short name means: the only speaker who bears it, or the one who fits clearly better than all others."""
    ranked = sorted(rivals, key=lambda one: (-one.score, one.a_key, one.b_key))
    bearers = [known[one.b_key if one.a_key == key else one.a_key] for one in ranked]
    best, others = ranked[0], [place for place, one in enumerate(bearers) if not _may_be_one(bearers[0], one)]
    if not others:
        score = round(min(weights()["score cap"], best.score + weights()["only bearer"]), 4)
        return replace(best, score=score, reasons=(*best.reasons, "Nobody else is known whom it can mean."))
    return best if best.score - ranked[others[0]].score >= AHEAD else None


def _may_be_one(one: Profile, two: Profile) -> bool:
    match = best_match(one.names, two.names, one.kind)
    return one is two or (match is not None and match.score >= OTHER_NAME and not match.bare)
