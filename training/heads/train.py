"""Train the branch on all corpora at once; the parts kept for measuring choose nothing but are printed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel

from training.heads.antecedents import antecedent_losses
from training.heads.batch import NOTHING, Batch, Item, epoch, pack
from training.heads.measure import measure
from training.heads.network import Branch

WEIGHTS = "branch.safetensors"


@dataclass(frozen=True)
class HeadRecipe:
    """How the branch is trained: AdamW's peak rates, word pieces a ``batch``; the last four weigh the losses."""

    seed: int = 1
    epochs: int = 5
    layer_rate: float = 3e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.02
    warmup: float = 0.06
    batch: int = 3500
    hidden: float = 0.1  # share of words whose states are hidden
    average: float = 0.995
    names: float = 1.0
    places: float = 0.4
    factuality: float = 0.3
    antecedents: float = 0.5


SHARES = {"masked": 0.25, "ecb": 0.5, "factuality/UDS_IH2": 0.6}  # of a corpus's texts that each epoch draws


def losses(branch: Branch, batch: Batch, recipe: HeadRecipe) -> dict[str, Tensor]:
    """The weighted loss of each task of which the batch has labels."""
    trunk = batch.trunk
    if branch.training and recipe.hidden:
        trunk = trunk * (torch.rand(trunk.shape[:2]) > recipe.hidden)[:, :, None]
    names, places, facts, sought, offered, nobody = branch(trunk, batch.shapes, batch.first, batch.padding)
    found = {}
    for label, output, gold, weight in (
        ("names", names, batch.names, recipe.names),
        ("places", places, batch.places, recipe.places),
    ):
        known = int((gold != NOTHING).sum())
        if known:
            loss = functional.cross_entropy(output.flatten(0, 1), gold.flatten(), ignore_index=NOTHING)
            found[label] = weight * loss * min(1.0, known / 1000)
    known = ~torch.isnan(batch.factuality)
    if known.any():
        loss = functional.huber_loss(facts[known], batch.factuality[known])
        found["factuality"] = recipe.factuality * loss * min(1.0, int(known.sum()) / 100)
    chosen = list(antecedent_losses(branch, batch, sought, offered, nobody))
    if chosen:
        found["antecedents"] = recipe.antecedents * torch.stack(chosen).mean() * min(1.0, len(chosen) / 20)
    return found


def train(branch: Branch, recipe: HeadRecipe, learn: Sequence[Item], kept: Sequence[Item], out: Path) -> Branch:
    """The running average of the branch's weights after training; prints as it goes, saves after each epoch."""
    out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(recipe.seed)
    plan = [_draw(learn, recipe, chance) for _ in range(recipe.epochs)]
    steps = sum(map(len, plan))
    layers = [value for name, value in branch.named_parameters() if name.startswith("layers.")]
    heads = [value for name, value in branch.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": layers, "lr": recipe.layer_rate}, {"params": heads, "lr": recipe.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)
    warm = recipe.warmup * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.01, (steps - step) / (steps - warm)))
    )
    average = AveragedModel(
        branch, avg_fn=lambda mean, new, count: mean + (new - mean) * max(1 - recipe.average, 9 / (10 + float(count)))
    )
    began, done = time.time(), 0
    for number, chunks in enumerate(plan, 1):
        branch.train()
        sums: dict[str, float] = {}
        for chunk in chunks:
            found = losses(branch, pack([learn[index] for index in chunk]), recipe)
            loss = sum(found.values())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(branch)
            done += 1
            sums = {key: sums.get(key, 0.0) + value.item() for key, value in found.items()} | {
                key: value for key, value in sums.items() if key not in found
            }
            if done % 100 == 0:
                print(
                    f"{done}/{steps} {time.time() - began:.0f} s",
                    {k: round(v / 100, 3) for k, v in sums.items()},
                    flush=True,
                )
                sums = {}
        figures = measure(average.module, kept)
        print(json.dumps({"epoch": number, "seconds": round(time.time() - began), **figures}), flush=True)
        save_file({name: value.contiguous() for name, value in average.module.state_dict().items()}, str(out / WEIGHTS))
    return average.module


def _draw(learn: Sequence[Item], recipe: HeadRecipe, chance: random.Random) -> list[list[int]]:
    """One epoch's batches, as positions in ``learn``."""
    drawn = [
        index
        for index, item in enumerate(learn)
        if item.read.windows and chance.random() < SHARES.get(item.read.labelled.corpus, 1.0)
    ]
    chunks = epoch([learn[index] for index in drawn], recipe.batch, chance)
    return [[drawn[position] for position in chunk] for chunk in chunks]
