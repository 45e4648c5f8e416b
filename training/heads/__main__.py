"""Make the branch beside a reader's encoder, in one command.

    python -m training.heads --corpora FOLDER [--reader FOLDER] [--out out/heads]

Reads the shared layers' states of every text once, trains, and writes the bundle with the branch in int8.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from quality.corpora import parts
from safetensors.torch import load_file

from attribune.reader.bundle import default_folder, open_bundle
from training.__main__ import minilm_folder
from training.heads.batch import Item
from training.heads.export import write_heads
from training.heads.masked import masked_news
from training.heads.network import Branch, load_layers
from training.heads.refit import refit_places
from training.heads.states import TRUNK, open_trunk, read_states
from training.heads.train import HeadRecipe, train


def main() -> None:
    """Read, train, export."""
    given = _arguments()
    bundle = open_bundle(given.reader)
    trunk, tokenizer = open_trunk(bundle, TRUNK), bundle.tokenizer()
    learn, kept = parts(given.corpora)
    learn += masked_news(given.corpora)
    items = [
        [Item(read) for read in read_states(texts[: given.limit], trunk, tokenizer, bundle.window) if read.windows]
        for texts in (learn, kept)
    ]
    print(f"{len(items[0])} texts to learn from, {len(items[1])} to measure on", flush=True)
    torch.manual_seed(HeadRecipe.seed)
    branch = Branch()
    load_layers(branch, load_file(str(minilm_folder() / "model.safetensors")), TRUNK)
    trained = train(branch, HeadRecipe(epochs=given.epochs), items[0], items[1], given.out)
    refit_places(trained, items[0])
    write_heads(trained, given.reader, given.out / "weights", version=given.version)
    print(f"the reader is in {given.out / 'weights'}: copy it to src/attribune/reader/weights", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.heads", description="Make the reader's second branch.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds the corpora")
    parser.add_argument("--reader", type=Path, default=default_folder(), help="bundle whose encoder is shared")
    parser.add_argument("--out", type=Path, default=Path("out/heads"))
    parser.add_argument("--epochs", type=int, default=HeadRecipe.epochs)
    parser.add_argument("--version", default="2", help="what the bundle's card says")
    parser.add_argument("--limit", type=int, help="learn from and measure on the first texts only, to try the program")
    return parser.parse_args()


if __name__ == "__main__":
    main()
