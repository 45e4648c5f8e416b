"""Figures of two versions."""

from __future__ import annotations

from typing import Any

from attribune.link.figure_changes import FigureChanges, compare_figures
from attribune.reading import Reading
from tests.builders import a_reading, an_article
from tests.page.build import a_figure

NIGHT = "The bridge at Sorva fell into the river and killed 12 people.\nBrandt counted 40 boats in the harbour."
DAWN = "The bridge at Sorva fell into the river and killed 14 people.\nBrandt counted 40 boats in the harbour."


def told(text: str, *numbers: str, **options: Any) -> Reading:
    article = an_article(text)
    options = {"counts": "killed", "of": "people", **options}
    return a_reading(
        article, figures=tuple(a_figure(article, one, float(one), float(one), **options) for one in numbers)
    )


def values(changes: FigureChanges) -> tuple[list[float | None], list[float | None], list[tuple[Any, Any]]]:
    appeared, vanished = ([figure.low for figure in found] for found in (changes.appeared, changes.vanished))
    return appeared, vanished, [(change.old.low, change.new.low) for change in changes.changed]


def test_a_count_that_went_up_has_changed() -> None:
    assert values(compare_figures(told(NIGHT, "12"), told(DAWN, "14"))) == ([], [], [(12, 14)])


def test_equal_figures_are_no_change_wherever_they_stand() -> None:
    moved = "Many were hurt.\nRescuers now say that 12 people died."
    assert values(compare_figures(told(NIGHT, "12"), told(moved, "12"))) == ([], [], [])


def test_counts_of_two_events_have_come_and_gone() -> None:
    other = "A fire in Kethia burnt a mill where 14 workers slept."
    assert values(compare_figures(told(NIGHT, "12"), told(other, "14"))) == ([14], [12], [])


def test_counts_of_two_things_have_come_and_gone() -> None:
    found = compare_figures(told(NIGHT, "12"), told(DAWN, "14", counts="wounded"))
    assert values(found) == ([14], [12], [])


def test_a_value_said_thrice_changes_once() -> None:
    old, new = ("\n".join([text] * 3) for text in (NIGHT, DAWN))
    before, after = an_article(old), an_article(new)
    figures = [tuple(a_figure(article, word, float(word), None, counts="killed", nth=nth) for nth in range(3))
               for article, word in ((before, "12"), (after, "14"))]  # fmt: skip
    found = compare_figures(a_reading(before, figures=figures[0]), a_reading(after, figures=figures[1]))
    assert values(found) == ([], [], [(12, 14)])
    assert found.changed[0].old.span.start == NIGHT.index("12")


def test_a_figure_of_nothing_needs_more_of_the_words_around() -> None:
    nothing = {"counts": "other", "of": None}
    near = compare_figures(told(NIGHT, "12", **nothing), told(DAWN, "14", **nothing))
    far = "The bridge at Sorva was built for 14 million by Brandt and sons."
    assert values(near) == ([], [], [(12, 14)])
    assert values(compare_figures(told(NIGHT, "12", **nothing), told(far, "14", **nothing))) == ([14], [12], [])


def test_a_value_that_is_now_only_about_right_has_changed() -> None:
    found = compare_figures(told(NIGHT, "12"), told(NIGHT, "12", approximate=True))
    assert values(found) == ([], [], [(12, 12)])
