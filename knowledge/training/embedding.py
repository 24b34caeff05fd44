"""Training of the static embedding.

A static embedding is one vector a token; a text's vector is their mean,
scaled to length 1. It has no layers to run, so a query costs well under a
millisecond and training takes minutes on one core.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from rich.progress import Progress
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer
from torch.nn import functional

from knowledge.training.bags import bags_of, embedded, semantic_table, summed
from knowledge.training.checkpoint import Checkpoint, State
from knowledge.training.examples import Draw, Drawer, Example, batches, first_segments
from knowledge.training.negatives import mined
from knowledge.training.sources import Source
from knowledge.training.wording import Everyday

LEARNING_RATE = 0.01
WARM_UP_SHARE = 0.1
# Cosines are multiplied by this before the softmax: the inverse of a temperature of 0.05.
SCALE = 20.0
INITIAL_SPREAD = 0.1
# Written questions in each batch, beside the made-up ones.
WRITTEN = 1024
# Hard negatives join once the easy ones are told apart, after this share of the steps.
HARD_FROM = 0.2
# How much finding the passage of a question counts; the rest is finding the question of a passage.
QUESTION_SHARE = 0.7


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        dimension: length of the embeddings.
        epochs: passes over the sources, each of which is asked about five times.
        seed: of the initial table and of everything drawn.
        batch: made-up questions in a batch.
    """

    dimension: int
    epochs: int
    seed: int
    batch: int = 1024


@dataclass(frozen=True)
class Trained:
    """A trained model and the loss of every step, in nats."""

    model: SentenceTransformer
    losses: list[float]


class Trainer:
    """Trains with in-batch negatives; the same arguments give the same model.

    Args:
        tokenizer: maps texts to the rows of the embedding table.
        corpora: sources that questions are made up about; some have written ones as well.
        folders: sources with written questions.
        everyday: what people say instead of official terms.
        plan: how to train.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        corpora: Sequence[Source],
        folders: Sequence[Source],
        everyday: Everyday,
        plan: Plan,
    ):
        self._tokenizer = tokenizer
        self._plan = plan
        self._articles = len(corpora)
        sources = [*corpora, *folders]
        self._drawer = Drawer(sources, everyday)
        self._sources = sources
        self._hard = mined(sources)
        self._firsts: list[int] = []
        texts: list[str] = []
        for source in sources:
            self._firsts.append(len(texts))
            texts += source.segments
        self._segments = bags_of(tokenizer, texts)
        self._wholes = [
            range(first, first + len(source.segments))
            for first, source in zip(self._firsts, sources, strict=True)
        ]
        self._training = _digest(
            tokenizer.to_str(), repr(asdict(plan)), repr(everyday.ways), *texts
        )

    def train(self, file: Path) -> Trained:
        """Trains from the beginning, or from where the checkpoint in the file left off.

        Raises:
            ValueError: there are fewer than two articles.
        """
        if self._articles < 2:
            raise ValueError("no pairs to train on")
        checkpoint = Checkpoint(file, self._training)
        state = checkpoint.load()
        table = torch.nn.Parameter(state.table if state else self._initial_table())
        optimiser = torch.optim.Adam([table], lr=LEARNING_RATE, betas=(0.9, 0.99))
        losses: list[float] = []
        done = 0
        if state:
            optimiser.load_state_dict(state.optimiser)
            losses, done = state.losses, state.epochs
        with Progress() as progress:
            total = self._plan.epochs * len(self._epoch(0)[1])
            task = progress.add_task("training", total=total, completed=len(losses))
            for epoch in range(done, self._plan.epochs):
                rng, drawn = self._epoch(epoch)
                for draw, places in drawn:
                    for group in optimiser.param_groups:
                        group["lr"] = LEARNING_RATE * _rate(len(losses) / total)
                    made = [draw(place, rng) for place in places]
                    written = self._drawer.written(WRITTEN, rng)
                    hard = self._harder(written, rng) if len(losses) > HARD_FROM * total else []
                    loss = self._loss([*made, *written], hard, table)
                    optimiser.zero_grad()
                    torch.autograd.backward(loss)
                    optimiser.step()
                    losses.append(loss.item())
                    progress.update(task, advance=1, description=f"loss {losses[-1]:.3f}")
                checkpoint.save(State(epoch + 1, table.detach(), optimiser.state_dict(), losses))
        model = _model(self._tokenizer, table.detach())
        checkpoint.remove()
        return Trained(model, losses)

    def _epoch(self, number: int) -> tuple[random.Random, list[tuple[Draw, list[int]]]]:
        """The random numbers of an epoch, and its batches: the same when training is resumed."""
        rng = random.Random(f"{self._plan.seed} {number}")
        return rng, batches(self._drawer, self._articles, self._plan.batch, rng)

    def _initial_table(self) -> torch.Tensor:
        wholes = summed(self._segments, self._wholes[: self._articles])
        plan = self._plan
        return torch.from_numpy(semantic_table(wholes, plan.dimension, INITIAL_SPREAD, plan.seed))

    def _harder(self, written: Sequence[Example], rng: random.Random) -> list[list[int]]:
        """The segments of a hard negative for each written question that has any."""
        chosen = [
            rng.choice(self._hard[example.source])
            for example in written
            if self._hard.get(example.source)
        ]
        return [
            [self._firsts[place] + n for n in first_segments(self._sources[place])]
            for place in chosen
        ]

    def _loss(
        self, examples: Sequence[Example], hard: Sequence[list[int]], table: torch.Tensor
    ) -> torch.Tensor:
        """InfoNCE (van den Oord et al., 2018) both ways; the other passages are the negatives."""
        questions = bags_of(self._tokenizer, [example.question for example in examples])
        meant = [
            [self._firsts[example.source] + segment for segment in example.segments]
            for example in examples
        ]
        passages = summed(self._segments, [*meant, *hard])
        scores = SCALE * embedded(questions, table) @ embedded(passages, table).T
        own = torch.arange(len(examples))
        forth = functional.cross_entropy(scores, own)
        back = functional.cross_entropy(scores[:, : len(examples)].T, own)
        return QUESTION_SHARE * forth + (1 - QUESTION_SHARE) * back


def save_model(model: SentenceTransformer, folder: Path) -> None:
    """Writes the model; other files in the folder stay."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save(str(folder), create_model_card=False)


def _model(tokenizer: Tokenizer, table: torch.Tensor) -> SentenceTransformer:
    """The model with its weights rounded to 16-bit floats, so that git compresses them better.

    They stay 32-bit numbers: sentence-transformers does not cast 16-bit
    weights at load, and normalising the empty text in 16 bits gives NaN.
    """
    static = StaticEmbedding(tokenizer, embedding_weights=table.half().float())
    return SentenceTransformer(modules=[static, Normalize()], device="cpu").eval()


def _rate(done: float) -> float:
    """Share of the learning rate after this share of the steps: up in a line, down in a cosine."""
    if done < WARM_UP_SHARE:
        return max(0.01, done / WARM_UP_SHARE)
    return (1 + math.cos(math.pi * (done - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))) / 2


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()
