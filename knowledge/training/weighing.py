"""Fits the network of the reranker: the right candidate of each question against the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch.nn import functional

from knowledge.retrieval.reranker import Network

HIDDEN = 16
"""Hidden units of each of the networks that are fitted."""
NETWORKS = 3
"""So many are fitted from other beginnings; their sum is one network of all their units."""
EPOCHS = 10
BATCH = 64
LEARNING_RATE = 5e-3
WEIGHT_DECAY = 1e-2


@dataclass(frozen=True)
class Choice:
    """The candidates of one question.

    Attributes:
        features: shape (candidates, features).
        right: the place of the one that answers it.
    """

    features: NDArray[np.float32]
    right: int


def fitted(choices: Sequence[Choice], seed: int = 0) -> Network:
    """The network that gives the right candidates the highest probability (listwise softmax).

    Cao and others: "Learning to Rank: From Pairwise Approach to Listwise Approach" (ICML 2007).

    Args:
        choices: with equally many candidates each; those with fewer are left out.
        seed: of the first weights and of the order.

    Raises:
        ValueError: there are no choices.
    """
    if not choices:
        raise ValueError("nothing to fit to")
    most = max(len(choice.features) for choice in choices)
    whole = [choice for choice in choices if len(choice.features) == most]
    values = np.stack([choice.features for choice in whole]).astype(np.float32)
    rows = values.reshape(-1, values.shape[-1])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    features = torch.from_numpy((values - mean) / spread)
    right = torch.tensor([choice.right for choice in whole])
    networks = [_one(features, right, seed + n) for n in track(range(NETWORKS), "reranker")]
    inner = np.concatenate([_array(net[0].weight).T for net in networks], axis=1)
    constant = np.concatenate([_array(net[0].bias) for net in networks])
    outer = np.concatenate([_array(net[2].weight)[0] for net in networks])
    scaled = inner / spread[:, None]
    return Network(scaled, constant - mean @ scaled, outer)


def _one(features: torch.Tensor, right: torch.Tensor, seed: int) -> torch.nn.Sequential:
    torch.manual_seed(seed)
    network = torch.nn.Sequential(
        torch.nn.Linear(features.shape[-1], HIDDEN),
        torch.nn.Tanh(),
        torch.nn.Linear(HIDDEN, 1, bias=False),
    )
    optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    for _ in range(EPOCHS):
        for batch in torch.split(torch.randperm(len(features)), BATCH):
            loss = functional.cross_entropy(network(features[batch])[..., 0], right[batch])
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
    return network


def _array(weights: object) -> NDArray[np.float64]:
    assert isinstance(weights, torch.Tensor)
    found: NDArray[np.float64] = weights.detach().numpy().astype(np.float64)
    return found
