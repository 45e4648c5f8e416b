"""How good a network is on a part of PolNeAR, through the same steps as the product."""

from __future__ import annotations

import numpy as np
import torch
from tokenizers import Tokenizer

from attribune.article import Article
from attribune.evaluate.gold import GoldArticle, Roles, attributions_of
from attribune.evaluate.report import Report
from attribune.evaluate.scoring import evaluate
from attribune.extract import find_statements
from attribune.reader.bundle import Lattice
from attribune.reader.predictor import Predictor
from training.export import WINDOW
from training.network import ReaderNetwork


class TorchBackend:
    """The network in torch, behind the contract that ONNX Runtime fulfils in the product."""

    def __init__(self, network: ReaderNetwork) -> None:
        self.network = network.eval()

    @torch.no_grad()
    def encode(self, pieces: np.ndarray, signs: np.ndarray, first: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with torch.autocast("cpu", torch.bfloat16):
            given = (torch.from_numpy(one)[None] for one in (pieces, signs, first))
            states, cues = self.network.encode(*given, padded=False)
        return states[0].float().numpy(), cues[0].float().numpy()

    @torch.no_grad()
    def roles(self, states: np.ndarray, index: np.ndarray, places: np.ndarray) -> np.ndarray:
        with torch.autocast("cpu", torch.bfloat16):
            return self.network.roles(*map(torch.from_numpy, (states, index, places))).float().numpy()


def lattice_of(network: ReaderNetwork, bias: float = 0.0) -> Lattice:
    """The learned moves as arrays."""
    return Lattice(network.cue_moves.detach().numpy(), network.role_moves.detach().numpy(), bias)


def measure(network: ReaderNetwork, articles: list[GoldArticle], tokenizer: Tokenizer, bias: float = 0.0) -> Report:
    """The report on what the network finds in the articles."""
    predictor = Predictor(tokenizer, TorchBackend(network), lattice_of(network, bias), WINDOW)

    def read(text: str) -> tuple[Roles, ...]:
        article = Article(text)
        return attributions_of(find_statements(article, predictor.scores(article)))

    return evaluate(articles, read)


def figures(report: Report) -> dict[str, float]:
    """The figures that are quoted, rounded to a tenth."""
    return {name: round(value, 1) for name, value in report.figures()}


def quality(report: Report) -> float:
    """What dev chooses by: whole attributions, lenient and exact."""
    return report.lenient.f1 + report.exact.f1
