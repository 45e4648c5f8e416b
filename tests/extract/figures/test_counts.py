"""What happened to those counted."""

from __future__ import annotations

import pytest

from attribune.statement import Counts
from tests.extract.figures.found import find, only


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The blast killed 12 people.", "killed"),
        ("12 people were killed.", "killed"),
        ("12 people have reportedly been killed.", "killed"),
        ("12 people died in the fire.", "killed"),
        ("12 dead in Selwyn fire", "killed"),
        ("The fire left 12 people dead.", "killed"),
        ("It claimed the lives of 12 people.", "killed"),
        ("He mourned the deaths of 12 people.", "killed"),
        ("There were 12 deaths.", "killed"),
        ("The death toll from the fire in the old harbour has risen to 12.", "killed"),
        ("12 soldiers lost their lives.", "killed"),
        ("Airmen neutralised 12 gunmen.", "killed"),
        ("Two nurses were among the dead.", "killed"),
        ("The blast injured 12 people.", "wounded"),
        ("12 people were seriously hurt.", "wounded"),
        ("12 people suffered serious injuries.", "wounded"),
        ("Doctors treated 12 wounded soldiers.", "wounded"),
        ("The number of injured stood at 12.", "wounded"),
        ("12 people are missing.", "missing"),
        ("12 people were reported missing.", "missing"),
        ("12 people have disappeared.", "missing"),
        ("12 people were displaced.", "displaced"),
        ("12 families are homeless.", "displaced"),
        ("12 people were driven from their homes.", "displaced"),
        ("The flood drove thousands from their homes.", "displaced"),
        ("Police arrested 12 people.", "captured"),
        ("12 people were being held.", "captured"),
        ("Gunmen kidnapped 12 nurses.", "captured"),
        ("He met 12 hostages.", "captured"),
        ("12 people fled the town.", "fled"),
        ("Fighting forced thousands to flee.", "fled"),
        ("600 mercenaries have abandoned their posts.", "fled"),
        ("They carried out 12 air strikes.", "strikes"),
        ("Gunners fired 12 rocket shells.", "strikes"),
        ("Jets flew 60 sorties.", "strikes"),
        ("12 people live here.", "other"),
        ("12 gunmen killed the mayor.", "other"),
        ("The flood destroyed 12 houses.", "other"),
        ("It hit 12 villages in which nobody was killed.", "other"),
        ("12 people who guarded the bridge were killed.", "killed"),
    ],
)
def test_the_clause_tells_what_happened(text: str, counts: Counts) -> None:
    assert only(text).counts == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The blast killed 12 people and wounded 30.", ["killed", "wounded"]),
        ("12 people were killed and 30 others wounded.", ["killed", "wounded"]),
        ("Seven killed 37 others injured in Selwyn", ["killed", "wounded"]),
        ("Fire kills 10 guards injures dozens in Selwyn", ["killed", "wounded"]),
        ("It killed nine children and 14 others.", ["killed", "killed"]),
        ("30 soldiers and 39 rebels had been killed.", ["killed", "killed"]),
        ("12 strikes killed 30 people.", ["strikes", "killed"]),
        ("30 people were killed in 12 villages.", ["killed", "other"]),
        ("It killed a driver, his wife and two guards.", ["killed"]),
        ("More than 20 people, including three children, were injured.", ["wounded", "wounded"]),
        ("20 people died, three of them children.", ["killed", "killed"]),
    ],
)
def test_each_figure_of_a_sentence_has_its_own(text: str, counts: list[Counts]) -> None:
    assert [figure.counts for figure in find(text)] == counts
