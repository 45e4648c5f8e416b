"""The cast: voices in the order in which they speak."""

from __future__ import annotations

from attribune.article import Span
from attribune.extract.voices import REASONS, Cast, Voice

ADA = Voice(("person", 0), "Ada Brook", "named_person", "one", mentions=(Span(0, 3),))
BEN = Voice(("person", 1), "Ben Cole", "named_person", "one", head="mayor")


def test_ids_are_given_in_order_and_kept() -> None:
    cast = Cast()
    assert [cast.hear(voice, None, "named") for voice in (ADA, BEN, ADA)] == [0, 1, 0]
    assert [speaker.name for speaker in cast.speakers()] == ["Ada Brook", "Ben Cole"]


def test_mentions_are_merged_in_order() -> None:
    cast = Cast()
    for span in (Span(9, 12), Span(5, 8), None):
        cast.hear(ADA, span, "named")
    assert cast.speakers()[0].mentions == (Span(0, 3), Span(5, 8), Span(9, 12))


def test_a_speaker_carries_a_few_different_reasons() -> None:
    cast = Cast()
    for number in range(20):
        cast.hear(ADA, None, f"reason {number // 2}")
    assert len(cast.speakers()[0].reasons) == REASONS


def test_voices_are_looked_up_by_key_and_head() -> None:
    cast = Cast()
    cast.hear(BEN, None, "named")
    assert cast.get(BEN.key) == BEN
    assert cast.get(ADA.key) is None
    assert (cast.with_head("mayor"), cast.with_head("king")) == ([BEN], [])
