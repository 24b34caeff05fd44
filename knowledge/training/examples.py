"""Examples drawn from sources: a question as people ask, and the passage that answers it.

Three kinds of questions are made up: from a title, from a part of a sentence
(the inverse cloze task of Lee, Chang, Toutanova, "Latent Retrieval", 2019), and
from both. What the question was made from is often missing in the passage, so
that the model must learn which other words go with it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.training.sources import Source
from knowledge.training.wording import Everyday, asked, thinned, window

# Shares of what a passage lacks, of words left out of questions, of terms said otherwise.
WITHOUT_NAME = 0.3
WITHOUT_TITLE = 0.5
WITHOUT_SENTENCE = 0.5
TITLE_WORDS_OUT = 0.2
SENTENCE_WORDS_OUT = 0.3
MIXED_TITLE_WORDS_OUT = 0.5
SAID_OTHERWISE = 0.7
# Longer titles are first sentences that the reader of the PDF took for one.
LONGEST_TITLE = 20
# Beyond this an article is an annex or a table.
MOST_SENTENCES = 40

NAME, TITLE, FIRST_SENTENCE = 0, 1, 2


@dataclass(frozen=True)
class Example:
    """A question and which segments of its source make up the passage.

    Attributes:
        question: the question.
        source: the source's place in the list.
        segments: places of the segments in `Source.segments`.
    """

    question: str
    source: int
    segments: tuple[int, ...]


class Drawer:
    """Draws examples; the same for the same random numbers.

    Args:
        sources: what questions are made about.
        everyday: what people say instead of official terms.
    """

    def __init__(self, sources: Sequence[Source], everyday: Everyday):
        self._sources = sources
        self._everyday = everyday
        self._asked = [place for place, source in enumerate(sources) if source.questions]

    def by_title(self, place: int, rng: random.Random) -> Example:
        """Asks for what the title names; where many articles bear it, with the document's name."""
        source = self._sources[place]
        words = self._said(source.title, rng).split()
        if not source.telling:
            words += source.name.split()
        matter = " ".join(thinned(words, TITLE_WORDS_OUT, rng))
        return self._example(place, matter, rng, title=rng.random() >= WITHOUT_TITLE)

    def by_sentence(self, place: int, rng: random.Random) -> Example:
        """Asks for a part of a sentence."""
        sentence = self._sentence(place, rng)
        words = window(self._words(place, sentence, rng), 6, 18, rng)
        matter = " ".join(thinned(words, SENTENCE_WORDS_OUT, rng))
        return self._example(place, matter, rng, title=True, sentence=sentence)

    def by_both(self, place: int, rng: random.Random) -> Example:
        """Asks for some words of the title and some of a sentence, in either order."""
        sentence = self._sentence(place, rng)
        words = window(self._words(place, sentence, rng), 4, 10, rng)
        title = self._said(self._sources[place].title, rng).split()[:LONGEST_TITLE]
        parts = [
            *thinned(title, MIXED_TITLE_WORDS_OUT, rng),
            *thinned(words, SENTENCE_WORDS_OUT, rng),
        ]
        cut = rng.choice((0, len(parts) // 2))
        matter = " ".join(parts[cut:] + parts[:cut])
        title_stays = rng.random() >= WITHOUT_TITLE
        return self._example(place, matter, rng, title=title_stays, sentence=sentence)

    def written(self, count: int, rng: random.Random) -> list[Example]:
        """Written questions, of so many different sources at most."""
        chosen = rng.sample(self._asked, min(count, len(self._asked)))
        return [
            Example(
                rng.choice(self._sources[place].questions),
                place,
                first_segments(self._sources[place]),
            )
            for place in chosen
        ]

    def _said(self, text: str, rng: random.Random) -> str:
        return self._everyday.said(text, SAID_OTHERWISE, rng)

    def _sentence(self, place: int, rng: random.Random) -> int:
        return rng.randrange(min(len(self._sources[place].sentences), MOST_SENTENCES))

    def _words(self, place: int, sentence: int, rng: random.Random) -> list[str]:
        return self._said(self._sources[place].sentences[sentence], rng).split()

    def _example(
        self,
        place: int,
        matter: str,
        rng: random.Random,
        *,
        title: bool,
        sentence: int | None = None,
    ) -> Example:
        source = self._sources[place]
        kept = [] if rng.random() < WITHOUT_NAME else [NAME]
        kept += [TITLE] if title else []
        others = range(min(len(source.sentences), MOST_SENTENCES))
        # The only sentence always stays: a title alone is no passage.
        gone = sentence if len(others) > 1 and rng.random() < WITHOUT_SENTENCE else None
        kept += [FIRST_SENTENCE + other for other in others if other != gone]
        return Example(asked(matter, source.name, rng), place, tuple(kept))


def first_segments(source: Source) -> tuple[int, ...]:
    """The places of name, title and as many sentences as are read."""
    return tuple(range(len(source.segments)))[: FIRST_SENTENCE + MOST_SENTENCES]


Draw = Callable[[int, random.Random], Example]


def batches(
    drawer: Drawer, articles: int, size: int, rng: random.Random
) -> list[tuple[Draw, list[int]]]:
    """How one epoch asks: twice for titles, twice for sentences, once for both.

    Args:
        drawer: draws the examples.
        articles: the sources that are asked about are the first so many.
        size: sources in a batch.
        rng: decides the order.

    Returns:
        For each batch how its examples are drawn, and from which sources; no source
        is twice in a batch.
    """
    found: list[tuple[Draw, list[int]]] = []
    kinds = (drawer.by_title, drawer.by_title, drawer.by_sentence, drawer.by_sentence)
    for draw in (*kinds, drawer.by_both):
        order = rng.sample(range(articles), articles)
        found += [(draw, order[start : start + size]) for start in range(0, articles, size)]
    rng.shuffle(found)
    return found
