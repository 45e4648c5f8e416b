"""Apposed names: the person whom a source names behind a description: "the foreign minister, Sergei Lavrov"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from attribune.article import Span
from attribune.extract.capitals import Name
from attribune.extract.names import is_given, kind_of, person_name, title_words
from attribune.extract.nouns import class_of_any, is_listed, is_modifier
from attribune.extract.wordlists import small_words, word_classes

WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
GAP = re.compile(r"(?P<first>.+?)(?:,|\s(?:[-–—]|--))\s(?P<between>(?:[^\s,;:()\"“”]+\s){0,5})", re.DOTALL)
BEHIND = re.compile(r"(?:['’]s?)?(?:[,;]|\s\(|\s(?:of|from|in|who|whose|[-–—]|--)\s|\s*$)")
ENDS = re.compile(r",|\s*$")
POSSESSIVE = re.compile(r"['’]s?$")
INDIVIDUAL = ("individual", False)


def apposed_name(text: str, span: Span, names: Sequence[Name]) -> Name | None:
    """The person whom the source at ``span`` names after a description of its own; ``names`` are those in it."""
    return _named_in_apposition(text, span, names) or _named_behind_role(text, span, names)


def _named_in_apposition(text: str, span: Span, names: Sequence[Name]) -> Name | None:
    """The person in "the foreign minister, Sergei Lavrov": a description, a comma or dash, a person's full name."""
    return next((name for name in names[:6] if _is_apposed(text, span, name)), None)


def _is_apposed(text: str, span: Span, name: Name) -> bool:
    if (kind_of(name) != "person" and name.told != "Person") or not BEHIND.match(text, name.span.end, span.end):
        return False
    gaps = GAP.finditer(text, span.start, name.span.start)
    gap = next((one for one in gaps if one.end() == name.span.start), None)
    return gap is not None and _describes(gap["first"]) and all(map(_is_role_word, WORDS.findall(gap["between"])))


def _describes(phrase: str) -> bool:
    """Whether a phrase stands for one person by its noun, or may: "its headmistress", "the chief of the port"."""
    words = WORDS.findall(phrase)
    low = [word.lower() for word in words]
    head = POSSESSIVE.sub("", phrase_head(phrase))
    if class_of_any(head.lower()) == INDIVIDUAL or low[:2] == ["one", "of"]:
        return True
    starts = any(word.endswith(("'s", "’s")) for word in words[:4]) or low[0] in small_words("determiner")
    unknown = head.islower() and class_of_any(head)[0] is None and (not head.endswith("s") or head.endswith("ss"))
    return starts and unknown and head not in small_words("word") and len(words) > 1


def phrase_head(phrase: str) -> str:
    """The last word before the first preposition or relative pronoun; empty where there is none."""
    words = list(takewhile(lambda word: word.lower() not in small_words("preposition"), WORDS.findall(phrase)))
    return words[-1] if words else ""


def _is_role_word(word: str) -> bool:
    low = word.lower()
    return low in small_words("determiner") or is_modifier(low) or is_listed(low) or low in title_words()


def _named_behind_role(text: str, span: Span, names: Sequence[Name]) -> Name | None:
    """The person in "former secretary of state Hillary Clinton": a role, a preposition, then the name."""
    return next((name for name in names[:3] if _is_behind_role(text, span, name)), None)


def _is_behind_role(text: str, span: Span, name: Name) -> bool:
    before = text[span.start : name.span.start]
    if kind_of(name) != "person" or name.possessive or not ENDS.match(text, name.span.end, span.end):
        return False
    words, office = WORDS.findall(before), _opens_with_office(name)
    if len(words) < (2 if office else 3) or re.search(r"[,;()]", before):
        return False
    if words[-1].lower() in small_words("word") and not office:
        return False
    linked = next((place for place, word in enumerate(words) if word in ("of", "for", "at")), 0)
    role = words[linked - 1].lower()
    return linked > 0 and (class_of_any(role)[0] == "individual" or role in title_words())


def _opens_with_office(name: Name) -> bool:
    """Whether a name begins with what its bearer is minister of: "Education Stefania Giannini"."""
    person = person_name(name)
    modifiers = word_classes("org_words.tsv")["body modifier"]
    return (
        person is not None
        and person.titles[:1] != ()
        and person.titles[0].lower() in modifiers
        and not is_given(person.titles[0])
    )
