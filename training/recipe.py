"""Every choice that changes the weights, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Recipe:
    """How one network is trained.

    Rates are AdamW's peaks; ``batch`` counts words; windows are cut anew each epoch, at a width drawn between
    ``narrowest`` and ``widest`` word pieces; ``masked`` is the share of word pieces hidden; ``average`` the decay of
    the running average of the weights that is kept; from the share ``spurious_from`` of the run on, roles are
    learned for cues that the network wrongly finds, too; ``wide`` learns them from all of the window around a cue.
    """

    seed: int = 1
    epochs: int = 6
    encoder_rate: float = 1.5e-4
    head_rate: float = 7e-4
    weight_decay: float = 0.01
    warmup: float = 0.06
    batch: int = 3000
    narrowest: int = 96
    widest: int = 224
    masked: float = 0.1
    dropout: float = 0.1
    average: float = 0.997
    spurious_from: float = 0.15
    wide: bool = True


def finishing(recipe: Recipe) -> Recipe:
    """The second stage, at lower rates: roles from the cue's paragraph alone, as the product reads."""
    rates = {"encoder_rate": recipe.encoder_rate / 5, "head_rate": recipe.head_rate / 3.5}
    return replace(recipe, epochs=2, wide=False, spurious_from=0.0, **rates)
