"""Roles against each other: do two descriptions of what somebody does fit one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from attribune.link.folding import fold
from attribune.link.held_role import HeldRole
from attribune.link.wordlists import listed, rows

Agreement = Literal["same", "near", "apart"]
AGREEMENTS: tuple[Agreement, ...] = ("same", "near", "apart")  # the first that any two roles have counts
WORD = re.compile(r"[^\W\d_]+")
OWNER = re.compile(r"(?<=\w)['’]s\b")
LONGEST = 300  # code points of a role that are read
SMALL = frozenset({"a", "an", "the", "of", "for", "in", "at", "on", "and", "to", "who", "former", "then", "ex"})
NEAR = timedelta(days=3 * 365)  # within which two roles of one person should not exclude each other


@dataclass(frozen=True)
class RoleMatch:
    """How two roles go together, and the roles in the order of their letters."""

    agreement: Agreement
    roles: tuple[str, str]


@dataclass(frozen=True)
class RoleWords:
    """What a role says: its nouns in one wording each, their fields, and its other words, folded."""

    nouns: frozenset[str]
    fields: frozenset[str]
    others: frozenset[str]


@lru_cache(maxsize=16384)
def role_words(role: str) -> RoleWords:
    """The words of a role; nouns that are not listed count among the others."""
    text = " ".join(WORD.findall(fold(OWNER.sub("", role[:LONGEST]))))
    found = {wording: row for wording, row in _nouns().items() if f" {wording} " in f" {text} "}
    words = set(text.split()) - SMALL - {word for wording in found for word in wording.split()}
    nouns, fields = (frozenset(row[part] for row in found.values()) for part in (1, 0))
    return RoleWords(nouns, fields - {"none"}, frozenset(words))


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {
        wording: (field, noun) for field, noun, others in rows("role_words.tsv") for wording in (noun, *listed(others))
    }


@cache
def _exclusions() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row) for row in rows("role_exclusions.tsv"))


def agreement(ours: Iterable[HeldRole], theirs: Iterable[HeldRole]) -> RoleMatch | None:
    """How two speakers' roles go together, the same whichever comes first; None where nothing can be said."""
    found: dict[Agreement, list[tuple[str, str]]] = {}
    for one, two in product(ours, theirs):
        agreed = _agree(one.role, two.role)
        if agreed and (agreed != "apart" or _in_one_time(one, two)):
            found.setdefault(agreed, []).append((min(one.role, two.role), max(one.role, two.role)))
    for agreed in AGREEMENTS:
        if agreed in found:
            return RoleMatch(agreed, min(found[agreed]))
    return None


@lru_cache(maxsize=65536)
def _agree(one: str, two: str) -> Agreement | None:
    ours, theirs = role_words(one), role_words(two)
    others = ours.others & theirs.others
    if ours.nouns & theirs.nouns:
        return "same" if others or not (ours.others and theirs.others) else "near"
    if ours.fields & theirs.fields:
        return "near"
    if _exclude(ours.fields, theirs.fields):
        return "apart"
    return "near" if len(others) > 1 else None


def _exclude(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether every field of one excludes every field of the other."""
    pairs = [frozenset(pair) for pair in product(ours, theirs)]
    return bool(pairs) and all(pair in _exclusions() for pair in pairs)


def _in_one_time(one: HeldRole, two: HeldRole) -> bool:
    """Whether both roles were held within three years; not where a date is missing."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return False
    return one.first - two.last <= NEAR and two.first - one.last <= NEAR
