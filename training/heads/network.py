"""The branch: the shared layers' states and the words' shapes in, what the heads say of each word out."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribune.reader.heads import BUCKETS, NAME_TAGS, PLACE_TAGS, VECTOR
from attribune.reader.tokens import SHAPES
from training.network import HEADS, WIDTH, EncoderLayer, minilm_layer

OWN_LAYERS = 3


class Branch(nn.Module):
    """Encoder layers of the branch's own, and a linear head for each task."""

    def __init__(self, layers: int = OWN_LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.layers = nn.ModuleList(EncoderLayer(WIDTH, HEADS, 4 * WIDTH) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.places = nn.Linear(WIDTH, len(PLACE_TAGS))
        self.fact = nn.Sequential(nn.Linear(WIDTH, WIDTH // 2), nn.GELU(), nn.Linear(WIDTH // 2, 1))
        self.sought = nn.Linear(WIDTH, VECTOR)
        self.offered = nn.Linear(WIDTH, VECTOR)
        self.nobody = nn.Linear(WIDTH, 1)
        self.distance = nn.Parameter(torch.zeros(2 * BUCKETS))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(
        self, trunk: Tensor, shapes: Tensor, first: Tensor, padding: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """``trunk`` [b, l, d], ``shapes`` [b, w], ``first`` [b, w], ``padding`` [b, l] true where there is no piece.

        Each output is [b, w, ...]: name tags, place tags, factuality, and for antecedents the vectors of what is
        sought and offered, and the score of meaning nobody before it.
        """
        spread = torch.zeros_like(trunk).scatter(
            1, first[:, :, None].expand(-1, -1, trunk.shape[-1]), self.shapes(shapes)
        )
        states = trunk + spread
        for layer in self.layers:
            states = layer(states, padding)
        last = functional.pad(first[:, 1:] - 1, (0, 1)).clamp(min=0)
        last = torch.maximum(last, first)  # of the last word, and of padding, the first piece again
        words = _at(states, first) + _at(states, last)
        words = self.dropout(words)
        return (
            self.names(words),
            self.places(words),
            self.fact(words)[..., 0],
            self.sought(words),
            self.offered(words),
            self.nobody(words)[..., 0],
        )


def _at(states: Tensor, places: Tensor) -> Tensor:
    """The states [b, l, d] at ``places`` [b, w]."""
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[-1]))


def load_layers(branch: Branch, weights: dict[str, Tensor], first: int) -> None:
    """Put MiniLM's published layers, from number ``first`` on, into the branch's own."""
    for number, layer in enumerate(branch.layers, first):
        layer.load_state_dict(minilm_layer(weights, number))
