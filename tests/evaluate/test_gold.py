from typing import Any

from attribune.article import Span
from attribune.evaluate.gold import attributions_of
from attribune.statement import Role, Statement


def statement(number: int, **more: Any) -> Statement:
    return Statement(number, None, Role((Span(0, 4),)), Role((Span(5, 9), Span(12, 14))), "indirect", **more)


def test_a_missing_role_has_no_spans() -> None:
    (found,) = attributions_of([statement(0)])
    assert found == {"source": (), "cue": ((0, 4),), "content": ((5, 9), (12, 14))}


def test_a_statement_inside_another_is_left_out() -> None:
    assert len(attributions_of([statement(0), statement(1, parent=0)])) == 1


def test_a_statement_that_repeats_another_is_kept() -> None:
    assert len(attributions_of([statement(0), statement(1, repeats=0)])) == 2
