"""all-MiniLM-L6-v2 as the teacher: whole sentences to the vectors that a small table is to imitate."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

OPSET = 17
LONGEST = 96  # word pieces of a text that are read
TOGETHER = 2048  # word pieces of a batch; all texts of one are as long, so nothing is padded


class Graph(nn.Module):
    """MiniLM and the mean over its states, as its makers use it (Reimers and Gurevych 2019)."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        states = self.encoder.embeddings(input_ids=pieces, token_type_ids=torch.zeros_like(pieces))
        for layer in self.encoder.encoder.layer:
            given = layer(states, None)
            states = given[0] if isinstance(given, tuple) else given
        return nn.functional.normalize(states.mean(1), dim=-1)


class Teacher:
    """Runs the graph in ONNX Runtime, in fp32: three times as fast as torch on a CPU."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        encoder = BertModel.from_pretrained(folder, attn_implementation="eager").eval()
        self.words: np.ndarray = encoder.embeddings.word_embeddings.weight.detach().numpy()
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.log_severity_level = threads, 3
        with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            path = str(Path(scratch) / "teacher.onnx")
            axes = {"pieces": {0: "b", 1: "l"}, "vectors": {0: "b"}}
            torch.onnx.export(
                Graph(encoder), (torch.ones(2, 12, dtype=torch.long),), path, input_names=["pieces"],
                output_names=["vectors"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
            )  # fmt: skip
            self.session = onnxruntime.InferenceSession(path, options, disabled_optimizers=["SkipLayerNormFusion"])

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [n, 384], float16."""
        return self.of_pieces([one.ids for one in self.tokenizer.encode_batch(list(texts))])

    def of_pieces(self, ids: Sequence[Sequence[int]]) -> np.ndarray:
        """Unit vectors [n, 384] of word pieces with their frame, float16."""
        found = np.zeros((len(ids), self.words.shape[1]), dtype=np.float16)
        for length, group in groupby(sorted(range(len(ids)), key=lambda at: len(ids[at])), lambda at: len(ids[at])):
            same = list(group)
            step = max(1, TOGETHER // length)
            for batch in (same[start : start + step] for start in range(0, len(same), step)):
                found[batch] = self.session.run(None, {"pieces": np.array([ids[at] for at in batch])})[0]
        return found
