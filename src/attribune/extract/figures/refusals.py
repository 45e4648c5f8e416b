"""Numbers that count nothing: dates, times, ages, names, fractions."""

from __future__ import annotations

from functools import lru_cache

from attribune.extract.figures.clauses import object_of
from attribune.extract.figures.drafts import Draft
from attribune.extract.figures.line import Line
from attribune.extract.figures.outcomes import REMEMBERED, names_people, told_by
from attribune.extract.figures.words import group_words, refusal_words
from attribune.extract.nouns import singular

LAST_DAY = 31
LAST_HOUR = 24
YEARS = (1000, 2100)
RECENT = (1900, 2100)  # years that need no word before them
DATE_DIGITS = 4  # digits that stand behind a date and are a time or part of a stamp, at least
ABBREVIATED = 4  # letters of a month with a full stop, at most
NAME_WORDS = 6  # words of a street's name, at most
BEFORE = "([{“‘\"'«~≈><≥≤—…"  # signs that may stand before a number without white space
BULLETS = "-–*•"  # signs that may, where nothing hangs on them in turn
BEHIND = "/@_=°′"  # signs behind a number that make it part of something else
JOINTS = ("and", "to", "or", "-", "–", "/", ",", "&")


def is_refused(line: Line, draft: Draft) -> bool:
    """Whether a number with what stands beside it is no count and no measure."""
    return any(refuses(line, draft) for refuses in REFUSALS)


def _hangs_on_signs(line: Line, draft: Draft) -> bool:
    """ "9/11", "3.4.1", "15-07-2016", "#10", "1990s", "3rd"."""
    first = draft.number.first
    if not draft.unit and line.glued(first) and not _may_precede(line, first - 1):
        return True
    end = draft.unit.end if draft.unit else draft.bounds.end
    if not line.glued(end):
        return False
    after, digits = line.at(end), line.glued(end + 1) and line.in_digits(end + 1)
    joined = after == "-" and line.glued(end + 1) and draft.is_bare
    return joined or after[0].isalnum() or after in BEHIND or (digits and after in "–-.,:")


def _may_precede(line: Line, position: int) -> bool:
    """Whether a sign before a number leaves it a number."""
    sign = line.at(position)
    if sign == ",":
        return line.at(position - 1).isalpha()
    return sign in BEFORE or (sign in BULLETS and not line.glued(position))


def _is_date(line: Line, draft: Draft) -> bool:
    """ "3 March", "August 25", "15 and 16 May", "May 15-24"; "in May 15 soldiers" counts soldiers."""
    number = draft.number
    if number.high is None or number.high > LAST_DAY or draft.unit:
        return _is_stamp(line, draft)
    if not line.in_digits(number.first):
        return False
    behind = number.end + 2 * (line.at(number.end) in JOINTS and line.in_digits(number.end + 1))
    if is_month(line, behind) or (line.at(behind) == "of" and is_month(line, behind + 1)):
        return True
    month = _month_before(line, number.first)
    if month is None:
        return False
    return draft.group.is_empty or line.at(month - 1) not in refusal_words("within month")


def _is_stamp(line: Line, draft: Draft) -> bool:
    """Digits right behind a month or a year in digits: "Jul 262016", "2016 102138"."""
    before, digits = draft.number.first - 1, line.at(draft.number.first)
    if not digits.isdecimal() or len(digits) < DATE_DIGITS:
        return False
    return is_month(line, before) or (line.in_digits(before) and len(line.at(before)) == DATE_DIGITS)


def _month_before(line: Line, position: int) -> int | None:
    """Where the month stands that a day at a position belongs to: "May 15", "Jan. 8", "May 15 and 16"."""
    for steps in (1, 3):
        at = position - steps
        at -= line.at(at) == "." and len(line.at(at - 1)) <= ABBREVIATED
        if is_month(line, at) and (steps == 1 or (line.at(position - 1) in JOINTS and line.in_digits(position - 2))):
            return at
    return None


def is_month(line: Line, position: int) -> bool:
    """Whether the token at a position is a month's name."""
    return line.at(position) in refusal_words("month") and line.has_capital(position)


def _is_year(line: Line, draft: Draft) -> bool:
    """ "in 2015", "the 2014 war", "March 2011", and not "killed 2000 people" or "some 2,000"."""
    number = draft.number
    if len(line.at(number.first)) != 4 or not line.in_digits(number.first) or number.scale != 1:
        return False
    if not YEARS[0] <= number.low <= YEARS[1] or draft.unit or draft.bounds.side or draft.bounds.further:
        return False
    before = line.at(draft.first - 1)
    dated = before in refusal_words("year") or is_month(line, draft.first - 1) or line.in_digits(draft.first - 1)
    recent = RECENT[0] <= number.low
    if _counts_people(line, draft) and (not recent or number.low % 100 == 0 or told_by(before, "verb")):
        return False
    return dated or (recent and not draft.bounds.approximate)


