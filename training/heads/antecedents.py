"""How well each candidate fits a sought mention, as the product's :mod:`attribune.extract.links` computes it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from attribune.reader.heads import VECTOR
from training.heads.batch import Batch, Target
from training.heads.network import Branch


def antecedent_losses(
    branch: Branch, batch: Batch, sought: Tensor, offered: Tensor, nobody: Tensor
) -> Iterator[Tensor]:
    """For every sought mention the negative log probability of its right candidates, or of nobody."""
    sought, offered, nobody = sought.flatten(0, 1), offered.flatten(0, 1), nobody.flatten()
    for item, rows in zip(batch.items, batch.rows, strict=True):
        for target in item.targets:
            scores = candidate_scores(branch, target, rows, sought, offered)
            at = torch.from_numpy(rows[target.sought.start : target.sought.end])
            scores = torch.cat([nobody[at].mean()[None], scores])
            right = torch.tensor([not any(target.right), *target.right])
            yield torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)


def candidate_scores(branch: Branch, target: Target, rows: np.ndarray, sought: Tensor, offered: Tensor) -> Tensor:
    """How well each candidate of a sought mention fits it."""
    query = sought[torch.from_numpy(rows[target.sought.start : target.sought.end])].mean(0)
    spans = [torch.from_numpy(rows[one.start : one.end]) for one in target.candidates]
    keys = torch.stack([offered[one].mean(0) for one in spans])
    return keys @ query / VECTOR**0.5 + branch.distance[torch.tensor(target.distances)]
