import sys
from types import SimpleNamespace

import pytest

from knowledge.errors import SettingError
from knowledge.retrieval.segmentation import segment


def test_words_are_joined_one_text_at_a_time(monkeypatch: pytest.MonkeyPatch):
    words = SimpleNamespace(tokenize=lambda text: text.replace("nông thôn", "nông_thôn"))
    monkeypatch.setitem(sys.modules, "pyvi", SimpleNamespace(ViTokenizer=words))
    assert segment(["xã nông thôn mới", ""], "some/model") == ["xã nông_thôn mới", ""]


def test_what_to_install_is_said_where_it_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyvi", None)
    with pytest.raises(SettingError, match=r"'some/model' cần .*'\.\[segmentation\]'"):
        segment(["xã"], "some/model")
