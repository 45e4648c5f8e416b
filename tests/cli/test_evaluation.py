from attribune.cli.evaluation import count_all
from tests.evaluate.build import MAYOR, OLK, gold


def test_two_processes_count_what_one_does() -> None:
    articles = [gold(MAYOR, OLK)] * 3
    assert count_all(articles, jobs=2) == count_all(articles, jobs=1)
