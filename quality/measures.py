"""The measures by name, and the folder of corpora that they need.

The corpora are not part of the project. A measure is a function from the folder that holds them all to figures in
per cent by name; it raises :class:`attribune.errors.InputError` where its corpus is missing there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from attribune.cli.evaluation import count_all
from attribune.evaluate.polnear import read_polnear

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"
VARIABLE = "ATTRIBUNE_CORPORA"

Measuring = Callable[[Path], Mapping[str, float]]


def corpora_folder(environment: Mapping[str, str]) -> Path:
    """Where the corpora are: ATTRIBUNE_CORPORA, or ``shared/data`` beside the repository."""
    return Path(environment.get(VARIABLE) or ROOT.parent / "shared" / "data")


def measure_polnear(folder: Path) -> dict[str, float]:
    """Attributions against those of PolNeAR's dev part."""
    return dict(count_all(list(read_polnear(folder / "polnear" / "dev")), jobs=1).report().figures())


def all_measures() -> dict[str, Measuring]:
    """Every measure by the corpus that its floors are kept under."""
    measures = {
        "polnear/dev": measure_polnear,
        "article_extraction": _optional("pages", "measure_pages"),
        "gum/dev": _optional("speakers", "measure_speakers"),
        "our gold: speakers": _optional("spoken", "measure_spoken"),
        "our gold: nested": _optional("nested", "measure_nested"),
        "our gold: figures": _optional("figures", "measure_figures"),
        "worldwide_newswire": _optional("heads", "measure_names"),
        "geowebnews": _optional("heads", "measure_places"),
        "geowebnews, names given": _optional("places", "measure_countries"),
        "gap/validation": _optional("heads", "measure_antecedents"),
        "factuality/dev": _optional("heads", "measure_factuality"),
        "ecbplus": _optional("meaning", "measure_meaning"),
        "tempeval3/dev": _optional("times", "measure_times"),
    }
    return {corpus: measure for corpus, measure in measures.items() if measure}


def _optional(module: str, function: str) -> Measuring | None:
    if find_spec(f"quality.{module}") is None:
        return None
    measure: Measuring | None = getattr(import_module(f"quality.{module}"), function, None)
    return measure
