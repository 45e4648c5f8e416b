"""Names: is it a person's, an organisation's or a country's, and which part of it is title, given name, surname."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from attribune.article import Span
from attribune.extract.capitals import Name
from attribune.extract.countries import country_named, country_of_capital, country_of_demonym
from attribune.extract.nouns import class_of_any, is_listed, singular
from attribune.extract.wordlists import small_words, word_classes

Gender = Literal["male", "female"]
NameKind = Literal["person", "organisation", "country", "people", "unsure"]
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})
INITIAL = re.compile(r"[A-Z]|(?:[A-Z]\.){1,3}[A-Z]?")


@dataclass(frozen=True)
class PersonName:
    """A person's name in parts: "Colonel General Andrei Kartapolov" has the titles Colonel General."""

    titles: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name without titles."""
        return " ".join(self.words)

    @property
    def full(self) -> bool:
        """Whether it has a given name or initials besides the surname."""
        first = self.words[0]
        return len(self.words) > 1 and (is_given(first) or first.lower() not in small_words("particle"))

    @property
    def key(self) -> tuple[str, ...]:
        """First and last word, lower case, by which spellings with and without middle names are one."""
        words = [folded(word) for word in self.words if word.lower().rstrip(".") not in SUFFIXES]
        return (words[0], words[-1]) if len(words) > 1 else tuple(words)


def folded(word: str) -> str:
    """A word of a name by which its spellings are one: in small letters, with a straight apostrophe, unstopped."""
    return word.casefold().rstrip(".").replace("’", "'")


def person_name(name: Name) -> PersonName | None:
    """The name read as a person's; None where nothing is left behind its titles."""
    return _person_name(name.words, name.opens)


@lru_cache(maxsize=4096)
def _person_name(named: tuple[str, ...], opens: bool) -> PersonName | None:
    start = _after_titles(named) or (_after_first(named) if opens else 0)
    words = named[start:]
    while len(words) > 2 and _is_honour(words):
        words = words[:-1]
    while len(words) > 2 and country_of_demonym(words[0]) and not _organised(words):
        start, words = start + 1, words[1:]
    if len(words) == 1 and plain(words[0]) in SUFFIXES:
        return None
    if all(plain(word) in title_words() for word in words) and not is_given(words[0]):
        return None
    return PersonName(named[:start], words)


def _entitles(word: str) -> bool:
    """Whether a word before a name is a title, or a role used as one: "Senators Rubio"."""
    low = word.lower()
    listed = is_listed(low) or is_listed(singular(low))
    return plain(word) in title_words() or (listed and class_of_any(low)[0] == "individual" and not is_given(word))


def _is_honour(words: tuple[str, ...]) -> bool:
    """Whether the last word is letters behind a name, as in "Daniel Bernoulli FRS"."""
    last = words[-1]
    return last.isupper() and last.isalpha() and 1 < len(last) < 5 and not words[-2].isupper()


def _after_first(words: tuple[str, ...]) -> int:
    """1 where the word that starts a sentence is no part of the name: "Using Ted Cruz"."""
    if len(words) < 2 or is_given(words[0]):
        return 0
    return int((len(words) > 2 and is_given(words[1])) or words[0].endswith(("ing", "ed", "ly")))


def _after_titles(words: tuple[str, ...]) -> int:
    """Index behind the last title that has more than titles and suffixes after it; 0 where there is none."""
    for position in range(len(words) - 1, 0, -1):
        rest = {plain(word) for word in words[position:]}
        entitled = _entitles(words[position - 1]) or _is_office(words[position - 1], words[position])
        if entitled and not rest <= SUFFIXES | title_words():
            return position
    return 0


def _is_office(word: str, following: str) -> bool:
    """Whether a word before a given name is what somebody is minister of: "Minister of Education Ada Brook"."""
    return word.lower() in word_classes("org_words.tsv")["body modifier"] and is_given(following)


def plain(word: str) -> str:
    """The word in lower case without full stops."""
    return word.lower().replace(".", "")


@cache
def title_words() -> frozenset[str]:
    """All titles, lower case."""
    return frozenset().union(*word_classes("titles.txt").values())


def gender_of_titles(words: tuple[str, ...]) -> Gender | None:
    """The gender that titles tell: "Mrs", "Sir"."""
    lists = word_classes("titles.txt")
    for word in map(plain, words):
        if word in lists["male"]:
            return "male"
        if word in lists["female"]:
            return "female"
    return None


