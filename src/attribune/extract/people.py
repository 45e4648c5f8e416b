"""The people of one article: every full name with its shorter forms, and whom a surname can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attribune.article import Span
from attribune.extract.capitals import ARABIC_ARTICLE, Name
from attribune.extract.names import (
    Gender,
    PersonName,
    folded,
    gender_of_given,
    gender_of_titles,
    kind_of,
    person_name,
    plain,
)


@dataclass(frozen=True)
class Person:
    """Somebody whom the article names; ``spans`` are the mentions by full name or title."""

    number: int
    name: str
    key: tuple[str, ...]
    titles: tuple[str, ...]
    gender: Gender | None
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Sighting:
    """One place where the article names a person."""

    span: Span
    person: int
    possessive: bool


@dataclass(frozen=True)
class People:
    """All persons by number, the forms that can mean them, and where each is named, in order."""

    persons: tuple[Person, ...]
    forms: dict[str, tuple[int, ...]]
    sightings: tuple[Sighting, ...]
    speaking: frozenset[int]
    bare: dict[str, tuple[int, ...]]  # where each single word stands as a name

    def called(self, name: Name) -> list[Person]:
        """The persons that a name can mean; those that its titles, or full quotation elsewhere, speak for, first."""
        read = person_name(name)
        if read is None:
            return []
        found = [self.persons[number] for number in self.forms.get(_form(read.words), ())]
        return _by_title(_by_surname(found, read), read) if len(found) > 1 else found

    def established(self, surname: str, persons: Sequence[Person]) -> Person | None:
        """The person whom the article calls by the bare surname before it names another one who bears it."""
        first, second = sorted(persons, key=lambda person: person.spans[0])[:2]
        positions = self.bare.get(folded(surname), ())
        after = bisect_right(positions, first.spans[0].start)
        return first if after < len(positions) and positions[after] < second.spans[0].start else None


def _by_surname(persons: list[Person], read: PersonName) -> list[Person]:
    """Those whose last word it is, where there are any: "Trump" is Donald Trump before it is Trump Tower."""
    last = folded(read.words[-1])
    return [person for person in persons if person.key[-1].endswith(last)] or persons


def _by_title(persons: list[Person], read: PersonName) -> list[Person]:
    gender = gender_of_titles(read.titles)
    if gender:
        persons = [person for person in persons if person.gender in (gender, None)]
    titles = set(map(plain, read.titles))
    titled = [person for person in persons if titles & set(map(plain, person.titles))]
    return titled if titles and len(titled) == 1 else persons


def find_people(names: Sequence[Name], sources: Sequence[Name]) -> People:
    """The people among an article's names; a source that may be a person's surname counts as one."""
    found = sorted({name.span: name for name in (*names, *sources)}.values(), key=lambda name: name.span)
    grouped = _full_names(found)
    forms = _forms(grouped)
    spoken = {name.span for name in sources}
    for name in found:
        _add_surname(name, spoken, grouped, forms)
    persons = tuple(_person(number, key, group) for number, (key, group) in enumerate(grouped.items()))
    numbers = {person.key: person.number for person in persons}
    by_form = {form: tuple(sorted(numbers[key] for key in keys)[:NAMESAKES]) for form, keys in forms.items()}
    people = People(persons, by_form, (), _speaking(persons, spoken), _bare(found))
    return replace(people, sightings=tuple(_sightings(people, found)))


NAMESAKES = 20  # persons of one surname that are told apart; of more, a bare surname tells none anyway

Grouped = dict[tuple[str, ...], list[tuple[Name, PersonName]]]
Forms = dict[str, set[tuple[str, ...]]]


def _full_names(names: Sequence[Name]) -> Grouped:
    grouped: Grouped = defaultdict(list)
    suffixes: dict[tuple[str, ...], tuple[str, ...]] = {}
    read = [(name, person_name(name)) for name in names if kind_of(name) == "person"]
    full = [(name, person) for name, person in read if person and person.full]
    for _, person in full:
        for start in range(1, len(person.words) - 1):
            suffixes.setdefault(_folded(person.words[start:]), person.key)
    for name, person in full:
        grouped[suffixes.get(_folded(person.words), person.key)].append((name, person))
    return grouped


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(folded(word) for word in words)


def _form(words: Sequence[str]) -> str:
    return " ".join(_folded(words)) if len(words) == 1 else " ".join(PersonName((), tuple(words)).key)


def _forms(grouped: Grouped) -> Forms:
    forms: Forms = defaultdict(set)
    for key, group in grouped.items():
        forms[" ".join(key)].add(key)
        _add_short_forms(forms, key)
        for words in {person.words for _, person in group}:
            for start in range(1, len(words) - 1):
                forms[_form(words[start:])].add(key)
    return forms


def _add_short_forms(forms: Forms, key: tuple[str, ...]) -> None:
    """The surname, without an Arabic article too, and the first word, which some houses and peoples put first."""
    surname = key[-1]
    forms[surname].add(key)
    if ARABIC_ARTICLE.match(surname):
        forms[surname.partition("-")[2]].add(key)
    forms[key[0]].add(key)


def _add_surname(name: Name, spoken: set[Span], grouped: Grouped, forms: Forms) -> None:
    """A title with a surname, or a source of one word, that no full name explains, becomes a person of its own."""
    person = person_name(name)
    if person is None or (person.full and kind_of(name) != "unsure"):
        return
    form = _form(person.words)
    key = (form,)
    titled = bool(person.titles) and kind_of(name) == "person"
    spoken_of = name.span in spoken and kind_of(name) == "unsure" and not name.after_the
    if key in grouped:
        grouped[key].append((name, person))
    elif form in forms and titled:
        _lend_titles(name, person, forms[form], grouped)
    elif form not in forms and (titled or spoken_of):
        grouped[key].append((name, person))
        forms[form].add(key)


def _lend_titles(name: Name, person: PersonName, keys: set[tuple[str, ...]], grouped: Grouped) -> None:
    """The titles of "President Obama" belong to the one Obama that the article names in full."""
    if len(keys) == 1:
        grouped[next(iter(keys))].append((name, person))


def _person(number: int, key: tuple[str, ...], group: Sequence[tuple[Name, PersonName]]) -> Person:
    best = max((person for _, person in group), key=lambda person: (len(person.words), not person.text.isupper()))
    titles = max((person.titles for _, person in group), key=len)
    genders = [gender_of_titles(person.titles) for _, person in group]
    gender = next((found for found in genders if found), None) or gender_of_given(best.words[0])
    spans = tuple(name.span for name, _ in group)
    return Person(number, best.text, key, titles, gender, spans)


def _speaking(persons: Sequence[Person], spoken: set[Span]) -> frozenset[int]:
    return frozenset(person.number for person in persons if spoken.intersection(person.spans))


def _bare(names: Sequence[Name]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for name in names:
        if len(name.words) == 1:
            found[folded(name.text)].append(name.span.start)
    return {word: tuple(positions) for word, positions in found.items()}


def _sightings(people: People, names: Sequence[Name]) -> Iterator[Sighting]:
    for name in names:
        if kind_of(name) in ("person", "unsure"):
            persons = people.called(name)
            if len(persons) == 1 and not (len(name.words) == 1 and name.after_the):
                yield Sighting(name.span, persons[0].number, name.possessive)
