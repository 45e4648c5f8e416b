"""The reader's network: a MiniLM encoder, a cue head, and a small transformer that reads around each cue.

The encoder is BERT's (Devlin et al. 2019) with MiniLM's six layers of 384 (Wang et al. 2020). Cues are a linear-chain
CRF over begin, inside, outside. For each cue, the words around it are read once more, at half the width,
knowing where the cue is; a second CRF holds at most one source and any pieces of content.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribune.reader.lattice import (
    ALLOWED,
    CONTENT_ENDS,
    CONTENT_STARTS,
    CUE_ALLOWED,
    CUE_FIRST,
    FIRST,
    NEVER,
    ROLE_OF_STATE,
    ROLE_OUTPUTS,
    SOURCE_ENDS,
    SOURCE_STARTS,
)
from attribune.reader.scores import IN_CUE, PADDING, PLACES
from attribune.reader.tokens import SIGNS

WIDTH, LAYERS, HEADS = 384, 6, 12
ROLE_WIDTH, ROLE_LAYERS, ROLE_HEADS = 192, 2, 6


class Attention(nn.Module):
    """Self-attention with one product for query, key and value, which is faster once quantised."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.entry = nn.Linear(width, 3 * width)
        self.exit = nn.Linear(width, width)

    def forward(self, states: Tensor, padding: Tensor | None) -> Tensor:
        """States [b, l, d]; ``padding`` [b, l] is true where there is no word, None where all are words."""
        parts = self.entry(states).chunk(3, -1)
        if torch.onnx.is_in_onnx_export():
            return self.exit(Fused.apply(*parts, None if padding is None else (~padding).int(), self.heads))
        return self.exit(attend(*parts, padding, self.heads))


def attend(query: Tensor, key: Tensor, value: Tensor, padding: Tensor | None, heads: int) -> Tensor:
    """Scaled dot-product attention, [b, l, d].

    Written out: at these lengths torch's own operator takes four times as long backwards on a CPU.
    """
    size, length, width = query.shape
    query, key, value = (one.reshape(size, length, heads, -1).transpose(1, 2) for one in (query, key, value))
    weights = query @ key.transpose(2, 3) * (width // heads) ** -0.5
    if padding is not None:
        weights = weights + (padding[:, None, None, :] * NEVER.item()).to(weights.dtype)
    mixed = weights.softmax(-1).to(value.dtype) @ value
    return mixed.transpose(1, 2).reshape(size, length, width)


class Fused(torch.autograd.Function):
    """The same as ONNX Runtime's MultiHeadAttention: no transposes, a tenth off the encoder's time."""

    @staticmethod
    def symbolic(graph, query, key, value, present, heads):
        inputs = [query, key, value]
        if present is not None:
            nothing = graph.op("prim::Constant")
            nothing.setType(torch._C.NoneType.get())
            inputs += [nothing, present]
        return graph.op("com.microsoft::MultiHeadAttention", *inputs, num_heads_i=heads).setType(query.type())

    @staticmethod
    def forward(_context, query, key, value, present, heads):
        return attend(query, key, value, None if present is None else present == 0, heads)


class EncoderLayer(nn.Module):
    """One layer of BERT: attention and feed-forward, each normalised after its sum."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, states: Tensor, padding: Tensor | None) -> Tensor:
        states = self.attention_norm(states + self.attention(states, padding))
        return self.norm(states + self.narrow(functional.gelu(self.wide(states))))


class Encoder(nn.Module):
    """MiniLM with four token types: in or outside a quotation, at a paragraph's start or not."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.signs = nn.Embedding(SIGNS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(WIDTH, HEADS, 4 * WIDTH) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, signs: Tensor, *, padded: bool = True) -> Tensor:
        order = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.words(pieces) + self.positions(order)[None] + self.signs(signs))
        padding = pieces == 0 if padded else None
        for layer in self.layers:
            states = layer(states, padding)
        return states


class RoleLayer(nn.Module):
    """A pre-normalised transformer layer at half the encoder's width."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(ROLE_WIDTH)
        self.attention = Attention(ROLE_WIDTH, ROLE_HEADS)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.wide = nn.Linear(ROLE_WIDTH, 2 * ROLE_WIDTH)
        self.narrow = nn.Linear(2 * ROLE_WIDTH, ROLE_WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, padding: Tensor | None) -> Tensor:
        states = states + self.attention(self.attention_norm(states), padding)
        return states + self.dropout(self.narrow(functional.gelu(self.wide(self.norm(states)))))


class Roles(nn.Module):
    """Role outputs of the words around each cue."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.entry = nn.Linear(WIDTH, ROLE_WIDTH)
        self.cue = nn.Linear(WIDTH, ROLE_WIDTH)
        self.places = nn.Embedding(PLACES, ROLE_WIDTH)
        self.layers = nn.ModuleList(RoleLayer(dropout) for _ in range(ROLE_LAYERS))
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.exit = nn.Linear(ROLE_WIDTH, ROLE_OUTPUTS)
        nn.init.normal_(self.places.weight, std=0.1)

    def forward(self, states: Tensor, index: Tensor, places: Tensor) -> Tensor:
        """``states`` [t, d], ``index`` and ``places`` [n, k]; outputs [n, k, 7]."""
        near = states[index]
        in_cue = (places == IN_CUE).to(near.dtype)
        cue = torch.einsum("nk,nkd->nd", in_cue, near) / in_cue.sum(1, keepdim=True).clamp(min=1)
        cue = self.cue(cue)[:, None]
        words = self.entry(states)[index]
        mixed = words + self.places(places) + cue + words * cue
        for layer in self.layers:
            mixed = layer(mixed, places == PADDING)
        return self.exit(self.norm(mixed))