def gender_of_given(word: str) -> Gender | None:
    """The gender of a frequent given name; None for one that is not listed."""
    lists = word_classes("given_names.tsv")
    low = word.lower()
    if low in lists["male"]:
        return None if low in lists["female"] else "male"
    return "female" if low in lists["female"] else None


def is_given(word: str) -> bool:
    """Whether it is a listed given name, or initials."""
    lists = word_classes("given_names.tsv")
    return word.lower() in lists["male"] or word.lower() in lists["female"] or _is_initial(word)


def _is_initial(word: str) -> bool:
    return INITIAL.fullmatch(word) is not None and country_named(word) is None


def kind_of(name: Name) -> NameKind:
    """What a name names: by its words where they tell, else by the reader; "unsure" where neither does."""
    by_words = _kind(name.words, name.after_the, name.opens)
    if name.told is None or by_words in ("country", "people"):
        return by_words
    return _told_kind(name, by_words)


def _told_kind(name: Name, by_words: NameKind) -> NameKind:
    """The kind of a name that the reader takes for something, where that decides what its words leave open."""
    if name.told == "NORP":
        plural = name.words[-1].endswith("s") and len(name.words) > 1
        return "people" if by_words == "unsure" or (by_words == "organisation" and plural) else by_words
    if name.told == "Person":
        several = len(name.words) > 1
        return "person" if by_words == "unsure" and several else by_words
    if name.told in ("Organization", "Facility", "Location", "Product"):
        person = person_name(name)
        sure = person is not None and (person.titles or is_given(person.words[0]))
        return "organisation" if by_words == "unsure" or (by_words == "person" and not sure) else by_words
    return by_words


@lru_cache(maxsize=4096)
def _kind(words: tuple[str, ...], after_the: bool, opens: bool) -> NameKind:
    name = Name(Span(0, 0), words, after_the=after_the, opens=opens)
    text = name.text
    if country_named(text) or (country_of_capital(text) and len(words) < 4):
        return "country"
    person = person_name(name)
    if person and (_after_titles(words) or is_given(person.words[0])) and not _organised(_doubtful(person)):
        return "person" if person.full or person.titles else "unsure"
    if text.lower() in word_classes("org_words.tsv")["article"] or (len(words) == 1 and country_of_demonym(text)):
        return "people"
    if _organised(words) or text.lower() in word_classes("org_words.tsv")["single"] or is_acronym(text):
        return "organisation"
    return "person" if person and person.full and _looks_personal(name, person) else "unsure"


def _doubtful(person: PersonName) -> tuple[str, ...]:
    """The words that must not be an organisation's: "Mr. Street" is a man, the "Republican Party" is none.

    Of a given name and two more words only the last counts: "Kathleen Hall Jamieson" is no hall.
    """
    if is_given(person.words[0]) and len(person.words) == 3:
        return person.words[2:]
    sure = is_given(person.words[0]) or gender_of_titles(person.titles)
    return person.words[1:] if sure else person.words


def _organised(words: tuple[str, ...]) -> bool:
    return any(word.lower() in word_classes("org_words.tsv")["word"] or word == "&" for word in words) or (
        _is_polity(words)
    )


def _is_polity(words: tuple[str, ...]) -> bool:
    """Whether it is a state or town by its first word and "of", or by its last: "Republic of Norland", "Bay City"."""
    polity = word_classes("org_words.tsv")["polity"]
    return (words[:1] != () and words[0].lower() in polity and "of" in words[1:2]) or (
        len(words) > 1 and words[-1].lower() in polity
    )


def is_body(words: tuple[str, ...]) -> bool:
    """Whether every state has one of that name: the Interior Ministry, the Supreme Court."""
    lists = word_classes("org_words.tsv")
    low = [word.lower() for word in words]
    known = lists["body"] | lists["body modifier"]
    return any(word in lists["body"] for word in low) and all(word in known for word in low)


def _looks_personal(name: Name, person: PersonName) -> bool:
    if name.after_the or len(person.words) > 4 or country_of_demonym(person.words[0]) or country_named(person.words[0]):
        return False
    common = small_words("word")
    return not any(word.lower() in common or (word.isupper() and len(word) > 2) for word in person.words)


def is_acronym(text: str) -> bool:
    """Whether a single word is written in capitals, as SOHR or F.B.I."""
    letters = text.replace(".", "").replace("&", "").replace("-", "")
    return " " not in text and 2 <= len(letters) <= 7 and letters.isupper() and letters.isalnum()
