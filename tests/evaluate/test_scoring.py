"""Small cases, counted by hand."""

from dataclasses import astuple

import pytest

from attribune.evaluate.gold import GoldArticle, Roles
from attribune.evaluate.report import Measure, Report
from attribune.evaluate.scoring import evaluate
from tests.evaluate.build import MAYOR, OLK, TEXT, attribution, gold

PERFECT = Measure(100.0, 100.0, 100.0)


def report(article: GoldArticle, *predicted: Roles) -> Report:
    return evaluate([article], {article.text: predicted}.__getitem__)


def figures(measure: Measure) -> object:
    return pytest.approx(astuple(measure))


def test_the_gold_itself_scores_a_hundred_everywhere() -> None:
    found = report(gold(MAYOR, OLK), MAYOR, OLK)
    assert (found.lenient, found.linked, found.exact) == (PERFECT, PERFECT, PERFECT)
    assert all(one == PERFECT for role in found.roles.values() for one in (role.exact, role.overlap, role.token))


def test_nothing_found_scores_nothing() -> None:
    found = report(gold(MAYOR, OLK))
    assert (found.gold, found.predicted, found.articles) == (2, 0, 1)
    assert found.lenient == found.roles["source"].overlap == Measure(0.0, 0.0, 0.0)


def test_a_spurious_attribution_costs_precision() -> None:
    spurious = attribution(source="reporters", cue="ran", content="the bridge")
    found = report(gold(OLK), OLK, spurious)
    assert figures(found.lenient) == (50.0, 100.0, 200 / 3)


def test_a_missed_attribution_costs_recall() -> None:
    assert figures(report(gold(MAYOR, OLK), OLK).lenient) == (100.0, 50.0, 200 / 3)


def test_exact_fragments_need_the_same_first_and_last_word() -> None:
    # Content: gold has "We saw it fall" and "and we ran"; predicted "We saw it fall", "we ran" and "gone".
    predicted = attribution(source="Olk", cue="told", content='We saw it fall | we ran."')
    found = report(gold(OLK), predicted, attribution(content="gone"))
    assert figures(found.roles["content"].exact) == (100 / 3, 50.0, 40.0)


def test_overlapping_fragments_need_one_shared_word_of_any_attribution() -> None:
    predicted = attribution(source="Olk", cue="told", content='We saw it fall | we ran."')
    found = report(gold(OLK), predicted, attribution(content="gone"))
    assert figures(found.roles["content"].overlap) == (200 / 3, 100.0, 80.0)


def test_words_of_a_role_are_counted_once() -> None:
    # Gold: 4 + 3 words; predicted: 4 + 2 + 1, the last twice.
    predicted = attribution(source="Olk", cue="told", content='We saw it fall | we ran."')
    found = report(gold(OLK), predicted, attribution(content="gone"), attribution(content="gone"))
    # The comma and the mark between do not belong to a fragment.
    assert figures(found.roles["content"].token) == (600 / 7, 600 / 7, 600 / 7)


def test_a_role_may_be_left_out_of_a_prediction() -> None:
    assert report(gold(MAYOR), {"content": MAYOR["content"]}).lenient == Measure(0.0, 0.0, 0.0)


def test_recall_is_told_by_the_gold_quotation() -> None:
    found = report(gold(MAYOR, OLK), OLK)
    assert found.recall == {"direct": 100.0, "mixed": 0.0, "indirect": 0.0}
    assert found.kinds == {"direct": 1, "mixed": 0, "indirect": 1}


def test_counts_add_up_over_articles() -> None:
    other = "Olk said no."
    articles = [gold(MAYOR), gold(attribution(other, source="Olk", cue="said", content="no"), text=other)]
    found = evaluate(articles, {TEXT: [MAYOR], other: []}.__getitem__)
    assert (found.articles, found.lenient.recall) == (2, 50.0)


def test_figures_are_named_as_in_the_file_of_floors() -> None:
    names = dict(report(gold(MAYOR), MAYOR).figures())
    assert list(names)[:5] == ["lenient", "exact", "source_exact", "cue_exact", "content_exact"]
    assert list(names)[5:] == ["recall_direct", "recall_mixed", "recall_indirect"]


def test_a_report_is_plain_data() -> None:
    found = report(gold(MAYOR), MAYOR).to_dict()
    assert found["roles"]["cue"]["exact"] == {"precision": 100.0, "recall": 100.0, "f1": 100.0}
