"""Now, the past, the future: times without a date."""

from __future__ import annotations

from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene


def _listed(phrase: Phrase, _: Scene) -> Reading:
    return undated(phrase.value("word"))


RULES = (
    Rule("right? (?P<word> now )", _listed),
    Rule("(?P<word> [vague current] )", _listed),
    Rule("(?<! as ) (?P<word> soon ) (?! after )", _listed),
    Rule("(?<= in ) the (?P<word> past )", _listed),
    Rule("the recent? (?P<word> past ) (?! [plain name] )", _listed),
    Rule("the near? (?P<word> future ) (?! name )", _listed),
)
