import time

import pytest
from benchmarks.stopwatch import Stopwatch, watching

from attribune.evaluate import matching, words


def test_a_stage_is_not_charged_for_the_stage_inside_it() -> None:
    stopwatch = Stopwatch()
    inner = stopwatch.timing("inner", lambda: time.sleep(0.05))
    stopwatch.timing("outer", inner)()
    assert stopwatch.seconds["inner"] >= 0.05
    assert stopwatch.seconds["outer"] < 0.04


def test_a_function_is_timed_wherever_it_was_imported() -> None:
    with watching({"words": ("attribune.evaluate.words:tokens_in",)}) as stopwatch:
        vars(matching)["tokens_in"]([])
        words.tokens_in([])
    assert list(stopwatch.seconds) == ["words"]


def test_functions_are_themselves_again_afterwards() -> None:
    before = vars(matching)["tokens_in"]
    with watching({"words": ("attribune.evaluate.words:tokens_in",)}):
        pass
    assert vars(matching)["tokens_in"] is before


def test_methods_are_timed() -> None:
    with watching({"fragments": ("attribune.evaluate.words:Words.fragments",)}) as stopwatch:
        words.words_of("one two").fragments([])
    assert "fragments" in stopwatch.seconds


@pytest.mark.parametrize(
    "name", ["attribune.no.such:function", "attribune.article:function", "attribune.article:No.method"]
)
def test_a_name_that_does_not_exist_is_passed_over(name: str) -> None:
    with watching({"none": (name,)}) as stopwatch:
        pass
    assert stopwatch.seconds == {}
