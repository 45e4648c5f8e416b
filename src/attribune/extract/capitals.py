"""Runs of capitalised words: where an article's names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from attribune.article import Article, Span
from attribune.extract.wordlists import small_words, word_classes

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’&.][^\W_]+)*")
ARABIC_ARTICLE = re.compile(r"(?:al|el|as|ad|ar|at|an|ash)[-'’][^\W\d_]")
LOWERED = re.compile(r"\b[a-zß-öø-ÿ]{2,}\b")
POSSESSIVE = re.compile(r"['’][sS]$")
JOINS = ("of", "for", "on")
OPENINGS = ("", "\n", *".!?:;\"“”‘’'`«»(—–-")  # what stands before the first word of a sentence
TITLE_CASE = 0.65  # share of longer words that are capitalised in a headline
FULL_TITLE_CASE = 0.85  # the same where it ends with a full stop
LONGEST_HEADLINE = 200  # code points
WHEREABOUTS = ("-based", "-born", "-backed", "-led")  # endings of adjectives made of a name
LONGEST_NAME = 12  # words
NICKNAME = re.compile(r"\s[\"“‘'«]([^\W\d_][\w.-]*(?: [\w.-]+){0,2})[\"”’'»] (?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words; ``span`` leaves out a possessive ending."""

    span: Span
    words: tuple[str, ...]
    possessive: bool = False
    after_the: bool = False
    opens: bool = False  # stands at the start of a sentence
    told: str | None = None  # what the reader takes it for: "Person", "Organization"

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(self.words)


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool  # first word of a sentence or quotation
    capital: bool


def article_names(article: Article, lowered: frozenset[str] | None = None) -> list[Name]:
    """The names of an article in order, without those of headlines in title case; ``lowered`` if already known."""
    lowered = lowered_words(article.text) if lowered is None else lowered
    return [name for span in article.paragraphs for name in _of_paragraph(article.text, span, lowered)]


def lowered_words(text: str) -> frozenset[str]:
    """The words that the text has in small letters, so that their capital at a sentence's start tells nothing."""
    return frozenset(LOWERED.findall(text))


def _of_paragraph(text: str, span: Span, lowered: frozenset[str]) -> list[Name]:
    return [] if _is_headline(text, span) else names_in(text, span, lowered)


def names_in(text: str, span: Span, lowered: frozenset[str] = frozenset()) -> list[Name]:
    """The names in one span of ``text``; ``lowered`` are words that a sentence's start makes no names."""
    return list(_names(text, list(_words(text, span)), lowered))


def _words(text: str, span: Span) -> Iterator[_Word]:
    """The capitalised words of a span and the small ones that may link them; all others are passed over."""
    links = _links_in_names()
    for match in _candidate().finditer(span.of(text)):  # of the span alone, since the pattern looks behind
        word = match.group()
        first = word[0]
        capital = first.isupper() or (first in "ae" and ARABIC_ARTICLE.match(word) is not None)
        if capital or word in links:
            start, end = span.start + match.start(), span.start + match.end()
            opens = text[max(0, start - 3) : start].rstrip(" \u00a0")[-1:] in OPENINGS
            yield _Word(start, end, word, opens, capital)


@cache
def _candidate() -> re.Pattern[str]:
    """A WORD that may be capitalised or a link: all others are passed over without a step in Python."""
    links = "|".join(sorted(_links_in_names()))
    first = rf"[^\Wa-zß-öø-ÿ_]|(?:{links})(?![^\W_]|[-'’&.][^\W_])|{ARABIC_ARTICLE.pattern}"
    return re.compile(rf"(?<![^\W_])(?<![^\W_][-'’&.])(?={first})(?:{WORD.pattern})")


@cache
def _links_in_names() -> frozenset[str]:
    return small_words("particle") | {*JOINS, "the"}


def _is_headline(text: str, span: Span) -> bool:
    stopped = text[span.end - 1] in '.!?"”'
    if span.length > LONGEST_HEADLINE:
        return False
    longer = [word for word in WORD.findall(text, span.start, span.end) if len(word) > 3 and word[0].isalpha()]
    share = FULL_TITLE_CASE if stopped else TITLE_CASE
    return len(longer) >= (6 if stopped else 4) and sum(word[0].isupper() for word in longer) > share * len(longer)


def _names(text: str, words: Sequence[_Word], lowered: frozenset[str]) -> Iterator[Name]:
    position = 0
    while position < len(words):
        if not (_starts_name(words[position], lowered) or _starts_with_new(text, words, position)):
            position += 1
            continue
        end = _run_end(text, words, position)
        run = _without_nickname(text, words[position:end])
        after_the = text[max(0, run[0].start - 4) : run[0].start].lower() == "the "
        yield _name(text, run, after_the)
        position = end


