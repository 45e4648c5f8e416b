"""Time expressions: where a text tells when, how long or how often, and which days that covers.

A line of the text becomes words (``line``), each word a class (``lexicon``), the classes a shape. Rules are patterns
over shapes, each with a function that reads the words it matched (``rule``, ``grammar``) in their ``scene``: the day of
publication and the times mentioned before. Periods of the calendar are numbers in a row (``period``), seasons northern.
Values are those of TIMEX3 in ISO-TimeML, as in the TimeBank corpus.
"""

from __future__ import annotations

from attribune.extract.times.find import find_times, find_when
from attribune.extract.times.scene import Tense
from attribune.extract.times.timex import Kind, Timex

__all__ = ["Kind", "Tense", "Timex", "find_times", "find_when"]
