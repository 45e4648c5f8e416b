"""The organisation's name: its words without article and legal form, and its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from attribune.link.folding import fold
from attribune.link.wordlists import word_class

LONGEST = 200  # code points of a name; what is longer is a description
MOST_WORDS = 12
MOST_CONTENT = 8  # words of a name besides small ones; one with more is a headline
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
OWNER = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?!\w)", re.IGNORECASE)
ASIDE = re.compile(r"\([^)]*\)?")
WORD = re.compile(r"[^\W_]+")
LONGEST_ACRONYM = 8
ARTICLES = frozenset({"al", "el"})  # outlets write them or leave them out


@dataclass(frozen=True)
class OrgName:
    """An organisation's name, folded.

    ``words`` are all its words, in British spelling; ``content`` are those without small words and Arabic articles;
    ``acronym`` is the word that stands for initials, None for other names; ``initials`` are its words', with and
    without small ones; ``owner`` are the words before a possessive's end: "ida", "korvin" of "Ida Korvin's campaign".
    """

    words: tuple[str, ...]
    content: tuple[str, ...]
    acronym: str | None = None
    initials: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that say which body it is: those that neither every state's bodies nor many bodies have."""
        return tuple(word for word in self.content if word not in common_words())

    @property
    def is_sentence(self) -> bool:
        """Whether it reads like a headline: too many words, or a finite verb among them."""
        verbs = word_class("org_words.tsv", "verb")
        return len(self.content) > MOST_CONTENT or any(word in verbs for word in self.words[1:])


@cache
def common_words() -> frozenset[str]:
    """Words that tell what a body is, and nothing about which."""
    return frozenset().union(*(word_class("org_words.tsv", label) for label in ("everywhere", "extends", "kind")))


@cache
def _spellings() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in word_class("org_words.tsv", "spelling"))
    return {american: british for american, _, british in pairs}


@lru_cache(maxsize=65536)
def org_name(text: str) -> OrgName | None:
    """The name read as an organisation's; None where no word of it is left, or where it is too long to be one."""
    if len(text) > LONGEST:
        return None
    plain = DOTTED.sub(lambda found: found.group().replace(".", ""), ASIDE.sub(" ", OWNER.sub("", text)))
    written = WORD.findall(plain.replace("&", " and ").replace("'", "").replace("’", ""))
    words = [word for word in map(fold, written) if word]
    words = _without_legal(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
    small = word_class("org_words.tsv", "small")
    if len(words) > MOST_WORDS or all(word in small for word in words):
        return None
    spelled = tuple(_spellings().get(word, word) for word in words)
    content = tuple(word for word in spelled if word not in small and (word not in ARTICLES or len(spelled) == 1))
    kept = [word for word in written if fold(word) in words]
    return OrgName(spelled, content, _acronym(kept, words), _initials(kept), _owner(text))


def _owner(text: str) -> frozenset[str]:
    possessive = OWNER.search(text)
    if not possessive or not WORD.search(text, possessive.end()):
        return frozenset()
    return frozenset(map(fold, WORD.findall(text[: possessive.start()])))


def _without_legal(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1] in word_class("org_words.tsv", "legal"):
        words = words[:-1]
    return words[:-1] if len(words) > 2 and words[-1] == "and" else words


def _initials(written: list[str]) -> frozenset[str]:
    """Initials with and without small words; none of one word, or where another word is in small letters."""
    small = word_class("org_words.tsv", "small")
    content = [word for word in written if fold(word) not in small]
    if len(content) < 2 or any(word[0].islower() for word in content):
        return frozenset()
    found = {"".join(fold(word)[0] for word in words) for words in (content, written)}
    return frozenset(initials for initials in found if 2 <= len(initials) <= LONGEST_ACRONYM)


def _acronym(written: list[str], words: list[str]) -> str | None:
    if len(words) != 1 or len(written) != 1:
        return None
    capitals = sum(letter.isupper() for letter in written[0])
    return words[0] if 2 <= len(words[0]) <= LONGEST_ACRONYM and capitals >= 2 else None
