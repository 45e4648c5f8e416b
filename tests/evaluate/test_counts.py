from collections import Counter
from dataclasses import astuple

import pytest

from attribune.evaluate.counts import Counts, measure, total
from attribune.evaluate.report import Measure


def test_f1_is_the_harmonic_mean_in_per_cent() -> None:
    assert astuple(measure(0.5, 0.25)) == pytest.approx((50.0, 25.0, 100 / 3))


def test_f1_without_a_hit_is_zero() -> None:
    assert measure(0.0, 0.0) == Measure(0.0, 0.0, 0.0)


def test_no_counts_give_a_report_of_zeros() -> None:
    report = Counts().report()
    assert (report.lenient.f1, report.roles["cue"].token.f1, report.recall["direct"]) == (0.0, 0.0, 0.0)


def test_tallies_add_up() -> None:
    parts = [Counts(Counter(gold=2, lenient=1)), Counts(Counter(gold=2, lenient=0)), Counts()]
    assert total(parts).report().lenient.recall == 25.0
