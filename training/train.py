"""Train the reader on PolNeAR's train part; the dev part chooses the epoch.

    python -m training.train --polnear FOLDER --minilm FOLDER --out FOLDER [--seed 1] [--epochs 6]
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from attribune.article import Span
from attribune.extract.decode import decode
from attribune.reader.bundle import Lattice
from attribune.reader.predictor import Predictor, pack_windows
from attribune.reader.scores import IN_CUE, PADDING, places_of, reach_of
from attribune.reader.windows import batches, find_windows
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from training.corpus import Example, GoldAttribution, read_examples
from training.network import ReaderNetwork, cue_loss, load_minilm, role_loss

MASK, SPECIAL = 103, 104


@dataclass(frozen=True)
class Recipe:
    """Every choice that changes the weights."""

    seed: int = 1
    epochs: int = 6
    encoder_rate: float = 1.5e-4
    head_rate: float = 7e-4
    weight_decay: float = 0.01
    warmup: float = 0.06
    batch: int = 3000
    narrowest: int = 96
    widest: int = 224
    masked: float = 0.1
    dropout: float = 0.1
    average: float = 0.997
    spurious_from: float = 0.15  # share of the run after which the network's own cues are learned from too


@dataclass(frozen=True)
class Window:
    """A run of words of one training article."""

    example: Example
    words: Span

    @property
    def gold(self) -> list[GoldAttribution]:
        """Attributions whose cue lies in the window."""
        return [gold for gold in self.example.gold if self.words.covers(gold.cue)]


class TorchBackend:
    """The network in torch, behind the contract that ONNX Runtime fulfils in the product."""

    def __init__(self, network: ReaderNetwork) -> None:
        self.network = network.eval()

    @torch.no_grad()
    def encode(self, pieces, signs, first):
        with torch.autocast("cpu", torch.bfloat16):
            states, cues = self.network.encode(*map(torch.from_numpy, (pieces, signs, first)))
        return states.float().numpy(), cues.float().numpy()

    @torch.no_grad()
    def roles(self, states, index, places):
        with torch.autocast("cpu", torch.bfloat16):
            return self.network.roles(*map(torch.from_numpy, (states, index, places))).float().numpy()


def epoch_windows(examples: list[Example], recipe: Recipe, chance: random.Random) -> Iterator[list[Window]]:
    """Batches of windows, cut anew each epoch at random widths, in random order."""
    windows, widths = [], []
    for example in examples:
        limit = chance.randint(recipe.narrowest, recipe.widest)
        for words in find_windows(example.tokens, example.article.text, limit):
            windows.append(Window(example, words))
            widths.append(words.length + chance.random())
    chunks = list(batches(widths, recipe.batch))
    chance.shuffle(chunks)
    for chunk in chunks:
        yield [windows[index] for index in chunk]


def pack(windows: list[Window], recipe: Recipe) -> tuple[Tensor, Tensor, Tensor]:
    """One padded batch with some pieces masked."""
    rows = [pack_windows(window.example.tokens, [window.words]) for window in windows]
    packed = []
    for column in range(3):
        longest = -(-max(row[column].shape[1] for row in rows) // 16) * 16
        table = np.zeros((len(rows), longest), dtype=np.int64)
        for number, row in enumerate(rows):
            table[number, : row[column].shape[1]] = row[column][0]
        packed.append(torch.from_numpy(table))
    pieces, signs, first = packed
    hidden = (torch.rand(pieces.shape) < recipe.masked) & (pieces >= SPECIAL)
    return pieces.masked_fill(hidden, MASK), signs, first


def cue_tags(windows: list[Window], words: int) -> Tensor:
    """Gold cue tags [b, w]."""
    tags = torch.zeros(len(windows), words, dtype=torch.long)
    for row, window in enumerate(windows):
        for gold in window.gold:
            low = gold.cue.start - window.words.start
            tags[row, low : low + gold.cue.length] = 2
            tags[row, low] = 1
    return tags


Target = tuple[int, Span, GoldAttribution | None]


def targets(windows: list[Window], outputs: Tensor | None) -> list[Target]:
    """Cues to learn roles for: the gold ones, and those the network would wrongly find."""
    found: list[Target] = []
    for row, window in enumerate(windows):
        gold = window.gold
        found += [(row, attribution.cue, attribution) for attribution in gold]
        if outputs is None:
            continue
        spurious = []
        known = {attribution.cue for attribution in gold}
        for cue in greedy_cues(outputs[row, : window.words.length].argmax(-1).numpy(), window.words.start):
            if cue not in known:
                spurious.append((row, cue, next((a for a in gold if a.cue.overlaps(cue)), None)))
        found += spurious[: len(gold) + 1]
    return found


def greedy_cues(tags: np.ndarray, offset: int) -> list[Span]:
    """Cues from the best tag of each word, without a lattice."""
    found: list[Span] = []
    for position, tag in enumerate(tags.tolist()):
        word = position + offset
        if tag == 1 or (tag == 2 and not (found and found[-1].end == word)):
            found.append(Span(word, word + 1))
        elif tag == 2:
            found[-1] = Span(found[-1].start, word + 1)
    return found


def gold_states(cue: Span, reach: Span, gold: GoldAttribution | None) -> np.ndarray:
    """Lattice states of the words in reach."""
    states = np.zeros(reach.length, dtype=np.int64)
    if gold is None:
        return states

    def fill(span: Span, value: int) -> None:
        states[max(0, span.start - reach.start) : max(0, span.end - reach.start)] = value

    for content in gold.content:
        fill(content, 1)
    if gold.source:
        fill(gold.source[0], 2)
        fill(cue, 0)
        inside = np.flatnonzero(states == 2)
        if len(inside):
            # A cue that stands inside its source leaves the part before it.
            breaks = np.flatnonzero(np.diff(inside) > 1)
            last = inside[breaks[0]] if len(breaks) else inside[-1]
            after = np.arange(reach.length) > last
            states[after & (states == 1)] = 4
            states[after & ((states == 0) | (states == 2))] = 3
    else:
        fill(cue, 0)
    return states


def role_batch(windows: list[Window], chosen: list[Target], words: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Index into the flattened states, places, gold states and lengths of the chosen cues."""
    reaches = [reach_of(cue, windows[row].words) for row, cue, _ in chosen]
    longest = -(-max(reach.length for reach in reaches) // 16) * 16  # few shapes, so few kernels to compile
    index = np.zeros((-(-len(chosen) // 32) * 32, longest), dtype=np.int64)
    places = np.full_like(index, PADDING)
    states = np.zeros((len(chosen), longest), dtype=np.int64)
    for number, ((row, cue, gold), reach) in enumerate(zip(chosen, reaches, strict=True)):
        offset = row * words - windows[row].words.start
        index[number, : reach.length] = np.arange(reach.start, reach.end) + offset
        places[number, : reach.length] = places_of(reach, cue)
        states[number, : reach.length] = gold_states(cue, reach, gold)
    lengths = torch.tensor([reach.length for reach in reaches])
    return torch.from_numpy(index), torch.from_numpy(places), torch.from_numpy(states), lengths


def batch_loss(network: ReaderNetwork, windows: list[Window], recipe: Recipe, progress: float) -> Tensor:
    """Mean loss per gold attribution of one batch."""
    packed = pack(windows, recipe)
    with torch.autocast("cpu", torch.bfloat16):
        states, outputs = network.encode(*packed)
    outputs = outputs.float()
    lengths = torch.tensor([window.words.length for window in windows])
    loss = cue_loss(outputs, network.cue_moves, cue_tags(windows, outputs.shape[1]), lengths)
    chosen = targets(windows, outputs.detach() if progress > recipe.spurious_from else None)
    if chosen:
        index, places, gold, reach = role_batch(windows, chosen, outputs.shape[1])
        with torch.autocast("cpu", torch.bfloat16):
            roles = network.roles(states.flatten(0, 1), index, places)[: len(chosen)].float()
        in_cue = (places[: len(chosen)] == IN_CUE)[:, :, None] & torch.tensor([0, 1, 1, 0, 0, 0, 0], dtype=torch.bool)
        loss = loss + role_loss(roles.masked_fill(in_cue, -100.0), network.role_moves, gold, reach)
    return loss / max(1, len(chosen))


def train(recipe: Recipe, examples: list[Example], dev: list[Example], network: ReaderNetwork, out: Path, tokenizer) -> None:
    chance = random.Random(recipe.seed)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": list(network.encoder.parameters()), "lr": recipe.encoder_rate},
        {"params": heads, "lr": recipe.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)
    plan = [list(epoch_windows(examples, recipe, chance)) for _ in range(recipe.epochs)]
    total = sum(map(len, plan))

    def rate(step: int) -> float:
        warm = recipe.warmup * total
        return min(step / warm, max(0.0, (total - step) / (total - warm)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    averaged = AveragedModel(network, avg_fn=lambda mean, new, count: torch.lerp(mean, new, 1 - min(recipe.average, float((1 + count) / (10 + count)))) if mean.is_floating_point() else new)
    step, began, best = 0, time.time(), 0.0
    for epoch, chunks in enumerate(plan, 1):
        network.train()
        running = 0.0
        for chunk in chunks:
            loss = batch_loss(network, chunk, recipe, step / total)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            averaged.update_parameters(network)
            step += 1
            running += loss.item()
            if step % 50 == 0:
                print(f"{step}/{total} {time.time() - began:.0f}s loss {loss.item():.2f}", flush=True)
        figures = measure(averaged.module, dev, tokenizer)
        print(json.dumps({"epoch": epoch, "seconds": round(time.time() - began), "loss": running / len(chunks), **figures}), flush=True)
        quality = figures["lenient"] + figures["exact"] + figures["fragments"][2]
        if quality > best:
            best = quality
            save_file({k: v.contiguous() for k, v in averaged.module.state_dict().items()}, str(out / "reader.safetensors"))
            (out / "recipe.json").write_text(json.dumps({**asdict(recipe), "best": epoch, **figures}, indent=1))


def lattice_of(network: ReaderNetwork, bias: float = 0.0) -> Lattice:
    """The learned moves as arrays."""
    return Lattice(network.cue_moves.detach().float().numpy(), network.role_moves.detach().float().numpy(), bias)


def predict(predictor: Predictor, examples: list[Example]) -> dict[str, list[dict]]:
    predicted = {}
    for example in examples:
        scores = predictor.scores(example.article)
        tokens = scores.tokens

        def chars(span: Span):
            return [int(tokens.starts[span.start]), int(tokens.ends[span.end - 1])]

        predicted[example.name] = [
            {"source": [chars(a.source)] if a.source else [], "cue": [chars(a.cue)], "content": [chars(c) for c in a.content]}
            for a in decode(scores)
        ]
    return predicted


def measure(network: ReaderNetwork, dev: list[Example], tokenizer: Tokenizer) -> dict:
    import sys

    sys.path.insert(0, "/work/shared/tools")
    from score_polnear import read_polnear, score

    predictor = Predictor(tokenizer, TorchBackend(network), lattice_of(network))
    gold = read_polnear("/work/shared/data/polnear/dev")
    result = score(gold, predict(predictor, dev))
    return {
        "lenient": result["attribution"]["lenient"]["F"],
        "exact": result["attribution"]["exact"]["F"],
        "fragments": [result[role]["exact"]["F"] for role in ("source", "cue", "content")],
        "all": result,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    tokenizer = Tokenizer.from_file(str(arguments.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = ReaderNetwork(dropout=0.1)
    load_minilm(network, load_file(str(arguments.minilm / "model.safetensors")))
    arguments.out.mkdir(parents=True, exist_ok=True)
    examples = read_examples(str(arguments.polnear / "train"), tokenizer)[: arguments.limit]
    dev = read_examples(str(arguments.polnear / "dev"), tokenizer)
    print(len(examples), "articles,", sum(len(e.gold) for e in examples), "attributions", flush=True)
    train(Recipe(seed=arguments.seed, epochs=arguments.epochs), examples, dev, network, arguments.out, tokenizer)


if __name__ == "__main__":
    main()
