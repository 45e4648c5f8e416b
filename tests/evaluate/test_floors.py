from pathlib import Path

import pytest

from attribune.errors import Unreadable
from attribune.evaluate.floors import Floor, broken, read_floors

FILE = '{"about": "figures", "polnear/dev": {"lenient": {"floor": 77, "aim": 78.3}, "exact": {"floor": 52}}}'


def floors(folder: Path, content: str = FILE) -> Path:
    path = folder / "floors.json"
    path.write_text(content)
    return path


def test_floors_are_read_by_what_was_measured(tmp_path: Path) -> None:
    assert read_floors(floors(tmp_path), "polnear/dev") == {"lenient": Floor(77, 78.3), "exact": Floor(52)}


def test_what_the_file_does_not_know_has_no_floors(tmp_path: Path) -> None:
    assert read_floors(floors(tmp_path), "polnear/train") == {}


@pytest.mark.parametrize("content", ["{", "[]", '{"polnear/dev": {"lenient": {"flor": 1}}}', '{"polnear/dev": [1]}'])
def test_a_damaged_file_says_so(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable, match="no file of floors"):
        read_floors(floors(tmp_path, content), "polnear/dev")


@pytest.mark.parametrize(("figure", "holds"), [(77.0, True), (76.96, True), (76.94, False), (80.0, True)])
def test_a_figure_is_compared_as_it_is_shown(figure: float, holds: bool) -> None:
    assert Floor(77).holds(figure) is holds


def test_a_figure_below_its_floor_or_missing_breaks_it() -> None:
    known = {"lenient": Floor(77), "exact": Floor(52), "cue_exact": Floor(72)}
    assert list(broken({"lenient": 76.0, "exact": 60.0}, known)) == ["lenient", "cue_exact"]
