"""Speakers across articles: are two of them one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from attribune.link.comparison import Comparison
from attribune.link.folding import fold
from attribune.link.identity import conflict_of, countries_differ, days_between, identity_keys
from attribune.link.name_match import NameMatch
from attribune.link.names import best_match, is_everywhere
from attribune.link.profile import Profile
from attribune.link.roles import agreement
from attribune.link.wordlists import weights

FAR = timedelta(days=20 * 365)  # between two speakers' articles
SURELY_TWO = 0.1  # the most that a speaker of the same name can score who is surely another
EVERYWHERE = 0.55  # a name that every state has a body of, where no article tells whose
NAMED = ("named_person", "named_org")
Evidence = tuple[float, str]


def compare(a: Profile, b: Profile) -> Comparison:
    """How likely two speakers are one, and why; the same whichever comes first.

    The score starts with the names, and the roles, countries, affiliations and dates add to it or take from it. The
    weights, in ``data/weights.tsv``, are set by hand; where they were tried is said there. Speakers without a name are
    never compared.
    """
    if a.kind not in NAMED or b.kind not in NAMED:
        return Comparison(0.0, None, ("only persons and organisations with a name are compared",))
    match = best_match(a.names, b.names, a.kind) if a.kind == b.kind else None
    if match is None:
        return Comparison(0.0, None, ("they have no name in common",))
    conflict = conflict_of(a, b)
    if conflict:
        return Comparison(min(SURELY_TWO, match.score), False, (_sentence(match.reason), _sentence(conflict)))
    if identity_keys(a) & identity_keys(b):
        return Comparison(1.0, True, (_sentence(match.reason), *_sentences(_evidence(a, b))))
    return _weigh(a, b, match)


def _weigh(a: Profile, b: Profile, match: NameMatch) -> Comparison:
    evidence = list(_evidence(a, b))
    start = match.score
    if a.kind == "named_org" and is_everywhere(a.name) and is_everywhere(b.name) and not (a.countries and b.countries):
        start = min(start, EVERYWHERE)
        evidence.append((0.0, "every state has such a body, and not every article tells whose it is"))
    score = start + sum(weight for weight, _ in evidence)
    capped = round(min(weights()["score cap"], max(0.0, score)), 4)
    return Comparison(capped, None, (_sentence(match.reason), *_sentences(evidence)))


def _sentences(evidence: Iterable[Evidence]) -> Iterator[str]:
    return (_sentence(reason) for _, reason in evidence)


def _sentence(reason: str) -> str:
    return reason[0].upper() + reason[1:] + "."


def _evidence(a: Profile, b: Profile) -> Iterator[Evidence]:
    yield from _of_roles(a, b)
    yield from _of_countries(a, b)
    yield from _of_affiliations(a, b)
    yield from _of_days(a, b)


def _of_roles(a: Profile, b: Profile) -> Iterator[Evidence]:
    said = {"same": "the roles agree", "near": "the roles are near each other", "apart": "the roles exclude each other"}
    found = agreement(a.roles, b.roles)
    if found:
        roles = "; ".join(f"“{role}”" for role in dict.fromkeys(found.roles))
        yield weights()[f"role {found.agreement}"], f"{said[found.agreement]}: {roles}"


def _of_countries(a: Profile, b: Profile) -> Iterator[Evidence]:
    shared = sorted(set(a.countries) & set(b.countries))
    if shared:
        yield weights()["country same"], f"both are of {shared[0]}"
    elif countries_differ(a, b):
        both = " and ".join(sorted((a.countries[0], b.countries[0])))
        yield weights()["country other"], f"the countries differ: {both}"


def _of_affiliations(a: Profile, b: Profile) -> Iterator[Evidence]:
    shared = set(map(fold, a.affiliations)) & set(map(fold, b.affiliations))
    written = [name for name in (*a.affiliations, *b.affiliations) if fold(name) in shared]
    if written:
        yield weights()["affiliation same"], f"both belong to “{min(written, key=_first_written)}”"


def _first_written(name: str) -> tuple[str, str]:
    return fold(name), name


def _of_days(a: Profile, b: Profile) -> Iterator[Evidence]:
    gap = days_between(a, b)
    if gap is not None and gap > FAR:
        yield weights()["time far"], "more than twenty years lie between their articles"
