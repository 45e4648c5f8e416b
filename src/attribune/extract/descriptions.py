"""Descriptions: whom "the Russian official", "the ministry" or "a senior official" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribune.extract.appositions import Description, affiliation_in
from attribune.extract.candidates import candidates_before, fits_of
from attribune.extract.countries import country_named
from attribune.extract.mentions import Mention, nationality
from attribune.extract.names import gender_of_titles
from attribune.extract.nouns import class_of_any, is_generic, is_somebody, narrower, singular
from attribune.extract.people import Person
from attribune.extract.scene import Scene
from attribune.extract.voices import Answer, Key, Number, Voice
from attribune.extract.wordlists import small_words
from attribune.statement import SpeakerKind

CLEAR, AHEAD = 1.0, 1.0  # log odds against nobody, and against the next, from which the reader is believed
TITLED: tuple[SpeakerKind, ...] = ("document", "poll_or_data")
COMPARED = 50  # candidates that are looked at before it counts as ambiguous
AFTER_FOR = re.compile(r"\s(?:for|of|at|with|from)\s(?:the\s)?([A-Z][^,;:()\n]*)")
WHO = re.compile(r"[^s\W],?\swho\s")  # behind a noun that is no plural
ASIDE = re.compile(r",\s(?:and\s)?(?:who|which|whose|whom|where)\s.*$", re.DOTALL)
SAID_WHEN = re.compile(
    r"\s(?:(?:released|published|issued|conducted|out|taken|made|held|sent)\s)?(?:on\s|in\s|earlier\s|late\s)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last|next)\s(?:week|month|year|spring|summer|autumn|fall"
    r"|winter)|today|yesterday|tonight)(?:\s(?:morning|afternoon|evening|night))?$"
)
NUMBER = re.compile(r"\d[\d.,]*\s?(?:%|\w)")  # "26%", "12 in the town"
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
NAMED: tuple[SpeakerKind, ...] = ("named_person", "named_org")


def description_answer(scene: Scene, mention: Mention, owner: Voice | None) -> Answer:
    """The voice behind a description: the one candidate that agrees with it, else a speaker of its own."""
    if mention.definite and (mention.owner is None or country_named(mention.owner)):
        found = _known(scene, mention) or _linked(scene, mention)
        if found:
            return found
    own = own_voice(mention, owner)
    title = _title(scene, mention) if own.kind in TITLED else None
    if title:
        return Answer(replace(own, key=("titled", title.casefold()), name=title), f"the article speaks of one {title}")
    if scene.cast.get(own.key):
        return Answer(own, f'"{mention.text}" in the same words as before')
    return Answer(own, _own_reason(own, mention))


def _title(scene: Scene, mention: Mention) -> str | None:
    """The name of a poll or document that is told by its noun alone, where the article names one such: "CBS poll"."""
    if class_of_any(mention.head)[1] or any(word[0].isupper() for word in _modifiers(mention)[1:]):
        return None
    found = scene.titled.get(singular(mention.head), frozenset())
    return next(iter(found)) if len(found) == 1 else None


def _own_reason(voice: Voice, mention: Mention) -> str:
    if not mention.definite or voice.kind in ("unnamed_group", "generic", "author"):
        return f'"{mention.text}" is not named'
    return f'"{mention.text}" fits nobody in the article, or more than one'


def _known(scene: Scene, mention: Mention) -> Answer | None:
    """The only person, organisation or earlier description that agrees with a definite description."""
    for voices in (_persons(scene, mention), _organisations(scene, mention), _described(scene, mention)):
        found = list(voices)
        if len(found) == 1:
            return Answer(found[0], f'"{mention.text}" fits {found[0].name} and nobody else')
        if len(found) > 1:
            return None
    return None


def _linked(scene: Scene, mention: Mention) -> Answer | None:
    """The person whom the reader clearly takes a role for: "the nominee" behind a name that no role was given."""
    if class_of_any(mention.head) != ("individual", False) or mention.owner:
        return None
    gender = gender_of_titles((singular(mention.head),))
    country = nationality(mention.words[:-1])
    found = [
        one
        for one in candidates_before(scene, mention.span.start)
        if one.voice.kind == "named_person"
        and (gender is None or scene.gender_of(one.voice) in (gender, None))
        and (country is None or one.voice.about.country in (country, None))
    ]
    best: dict[Key, tuple[float, Voice]] = {}
    for one, fit in zip(found, fits_of(scene, mention.span, found), strict=True):
        best[one.voice.key] = max(
            best.get(one.voice.key, (-99.0, one.voice)), (fit, one.voice), key=lambda pair: pair[0]
        )
    ranked = sorted(best.values(), key=lambda pair: pair[0], reverse=True)
    if not ranked or ranked[0][0] < CLEAR or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD):
        return None
    voice = ranked[0][1]
    return Answer(voice, f'"{mention.text}" is most likely {voice.name}, by the words around both')


def _persons(scene: Scene, mention: Mention) -> Iterator[Voice]:
    head = singular(mention.head)
    if class_of_any(mention.head) != ("individual", False):
        return
    nouns = narrower(head)
    numbers = dict.fromkeys(number for noun in nouns for number in scene.by_role.get(noun, ())[:COMPARED])
    for number in list(numbers)[:COMPARED]:
        person = scene.people.persons[number]
        if _named_before(scene, person, mention) and _agrees(scene.about(person), mention):
            yield scene.person_voice(person)


def _named_before(scene: Scene, person: Person, mention: Mention) -> bool:
    spans = scene.spans_of.get(person.number, person.spans)
    return spans[0].start < mention.span.start


def _agrees(about: Description, mention: Mention) -> bool:
    """Whether every word between determiner and head is borne out by role, affiliation or country."""
    country = nationality(mention.words[:-1])
    known = f"{about.role or ''} {about.affiliation or ''}".lower()
    for word in _modifiers(mention):
        if nationality([word]) is not None:
            if country != about.country:
                return False
        elif word.lower() not in small_words("vague") and word.lower() not in known:
            return False
    return True


def _modifiers(mention: Mention) -> Sequence[str]:
    return [
        word
        for word in mention.words[:-1]
        if word.lower() not in small_words("determiner") and not word.lower().endswith("-based")
    ]


def _organisations(scene: Scene, mention: Mention) -> Iterator[Voice]:
    if class_of_any(mention.head) not in (("collective", False), ("individual", False)):
        return
    full = scene.organisations.with_word(mention.head) if not _modifiers(mention) else None
    if full:
        yield organisation_voice(full)
    elif mention.head in small_words("any group") and not _modifiers(mention):
        yield from scene.cast.with_head(ORGANISATION)[:COMPARED]


def _described(scene: Scene, mention: Mention) -> Iterator[Voice]:
    """Earlier descriptions with the same noun, or a narrower one, that bear out the modifiers."""
    kind = class_of_any(mention.head)[0]
    for noun in sorted(narrower(singular(mention.head))) if kind == "individual" else [singular(mention.head)]:
        for voice in scene.cast.with_head(noun)[:COMPARED]:
            if (voice.number == "many") == class_of_any(mention.head)[1] and all(
                word.lower() in voice.name.lower() for word in _modifiers(mention)
            ):
                yield voice


ORGANISATION = "(organisation)"  # stands as head for voices that have a name


def organisation_voice(name: str, country: str | None = None) -> Voice:
    """A named organisation as a voice; its name may tell its country where ``country`` doesn't."""
    about = Description(country=country or nationality(name.split()))
    return Voice(("organisation", name.casefold()), name, "named_org", "thing", head=ORGANISATION, about=about)


