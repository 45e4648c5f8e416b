"""Names in news replaced by pronouns, so that whom they mean is known (after Kocijan et al. 2019, WikiCREM)."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality.corpora import geowebnews, newswire
from quality.texts import Labelled, Mention, in_part

from attribune.article import Article, Span
from attribune.evaluate.polnear import read_polnear
from attribune.extract.capitals import article_names
from attribune.extract.names import Gender
from attribune.extract.people import People, Sighting, find_people
from attribune.quotation import find_quotations

APART = 220  # code points between two names that are replaced in one article
FORMS = {("male", True): "his", ("female", True): "her", ("male", False): "he", ("female", False): "she"}
OBJECT = {"male": "him", "female": "her"}
BEFORE_OBJECT = frozenset(
    (
        "of",
        "to",
        "for",
        "with",
        "by",
        "from",
        "against",
        "about",
        "at",
        "on",
        "between",
        "behind",
        "than",
        "like",
        "over",
    )
)
MOST = 8  # names replaced in one article
SUBJECT = re.compile(  # what stands behind a name that is no modifier of the next noun
    r"[,.;]|\s(?:\w+ed|said|says|told|has|had|is|was|will|would|could|did|does|also|made|went|took|came|and|to|in|on|at|for"
    r"|with|as|by|from|that|gave|got|won|lost|began|wants|plans|thinks|knows|says)\b"
)


def masked_news(folder: Path) -> Iterator[Labelled]:
    """Articles of the training parts with some of their later names replaced; one and the same for every run."""
    chance = random.Random(7)
    texts = [(f"polnear-{one.name}", one.text) for one in read_polnear(folder / "polnear" / "train")]
    texts += [(f"newswire-{one.key}", one.text) for one in newswire(folder) if not in_part(one.key, 10)]
    texts += [(f"geowebnews-{one.key}", one.text) for one in geowebnews(folder) if not in_part(one.key, 4)]
    for key, text in texts:
        found = _masked(key, Article(text), chance)
        if found:
            yield found


def _masked(key: str, article: Article, chance: random.Random) -> Labelled | None:
    names = article_names(article)
    people = find_people(names, [])
    speech = [one.span for span in article.paragraphs for one in find_quotations(article.text, span)]
    chosen = _chosen(article.text, people, speech, chance)
    if not chosen:
        return None
    genders = {person.number: person.gender or chance.choice(("male", "female")) for person in people.persons}
    parts, at, mentions = [], 0, []
    length = 0
    for sighting in people.sightings:
        start, end = sighting.span
        if start < at:
            continue
        parts.append(article.text[at:start])
        length += start - at
        sought = sighting in chosen
        words, end = (
            _pronoun(article.text, sighting, genders[sighting.person]) if sought else (article.text[start:end], end)
        )
        mentions.append(Mention(Span(length, length + len(words)), sighting.person, sought, candidate=not sought))
        parts.append(words)
        length, at = length + len(words), end
    text = "".join([*parts, article.text[at:]])
    return Labelled("masked", key, text, mentions=tuple(mentions))


def _chosen(text: str, people: People, speech: Sequence[Span], chance: random.Random) -> set[Sighting]:
    """Some later mentions, by one word, of persons named before, outside quotations."""
    seen: set[int] = set()
    fitting = []
    for sighting in people.sightings:
        single = " " not in sighting.span.of(text)
        fits = sighting.possessive or SUBJECT.match(text, sighting.span.end)
        if sighting.person in seen and single and fits and not any(one.overlaps(sighting.span) for one in speech):
            fitting.append(sighting)
        seen.add(sighting.person)
    chance.shuffle(fitting)
    kept: list[Sighting] = []
    for sighting in fitting:
        if len(kept) < MOST and all(abs(sighting.span.start - one.span.start) > APART for one in kept):
            kept.append(sighting)
    return set(kept)


def _pronoun(text: str, sighting: Sighting, gender: Gender) -> tuple[str, int]:
    """The pronoun in the name's place, and where the text goes on behind it."""
    before = text[max(0, sighting.span.start - 20) : sighting.span.start].split()
    after = text[sighting.span.end : sighting.span.end + 2]
    end = sighting.span.end + (2 if sighting.possessive and after[1:] == "s" else 1 if sighting.possessive else 0)
    word = FORMS[gender, sighting.possessive]
    if not sighting.possessive and before and before[-1].lower() in BEFORE_OBJECT:
        word = OBJECT[gender]
    opens = not before or before[-1][-1] in '.!?"”'
    return (word.capitalize() if opens else word), end
