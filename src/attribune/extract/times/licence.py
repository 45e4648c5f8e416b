"""Whether a word that is not always a time is one where it stands: May, March, spring, 1990, the year, a week."""

from __future__ import annotations

from attribune.extract.times.lexicon import class_of
from attribune.extract.times.phrase import Phrase

# Classes of words that tell a part of a time ("late in the month"), and of those that lead to a time, to a season that
# is also a verb, to a year that may be a number, to a length of time.
PARTS = frozenset(("early", "edge", "earlier", "later"))
TIME_LEADS = PARTS | {
    "in",
    "since",
    "of",
    "by",
    "until",
    "from",
    "to",
    "for",
    "over",
    "before",
    "after",
    "lead",
    "and",
    "or",
}
SEASON_LEADS = frozenset(("in", "since", "until", "over", "before", "after", "early", "edge"))
YEAR_LEADS = frozenset(("in", "since", "until", "by", "from", "before", "after", "early", "edge"))
LENGTH_LEADS = frozenset(
    ("in", "of", "for", "over", "lead", "only", "as", "before", "after", "until", "by", "and", "or")
)
SEPARATORS = frozenset(("mark", "comma", "hyphen"))
PLAIN_NOUN = frozenset(("plain", "name"))
NO_YEAR_BEHIND = frozenset(("name", "money", "slash", "hyphen"))
PLAIN_YEARS = range(1900, 2040)  # others need a word that leads to a year, and no noun that they count


def is_month(phrase: Phrase) -> bool:
    """A bare month: not April Jones, the October Revolution, the March on the capital, "they may"."""
    kind = phrase.kind("month")
    if phrase.before == "the" and phrase.after == "name":
        return False
    if kind == "short_month":
        return _is_led(phrase) and phrase.line.word(phrase.end - 1) == "."
    if kind == "month" or _is_led(phrase):
        return True
    if kind == "name_month":
        return "name" not in (phrase.before, phrase.after)
    return phrase.before == "the" and phrase.after == "plain"


def is_season(phrase: Phrase) -> bool:
    """A bare season in small letters: "in the fall", "over the summer"; not the fall of a house, or spring water."""
    if not phrase.words("season")[0].islower():
        return False
    if phrase.kind("season") == "season":
        return phrase.has("the") or _is_led(phrase)
    if phrase.before not in SEASON_LEADS or phrase.after in ("of", "in", "from", "to"):
        return False
    return phrase.has("the") or phrase.after != "plain"


def is_year(phrase: Phrase) -> bool:
    """A number or two number words that can be a year where they stand."""
    if phrase.has("spelled_year"):
        first, second, *_ = map(class_of, phrase.words("spelled_year"))
        return (first, second) == ("teen", "ten") or phrase.before in YEAR_LEADS
    if phrase.has("short_year"):
        return _is_led(phrase) and phrase.after not in PLAIN_NOUN
    if phrase.number("year") in PLAIN_YEARS:
        return _is_led(phrase) or phrase.before not in NO_YEAR_BEHIND
    return phrase.before in YEAR_LEADS and phrase.after not in PLAIN_NOUN


def is_decade(phrase: Phrase) -> bool:
    """The '90s, the nineties, the early 90s; not a temperature in the 90s, or his early 60s."""
    if phrase.words("decade")[0].isalpha():
        return phrase.has("the")
    return phrase.has("apostrophe") or (phrase.before in PARTS and phrase.class_at(phrase.start - 2) == "the")


def is_definite(phrase: Phrase) -> bool:
    """The year and the quarter, but not the player of the year; other units only behind "the end of", "later in"."""
    if phrase.before in ("of", "in") and phrase.class_at(phrase.start - 2) in PARTS:
        return True
    of_a_noun = phrase.before == "of" and phrase.class_at(phrase.start - 2) in PLAIN_NOUN
    return phrase.kind("unit") in ("year_unit", "quarter_unit") and not of_a_noun


def is_length(phrase: Phrase) -> bool:
    """A unit without a number: "for years", "within a week"; not "$5 a day"."""
    return phrase.before in LENGTH_LEADS | SEPARATORS


def _is_led(phrase: Phrase) -> bool:
    return phrase.before in TIME_LEADS or (phrase.before == "hyphen" and phrase.class_at(phrase.start - 2) == "early")