def _counts_people(line: Line, draft: Draft) -> bool:
    return not draft.group.is_empty and names_people(line.at(draft.group.end - 1))


def _is_time_of_day(line: Line, draft: Draft) -> bool:
    """ "10 am", "1400 GMT", "at 5", "two in the morning"."""
    end = draft.number.end
    if line.at(end) in refusal_words("clock"):
        return True
    if draft.is_bare and line.lower[end : end + 2] == ["in", "the"] and line.at(end + 2) in refusal_words("day part"):
        return True
    digits = line.at(draft.number.first)
    if not draft.is_bare or not digits.isdecimal() or draft.bounds.side:
        return False
    hour = draft.number.low <= LAST_HOUR or (len(digits) == DATE_DIGITS and draft.number.low <= 100 * LAST_HOUR)
    return digits.startswith("0") or (hour and line.at(draft.first - 1) == "at" and not object_of(line, draft))


def _is_duration(line: Line, draft: Draft) -> bool:
    """ "24 hours", "five-year", "two more working days"."""
    if draft.unit:
        return False
    end = draft.bounds.end + (line.at(draft.bounds.end) == "-")
    return _is_time(line.at(end)) or _is_time(line.at(draft.group.first)) or _is_time(line.at(draft.group.end - 1))


@lru_cache(REMEMBERED)
def _is_time(word: str) -> bool:
    """Whether a word names a span of time: "days", "year-old"."""
    return singular(word.partition("-")[0]) in refusal_words("time")


def _is_age(line: Line, draft: Draft) -> bool:
    """ "aged 34", "as young as 10", "the age of 12", and a number between commas behind a name."""
    before = line.at(draft.first - 1)
    if before in refusal_words("age") or f"{line.at(draft.first - 2)} {before}" in refusal_words("age"):
        return True
    commas = before == "," and line.at(draft.end) in (",", ".")
    return commas and draft.is_bare and not draft.bounds.bounded and line.has_capital(draft.first - 2)


def _is_name(line: Line, draft: Draft) -> bool:
    """ "Resolution 2254", "Highway 4", "No. 10", "number one"; of "in the area 12 people" it is a count."""
    first = draft.number.first
    before = first - 1 - (line.at(first - 1) == ".")
    word = line.at(before)
    if word == "of" and line.at(before - 1) == "group":
        return draft.is_bare and line.in_title_case(before - 1)
    if word not in refusal_words("numbered") or (word == "no" and before == first - 1):
        return False
    return draft.is_bare or line.in_title_case(before) or word in ("number", "no")


def _is_address(line: Line, draft: Draft) -> bool:
    """ "12 Downing Street"."""
    end = draft.number.end
    if not line.in_digits(draft.number.first):
        return False
    for position in range(end, end + NAME_WORDS):
        if not line.has_capital(position):
            return False
        if line.at(position) in refusal_words("address"):
            return end < position >= draft.group.end - 1
    return False


def _is_fraction(line: Line, draft: Draft) -> bool:
    """ "two thirds", "one-third", "three-in-five", "one in five", "ten times more"."""
    end = draft.number.end
    if line.at(end) == "times":
        return line.at(end + 1) in ("as", "the", "more") or line.at(end + 1).endswith("er")
    of_other = draft.number.is_one and line.at(end) == "in" and line.is_numeral(end + 1)
    of_one = line.at(draft.first - 1) == "in" and line.at(draft.first - 2) == "one"
    return of_other or of_one or line.at(end + (line.at(end) == "-")) in refusal_words("part")


def _is_pronoun(line: Line, draft: Draft) -> bool:
    """ "one of", "no one", "one day", "the one", "one resident said"."""
    if not draft.number.is_one or line.in_digits(draft.number.first):
        return False
    if line.at(draft.number.end) in ("of", "another", "-"):
        return True
    noun = "" if draft.group.is_empty else line.at(draft.group.end - 1)
    if noun in refusal_words("no numeral"):
        return True
    if not draft.bounds.bounded and (line.at(draft.first - 1) in refusal_words("pronoun") and draft.is_bare):
        return True
    said = line.at(draft.end) in group_words("speaking") or line.at(draft.first - 1) in group_words("speaking")
    return not draft.bounds.bounded and said and names_people(noun)


REFUSALS = (
    _hangs_on_signs,
    _is_date,
    _is_year,
    _is_time_of_day,
    _is_duration,
    _is_age,
    _is_name,
    _is_address,
    _is_fraction,
    _is_pronoun,
)
