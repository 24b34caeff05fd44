"""Word segmentation for models that were trained on words: `nông_thôn mới`.

By pyvi (MIT), which is not installed by default: the shipped model does without.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from knowledge.errors import SettingError

_one_at_a_time = threading.Lock()


def segment(texts: Sequence[str], model: str) -> list[str]:
    """Joins the syllables of each word by underscores.

    Safe to call from several threads; pyvi itself is not, its tagger keeps the sentence.

    Args:
        texts: as they are written; what has no diacritics mostly stays as it is.
        model: who needs it, for the error.

    Raises:
        SettingError: pyvi is not installed.
    """
    try:
        from pyvi import ViTokenizer
    except ImportError as error:
        raise SettingError(
            f"NTM_EMBEDDING_MODEL: mô hình '{model}' cần văn bản đã tách từ mà máy chưa có pyvi; "
            "hãy chạy \".venv/bin/pip install --editable '.[segmentation]'\""
        ) from error
    with _one_at_a_time:
        return [ViTokenizer.tokenize(text) for text in texts]
