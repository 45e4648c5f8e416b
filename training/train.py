"""Train one network on PolNeAR's train part; the dev part chooses the epoch."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from attribune.evaluate.gold import GoldArticle
from attribune.reader.scores import IN_CUE
from training.batch import Window, cue_tags, epoch, pack, role_batch, targets
from training.examples import Example
from training.measure import figures, measure, quality
from training.network import ReaderNetwork, cue_loss, load_minilm, role_loss
from training.recipe import Recipe

WEIGHTS = "reader.safetensors"
CLOSED = -100.0
ROLES_OF_OUTPUTS = torch.tensor([0, 1, 1, 0, 0, 0, 0], dtype=torch.bool)  # source and content


def new_network(minilm: Path, recipe: Recipe) -> ReaderNetwork:
    """MiniLM's encoder with new heads."""
    torch.manual_seed(recipe.seed)
    network = ReaderNetwork(dropout=recipe.dropout)
    load_minilm(network, load_file(str(minilm / "model.safetensors")))
    return network


def batch_loss(network: ReaderNetwork, windows: Sequence[Window], recipe: Recipe, progress: float) -> Tensor:
    """Mean loss per cue of one batch."""
    packed = pack(windows, recipe.masked)
    with torch.autocast("cpu", torch.bfloat16):
        states, outputs = network.encode(*packed)
    outputs = outputs.float()
    lengths = torch.tensor([window.words.length for window in windows])
    loss = cue_loss(outputs, network.cue_moves, cue_tags(windows, outputs.shape[1]), lengths)
    chosen = targets(windows, outputs.detach() if progress > recipe.spurious_from else None)
    if chosen:
        index, places, gold, reach = role_batch(windows, chosen, outputs.shape[1], wide=recipe.wide)
        with torch.autocast("cpu", torch.bfloat16):
            roles = network.roles(states.flatten(0, 1), index, places)[: len(chosen)].float()
        in_cue = (places[: len(chosen)] == IN_CUE)[:, :, None] & ROLES_OF_OUTPUTS
        loss = loss + role_loss(roles.masked_fill(in_cue, CLOSED), network.role_moves, gold, reach)
    return loss / max(1, len(chosen))


class Run:
    """One training run: optimiser, schedule, and the running average of the weights."""

    def __init__(self, network: ReaderNetwork, recipe: Recipe, steps: int) -> None:
        heads = [value for name, value in network.named_parameters() if not name.startswith("encoder.")]
        groups = [
            {"params": list(network.encoder.parameters()), "lr": recipe.encoder_rate},
            {"params": heads, "lr": recipe.head_rate},
        ]
        self.network, self.recipe, self.steps, self.done = network, recipe, steps, 0
        self.optimizer = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.average = AveragedModel(network, avg_fn=self._mean)

    def _rate(self, step: int) -> float:
        warm = self.recipe.warmup * self.steps
        return min(step / warm, max(0.0, (self.steps - step) / (self.steps - warm)))

    def _mean(self, mean: Tensor, new: Tensor, count: Tensor | int) -> Tensor:
        return torch.lerp(mean, new, 1 - min(self.recipe.average, float((1 + count) / (10 + count))))

    def step(self, windows: Sequence[Window]) -> float:
        """Learn from one batch; returns its loss."""
        self.network.train()
        loss = batch_loss(self.network, windows, self.recipe, self.done / self.steps)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.network)
        self.done += 1
        return loss.item()


def train(
    network: ReaderNetwork,
    recipe: Recipe,
    examples: Sequence[Example],
    dev: list[GoldArticle],
    tokenizer: Tokenizer,
    out: Path,
) -> Path:
    """Train a network and keep its best epoch's weights in ``out``; prints as it goes."""
    out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(recipe.seed)
    plan = [list(epoch(examples, recipe, chance)) for _ in range(recipe.epochs)]
    run = Run(network, recipe, sum(map(len, plan)))
    began, best = time.time(), -1.0
    for number, chunks in enumerate(plan, 1):
        for chunk in chunks:
            loss = run.step(chunk)
            if run.done % 50 == 0:
                print(
                    f"seed {recipe.seed} {run.done}/{run.steps} {time.time() - began:.0f} s, loss {loss:.2f}",
                    flush=True,
                )
        report = measure(run.average.module, dev, tokenizer)
        found = {"epoch": number, "seconds": round(time.time() - began), **figures(report)}
        print(json.dumps(found), flush=True)
        if quality(report) > best:
            best = quality(report)
            save(run.average.module, out)
            (out / "recipe.json").write_text(json.dumps({**asdict(recipe), "dev": found}, indent=1))
    return out


def save(network: ReaderNetwork, out: Path) -> None:
    """Write the weights to the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, str(out / WEIGHTS))


def load(folder: Path) -> ReaderNetwork:
    """A network with the weights of ``folder``."""
    network = ReaderNetwork()
    network.load_state_dict(load_file(str(folder / WEIGHTS)))
    return network
