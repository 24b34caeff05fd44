"""The passages that may answer a question, ranked by how likely they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.answering.documents import quoting
from knowledge.answering.query import Query
from knowledge.answering.searching import acts, confidence, likeliest, signs
from knowledge.corpus.fields import Nature
from knowledge.references import levels
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL, PROVINCE
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import DEPTH
from knowledge.retrieval.retriever import Retriever, everything
from knowledge.text import syllables

THRESHOLD = 0.45
# Within one document or the articles of one province little else can be meant.
NARROW_THRESHOLD = 0.3
# Where the time and the unit of administration are those asked about as well.
_OF_TIME_AND_UNIT = 0.4
_OF_CONDITIONS = 0.35
_CANDIDATES = 10
_RECENT = 0.1
# The reranker has learnt from the texts of provisions, not from digests with example questions.
_CHANCE = 0.3
_LEVEL = 0.15
_COUNTED = 0.15
_WHO = 0.4
_ACT = 0.2


@dataclass(frozen=True)
class Found:
    """A candidate passage.

    Attributes:
        hit: as retrieved.
        confidence: the probability that it answers the question, 0 to 1.
        chance: that of all texts it is the one meant; None where texts were not weighed.
        worded: the confidence without that chance: how surely it says just what is asked. What
            is to come before names and numbers must be sure of that.
    """

    hit: Hit
    confidence: float
    chance: float | None = None
    worded: float = 1.0

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.hit.passage


@dataclass(frozen=True)
class Retrieved:
    """A passage that was found, before it is judged.

    Attributes:
        hit: as retrieved.
        chance: that of all texts it is the one meant; None of a row, and with a model of
            embedding that this is not known for.
    """

    hit: Hit
    chance: float | None


def candidates(
    query: Query,
    retriever: Retriever,
    accept: Callable[[Passage], bool] = everything,
) -> list[Found]:
    """The passages that are likeliest to answer the question, best first."""
    near = retrieve(query, retriever, accept)
    judged = [_judged(query, one, near, retriever) for one in near]
    return sorted(judged, key=lambda found: _worth(query, found), reverse=True)


def _judged(query: Query, one: Retrieved, near: Sequence[Retrieved], retriever: Retriever) -> Found:
    known, model = features(query, one, near, retriever), confidence.Model.shipped()
    worded = model.probability(known)
    return Found(one.hit, model.probability(known, one.chance), one.chance, worded)


def retrieve(
    query: Query, retriever: Retriever, accept: Callable[[Passage], bool] = everything
) -> list[Retrieved]:
    """The nearest passages, before they are judged."""
    hits = retriever.search(query.search_text, DEPTH, accept=accept)
    texts = [hit for hit in hits if likeliest.is_text(hit.passage)]
    chances = likeliest.chances(query, texts, retriever)
    if chances is None:
        return [Retrieved(hit, None) for hit in hits[:_CANDIDATES]]
    chance_of = dict(zip((hit.position for hit in texts), chances, strict=True))
    likely = sorted(texts, key=lambda hit: chance_of[hit.position], reverse=True)[:_CANDIDATES]
    near = {hit.position: hit for hit in (*hits[:_CANDIDATES], *likely)}
    return [Retrieved(hit, chance_of.get(position)) for position, hit in near.items()]


def features(
    query: Query, one: Retrieved, rivals: Sequence[Retrieved], retriever: Retriever
) -> confidence.Features:
    """What the confidence in a candidate rests on."""
    timely = signs.timely(query, one.hit.passage)
    hits = [rival.hit for rival in rivals]
    return confidence.of_candidate(query.content, one.hit, hits, retriever, timely=timely)


def _worth(query: Query, found: Found) -> float:
    """What candidates are ranked by."""
    passage = found.passage
    own_words = quoting.bonus(passage) if found.confidence >= THRESHOLD else 0.0
    counted = _COUNTED * signs.counted(query, passage)
    who = _WHO if tells_who(query, found) else 0.0
    of_level = signs.of_level(passage, query.context.level) - signs.of_others(query, passage)
    of_text = _CHANCE * found.hit.chance if passage.nature is Nature.ORIGINAL else 0.0
    of_act = acts.is_about_it(query.question, passage)
    act = _ACT if of_act and found.confidence >= least(query, found, THRESHOLD) else 0.0
    recent = _RECENT * signs.recent(query, passage)
    bonuses = (own_words, counted, who, act, _LEVEL * of_level, of_text, recent)
    return found.confidence + sum(bonuses)


def least(query: Query, found: Found, threshold: float) -> float:
    """The least confidence for a candidate: less where more than the wording speaks for it."""
    if threshold > THRESHOLD:  # nearly all that is asked must be there
        return threshold
    if tells_who(query, found) or _is_of_the_act(query, found.passage):
        return min(threshold, NARROW_THRESHOLD)
    if _lays_down_conditions(query, found.passage):
        return min(threshold, _OF_CONDITIONS)
    asked = query.time
    of_time = bool(query.times) and asked is not None and signs.overlaps(found.passage, asked)
    unit = levels.units(query.question)[:1]
    # Nearly everything is about communes: that says nothing.
    of_unit = unit not in ([], ["xa"]) and unit == levels.units(signs.heading(found.passage))[:1]
    return min(threshold, _OF_TIME_AND_UNIT) if of_time and of_unit else threshold


def tells_who(query: Query, found: Found) -> bool:
    """Whether it is asked who decides, and a passage is about just that."""
    likely = found.confidence >= NARROW_THRESHOLD
    return likely and signs.tells_who_decides(query, found.passage)


def _is_of_the_act(query: Query, passage: Passage) -> bool:
    """Whether a passage is of the withdrawal asked about, or of the conditions of the title."""
    entitled = signs.is_a_title(query.context.level) and passage.level == query.context.level
    about_it = acts.is_about_it(query.question, passage)
    return about_it and (acts.of_withdrawal(query.question) or entitled)


def _lays_down_conditions(query: Query, passage: Passage) -> bool:
    """`huyện cần bao nhiêu % xã đạt chuẩn`: districts and provinces have conditions, no rows."""
    level = query.context.level
    of_level = level in levels.ABOVE_COMMUNES and passage.level == level
    return of_level and query.wants(Aspect.REQUIREMENT) and acts.lays_down_conditions(passage)


def _names_communes(passage: Passage) -> bool:
    return "xa" in syllables(passage.text)


def fitting(query: Query) -> Callable[[Passage], bool]:
    """A passage about one province or level does not answer a question about another."""
    provinces = set(query.references.values(PROVINCE))
    level = query.context.level
    # `xã nâng cao muốn lên kiểu mẫu`: of either.
    wanted = [*query.references.values(LEVEL), *([level] if level else [])]

    of_communes = level == "xã" or (not level and levels.units(query.question) == ["xa"])
    named = wanted == [level, level]

    def accept(passage: Passage) -> bool:
        if of_communes and passage.level in levels.ABOVE_COMMUNES and not _names_communes(passage):
            return False
        if named and level == "xã" and signs.is_of_other_titles(passage, level):
            return False
        of_province = not provinces or not passage.provinces or provinces & set(passage.provinces)
        of_level = (
            not level or level == "xã" or any(signs.speaks_of(passage, one) for one in wanted)
        )
        return bool(of_province and of_level)

    return accept
