import os

import pytest
from benchmarks.core import one_core, peak_memory, processor


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system can't keep a process on a core")
def test_the_process_is_kept_on_one_core_and_let_go_again() -> None:
    before = os.sched_getaffinity(0)
    with one_core() as core:
        assert os.sched_getaffinity(0) == {core}
    assert os.sched_getaffinity(0) == before


def test_the_processor_has_a_name() -> None:
    assert processor()


def test_a_python_process_holds_more_than_a_few_megabytes() -> None:
    assert 5 < peak_memory() < 100_000
