from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attribune.cli.options import Moment
from attribune.errors import UsageError
from tests.cli.conftest import Run, the_error


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2031-03-04", datetime(2031, 3, 4, 23, 59, 59, 999999, UTC)),
        ("2031-03-04T12:30", datetime(2031, 3, 4, 12, 30, tzinfo=UTC)),
        ("2031-03-04T12:30Z", datetime(2031, 3, 4, 12, 30, tzinfo=UTC)),
        ("2031-03-04T12:30+02:00", datetime(2031, 3, 4, 10, 30, tzinfo=UTC)),
    ],
)
def test_a_day_means_its_end_and_a_time_is_utc_unless_it_says_otherwise(words: str, moment: datetime) -> None:
    assert Moment().convert(words, None, None) == moment


def test_a_moment_stays_as_it_is() -> None:
    assert Moment().convert(datetime(2031, 3, 4, tzinfo=UTC), None, None) == datetime(2031, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize("words", ["soon", "", "2031-13-01", "0001-01-01T00:00+14:00", "２０３１-０３-０４"])
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="no date or time"):
        Moment().convert(words, None, None)


HUGE = "99999999999999999999"


@pytest.mark.parametrize(
    "command",
    [
        *(["articles", HUGE], ["diff", HUGE], ["show", HUGE], ["review", HUGE, "--confirm"], ["feed", "remove", HUGE]),
        *(
            ["speakers", "show", HUGE],
            ["search", "--limit", HUGE],
            ["search", "--offset", HUGE],
            ["feed", "poll", HUGE],
        ),
    ],
    ids=lambda command: " ".join(command[:-1]),
)
def test_a_number_that_no_database_takes_is_wrong_usage(command: list[str], ask: Run) -> None:
    result = ask(*command)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [["search"], ["articles"], ["speakers", "list"]], ids=" ".join)
def test_a_bad_moment_is_one_line(command: list[str], ask: Run) -> None:
    assert "'soon' is no date or time" in the_error(ask(*command, "--as-of", "soon"))


@pytest.mark.parametrize(
    "command",
    [
        *(["articles"], ["search", "x"], ["show", "1"], ["diff", "x"], ["verify"], ["review", "1", "--confirm"]),
        *(["speakers", "list"], ["feed", "list"], ["feed", "poll"], ["watch", "run"], ["reread"], ["upgrade"]),
        ["backup", "copy.db"],
    ],
    ids=" ".join,
)
def test_a_ledger_that_is_not_there_is_one_line(command: list[str], run: Run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())

    assert "none.db: there is no ledger" in the_error(run(*command, "--ledger", "none.db"), 1)
    assert sorted(tmp_path.iterdir()) == before
