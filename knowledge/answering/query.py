"""One resolved question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from knowledge.answering import spans
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval
from knowledge.references import (
    framing,
    issuers,
    levels,
    of_rows,
    particles,
    regional,
    remarks,
    sentences,
)
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects, subject
from knowledge.references.carrying import completed_by_number, merge
from knowledge.references.context import Context
from knowledge.references.follow_up import leans_only, own_words
from knowledge.references.parser import (
    DOCUMENT,
    GROUP,
    LEVEL,
    PERIOD,
    PROVINCE,
    REGION,
    TIME,
    References,
    parse,
)
from knowledge.references.places import provinces
from knowledge.references.spelling import repair
from knowledge.text import fold, normalise

# A place or a level that a follow-up names stands for the one named before.
_REPLACED = frozenset({GROUP, LEVEL, PROVINCE, REGION})
# `vùng Tây Nguyên so với mức chung`: what holds everywhere beside what holds there.
_IN_GENERAL = re.compile(r"\b(?:muc chung|(?:ca|toan) (?:nuoc|quoc)|chung ca nuoc)\b")
_IT = re.compile(r"\bn[óo]\b", re.IGNORECASE)
_SINCE_WHEN = re.compile(r"\W*(?:the |vay |la )*(?:ke )?tu (?:ngay|khi|nam|thang|bao|hom|luc) ")


@dataclass(frozen=True)
class Query:
    """A question with everything needed to answer it.

    Attributes:
        references: what this message mentions.
        context: that, and what a follow-up inherits.
        today: the day on which it is asked.
        before: what the conversation carried before this message.
        courtesy: a Rasa intent such as `greet`, where one was recognised.
        whole: the message with the talk around the question; None where there is none.
        ties: how the documents it means are tied to the one it names, as sentences.
    """

    references: References
    context: Context
    today: dt.date
    before: Context
    courtesy: str | None = None
    whole: References | None = None
    ties: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The normalised question."""
        return self.references.text

    @cached_property
    def aspects(self) -> list[Aspect]:
        """What is asked, inherited where the message does not say."""
        said = self.own_aspects
        if self.points_to_a_document:  # `văn bản sửa đổi đó ký ngày nào?` asks for a day alone
            said = aspects(self.references.without(DOCUMENT)) or said
        if self.before.aspect == Aspect.STATUS.value and _SINCE_WHEN.match(fold(self.question)):
            return [Aspect.STATUS]  # after `hết hiệu lực chưa?`: since when it holds or does not
        inherited = self.context.aspect
        if inherited and Aspect(inherited) not in said:
            said = [Aspect(inherited), *said] if not said else [*said, Aspect(inherited)]
        return said

    @cached_property
    def own_aspects(self) -> list[Aspect]:
        """What the message itself asks; after a threshold, of households for another one."""
        said = aspects(self.question)
        of_households = of_rows.counts_households(self.question)
        if self.before.aspect != Aspect.REQUIREMENT.value or not of_households:
            return said
        return [Aspect.REQUIREMENT if one is Aspect.RESULT else one for one in said]

    def wants(self, *wanted: Aspect) -> bool:
        """Whether any of the aspects is asked for."""
        return any(aspect in wanted for aspect in self.aspects)

    @property
    def follows(self) -> bool:
        """Whether the message goes on with what was talked about."""
        earlier = self.context.subject
        return earlier != self.question and not self.before.is_fresh

    @property
    def names_documents(self) -> bool:
        """Whether the message itself names a document."""
        return bool(self.references.values(DOCUMENT))

    @property
    def points_to_a_document(self) -> bool:
        """Whether the document is one that the message only points to: `nghị định đó`."""
        return self.names_documents and not parse(self.question).values(DOCUMENT)

    @property
    def names_the_set(self) -> bool:
        """Whether a set of criteria is asked about as such."""
        return "bo tieu chi" in fold(self.question)

    @cached_property
    def core(self) -> References:
        """What is asked, without the sentences that only tell of the situation."""
        return sentences.asking(self.references)

    @cached_property
    def topic(self) -> str:
        """The matter asked about in (folded) words; that of the earlier question in a follow-up."""
        said = self.core.remainder
        if self.follows and _IT.search(said):
            # `nó có hướng dẫn xã hiện đại không?`: the level is what the document is asked about
            said = f"{_IT.sub(' ', said)} {' '.join(self._spoken(LEVEL))}"
        if self.follows:
            said = remarks.without(said)
        said = issuers.without(said)
        own = subject(said)
        if self.follows and particles.are_all(own, said):
            own = ""  # `cũng 95% luôn à?`
        counts = Aspect.COUNT in aspects(self.question) and self.before.aspect != Aspect.COUNT.value
        if counts and (self.names_documents or self._spoken(LEVEL)):
            return own  # `bộ 51/2025 có bao nhiêu tiêu chí`, whatever was asked before
        earlier = parse(self.context.subject or "").remainder
        return own or subject(issuers.without(earlier))

    def _spoken(self, kind: str) -> list[str]:
        """The mentions of a kind as they are worded."""
        mentions = (m for m in self.references.mentions if m.kind == kind)
        return [self.question[m.start : m.end] for m in mentions]

    @property
    def search_text(self) -> str:
        """What retrieval is asked: the question, with the earlier one where it only adds to it."""
        earlier = self.context.subject
        asked = remarks.without_then(self.question)
        adds = not own_words(self.references) or leans_only(self.references)
        if earlier and earlier != self.question and adds:
            own = issuers.without(asked) if issuers.find(asked) else asked  # `của Thủ tướng?`
            said = {m.kind for m in self.references.mentions} & _REPLACED
            kept = parse(earlier).without(*said) if said else earlier
            return f"{own} {kept}"
        return asked

    @cached_property
    def content(self) -> str:
        """What a passage must contain: the search text but for what it is chosen or judged by."""
        moved = self.references.values(PROVINCE) and self.search_text != self.question
        out = [DOCUMENT, PERIOD, TIME, *([PROVINCE] if moved else [])]
        return parse(self.search_text).without(*out)

    @property
    def times(self) -> list[Interval]:
        """Every planning period, year or day that the message names, in order of appearance."""
        found = [spans.of(value) for value in self.time_values]
        return [span for span in dict.fromkeys(found) if span]

    @property
    def time_values(self) -> list[str]:
        """`2021-2025`, `2026`: the periods, years and days as the message names them."""
        values = [m.value for m in self.references.mentions if m.kind in (PERIOD, TIME)]
        return [value for value in dict.fromkeys(values) if value[0].isdigit()]

    @property
    def level(self) -> Level:
        """The level asked about; commune unless said otherwise."""
        return Level(self.context.level) if self.context.level else Level.COMMUNE

    @property
    def place(self) -> str | None:
        """Column of a criteria table: region key or commune group, where known."""
        if "muc chung" in fold(self.question):
            return None
        if self.follows and remarks.of_the_whole(self.question):
            return None
        if self.context.region or self.context.group:
            return self.context.region or self.context.group
        province = provinces().get(self.context.province or "")
        return province.region if province else None

    @property
    def places(self) -> list[str | None]:
        """Every place that the message names, or the one that is known, or None for all."""
        named: list[str | None] = []
        named += [*self.references.values(REGION), *self.references.values(GROUP)]
        last = self.before.region or self.before.group
        compared = Aspect.DIFFERENCE in aspects(self.question) and self.follows
        if compared and last and len(named) == len(self.references.mentions) == 1:
            named = list(dict.fromkeys([*named, last]))  # `Đông Nam Bộ có khác không?`
        if named and _IN_GENERAL.search(fold(self.question)):
            named = [None, *named]
        return named if len(named) > 1 else [self.place]

    @cached_property
    def time(self) -> Interval | None:
        """The span of time asked about; None where the question leaves it open."""
        return spans.meant(self.context.period, self.today)


def resolve(
    question: str,
    today: dt.date,
    before: Context | None = None,
    courtesy: str | None = None,
    known: Callable[[str], bool] | None = None,
    *,
    continues: bool = False,
) -> Query:
    """Reads a question in the light of the conversation.

    Args:
        question: as typed.
        today: the day on which it is asked.
        before: what the conversation carries.
        courtesy: the intent Rasa saw, if it is small talk.
        known: whether a pair of syllables stands in the texts; misspelt words are repaired by it.
        continues: whether it goes on with what was talked about, however it is worded.
    """
    before = before or Context()
    typed = regional.spelled(sentences.joined(question), today)
    asked = framing.without(typed)
    references = parse(levels.without_denied(repair(asked, known)))
    references = completed_by_number(before, references)
    whole = parse(repair(typed, known)) if normalise(typed) != asked else None
    context = merge(before, references, continues=continues)
    return Query(references, context, today, before, courtesy, whole)
