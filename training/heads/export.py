"""Write the branch beside a bundle's encoder, which gets the shared layers' states as a further output."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch

from attribune.reader.bundle import CARD, ENCODER, FORMAT, HEADS, PIECES, ROLES
from training.export import quantise, write_graph
from training.heads.network import Branch
from training.heads.states import LAYER, TRUNK
from training.network import WIDTH

SHARED = "trunk"
OUTPUTS = ("names", "places", "factuality", "sought", "offered", "nobody")


def write_heads(branch: Branch, source: Path, out: Path, *, version: str, plain: bool = False) -> None:
    """The bundle of ``source`` with the branch added, in the folder ``out``; ``plain`` keeps the branch in fp32."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        graph = Path(scratch) / HEADS
        _export(branch, graph)
        shutil.copy(graph, out / HEADS) if plain else quantise(graph, out / HEADS)
    _share_states(source / ENCODER, out / ENCODER)
    for name in (ROLES, PIECES):
        if source != out:
            shutil.copy(source / name, out / name)
    card = json.loads((source / CARD).read_text(encoding="utf8"))
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in (ENCODER, HEADS, ROLES, PIECES)}
    distance = [round(value, 5) for value in branch.distance.tolist()]
    card |= {"format": FORMAT, "version": version, "distance": distance, "files": files}
    (out / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


def _export(branch: Branch, path: Path) -> None:
    branch.eval()
    words = torch.arange(1, 8)[None].expand(2, -1)
    given = {SHARED: ("b", "l"), "shapes": ("b", "w"), "first": ("b", "w")}
    made = dict.fromkeys(OUTPUTS, ("b", "w"))
    write_graph(branch, (torch.zeros(2, 12, WIDTH), torch.ones_like(words), words), path, given, made)


def _share_states(source: Path, target: Path) -> None:
    """The encoder's graph with the states behind the shared layers as its third output; nothing else changes."""
    model = onnx.load(str(source))
    outputs = model.graph.output
    if SHARED not in {one.name for one in outputs}:
        inner = LAYER.format(TRUNK - 1)
        model.graph.node.append(onnx.helper.make_node("Identity", [inner], [SHARED], name="share"))
        shape = ["b", "l", WIDTH]
        outputs.append(onnx.helper.make_tensor_value_info(SHARED, onnx.TensorProto.FLOAT, shape))
    onnx.save(model, str(target))
