"""The rules as a whole."""

from __future__ import annotations

import re
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from attribune.extract.times.grammar import HOPELESS, RULES
from attribune.extract.times.lexicon import codes
from attribune.extract.times.rule import expanded

CODES = sorted(codes().values())
HOPE = re.compile(expanded(HOPELESS))
HOPELESS_STARTS = [start for start in map("".join, product(CODES, repeat=2)) if not HOPE.match(start)]


@settings(max_examples=1000)
@given(st.sampled_from(HOPELESS_STARTS), st.text(st.sampled_from(CODES), max_size=6))
def test_no_rule_matches_where_none_is_tried(start: str, rest: str) -> None:
    assert not [rule.pattern for rule in RULES if rule.compiled.match(start + rest)]


def test_every_rule_needs_a_word() -> None:
    assert not [rule.pattern for rule in RULES if rule.compiled.match("")]
