"""The person's name: its words without titles, particles and what else outlets write and leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from attribune.link.compounds import compound
from attribune.link.folding import fold
from attribune.link.wordlists import word_class

LONGEST = 120  # code points of a name; what is longer is a description
MOST_WORDS = 7
ASIDE = re.compile(r"\([^)]*\)?|[\"“”][^\"“”]*[\"“”]")
POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.-?){2,4}(?:[^\W\d_]\.?)?")
WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’ʼ`´][^\W_]+)*")
YOUNGER = {"jnr": "jr", "snr": "sr"}


@dataclass(frozen=True)
class PersonName:
    """A person's name, folded.

    ``spelled`` are all its words without titles and suffixes, Arabic compounds together, other hyphened ones apart
    and the Arabic article always "al"; ``words`` are those without particles; ``generation`` is "jr", "sr", "ii",
    "iii" or "iv"; ``written`` are the words of ``spelled`` as they were written, hyphened ones apart.
    """

    spelled: tuple[str, ...]
    words: tuple[str, ...]
    generation: str | None = None
    written: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Whether it is more than a surname: two words, or two initials and a word."""
        spelled_out = sum(len(word) > 1 for word in self.words)
        return len(self.words[-1]) > 1 and (spelled_out > 1 or len(self.words) > 2)


@dataclass(frozen=True)
class _Token:
    word: str
    small: bool  # written in small letters
    article: bool = False  # before a hyphen, where Arabic has its article


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName | None:
    """The name read as a person's; None where nothing of it is left, or where it is too long to be one."""
    main, _, rest = ASIDE.sub(" ", text[: LONGEST + 1]).partition(",")
    tokens = list(_tokens(POSSESSIVE.sub("", main.strip())))
    after = [token.word for token in _tokens(rest)][:1]
    generation = _generation([token.word for token in tokens[1:]] + after)
    bare = _without_titles(_without_suffixes(tokens))
    kept = list(_compounded(bare))
    if not kept or len(kept) > MOST_WORDS or len(text) > LONGEST or _is_phrase(kept):
        return None
    words = tuple(token.word for number, token in enumerate(kept) if not _is_particle(kept, number))
    spelled = tuple("al" if token.article else token.word for token in kept)
    return PersonName(spelled, words, generation, tuple(token.word for token in bare))


def _tokens(text: str) -> Iterator[_Token]:
    words = text.split()
    for written in words:
        initials = len(written) == 2 and written.isupper() and not text.isupper() and written != words[-1]
        if initials or INITIALS.fullmatch(written):
            yield from (_Token(fold(letter), False) for letter in written if letter.isalpha() and fold(letter))
            continue
        parts = WORD.findall(written)
        for number, part in enumerate(parts):
            word = fold(part)
            followed = number == 0 and len(parts) > 1 and "-" in written
            article = followed and word in word_class("name_words.tsv", "article")
            if word:
                yield _Token(word, number == 0 and part.islower(), article)


def _generation(words: Sequence[str]) -> str | None:
    found = [word for word in words if word in word_class("name_words.tsv", "generation")]
    return YOUNGER.get(found[-1], found[-1]) if found else None


def _without_suffixes(tokens: list[_Token]) -> list[_Token]:
    endings = word_class("name_words.tsv", "generation") | word_class("name_words.tsv", "postnominal")
    while len(tokens) > 1 and tokens[-1].word in endings:
        tokens = tokens[:-1]
    return tokens


def _without_titles(tokens: list[_Token]) -> list[_Token]:
    anywhere, leading = word_class("titles.tsv", "anywhere"), word_class("titles.tsv", "leading")
    start = max((place for place, token in enumerate(tokens[:-1], 1) if token.word in anywhere), default=0)
    while start < len(tokens) - 1 and tokens[start].word in leading:
        start += 1
    return tokens[start:]


def _compounded(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens with those that make one Arabic name joined: "Abd al-Rahman", "Nour al-Din", "Abu Bakr"."""
    words, place = [token.word for token in tokens], 0
    while place < len(tokens):
        word, taken = compound(words[place:], first=place == 0)
        yield replace(tokens[place], word=word, article=tokens[place].article and taken == 1)
        place += taken


def _is_phrase(tokens: Sequence[_Token]) -> bool:
    """Whether it has small words that no name has: "for America"; names in small letters only are names."""
    small = [token.small and not token.article and not _particle(token) for token in tokens]
    return any(small) and not all(token.small for token in tokens)


def _is_particle(tokens: Sequence[_Token], number: int) -> bool:
    token = tokens[number]
    if token.article:
        return True
    if number == len(tokens) - 1 or not _particle(token):
        return False
    return number > 0 or token.small or (len(tokens) > 2 and _particle(tokens[1]))


def _particle(token: _Token) -> bool:
    initial = len(token.word) == 1 and not token.small
    return token.word in word_class("name_words.tsv", "particle") and not initial
