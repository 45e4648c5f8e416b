"""A last step for the head for places: of all labels theirs are the fewest, and the joint training leaves it behind."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.heads.batch import NOTHING, Item, pack
from training.heads.network import Branch

EPOCHS, TOGETHER, RATE, DECAY, DROPOUT = 15, 4096, 1e-3, 0.05, 0.2


def refit_places(branch: Branch, learn: Sequence[Item]) -> None:
    """Train the branch's linear head for places alone, on the words of the texts that have place labels."""
    states, tags = place_words(branch, [item for item in learn if item.read.labelled.places is not None])
    optimizer = torch.optim.AdamW(branch.places.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        for chunk in torch.randperm(len(states)).split(TOGETHER):
            output = branch.places(functional.dropout(states[chunk], DROPOUT))
            optimizer.zero_grad()
            functional.cross_entropy(output, tags[chunk]).backward()
            optimizer.step()


@torch.no_grad()
def place_words(branch: Branch, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """What the head for places is given for every labelled word [n, d], and the words' gold tags [n]."""
    branch.eval()
    given: list[Tensor] = []
    hook = branch.places.register_forward_hook(lambda _module, inputs, _output: given.append(inputs[0]))
    states, tags = [], []
    for start in range(0, len(items), 8):
        batch = pack(items[start : start + 8])
        branch(batch.trunk, batch.shapes, batch.first, batch.padding)
        known = batch.places != NOTHING
        states.append(given.pop()[known])
        tags.append(batch.places[known])
    hook.remove()
    return torch.cat(states), torch.cat(tags)