class ReaderNetwork(nn.Module):
    """Encoder, cue head and roles, with the moves of both lattices."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(dropout)
        self.cue = nn.Linear(WIDTH, 3)
        self.roles = Roles(dropout)
        self.cue_moves = nn.Parameter(torch.zeros(3, 3))
        self.role_moves = nn.Parameter(torch.zeros(5, 5))

    def encode(self, pieces: Tensor, signs: Tensor, first: Tensor, *, padded: bool = True) -> tuple[Tensor, Tensor]:
        """States [b, w, d] and cue outputs [b, w, 3] of the words that start at pieces ``first``.

        ``padded`` says that rows may end with piece 0, which nothing attends to.
        """
        states = self.encoder(pieces, signs, padded=padded)
        words = states.gather(1, first[:, :, None].expand(-1, -1, states.shape[-1]))
        return words, self.cue(self.dropout(words))


def cue_loss(outputs: Tensor, moves: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
    """Negative log likelihood of the gold cue tags [b, w], summed."""
    first = outputs[:, 0].masked_fill(~torch.from_numpy(CUE_FIRST), float(NEVER))
    allowed = moves.masked_fill(~torch.from_numpy(CUE_ALLOWED), float(NEVER))
    return chain_loss(first, outputs[:, 1:, None, :] + allowed, tags, lengths)


def role_loss(outputs: Tensor, moves: Tensor, states: Tensor, lengths: Tensor) -> Tensor:
    """Negative log likelihood of the gold lattice states [n, k], summed."""
    role = torch.from_numpy(ROLE_OF_STATE)
    emission = outputs[:, :, role]
    nothing = torch.zeros_like(outputs[:, :, 0])
    source = outputs[..., SOURCE_STARTS], outputs[..., SOURCE_ENDS]
    content = outputs[..., CONTENT_STARTS], outputs[..., CONTENT_ENDS]
    starts = torch.stack([nothing, content[0], source[0], nothing, content[0]], -1)
    ends = torch.stack([nothing, content[1], source[1], nothing, content[1]], -1)
    change = (role[:, None] != role[None, :]).float()
    steps = emission[:, 1:, None, :] + moves.masked_fill(~torch.from_numpy(ALLOWED), float(NEVER))
    steps = steps + change * (starts[:, 1:, None, :] + ends[:, :-1, :, None])
    first = (emission[:, 0] + starts[:, 0]).masked_fill(~torch.from_numpy(FIRST), float(NEVER))
    return chain_loss(first, steps, states, lengths)


def chain_loss(first: Tensor, steps: Tensor, path: Tensor, lengths: Tensor) -> Tensor:
    """Log partition minus the path's score; a tree of products makes it logarithmic in the length."""
    states = first.shape[1]
    live = torch.arange(1, path.shape[1])[None, :] < lengths[:, None]
    still = torch.full((states, states), float(NEVER)).fill_diagonal_(0.0)
    moves = torch.where(live[:, :, None, None], steps, still)
    total = torch.logsumexp(first[:, :, None] + _product(moves, still), dim=(1, 2))
    picked = steps.flatten(2).gather(2, (path[:, :-1] * states + path[:, 1:])[:, :, None])[:, :, 0]
    gold = first.gather(1, path[:, :1])[:, 0] + (picked * live).sum(1)
    return (total - gold).sum()


def _product(moves: Tensor, still: Tensor) -> Tensor:
    """Product of all moves of each sequence in the log semiring, [n, states, states]."""
    if not moves.shape[1]:
        return still.expand(moves.shape[0], -1, -1)
    while moves.shape[1] > 1:
        if moves.shape[1] % 2:
            moves = torch.cat([moves, still.expand(moves.shape[0], 1, -1, -1)], 1)
        moves = torch.logsumexp(moves[:, ::2, :, :, None] + moves[:, 1::2, None, :, :], dim=3)
    return moves[:, 0]


def load_minilm(network: ReaderNetwork, weights: dict[str, Tensor]) -> None:
    """Put MiniLM's published weights into the encoder."""
    encoder = network.encoder
    own = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "signs.weight": weights["embeddings.token_type_embeddings.weight"][:1].repeat(SIGNS, 1),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        own |= {f"layers.{number}.{name}": value for name, value in minilm_layer(weights, number).items()}
    encoder.load_state_dict(own)


def minilm_layer(weights: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    """MiniLM's published layer of that number, as weights of an :class:`EncoderLayer`."""
    old = f"encoder.layer.{number}."
    own = {}
    for kind in ("weight", "bias"):
        parts = [weights[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        own[f"attention.entry.{kind}"] = torch.cat(parts)
        own[f"attention.exit.{kind}"] = weights[f"{old}attention.output.dense.{kind}"]
        own[f"attention_norm.{kind}"] = weights[f"{old}attention.output.LayerNorm.{kind}"]
        own[f"wide.{kind}"] = weights[f"{old}intermediate.dense.{kind}"]
        own[f"narrow.{kind}"] = weights[f"{old}output.dense.{kind}"]
        own[f"norm.{kind}"] = weights[f"{old}output.LayerNorm.{kind}"]
    return own
