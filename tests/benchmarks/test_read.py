import pytest
from benchmarks.read import Speed, main


def test_the_benchmark_reads_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--smoke"]) == 0
    assert "statements in 3 articles" in capsys.readouterr().out


def test_the_share_of_the_limit_is_by_the_cores_own_time() -> None:
    speed = Speed(articles=1, pieces=1_000_000, statements=1, seconds=200.0, cpu=118.0)
    assert speed.limit_share(peak_tops=1.0) == pytest.approx(0.2)
