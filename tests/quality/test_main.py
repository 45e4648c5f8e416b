import io
from collections.abc import Mapping
from pathlib import Path

from quality.__main__ import main
from quality.measures import FLOORS, Measuring, all_measures
from rich.console import Console

from attribune.errors import NotFound
from attribune.evaluate.floors import read_floors

GOOD = dict.fromkeys(read_floors(FLOORS, "polnear/dev"), 100.0)


def run(**measures: Measuring) -> tuple[int, str]:
    out = io.StringIO()
    named = {name.replace("polnear", "polnear/dev"): measure for name, measure in measures.items()}
    return main(Path(), named, Console(file=out, width=300)), out.getvalue()


def good(folder: Path) -> Mapping[str, float]:
    return GOOD


def absent(folder: Path) -> Mapping[str, float]:
    raise NotFound(f"no such corpus in {folder}")


def test_figures_above_their_floors_pass() -> None:
    code, out = run(polnear=good)
    assert code == 0
    assert "Every floor holds" in out


def test_a_figure_below_its_floor_fails_and_is_named() -> None:
    code, out = run(polnear=lambda folder: {**GOOD, "lenient": 12.3})
    assert code == 1
    assert "Below their floors: polnear/dev lenient" in out


def test_a_missing_corpus_is_said_loudly_and_the_others_go_on() -> None:
    code, out = run(other=absent, polnear=good)
    assert code == 0
    assert "SKIPPED other: no such corpus" in out


def test_nothing_measured_is_no_success() -> None:
    assert run(polnear=absent)[0] == 2


def test_a_figure_without_a_floor_is_shown() -> None:
    assert "77.7" in run(polnear=lambda folder: {**GOOD, "something": 77.7})[1]


def test_attributions_are_among_the_measures() -> None:
    assert "polnear/dev" in all_measures()
