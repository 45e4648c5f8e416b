from __future__ import annotations

import pytest

from attribune.cli.outcomes import Outcomes, telling


@pytest.mark.parametrize("end", [KeyboardInterrupt(), SystemExit(143), OSError(28, "full")], ids=repr)
def test_whatever_ends_a_run_it_says_how_much_is_kept(end: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = Outcomes()
    outcomes.filed["new"] += 1200

    with pytest.raises(type(end)), telling(outcomes):
        raise end

    said = "1,200 new, 0 new versions, 0 unchanged; this much is kept, run it again to go on\n"
    assert capsys.readouterr().err == said
