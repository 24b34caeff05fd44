"""The assistant as its users see it: a question in, an answer out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from knowledge import settings
from knowledge.answering import engine
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import resolve
from knowledge.corpus.history import Station, history
from knowledge.indexing.live import LiveIndex
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel


class Assistant:
    """Answers from the serving index version; safe to use from several threads."""

    def __init__(self, index_folder: Path, model: EmbeddingModel):
        self._live = LiveIndex(index_folder, model)
        self._model = model

    @classmethod
    def from_settings(cls) -> Assistant:
        """The assistant that the environment variables describe."""
        return cls(settings.index_folder(), EmbeddingModel(settings.embedding_model()))

    def warm(self) -> None:
        """Loads index and model, so that the first question waits for nothing.

        Raises:
            IndexUnusableError: there is no version that can be served.
        """
        self._live.get()
        self._model.encode_queries(["tiêu chí nông thôn mới"])

    def refresh(self) -> None:
        """Takes up a version that was switched to, so that no question waits for its load.

        Raises:
            IndexUnusableError: there is no version that can be served.
        """
        self._live.get()

    def ask(
        self,
        question: str,
        *,
        as_of: dt.date | None = None,
        before: Context | None = None,
        courtesy: str | None = None,
    ) -> Answer:
        """Answers one question.

        Args:
            question: as typed.
            as_of: the day to answer for; today if not given.
            before: what the conversation carries.
            courtesy: the small talk that Rasa recognised, if any.

        Raises:
            IndexUnusableError: there is no version that can be served.
        """
        index = self._live.get()
        known = index.retriever.lexical.knows
        query = resolve(question, as_of or settings.today(), before, courtesy, known)
        return engine.answer(query, index)

    def history(self, answer: Answer) -> list[Station]:
        """The line of documents behind an answer about a document; empty if it stands alone.

        Raises:
            IndexUnusableError: there is no version that can be served.
        """
        catalogue = self._live.get().catalogue
        cited = [one.document for one in answer.citations if one.document in catalogue.regulations]
        if answer.kind is not Kind.DOCUMENT or not cited:
            return []
        line = history(catalogue, cited[0], answer.as_of)
        return line if len(line) > 1 else []
