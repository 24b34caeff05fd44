"""What the embedding model is trained on, gathered for the scripts that train with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from knowledge.training.articles import Article, read_corpora, split_held_out
from knowledge.training.asked import read_asked
from knowledge.training.embedding import Plan, Trainer
from knowledge.training.sources import Source, folder_sources, sources_of
from knowledge.training.tokenizer import RAREST_PAIR, build_tokenizer
from knowledge.training.wording import Everyday

HELD_OUT_SHARE = 0.1


@dataclass(frozen=True)
class Material:
    """What a model is trained on, and what is kept from it.

    Attributes:
        training: articles that it sees.
        held_out: articles that it does not see.
        asked: questions that were written about articles that it sees.
        folder: sources of the knowledge folder.
        everyday: what people say instead of official terms.
    """

    training: Sequence[Article]
    held_out: Sequence[Article]
    asked: Mapping[Article, tuple[str, ...]]
    folder: Sequence[Source]
    everyday: Everyday

    @classmethod
    def gathered(cls, corpora: Sequence[Path], documents: Path, asked: Path, seed: int) -> Material:
        """Reads it.

        Args:
            corpora: folders of corpora, or corpus files.
            documents: the knowledge folder.
            asked: questions about articles.
            seed: decides which documents are held out.

        Raises:
            NtmError: something of it cannot be read.
        """
        training, held_out = split_held_out(read_corpora(corpora), HELD_OUT_SHARE, seed)
        return cls(
            training,
            held_out,
            read_asked(asked, training),
            folder_sources([documents]),
            Everyday.read(),
        )

    def without(self, articles: Sequence[Article]) -> Material:
        """The same without some of the articles that it sees."""
        gone = set(articles)
        return replace(
            self,
            training=[article for article in self.training if article not in gone],
            held_out=[*self.held_out, *articles],
            asked={each: asked for each, asked in self.asked.items() if each not in gone},
        )

    def tokenizer(self, vocabulary: int) -> Tokenizer:
        """The tokenizer for it, of so many tokens at most."""
        return build_tokenizer(self._texts(), vocabulary)

    def trainer(self, tokenizer: Tokenizer, plan: Plan) -> Trainer:
        """Trains on it."""
        corpora = sources_of(self.training, self.asked)
        return Trainer(tokenizer, corpora, self.folder, self.everyday, plan)

    def _texts(self) -> Iterator[str]:
        """What the vocabulary is counted on; everyday ways as often as a pair must be seen."""
        for article in self.training:
            yield f"{article.title}. {article.text}"
            yield from self.asked.get(article, ())
        for source in self.folder:
            yield ". ".join(source.segments)
            yield from source.questions
        for ways in self.everyday.ways.values():
            for way in ways:
                yield f"{way}. " * RAREST_PAIR
