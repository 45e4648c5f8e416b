"""Write a trained network as the reader's bundle: two ONNX graphs in int8, word pieces, card."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from attribune.reader.bundle import CARD, ENCODER, FORMAT, PIECES, ROLES
from training.network import WIDTH, ReaderNetwork

OPSET = 17
VERSION = "1"
WINDOW = 192  # word pieces, framing included


class EncoderGraph(nn.Module):
    """The first pass over one window, unpadded: pieces to word states and cue outputs."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, signs: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.encode(pieces, signs, first, padded=False)


def export(network: ReaderNetwork, folder: Path) -> None:
    """Both graphs in fp32."""
    network.eval()
    pieces = torch.ones(2, 12, dtype=torch.long)
    first = torch.ones(2, 7, dtype=torch.long)
    write_graph(
        EncoderGraph(network),
        (pieces, torch.zeros_like(pieces), first),
        folder / ENCODER,
        {"pieces": ("b", "l"), "signs": ("b", "l"), "first": ("b", "w")},
        {"word_states": ("b", "w"), "cues": ("b", "w")},
    )
    states, index = torch.zeros(9, WIDTH), torch.zeros(3, 5, dtype=torch.long)
    write_graph(
        network.roles,
        (states, index, torch.zeros_like(index)),
        folder / ROLES,
        {"states": ("t",), "index": ("n", "k"), "places": ("n", "k")},
        {"outputs": ("n", "k")},
    )


def write_graph(module: nn.Module, inputs: tuple[Tensor, ...], path: Path, given: dict, made: dict) -> None:
    """One module as an ONNX graph; ``given`` and ``made`` name inputs and outputs with their first axes."""
    axes = {name: dict(enumerate(names)) for name, names in {**given, **made}.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module, inputs, str(path), input_names=list(given), output_names=list(made),
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8, one scale a channel, constant weights only."""
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def write_bundle(network: ReaderNetwork, minilm: Path, out: Path, *, bias: float, plain: bool = False) -> None:
    """The folder that the package ships; ``plain`` keeps fp32."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        export(network, Path(scratch))
        for name in (ENCODER, ROLES):
            if plain:
                shutil.copy(Path(scratch) / name, out / name)
            else:
                quantise(Path(scratch) / name, out / name)
    tokenizer = json.loads((minilm / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (out / PIECES).write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in (ENCODER, ROLES, PIECES)}
    card = {
        "format": FORMAT,
        "name": "attribune-minilm",
        "version": VERSION,
        "window": WINDOW,
        "cue_bias": bias,
        "cue_moves": _rounded(network.cue_moves),
        "role_moves": _rounded(network.role_moves),
        "files": files,
    }
    (out / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


def _rounded(moves: Tensor) -> list[list[float]]:
    return [[round(value, 5) for value in row] for row in moves.tolist()]