def _starts_name(word: _Word, lowered: frozenset[str]) -> bool:
    if not word.capital:
        return False
    plain = POSSESSIVE.sub("", word.text).lower()
    if plain.endswith(WHEREABOUTS):
        return False
    if plain in small_words("word"):
        return (plain in ("us", "who") and word.text.isupper()) or (plain in ("may", "will") and not word.opens)
    return not (word.opens and plain in lowered and plain not in _titles())


def _starts_with_new(text: str, words: Sequence[_Word], position: int) -> bool:
    """Whether "New" belongs to the name behind it (New York), and does not tell of a new minister."""
    if words[position].text != "New" or position + 1 == len(words):
        return False
    following = words[position + 1]
    return following.capital and following.text.lower() not in _titles() and _adjoins(text, words[position], following)


def _titles() -> frozenset[str]:
    classes = word_classes("titles.txt")
    return classes["male"] | classes["female"] | classes["neutral"]


def _name(text: str, run: Sequence[_Word], after_the: bool) -> Name:
    last = run[-1]
    bare = POSSESSIVE.sub("", last.text)
    end = last.start + len(bare)
    possessive = bare != last.text or text[last.end : last.end + 2] in ("' ", "’ ")
    stopped = (word.text + "." * (text[word.end] == ".") for word in run[:-1])
    return Name(Span(run[0].start, end), (*stopped, bare), possessive, after_the, run[0].opens)


def _run_end(text: str, words: Sequence[_Word], start: int) -> int:
    """Index behind the last word of the name that starts at ``start``."""
    end = start + 1
    organised = _organises(words[start])
    while end < len(words) and end - start < LONGEST_NAME:
        following = _following(text, words, end, organised)
        if following is None:
            break
        organised = organised or any(map(_organises, words[end:following]))
        end = following
    return end


def _organises(word: _Word) -> bool:
    return word.text.lower() in word_classes("org_words.tsv")["word"]


def _following(text: str, words: Sequence[_Word], end: int, organised: bool) -> int | None:
    """Index behind the next word of a name whose words so far end at ``end``, with particles; None where it ends."""
    if _is_calendar(words[end]):
        return None
    if not _adjoins(text, words[end - 1], words[end]):
        return _behind_nickname(text, words, end)
    if words[end].capital:
        return end + 1
    reach = end
    named = organised or (words[end].text == "of" and _is_polity(words[end - 1]))
    while reach < len(words) and reach - end < 3 and _links(words[reach], words[end], named):
        reach += 1
    joined = all(_adjoins(text, one, two) for one, two in pairwise(words[end - 1 : reach + 1]))
    if end < reach < len(words) and words[reach].capital and joined and not _is_calendar(words[reach]):
        return reach + 1
    return None


def _behind_nickname(text: str, words: Sequence[_Word], end: int) -> int | None:
    """Index behind the name that goes on after a nickname in quotation marks: Oskar "Little Drum" Lindau."""
    nickname = NICKNAME.match(text, words[end - 1].end)
    if nickname is None:
        return None
    following = (place for place in range(end, min(end + 4, len(words))) if words[place].start == nickname.end())
    return next((place + 1 for place in following if words[place].capital and not _is_calendar(words[place])), None)


def _without_nickname(text: str, run: Sequence[_Word]) -> list[_Word]:
    for word in run[:-1]:
        nickname = NICKNAME.match(text, word.end)
        if nickname:
            return [word for word in run if not nickname.start() < word.start < nickname.end()]
    return list(run)


def _is_calendar(word: _Word) -> bool:
    """Whether it is a weekday, or a month that is no person's name too: it ends a name."""
    return word.capital and POSSESSIVE.sub("", word.text).lower() in small_words("calendar")


def _is_polity(word: _Word) -> bool:
    return word.text.lower() in word_classes("org_words.tsv")["polity"]


def _links(word: _Word, first: _Word, organised: bool) -> bool:
    if organised and (word.text in JOINS or (word.text == "the" and first.text in JOINS)):
        return True
    return word.text in small_words("particle") and not (organised and word.text in ("e", "y", "do"))


def _adjoins(text: str, one: _Word, two: _Word) -> bool:
    """Whether two words stand side by side in one name: a space, or a full stop after an abbreviation."""
    if POSSESSIVE.search(one.text):
        return False
    gap = text[one.end : two.start]
    if gap in (" ", "\u00a0", " & ", " -"):
        return True
    if two.text.lower() in small_words("word"):
        return False
    return gap in (". ", ".\u00a0") and (len(one.text) == 1 or one.text.lower() in _titles() or one.text == "St")
