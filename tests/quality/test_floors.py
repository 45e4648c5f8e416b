"""The reader on the corpora that it is measured with; skipped where they are not at hand."""

import os
from pathlib import Path

import pytest
from quality.measures import FLOORS, VARIABLE, corpora_folder, measure_polnear

from attribune.evaluate.floors import broken, read_floors

CORPORA = corpora_folder(os.environ)
NEEDS_POLNEAR = pytest.mark.skipif(
    not (CORPORA / "polnear" / "dev").is_dir(),
    reason=f"THE READER'S QUALITY IS NOT CHECKED: no polnear/dev in {CORPORA}; set {VARIABLE} to the folder of corpora",
)


@NEEDS_POLNEAR
def test_no_figure_on_polnear_is_below_its_floor() -> None:
    figures = measure_polnear(CORPORA)
    low = list(broken(figures, read_floors(FLOORS, "polnear/dev")))
    assert not low, {name: figures.get(name) for name in low}


def test_the_variable_says_where_the_corpora_are() -> None:
    assert corpora_folder({VARIABLE: "elsewhere"}) == Path("elsewhere")


def test_the_corpora_are_looked_for_beside_the_repository() -> None:
    assert corpora_folder({}).parts[-2:] == ("shared", "data")