def own_voice(mention: Mention, owner: Voice | None) -> Voice:
    """A speaker of its own for a description."""
    kind, number = _kind(mention)
    full = _name(mention, owner)
    name = SAID_WHEN.sub("", full)
    key = ("organisation" if kind == "named_org" and owner else "described", full.casefold())
    about = Description(_role(mention, kind), _affiliation(mention, owner), _country(mention, owner))
    gender = gender_of_titles((singular(mention.head),))
    return Voice(key, name, kind, number, gender, singular(mention.head), about)


def _name(mention: Mention, owner: Voice | None) -> str:
    text = ASIDE.sub("", mention.text)
    words = text.split()
    if owner and mention.owner and owner.kind in NAMED:
        rest = re.sub(r"^['’]s?\s*", "", text[len(mention.owner) :]).strip()
        return f"{owner.name}'s {rest}"
    if len(words) > 1 and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def _kind(mention: Mention) -> tuple[SpeakerKind, Number]:
    low = [word.lower() for word in mention.words]
    if low[-1:] == ["newspaper"] and low[:1] == ["this"]:
        return "author", "thing"
    if _is_generic(low) and len(mention.words) == len(WORD.findall(mention.text)):
        return "generic", "many"
    return _kind_of_noun(mention, low)


def _kind_of_noun(mention: Mention, low: Sequence[str]) -> tuple[SpeakerKind, Number]:
    noun, plural = class_of_any(mention.head)
    if low[:1] == ["neither"] or (mention.head in small_words("partitive") and " of " in mention.text):
        return "unnamed_group", "many"
    somebody = noun == "individual" or (noun is None and _is_somebody(mention))
    if somebody and not plural and not small_words("plural determiner").intersection(low[:1]):
        return ("role_only" if mention.definite else "unnamed_individual"), "one"
    if noun in ("document", "poll"):
        return ("document" if noun == "document" else "poll_or_data"), ("many" if plural else "thing")
    if noun == "collective" and not plural:
        return ("named_org" if _holds_name(mention) else "role_only"), "thing"
    if (
        noun
        or small_words("plural determiner").intersection(low)
        or (mention.head.endswith("s") and not mention.head.endswith("ss"))
    ):
        return "unnamed_group", "many"
    return ("unnamed_group", "many") if NUMBER.match(mention.text) else ("role_only", "thing")


def _is_somebody(mention: Mention) -> bool:
    """Whether a noun that is in no list stands for a person: "a gunner", "a kayaker, who asked not to be named"."""
    if mention.head.endswith("s") and not mention.head.endswith("ess"):
        return False
    return not mention.definite and (is_somebody(mention.head) or WHO.search(mention.text) is not None)


def _holds_name(mention: Mention) -> bool:
    return any(word[0].isupper() for word in mention.words[:-1] if word.lower() not in small_words("determiner"))


def _is_generic(low: Sequence[str]) -> bool:
    words = [word for word in low if word not in ("the", "a", "of")]
    return bool(words) and all(is_generic(word) for word in words)


def _role(mention: Mention, kind: SpeakerKind) -> str | None:
    return (
        " ".join([*_modifiers(mention), *mention.words[-1:]]) if kind in ("role_only", "unnamed_individual") else None
    )


def _affiliation(mention: Mention, owner: Voice | None) -> str | None:
    if owner:
        return owner.name if owner.kind in NAMED else None
    text = ASIDE.sub("", mention.text)
    after = AFTER_FOR.search(text)
    return affiliation_in(text) or (after.group(1).strip() if after else None)


def _country(mention: Mention, owner: Voice | None) -> str | None:
    code = nationality(mention.words)
    return code or (owner.about.country if owner else None)
