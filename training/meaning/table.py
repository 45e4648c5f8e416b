"""A row for each word piece, learned so that their sum is near the teacher's vector of the whole text.

The start is Model2Vec's (Tulkens and van Dongen 2024): every word piece by itself through the teacher, projected, and
weighed by how rare it is (Arora et al. 2017). Then the rows are trained on plain text by the cosine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from attribune.meaning.table import CARD, FORMAT, ROWS
from attribune.reader.bundle import PIECES, open_bundle

NAME, VERSION = "attribune-meaning", "1"
SIZE = 256
SMOOTHING = 1e-3  # a of Arora's a / (a + p)
EPOCHS, TOGETHER, RATE, SEED = 5, 2048, 5e-3, 1
HIDDEN = 0.1  # of the word pieces are left out of a text, so that no row leans on one neighbour
KEPT = 512  # word pieces of a text that are read


def projection(targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean [384] of the teacher's vectors and their first directions [384, SIZE], turned at random.

    Turned, each dimension holds as much as any other, so that sign bits alone preserve the angles best.
    """
    mean = targets.astype(np.float32).mean(0)
    sample = targets[:: max(1, len(targets) // 50_000)].astype(np.float32) - mean
    _, directions = np.linalg.eigh(sample.T @ sample)
    turned, _ = np.linalg.qr(np.random.default_rng(SEED).standard_normal((SIZE, SIZE)))
    return mean, (directions[:, ::-1][:, :SIZE] @ turned).astype(np.float32)


def first_rows(alone: np.ndarray, counts: np.ndarray, directions: np.ndarray) -> np.ndarray:
    """The rows to start from: the teacher's vectors of word pieces ``alone`` [V, 384], weighed by their ``counts``."""
    share = (counts + 0.5) / (counts.sum() + 0.5 * len(counts))
    wide = alone.astype(np.float32)
    return ((wide - wide.mean(0)) @ directions) * (SMOOTHING / (SMOOTHING + share))[:, None].astype(np.float32)


def train(rows: np.ndarray, texts: Sequence[Sequence[int]], targets: np.ndarray, *, epochs: int = EPOCHS) -> np.ndarray:
    """The rows after training on ``texts`` (word pieces) and their ``targets`` [n, SIZE]."""
    torch.manual_seed(SEED)
    draw = np.random.default_rng(SEED)
    bag = nn.EmbeddingBag.from_pretrained(torch.tensor(rows), freeze=False, mode="sum")
    optimiser = torch.optim.Adam(bag.parameters(), lr=RATE, fused=True)
    steps = epochs * (len(texts) // TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        order = draw.permutation(len(texts))
        losses = []
        for start in range(0, len(order) - TOGETHER + 1, TOGETHER):
            batch = order[start : start + TOGETHER]
            loss = _loss(bag, [texts[at] for at in batch], torch.tensor(targets[batch]).float(), draw)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch}: 1 - cosine {np.mean(losses):.4f}", flush=True)
    return bag.weight.detach().numpy()


def _loss(bag: nn.EmbeddingBag, texts: list[Sequence[int]], targets: torch.Tensor, draw: np.random.Generator):
    flat = np.concatenate([one[:KEPT] for one in texts])
    offsets = np.cumsum([0, *(min(len(one), KEPT) for one in texts)])[:-1]
    weights = torch.tensor((draw.random(len(flat)) >= HIDDEN).astype(np.float32))
    made = bag(torch.tensor(flat), torch.tensor(offsets), per_sample_weights=weights)
    return (1 - nn.functional.cosine_similarity(made, targets)).mean()


def silenced(rows: np.ndarray, tokenizer: Tokenizer) -> np.ndarray:
    """The rows with zeros for word pieces that mean nothing: signs, the unknown word, those that frame and pad."""
    rows = rows.copy()
    for word, at in tokenizer.get_vocab(with_added_tokens=True).items():
        if not any(letter.isalnum() for letter in word) or word.startswith("["):
            rows[at] = 0
    return rows


def write_table(rows: np.ndarray, folder: Path) -> None:
    """The rows in int8, one scale a row, with their card."""
    folder.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(np.abs(rows).max(1), 1e-12).astype("<f4") / np.float32(127)
    content = np.rint(rows / scales[:, None]).astype(np.int8).tobytes() + scales.astype("<f4").tobytes()
    (folder / ROWS).write_bytes(content)
    card = {
        "format": FORMAT, "name": NAME, "version": VERSION, "size": rows.shape[1], "pieces": len(rows),
        "sha256": hashlib.sha256(content).hexdigest(), "tokenizer": open_bundle().checksums[PIECES],
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
