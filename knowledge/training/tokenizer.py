"""A tokenizer for Vietnamese whose tokens are syllables and frequent pairs of syllables.

Most Vietnamese words have two syllables (`môi trường`), and a syllable
without its diacritics says little (`moi` is six words). So the vocabulary
holds every frequent syllable and the pairs that occur together far more often
than chance; a Unigram model (Kudo, 2018) finds the most probable segmentation.
The vocabulary is counted, not trained: the Unigram trainer needs many minutes on
text that is not split at spaces, and BPE makes tokens that begin in mid-syllable.
"""

from __future__ import annotations

import math
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from knowledge.text import fold

RAREST_SYLLABLE = 5
RAREST_PAIR = 10
# Document serial numbers and amounts: each is rare, and its digits still spell it.
LONGEST_NUMBER = 4

_UNKNOWN = "<unk>"
_SPACE = "▁"
# Worse than any counted token, so that a word is spelled only where nothing else fits.
_SPELLING_SCORE = -20.0
_INVISIBLE = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_BREAK = re.compile("[^a-z0-9 ]+")


def build_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """The tokenizer for these texts.

    Args:
        texts: with or without diacritics, in any Unicode form.
        size: most tokens in the vocabulary.
    """
    syllables: Counter[str] = Counter()
    neighbours: Counter[tuple[str, str]] = Counter()
    for phrase in _phrases(texts):
        syllables.update(phrase)
        neighbours.update(pairwise(phrase))
    tokenizer = Tokenizer(models.Unigram(_vocabulary(syllables, neighbours, size), unk_id=0))
    tokenizer.normalizer = folding_normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split("\n", "removed"),
            pre_tokenizers.Metaspace(_SPACE, prepend_scheme="always", split=False),
        ]
    )
    return tokenizer


def folding_normalizer() -> normalizers.Normalizer:
    """Does inside the tokenizer what `knowledge.text.fold` does outside.

    Lower case without diacritics, single spaces, one line break for each run
    of punctuation: no token reaches across it.
    """
    return normalizers.Sequence(
        [
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex("[đð]"), "d"),
            normalizers.Replace(Regex(_INVISIBLE), ""),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Replace(Regex(" ?[^a-z0-9 ][^a-z0-9]*"), "\n"),
            normalizers.Strip(),
        ]
    )


def _phrases(texts: Iterable[str]) -> Iterator[list[str]]:
    for text in texts:
        for phrase in _BREAK.split(fold(text)):
            yield phrase.split()


def _vocabulary(
    syllables: Counter[str], neighbours: Counter[tuple[str, str]], size: int
) -> list[tuple[str, float]]:
    """Tokens with their log probabilities; the unknown token first."""
    total = syllables.total()
    spelling = [_UNKNOWN, _SPACE, *string.ascii_lowercase, *string.digits]
    vocabulary = [(token, _SPELLING_SCORE) for token in spelling]
    frequent = {
        syllable: math.log(count / total)
        for syllable, count in syllables.most_common(size - len(vocabulary))
        if count >= RAREST_SYLLABLE and not (syllable.isdigit() and len(syllable) > LONGEST_NUMBER)
    }
    vocabulary += [(_SPACE + syllable, score) for syllable, score in frequent.items()]
    bound = []
    for (first, second), count in neighbours.items():
        if count >= RAREST_PAIR and first in frequent and second in frequent:
            score = math.log(count / total)
            gain = count * (score - frequent[first] - frequent[second])
            bound.append((gain, _SPACE + first + _SPACE + second, score))
    bound.sort(key=lambda pair: (-pair[0], pair[1]))
    vocabulary += [(token, score) for _, token, score in bound[: size - len(vocabulary)]]
    return vocabulary
