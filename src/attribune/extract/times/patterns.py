"""Pieces that the rules' patterns are put together from; see ``rule`` for how a pattern is written."""

from __future__ import annotations

MONTH = "(?P<month> short_month dot? | [month name_month doubtful_month] )"
DAY = "(?P<day> ten hyphen ordinal | [day_number ordinal second] )"
WEEKDAY = "(?: (?P<weekday> short_weekday dot? | weekday ) comma? the? )?"
SEASON = "(?P<season> [season doubtful_season] )"
ORDINAL = "(?P<ordinal> ten hyphen ordinal | [ordinal second] )"
PART = "(?P<part> [part moment] )"
WHICH = "(?: (?P<which> [this last next] ) coming? )?"
POINTERS = "this that same last past previous next coming following current latest"

# A year, in digits, in words or abbreviated; or pointed at, "last year". Read by ``told_year``.
NUMBERED_YEAR = """(?:
    (?P<year> year )
  | (?P<spelled_year> [teen ten] [ten spelled] (?: hyphen? spelled )? )
  | apostrophe (?P<short_year> [day_number two_digits] ) (?! apostrophe )
)"""
YEAR = f"(?: fiscal? {NUMBERED_YEAR} | (?P<pointer> [the {POINTERS}] ) fiscal? year_unit (?! hyphen ) )"
NOT_COUNTED = "(?! [counted percent hundred] | hyphen? [units clock_units old] | hyphen [unit year_unit] )"

# A number, in digits or in words, or a word for one. Read by ``amount_of``.
ATOM = "(?: [day_number two_digits year count] | [spelled teen ten] (?: hyphen? spelled )? )"
HUNDREDS = f"(?: hundred (?: and? {ATOM} )? )?"
NUMBER = f"""(?:
    (?: {ATOM} hyphen? )? day_number slash day_number
  | (?: article (?= hundred ) | {ATOM} ) {HUNDREDS} {HUNDREDS} {HUNDREDS}
)"""
COUNT = f"""(?:
    (?P<count> {NUMBER} ) (?: [to or hyphen] {NUMBER} )? (?P<and_half> and article half )?
  | article? (?P<dozen> dozen ) of?
  | article? (?P<few> few ) of?
  | (?P<half> half ) article
) more?"""

# Units of time: those of the calendar that can be pointed at, one of any, several, or any.
UNIT = "(?P<unit> [unit year_unit quarter_unit century_unit weekend] )"
SINGLE = "(?P<unit> [unit year_unit quarter_unit century_unit weekend fortnight clock_unit] )"
PLURAL = "(?P<unit> [units clock_units] )"
UNITS = "(?P<unit> [unit year_unit quarter_unit century_unit weekend fortnight clock_unit second units clock_units] )"
