"""The organisations of one article: full names, acronyms and shorter forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attribune.extract.capitals import JOINS, Name
from attribune.extract.names import is_acronym, is_body, kind_of
from attribune.extract.wordlists import word_classes

POSSESSIVE = 3  # code points of "'s "
IN_BRACKETS = re.compile(r"\s?\((?:the\s)?[\"“']?([A-Z][A-Za-z&.-]{1,9})[\"”']?\)")


@dataclass(frozen=True)
class Organisations:
    """Full names by every form that stands for exactly one of them, lower case."""

    full: dict[str, str]
    acronyms: dict[str, str]
    by_word: dict[str, tuple[str, ...]]

    def called(self, text: str) -> str | None:
        """The full name of the organisation that a name stands for; None where no, or more than one, fits."""
        form = text.casefold()
        if form in self.full:
            return self.full[form]
        if text in self.acronyms:
            return self.acronyms[text]
        return self.with_word(text) if form in word_classes("org_words.tsv")["word"] else None

    def with_word(self, text: str) -> str | None:
        """The one organisation in whose name the word stands: "the Observatory", "the ministry"."""
        found = self.by_word.get(text.casefold(), ())
        longest = max(found, key=len, default=None)
        return longest if longest and all(one.casefold() in longest.casefold() for one in found) else None


def find_organisations(text: str, names: Iterable[Name]) -> Organisations:
    """The organisations among an article's names."""
    listed = sorted({name.span: name for name in names}.values(), key=lambda name: name.span)
    organisations = [name for name in listed if _is_organisation(name)]
    longer = [name for name in organisations if len(name.words) > 1]
    full = {name.text.casefold(): name.text for name in longer} | _shortened(longer)
    full |= _owned(listed) | _polities(longer)
    by_word: dict[str, set[str]] = defaultdict(set)
    for name in longer:
        for word in name.words:
            by_word[word.casefold()].add(full[name.text.casefold()])
    acronyms = _by_initials(longer) | _in_brackets(text, longer)
    return Organisations(full, acronyms, {word: tuple(sorted(found)) for word, found in by_word.items()})


def _shortened(names: Sequence[Name]) -> dict[str, str]:
    """Names that one longer name goes on from with "of" or "for": "Norland Observatory" for Human Rights."""
    texts = {name.text for name in names}
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for join in JOINS:
            short = text.partition(f" {join} ")[0]
            if short != text and short in texts:
                found[short].add(text)
    return {short.casefold(): next(iter(long)) for short, long in found.items() if len(long) == 1}


def _owned(names: Sequence[Name]) -> dict[str, str]:
    """Bodies that every state has, under their one owner's name: "Norland's Interior Ministry"."""
    owners: dict[str, set[str]] = defaultdict(set)
    for owner, body in pairwise(names):
        near = body.span.start - owner.span.end <= POSSESSIVE
        if owner.possessive and near and is_body(body.words) and kind_of(owner) != "person":
            owners[body.text].add(owner.text)
    return {body.casefold(): owned_name(next(iter(found)), body) for body, found in owners.items() if len(found) == 1}


def _polities(names: Sequence[Name]) -> dict[str, str]:
    """States and towns by the name behind "of": "Norland" is the "Republic of Norland"."""
    polity = word_classes("org_words.tsv")["polity"]
    named = [name for name in names if name.words[0].lower() in polity and name.words[1] == "of"]
    return {" ".join(name.words[2:]).casefold(): name.text for name in named}


def owned_name(owner: str, body: str) -> str:
    """A body's name with its owner's: "Norland's Interior Ministry"."""
    return f"{owner}'s {body}"


def _is_organisation(name: Name) -> bool:
    kind = kind_of(name)
    return kind == "organisation" or (kind == "unsure" and len(name.words) > 1)


def _in_brackets(text: str, names: Sequence[Name]) -> dict[str, str]:
    found = {}
    for name in names:
        match = IN_BRACKETS.match(text, name.span.end)
        if match and is_acronym(match.group(1)):
            found[match.group(1)] = name.text
    return found


def _by_initials(names: Sequence[Name]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        initials = "".join(word[0] for word in name.words if word[0].isupper())
        found[initials].add(name.text)
        found[".".join(initials) + "."].add(name.text)
    return {initials: min(full) for initials, full in found.items() if len({one.casefold() for one in full}) == 1}
